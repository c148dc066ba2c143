"""The articles of a newsroom's archive as values: which article holds what is a function of the archive's size and its place."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random

from . import words

ZONE = timezone(timedelta(hours=3))
"""Asia/Riyadh, which has no summer time: a date in the file is the date on the page."""

START = datetime(2015, 1, 1, tzinfo=ZONE)
END = datetime(2025, 1, 1, tzinfo=ZONE)
NOW = "2025-01-01T09:00:00Z"
"""The clock of every build."""

PARAGRAPHS = 7
SENTENCES = (2, 4)


@dataclass
class Article:
    number: int
    title: str
    slug: str
    summary: str
    date: datetime
    desk: str
    section: tuple[str, str]
    tags: list[str]
    body: str
    kicker: str | None = None
    updated: datetime | None = None
    source: str | None = None
    opinion: bool = False
    corrections: list[tuple[datetime, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.date:%Y-%m-%d}-{self.slug}"


class Archive:
    """An archive of `size` articles over ten years, the oldest first."""

    def __init__(self, size: int):
        self.size = size
        self.tags = tag_names(min(40 + int(11.6 * size**0.5), 3700))
        # Zipf: the tag of rank r is r times rarer than the first, so that a few are huge and most are rare.
        self._tag_steps = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self.tags))))
        self._section_steps = list(itertools.accumulate(weight for _, _, weight in words.SECTIONS))
        self._desk_steps = list(itertools.accumulate(1 / (rank + 12) for rank in range(len(words.CITIES))))

    def __iter__(self):
        return (self.article(number) for number in range(self.size))

    def article(self, number: int, date: datetime | None = None) -> Article:
        # Only `random()` is used: it is the one method of which every version of Python promises the same sequence.
        dice = Dice(Random(self.size * 1_000_003 + number))
        date = date or self._date(number, dice)
        name, slug, _ = words.SECTIONS[dice.by_weight(self._section_steps)]
        subject, city = dice.pick(words.SUBJECTS), dice.pick(words.CITIES)
        article = Article(
            number=number,
            title=f"{subject} في {city}: {dice.pick(words.ANGLES)}",
            slug=f"{subject} في {city} {number}".replace(" ", "-").replace("ّ", ""),
            summary=dice.sentence(words.SENTENCES).replace("**", ""),
            date=date,
            desk="مكتب " + words.CITIES[dice.by_weight(self._desk_steps)],
            section=(name, slug),
            tags=self._tags(dice),
            body=body(dice),
            opinion=slug == "opinion",
        )
        if dice.chance(0.15):
            article.kicker = dice.pick(words.HEADINGS)
        if dice.chance(0.1):
            article.updated = date + timedelta(minutes=5 + dice.number(1, 40))
        if dice.chance(0.08):
            article.source = dice.pick(words.AGENCIES)
        if dice.chance(0.003):
            article.corrections.append((date + timedelta(hours=1), "ورد رقم غير صحيح في النسخة الأولى، وقد صُحح."))
        return article

    def _date(self, number: int, dice: Dice) -> datetime:
        seconds = (END - START).total_seconds() * (number + 0.9 * dice.random()) / self.size
        return (START + timedelta(seconds=int(seconds))).replace(second=0)

    def _tags(self, dice: Dice) -> list[str]:
        tags: list[str] = []
        for _ in range(dice.number(3, 5)):
            tag = self.tags[dice.by_weight(self._tag_steps)]
            if tag not in tags:
                tags.append(tag)
        return tags


class Dice:
    def __init__(self, random: Random):
        self.random = random.random

    def number(self, low: int, high: int) -> int:
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def chance(self, share: float) -> bool:
        return self.random() < share

    def by_weight(self, steps: list[float]) -> int:
        return min(bisect.bisect(steps, self.random() * steps[-1]), len(steps) - 1)

    def sentence(self, sentences: list[str]) -> str:
        return self.fill(self.pick(sentences))

    def different(self, items: list[str], count: int) -> list[str]:
        """`count` of the items, each once."""
        rest = list(items)
        return [rest.pop(int(self.random() * len(rest))) for _ in range(count)]

    def fill(self, text: str) -> str:
        if "{" not in text:
            return text
        return text.format(
            city=self.pick(words.CITIES), city2=self.pick(words.CITIES), k=self.number(3, 10), n=self.number(11, 99),
            m=self.number(120, 9999), p=self.number(3, 80), year=self.number(1900, 2014), next=self.number(2026, 2035),
            latin=self.pick(words.LATIN),
        )


def body(dice: Dice) -> str:
    """About 350 words of Markdown: paragraphs, headings, a list, bold beside letters, now and then a quote and a link."""
    parts: list[str] = []
    counts = [dice.number(*SENTENCES) for _ in range(PARAGRAPHS)]
    sentences = map(dice.fill, dice.different(words.SENTENCES, sum(counts)))
    headings = iter(dice.different(words.HEADINGS, PARAGRAPHS // 2))
    with_list, with_bold = dice.number(1, PARAGRAPHS - 2), dice.number(0, PARAGRAPHS - 1)
    for place in range(PARAGRAPHS):
        if place in (2, 4, 6):
            parts.append("## " + next(headings))
        paragraph = list(itertools.islice(sentences, counts[place]))
        if place == with_bold:
            paragraph.append(dice.sentence(words.BOLD))
        parts.append(" ".join(paragraph))
        if place == with_list:
            bullet = "- " if dice.chance(0.7) else "1. "
            parts.append("\n".join(bullet + dice.fill(item) for item in dice.different(words.ITEMS, dice.number(3, 5))))
    if dice.chance(0.3):
        parts.insert(dice.number(2, len(parts)), dice.pick(words.QUOTES))
    if dice.chance(0.4):
        parts.append(dice.sentence(words.LINKS))
    return "\n\n".join(parts) + "\n"


def tag_names(count: int) -> list[str]:
    """Distinct names, the commonest first."""
    rare = (f"{head} {tail}" for tail in words.TAG_TAILS for head in words.TAG_HEADS)
    return list(itertools.islice(itertools.chain(words.BIG_TAGS, rare), count))
