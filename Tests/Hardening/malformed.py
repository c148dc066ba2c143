"""Gives the program what no reader of files should trust, and asks that it answers like a newsroom's tool.

    malformed.py PATH/TO/sitegen [--all] [--seed S] [--only WORD]

Each input (inputs.py) spoils a small outlet in one way. `check` and `build` then end with 0 or 1 and never by a signal; what stops
them has a line with path and rule, in the outlet's language; with an error `Public/` stays byte for byte; and when the input is
mended the next build gives what a first one gives. Large inputs may take a small multiple of what plain text of their size takes.
Without --all only some inputs are tried. Ends with `N passed, N failed`.
"""

import argparse
import json
import os
import queue
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
import inputs
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--all", action="store_true")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--only", default="")
OPTIONS = parser.parse_args()
NOW = "2026-01-01T00:00:00Z"
COUNT = 5000 if OPTIONS.all else 300
# What a process may take; the machine may have other work.
PATIENCE = 60


class Result:
    """What a run of the program ended with, what it said, and the seconds of a processor that it took."""

    def __init__(self, site, *arguments, env=None, patience=PATIENCE):
        with tempfile.TemporaryFile(dir=SHM) as output, tempfile.TemporaryFile(dir=SHM) as errors:
            process = subprocess.Popen([PROGRAM, arguments[0], "--site", site, *arguments[1:]], stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=env)
            timer = threading.Timer(patience, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            timer.cancel()
            process.returncode = self.code = os.waitstatus_to_exitcode(status)
            self.seconds = usage.ru_utime + usage.ru_stime
            output.seek(0)
            errors.seek(0)
            self.output, self.errors = output.read(), errors.read()

    @property
    def said(self): return self.errors.decode(errors="replace")

    def __str__(self):
        lines = self.said.strip().splitlines() or [""]
        more = f" (and {len(lines) - 1} lines more)" if len(lines) > 1 else ""
        return f"exit status {self.code}; {lines[0][:300]}{more}"


def build(site, *arguments, **options): return Result(site, "build", "--now", NOW, "--jobs", "1", *arguments, **options)


def snapshot(folder):
    """Path → bytes of every file, target of every link; of the list of files only what it holds."""
    found = {}
    for path, folders, files in os.walk(os.fsencode(folder)):
        for name in files + [name for name in folders if os.path.islink(os.path.join(path, name))]:
            full = os.path.join(path, name)
            mode = os.lstat(full).st_mode
            found[os.path.relpath(full, os.fsencode(folder))] = (
                os.readlink(full) if stat.S_ISLNK(mode) else Path(os.fsdecode(full)).read_bytes() if stat.S_ISREG(mode) else b"special")
    if b".sitegen-manifest" in found:
        found[b".sitegen-manifest"] = b"\n".join(sorted(found[b".sitegen-manifest"].splitlines()))
    return found


def difference(found, wanted):
    names = [b"-" + name for name in sorted(wanted.keys() - found.keys())] + [b"+" + name for name in sorted(found.keys() - wanted.keys())]
    names += [b"~" + name for name in sorted(found.keys() & wanted.keys()) if found[name] != wanted[name]]
    return b", ".join(names[:4]).decode(errors="replace") + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def remove(path):
    if path.is_symlink() or path.is_file() or (path.exists() and not path.is_dir()):
        path.unlink()
    elif path.is_dir():
        for folder, folders, _ in os.walk(path): os.chmod(folder, 0o755)
        shutil.rmtree(path)


# What a line says

LINE = re.compile(r"(?:(?P<path>.*?)(?::(?P<line>\d+):(?P<column>\d+))?: )?(?P<severity>error|warning|advice): (?P<message>.*) \[(?P<id>[a-z0-9-]+)\]")
CRASH = re.compile(r"Fatal error|Stack dump|stack trace|Thread \d+.*crashed|Crash|Swift/|Optional\(|\.swift:\d|SIG[A-Z]{3,}|Index out of range|0x[0-9a-f]{8}")
# No terminal shall obey, nor text be turned around by, what an input said.
UNSEEN = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]")
QUOTED = re.compile("«[^»]*»|“[^”]*”|\"[^\"]*\"|`[^`]*`|‎?--[a-z-]+|https?://\\S*|[\\w.*{}…/-]*[./_{}][\\w.*{}…/-]*")
ENGLISH = re.compile(r"(?<![\w-])[a-z']{2,}(?: [a-z']{2,}){2,}")


