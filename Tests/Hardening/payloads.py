"""Puts texts that want to run into every field that an outlet has, builds, and opens what came out in Chromium.

    payloads.py PATH/TO/sitegen [--all]

The texts are in attacks.py. With `html: escape` nothing runs, without any header; nothing but text comes from a field; and no page
asks a host that is not the site's, but for pictures that Markdown puts there. With `html: allow` the site's own headers hold, and
what feeds carry runs nowhere. Machines read what people read. Ends with `N passed, N failed`.
"""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from collections import Counter
from pathlib import Path

from lxml import etree
from playwright.sync_api import sync_playwright

sys.dont_write_bytecode = True
from attacks import EVIL, attacks
from inputs import png
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import CHROMIUM
from totals import check, finish

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SITEGEN = str(Path(sys.argv[1]).resolve())
ALL = "--all" in sys.argv[2:]
COUNT, BATCH = (700, 100) if ALL else (200, 200)
NOW = "2026-01-01T00:00:00Z"


# A site with the texts in all its fields


def quoted(text):
    """As YAML takes it, on one line whatever it holds."""
    return re.sub("[\\u2028\\u2029\\x7f-\\x9f\\ufeff\\ud800-\\udfff]", lambda it: f"\\\\u{ord(it[0]):04x}", json.dumps(text, ensure_ascii=False))


# Every line is a field; {} is the text between quotes.
FIELDS = {
    "kicker": "kicker: {}", "summary": "summary: {}", "author, role": "authors: [{{name: {}, role: {}}}, كاتب]", "tag": "tags: [{}, ماء]", "section": "section: {}", "picture": "image: {{src: rain.png, alt: {}, caption: {}, credit: {}}}", "source": "source: {{name: {}, url: \"https://agency.example/\"}}",
    "series": "series: {}", "location": "location: {}", "correction": "corrections: [{{date: 2025-01-02, text: {}}}]", "alias": "aliases: [{path}]", "id": "id: {}",
}
ADDRESSES = {"source's address": "source: {{name: a, url: {}}}", "canonical": "source: {{name: a, url: \"https://agency.example/\", canonical: {}}}"}
BODY = {
    "text": "{}", "heading": "## {}", "strong": "**{}**", "emphasis": "*{}*", "struck": "~~{}~~", "marked": "=={}==", "link's text": "[{}](https://friend.example/)", "link": "[رابط](<{}>)", "bare link": "[رابط]({})", "link's title": "[رابط](https://friend.example/ \"{}\")", "picture's alt": "![{}](rain.png)", "picture's title": "![صورة](rain.png '{}')", "code": "`{}`", "fence": "```\n{}\n```", "fence's word": "```{}\nرمز\n```", "quotation": "> {}", "attribution": "> اقتباس\n>\n> — {}", "item": "- {}", "numbered item": "1. {}",
    "cell": "| أ | ب |\n|---|---|\n| {} | ج |", "column": "| {} | ب |\n|---|---|\n| أ | ج |", "box's title": "::: aside {}\nنص\n:::", "box": "::: aside عنوان\n{}\n:::", "details": "::: details {}\nنص\n:::", "pull quote": "> [!pull] {}", "pull quote's name": "::: pullquote\nنص\n\n— {}\n:::", "card": "https://video.example/{}", "autolink": "<https://friend.example/{}>", "id of a heading": "## عنوان {{#{}}}", "footnote": "نص[^n].\n\n[^n]: {}", "reference": "[r]: <{}> \"{}\"\n\n[ن][r]", "inline HTML": "نص <b>{}</b> نص", "block of HTML": "<div title=\"{}\">{}</div>", "comment": "<!-- {} -->",
}
OUTLET = {
    "name": "name: {}", "description": "description: {}", "copyright": "copyright: {}", "alternate name": "alternate_name: {}", "publication": "publication: {}", "city": "city: {}", "app": "app: {{short_name: {}}}", "words": "words: {{updated: {}, share: {}, related: {}, all_rights_reserved: {}}}", "hidden field": "comments: {{action: \"https://forms.example/p\", hidden: {{{}: {}}}}}",
}


def braces(pattern, text, **more): return pattern.replace("{{", "\0").replace("}}", "\1").replace("{path}", quoted("/x/" + text + "/")).replace("{}", text if more.get("bare") else quoted(text)).replace("\0", "{").replace("\1", "}")


