"""Builds the handbook as a site, in Arabic at the root and in English under /en/, from the pages in docs/ that GitHub shows.

    build.py PATH/TO/sitegen FOLDER [ADDRESS]

FOLDER/Public is the site, with the search; the other folders are the outlets that it is built from: one a language, and for each one that
has the whole articles of its examples, in the standard theme, under examples/. Ends with the program's status.
"""

import json
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from html import escape
from pathlib import Path

sys.dont_write_bytecode = True
from outlets import NOW, ROOT, add_what_is_named, media, outlet, write_article, yaml
from pages import DOCS, FENCE, FOLDERS, HEADING, LINK, anchor, contents, examples, outside_code, page_text

# What stands at the chapters' ends and in the head, in the handbook's words.
WORDS = {
    "ar": {"sections": "المحتويات", "in_this_article": "في هذه الصفحة", "previous_article": "السابق", "next_article": "التالي"},
    "en": {"sections": "Contents", "in_this_article": "On this page", "previous_article": "Previous", "next_article": "Next"},
}
OTHER = {"ar": ("en", "English"), "en": ("ar", "العربية")}
SEEN = {"ar": "كما يراها القراء", "en": "As readers see it"}
# Chapters have no day; their order is one.
FIRST_DAY = date(2024, 1, 1)
LETTER = re.compile(r"[^\W\d_]")
ARABIC = re.compile("[\u0621-\u064a]")


def address(base, language):
    """Where the handbook of a language lies."""
    return base if language == "ar" else base + "en/"


def path_of(whole):
    """The path of a whole address."""
    return "/" + whole.split("/", 3)[3]


def slug(file):
    """The last part of a chapter's address; the search's own page has the other."""
    return "searching" if file.stem == "search" else file.stem


# MARK: Examples


def example_slug(example):
    """The last part of the address of an example that is a whole article."""
    given = re.search(r"^(?:slug|المسار): (\S+)$", example.text, re.MULTILINE)
    return given[1] if given else f"{example.file.stem}-{example.line}"


def source_of(block, language):
    """The block as it is typed. In Arabic each line runs as its letters do, and one without letters, such as `---`, as the page does;
    settings of which some have Latin names run from the left as a whole, or their indents would not stand below one another."""
    lines = block["text"].splitlines(keepends=True)
    if language != "ar" or block["language"] not in ("markdown", "yaml") or not any(ARABIC.search(line) for line in lines):
        return f"{block['mark']}{block['language'] or ''}\n{block['text']}{block['mark']}\n"
    first = [LETTER.search(line) for line in lines]
    if block["language"] == "yaml" and not all(ARABIC.match(letter[0]) for letter in first if letter):
        return f'<pre class="whole" dir="ltr"><code>{escape(block["text"])}</code></pre>\n'
    spans = [
        f"""<span class="line" dir="{'auto' if letter else 'rtl'}">{escape(line)}</span>""" for line, letter in zip(lines, first)
    ]
    return f"<pre><code>{''.join(spans)}</code></pre>\n"


def with_result(block, language, examples_at, file):
    """The block, and beside it what readers see: an example's result, its headings a level lower, or the way to an article's page."""
    source = source_of(block, language)
    if block["role"] == "example":
        result = outside_code(block["text"], lambda line: re.sub(r"^(#+ )", r"#\1", line))
        return f'<div class="pair">\n\n{source}\n<div class="result">\n\n{result}\n</div>\n</div>\n'
    if block["role"] == "article":
        example = next(example for example in examples(file) if example.text == block["text"])
        return f'{source}\n<div class="seen">\n\n[{SEEN[language]}]({examples_at}{example_slug(example)}/)\n\n</div>\n'
    return source


def write_examples(folder, language, base, files):
    """The outlet of the examples that are whole articles."""
    outlet(folder, language, yaml({
        "url": f"{address(base, language)}examples/", "urls": {"article": "/{slug}/"},
        "navigation": [{"title": contents(language)[0], "url": address(base, language)}],
    }))
    for example in (example for file in files for example in examples(file) if example.role == "article"):
        write_article(folder, example_slug(example), language, example.text)
        add_what_is_named(folder, language, example.text)


# MARK: Chapters


