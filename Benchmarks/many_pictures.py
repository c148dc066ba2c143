"""What many pictures cost: a first build of photos, and a build in which nothing is new.

    many_pictures.py PATH/TO/sitegen [PHOTOS [SMALL]]        needs pillow; 1,000 and 10,000 by default

Photos are of 12 megapixels; four are made, the others differ by what stands behind their end, and are decoded and scaled as any.
Small ones are of 20 KB or more, so that sizes are made of them, too. What a build without news takes is told beside `find -printf`
over the content, the output and the kept pictures, in turns, the least of nine runs of each.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

PROGRAM = str(Path(sys.argv[1]).resolve())
THEME = Path(__file__).resolve().parents[1] / "Tests/Golden/Templates"


def noisy(width, height, seed):
    """Light, detail and grain: about 2.4 MB at 12 megapixels."""
    chance = random.Random(seed)
    image = Image.new("RGB", (width, height))
    for columns, share in [(5, 1), (40, 0.3), (360, 0.2), (1000, 0.15)]:
        rows = columns * 3 // 4
        layer = Image.frombytes("RGB", (columns, rows), chance.randbytes(columns * rows * 3)).resize((width, height), Image.BICUBIC)
        image = Image.blend(image, layer, share)
    return Image.blend(image, Image.effect_noise((width, height), 20).convert("RGB"), 0.12)


def lay(folder, count, files):
    """An article each, with the picture in its text; what is behind a picture's end makes it another."""
    articles = folder / "Content/articles"
    articles.mkdir(parents=True)
    (folder / "Content/site.yaml").write_text("name: a\nurl: https://example.org/\nmessages: en\n")
    shutil.copytree(THEME, folder / "Templates")
    for number in range(count):
        (articles / f"p{number}.jpg").write_bytes(files[number % len(files)] + number.to_bytes(4, "big"))
        (articles / f"a{number}.md").write_text(f"---\ntitle: a{number}\ndate: 2024-01-01\n---\n\n![a](p{number}.jpg)\n")


def made(folder, kind, seed):
    """The bytes of a JPEG, made by a process of its own: what it takes of the memory would count for all that are measured after it."""
    subprocess.run([sys.executable, __file__, PROGRAM, kind, str(seed), folder / "photo.jpg"], check=True)
    return (folder / "photo.jpg").read_bytes()


def measured(*command):
    """Seconds by the clock and of the processors, megabytes at most."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status: raise SystemExit(error)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def build(folder): return measured(PROGRAM, "build", "--site", folder, "--now", "2025-01-01T00:00:00Z")


if len(sys.argv) > 4:
    image = noisy(4000, 3000, int(sys.argv[3])) if sys.argv[2] == "photo" else Image.effect_noise((360, 270), 60).convert("RGB")
    image.save(sys.argv[4], quality=88)
    sys.exit()
PHOTOS, SMALL = map(int, (sys.argv[2:] + ["1000", "10000"][len(sys.argv) - 2:])[:2])
with tempfile.TemporaryDirectory() as place:
    place = Path(place)
    if PHOTOS:
        lay(place / "photos", PHOTOS, [made(place, "photo", seed) for seed in range(4)])
        clock, processor, memory = build(place / "photos")
        print(f"{PHOTOS:,} photos of 12 megapixels: {clock:.0f} s, {processor:.0f} s of {os.cpu_count()} processors, {memory:.0f} MB at most", flush=True)
        shutil.rmtree(place / "photos")
    if SMALL:
        lay(place / "small", SMALL, [made(place, "small", 0)])
        clock, processor, memory = build(place / "small")
        print(f"{SMALL:,} small pictures: {clock:.0f} s, {processor:.0f} s, {memory:.0f} MB")
        time.sleep(4)  # No stamp is believed before.
        build(place / "small")
        folders = [place / "small" / name for name in ["Content", "Public", ".sitegen/pictures"]]
        runs = [(build(place / "small"), measured("find", *folders, "-printf", "%p %s %T@ %C@\n")) for _ in range(9)]
        own, other = (min(run[which][0] for run in runs) for which in [0, 1])
        print(f"nothing new: {own * 1000:.0f} ms, find {other * 1000:.0f} ms, {own / other:.2f} to 1; {max(run[0][2] for run in runs):.0f} MB")