class Piece:
    """A part of a file that may be refused; a file is the parts that are left."""

    def __init__(self, text, field=None): self.text, self.field = text, field


class Outlet:
    def __init__(self, folder, texts, html):
        self.folder, self.texts, self.html = folder, texts, html
        self.files, self.refused, self.titles = {}, Counter(), {}
        self.placed = Counter()

    def add(self, path, *pieces):
        self.files[path] = list(pieces)
        self.placed.update(piece.field for piece in pieces if piece.field)

    def fill(self):
        for number, text in enumerate(self.texts):
            front = [Piece("---"), Piece(f"title: {quoted(text)}", "title"), Piece("date: 2025-01-01")]
            front += [Piece(braces(pattern, text), field) for field, pattern in FIELDS.items()]
            body = [piece for field, pattern in BODY.items() for piece in (Piece(braces(pattern, text, bare=True), field), Piece(""))]
            self.add(f"Content/articles/p{number:03}.md", *front, Piece("---\n"), *body)
            self.titles[f"p{number:03}"] = text
            readers = {"reader's name": {"name": text}, "reader's text": {"text": text}, "reader's address": {"url": text}, "reader's address, made one": {"url": "https://reader.example/" + text}}
            self.add(f"Content/comments/p{number:03}.jsonl", *[Piece(json.dumps({"id": f"c{place}", "name": "قارئ", "date": "2025-02-01T10:00:00Z", "text": "نص", **more, **({"parent": "c0"} if place else {})}), field) for place, (field, more) in enumerate(readers.items())])
            kinds = [Piece("status: retracted"), Piece(f"reason: {quoted(text)}", "reason")] if number % 2 else [Piece("kind: sponsored"), Piece(f"source: {{name: {quoted(text)}}}", "sponsor")]
            self.add(f"Content/articles/q{number:03}.md", Piece("---"), Piece("title: خبر"), Piece("date: 2025-01-01"), *kinds, Piece(f"author: {quoted(text)}", "author alone"), Piece("---\n\nنص."))
            address = list(ADDRESSES.values())[number % 2]
            self.add(f"Content/articles/r{number:03}.md", Piece("---"), Piece(f"title: {'' if chr(10) in text or chr(13) in text else text}", "title without quotes"), Piece("date: 2025-01-01"), Piece(braces(address, text), list(ADDRESSES)[number % 2]), Piece("---\n\nنص."))
            if number % 5 == 0: self.add(f"Content/pages/p{number:03}.md", Piece("---"), Piece(f"title: {quoted(text)}", "page's title"), Piece(f"description: {quoted(text)}", "page's description"), Piece("---\n"), Piece(text, "page's text"))
            self.add(f"Content/authors/p{number:03}.md", Piece("---"), Piece(f"name: {quoted(text)}", "profile's name"), Piece(f"role: {quoted(text)}", "profile's role"), Piece(f"image: {{src: salma.png, alt: {quoted(text)}}}", "portrait's alt"), Piece(f"links: [{{name: {quoted(text)}, url: \"https://friend.example/\"}}]", "profile's link"), Piece("---\n"), Piece(text, "profile's text"))
            name = text.replace("/", "∕").encode()[:180].decode(errors="ignore")
            for folder, ending, data, field in [("articles", ".md", f"---\ntitle: ملف {number}\ndate: 2024-01-01\n---\n\nنص.\n".encode(), "article's file"), ("assets", ".txt", b"x", "asset's file"), ("articles", ".png", png(), "picture's file")]:
                if "\0" not in name: self.add(f"Content/{folder}/f{number:03}{name}{ending}", Piece(data, field))
            if "\0" not in name: self.add(f"Content/articles/s{number:03}.md", Piece("---\ntitle: صورة\ndate: 2024-01-01\n---\n"), Piece(f"![صورة](<f{number:03}{name}.png>)", "picture by its name"))
        sections = [Piece(f"  - {{name: {quoted(text)}, description: {quoted(text)}}}", "section of site.yaml") for text in self.texts]
        menu = [Piece(f"  - {{title: {quoted(text)}, url: /}}", "menu") for text in self.texts[::9]] + [Piece(f"  - {{title: a, url: {quoted(text)}}}", "menu's address") for text in self.texts]
        social = [Piece(f"  - {{name: {quoted(text)}, url: \"https://friend.example/\"}}", "account") for text in self.texts[4::9]] + [Piece(f"  - {{name: a, url: {quoted(text)}}}", "account's address") for text in self.texts]
        singles = [Piece(braces(pattern, self.texts[7 * number % len(self.texts)]), field) for number, (field, pattern) in enumerate(OUTLET.items())]
        self.add("Content/site.yaml", *singles, Piece("url: https://example.org/"), Piece(f"html: {self.html}"), Piece("page_size: 50"), Piece("feeds: {site: 'rss, atom, json', corrections: rss, content: full, items: 20, authors: rss, tags: atom, sections: json}"), Piece("logo: assets/logo.png"), Piece("sections:"), *sections, Piece("navigation:\n  - {title: أ, url: /}"), *menu, Piece("social:\n  - {name: أ, url: \"https://friend.example/\"}"), *social)
        self.add("Content/frontpage.yaml", Piece("slots:\n  - {newest: true}"), Piece(f"breaking: {{text: {quoted(self.texts[len(self.texts) // 2])}, url: /}}", "breaking news"))
        for path in ["articles/rain.png", "authors/salma.png", "assets/logo.png"]: self.add(f"Content/{path}", Piece(png()))

    def write(self, path):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        pieces = self.files[path]
        target.write_bytes(pieces[0].text if isinstance(pieces[0].text, bytes) else ("\n".join(piece.text for piece in pieces) + "\n").encode("utf-8", "surrogatepass"))

    def build(self):
        """Without what the program refuses, a field at a time, until it builds."""
        shutil.copytree(ROOT / "Templates", self.folder / "Templates")
        self.fill()
        for path in list(self.files):
            try: self.write(path)
            except (OSError, ValueError): del self.files[path]
        for _ in range(12):
            done = subprocess.run([SITEGEN, "build", "--site", self.folder, "--now", NOW, "--diagnostics", "json", "--quiet"], capture_output=True, timeout=300)
            if done.returncode != 1: break
            problems = [json.loads(line) for line in done.stderr.decode().splitlines()]
            if not self.drop([(it.get("path", ""), it.get("line", 1)) for it in problems if it["severity"] == "error"]): break
        check(f"{self.html}: an outlet of {len(self.texts)} texts builds", done.returncode == 0, (done.returncode, done.stderr[-600:]))
        return done.returncode == 0

    def drop(self, places):
        """Takes out the parts in which the errors stand; whether there were any."""
        wanted, found = {}, False
        for path, line in places: wanted.setdefault(path, set()).add(line)
        for path, lines in wanted.items():
            if path not in self.files: continue
            at, kept = 1, []
            for piece in self.files[path]:
                count = 1 if isinstance(piece.text, bytes) else piece.text.count("\n") + piece.text.count("\r") - piece.text.count("\r\n") + 1
                if piece.field and any(at <= line < at + count for line in lines):
                    self.refused[piece.field] += 1
                    found = True
                    if piece.field in ["title", "title without quotes", "page's title"]: kept.append(Piece("title: بديل"))
                    if piece.field == "name": kept.append(Piece("name: بديل"))
                    if piece.field == "reason": kept.append(Piece("reason: بديل"))
                    if piece.field == "sponsor": kept.append(Piece("source: بديل"))
                    if piece.field == "profile's name": kept.append(Piece(f"name: بديل {path[-6:-3]}"))
                else: kept.append(piece)
                at += count
            if kept == self.files[path]:
                # No field of the line's own: the file has no place of its own for what is wrong.
                kept = [] if "site.yaml" not in path else kept
                found = found or not kept
                self.refused["whole file"] += 1
            if not kept:
                del self.files[path]
                (self.folder / path).unlink()
            else:
                self.files[path] = kept
                self.write(path)
        return found


