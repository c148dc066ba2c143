"""Measures one size after another: interleaved runs, medians."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from corpus import words
from corpus.articles import END, Archive

from . import peers
from .pages import Pages
from .process import Run, run
from .workplace import Workplace, files, note, settle


@dataclass
class Series:
    """What the runs of one command gave."""

    seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)

    def add(self, result: Run) -> None:
        self.seconds.append(result.seconds)
        self.peaks.append(result.peak)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def peak(self) -> int:
        return max(self.peaks)


@dataclass
class Figures:
    """What was measured at one size. Times are medians in seconds."""

    articles: int
    series: dict[str, Series] = field(default_factory=dict)
    pages: dict[str, Pages] = field(default_factory=dict)
    written: dict[str, list[int]] = field(default_factory=dict)
    """How many files a build wrote or removed, by what had happened before it."""

    def add(self, name: str, result: Run) -> None:
        self.series.setdefault(name, Series()).add(result)

    def time(self, name: str) -> float | None:
        return self.series[name].median if name in self.series else None

    def values(self) -> dict:
        return {
            "articles": self.articles,
            "series": {name: asdict(series) | {"median": series.median} for name, series in self.series.items()},
            "pages": {
                name: {"counts": dict(pages.counts), "files": pages.files, "bytes": pages.bytes, "article_bytes": pages.article_bytes}
                for name, pages in self.pages.items()
            },
            "written": self.written,
        }


def measure(place: Workplace, rounds: int, with_hugo: bool) -> Figures:
    figures = Figures(place.size)
    place.prepare(with_hugo)
    clean_builds(place, figures, rounds, with_hugo)
    public = place.site.folder / "Public"
    place.forget_cache()
    run(peers.build(place.site.folder, public))
    # The cache may hold back what it saw too young; a build later it has seen all.
    settle(4)
    run(peers.build(place.site.folder, public))
    unchanged(place, public, figures, max(rounds, 5))
    edits(place, public, figures, max(rounds, 5))
    additions(place, public, figures, max(rounds, 5))
    return figures


def clean_builds(place: Workplace, figures: Figures, rounds: int, with_hugo: bool) -> None:
    for number in range(rounds):
        note(f"{place.size:,} articles: clean builds, round {number + 1} of {rounds}")
        built = place.output()
        outputs = {"clean": built, "copy": place.output()}
        place.forget_cache()
        commands = [("clean", peers.build(place.site.folder, built)), ("copy", peers.copy(built, outputs["copy"]))]
        if with_hugo:
            for name, related in [("hugo", False), ("hugo-related", True)]:
                outputs[name] = place.output()
                commands.append((name, peers.hugo(place.hugo.folder, outputs[name], related)))
        # The copy needs the build; the others go first in turn.
        if number % 2:
            commands = commands[2:] + commands[:2]
        for name, command in commands:
            figures.add(name, run(command))
        if number == 0:
            figures.pages = {name: Pages(output) for name, output in outputs.items()}
            for name in ("hugo", "hugo-related"):
                if name in figures.pages:
                    figures.pages["clean"].require_same(figures.pages[name], ("sitegen", "Hugo"))
        place.clear(*outputs.values())


def unchanged(place: Workplace, public: Path, figures: Figures, rounds: int) -> None:
    note(f"{place.size:,} articles: nothing changed")
    before = files(public)
    for _ in range(rounds):
        figures.add("unchanged", run(peers.build(place.site.folder, public)))
        figures.add("find", run(peers.list_files(place.site.folder / "Content", public)))
    figures.written["unchanged"] = [changed(before, files(public))]


def edits(place: Workplace, public: Path, figures: Figures, rounds: int) -> None:
    note(f"{place.size:,} articles: one edited")
    archive = Archive(place.size)
    for number in range(rounds):
        article = archive.article(place.size * (number + 1) // (rounds + 1))
        article.body += "\nأضيفت هذه الفقرة بعد النشر، وفيها **تفصيل** لم يكن في النسخة الأولى.\n"
        place.site.write_article(article)
        rebuild("edited", place, public, figures)


def additions(place: Workplace, public: Path, figures: Figures, rounds: int) -> None:
    note(f"{place.size:,} articles: one added")
    archive = Archive(place.size)
    for number in range(rounds):
        article = archive.article(place.size + number, END - timedelta(minutes=30 - number))
        # Newer than all others, in a section and tags that exist: the largest of them.
        article.section, article.desk, article.tags = words.SECTIONS[0][:2], "مكتب " + words.CITIES[0], archive.tags[:4]
        place.site.write_article(article)
        rebuild("added", place, public, figures)


def rebuild(what: str, place: Workplace, public: Path, figures: Figures) -> None:
    before = files(public)
    figures.add(what, run(peers.build(place.site.folder, public)))
    figures.written.setdefault(what, []).append(changed(before, files(public)))


def changed(before: dict, after: dict) -> int:
    return sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())


def small_commands(root: Path, rounds: int = 20) -> Figures:
    """What the program costs before it has anything to do."""
    place = Workplace(root, 1)
    figures = Figures(1)
    place.prepare(with_hugo=False)
    for _ in range(rounds):
        figures.add("version", run([peers.SITEGEN, "--version"]))
        place.forget_cache()
        figures.add("one article", run(peers.build(place.site.folder, place.output())))
    place.clear(place.folder)
    return figures
