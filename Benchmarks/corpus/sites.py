"""Writes an archive as a folder for sitegen and as one for Hugo, with the same articles, sections, tags, bylines and dates."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import words
from .articles import Archive, Article

NAME = "صحيفة القياس"
URL = "https://measure.example/"
DESCRIPTION = "أرشيف مولّد لقياس السرعة، لا أخبار فيه."
PAGE_SIZE = 20

ABOUT = "هذه الصفحة ثابتة، وما حولها أرشيف **مولّد** من جمل قليلة لقياس سرعة البناء.\n"


class SitegenSite:
    """`Content/` as sitegen reads it, and the templates of this repository."""

    def __init__(self, folder: Path):
        self.folder = folder

    def write(self, archive: Archive, templates: Path) -> None:
        content = self.folder / "Content"
        (content / "pages").mkdir(parents=True)
        shutil.copytree(templates, self.folder / "Templates")
        (content / "site.yaml").write_text(self._settings())
        (content / "pages" / "about.md").write_text(f"---\ntitle: من نحن\n---\n\n{ABOUT}")
        months: set[Path] = set()
        for article in archive:
            path = self.path(article)
            if path.parent not in months:
                path.parent.mkdir(parents=True, exist_ok=True)
                months.add(path.parent)
            self.write_article(article)

    def path(self, article: Article) -> Path:
        return self.folder / f"Content/articles/{article.date:%Y/%m}/{article.name}.md"

    def write_article(self, article: Article) -> None:
        with open(self.path(article), "w") as file:
            file.write(self._text(article))

    def _settings(self) -> str:
        sections = "".join(f"  - name: {name}\n    slug: {slug}\n" for name, slug, _ in words.SECTIONS)
        return (
            f"name: {NAME}\nurl: {URL}\ndescription: {DESCRIPTION}\ntime_zone: Asia/Riyadh\npage_size: {PAGE_SIZE}\n"
            f"sections:\n{sections}"
        )

    def _text(self, article: Article) -> str:
        lines = [
            f"title: {article.title}", f"summary: {article.summary}", f"date: {article.date.isoformat()}",
            f"author: {article.desk}", f"section: {article.section[0]}", "tags: " + "، ".join(article.tags),
        ]
        if article.kicker:
            lines.append(f"kicker: {article.kicker}")
        if article.updated:
            lines.append(f"updated: {article.updated.isoformat()}")
        if article.source:
            lines.append(f"source: {article.source}")
        if article.opinion:
            lines.append("kind: opinion")
        if article.corrections:
            lines.append("corrections:")
            lines += [f"  - date: {date.isoformat()}\n    text: {text}" for date, text in article.corrections]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + article.body


class HugoSite:
    """A Hugo site with the layouts of `Benchmarks/Hugo`."""

    def __init__(self, folder: Path):
        self.folder = folder

    def write(self, archive: Archive, theme: Path, assets: Path) -> None:
        shutil.copytree(theme, self.folder)
        shutil.copytree(assets, self.folder / "assets")
        content = self.folder / "content"
        content.mkdir()
        for weight, (name, slug, _) in enumerate(words.SECTIONS, 1):
            (content / slug).mkdir()
            (content / slug / "_index.md").write_text(f"---\ntitle: {name}\nslug: {slug}\nweight: {weight}\n---\n")
        (content / "about.md").write_text(f"---\ntitle: من نحن\nurl: /about/\nmenus: pages\n---\n\n{ABOUT}")
        (content / "corrections.md").write_text("---\ntitle: التصويبات\nurl: /corrections/\nlayout: corrections\n---\n")
        for article in archive:
            with open(content / article.section[1] / f"{article.name}.md", "w") as file:
                file.write(self._text(article))

    def _text(self, article: Article) -> str:
        lines = [
            f'title: "{article.title}"', f'summary: "{article.summary}"', f"date: {article.date.isoformat()}",
            f'slug: "{article.slug}"', f'authors: ["{article.desk}"]', f"tags: {list(article.tags)}",
            f'months: ["{article.date:%Y-%m}"]', f"kind_of_story: {'opinion' if article.opinion else 'news'}",
        ]
        if article.kicker:
            lines.append(f'kicker: "{article.kicker}"')
        if article.updated:
            lines.append(f"lastmod: {article.updated.isoformat()}")
        if article.source:
            lines.append(f'source: "{article.source}"')
        if article.corrections:
            lines.append("corrections:")
            lines += [f'  - date: {date.isoformat()}\n    text: "{text}"' for date, text in article.corrections]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + article.body