def wrong_words(result, arabic=True):
    """What is wrong with the words of a run that failed; empty where nothing is."""
    wrong = []
    if result.code == 2: return [] if result.said.startswith(("error: ", "خطأ: ")) else [f"wrong usage is not said: {result}"]
    try: text = result.errors.decode()
    except UnicodeDecodeError: return ["it prints what is no UTF-8"]
    if found := CRASH.search(text): wrong.append(f"it speaks of itself: {text[max(0, found.start() - 60):found.end() + 60]!r}")
    if found := UNSEEN.search(text): wrong.append(f"it prints U+{ord(found[0]):04X}: {text[max(0, found.start() - 60):found.end() + 20]!r}")
    errors = []
    for line in text.splitlines():
        parts = LINE.fullmatch(line)
        if not parts:
            wrong.append(f"a line is no diagnostic: {line[:200]!r}")
            continue
        if parts["severity"] == "error": errors.append(parts)
        rest = QUOTED.sub("", parts["message"])
        if arabic and re.search("[\u0600-\u06ff]", rest) and (english := ENGLISH.search(rest)): wrong.append(f"English in an Arabic sentence, «{english[0]}»: {line[:300]}")
        if arabic and not re.search("[\u0600-\u06ff]", rest): wrong.append(f"no Arabic: {line[:200]}")
        if sum(map(line.count, "\u2066\u2067\u2068")) != line.count("\u2069"): wrong.append(f"an isolate without its partner: {line[:200]}")
        if len(line) > 2000: wrong.append(f"a line of {len(line)} characters: {line[:200]}")
    if result.code == 1 and not errors: wrong.append(f"it fails without an error: {text[:200]!r}")
    return wrong[:3]


def errors_of(checked): return [it for it in map(json.loads, checked.output.decode().splitlines()) if it["severity"] == "error"]


def missed(built, checked):
    """The errors of a build that a check does not have: by place and rule, or by rule where many are one line."""
    found = errors_of(checked)
    rules = {it["id"] for it in found} | {"removal-waits"}
    places = {(str(it.get("line")), str(it.get("column")), it["id"]) for it in found}
    lines = [parts for parts in map(LINE.fullmatch, built.said.splitlines()) if parts and parts["severity"] == "error"]
    return [parts[0] for parts in lines if parts["id"] not in rules or parts["line"] and (parts["line"], parts["column"], parts["id"]) not in places]


# A site that is spoiled and mended over and over


class Slot:
    def __init__(self, folder):
        self.site, self.sound = folder / "site", folder / "sound"
        inputs.outlet(self.sound, ROOT)
        self.site.mkdir(parents=True)
        self.mend()
        first = build(self.site, env=dict(os.environ, **AS_COPIED, FAULT_ROOTS=str(self.site)))
        check("the sound outlet builds", first.code == 0 and first.errors == b"", first)
        self.reference = snapshot(self.site / "Public")
        shutil.copytree(self.site / "Public", folder / "Public", symlinks=True)
        shutil.copytree(self.site / ".sitegen", folder / "cache", symlinks=True)
        self.folder = folder

    def mend(self):
        for name in ["Content", "Templates"]:
            remove(self.site / name)
            shutil.copytree(self.sound / name, self.site / name)

    def begin_again(self):
        """After an input that must not decide what becomes of the next one."""
        for path in [*self.site.iterdir()]: remove(path)
        self.mend()
        shutil.copytree(self.folder / "Public", self.site / "Public")
        shutil.copytree(self.folder / "cache", self.site / ".sitegen")

    def suffer(self, case, number):
        """What went wrong, each as a sentence."""
        wrong, site, public = [], self.site, self.site / "Public"
        # Copies with the looks of the originals, or files too young to be believed.
        env = dict(os.environ, LC_ALL="ar_EG.UTF-8", **(AS_COPIED | {"FAULT_ROOTS": str(site)} if AS_COPIED and number % 2 else {}))
        case.spoil(site)
        before = snapshot(public)
        checked = None
        if OPTIONS.all or number % 2 == 0:
            checked = Result(site, "check", "--now", NOW, "--jobs", "1", "--format", "json", env=env)
            if snapshot(public) != before: wrong.append("check changes Public/")
            wrong += self.wrong_end("check", checked, case)
        built = build(site, env=env)
        after = snapshot(public)
        wrong += self.wrong_end("build", built, case)
        if case.want is not None and built.code != case.want: wrong.append(f"it ends with {built.code} and not {case.want}: {built}")
        if built.code == 0 and case.spares and (lost := [name for name in before if name not in after and self.keeps(name)]):
            wrong.append(f"it builds, and what has no fault is gone: {b', '.join(lost[:3]).decode(errors='replace')}")
        wrong += wrong_words(built, case.is_arabic)
        if built.code == 1:
            if after != before: wrong.append(f"an error changes Public/: {difference(after, before)}")
            if case.at and case.at not in built.said: wrong.append(f"no line names {case.at}: {built}")
            if checked and not case.is_of_output and checked.code == 0: wrong.append(f"check finds nothing, build fails: {built}")
            if checked and not case.is_of_output and checked.code == 1 and (lines := missed(built, checked)): wrong.append(f"check misses {lines[:2]}")
        elif built.code == 0 and checked and not case.is_of_output:
            # Only check looks at what appears later.
            if early := [it for it in errors_of(checked) if it.get("path") not in case.later]: wrong.append(f"build succeeds, check does not: {early[:2]}")
        if OPTIONS.all or number % 4 == 1:
            if built.code == 0:
                verified = build(site, "--verify", env=env)
                if verified.code != 0: wrong.append(f"--verify finds another site than build left: {verified}")
            elif built.code == 1:
                again = build(site, env=env)
                if (again.code, again.errors) != (built.code, built.errors): wrong.append(f"a second build says something else: {again}, first: {built}")
        if case.mend: case.mend(site)
        else: self.mend()
        mended = build(site, "--allow-removals", env=env)
        found = snapshot(public)
        if mended.code != 0 or found != self.reference: wrong.append(f"mended, it gives another site than a first build: {mended}; {difference(found, self.reference)}")
        if wrong or case.is_of_output: self.begin_again()
        return wrong, built.code

    @staticmethod
    def wrong_end(name, result, case):
        if result.code == -signal.SIGKILL: return [f"{name} hangs"]
        return [] if result.code in ([0, 1, 2] if case.is_of_output else [0, 1]) else [f"{name} ends with {result}"]

    @staticmethod
    def keeps(name):
        """Whether a file of the output comes from no input that a case spoils."""
        return name in [b"2023/05/river/index.html", b"2024/02/wifi/index.html"]