# What readers open


class Handler(http.server.SimpleHTTPRequestHandler):
    headers_to_send, protocol_version, disable_nagle_algorithm = (), "HTTP/1.1", True

    def end_headers(self):
        for name, value in self.headers_to_send: self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_): pass

    def handle(self):
        # A frame that is taken away asks for nothing any more.
        try: super().handle()
        except ConnectionError: pass


def serve(folder, headers=()):
    handler = type("OwnHandler", (Handler,), {"headers_to_send": headers})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def own_headers(public):
    """As the site wants them on every answer; a frame of ours may show its pages."""
    lines = (public / "_headers").read_text().splitlines()
    start = lines.index("/*")
    headers = []
    for line in lines[start + 1:]:
        if not line.startswith(" "): break
        name, _, value = line.strip().partition(": ")
        headers.append((name, value.replace("frame-ancestors 'none'", "frame-ancestors 'self'")))
    return headers


CANARY = """(() => { const ran = what => console.log("RAN " + what + " in " + location.href.slice(0, 200));
  window.alert = window.confirm = window.prompt = window.print = ran; })()"""
# Parses pages as a browser does, without running them. Gives each pair of an element and an attribute, where addresses lead, what
# stands in JSON-LD and in headlines.
LOOK = """async paths => {
  const pairs = {}, schemes = {}, pages = [];
  const next = paths[Symbol.iterator]();
  const look = async () => { for (const path of next) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    for (const element of page.querySelectorAll("*")) {
      const tag = element.localName;
      pairs[tag] ??= path;
      for (const {name, value} of element.attributes) {
        pairs[tag + " " + name] ??= path;
        if (/^(href|src|action|formaction|xlink:href|data|poster|background|ping|srcset|cite|longdesc|manifest|content)$/.test(name) && !(tag === "meta" && !/refresh/i.test(element.httpEquiv))) {
          // What a browser cannot read leads nowhere.
          let scheme = "?";
          try { scheme = new URL(value, "https://example.org/").protocol; } catch { if (/^https?:/i.test(value)) scheme = "https:"; }
          schemes[tag + " " + name + " " + scheme] ??= path + " " + value.slice(0, 200);
        }
      }
    }
    pages.push({path, headline: page.querySelector("main h1")?.textContent ?? "", data: [...page.querySelectorAll('script[type="application/ld+json"]')].map(it => it.textContent)});
  } };
  await Promise.all(Array.from({length: 6}, look));
  return {pairs, schemes, pages};
}"""
# Opens pages in frames, some at a time.
OPEN = """async paths => {
  const next = paths[Symbol.iterator]();
  const frames = async () => { for (const path of next) {
    const frame = document.createElement("iframe");
    await new Promise(done => { const later = setTimeout(done, 3000); frame.onload = () => { clearTimeout(later); setTimeout(done, 30); }; frame.src = path; document.body.append(frame); });
    frame.remove();
  } };
  await Promise.all(Array.from({length: 8}, frames));
}"""
# As readers of feeds do that trust what they get.
PUT = """async texts => {
  const told = [];
  for (let start = 0; start < texts.length; start += 64) {
    const frames = texts.slice(start, start + 64).map(text => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const place = frame.contentDocument.body, here = frame.contentDocument, bad = new Set();
      place.innerHTML = text;
      for (const element of place.querySelectorAll("*")) {
        if (/^(script|style|base|meta|link)$/.test(element.localName)) bad.add(element.localName);
        for (const {name, value} of element.attributes) {
          if (/^(on.*|srcdoc)$/i.test(name)) bad.add(element.localName + " " + name);
          let scheme = "";
          if (/^(href|src|action|formaction|xlink:href|data|poster|to|values)$/.test(name)) try { scheme = new URL(value, "https://example.org/").protocol; } catch {}
          if (scheme && !/^(https?|mailto|tel):$/.test(scheme)) bad.add(element.localName + " " + name + "=" + value.slice(0, 100));
        }
      }
      told.push({text: place.textContent, bad: [...bad]});
      return [frame, here];
    });
    await new Promise(done => setTimeout(done, 150));
    frames.forEach(([frame, here], number) => {
      if (frame.contentDocument !== here) told[start + number].bad.push("the reader is led away");
      frame.remove();
    });
  }
  return told;
}"""