def body(file, language, base, chapters):
    """A page's text for the site: headings with GitHub's ids, links that lead within the site, results beside examples."""
    _, text = page_text(file)
    taken = {}

    def lead(found):
        if not found["file"]:
            return found[0]
        target = (file.parent / found["file"]).resolve()
        if target.name == "README.md":
            return f"]({address(base, 'ar' if target.parent.name == 'ar' else 'en')})"
        if target not in chapters or chapters[target] == language:
            return found[0]
        return f"]({address(base, chapters[target])}{slug(target)}/{found['anchor'] or ''})"

    def change(line):
        heading = HEADING.match(line)
        if heading:
            return f"{heading[1]} {heading[2]} {{#{anchor(heading[2], taken)}}}\n"
        return re.sub(r"(`+).*?\1|" + LINK.pattern, lambda found: found[0] if found[1] else lead(found), line)

    examples_at = f"{address(base, language)}examples/"
    return FENCE.sub(lambda block: with_result(block, language, examples_at, file), outside_code(text, change))


def contents_template(parts, site):
    """The list of chapters beside each page."""
    lines = []
    for name, group in parts:
        lines.append(f'<li class="part">{escape(name)}</li>\n')
        for chapter in group:
            url = f"{site}{slug(chapter.file)}/"
            lines.append(f'<li><a href="{url}"{{% if page.url == "{url}" %}} aria-current="page"{{% endif %}}>{escape(chapter.title)}</a></li>\n')
    return "".join(lines)


def write_handbook(folder, language, base, chapters):
    """The outlet of a language: a chapter is an article, since the search finds articles."""
    title, opening, parts = contents(language)
    other, other_name = OTHER[language]
    site = path_of(address(base, language))
    articles = folder / "Content/articles"
    articles.mkdir(parents=True)
    files = [chapter.file for _, group in parts for chapter in group]
    about = {chapter.file: chapter.about for _, group in parts for chapter in group}
    for number, file in enumerate(files):
        # The page of all messages names each of them at its top.
        extra = {"outline": file.stem != "diagnostics"}
        if FOLDERS[other] / file.name in chapters:
            extra["other"] = f"{address(base, other)}{slug(file)}/"
        day = FIRST_DAY + timedelta(days=number)
        matter = {"title": page_text(file)[0], "date": str(day), "slug": slug(file), "summary": about[file], "extra": extra}
        (articles / file.name).write_text(f"---\n{yaml(matter)}---\n\n{body(file, language, base, chapters)}")
    text = "".join(file.read_text() for file in files)
    for path in media(text):
        shutil.copy(path, articles / path.name)
    (articles / "pictures").mkdir()
    for name in set(re.findall(r"\(pictures/([\w-]+\.jpg)\)", text)):
        shutil.copy(DOCS / "pictures" / name, articles / "pictures")
    listed = [
        {"title": name, "chapters": [{"title": c.title, "about": c.about, "url": f"{site}{slug(c.file)}/"} for c in group]}
        for name, group in parts
    ]
    (folder / "Content/data").mkdir()
    (folder / "Content/data/contents.json").write_text(json.dumps({"opening": opening, "parts": listed}, ensure_ascii=False))
    elsewhere = [f"{site}examples/"] + ([path_of(address(base, other))] if language == "ar" else [])
    (folder / "Content/site.yaml").write_text(yaml({
        "name": title, "url": address(base, language), "description": opening[0], "language": language, "html": "allow",
        "urls": {"article": "/{slug}/"}, "extra": {"other": "text", "outline": "flag"}, "words": WORDS[language],
        "social": [{"name": other_name, "url": address(base, other)}], "elsewhere": elsewhere,
    }))
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    shutil.copytree(DOCS / "handbook/Templates", folder / "Templates", dirs_exist_ok=True)
    (folder / "Templates/contents.html").write_text(contents_template(parts, site))


def build(program, folder, base="http://127.0.0.1:8000/"):
    """Writes the outlets and builds them; gives what the program said and the highest of its statuses."""
    shutil.rmtree(folder, ignore_errors=True)
    chapters = {chapter.file: language for language in FOLDERS for _, group in contents(language)[2] for chapter in group}
    said, status = "", 0
    for language in FOLDERS:
        public = folder / "Public" / path_of(address("//host/", language)).strip("/")
        write_handbook(folder / language, language, base, chapters)
        write_examples(folder / f"{language}-examples", language, base, [file for file in chapters if chapters[file] == language])
        for site, output in ((folder / language, public), (folder / f"{language}-examples", public / "examples")):
            run = subprocess.run(
                [program, "build", "--site", site, "--output", output, "--now", NOW], capture_output=True, text=True)
            said, status = said + run.stdout + run.stderr, max(status, run.returncode)
    return said, status


if __name__ == "__main__":
    said, status = build(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:4])
    print(said, end="")
    sys.exit(status)
