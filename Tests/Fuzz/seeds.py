"""Collects what the fuzzer starts from: the articles, templates and pictures of the project's own tests.

    seeds.py FOLDER

Fills a folder for each target in FOLDER. The pictures that Tests/Pictures makes are among them where Pillow is installed.
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
pairs = [value.encode() for path in sorted((ROOT / "Tests/TemplatesTests/Pairs").glob("*.json")) for value in map(str, (it.get("template", "") for it in json.loads(path.read_text()) if isinstance(it, dict)))]
SEEDS = {
    "frontMatter": [b"---\n" + article.split(b"\n---\n")[0].removeprefix(b"---\n") + b"\n---\n\ntext\n" for article in articles],
    "markdown": [article.split(b"\n---\n", 1)[-1] for article in articles] + examples,
    "templates": files("Tests/Golden/**/*.html", "Templates/**/*.html") + pairs,
    "pictures": files("Tests/Golden/*/Content/**/*.png", "Content/assets/**/*.svg") + pictures(),
}
for target, seeds in SEEDS.items():
    folder = Path(sys.argv[1]) / target
    folder.mkdir(parents=True, exist_ok=True)
    for path in (HERE / "Corpus" / target).iterdir(): seeds.append(path.read_bytes())
    for seed in seeds:
        if seed and len(seed) <= LARGEST: (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    print(f"{target}: {len(list(folder.iterdir()))} seeds")
