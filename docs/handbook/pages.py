"""The pages of the handbook, as they stand in docs/ (English) and docs/ar/ (Arabic): what they hold, and which blocks are examples."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1]
# The first one's site holds the other's.
FOLDERS = {"ar": DOCS / "ar", "en": DOCS}
# A block of code with its language and what it is: `markdown example`, `markdown article`, `yaml site`, `yaml frontpage`, `sh run`.
FENCE = re.compile(r"^(?P<mark>`{3,})(?P<language>\w+)? ?(?P<role>\w+)?\n(?P<text>.*?)^(?P=mark)\n", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.+)$")
LINK = re.compile(r"\]\((?P<file>[^()\s#]*\.md)?(?P<anchor>#[^()\s]*)?\)")
# Arabic pages stand in an element that GitHub needs and the site does not.
FRAME = re.compile(r'^(<div dir="rtl"( lang="ar")?>|</div>)\n', re.MULTILINE)


@dataclass
class Example:
    role: str
    text: str
    file: Path
    line: int


def page_text(file):
    """A page's title and its text below it, in Markdown without GitHub's frame."""
    text = FRAME.sub("", file.read_text())
    title, rest = text.lstrip().split("\n", 1)
    if not title.startswith("# "):
        raise ValueError(f"{file}: a page begins with its title")
    return title[2:].strip(), rest


def outside_code(text, change):
    """The text with `change` done to each of its lines that stands in no block of code."""
    lines, fence = [], None
    for line in text.splitlines(keepends=True):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and fence is None:
            fence = mark[1]
        elif mark and line.strip() == fence:
            fence = None
            lines.append(line)
            continue
        lines.append(line if fence or line.startswith("    ") else change(line))
    return "".join(lines)


def examples(file):
    """The marked blocks of a page."""
    text = file.read_text()
    return [Example(found["role"], found["text"], file, text.count("\n", 0, found.start()) + 2) for found in FENCE.finditer(text) if found["role"]]


def anchor(title, taken):
    """The id that GitHub gives a heading, the second of one name with `-1`."""
    words = re.sub(r"<[^>]*>|[*`]|\[|\]\([^)]*\)", "", title).strip().lower()
    kept = "".join(c for c in words if c in "-_ " or unicodedata.category(c)[0] in "LMN").replace(" ", "-")
    number = taken.get(kept, 0)
    taken[kept] = number + 1
    return f"{kept}-{number}" if number else kept


@dataclass
class Chapter:
    file: Path
    title: str
    about: str


def contents(language):
    """The title, the opening and the parts of docs/README.md: each with its title and its chapters."""
    title, text = page_text(FOLDERS[language] / "README.md")
    opening, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    found = []
    for part in parts:
        name, items = part.split("\n", 1)
        chapters = re.findall(r"^- \[(.+?)\]\((.+?)\): (.+)$", items, re.MULTILINE)
        found.append((name.strip(), [Chapter(FOLDERS[language] / file, name, about) for name, file, about in chapters]))
    return title, [" ".join(paragraph.split()) for paragraph in opening.strip().split("\n\n") if paragraph.strip()], found
