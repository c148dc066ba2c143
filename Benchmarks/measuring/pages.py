"""Counts the pages of an output, so that only like is compared with like."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

KINDS = {
    "articles": re.compile(r"\d{4}/\d{2}/[^/]+/index\.html"),
    "sections": re.compile(r"section/.+\.html"),
    "tags": re.compile(r"tag/.+\.html"),
    "authors": re.compile(r"author/.+\.html"),
    "months": re.compile(r"archive/.+/index\.html"),
}
"""Which HTML files are which; all others are single pages: the front page, the indexes, 404, about, corrections."""

SINGLE_PAGES_MAY_DIFFER_BY = 4


class PagesDiffer(Exception):
    pass


class Pages:
    def __init__(self, output: Path):
        self.counts: Counter[str] = Counter()
        self.files = 0
        self.bytes = 0
        article_bytes = 0
        for folder, _, names in os.walk(output):
            for name in names:
                path = os.path.join(folder, name)
                size = os.lstat(path).st_size
                self.files += 1
                self.bytes += size
                if not name.endswith(".html"):
                    continue
                place = os.path.relpath(path, output)
                kind = next((kind for kind, pattern in KINDS.items() if pattern.fullmatch(place)), "single")
                self.counts[kind] += 1
                article_bytes += size if kind == "articles" else 0
        self.article_bytes = article_bytes // max(1, self.counts["articles"])
        """How long an article's page is on average."""

    def require_same(self, other: "Pages", names: tuple[str, str]) -> None:
        """Articles and each kind of list must agree to the page; feeds, sitemaps and assets are not counted."""
        for kind in [*KINDS, "single"]:
            ours, theirs = self.counts[kind], other.counts[kind]
            if abs(ours - theirs) > (SINGLE_PAGES_MAY_DIFFER_BY if kind == "single" else 0):
                raise PagesDiffer(f"{names[0]} wrote {ours} pages of the kind “{kind}”, {names[1]} {theirs}: they are not comparable")
