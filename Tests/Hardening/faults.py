"""Lets the disk fail under a build, call by call, and asks that nothing is lost: not silently, and not for ever.

    faults.py PATH/TO/sitegen [--all]

Each fault is one build in which one call of libc fails (faults.c), and each kill one that ends there; another build without a
fault follows. Without --all only some calls of a scenario are tried, spread over all kinds, each with EIO. Then folders without
the right to read them, and articles that went away in numbers. Linux only. Ends with `N passed, N failed`.
"""

import errno
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ALL = "--all" in sys.argv[2:]
ERRORS = ["EIO", "EACCES", "ENOMEM"] if ALL else ["EIO"]
NOW, SOON = "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"
AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []


def build(site, *arguments, before=(), now=NOW, **faults):
    """A build with a disk as FAULT_… wishes; without any it is sound."""
    env = dict(os.environ, LD_PRELOAD=str(LIBRARY), FAULT_ROOTS=str(site))
    env.update({f"FAULT_{key}": str(value) for key, value in faults.items()})
    command = [*before, PROGRAM, "build", "--site", site, "--now", now, "--jobs", "1", *arguments]
    try: return subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace", env=env, timeout=60)
    except subprocess.TimeoutExpired: return subprocess.CompletedProcess(command, -14, "", "it hangs")


def snapshot(folder):
    """Path → bytes of every file; of the list of files only what it holds."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}
    if ".sitegen-manifest" in found:
        found[".sitegen-manifest"] = b"\n".join(sorted(found[".sitegen-manifest"].splitlines()))
    return found


def difference(found, wanted):
    names = [f"-{name}" for name in sorted(wanted.keys() - found.keys())] + [f"+{name}" for name in sorted(found.keys() - wanted.keys())]
    names += [f"~{name}" for name in sorted(found.keys() & wanted.keys()) if found[name] != wanted[name]]
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def copy(source, target):
    """A folder in another's place, the times of its files as they were."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)


def without_chance(text):
    """A path or message without what differs from place to place and from run to run."""
    for pattern, name in [(r"/\S*/site(?=[/; ])", "SITE"), ("(?<=spill-)[0-9A-Za-z]{6}", "XXXXXX"), ("(?<=-)[0-9a-f]{16}", "…"), (r"process \d+", "process …")]:
        text = re.sub(pattern, name, text)
    return text


def status(result):
    lines = result.stderr.strip().splitlines() or [""]
    return without_chance(f"exit status {result.returncode}; {lines[0]}" + (f" (and {len(lines) - 1} lines more)" if len(lines) > 1 else ""))


# Sites

# One grey pixel.
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636800000082008177cd72b60000000049454e44ae426082")
# One grey block: its tables of codes hold the code 0 alone, for “no difference” and for “end of block”.
JPEG = (b"\xff\xd8\xff\xdb\0\x43\0" + b"\1" * 64 + b"\xff\xc0\0\x0b\x08\0\6\0\x08\1\1\x11\0"
        + b"".join(b"\xff\xc4\0\x14" + kind + b"\1" + b"\0" * 16 for kind in [b"\x00", b"\x10"])
        + b"\xff\xda\0\x08\1\1\0\0\x3f\0\x3f\xff\xd9")