def paths_of(public):
    found = []
    for path in sorted(public.rglob("*.html")):
        name = path.relative_to(public).as_posix()
        found.append("/" + urllib.parse.quote(name.removesuffix("index.html") if name.endswith("index.html") else name))
    return found


def plain_site(folder):
    """The same fields with words that mean nothing: what elements and attributes a page has by itself."""
    words = ["كلمة", "word", "كلمة word 12", "**كلمة** [رابط](https://friend.example/)", "https://friend.example/a?b=c", "`رمز`", "كلمة 'أ' \"ب\" & ج", "a_b_c *d*", "![صورة](rain.png)", "1) كلمة", "# كلمة", "> كلمة", "- كلمة", "~~كلمة~~ ==كلمة==", "أ\n\nب", "| أ |\n|---|\n| ب |", "[^1]", "::: aside أ\nب\n:::", "::: details أ\nب\n:::", "A long sentence in English, which has its own direction and language.", "٣ كلمات", "```swift\nx\n```", "مرحبا https://www.youtube.com/watch?v=dQw4w9WgXcQ", "H~2~O x^2^", "a@b.example", "<b>x</b>", "> أ\n>\n> — ب"]
    outlet = Outlet(folder, words, "escape")
    return outlet if outlet.build() else None


class Browser:
    def __init__(self, browser):
        self.context = browser.new_context()
        self.context.add_init_script(CANARY)
        self.ran, self.asked = [], []
        self.context.on("console", lambda message: self.ran.append(message.text) if message.text.startswith("RAN ") else None)
        self.context.on("dialog", lambda dialog: (self.ran.append(f"RAN dialog {dialog.message}"), dialog.dismiss()))
        self.context.on("request", lambda request: self.asked.append((request.resource_type, request.url)) if re.match("(?!http://127.0.0.1:)(https?|wss?|ftp):", request.url) else None)

    def open(self, server, name="robots.txt"):
        page = self.context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{name}")
        return page


