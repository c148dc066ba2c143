"""A daily's outlet: four hundred stories of three days, of which two in three have a picture."""

import shutil
import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks"))
from corpus.articles import END, Archive
from corpus.sites import SitegenSite

STORIES = 400
DAYS = 3


def lay(folder):
    """Writes `Content/` into a folder; the pictures are those of the sample outlet."""
    folder = Path(folder)
    site, archive = SitegenSite(folder), Archive(STORIES)
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text(site._settings())
    pictures = sorted((ROOT / "Content/articles").rglob("*.jpg"))[:24]
    for picture in pictures:
        shutil.copy(picture, folder / "Content/articles")
    step = timedelta(days=DAYS) / STORIES
    lead = []
    for number in range(STORIES):
        article = archive.article(number, END - step * (STORIES - number))
        head, text = site._text(article).split("\n---\n", 1)
        if number % 3:
            head += f"\nimage: {{src: {pictures[number * 7 % len(pictures)].name}, alt: صورة من الأرشيف}}"
        path = folder / f"Content/articles/{article.name}.md"
        path.write_text(f"{head}\n---\n{text}")
        lead.append(path)
    slots = "".join(f"  - article: articles/{path.name}\n" for path in lead[-6:])
    (folder / "Content/frontpage.yaml").write_text(f"slots:\n{slots}")


if __name__ == "__main__":
    lay(sys.argv[1])
