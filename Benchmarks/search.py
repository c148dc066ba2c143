#!/usr/bin/env python3
"""Measures how much of what a noun should find the search finds, and the bytes that takes.

    search.py PATH/TO/sitegen [--sizes 358 10000] [--queries 300] [--pagefind PROGRAM] [--type]

With --pagefind the same questions go to Pagefind on the same pages; with --type words are typed in a browser on a processor
slowed down four times. Both need Playwright and Chromium.

A noun is a word that the corpus has four times at least with ال. It is asked for bare and with ال; wanted are the articles
that hold it bare, with ال, or with و ف ب ك ل and their unions before either.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from corpus.articles import NOW, Archive
from corpus.sites import SitegenSite
from measuring import browsing

TEMPLATES = HERE.parent / "Templates"
CLITICS = [a + b for a in ("", "و", "ف") for b in ("", "ب", "ك", "ل")][1:]
SPELLINGS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "ء", "ئ": "ء"})
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")


def words_of(text):
    return re.findall("[\u0621-\u064a]+", MARKS.sub("", text).translate(SPELLINGS))


def questions(texts, count):
    """Nouns with the articles that each should find, by the last part of their addresses."""
    counts = Counter(word for words in texts.values() for word in words)
    known = set(counts)
    nouns = sorted(word[2:] for word, n in counts.items() if n >= 4 and word.startswith("ال") and len(word) > 4 and word[2:] in known)
    random.Random(1).shuffle(nouns)
    holders = {}
    for slug, words in texts.items():
        for word in set(words):
            holders.setdefault(word, set()).add(slug)
    for noun in nouns[:count]:
        forms = {noun, "ال" + noun} | {clitic + noun for clitic in CLITICS} | {clitic + "ال" + noun for clitic in CLITICS}
        forms |= {before + "لل" + noun for before in ("", "و", "ف")}
        yield noun, set().union(*(holders.get(form, set()) for form in forms))


def ours(public, asked):
    command = ["node", HERE / "measuring/search.mjs", TEMPLATES / "assets/search.js", public]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def report(size, label, wanted, answers):
    found = [{urllib.parse.unquote(url).rstrip("/").split("/")[-1] for url in answer["urls"]} for answer in answers]
    parts = [len(want & got) / len(want) for want, got in zip(wanted, found)]
    costs = [answer["bytes"] / 1000 for answer in answers]
    print(f"{size:>7}  {label:<18} recall {sum(parts) / len(parts):.4f}, all found {sum(part == 1 for part in parts) / len(parts):.3f}; "
          f"cold query {sum(costs) / len(costs):.1f} KB, {max(costs):.1f} at most ({len(parts)} queries)", flush=True)


def measure(folder, size, options):
    site, archive = SitegenSite(folder / "site"), Archive(size)
    site.write(archive, TEMPLATES)
    subprocess.run([options.sitegen, "build", "--site", site.folder, "--now", NOW], check=True, capture_output=True)
    public = site.folder / "Public"
    texts = {MARKS.sub("", site.path(article).stem[11:]): words_of(site.path(article).read_text()) for article in archive}
    asked = list(questions(texts, options.queries))
    for label, article in (("bare", ""), ("with ال", "ال")):
        report(size, label, [want for _, want in asked], ours(public, [article + noun for noun, _ in asked]))
    if options.pagefind:
        start = time.perf_counter()
        peak = browsing.index(options.pagefind, public)
        print(f"{size:>7}  Pagefind's index: {time.perf_counter() - start:.1f} s, {peak} MB of memory")
        few = asked[: options.pagefind_queries]
        for label, article in (("Pagefind bare", ""), ("Pagefind with ال", "ال")):
            report(size, label, [want for _, want in few], browsing.pagefind(public, [article + noun for noun, _ in few]))
    if options.type:
        slowest = [browsing.typing(public, noun) for noun, _ in asked[:12]]
        print(f"{size:>7}  typing: {max(slowest):.1f} ms of script after a letter at most, {sum(slowest) / len(slowest):.1f} on average of 12 words")
    for suffix, name in (("*.bin", "index"), ("*.json", "cards")):
        files = list((public / "search").rglob(suffix))
        print(f"{size:>7}  {name}: {sum(file.stat().st_size for file in files) / 1e6:.2f} MB in {len(files)} files")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sitegen")
    parser.add_argument("--sizes", nargs="+", type=int, default=[358, 10_000])
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--pagefind", help="Pagefind's program")
    parser.add_argument("--pagefind-queries", type=int, default=100)
    parser.add_argument("--type", action="store_true")
    options = parser.parse_args()
    for size in options.sizes:
        folder = Path(tempfile.mkdtemp(prefix="sitegen-search-"))
        try:
            measure(folder, size, options)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
