"""Sets random texts, and asks of each that nothing of it is lost and that nothing stands on its page that is not in it.

    check.py PATH/TO/sitegen [--documents N | --all] [--seed S]

Every text is built from words that stand once in it (documents.py), is an article of a site whose pages show the body alone, and
each of its words is looked for there. What a failure comes down to is printed. Ends with `N passed, N failed`.
"""

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

sys.dont_write_bytecode = True
from documents import LABELS, MARKS, WORD, document

BATCH = 4000
NOW = "2026-01-01T00:00:00Z"
ARTICLE = "<main>{{ article.html }}</main>{% if article.source %}<cite data-url='{{ article.source.url }}'>{{ article.source.name }}</cite>{% endif %}<footer>{{ page.description }}</footer>"
# Each batch is one of these.
SITES = {
    "escaped": "language: ar\n", "allowed": "language: ar\nhtml: allow\n", "guillemets": "language: ar\nquotes: guillemets\nnumerals: arab\n",
    "english": "language: en\n",
}
RAW = "https://example.org/raw"
EMPTY = {"br", "hr", "img"}
# Texts of elements that the program adds, and the ways of a comment's end.
ADDED = [("sup", "footnote-ref"), ("a", "footnote-backref"), ("span", "card-site")]
SUMMARIES = {"تفاصيل", "Details"}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
START = r"(?:^|[\n\r])[ \t>]*(?:(?:[-*+]|[0-9٠-٩۰-۹]+[.)-]?|\[\^[^\]\s]+\]:)[ \t>]*)*"
DEFINITION = re.compile(START + r"\[[^\[\]^][^\[\]]*\]:[^\n\r]*(?:\r?\n|\r)?[^\n\r]*(?:(?:\r?\n|\r)[ \t>]*[\"'(][^\n\r]*)?")
FENCE = re.compile(START + r"(?:```|~~~)[^\n\r]*")


class Page(HTMLParser):
    """What a reader sees, hears and follows of a body."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.seen, self.told, self.followed, self.problem = [], [], [], None
        self.open, self.skipped = [], None
        self.feed(source)
        self.close()
        if self.open: self.problem = self.problem or f"<{self.open[-1]}> is not closed"

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name, value in attributes:
            if name in ("alt", "title"): self.told.append(value or "")
            elif name != "aria-label": self.followed.append(unquote(value or ""))
        if self.skipped is None and ((tag, values.get("class")) in ADDED or (tag == "h2" and "id" not in values)): self.skipped = tag
        if tag != "bdi": self.seen.append("\u2400")
        if tag == "a":
            # An <a> of the author's own ends another, as in a browser.
            if values.get("href") == RAW: self.open = [entry for entry in self.open if entry != ("a", RAW)]
            if any(name == "a" for name, _ in self.open): self.problem = "<a> in <a>"
        if tag == "p" and any(name == "p" for name, _ in self.open): self.problem = "<p> in <p>"
        if tag not in EMPTY: self.open.append((tag, values.get("href")))

    def handle_endtag(self, tag):
        if tag != "bdi": self.seen.append("\u2400")
        if tag == self.skipped: self.skipped = None
        if self.open and self.open[-1][0] == tag: self.open.pop()
        elif tag not in EMPTY: self.problem = f"</{tag}> closes nothing"

    def handle_data(self, data):
        if self.skipped is None and not (data in SUMMARIES and self.open and self.open[-1][0] == "summary"): self.seen.append(data)


def bare(text):
    return re.sub(f"[{MARKS}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)


def spans(pattern, text):
    return [match.span() for match in pattern.finditer(text)]


def notes(text, label):
    """Where definitions of the label reach, to the next line at the margin behind a blank one."""
    pattern = rf"(?:^|[\n\r])[^\n\r]*\[\^{re.escape(label)}\]:(?:[^\n\r]|(?:\r\n|\n|\r)(?!(?:[ \t]*(?:\r\n|\n|\r))+[^ \t\n\r])(?!\[\^[^\]\s]+\]:))*"
    return spans(re.compile(pattern), text)


def reasons(text, diagnostics, is_allowed):
    """Where words of a text may stand that no page shows."""
    found = spans(COMMENT, text) + spans(DEFINITION, text) + spans(FENCE, text)
    for diagnostic in diagnostics:
        if diagnostic["id"] == "footnote-unused":
            found += notes(text, re.search("“(.*?)”", diagnostic["message"])[1])
    # Of a source's links one alone leads anywhere.
    found += spans(re.compile(r"(?<=\*المصدر:)[^\n\r]*\]\([^\n\r]*"), text)
    # A link in another leads nowhere, and that is said.
    if any(diagnostic["id"] == "link-in-link" for diagnostic in diagnostics): found += spans(re.compile(r"\]\([^\n\r]*?\)"), text)
    # A picture in a picture's text, or a link there: of these the text alone is told.
    if "![" in text: found += [span for span in spans(re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)"), text) if text.count("![", 0, span[0])
                               and "[" in text[text.find("![") + 2:span[0]]]
    return found


def is_destination(text, place):
    """Whether a word that is told in an attribute alone can be nothing but one's value."""
    start = max(text.rfind(sign, 0, place) for sign in " \n\t\r")
    chunk = text[start + 1:place]
    return any(sign in chunk for sign in ("](", "<", "]:", "{#", "://", "www.", '="', "```", "~~~")) or bool(
        re.search(r"(\]\(|\]:)\s*<?[^>\n]*$", text[:place])) or bool(re.search(r"(```|~~~)\s*$", text[:place]))