def small_inputs(work):
    cases = inputs.cases(COUNT, OPTIONS.seed)
    cases = [case for case in cases if OPTIONS.only in case.name]
    slots, free = [Slot(work / str(number)) for number in range(2)], queue.SimpleQueue()
    for slot in slots: free.put(slot)

    def suffer(pair):
        slot = free.get()
        try: return slot.suffer(pair[1], pair[0])
        finally: free.put(slot)

    ends, kinds = Counter(), Counter()
    with ThreadPoolExecutor(len(slots)) as pool:
        for case, (wrong, code) in zip(cases, pool.map(suffer, enumerate(cases))):
            check(case.name, not wrong, "; ".join(wrong))
            ends[code] += 1
            kinds[case.kind] += 1
    print(f"{len(cases)} inputs (" + ", ".join(f"{count} {kind}" for kind, count in kinds.items()) + f"): {ends[0]} built, {ends[1]} refused")


# Large inputs


def large_inputs(work):
    """Each against plain text of its size, in seconds of a processor."""
    site, size = work / "site", 5_000_000 if OPTIONS.all else 200_000
    inputs.outlet(site, ROOT)
    build(site)
    reference = snapshot(site / "Public")
    plain, worst = {}, []
    for number, case in enumerate(inputs.large(size)):
        if OPTIONS.only not in case.name or not OPTIONS.all and number % 6 != OPTIONS.seed % 6: continue
        path = site / case.path
        was = path.read_bytes() if path.exists() else None
        kind = case.path, len(case.data) * 4 // size
        if kind not in plain:
            path.write_bytes(case.sane)
            plain[kind] = build(site, "--output", work / "plain", "--clean").seconds
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.data)
        # Half a second for 200,000 bytes of the dearest kind that grows with its length alone: 50,000 links that nothing ends.
        allowed = 0.5 + 8 * plain[kind] + case.extra * len(case.data) / 1e6
        result = build(site, env=dict(os.environ, LC_ALL="ar_EG.UTF-8"), patience=max(20, 2 * allowed))
        wrong = wrong_words(result)
        if result.code not in [0, 1]: wrong.append(f"it hangs or crashes: {result}")
        elif result.seconds > allowed: wrong.append(f"it takes {result.seconds:.1f} s, plain text of its size {plain[kind]:.1f} s")
        if result.code == 1 and snapshot(site / "Public") != reference: wrong.append("an error changes Public/")
        worst.append((result.seconds / max(0.05, plain[kind]), case.name))
        if was is None: path.unlink()
        else: path.write_bytes(was)
        mended = build(site, "--allow-removals")
        reached = snapshot(site / "Public")
        if mended.code != 0 or reached != reference: wrong.append(f"mended, it gives another site than a first build: {mended}; {difference(reached, reference)}")
        check(case.name, not wrong, "; ".join(wrong))
    print(f"{len(worst)} inputs of {size:,} bytes; the slowest takes {max(worst, default=(0, ''))[0]:.1f} times as long as plain text: {max(worst, default=(0, ''))[1]}")


SHM = "/dev/shm" if os.path.isdir("/dev/shm") else None
with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory(dir=SHM) as folder:
    # A copy, which a build of the program meanwhile does not replace.
    PROGRAM = os.path.join(tools, "sitegen")
    shutil.copy2(OPTIONS.program, PROGRAM)
    AS_COPIED = {}
    if sys.platform == "linux":
        library = os.path.join(tools, "faults.so")
        subprocess.run([os.environ.get("CC", "clang"), "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c", "-ldl"], check=True)
        AS_COPIED = {"LD_PRELOAD": library, "FAULT_CTIME": "1", "FAULT_LATER": "3600"}
    for part in [small_inputs, large_inputs]:
        began = time.monotonic()
        (Path(folder) / part.__name__).mkdir()
        part(Path(folder) / part.__name__)
        print(f"{part.__name__.replace('_', ' ')}: {time.monotonic() - began:.1f} s", flush=True)
finish()