def outlet(site, count):
    """Articles in one folder, as many as wanted."""
    (site / "Content/articles").mkdir(parents=True)
    (site / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\nmessages: en\n")
    shutil.copytree(ROOT / "Tests/Golden/Templates", site / "Templates")
    for number in range(1, count + 1):
        day = f"2024-{1 + number // 28:02}-{1 + number % 28:02}"
        (site / f"Content/articles/{day}-n{number}.md").write_text(f"---\ntitle: خبر {number}\ndate: {day}\ntags: ماء\n---\n\nنص.\n")
    return site


def newsroom(site):
    """A bit of everything; one article is embargoed, and on 2 January 2026 the lead of the front page changes."""
    content = outlet(site, 0) / "Content"
    files = {
        "articles/2024/a.jpg": JPEG, "articles/2023/b.png": PNG, "assets/data/tables/rain.csv": "1,2\n", "assets/note.txt": "ملف\n",
        "authors/salma.md": "---\nname: سلمى\nrole: محررة\n---\n\nتكتب.\n", "pages/about.md": "---\ntitle: من نحن\n---\n\nجريدة.\n",
        "frontpage.yaml": "slots:\n  - {article: 2023-03-04-n4, until: 2026-01-02, newest: true}\n",
        "articles/2024/held.md": "---\ntitle: خبر الغد\ndate: 2026-01-05\ntags: ماء\n---\n\nنص.\n",
    }
    for number in range(1, 9):
        year = 2023 + number % 2
        image = {1: "image: {src: a.jpg, alt: غيمة}\n", 2: "image: {src: b.png, alt: نهر}\n"}.get(number, "")
        files[f"articles/{year}/{year}-03-0{number}-n{number}.md"] = (
            f"---\ntitle: خبر {number}\ndate: {year}-03-0{number}\nauthor: سلمى\ntags: ماء، وسم{number}\n{image}---\n\nنص الخبر {number}.\n")
    for name, data in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return site


def edit(site):
    """One article says something else and has a picture now, another is gone."""
    year = site / "Content/articles/2024"
    (year / "c.jpg").write_bytes(JPEG.replace(b"\0\6\0\x08", b"\0\5\0\5"))
    path = year / "2024-03-03-n3.md"
    path.write_text(path.read_text().replace("tags", "image: {src: c.jpg, alt: جبل}\ntags").replace("نص", "نص جديد"))
    (year / "2024-03-05-n5.md").unlink()


# Faults

AS_COPIED = {"CTIME": 1, "LATER": 3600}
# The state it starts from, and the looks of the files: as if copying had not touched them, or too young to be believed.
SCENARIOS = {
    "first": ("empty", AS_COPIED), "edit": ("edited", AS_COPIED), "nothing": ("built", AS_COPIED),
    "edit, no cache": ("uncached", AS_COPIED), "edit, young files": ("edited", {}),
}
# What a fault and a kill may lead to. Refused is as it should be; stale is a site that does not change when it should, though
# the fault is long over; misnamed gives another reason; litter stays in .sitegen/.
ENDS = {
    "faults": ["refused", "silent", "crashed", "mute", "torn", "unrecovered", "stale", "misnamed", "litter"],
    "kills": ["crashed", "torn", "unrecovered", "litter"],
}
ALLOWED = ["refused", "misnamed", "litter"]


class Slot:
    """A folder in which one build after the other starts from a state that was saved."""

    def __init__(self, folder):
        self.site, self.saved = folder / "site", folder / "saved"
        newsroom(self.site)
        copy(self.site, self.saved / "empty")
        build(self.site, **AS_COPIED)
        copy(self.site, self.saved / "built")
        edit(self.site)
        copy(self.site, self.saved / "edited")
        shutil.rmtree(self.site / ".sitegen")
        copy(self.site, self.saved / "uncached")
        self.old, self.new, self.soon, self.trace = {}, {}, {}, {}
        for name, (state, looks) in SCENARIOS.items():
            copy(self.saved / state, self.site)
            self.old[name] = snapshot(self.site / "Public")
            log = folder / "log"
            result = build(self.site, LOG=log, **looks)
            check(f"{name}: a build without fault", result.returncode == 0 and result.stderr == "", result.stderr)
            self.new[name] = snapshot(self.site / "Public")
            build(self.site, now=SOON, **looks)
            self.soon[name] = snapshot(self.site / "Public")
            lines = log.read_bytes()
            count = int.from_bytes(lines[:8], "little")
            self.trace[name] = [self.call(lines, k) for k in range(1, count + 1)]
            log.unlink()

    def call(self, lines, k):
        """Name and path, the path from the site's folder."""
        name, _, path = lines[256 * k:256 * (k + 1)].split(b"\0")[0].decode(errors="replace").partition(" ")
        return name, without_chance(path.removeprefix(str(self.site)).strip("/") or ".")

    def sample(self, scenario, room, kills):
        """The calls that are tried: as many of each name, from as many folders, as there is room for. Who is killed while it reads
        has done nothing yet."""
        if ALL: return range(1, len(self.trace[scenario]) + 1)
        names = {}
        for k, (name, path) in enumerate(self.trace[scenario], 1):
            parts = path.split("/")
            if kills and parts[0] in ["Content", "Templates"]: continue
            area = f"{path} {k}" if "Public/.sitegen" in path else "/".join(parts[:1 if parts[0] in ["Public", "Templates"] else 2])
            names.setdefault(name, {}).setdefault(area, []).append(k)
        waiting = []
        for areas in names.values():
            areas = list(areas.values())
            # Each name begins with other folders than the one before: to open, to look at and to read a file fail alike.
            areas = areas[(start := 3 * len(waiting) % len(areas)):] + areas[:start]
            order = [[calls[len(calls) // 2], calls[0], calls[-1]] for calls in areas]
            waiting.append(list(dict.fromkeys(calls[turn] for turn in range(3) for calls in order)))
        turns = (calls[turn] for turn in range(max(map(len, waiting))) for calls in waiting if turn < len(calls))
        return sorted([k for k, _ in zip(turns, range(room))])

    def suffer(self, scenario, k, error):
        """One build with a fault, or one that is killed where there is no error. What came of it, by kind."""
        (state, looks), old, new, public = SCENARIOS[scenario], self.old[scenario], self.new[scenario], self.site / "Public"
        copy(self.saved / state, self.site)
        number = getattr(errno, error) if error else 0
        result = build(self.site, AT=k, **({"ERRNO": number} if error else {"KILL": 1}), **looks)
        found, code, message, wrong = snapshot(public), result.returncode, status(result), {}
        if not error:
            if code != -9: wrong["crashed"] = f"it should be killed; {status(result)}"
        elif code == 0:
            if found != new: wrong["silent"] = difference(found, new)
        elif code < 0 or 132 <= code <= 139:
            wrong["crashed"] = status(result)
        else:
            wrong["refused"] = message
            if not any(reason in result.stderr for reason in [os.strerror(number)] + ["may not be read"] * (error == "EACCES")):
                wrong["misnamed"] = message
                if not any(place in result.stderr for place in ["Content", "Templates", "Public", str(self.site)]): wrong["mute"] = message
        if code != 0:
            kept = (old.keys() & new.keys()) | (old.keys() & found.keys())
            mixed = [name for name in kept if ".sitegen-" not in name and found.get(name) not in (old[name], new.get(name, old[name]))]
            if mixed: wrong["torn"] = ", ".join(sorted(mixed))
        again = build(self.site, **looks)
        found = snapshot(public)
        if again.returncode != 0 or found != new:
            wrong["unrecovered"] = f"{status(again)}; {difference(found, new)}"
        elif code == 0:
            build(self.site, now=SOON, **looks)
            found = snapshot(public)
            if found != self.soon[scenario]: wrong["stale"] = difference(found, self.soon[scenario])
        litter = [without_chance(path.name) for path in (self.site / ".sitegen").glob(".sitegen-*")]
        if litter: wrong["litter"] = ", ".join(litter)
        return wrong


def faults(work):
    slots = [Slot(work / number) for number in "12"]
    first, free = slots[0], queue.SimpleQueue()
    for slot in slots: free.put(slot)
    check("the same build anywhere", first.new == slots[1].new and first.trace == slots[1].trace)
    check("the site changes by itself", len([name for name, data in first.soon["nothing"].items() if first.new["nothing"][name] != data]) > 1)
    check("the same site from any state", first.new["edit"] == first.new["edit, no cache"] == first.new["edit, young files"])

    def suffer(case):
        slot = free.get()
        try: return slot.suffer(*case)
        finally: free.put(slot)

    notes, table = set(), []
    for scenario, trace in first.trace.items():
        cases = [(scenario, k, error) for error in ERRORS for k in first.sample(scenario, 60, False)]
        cases += [(scenario, k, None) for k in first.sample(scenario, 30, True)]
        totals = {"faults": Counter(), "kills": Counter()}
        with ThreadPoolExecutor(len(slots)) as pool:
            for (_, k, error), wrong in zip(cases, pool.map(suffer, cases)):
                fault = f"{error or 'killed'} at {' '.join(trace[k - 1])}"
                totals["faults" if error else "kills"].update(["runs", *wrong])
                notes |= {f"NOTE {kind}, {fault}: {wrong[kind]}" for kind in ["misnamed", "litter"] if kind in wrong}
                bad = [f"{kind} ({text})" for kind, text in wrong.items() if kind not in ALLOWED]
                check(f"{scenario}: {fault}, call {k}", not bad, "; ".join(bad))
        ends = (f"{totals[kind]['runs']} {kind}: " + ", ".join(f"{totals[kind][end]} {end}" for end in ENDS[kind]) for kind in ENDS)
        table.append(f"{scenario}: {len(trace)} calls; " + "; ".join(ends))
    return sorted(notes) + table


# Rights

def rights(work):
    site = newsroom(work / "above/site")
    if AS_NOBODY:
        for path in [site.parent, site, *site.rglob("*")]: os.chown(path, 65534, 65534)

    def later(): return build(site, before=AS_NOBODY, LATER=3600)

    good, reference = later(), snapshot(site / "Public")
    check("another user's site builds", good.returncode == 0, good.stderr)
    for mode, path in [
        (0o644, "Content/articles"), (0o000, "Content/articles/2023"), (0o000, "Content/articles/2023/2023-03-04-n4.md"),
        (0o000, "Content/assets/data"), (0o644, "Templates"), (0o000, "Public"), (0o000, "."), (0o000, ".."),
    ]:
        target, name = (site / path).resolve(), f"chmod {mode:03o} {path}"
        usual = target.stat().st_mode & 0o777
        os.chmod(target, mode)
        result = later()
        os.chmod(target, usual)
        said, found = status(result), snapshot(site / "Public")
        if path.startswith("."):
            check(f"{name} is refused for its reason", result.returncode != 0 and result.stderr and "there is no folder" not in result.stderr, said)
        else:
            check(f"{name} exits with 1", result.returncode == 1, said)
            check(f"{name} is named, and its reason", path in result.stderr and "may not be read" in result.stderr, said)
        check(f"{name} changes nothing", found == reference, difference(found, reference))
        result, found = later(), snapshot(site / "Public")
        check(f"{name} taken back builds as before", result.returncode == 0 and found == reference, status(result) + "; " + difference(found, reference))


# Removals

def removals(work):
    site = work / "site"
    for count in [20, 60]:
        build(outlet(site, count), **AS_COPIED)
        site.rename(work / str(count))

    def pages(found): return {name for name in found if re.match(r"2024/\d\d/n\d+/", name)}

    def after(change, count=20):
        copy(work / str(count), site)
        change(sorted((site / "Content/articles").glob("*.md")))
        return snapshot(site / "Public"), build(site, **AS_COPIED), snapshot(site / "Public")

    def goes(name, change, gone, count=20):
        old, result, new = after(change, count)
        lost = len(pages(old) - pages(new))
        check(f"{name}: builds", result.returncode == 0 and lost == gone, f"{lost} pages gone; {status(result)}")

    def stops(name, change, gone):
        old, result, new = after(change)
        check(f"{name}: stops, and names the way on", result.returncode == 1 and "--allow-removals" in result.stderr, status(result))
        check(f"{name}: changes nothing", new == old, difference(new, old))
        result = build(site, "--allow-removals", **AS_COPIED)
        left = len(pages(snapshot(site / "Public")))
        check(f"{name}: goes with --allow-removals", result.returncode == 0 and left == 20 - gone, status(result))

    def delete(paths):
        for path in paths: path.unlink()

    def draft(paths):
        for path in paths: path.write_text(path.read_text().replace("title", "draft: true\ntitle", 1))

    def move(paths):
        (site / "Content/articles/2024").mkdir()
        for path in paths: path.rename(path.parent / "2024" / path.name)

    goes("5 of 20 deleted", lambda paths: delete(paths[:5]), 5)
    goes("11 of 60 deleted", lambda paths: delete(paths[:11]), 11, count=60)
    goes("20 made drafts", draft, 20)
    goes("20 moved into another folder", move, 0)
    stops("12 of 20 deleted", lambda paths: delete(paths[:12]), 12)
    stops("12 of 20 deleted, and the cache", lambda paths: (delete(paths[:12]), shutil.rmtree(site / ".sitegen")), 12)
    stops("the folder of 20 renamed away", lambda _: (site / "Content/articles").rename(site / "away"), 20)


if sys.platform != "linux":
    print("0 passed, 0 failed, 1 skipped: libraries are put in front of others on Linux alone")
    sys.exit()
with (tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder):
    # Copies, which another user may run and which a build of the program meanwhile does not replace.
    LIBRARY, PROGRAM = Path(tools) / "faults.so", Path(tools) / "sitegen"
    subprocess.run([os.environ.get("CC", "clang"), "-shared", "-fPIC", "-O1", "-o", LIBRARY, HERE / "faults.c", "-ldl"], check=True)
    shutil.copy2(sys.argv[1], PROGRAM)
    for path in [tools, folder]: os.chmod(path, 0o755)
    for path in [LIBRARY, PROGRAM]: path.chmod(0o755)
    report = []
    for part in [faults, rights, removals]:
        work = Path(folder) / part.__name__
        work.mkdir()
        report += part(work) or []
for line in report: print(line)
finish()
