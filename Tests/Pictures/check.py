"""Builds a site of pictures that tell more than they show, and looks at every byte that came out.

    check.py PATH/TO/sitegen [NUMBER-OF-DAMAGED-PICTURES [SEED]]

Whatever cameras, phones and editors wrote into the files is gone, and what is seen has not changed: to Pillow, in the files'
own parts, and to Chromium where that is installed. Ends with `N passed, N failed`.
"""

import io
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageFile, ImageOps

sys.dont_write_bytecode = True
from damage import canaries, damaged
from parts import additions, essence, kind, wrong_flags
from pictures import LATITUDE, LONGITUDE, pictures, segment

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import CHROMIUM
from totals import check, finish

SITEGEN = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-01-01T00:00:00Z"
COUNT, SEED = map(int, (sys.argv[2:] + ["300", "1"][len(sys.argv) - 2:])[:2])
MADE = pictures()
# Pictures that lie also where only a few pictures lie.
SOME = [
    "Content/authors/exif-little.jpg", "Content/authors/said-icc.png", "Content/authors/said-moving-1.webp", "Content/pages/said-icc.png",
    "Content/pages/said-moving-1.webp", "Templates/assets/exif-little.jpg", "Templates/assets/said-icc.png", "Templates/assets/turn-6.webp",
    "Templates/assets/between-frames.gif", "Templates/assets/said-base.avif", "Templates/assets/plain-base.png",
]
# What is no picture by its first bytes, however much of it looks like one, and what ends before it began.
OTHERS = {
    "note.txt": "الكاميرا تكتب Exif في الصورة".encode(),
    "icon.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><metadata>by me</metadata></svg>',
    "paper.pdf": b"%PDF-1.7\nstream\n" + MADE["plain-base.jpg"][0] + segment(0xFE, b"no comment") + b"\nendstream\n%%EOF\n",
    "sound.jpg": b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0" + bytes(24) + b"EXIF", "film.jpg": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08mdat",
    "empty.png": b"", "one.jpg": b"\xff", "two.jpg": b"\xff\xd8", "head.png": b"\x89PNG\r\n\x1a\n", "head.gif": b"GIF89a",
    "head.webp": b"RIFF\x04\0\0\0WEBP",
}
# What Pillow tells of a frame beside its pixels, as far as it changes what is seen.
TOLD = ["duration", "loop", "transparency", "background", "disposal", "blend", "default_image", "icc_profile", "gamma", "srgb", "chromaticity",
        "adobe_transform"]
SHEET_STYLE = "body { margin: 0; font-size: 0 } p { float: left; margin: 0; width: 64px; height: 64px }"
SHEET_SCRIPT = "onload = () => document.body.append(...[...document.images].map(it => `${it.naturalWidth}x${it.naturalHeight} `))"

