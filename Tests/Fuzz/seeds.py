"""Collects what the fuzzer starts from: the articles, templates and pictures of the project's own tests.

    seeds.py FOLDER

Fills a folder for each target in FOLDER, and beside it a dictionary of what means something there. The pictures that Tests/Pictures makes are among them where Pillow is installed.
"""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LARGEST = 16 * 1024


def files(*patterns): return [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file()]


def pictures():
    sys.path.insert(0, str(ROOT / "Tests/Pictures"))
    sys.dont_write_bytecode = True
    try: from pictures import pictures as made
    except ImportError: return []
    return [data for data, _ in made().values()]


articles = files("Tests/Golden/*/Content/**/*.md", "Content/**/*.md", "Tests/Formats/Fixture/Content/**/*.md")
examples = [example["markdown"].encode() for example in json.loads((ROOT / "Tests/CommonMark/examples.json").read_text())]
pairs = [str(pair[0] if isinstance(pair, list) else pair.get("template", "")).encode() for path in sorted((ROOT / "Tests/TemplatesTests/Pairs").glob("*.json")) for pair in json.loads(path.read_text())["pairs"]]
SEEDS = {
    "frontMatter": [b"---\n" + article.split(b"\n---\n")[0].removeprefix(b"---\n") + b"\n---\n\ntext\n" for article in articles],
    "markdown": [article.split(b"\n---\n", 1)[-1] for article in articles] + examples,
    "templates": files("Tests/Golden/**/*.html", "Templates/**/*.html") + pairs,
    "pictures": files("Tests/Golden/*/Content/**/*.png", "Content/assets/**/*.svg") + pictures(),
}
WORDS = {
    "frontMatter": """---|title: |date: |tags: |author: |authors: |draft: |status: |image: {src: |corrections:|extra:|العنوان: |الوسوم: |2024-01-24|24/1/2024|١٤٤٥/٨/١٣|ص|هـ|،| - |[|]|{|}|: | #|"|'|\\|>-|&a|*a|!!|~|null|true|نعم|https://|\u200f|\u2028|\u0085|\ufeff""",
    "markdown": """**|*|_|~~|==|`|```|> |- |1. |٣. |# |## |{#a}|[|](|![|[^1]|[^1]: |::: |:::|::: aside |::: details |::: pullquote|> [!pull] |— ||---||<b>|<!--|-->|<div>|https://|www.|&amp;|\\|"|'|«|»|(|)|\u200f|\u2067|\u202e|\u2028|أ|ب|12|C++|{{<|{%|[r]: /u|    |  \n""",
    "templates": """{{ | }}|{% | %}|{#|#}|if |elif |else|endif|for x in words|endfor|set |block a|endblock|extends "base.html"|include "base.html"|import "macros.html" as m|macro a(b)|endmacro|call |endcall|raw|endraw|with |endwith|filter |endfilter|title|html|number|share|words|lists|absent|any|loop.index| and | or | not | in | is defined| is |~|//|%|[0]|[1:]|[::-1]|.x|\u2028|<script>|<a href="|">""",
}


def dictionary(target):
    if target == "pictures":
        words = [b"\xff\xd8", b"\xff\xe1", b"\xff\xda", b"\xff\xd9", b"Exif\0\0", b"II*\0", b"MM\0*", b"\x89PNG\r\n\x1a\n", b"IHDR", b"IDAT", b"IEND", b"eXIf", b"tEXt", b"iTXt", b"acTL", b"fcTL", b"GIF89a", b"!\xfe", b"!\xf9", b"!\xff\x0bNETSCAPE2.0", b"RIFF", b"WEBP", b"VP8X", b"VP8L", b"VP8 ", b"EXIF", b"XMP ", b"ANMF", b"ICCP", b"ftypavif", b"meta", b"iloc", b"iinf", b"infe", b"iprp", b"ipco", b"ispe", b"irot", b"mdat", b"idat", b"moov", b"<svg", b"viewBox", b"\xff\xff\xff\xff", b"\0\0\0\0"]
    else: words = [word.encode() for word in WORDS[target].split("|") if word]
    return "".join('"' + "".join("\\x%02x" % byte for byte in word) + '"\n' for word in words)


for target, seeds in SEEDS.items():
    folder = Path(sys.argv[1]) / target
    folder.mkdir(parents=True, exist_ok=True)
    for path in (HERE / "Corpus" / target).iterdir(): seeds.append(path.read_bytes())
    for seed in seeds:
        if seed and len(seed) <= LARGEST: (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    (Path(sys.argv[1]) / f"{target}.words").write_text(dictionary(target))
    print(f"{target}: {len(list(folder.iterdir()))} seeds")
