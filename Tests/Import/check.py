"""Imports each case into an empty site, builds it, and says what does not hold.

    check.py PATH/TO/sitegen [CASE …]

A case is a folder in Cases: what is imported, perhaps a site.yaml, and expected.json, what must hold afterwards; README.md says
what its keys mean. Ends with `N passed, N failed`.
"""

import glob
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish
from addresses import Site, old_addresses

SITEGEN = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).resolve().parent / "Cases"
NOW = "2024-06-01T00:00:00Z"

def sitegen(*arguments):
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, timeout=300)


def scalar(text):
    """A value as YAML has it on one line: between quotes only where all of it is."""
    text = text.strip()
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if len(text) > 1 and text[0] == text[-1] == '"' else text


def front_matter(text):
    """Front matter as an import writes it, maps as `key.inner`, and the body."""
    match = re.match(r"---\n(.*?)\n---\n\n?(.*)\Z", text, re.S)
    if not match:
        return {}, text
    fields, key = {}, None
    for line in match[1].split("\n"):
        if re.match(r"\S[^:]*:", line) and not line.startswith("- "):
            key, value = line.split(":", 1)
            fields[key] = scalar(value) if value.strip() else []
        elif re.match(r"\s*- ", line):
            item = line.strip()[2:]
            named = re.match(r"name: (.*)", item)
            fields[key].append(scalar(named[1] if named else item))
        elif re.match(r"\s+\w+:", line):
            inner, value = line.strip().split(":", 1)
            fields[f"{key}.{inner}"] = scalar(value)
    if isinstance(fields.get("tags"), str):
        fields["tags"] = [fields["tags"]]
    return fields, match[2].rstrip("\n")


def rows(path):
    return [line.split("\t") for line in path.read_text().splitlines()] if path.exists() else []


