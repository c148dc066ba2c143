"""The measured figures beside what they are to reach."""

from __future__ import annotations

from dataclasses import dataclass

from .figures import Figures

JUDGED_FROM = 10_000
"""Smaller sites are shown and not judged: there the start of a process decides."""

FILLED_PAGES = 8
"""An added article may fill a page in each list that it enters, which writes one file more: four tags, section, desk, month."""


@dataclass
class Row:
    what: str
    measured: str
    target: str
    reached: bool | None
    """Nil where there is nothing to compare with."""


def rows(sizes: list[Figures], small: Figures | None) -> list[Row]:
    found: list[Row] = []
    for figures in sizes:
        found += clean(figures) + incremental(figures)
    ten, hundred = (next((f for f in sizes if f.articles == size), None) for size in (10_000, 100_000))
    if ten and hundred:
        each = [figures.time("clean") / figures.articles for figures in (ten, hundred)]
        # A copy of the same files has nothing to compute: what it takes more for each is the machine's memory.
        copied = [figures.time("copy") / figures.articles for figures in (ten, hundred)]
        measured = f"{each[1] * 1e6:.0f} µs against {each[0] * 1e6:.0f} µs, {each[1] / each[0]:.2f} × (cp -r: {copied[1] / copied[0]:.2f} ×)"
        found.append(Row("time an article, 100,000 against 10,000", measured, "≤ 1.15 ×", each[1] <= 1.15 * each[0]))
    if len(sizes) > 1:
        added = [max(figures.written["added"]) for figures in sizes]
        found.append(Row("files written for one added, by size", " · ".join(map(str, added)), "does not grow", max(added) <= added[0] + FILLED_PAGES))
    if small:
        found.append(limit("sitegen --version", small.time("version"), 0.010))
        found.append(limit("a site of one article", small.time("one article"), 0.030))
    return found


def clean(figures: Figures) -> list[Row]:
    build, copy, name = figures.time("clean"), figures.time("copy"), f"{figures.articles:,}"
    judged = figures.articles >= JUDGED_FROM
    most = 2.2 if figures.articles >= 100_000 else 2.0
    found = [
        Row(f"{name}: clean build", seconds(build), "", None),
        Row(f"{name}: cp -r of its output", f"{seconds(copy)}, build is {build / copy:.2f} ×", f"≤ {most} ×", build <= most * copy if judged else None),
    ]
    for peer, label, least in [("hugo", "Hugo without related stories", 6), ("hugo-related", "Hugo with related stories", 35)]:
        if other := figures.time(peer):
            faster = f"{seconds(other)}, build is {other / build:.1f} × faster"
            found.append(Row(f"{name}: {label}", faster, f"≥ {least} ×", other >= least * build if judged else None))
    peak = figures.series["clean"].peak
    limited = figures.articles >= 100_000
    found.append(Row(f"{name}: peak memory", megabytes(peak) + peer_memory(figures), "≤ 1 GB" if limited else "", peak <= 2**30 if limited else None))
    return found


def incremental(figures: Figures) -> list[Row]:
    name, judged = f"{figures.articles:,}", figures.articles >= JUDGED_FROM
    least, extra = figures.time("find"), 0.4 if figures.articles >= 100_000 else 0.06
    unchanged = figures.time("unchanged")
    found = [
        Row(f"{name}: nothing changed", f"{seconds(unchanged)}, find {seconds(least)}, {unchanged / least:.2f} ×", "≤ 1.5 ×", unchanged <= 1.5 * least if judged else None),
        Row(f"{name}: files written then", str(max(figures.written["unchanged"])), "0", max(figures.written["unchanged"]) == 0),
    ]
    for what in ("edited", "added"):
        time = figures.time(what)
        row = limit(f"{name}: one {what}", time, 1.5 * least + extra, f" (1.5 × find + {extra * 1000:.0f} ms)")
        row.reached = row.reached if judged else None
        found.append(row)
    written = max(figures.written["added"])
    found.append(Row(f"{name}: files written for one added", str(written), "≤ 80", written <= 80))
    return found


def limit(what: str, time: float, most: float, why: str = "") -> Row:
    return Row(what, seconds(time), f"≤ {seconds(most)}{why}", time <= most)


def peer_memory(figures: Figures) -> str:
    return f", Hugo {megabytes(figures.series['hugo'].peak)}" if "hugo" in figures.series else ""


def text(found: list[Row]) -> str:
    lines = [("what", "measured", "to reach", "")]
    lines += [(row.what, row.measured, row.target, {True: "reached", False: "MISSED", None: ""}[row.reached]) for row in found]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)) + "  " + line[3] for line in lines)


def seconds(time: float) -> str:
    return f"{time * 1000:.1f} ms" if time < 0.1 else f"{time * 1000:.0f} ms" if time < 1 else f"{time:.2f} s"


def megabytes(size: int) -> str:
    return f"{size / 2**20:.0f} MB"