def build(site, *arguments):
    command = [SITEGEN, "build", "--site", site, "--now", NOW, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def times(folder):
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def stem(name):
    return name.replace(".", "-").lower()


def lay(site, files):
    """Every picture beside an article of its own and among the assets; some beside an author, a page and in the theme."""
    shutil.copytree(ROOT / "Tests/Golden/Templates", site / "Templates")
    # A feed holds twenty articles, so each twenty share a tag that has feeds of its own.
    write(site / "Content/site.yaml", "name: جريدة\nurl: https://example.org/\nmessages: en\npictures: {names: path}\n"
          "feeds:\n  site: [rss, atom]\n  tags: [rss, atom]\n  items: 20\n")
    for number, name in enumerate(files):
        write(site / f"Content/articles/{name}", files[name])
        write(site / f"Content/assets/{name}", files[name])
        write(site / f"Content/articles/2024-01-01-{stem(name)}.md", f"---\ntitle: خبر {number}\ndate: 2024-01-01\nauthor: سلمى\n"
              f"tags: وسم {number // 20}\nimage: {{src: {name}, alt: صورة}}\n---\n\n![صورة]({name})\n\n![صورة](/assets/{name})\n")
    shown = "![صورة](said-icc.png)\n\n![صورة](said-moving-1.webp)\n"
    write(site / "Content/authors/salma.md", f"---\nname: سلمى\nimage: {{src: exif-little.jpg, alt: صورة}}\n---\n\n{shown}")
    write(site / "Content/pages/about.md", f"---\ntitle: من نحن\n---\n\n{shown}")
    for path in SOME:
        write(site / path, files[Path(path).name])
    for name, data in OTHERS.items():
        write(site / f"Content/assets/other/{name}", data)
        write(site / f"Templates/assets/other/{name}", data)
    write(site / "Content/assets/data.bin", files["exif-little.jpg"])
    write(site / "Content/assets/no-ending", files["said-moving.gif"])


def published(site, path):
    """The bytes that a file of the site became; none where it is not there. The names of a theme's files carry a fingerprint."""
    public, parts = site / "Public", Path(path).parts
    if parts[0] == "Templates":
        found = list((public / Path(*parts[1:-1])).glob(f"{Path(path).stem}.????????{Path(path).suffix}"))
    else:
        found = [public / Path(*parts[1:])] if parts[1] == "assets" else [public / "media" / Path(*parts[1:])]
    return found[0].read_bytes() if found and found[0].exists() else b""


def as_it_is(site, name):
    """The bytes of a picture that is published as it is: heavy ones are so among the assets alone, where no smaller ones are made."""
    return published(site, f"Content/{'articles' if len(MADE[name][0]) <= 20 * 1024 else 'assets'}/{name}")


# What is seen, and what is told


def seen(data, is_truncated=False):
    """What Pillow shows of a picture: every frame, and how the first one stands when it is turned upright."""
    ImageFile.LOAD_TRUNCATED_IMAGES = is_truncated
    frames = []
    with Image.open(io.BytesIO(data)) as image:
        # The second picture of a JPEG is shown by no browser.
        for number in range(1 if kind(data) == "jpeg" else getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            frames.append([image.mode, image.size, image.tobytes(), image.getpalette(), getattr(image, "disposal_method", None),
                           *map(image.info.get, TOLD)])
        image.seek(0)
        upright = ImageOps.exif_transpose(image)
        return frames, upright.size, upright.tobytes()


def check_looks(name, before, after):
    try:
        found = seen(after, "truncated" in name)
    except Exception as problem:
        found = f"{type(problem).__name__}: {problem}"
    check(f"{name} looks as it did", found == seen(before, "truncated" in name), found if isinstance(found, str) else "")


def leaks(data):
    """Canaries in letters of one byte, of two, in hexadecimal; the place where the pictures were taken."""
    found = sorted(canaries(data)) + [name for name in ["utf-16-le", "utf-16-be"] if "CANARY-".encode(name) in data]
    found += ["hexadecimal"] * (b"CANARY-".hex().encode() in data)
    for order in "<>":
        found += ["coordinates"] * any(struct.pack(order + "6I", *place) in data for place in [LATITUDE, LONGITUDE])
        found += ["GPS directory"] * (struct.pack(order + "HHI", 0x8825, 4, 1) in data)
    return found


def check_picture(name, before, is_plain, after):
    check(f"{name} is published", after != b"")
    check(f"{name} tells nothing", not leaks(after), leaks(after)[:3])
    check_looks(name, before, after)
    if is_plain:
        check(f"{name}, which tells nothing, is published as it is", after == before)
    if kind(before) and after:
        check(f"{name} keeps every part of the picture", essence(after) == essence(before))
        check(f"{name} holds no other part", not additions(after), additions(after))
        check(f"{name} holds what its head promises", not wrong_flags(after), wrong_flags(after))


def clean_site(work):
    site = work / "site"
    lay(site, {name: data for name, (data, _) in MADE.items()})
    built = build(site)
    check("the site builds", built.returncode == 0, built.stderr)
    if built.returncode != 0:
        return
    for name, (data, is_plain) in MADE.items():
        after = as_it_is(site, name)
        check_picture(name, data, is_plain, after)
        check(f"{name} comes out the same among the assets", published(site, f"Content/assets/{name}") == after)
    for path in SOME:
        check(f"{path} comes out the same", published(site, path) == as_it_is(site, Path(path).name))
    for name, source in [("data.bin", "exif-little.jpg"), ("no-ending", "said-moving.gif")]:
        check(f"{name} is told by its bytes", published(site, f"Content/assets/{name}") == published(site, f"Content/assets/{source}"))
    for name, data in OTHERS.items():
        for folder in ["Content/assets/other", "Templates/assets/other"]:
            check(f"{folder}/{name} is copied as it is", published(site, f"{folder}/{name}") == data)
    for path in sorted(path for path in (site / "Public").rglob("*") if path.is_file()):
        check(f"{path.relative_to(site)} tells nothing", not leaks(path.read_bytes()), leaks(path.read_bytes())[:3])
    enclosures(site)
    stamps = times(site / "Public")
    build(site)
    check("a second build writes nothing", times(site / "Public") == stamps)
    verified = build(site, "--verify")
    check("--verify finds the pictures as a build makes them", verified.returncode == 0, verified.stdout + verified.stderr)
    if CHROMIUM:
        in_a_browser(work, site)
    else:
        print("Chromium is not installed: what it shows is not compared")
    cleaned_again(work, site)
    told_later(site)


def enclosures(site):
    lengths = {}
    for feed in [path for name in ["feed.xml", "atom.xml"] for path in (site / "Public").rglob(name)]:
        for tag in re.findall(r'<(?:enclosure|link rel="enclosure")[^>]*>', feed.read_text()):
            url = re.search(r'(?:url|href)="https://example.org/([^"]+)"', tag)[1]
            lengths.setdefault(url, set()).add(int(re.search(r'length="(\d+)"', tag)[1]))
    check("every lead picture is in a feed", len(lengths) == len(MADE), len(lengths))
    for url, told in sorted(lengths.items()):
        size = (site / "Public" / url).stat().st_size
        check(f"the feeds tell the length of {url}", told == {size}, f"{told}, but it is {size}")


def cleaned_again(work, site):
    """What is clean has nothing more to lose."""
    clean = {name: as_it_is(site, name) for name in MADE}
    lay(work / "again", clean)
    built = build(work / "again")
    check("a site of clean pictures builds", built.returncode == 0, built.stderr)
    for name, data in clean.items():
        check(f"{name}, cleaned again, stays as it is", as_it_is(work / "again", name) == data)


def told_later(site):
    """Files that told nothing in one build and do so in the next."""
    write(site / "Content/articles/plain-base.jpg", MADE["exif-big.jpg"][0])
    write(site / "Content/assets/plain-base.jpg", MADE["comments.jpg"][0])
    write(site / "Templates/assets/plain-base.png", MADE["private.png"][0])
    built = build(site)
    check("a build after a change succeeds", built.returncode == 0, built.stderr)
    for path in ["Content/articles/plain-base.jpg", "Content/assets/plain-base.jpg", "Templates/assets/plain-base.png"]:
        after = published(site, path)
        check(f"{path}, which tells something in a later build, is clean", after != b"" and not leaks(after), leaks(after)[:3])


def damaged_pictures(work):
    site = work / "site"
    lay(site, {name: MADE[name][0] for name in sorted({*(Path(path).name for path in SOME), "said-moving.gif"})})
    files = damaged(MADE, COUNT, SEED)
    for name, (data, _, _) in files.items():
        write(site / f"Content/assets/damaged/{name}", data)
    built, refused = build(site), set()
    while built.returncode == 1 and (named := set(re.findall(r"^Content/assets/damaged/(\S+?):\d+:\d+: error: ", built.stderr, re.M)) - refused):
        refused |= named
        for name in named:
            (site / f"Content/assets/damaged/{name}").unlink()
        built = build(site)
    check("damaged pictures stop no build, or have an error each", built.returncode == 0, f"{built.returncode}: {built.stderr[-500:]}")
    for name, (data, told, is_sound) in files.items():
        after = published(site, f"Content/assets/damaged/{name}")
        kept = told & canaries(after)
        check(f"damaged/{name} tells nothing that stood before its fault", not kept, sorted(kept)[:3])
        if is_sound:
            check(f"damaged/{name}, which has no fault, tells nothing", not leaks(after), leaks(after)[:3])
            check_looks(f"damaged/{name}, which has no fault,", data, after)


def flat(image):
    """What a picture on white shows, upright, in a few pixels: a codec may change single ones. Browsers turn no WebP."""
    if image.format != "WEBP":
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16"):
        image = Image.frombytes("L", image.size, image.tobytes()[1::2])
    image = image.convert("RGBA" if "A" in image.mode or "transparency" in image.info else "RGB").convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB").resize((6, 4), Image.BOX).tobytes()


def check_smaller(site, name, data):
    # Pillow knows nothing of a gamma, and turns by what stands behind the picture.
    if re.search("gamma|exif-behind", name):
        return
    page = (site / f"Public/2024/01/{stem(name)}/index.html").read_text()
    made = re.search(r'<img src="/(media/[0-9a-f]{16}-\d+\.\w+)"', page.partition("<h1")[2])
    if not made:
        return
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with Image.open(io.BytesIO(data)) as before, Image.open(site / "Public" / made[1]) as after:
        worst = max(abs(a - b) for a, b in zip(flat(before), flat(after)))
    check(f"{name}, made smaller, looks as it did", worst <= 12, worst)


def scaled_pictures(work):
    """Pictures that are so heavy, through what stands behind their end, that smaller ones are made of them."""
    site = work / "site"
    behind = b"CANARY-behind-" * 3000
    still = {name: data + behind for name, (data, _) in MADE.items() if "truncated" not in name}
    lay(site, still)
    settings = site / "Content/site.yaml"
    settings.write_text(settings.read_text().replace("pictures: {names: path}\n", ""))
    built = build(site)
    check("a site of heavy pictures builds", built.returncode == 0, built.stderr)
    media = sorted((site / "Public/media").rglob("*")) if built.returncode == 0 else []
    check("smaller ones were made of most", len(media) > 2 * len(still) // 3, len(media))
    check("no name of a file says whose it is", all(re.fullmatch(r"[0-9a-f]{16}(-\d+)?\.(jpg|png|webp|gif|avif)", path.name) for path in media))
    for path in sorted(path for path in (site / "Public").rglob("*") if path.is_file() and path.parts[-2] != "assets"):
        check(f"{path.relative_to(site)}, made smaller, tells nothing", not leaks(path.read_bytes()), leaks(path.read_bytes())[:3])
    for name, data in still.items():
        check_smaller(site, name, data)
    stamps = times(site / "Public")
    build(site)
    check("a second build makes none of them anew", times(site / "Public") == stamps)
    shutil.rmtree(site / ".sitegen")
    build(site, "--clean")
    again = {path: path.read_bytes() for path in media}
    shutil.rmtree(site / "Public")
    shutil.rmtree(site / ".sitegen")
    build(site)
    check("without what was kept the same comes out", all(path.exists() and path.read_bytes() == data for path, data in again.items()))


def withdrawn_pictures(work):
    """A picture that an article withdraws or replaces is gone in every size, and `plan` names what caches hold of it."""
    site = work / "site"
    shutil.copytree(ROOT / "Tests/Golden/Templates", site / "Templates")
    write(site / "Content/site.yaml", "name: جريدة\nurl: https://example.org/\nmessages: en\n")

    def photo(name, seed):
        data = io.BytesIO()
        Image.frombytes("RGB", (200, 150), random.Random(seed).randbytes(90_000)).resize((1400, 1050)).save(data, "JPEG")
        write(site / f"Content/articles/{name}.jpg", data.getvalue())

    def article(name, more=""):
        write(site / f"Content/articles/{name}.md", f"---\ntitle: {name}\ndate: 2024-01-01\nimage: {{src: {name}.jpg, alt: صورة}}\n{more}---\n\nنص.\n")

    def media():
        return {str(path.relative_to(site / "Public")) for path in (site / "Public/media").glob("*")}

    def purged():
        lines = subprocess.run([SITEGEN, "plan", "--site", site, "--now", NOW], capture_output=True, text=True, timeout=300).stdout.splitlines()
        return {line.removeprefix("purge from caches: https://example.org/") for line in lines if line.startswith("purge from caches: ")}

    for name in ["stays", "goes"]:
        photo(name, name)
        article(name)
    check("a site of two photos builds", build(site).returncode == 0)
    both = media()
    photo("goes", "another")
    replaced = purged()
    check("a picture that was replaced has another address", build(site).returncode == 0 and len(media()) == len(both) and media() != both)
    check("plan names every size of a picture that was replaced", replaced == both - media() and len(replaced) > 8, sorted(replaced))
    last = media()
    article("goes", "status: removed\n")
    named = purged()
    check("an article that is removed builds", build(site).returncode == 0)
    check("its picture is gone in every size", media() == both & last and named == last - media() and len(named) > 8, sorted(media()))
    kept = [path for path in (site / ".sitegen/pictures").rglob("*") if path.is_file()]
    check("nothing of it is kept for later builds", len(kept) == len(media()), len(kept))
    told = re.findall(r"media/[\w.-]+", "".join(path.read_text() for path in (site / "Public").rglob("*.*") if path.suffix in [".html", ".xml", ".json"]))
    check("no page, feed or sitemap names it", set(told) <= media(), set(told) - media())
    check("plan has nothing more to name", purged() == set())


def in_a_browser(work, site):
    """Still pictures, as they were and as they are published, on a sheet each; and how large the browser and the pages take them."""
    names = [name for name in MADE if not re.search("moving|holes|frames|loop|animexts|truncated|gif.webp", name)]
    shots, sizes = [], []
    for sheet, file in [("before", lambda name: MADE[name][0]), ("after", lambda name: as_it_is(site, name))]:
        for name in names:
            write(work / sheet / name, file(name))
        images = "".join(f'<p><img src="{name}" decoding="sync"></p>' for name in names)
        write(work / sheet / "sheet.html", f"<!doctype html><style>{SHEET_STYLE}</style>{images}<script>{SHEET_SCRIPT}</script>")
        command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
                   f"--window-size=1024,{64 * (len(names) // 16 + 1)}", f"--user-data-dir={work / 'profile'}"]
        url = f"file://{work / sheet / 'sheet.html'}"
        subprocess.run([*command, f"--screenshot={work / sheet / 'shot.png'}", url], capture_output=True, timeout=120)
        page = subprocess.run([*command, "--dump-dom", url], capture_output=True, text=True, timeout=120).stdout
        sizes.append(dict(zip(names, re.findall(r"(\d+)x(\d+) ", page.rpartition("</script>")[2]))))
        if (work / sheet / "shot.png").exists():
            with Image.open(work / sheet / "shot.png") as shot:
                shots.append(shot.convert("RGB"))
    are_open = len(shots) == 2 and all(len(found) == len(names) for found in sizes)
    check("Chromium opens both sheets", are_open, [len(found) for found in sizes])
    if not are_open:
        return
    for number, name in enumerate(names):
        left, top = number % 16 * 64, number // 16 * 64
        before, after = (shot.crop((left, top, left + 64, top + 64)) for shot in shots)
        check(f"Chromium shows {name} as it did", ImageChops.difference(before, after).getbbox() is None)
        check(f"Chromium shows {name} at all", len(after.getcolors(4096)) > 9)
        before, after = (found.get(name) for found in sizes)
        check(f"Chromium takes {name} for as large as it did", before == after, f"{before}, then {after}")
        page = (site / f"Public/2024/01/{stem(name)}/index.html").read_text()
        told = set(re.findall(r'<img [^>]*width="(\d+)" height="(\d+)"', page))
        check(f"the page tells the size that Chromium takes {name} for", told == {after}, f"{told}, not {after}")


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
    for part in [clean_site, scaled_pictures, withdrawn_pictures, damaged_pictures]:
        work = Path(folder) / part.__name__
        work.mkdir()
        part(work)
finish()
