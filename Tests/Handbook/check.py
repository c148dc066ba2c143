"""Builds the handbook, follows each of its links, and runs every block of its pages that is marked as an example.

    check.py PATH/TO/sitegen

Ends with `N passed, N failed`.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "docs/handbook")]
from build import build
from outlets import NOW, add_what_is_named, outlet, write_article
from pages import FENCE, FOLDERS, HEADING, LINK, anchor, contents, examples, outside_code
from totals import check, finish

SITEGEN = str(Path(sys.argv[1]).resolve())
BASE = "https://handbook.example/"
# One table serves both languages: its words are those of templates.
ENGLISH_ALONE = {"templates.md"}


def sitegen(*arguments, **options):
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, timeout=600, **options)


class Page(HTMLParser):
    """The anchors of a page and what it leads to or loads."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.anchors, self.targets = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors.update(values[name] for name in ("id", "name") if values.get(name))
        for name in ("href", "src", "poster"):
            if values.get(name) and not (tag == "link" and values.get("rel") in ("canonical", "alternate")):
                self.targets.append(values[name])
        self.targets += [part.split()[0] for part in (values.get("srcset") or "").split(",") if part.strip()]


# MARK: The site


def check_site(work):
    said, status = build(SITEGEN, work / "handbook", BASE)
    # The page of messages shows the letters that one of them warns of.
    said = [line for line in said.splitlines() if re.search("(error|warning): ", line) and "[persian-letter]" not in line]
    check("the handbook builds without a message", status == 0 and not said, "\n".join(said))
    public = work / "handbook/Public"
    pages = {path: Page(path.read_text()) for path in sorted(public.rglob("*.html"))}
    check("both languages have a page for each chapter", len(pages) > 2 * 12, len(pages))

    def leads(page, target):
        """Whether an address on a page of the handbook leads to a file, and to an anchor where it names one."""
        here = urljoin(BASE, str(page.relative_to(public)).removesuffix("index.html"))
        whole = urljoin(here, target)
        if not whole.startswith(BASE):
            return True
        path, _, fragment = whole.removeprefix(BASE).partition("#")
        file = public / unquote(path.partition("?")[0])
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return False
        # What stands behind the search's # is what is looked for.
        return not fragment or file not in pages or path.endswith("search/") or unquote(fragment) in pages[file].anchors

    dead = [f"{page.relative_to(public)} → {target}" for page, found in pages.items() for target in found.targets if not leads(page, target)]
    count = sum(len(found.targets) for found in pages.values())
    check(f"none of {count} links and files is missing", not dead and count > 1000, "\n".join(dead))
    for language, word in (("ar", "الحواشي"), ("en", "footnotes")):
        run = sitegen("search", word, "--site", work / "handbook" / language, "--output", public / ("" if language == "ar" else "en"))
        check(f"the search finds “{word}”", run.returncode == 0 and "/writing/" in run.stdout, run.stdout + run.stderr)


def check_pages():
    """The pages as GitHub shows them: all listed, each in both languages, no link or anchor that is not there."""
    for language, folder in FOLDERS.items():
        listed = {chapter.file for _, group in contents(language)[2] for chapter in group}
        present = {file for file in folder.glob("*.md") if file.name != "README.md"}
        check(f"docs/README.md ({language}) lists every page", listed == present, [file.name for file in listed ^ present])
    english, arabic = ({file.name for file in folder.glob("*.md")} - ENGLISH_ALONE for folder in FOLDERS.values())
    check("each page has its twin", english == arabic, english ^ arabic)
    files = [file for folder in FOLDERS.values() for file in sorted(folder.glob("*.md"))] + [ROOT / "README.md", ROOT / "README.ar.md"]
    anchors, links = {}, []
    for file in files:
        taken, here = {}, set()

        def look(line):
            heading = HEADING.match(line)
            if heading:
                here.add(anchor(heading[2], taken))
            for found in LINK.finditer(re.sub(r"(`+).*?\1", "", line)):
                links.append((file, found["file"], found["anchor"]))
            return line

        outside_code(file.read_text(), look)
        anchors[file] = here
    dead = []
    for file, target, mark in links:
        other = (file.parent / target).resolve() if target else file
        if not other.is_file() or mark and other in anchors and unquote(mark[1:]) not in anchors[other]:
            dead.append(f"{file.relative_to(ROOT)} → {target or ''}{mark or ''}")
    check(f"all {len(links)} links between the pages lead somewhere", not dead and len(links) > 100, "\n".join(dead))