def well_formed(public, html, words):
    """What machines read; returns what feeds carry: (where, kind, text)."""
    carried = []
    for path in sorted(path for path in public.rglob("*") if path.suffix in [".xml", ".xsl", ".svg", ".json", ".webmanifest"] and "media" not in path.parts[:-1]):
        name, data = str(path.relative_to(public)), path.read_bytes()
        try:
            if path.suffix in [".json", ".webmanifest"]:
                value = json.loads(data)
                for item in value.get("items", []) if isinstance(value, dict) else []: carried += [(name, key, item[key]) for key in ["content_html"] if key in item]
                continue
            tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True))
            for element in tree.iter():
                kind = etree.QName(element).localname if isinstance(element.tag, str) else ""
                if tree.tag == "rss" and kind in ["description", "encoded"] and element.getparent().tag == "item": carried.append((name, kind, element.text or ""))
                if tree.tag.endswith("feed") and element.get("type") == "html": carried.append((name, kind, element.text or ""))
                for value in [element.text if kind in ["link", "loc", "url"] else None, element.get("href"), element.get("url")]:
                    if value and not re.match(r"(https?|mailto|tel):|/|#|urn:|\s*$", value) and not path.suffix == ".xsl": check(f"{html}: {name} leads where an address leads", False, value[:200])
            check(f"{html}: {name} is well formed", True)
        except (ValueError, etree.XMLSyntaxError) as problem:
            check(f"{html}: {name} is well formed", False, problem)
    for name, pattern in {"_redirects": r"(/\S* \S+ \d{3}!?)?", "_headers": r"(/\S*|  [\w-]+: [\x20-\x7e]*|#.*)?", "robots.txt": r"([A-Za-z-]+:.*)?|#.*"}.items():
        if (public / name).exists():
            bad = [line for line in (public / name).read_bytes().decode().split("\n") if not re.fullmatch(pattern, line)]
            check(f"{html}: each line of {name} is one of its kind", not bad, bad[:3])
    return carried


def same_words(text): return re.sub(r"[\s\u2066-\u2069\u200e\u200f\u061c\u200b]+", "", text)