def faults(text, page, site, diagnostics):
    """What is wrong with the page of a text, each as a kind and a detail."""
    found = []
    plain = bare(text)
    page, _, excerpt = page.partition("<footer>")
    parsed = Page(page)
    seen = bare("".join(parsed.seen))
    told = bare("\u2400".join(parsed.told))
    followed = bare("\u2400".join(parsed.followed))
    shown = Counter(WORD.findall(seen)) + Counter(WORD.findall(told))
    found_words = [(match[0], match.start()) for match in WORD.finditer(plain)]
    counts = Counter(word for word, _ in found_words)
    places = dict(found_words)
    hidden = None
    is_allowed = site == "allowed"
    for word, place in places.items():
        count = shown[word]
        if count == counts[word] or counts[word] > 1: continue
        # The name of a host is told in ASCII.
        if count == 0 and (word in followed or "://xn--" in followed or ".xn--" in followed) and is_destination(plain, place): continue
        if count == 0 and is_allowed and word in bare(page): continue
        if hidden is None: hidden = reasons(plain, diagnostics, is_allowed)
        if any(start <= place < end for start, end in hidden): continue
        found.append(("lost" if count == 0 else "twice", word))
    if len(shown) > len(places) or any(word not in places for word in shown):
        squeezed = re.sub("<!--.*?-->" + ("|<[^<>]*>" if is_allowed else ""), "", plain, flags=re.DOTALL)
        found += [("invented", word) for word in shown if word not in places and word not in squeezed
                  and word not in "".join(character for character in squeezed if character.isalpha())]
    excerpt = bare(html.unescape(excerpt.partition("</footer>")[0])).removesuffix("…")
    if not is_allowed: found += [("excerpt", word) for word, count in Counter(WORD.findall(excerpt)).items() if count > shown[word] + seen.replace("\u2400", "").count(word)]
    for character in set(page + excerpt):
        code = ord(character)
        if (code < 32 and character not in "\n\t\r") or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF) or (
                character in "\ufffd\u2cfe\u2cff\ua874\ua875" and character not in text and not (character == "\ufffd" and "&#" in text)):
            found.append(("mark", f"U+{code:04X}"))
    if not is_allowed:
        if parsed.problem: found.append(("markup", parsed.problem))
        # The title of a link's definition is told with every use.
        extra = (Counter(seen + bare("".join(set(parsed.told)))) | Counter(excerpt)) - Counter(plain) - Counter(html.unescape(plain))
        extra = "".join(character for character in extra if not character.isspace() and character not in "\u2400\ufffd")
        if site == "guillemets": extra = extra.replace("«", "").replace("»", "")
        if extra: found.append(("added", extra))
    elif parsed.problem == "<a> in <a>" and plain.count("<a") == plain.count(f'<a href="{RAW}">') == plain.count("</a>"):
        found.append(("markup", parsed.problem))
    return found