# MARK: The examples


def messages(folder):
    """What `check` says of an outlet: the file, the line, the message; advice on what the outlet itself lacks left out."""
    run = sitegen("check", "--site", folder, "--all-messages", "--format", "json", "--messages", "en", "--now", NOW)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return [m for m in found if m["severity"] != "advice" or m["path"] != "Content/site.yaml"]


def check_texts(work, language, found):
    """All texts of a language in one outlet: each must pass the copy desk too."""
    folder = outlet(work / f"texts-{language}", language)
    places = {}
    for number, example in enumerate(found):
        name = f"{example.file.stem}-{number}"
        write_article(folder, name, language, example.text, example.role)
        add_what_is_named(folder, language, example.text)
        places[f"Content/articles/{name}.md"] = example
    complaints = {}
    for message in messages(folder):
        complaints.setdefault(message["path"], []).append(message["message"])
    for path, example in places.items():
        check(f"{example.file.relative_to(ROOT)}:{example.line}", path not in complaints, complaints.pop(path, ""))
    check(f"the outlet of the examples ({language}) has no message of its own", not complaints, complaints)


def check_settings(work, language, example, number, page):
    """An example of settings or of the front page, in an outlet of its own, with the articles that its page names."""
    folder = work / f"settings-{language}-{number}"
    outlet(folder, language, example.text if example.role == "site" else "")
    if example.role == "frontpage":
        (folder / "Content/frontpage.yaml").write_text(example.text)
    add_what_is_named(folder, language, page)
    # Policies lead to a standing page.
    (folder / "Content/pages").mkdir()
    (folder / "Content/pages/about.md").write_text("---\ntitle: About\n---\n\nUs.\n")
    for path in re.findall(r"(?<= )/?assets/[\w/.-]+|(?:(?<=logo: )|(?<=الشعار: ))[\w.-]+", example.text):
        file = folder / "Content/assets" / path.removeprefix("/").removeprefix("assets/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((ROOT / "Content/assets/og.png").read_bytes())
    said = [message["message"] for message in messages(folder)]
    check(f"{example.file.relative_to(ROOT)}:{example.line}", not said, said)


def check_commands(work, language, file, found):
    """The commands of a page, in their order, in a new outlet that has the articles which the page shows."""
    folder = work / f"commands-{language}-{file.stem}"
    sitegen("new", "site", folder)
    for number, example in enumerate(found):
        if example.role == "article":
            write_article(folder, f"{file.stem}-{number}", language, example.text)
            add_what_is_named(folder, language, example.text)
    if language == "en":
        settings = folder / "Content/site.yaml"
        settings.write_text(settings.read_text().replace("sections: ", "messages: en\nsections: News، Science، Opinion، "))
    (folder / ".bin").mkdir()
    (folder / ".bin/sitegen").symlink_to(SITEGEN)
    environment = {**os.environ, "PATH": f"{folder / '.bin'}:{os.environ['PATH']}"}
    script = "set -e\n" + "\n".join(example.text for example in found if example.role == "run")
    run = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    said = run.stdout + run.stderr
    check(f"the commands of {file.relative_to(ROOT)}", run.returncode == 0 and not re.search("(error|warning): ", said), said)


def check_examples(work):
    for language, folder in FOLDERS.items():
        texts, count = [], 0
        # The examples of both are in Arabic.
        readme = [ROOT / "README.md", ROOT / "README.ar.md"] if language == "ar" else []
        for file in sorted(folder.glob("*.md")) + readme:
            found = examples(file)
            texts += [example for example in found if example.role in ("example", "article")]
            settings = [example for example in found if example.role in ("site", "frontpage")]
            page = "\n".join(example.text for example in settings if example.role == "frontpage")
            for number, example in enumerate(settings):
                check_settings(work, language, example, f"{file.stem}-{number}", page)
            if any(example.role == "run" for example in found):
                check_commands(work, language, file, found)
            count += len(settings)
            unknown = [example.role for example in found if example.role not in ("example", "article", "site", "frontpage", "run")]
            check(f"{file.name} ({language}) marks its blocks with known words", not unknown, unknown)
        check_texts(work, language, texts)
        check(f"the pages ({language}) have examples", len(texts) > 20 and count > 3, (len(texts), count))


with tempfile.TemporaryDirectory() as folder:
    work = Path(folder)
    check_pages()
    check_examples(work)
    check_site(work)
finish()
