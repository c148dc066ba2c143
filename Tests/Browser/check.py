"""Measures the reader's pages in a real browser: the sample outlet, an outlet of extremes, one in English, one of photos, and a daily.

    check.py PATH/TO/sitegen [pytest's arguments]

Ends with `N passed, N failed`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import daily
import photos

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import WHOLE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SITEGEN = str(Path(sys.argv[1]).resolve())
NOW = "2026-01-01T00:00:00Z"
# The two small outlets prove that pages hold; what the sample outlet has measured is not measured again.
HOLDS = "(axe or sideways or twice or shifts or pictures or latin or headline or navigation or checker or inline) and not test_search and not test_photos"


def build(content, folder):
    if callable(content):
        content(folder)
    else:
        shutil.copytree(content, folder / "Content")
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    (folder / "Public").mkdir()
    done = subprocess.run(
        [SITEGEN, "build", "--site", str(folder), "--now", NOW], capture_output=True, text=True, timeout=300
    )
    print((done.stderr or done.stdout).strip().splitlines()[-1:])
    return folder / "Public" if done.returncode == 0 else None


def measure(name, public, arguments):
    command = [
        sys.executable, "-m", "pytest", str(HERE), f"--public={public}",
        f"--artefacts={ROOT / 'artefacts' / 'browser' / name}", *arguments, *sys.argv[2:],
    ]
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    print(run.stdout, run.stderr, sep="\n")
    total = re.findall(r"^(\d+) passed, (\d+) failed", run.stdout, re.M)
    return tuple(map(int, total[-1])) if total else (0, 1)


passed = failed = 0
with tempfile.TemporaryDirectory() as temporary:
    for name, content, arguments in (
        ("sample", ROOT / "Content", [f"--sitegen={SITEGEN}", "-k", "not test_photos"]),
        ("extremes", HERE / "sites/extremes/Content", ["--every=article", "-k", HOLDS]),
        ("english", HERE / "sites/english/Content", ["-k", HOLDS]),
        ("photos", photos.lay, [f"--chromium={WHOLE}", "-k", "test_photos"]),
        ("daily", daily.lay, ["-k", "test_front"]),
    ):
        print(f"-- {name}", flush=True)
        public = build(content, Path(temporary) / name)
        good, bad = measure(name, public, arguments) if public else (0, 1)
        passed, failed = passed + good, failed + bad
print(f"{passed} passed, {failed} failed")
sys.exit(bool(failed))
