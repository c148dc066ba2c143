"""Looks at the executable as a box: what it holds, what it asks the system for, how large it is and how soon it answers.

    box.py PATH/TO/sitegen

A release (`make release`) has the Swift runtime inside and is held to all of it; a program that finds the runtime beside it is asked for its libraries and its start alone. Linux.
Ends with `N passed, N failed`.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

if sys.platform != "linux":
    print("0 passed, 0 failed")
    sys.exit()
PROGRAM = str(Path(sys.argv[1]).resolve(strict=True))
# Megabytes, stripped: Swift's runtime with dispatch and regular expressions 8.0, the program 6.0, FoundationEssentials (for swift-argument-parser alone) 5.0, texts and tables that they share 3.5,
# SwiftNIO 2.5, swift-argument-parser 0.8, libcmark 0.2, libyaml 0.1, one for what grows: 27; gumbo 0.3, expat 0.2; libjpeg-turbo 0.7, libwebp with its mux 0.5, libpng with zlib and the resampler 0.3. A new library raises the sum by its own weight.
LARGEST = 29.0
# What a Debian without any package has.
SYSTEM = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
# Beside the runtime: the libraries of the system, and the runtime's own parts that a program without Foundation needs.
RUNTIME = re.compile(r"lib(swift\w*|BlocksRuntime|dispatch|cmark|xxhash|yaml-0|expat|gumbo|turbojpeg|webp|webpmux|png16|z|stb|FoundationEssentials|_FoundationCShims|_FoundationCollections)\.so")
UNWANTED = {"ICU": r"icudt\d+_dat|_ZN6icu_\d+\w*|u(cal|col|dat|loc|num|res|brk)_\w+", "curl": r"curl_\w+", "libxml2": r"xml[A-Z]\w+", "Foundation": r"_?\$s10Foundation\w+"}
# How many times the processor's time of `true` the answer to --version may take, which is 5 ms where `true` takes 0.7. With the runtime beside it, half of the time goes into loading twenty-seven libraries, which no user does: that bound only
# catches a start that does something of its own, such as reading an outlet, which is 5 ms more.
SLOWEST = {True: 7, False: 20}

def output(*command):
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return run.stdout + run.stderr


def seconds(*command):
    """Processor's time of one run."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime if process.returncode == 0 else 1e9


def least_seconds(commands, enough):
    """The least of many runs of each, one after the other, until they are `enough`: what other processes do counts little in it."""
    least = [1e9] * len(commands)
    for turn in range(300):
        least = [min(old, seconds(*command)) for old, command in zip(least, commands)]
        if turn >= 25 and enough(*least): break
    return least


def stripped():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["strip", "-o", folder + "/sitegen", PROGRAM], check=True)
        return os.path.getsize(folder + "/sitegen") / 1e6


needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", output("readelf", "-d", PROGRAM)))
isWhole = not any(name.startswith("libswift") for name in needed)
print("a release" if isWhole else "with the Swift runtime beside it")
check("the program asks for nothing that the system lacks", all(name in SYSTEM or not isWhole and RUNTIME.match(name) for name in needed), sorted(needed - SYSTEM))
missing = [line for line in output("ldd", "-r", PROGRAM).splitlines() if "undefined symbol" in line or "not found" in line]
check("every symbol is there", not missing, "\n".join(missing))
symbols = set(output("nm", PROGRAM).split()) | set(output("nm", "-D", PROGRAM).split())
for library, pattern in UNWANTED.items():
    found = sorted(name for name in (symbol.split("@")[0] for symbol in symbols) if re.fullmatch(pattern, name))
    check(f"nothing of {library} is in it", not found, f"{len(found)}: {found[:10]}")
if isWhole:
    size = stripped()
    print(f"{size:.1f} MB stripped, {os.path.getsize(PROGRAM) / 1e6:.1f} MB with its symbols")
    check(f"the box is no larger than {LARGEST} MB", size <= LARGEST, f"{size:.1f} MB")
answer, nothing = least_seconds([(PROGRAM, "--version"), ("true",)], lambda answer, nothing: answer <= SLOWEST[isWhole] * nothing)
print(f"--version takes {answer * 1000:.1f} ms of processor, {answer / nothing:.1f} times that of true")
check("--version answers at once", answer <= SLOWEST[isWhole] * nothing, f"{answer / nothing:.1f} times")
finish()