class Case:
    def __init__(self, name):
        self.name = name
        self.folder = CASES / name
        self.expected = json.loads((self.folder / "expected.json").read_text())
        self.site = Path(tempfile.mkdtemp(prefix="import-"))

    def check(self, what, holds, detail=""):
        check(f"{self.name}: {what}", holds, detail)

    def command(self, words):
        return [self.folder / word if (self.folder / word).exists() else word for word in words] + ["--site", self.site]

    def run(self):
        (self.site / "Content/articles").mkdir(parents=True)
        shutil.copytree(ROOT / "Templates", self.site / "Templates")
        if (self.folder / "site.yaml").exists():
            shutil.copy(self.folder / "site.yaml", self.site / "Content")
        done = sitegen(*self.command(self.expected["command"]))
        self.check("exit status", done.returncode == self.expected["exit"], done.stderr + done.stdout)
        for step in self.expected.get("then", []):
            self.step(step)
        built = sitegen("build", "--site", self.site, "--quiet", "--now", NOW)
        if "build" in self.expected:
            self.check("the site builds", built.returncode == self.expected["build"]["exit"], built.stderr + built.stdout)
        self.check_files()
        self.check_comments()
        self.check_addresses()
        if self.expected["exit"] == 0 and not self.expected.get("then"):
            self.check_old_addresses()
        self.check_secrets()
        self.check_report()
        shutil.rmtree(self.site)

    def step(self, step):
        for path, (old, new) in step.get("edit", {}).items():
            text = (self.site / path).read_text()
            self.check(f"{path} holds what is edited", old in text)
            (self.site / path).write_text(text.replace(old, new))
        for path in step.get("delete", []):
            (self.site / path).unlink()
        if "run" not in step:
            return
        before = self.contents()
        done = sitegen(*self.command(step["run"]))
        self.check("exit status of the next run", done.returncode == step.get("exit", 0), done.stderr)
        if step.get("writes") == 0:
            self.check("the next run writes nothing", self.contents() == before)

    def contents(self):
        return {path: path.read_bytes() for path in (self.site / "Content").rglob("*") if path.is_file()}

    def check_comments(self):
        """Lines of Content/comments: those that are named, and how many there are."""
        if "comments_count" not in self.expected:
            return
        folder = self.site / "Content/comments"
        found = {(path.stem, line["id"]): line
                 for path in folder.glob("*.jsonl") for line in map(json.loads, path.read_text().splitlines())}
        self.check("comments", len(found) == self.expected["comments_count"], str(sorted(found)))
        for wanted in self.expected["comments"]:
            line = found.get((wanted["post"], wanted["id"]), {})
            for key in wanted.keys() - {"post", "id"}:
                self.check(f"comment {wanted['id']}: {key}", line.get(key) == wanted[key], str(line))

    def check_files(self):
        for file in self.expected.get("files", []):
            path = self.site / file["path"]
            self.check(f"{file['path']} is there", path.exists())
            if not path.exists():
                continue
            fields, body = front_matter(path.read_text())
            for key, value in file.get("front", {}).items():
                found = fields.get(key)
                self.check(f"{file['path']}: {key}", found == value, f"{found!r}, not {value!r}")
            for key in file.get("front_absent", []):
                self.check(f"{file['path']} has no {key}", not any(f == key or f.startswith(key + ".") for f in fields))
            if "body" in file:
                self.check(f"{file['path']}: body", body == file["body"], f"{body}\n-- not --\n{file['body']}")
            for text in file.get("body_has", []):
                self.check(f"{file['path']} holds “{text}”", text in body, body)
            if any(key.startswith("html_") for key in file):
                self.check_page(file)
        for path, text in self.expected.get("exact", {}).items():
            found = (self.site / path).read_text() if (self.site / path).exists() else None
            self.check(f"{path}, byte for byte", found == text, found)
        for path in self.expected.get("copied", []):
            self.check(f"{path} is copied", (self.site / path).exists())
        for pattern in self.expected.get("absent", []):
            self.check(f"no {pattern}", not glob.glob(f"{self.site}/{pattern}", recursive=True))

    def check_page(self, file):
        name = re.sub(r"^\d{4}-\d\d-\d\d-", "", Path(file["path"]).stem)
        page = next((p.read_text() for p in self.site.glob("Public/**/index.html") if p.parent.name == name), "")
        body = re.search(r'<div class="body".*?(?=<section class="share|</article)', page, re.S)
        body = body[0] if body else ""
        text = html.unescape(re.sub(r"<[^>]+>", "", body)).replace("\u200f", "")
        for part in file.get("html_has", []):
            self.check(f"{file['path']}: the page holds {part}", part in body, body)
        for part in file.get("html_not", []):
            self.check(f"{file['path']}: the page lacks {part}", part not in body, body)
        for part in file.get("html_text", []):
            self.check(f"{file['path']}: the page says “{part}”", part in text, text)

    def check_addresses(self):
        written = {(unquote(r[0]), unquote(r[1])) for r in rows(self.site / "Content/redirects.tsv") if len(r) == 3}
        for row in self.expected.get("redirect_rows", []):
            self.check(f"{row[0]} is redirected", (row[0], row[1]) in written, written)
        for address, target in self.expected.get("urls", {}).items():
            if "?" in address:
                self.check(f"{address} is redirected", (address, target) in written, written)
            else:
                self.check(f"{unquote(address)} answers", self.answer(address) == target, self.answer(address))
        site = yaml.safe_load((self.site / "Content/site.yaml").read_text()) if self.expected["exit"] == 0 else {}
        for key, value in self.expected.get("site_has", {}).items():
            found = site
            for part in key.split("."):
                found = found.get(part) if isinstance(found, dict) else None
            self.check(f"site.yaml: {key}", found == value or str(found) == str(value), found)

    def answer(self, address):
        """Where the built site answers an old address."""
        path = unquote(address).strip("/")
        rules = self.site / "Public/_redirects"
        for line in rules.read_text().splitlines() if rules.exists() else []:
            words = line.split()
            if len(words) > 1 and unquote(words[0]).strip("/") == path and not words[1].endswith(".xml"):
                return unquote(words[1])
        place = self.site / "Public" / path
        if any((place / name).exists() for name in ("index.html", "index.xml")):
            return f"/{path}/" if path else "/"
        return f"/{path}" if place.is_file() else None

    def check_old_addresses(self):
        """What the exports say that WordPress answered, the built site answers."""
        exports = [self.folder / word for word in self.expected["command"] if word.endswith(".xml")]
        try:
            addresses = old_addresses(exports, NOW[:10])
        except ElementTree.ParseError:
            return
        site = Site(self.site / "Public")
        lost = [unquote(address) for address in addresses if not site.answers(address)]
        self.check(f"{len(addresses)} old addresses answer", not lost, lost)

    def check_secrets(self):
        for key, folders in (("nowhere", ["Content", "Import", "Public"]), ("nowhere_public", ["Public"])):
            for folder in folders:
                for path in (self.site / folder).rglob("*"):
                    name = unquote(str(path.relative_to(self.site)))
                    text = path.read_text(errors="replace") if path.is_file() else ""
                    for secret in self.expected.get(key, []):
                        self.check(f"“{secret}” is nowhere", secret not in name and secret not in unquote(text), name)

    def check_report(self):
        report = rows(self.site / "Import/report.tsv")
        for row in self.expected.get("report", []):
            found = any(
                r[0] == row["kind"] and row.get("id", r[1]) == r[1] and row.get("has", "") in "\t".join(r) for r in report
            )
            self.check(f"the report tells of {row}", found, report)
        if "downloads" in self.expected:
            found = sorted(r[0] for r in rows(self.site / "Import/downloads.tsv"))
            self.check("downloads", found == sorted(self.expected["downloads"]), found)