def examine(chromium, outlet, allowed):
    html, public = outlet.html, outlet.folder / "Public"
    paths = paths_of(public)
    carried = well_formed(public, html, outlet.texts)
    reader = Browser(chromium)
    # Without a header, but where authors' HTML is allowed: that is what the headers are for.
    server = serve(public, own_headers(public) if html == "allow" else ())
    page = reader.open(server)
    # Without --all the pages that show all fields, and some of those that show a few.
    whole = [path for path in paths if re.search(r"^/2025/01/p\d{3}/$|^/$|404", path)]
    rest = [path for path in paths if path not in set(whole)]
    some = {"escape": (rest[::3], rest[::12]), "allow": ([], [])}[html]
    read, shown = (paths, paths) if ALL else (whole + some[0], whole + some[1])
    looks = page.evaluate(LOOK, read)
    if html == "escape":
        pairs = {pair: path for pair, path in looks["pairs"].items() if pair not in allowed and pair.split(" ")[-1] not in ["dir", "lang", "id", "class"]}
        check("escape: no element and no attribute comes from a text", not pairs, pairs)
        schemes = {way: path for way, path in looks["schemes"].items() if way.split(" ")[-1] not in ["https:", "http:", "mailto:", "tel:"]}
        check("escape: every address is one of the web, of mail, or of a telephone", not schemes, schemes)
    datas = [(it["path"], data, it["headline"]) for it in looks["pages"] for data in it["data"]]
    wrong, unequal, lost = [], [], []
    for path, data, headline in datas:
        try: value = json.loads(data)
        except ValueError as problem: wrong.append((path, problem)); continue
        found = json.dumps(value, ensure_ascii=False)
        heads = re.findall(r'"headline": ("(?:[^"\\]|\\.)*")', found)
        if heads and headline and all(same_words(json.loads(head)) != same_words(headline) for head in heads): unequal.append((path, headline, heads[:1]))
    check(f"{html}: JSON-LD can be read", not wrong, wrong[:3])
    check(f"{html}: JSON-LD has the headlines that pages show", not unequal, unequal[:3])
    for it in looks["pages"]:
        text = outlet.titles.get(it["path"].strip("/").split("/")[-1])
        if text and re.fullmatch(r"[ -~]+", text) and same_words(it["headline"]) not in [same_words(text), "بديل"] and "&" not in text: lost.append((text, it["headline"]))
    check(f"{html}: headlines are as they were written", not lost, lost[:5])
    page.evaluate(OPEN, shown)
    check(f"{html}: nothing runs on {len(shown)} pages" + (" that the site's headers guard" if html == "allow" else ""), not reader.ran, reader.ran[:5])
    if html == "escape":
        asked = [it for it in reader.asked if it[0] != "image"]
        check("escape: no page asks another host, but for pictures", not asked, asked[:5])
        named = [url for kind, url in reader.asked if kind == "image" and not any("![" in text and urllib.parse.urlsplit(url).path.strip("/").split("/")[0] in text for text in outlet.texts)]
        check("escape: pictures of other hosts are those that Markdown names", not named, named[:5])
    server.shutdown()
    feeds = Browser(chromium)
    empty = outlet.folder / "empty"
    empty.mkdir()
    (empty / "reader.html").write_text("<!doctype html><title>reader</title><body>")
    server = serve(empty)
    page = feeds.open(server, "reader.html")
    carried = list(dict.fromkeys(carried))
    if not ALL: carried = [it for number, it in enumerate(carried) if len(it[2]) < 500 or number % 8 == 0]
    told = page.evaluate(PUT, [text for _, _, text in carried])
    check(f"{html}: nothing in {len(carried)} texts of feeds runs", not feeds.ran, feeds.ran[:5])
    bad = [(name, kind, it["bad"], text[:200]) for (name, kind, text), it in zip(carried, told) if it["bad"]]
    check(f"{html}: no text of a feed holds what could run", not bad, bad[:5])
    server.shutdown()
    for browser in [reader, feeds]: browser.context.close()
    return len(read), len(shown), len(carried)


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder, sync_playwright() as playwright:
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"])
    texts, work = attacks(COUNT), Path(folder)
    plain = plain_site(work / "plain")
    allowed = set()
    if plain:
        reader = Browser(chromium)
        server = serve(plain.folder / "Public")
        allowed = set(reader.open(server).evaluate(LOOK, paths_of(plain.folder / "Public"))["pairs"])
        server.shutdown()
    totals, fields, refused = Counter(), set(), Counter()
    for start in range(0, len(texts), BATCH):
        for html in ["escape", "allow"]:
            outlet = Outlet(work / f"{html}{start}", texts[start:start + BATCH], html)
            if not outlet.build(): continue
            pages, shown, carried = examine(chromium, outlet, allowed)
            totals.update(pages=pages, shown=shown, carried=carried)
            fields |= set(outlet.placed)
            refused += outlet.refused
            shutil.rmtree(outlet.folder)
    chromium.close()
print(f"{len(texts)} texts in {len(fields)} fields: {totals['pages']} pages read, {totals['shown']} opened in Chromium, {totals['carried']} texts of feeds; {sum(refused.values())} places refused them")
finish()
