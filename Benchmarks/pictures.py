"""What the sizes of a photo cost and how they look, beside libvips, in one run.

    pictures.py PATH/TO/sitegen        needs pillow, numpy and pyvips[binary] from PyPI

For photos that it makes, of 12 and of 48 megapixels: the processor's time of a build that makes all WebP sizes and the JPEGs
for old browsers, less that of the same site without the photo, beside one process of libvips that makes the same set; the most memory of both;
and for every size the bytes and the SSIM of both against the photo scaled by Pillow (Lanczos), at the quality of libvips that comes nearest in bytes.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter

PROGRAM = str(Path(sys.argv[1]).resolve())
WIDTHS = [320, 480, 720, 960, 1280, 1920]
JPEGS = [720, 1280]
THEME = Path(__file__).resolve().parents[1] / "Tests/Golden/Templates"


def photo(width, height, seed):
    """Gradients, edges, letters and grain."""
    chance = random.Random(seed)
    image = Image.frombytes("RGB", (8, 6), bytes(chance.randrange(30, 220) for _ in range(144))).resize((width, height), Image.BICUBIC)
    for columns, share in [(40, 0.3), (200, 0.12), (800, 0.06)]:
        rows = columns * 3 // 4
        layer = Image.frombytes("RGB", (columns, rows), chance.randbytes(columns * rows * 3)).resize((width, height), Image.BICUBIC)
        image = Image.blend(image, layer, share)
    draw = ImageDraw.Draw(image)
    for number in range(60):
        x, y, side = chance.randrange(width), chance.randrange(height), chance.randrange(width // 60, width // 8)
        draw.ellipse((x, y, x + side, y + side * chance.uniform(0.5, 1.5)), fill=tuple(chance.randrange(20, 235) for _ in range(3)))
        draw.text((chance.randrange(width), chance.randrange(height)), f"sample {number} 0123456789", fill=(250, 250, 250), font_size=width // 80)
    image = image.filter(ImageFilter.GaussianBlur(width / 3000))
    grain = Image.effect_noise((width, height), 14).convert("RGB")
    return Image.blend(image, grain, 0.05)


def measured(*command):
    """Seconds of the processor's time, and megabytes at most."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status: raise SystemExit(error)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def site(folder, file):
    """A site of one article with the photo in its text; of none where there is no photo."""
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text("name: a\nurl: https://example.org/\nmessages: en\n")
    (folder / "Content/articles/a.md").write_text(f"---\ntitle: a\ndate: 2024-01-01\n---\n\n{'![a](a.jpg)' if file else 'a'}\n")
    if file: (folder / "Content/articles/a.jpg").write_bytes(file.read_bytes())
    shutil.copytree(THEME, folder / "Templates")
    return folder


def build(folder):
    return measured(PROGRAM, "build", "--site", folder, "--now", "2025-01-01T00:00:00Z")


VIPS = """
import os, sys
os.environ["VIPS_CONCURRENCY"] = "1"
import pyvips
source, folder = sys.argv[1:3]
for width in map(int, sys.argv[3].split(",")):
    pyvips.Image.thumbnail(source, width, height=100000).webpsave(f"{folder}/{width}.webp", Q=75, effort=4, strip=True)
for width in map(int, sys.argv[4].split(",")):
    pyvips.Image.thumbnail(source, width, height=100000).jpegsave(f"{folder}/{width}.jpg", Q=78, interlace=True, strip=True)
"""


def ssim(a, b):
    """Mean structural similarity of luminance, in windows of eight pixels."""
    def means(plane):
        total = numpy.pad(plane, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
        return (total[8:, 8:] - total[8:, :-8] - total[:-8, 8:] + total[:-8, :-8]) / 64
    a, b = (numpy.asarray(image.convert("L"), dtype=float) for image in [a, b])
    one, other = means(a), means(b)
    spread, spreads, both = means(a * a) - one**2, means(b * b) - other**2, means(a * b) - one * other
    first, second = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * one * other + first) * (2 * both + second)) / ((one**2 + other**2 + first) * (spread + spreads + second))).mean())


def looks(folder, source, image):
    import pyvips
    for path in sorted((folder / "Public/media").glob("*.webp"), key=lambda path: int(re.search(r"-(\d+)", path.name)[1])):
        own = Image.open(path)
        truth = image.resize(own.size, Image.LANCZOS)
        scaled = pyvips.Image.thumbnail(str(source), own.width, height=100000).copy_memory()
        sized = [(quality, scaled.webpsave_buffer(Q=quality, effort=4, strip=True)) for quality in range(66, 84)]
        quality, data = min(sized, key=lambda item: abs(len(item[1]) - path.stat().st_size))
        other = folder / "other.webp"
        other.write_bytes(data)
        ours, theirs = ssim(own, truth), ssim(Image.open(other), truth)
        print(f"    {own.width:5}: {path.stat().st_size:7} bytes, SSIM {ours:.4f}; libvips at {quality} {len(data):7} bytes, {theirs:.4f}; {ours - theirs:+.4f}")


if len(sys.argv) > 2:
    # A process of its own: what it takes of the memory would count for every process that is measured after it.
    photo(int(sys.argv[2]), int(sys.argv[2]) * 3 // 4, int(sys.argv[2])).save(sys.argv[3], quality=90)
    sys.exit()
with tempfile.TemporaryDirectory() as place:
    place = Path(place)
    made = []
    empty, _ = min(build(site(place / f"empty{number}", None)) for number in range(3))
    for name, width in [("12 megapixels", 4000), ("48 megapixels", 8000)]:
        source = place / f"{width}.jpg"
        subprocess.run([sys.executable, __file__, PROGRAM, str(width), source], check=True)
        runs = [(folder := site(place / f"{width}-{number}", source), *build(folder)) for number in range(3)]
        seconds, memory = min(run[1] for run in runs) - empty, max(run[2] for run in runs)
        out = place / f"vips{width}"
        out.mkdir()
        command = [sys.executable, "-c", VIPS, source, out, ",".join(map(str, WIDTHS)), ",".join(map(str, JPEGS))]
        start, _ = min(measured(sys.executable, "-c", "import pyvips") for _ in range(3))
        others = [measured(*command) for _ in range(3)]
        theirs = min(run[0] for run in others) - start
        print(f"{name}, {source.stat().st_size / 1e6:.1f} MB: sitegen {seconds:.2f} s, {memory:.0f} MB; libvips {theirs:.2f} s, {max(run[1] for run in others):.0f} MB")
        made.append((name, runs[0][0], source))
    for name, folder, source in made:
        print(name)
        looks(folder, source, Image.open(source))