def damaged():
    """Prefixes of an export and flipped bytes: whole items only, never a crash. SITEGEN_DAMAGE sets how many."""
    export = (CASES / "small-outlet/export.xml").read_bytes()
    chance = random.Random(1)
    count = int(os.environ.get("SITEGEN_DAMAGE", "30"))
    every = max(1, len(export) // count)
    texts = [export[:end] for end in range(0, len(export), every)]
    for _ in range(count):
        flipped = bytearray(export)
        for _ in range(chance.randint(1, 4)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        texts.append(bytes(flipped))
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            site = Path(folder) / "site"
            shutil.rmtree(site, ignore_errors=True)
            site.mkdir()
            (Path(folder) / "export.xml").write_bytes(text)
            done = sitegen("import", "wordpress", Path(folder) / "export.xml", "--site", site)
            check(f"damaged export {number} ends in order", done.returncode in (0, 1), done.stderr)
            leaked = [p for p in site.rglob("*") if p.is_file() and b"private.example" in p.read_bytes()]
            # A flipped byte may make another element of an address; an export cut short may not.
            check(f"damaged export {number} leaks nothing", not leaked or number > len(export) // every, leaked)


def an_item(number, content, more=""):
    export = (CASES / "permalink-postname/export.xml").read_text()
    item = export[export.index("<item>") : export.index("</item>")] + more + "</item>\n"
    text = item.replace("<wp:post_id>1<", f"<wp:post_id>{number}<").replace("?p=1<", f"?p={number}<").replace("<![CDATA[أ]]>", f"<![CDATA[{content}]]>")
    return re.sub("%d8%ae%d8%a8%d8%b1-%d8%a3%d9%88%d9%84", f"n{number}", text)


def an_export(path, items):
    export = (CASES / "permalink-postname/export.xml").read_text()
    path.write_text(export[: export.index("<item>")] + "".join(items) + export[export.index("</channel>") :])


def too_much():
    """What is too large, too deep or too wide: one row with its line, and everything else comes."""
    picture = '<img src="https://example.org/wp-content/uploads/{}">'.format
    hostile = {
        2: ("item-size", "x" * (65 << 20)),
        3: ("html", "<div>" * 100_000 + "deep" + "</div>" * 100_000),
        4: ("html", "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">wide</p>"),
        5: ("media-name", '<a href="https://example.org/wp-content/uploads/../../secret.pdf">up</a>'),
        6: ("picture-missing", picture("2024/01/link.png")),
        7: ("picture-missing", picture("2024/01/folder/out.png")),
        8: ("media-twin", picture("2024/01/twin.png")),
    }
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        media, outside, site = folder / "media/2024/01", folder / "outside", folder / "site"
        png = next((CASES / "media-folder/media/2024/01").glob("b.png")).read_bytes()
        for place in (media, outside, site / "Content/articles/uploads/2024/01"):
            place.mkdir(parents=True)
        shutil.copytree(ROOT / "Templates", site / "Templates")
        (outside / "out.png").write_bytes(png)
        (outside / "secret.pdf").write_bytes(b"%PDF-1.4 secret")
        (media / "link.png").symlink_to(outside / "out.png")
        (media / "folder").symlink_to(outside)
        (media / "twin.png").write_bytes(png)
        editors = site / "Content/articles/uploads/2024/01/twin.png"
        editors.write_bytes(png + b"\0")
        an_export(folder / "export.xml", [an_item(1, "first"), *(an_item(n, text) for n, (_, text) in hostile.items()), an_item(9, "last")])
        arguments = ("import", "wordpress", folder / "export.xml", "--site", site, "--media", folder / "media")
        done = sitegen(*arguments)
        check("too much: the rest comes", done.returncode == 0, done.stderr + done.stdout)
        report = rows(site / "Import/report.tsv")
        for number, (kind, _) in hostile.items():
            found = [row for row in report if row[0] == kind and row[1] == str(number) and int(row[2]) > 0]
            check(f"one row tells of {kind} in item {number}", len(found) == 1, found)
        texts = {n: next(iter(site.glob(f"Content/articles/2024/*-n{n}.md")), None) for n in range(1, 10)}
        check("what is larger than 64 MB is left out, no other", [n for n, path in texts.items() if not path] == [2], texts)
        check("what is too deep keeps its words", "deep" in texts[3].read_text() and "wide" in texts[4].read_text())
        check("a file's twin has a number", "twin-2.png" in texts[8].read_text() and (editors.parent / "twin-2.png").read_bytes() == png)
        check("the file that was there stays", editors.read_bytes() == png + b"\0")
        names = {path.name for path in (site / "Content").rglob("*")}
        check("nothing of another folder comes", not names & {"link.png", "out.png", "secret.pdf"}, names)
        before = {path: path.read_bytes() for path in (site / "Content").rglob("*") if path.is_file()}
        check("too much: a second run ends well", sitegen(*arguments).returncode == 0)
        check("and writes nothing", before == {path: path.read_bytes() for path in (site / "Content").rglob("*") if path.is_file()})
        built = sitegen("build", "--site", site, "--quiet", "--now", NOW)
        check("too much: the site builds", built.returncode == 0, built.stderr + built.stdout)


def an_archive():
    """An outlet with branches of categories, tags and authors that have many pages: each old address answers."""
    export = (CASES / "permalink-postname/export.xml").read_text()
    start, end = export.index("<item>"), export.index("</channel>")
    item = export[start : export.index("</item>") + len("</item>\n")]
    terms = "".join(
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{name}</wp:category_nicename>"
        f"<wp:category_parent>{parent}</wp:category_parent><wp:cat_name>{name}</wp:cat_name></wp:category>"
        for number, (name, parent) in enumerate([("world", ""), ("asia", "world"), ("sport", ""), ("uncategorized", "")], 1)
    )
    authors = "".join(f"<wp:author><wp:author_login>{name}</wp:author_login><wp:author_display_name>{name} x</wp:author_display_name></wp:author>" for name in ("one", "two"))
    items = []
    for number in range(1, 261):
        category = "asia" if number % 2 else "sport" if number % 3 else "world" if number % 5 else "uncategorized"
        tag = f"t{number % 3}" if number % 4 else "Ünïque Tag"
        text = item.replace("<wp:post_id>1<", f"<wp:post_id>{number}<").replace("?p=1<", f"?p={number}<").replace("[writer1]", "[one]" if number % 7 else "[two]")
        text = re.sub("%d8%ae%d8%a8%d8%b1-%d8%a3%d9%88%d9%84", f"n{number}", text)
        text = re.sub("2024-01-24", f"20{20 + number // 80}-{1 + number // 40:02}-24", text)
        text = text.replace("</item>", f'<category domain="category" nicename="{category}">{category}</category>'
                            f'<category domain="post_tag" nicename="{"unique-tag" if number % 4 == 0 else tag}">{tag}</category></item>')
        items.append(text)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "export.xml").write_text(export[:start] + terms + authors + "".join(items) + export[end:])
        (folder / "site").mkdir()
        shutil.copytree(ROOT / "Templates", folder / "site/Templates")
        done = sitegen("import", "wordpress", folder / "export.xml", "--site", folder / "site")
        check("the archive comes", done.returncode == 0, done.stderr + done.stdout)
        addresses = old_addresses([folder / "export.xml"], NOW[:10])
        # A second time with ten more stories in each list: what was led to the list may have a page of its own by then.
        for more in (0, 40):
            for number in range(more):
                (folder / f"site/Content/articles/new-{number}.md").write_text(
                    f"---\ntitle: n {number}\ndate: 2024-02-01\nsection: sport\ntags: [t1]\n---\n\nx\n")
            built = sitegen("build", "--site", folder / "site", "--quiet", "--now", NOW)
            check(f"the archive builds with {more} more", built.returncode == 0, built.stderr + built.stdout)
            site = Site(folder / "site/Public")
            lost = [unquote(address) for address in addresses if not site.answers(address)]
            check(f"{len(addresses)} old addresses answer, with {more} more stories", not lost and len(addresses) > 300, lost)


def many(count):
    """An export of many posts, half of which want the address of another."""
    export = (CASES / "permalink-postname/export.xml").read_text()
    start, end = export.index("<item>"), export.index("</channel>")
    item = export[start : export.index("</item>") + len("</item>\n")]
    items = []
    for number in range(1, count + 1):
        name = f"n{number // 2}" + ("؟" if number % 2 else "")
        text = item.replace("<wp:post_id>1<", f"<wp:post_id>{number}<").replace("?p=1<", f"?p={number}<")
        items.append(re.sub("%d8%ae%d8%a8%d8%b1-%d8%a3%d9%88%d9%84", name, text))
    return export[:start] + "".join(items) + export[end:]


def interrupted():
    """An import that is killed goes on where it was, and ends with the same files."""
    chance = random.Random(2)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        export = folder / "export.xml"
        export.write_text(many(1200))
        whole, site = folder / "whole", folder / "site"
        whole.mkdir(), site.mkdir()
        check("the export of many posts comes", sitegen("import", "wordpress", export, "--site", whole).returncode == 0)
        # Killed between the last file and its note.
        state = site / "Import/state.tsv"
        shutil.copytree(whole, site, dirs_exist_ok=True)
        state.write_text("".join(line for line in state.read_text().splitlines(True) if not line.startswith("site\t")))
        sitegen("import", "wordpress", export, "--site", site)
        check("a site.yaml that was written and not noted is the import's own", state.read_bytes() == (whole / "Import/state.tsv").read_bytes(), state.read_text()[-200:])
        shutil.rmtree(site), site.mkdir()
        kills = 0
        for _ in range(int(os.environ.get("SITEGEN_KILLS", "6"))):
            run = subprocess.Popen([SITEGEN, "import", "wordpress", export, "--site", site], stdout=subprocess.DEVNULL)
            try:
                run.wait(timeout=chance.uniform(0.05, 0.6))
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
                kills += 1
        check("the last run ends well", sitegen("import", "wordpress", export, "--site", site).returncode == 0)
        files = lambda root: {p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file() and p.name != "report.md"}
        one, other = files(whole), files(site)
        differing = [str(p) for p in one.keys() | other.keys() if one.get(p) != other.get(p)]
        check(f"killed {kills} times, it ends with the same files", not differing, differing[:5])


def main():
    names = sys.argv[2:] or sorted(path.name for path in CASES.iterdir())
    for name in names:
        Case(name).run()
    if not sys.argv[2:]:
        an_archive()
        too_much()
        damaged()
        interrupted()
    finish()


main()