class Site:
    """Sets many texts at once."""

    def __init__(self, program, settings, folder):
        self.program, self.folder = program, Path(folder)
        (self.folder / "Content/articles").mkdir(parents=True)
        (self.folder / "Templates").mkdir()
        (self.folder / "Content/site.yaml").write_text(f"name: ن\nurl: https://site.example/\nmessages: en\npage_size: 1000\n{settings}")
        for name in ["list", "terms", "page", "404", "corrections"]: (self.folder / f"Templates/{name}.html").write_text("<p>")
        (self.folder / "Templates/article.html").write_text(ARTICLE)

    def set(self, texts):
        """The page and the diagnostics of each; no page where a text is held for its errors."""
        for number, text in enumerate(texts):
            path = self.folder / f"Content/articles/2024-01-01-d{number}.md"
            path.write_bytes(f"---\ntitle: العنوان\ndate: 2024-01-01\n---\n{text}".encode("utf-8", "surrogatepass"))
        command = [self.program, "build", "--site", self.folder, "--now", NOW, "--hold-broken", "--diagnostics", "json", "--quiet"]
        run = subprocess.run(command, capture_output=True)
        if run.returncode not in (0, 3): raise SystemExit(f"exit {run.returncode}: {run.stderr.decode()[-2000:]}")
        told = [[] for _ in texts]
        for line in (run.stdout + run.stderr).decode().splitlines():
            if not line.startswith("{"): continue
            diagnostic = json.loads(line)
            number = re.search(r"articles/2024-01-01-d(\d+)\.md$", diagnostic.get("path") or "")
            if number: told[int(number[1])].append(diagnostic)
        pages = []
        for number in range(len(texts)):
            path = self.folder / f"Public/2024/01/d{number}/index.html"
            is_held = any(diagnostic["severity"] == "error" for diagnostic in told[number])
            pages.append(None if is_held or not path.exists() else path.read_bytes().decode())
        return list(zip(pages, told))


def judged(program, name, texts):
    """The faults of each text, and why it is held where it is."""
    with tempfile.TemporaryDirectory() as folder:
        results = Site(program, SITES[name], folder).set(texts)
    found = []
    for text, (page, diagnostics) in zip(texts, results):
        held = sorted({diagnostic["id"] for diagnostic in diagnostics if diagnostic["severity"] == "error"})
        if page is None and not held: found.append(([("no page", "")], held))
        else: found.append(([] if page is None else faults(text, page, name, diagnostics), held))
    return found


def shrunk(program, name, cases):
    """Each text with all taken out that its fault does not need; many at once, as one build tries many."""
    cases = [(text, kind) for text, kind in cases]
    sizes = [max(1, len(text) // 2) for text, _ in cases]
    for _ in range(60):
        tries, owners = [], []
        for number, (text, _) in enumerate(cases):
            if sizes[number] == 0: continue
            for start in range(0, len(text), sizes[number]):
                tries.append(text[:start] + text[start + sizes[number]:])
                owners.append(number)
        if not tries: break
        better = {}
        for text, owner, (found, _) in zip(tries, owners, judged(program, name, tries)):
            if any(kind == cases[owner][1] for kind, _ in found) and (owner not in better): better[owner] = text
        for number in range(len(cases)):
            if number in better: cases[number] = (better[number], cases[number][1])
            else: sizes[number] //= 2
            sizes[number] = min(sizes[number], len(cases[number][0]))
    return [text for text, _ in cases]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--documents", type=int, default=2000)
    arguments.add_argument("--all", dest="documents", action="store_const", const=200_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--shown", type=int, default=12, help="how many failures of a batch to shrink and print")
    options = arguments.parse_args()
    program = str(options.program.resolve())
    passed = failed = held = 0
    whys = Counter()
    names = list(SITES)
    size = min(BATCH, -(-options.documents // len(names)))
    for batch, start in enumerate(range(0, options.documents, size)):
        name = names[batch % len(names)]
        numbers = range(start, min(options.documents, start + size))
        texts = [document(options.seed, number) for number in numbers]
        bad = []
        for number, text, (found, held_for) in zip(numbers, texts, judged(program, name, texts)):
            whys.update(held_for)
            held += bool(held_for)
            if found:
                failed += 1
                bad.append((number, text, found))
            else:
                passed += 1
        if bad:
            shown = bad[:options.shown]
            for (number, _, found), text in zip(shown, shrunk(program, name, [(text, found[0][0]) for _, text, found in shown])):
                print(f"FAILED {name} {options.seed}/{number}: {found[0][0]} {found[0][1]}: {text!r}", flush=True)
            if len(bad) > len(shown): print(f"… and {len(bad) - len(shown)} more")
    print(f"seed {options.seed}: {options.documents} texts, {held} of them held for errors ({', '.join(f'{id} {n}' for id, n in whys.most_common())})")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
