"""What spoils an outlet: for each kind of file that the program reads, inputs by hand and inputs by chance.

`cases(count, seed)` gives small ones, each a change to a site's folder; `large(size)` those that ask for time and memory.
"""

import os
import random
import shutil
import socket
import struct
import zlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Callable

# The sound outlet


def png(width=4, height=3):
    def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


JPEG = (b"\xff\xd8\xff\xe1\0\x10Exif\0\0II*\0\x08\0\0\0\0\0\xff\xdb\0\x43\0" + b"\1" * 64 + b"\xff\xc0\0\x0b\x08\0\6\0\x08\1\1\x11\0"
        + b"".join(b"\xff\xc4\0\x14" + kind + b"\1" + b"\0" * 16 for kind in [b"\x00", b"\x10"])
        + b"\xff\xda\0\x08\1\1\0\0\x3f\0\x3f\xff\xd9")
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xfe\5hello\0!\xf9\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
WEBP = b"RIFF\x24\0\0\0WEBPVP8L\x17\0\0\0\x2f\0\0\0\0\x07\x10\xfd\x8f\xfe\x07\x22\xa2\xff\x01\0" + b"\0" * 5
AVIF = b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"\0\0\0\x30meta\0\0\0\0" + b"\0\0\0\x24iprp\0\0\0\x1cipco" + b"\0\0\0\x14ispe\0\0\0\0\0\0\0\x04\0\0\0\x03"

ARTICLE = """---
title: الرئيس: لا تراجع
kicker: المطر
summary: ملخص فيه: نقطتان
date: 2024-01-24T09:05
updated: 2024-01-25
authors: [سلمى الطحان, {name: كريم السقاء, role: تصوير}]
section: علوم
tags: مطر، ماء
image: {src: rain.png, alt: غيمة, caption: غيمة فوق النهر, credit: كريم السقاء}
source: {name: وكالة النهر, url: "https://agency.example/"}
aliases: [/old/rain/]
corrections:
  - {date: 2024-01-26, text: الصحيح عشرة لا تسعة}
series: الأنهار
related: [2023-05-01-river]
location: القاهرة
id: rain-1
extra: {desk: محلي}
---

# الرئيس: لا تراجع

الفقرة **الأولى**، وهي [رابط](../2023/2023-05-01-river.md) وحاشية[^1] و`رمز`.

## عنوان فرعي {#sub}

- بند
  1. بند آخر

| أ | ب |
|---|:-:|
| ج | د |

> اقتباس

![غيمة](rain.png "غيمة")

::: aside جانب
نص في إطار.
:::

https://video.example/watch?v=1

```
رمز
```

[^1]: الحاشية.
"""
SITE = """name: جريدة النهر
url: https://example.org/
description: أخبار النهر.
language: ar
time_zone: Africa/Cairo
numerals: latn
months: egypt
page_size: 10
logo: assets/logo.svg
copyright: دار النهر
sections:
  - name: علوم
    slug: science
    description: كيف يعمل العالم.
  - تاريخ
navigation:
  - {title: من نحن, url: /about/}
social:
  - {name: إكس, url: "https://x.com/nahr"}
extra:
  desk: text
words:
  updated: عُدّل في
comments:
  action: https://forms.example/post
  hidden: {form: comments}
feeds:
  site: rss, atom, json
  sections: rss
policies:
  ethics: /about/
crawlers:
  GPTBot: disallow
ads:
  - adnetwork.example, pub-100, DIRECT
security:
  contact: mailto:security@example.org
  expires: 2026-11-01
csp:
  img-src: https://cdn.example.org
"""
FRONT = "slots:\n  - {article: 2024-01-24-rain, until: 2026-02-01, newest: true}\n  - section: تاريخ\nbreaking: {text: عاجل, url: /about/, until: 2026-01-02}\n"
PROFILE = "---\nname: سلمى الطحان\nrole: محررة\nkind: person\nimage: {src: salma.png, alt: سلمى}\nlinks:\n  - {name: إكس, url: \"https://x.com/salma\"}\n---\n\nتكتب عن الماء.\n"
PAGE = "---\ntitle: من نحن\ndescription: عن الجريدة\norder: 1\n---\n\nجريدة.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
STORY = "Content/articles/2024/2024-01-24-rain.md"
LATE = "Content/articles/2024/late.md"
FILES = {
    STORY: ARTICLE, "Content/site.yaml": SITE, "Content/frontpage.yaml": FRONT, "Content/authors/salma.md": PROFILE, "Content/pages/about.md": PAGE,
    "Content/articles/2023/2023-05-01-river.md": "---\ntitle: النهر\ndate: 2023-05-01\nsection: تاريخ\ntags: ماء\nauthor: سلمى الطحان\n---\n\nنص النهر.\n",
    "Content/articles/2024/2024-02-01-wifi.md": "---\nالعنوان: الشبكة Wi-Fi\nالتاريخ: 1/2/2024\nالكاتب: سلمى الطحان\nالقسم: تاريخ\nالوسوم: ماء\n---\n\nنص المقال.\n",
    LATE: "---\ntitle: غدًا\ndate: 2026-05-01\nsection: علوم\n---\n\nنص الغد.\n",
    "Content/articles/2024/rain.png": png(), "Content/authors/salma.png": png(8, 8), "Content/assets/logo.svg": SVG, "Content/assets/photo.jpg": JPEG,
    "Content/assets/note.txt": "ملف\n",
}


def outlet(site, root):
    shutil.copytree(root / "Tests/Golden/Templates", site / "Templates")
    for path, data in FILES.items(): write(path, data, site)
    # As if nobody had touched them lately.
    for path in site.rglob("*"): os.utime(path, (1_700_000_000, 1_700_000_000))


# Cases


@dataclass
class Case:
    kind: str
    name: str
    spoil: Callable
    # What a line names, where the input stops a build.
    at: str = ""
    # How a build ends; None where either may be right.
    want: int | None = None
    # What undoes it, where that is not to lay Content/ and Templates/ anew.
    mend: Callable | None = None
    # Whether it concerns what builds leave: check looks at neither Public/ nor .sitegen/.
    is_of_output: bool = False
    # Whether the articles beside it stay when a build succeeds.
    spares: bool = True
    # Whether it leaves the outlet its language.
    is_arabic: bool = True
    # What no build of today looks at.
    later: tuple = (LATE,)


@dataclass
class Large:
    name: str
    path: str
    data: bytes
    # Plain text of the same size.
    sane: bytes
    # Seconds for each million bytes that it may take besides, where each line of it has an answer.
    extra: float = 0


def bytes_of(data): return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


def write(path, data, site):
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(bytes_of(data))


def file(kind, name, path, data, **more): return Case(kind, name, partial(write, path, data), **{"at": path} | more)


def article(name, front="", body="نص.\n", **more):
    return file("articles", name, "Content/articles/2025-05-05-case.md", b"---\ntitle: \xd8\xae\xd8\xa8\xd8\xb1\ndate: 2025-05-05\n" + bytes_of(front) + b"---\n\n" + bytes_of(body), **more)


def raw(name, data, **more): return file("articles", name, "Content/articles/2025-05-05-case.md", data, **more)


VALUES = {
    "nothing": "", "null": " null", "a tilde": " ~", "no list": " []", "no map": " {}", "lists in lists": " [[[[]]]]", "a map in a map": " {a: {b: {c: d}}}", "a list of maps": "\n  - {a: b}\n  - c: d",
    "yes": " yes", "a large number": " 1e400", "a negative number": " -7", "octal": " 0o17", "twenty nines": " 99999999999999999999", "not a number": " .nan", "NUL": ' "\\0"', "a surrogate": ' "\\ud800"',
    "an open quote": ' "abc', "an open apostrophe": " 'abc", "a lone bar": " |", "a folded text": " >-\n  نص\n  آخر", "a bar with a tab": " |\n\tنص", "an anchor": " &a x", "an alias": " *a", "a tag": " !!binary aGk=", "a dangerous tag": ' !!python/object/apply:os.system ["x"]',
    "a merge": "\n  <<: *a", "a complex key": " {? [a]: b}", "a tab": "\tx", "a day that is not": " 2024-13-45", "the year nought": " 0000-00-00", "the last second": " 9999-12-31T23:59:60Z", "a way out": " ../../etc/passwd", "a slash": " /", "two slashes": " //evil.example/x",
    "a script": " javascript:alert(1)", "a bidi override": " \u202eabc\u202c", "an isolate": " \u2067abc", "an expression": " '{{ 7 * 7 }}'", "percent nought": " /%00/x", "percent alone": " /a%zz", "an end": "\n...\nx: y", "a second start": "\n---\nx: y", "a tab in quotes": ' "a\\tb"',
    "emoji": " 🇪🇬👨‍👩‍👧", "many marks": " ا" + "\u064b" * 300, "a joiner": " \u200d", "a byte order mark": " \ufeff", "a line separator": " a\u2028b", "colons": " a: b: c", "a hash": " #", "an at": " @x", "a grave": " `x`", "half an address": " http://[::1", "no host": " https://",
    "a blank in an address": " https://x y/", "a telephone": " tel:", "a long word": " " + "ط" * 20000, "many items": " [" + "a, " * 3000 + "b]", "a long list of lists": " " + "[" * 300 + "]" * 300, "control characters": " a\x01\x02\x1b[31mb", "delete": " a\x7fb", "C1": " a\u0085b\u009bc",
    "Arabic digits": " ٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩", "superscripts": " ²³", "a private character": " \ue000\ue001\uf8ff", "a noncharacter": " \uffff\ufdd0", "the last character": " \U0010ffff", "a replacement": " \ufffd", "quotes in quotes": ' ""a""', "a directive": "\n%YAML 9.9\n", "stars": " " + "★" * 60,
    "a single brace": " {", "a single bracket": " ]", "braces crossed": " {[}]", "commas": " ، ، ,,،", "blanks": "    \u00a0\u3000 ", "a carriage return": " a\rb", "a backslash": ' "\\x4"', "bad escapes": ' "\\q"', "a huge escape": ' "\\UFFFFFFFF"', "true in Arabic": " نعم", "nought": " 0", "a date": " 2024-01-01", "true": " true",
}
KEYS = {
    STORY: "title kicker summary date updated author authors section tags image source kind slug aliases draft expires status reason corrections series related location comments lang id desk extra".split(),
    "Content/site.yaml": ("name url description language latin_lang time_zone numerals months clock date city hijri_adjust hijri_months quotes slug_style html page_size sections navigation social logo copyright comments extra urls messages words feeds "
                          "guid_host publication alternate_name icons share_image app policies crawlers ads security csp").split(),
    "Content/frontpage.yaml": "slots breaking".split(), "Content/authors/salma.md": "name role kind image links slug".split(), "Content/pages/about.md": "title description slug order draft".split(),
}
INNER = {
    STORY: ["image: {src: rain.png, alt:%s}", "image: {src:%s, alt: x}", "image: {src: rain.png, alt: x, focus:%s}", "image: {src: rain.png, alt: x, credit:%s}", "source: {name: x, url:%s}", "source: {name:%s}", "source: {name: x, canonical:%s}", "corrections: [{date:%s, text: x}]",
            "corrections: [{date: 2024-02-02, text:%s}]", "authors: [{name:%s, role: x}]", "authors: [{name: x, role:%s}]", "extra: {desk:%s}", "aliases: [%s ]", "related: [%s ]", "tags: [%s ]"],
    "Content/site.yaml": ["sections: [{name:%s, slug: a}]", "sections: [{name: a, slug:%s}]", "navigation: [{title: a, url:%s}]", "social: [{name:%s, url: /}]", "extra: {desk:%s}", "urls: {article:%s}", "urls: {page:%s}", "words: {updated:%s}", "feeds: {site:%s}", "feeds: {items:%s}", "feeds: {hub:%s}",
                          "app: {theme_color:%s}", "policies: {ethics:%s}", "crawlers: {GPTBot:%s}", "ads: [%s ]", "security: {contact: x, expires:%s}", "security: {contact:%s, expires: 2026-11-01}", "csp: {img-src:%s}", "comments: {action:%s}", "comments: {action: /x, hidden: {a:%s}}", "hijri_months: {1445/9:%s}", "months: {first:%s, separator: x}"],
    "Content/frontpage.yaml": ["slots: [%s ]", "slots: [{article:%s}]", "slots: [{article: x, until:%s}]", "slots: [{section:%s}]", "slots: [{tag:%s}]", "slots: [{newest:%s}]", "breaking: {text:%s, url: /}", "breaking: {text: x, url:%s}", "breaking: {text: x, url: /, until:%s}"],
    "Content/authors/salma.md": ["image: {src:%s, alt: x}", "links: [{name:%s, url: /}]", "links: [{name: x, url:%s}]"], "Content/pages/about.md": [],
}


def with_line(path, key, line):
    """The file of the sound outlet in which the key is something else."""
    lines, kept, skips = FILES[path].split("\n"), [], False
    place = 1 if lines[0] == "---" else 0
    ends = lines.index("---", 1) if place else len(lines)
    for number, text in enumerate(lines[:ends]):
        if not text.startswith((" ", "-")) or number == 0: skips = text.startswith(key + ":")
        if not skips: kept.append(text)
    return "\n".join(kept[:place] + [line] + kept[place:] + lines[ends:])


def values():
    for path, keys in KEYS.items():
        # What these two say is missed elsewhere.
        more = dict(at="", spares=False) if path in ["Content/site.yaml", "Content/pages/about.md"] else {}
        for name, value in VALUES.items():
            for key in keys:
                yield file("values", f"{path}, {key}: {name}", path, with_line(path, key, f"{key}:{value}"), is_arabic=key not in ["language", "messages"], **more)
            for inner in INNER[path]:
                key = inner.split(":")[0]
                yield file("values", f"{path}, {inner % '…'}: {name}", path, with_line(path, key, inner.replace("%s", value.replace("\n", " "))), **more)


def front_matter():
    for name, data in {
        "no bytes": b"", "one byte": b"-", "three hyphens": b"---", "three hyphens and a line": b"---\n", "no front matter": "نص\n", "front matter that never ends": b"---\ntitle: x\n", "nothing in front matter": b"---\n---\n",
        "a blank before the hyphens": b" ---\ntitle: x\n---\n", "four hyphens": b"----\ntitle: x\n----\n", "TOML": b"+++\ntitle = 'x'\n+++\n", "JSON": b'{"title": "x"}\n\ntext', "lines end with CR": b"---\rtitle: x\rdate: 2025-05-05\r---\r\rtext\r",
        "lines end with CRLF": b"---\r\ntitle: x\r\ndate: 2025-05-05\r\n---\r\n\r\ntext\r\n", "a BOM": b"\xef\xbb\xbf---\ntitle: x\ndate: 2025-05-05\n---\n\ntext\n", "two BOMs": b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: x\ndate: 2025-05-05\n---\n\ntext\n",
        "UTF-16 LE": ARTICLE.encode("utf-16"), "UTF-16 BE without a mark": ARTICLE.encode("utf-16-be"), "UTF-32": ARTICLE.encode("utf-32"), "Windows-1256": ARTICLE.replace("الرئيس", "رئيس").encode("cp1256", "replace"), "Latin-1": "---\ntitle: é\ndate: 2025-05-05\n---\n\né\n".encode("latin-1"),
        "NULs alone": b"\0" * 1000, "a NUL in the title": b"---\ntitle: a\0b\ndate: 2025-05-05\n---\n\ntext\n", "a lone surrogate": "---\ntitle: \ud800\ndate: 2025-05-05\n---\n", "overlong UTF-8": b"---\ntitle: \xc0\xaf\ndate: 2025-05-05\n---\n", "a cut character": b"---\ntitle: \xd8\ndate: 2025-05-05\n---\n",
        "beyond Unicode": b"---\ntitle: \xf5\x80\x80\x80\ndate: 2025-05-05\n---\n", "a picture": png(), "a program": b"\x7fELF\2\1\1" + bytes(200), "a zip": b"PK\3\4" + bytes(200), "noise": random.Random(3).randbytes(5000), "front matter of 65 KB": b"---\ntitle: x\ndate: 2025-05-05\nsummary: " + b"a " * 33000 + b"\n---\n",
        "front matter of 10,000 keys": b"---\n" + b"".join(b"k%d: v\n" % n for n in range(5000)) + b"---\n", "the same key 1,000 times": b"---\n" + b"title: x\n" * 1000 + b"---\n", "keys of one letter": b"---\n" + b"".join(b"%c: v\n" % n for n in range(97, 123)) + b"---\n", "a key of 10,000 letters": b"---\n" + b"k" * 10000 + b": v\n---\n",
        "a key without a colon": b"---\ntitle\n---\n", "a list": b"---\n- a\n- b\n---\n", "a text": b"---\n|\n  a\n---\n", "flow 10,000 deep": b"---\ntitle: " + b"[" * 10000 + b"\n---\n", "maps 10,000 deep": b"---\ntitle: " + b"{a: " * 10000 + b"}" * 10000 + b"\n---\n", "lists of blocks 3,000 deep": b"---\ntitle: " + b"- " * 3000 + b"x\n---\n",
        "laughs": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n---\n", "a directive": b"---\n%TAG ! tag:x,2000:\ntitle: x\n---\n", "a document in a document": b"---\ntitle: x\n...\n---\ndate: y\n---\n", "bidi marks in keys": "---\n\u202etitle: x\n\u2066date\u2069: 2025-05-05\n---\n", "tabs for blanks": b"---\n\ttitle: x\n\tdate:\t2025-05-05\n---\n",
        "no breaks": "---\u00a0\ntitle:\u00a0x\ndate:\u00a02025-05-05\n---\n", "line separators": "---\u2028title: x\u2028date: 2025-05-05\u2028---\u2028", "vertical tabs": b"---\x0btitle: x\x0bdate: 2025-05-05\x0b---\x0b", "conflict markers": "---\n<<<<<<< HEAD\ntitle: أ\n=======\ntitle: ب\n>>>>>>> main\ndate: 2025-05-05\n---\n\nنص\n",
        "Arabic colons": "---\ntitle： خبر\ndate： 2025-05-05\n---\n", "a smart dash": "—\ntitle: خبر\n—\n", "all keys at once, both languages": "---\ntitle: أ\nالعنوان: ب\ndate: 2025-05-05\nالتاريخ: 2025-05-06\n---\n",
    }.items():
        yield raw(f"an article of {name}" if "article" not in name else name, data)


def bodies():
    deep = 3000
    for name, body in {
        "quotes, deep": "> " * deep + "x", "lists, deep": "".join("  " * min(n, 400) + "- x\n" for n in range(600)), "numbered lists, deep": "1. " * deep + "x", "quotes and lists, deep": "> - " * deep + "x", "brackets, open": "[" * 10000, "brackets, closed": "[" * 5000 + "]" * 5000, "links in links": "[a](" * 5000, "pictures in pictures": "![" * 5000 + "](x)" * 5000,
        "emphasis": "*a **b " * 5000, "stars": "*" * 20000, "lines below": "_" * 20000, "graves": "".join("`" * (n % 300 + 1) + "a" for n in range(3000)), "parentheses": "[a](" + "(" * 5000 + ")", "angles": "<" * 20000, "comments": "<!--" * 5000, "processing": "<?" * 5000, "declarations": "<!A" * 5000, "CDATA": "<![CDATA[" * 5000, "references": "&" * 20000, "numeric references": "&#x110000;&#0;&#xD800;&#9999999999999;&#x;&;&#;",
        "a table of a thousand columns": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n|" + "b|" * 1000, "a table of bars": "|" * 10000 + "\n" + "|-" * 5000, "rows without end": "|a|b|\n|-|-|\n" + "|\n" * 3000, "footnotes that name themselves": "[^a]: [^a]\n\n[^a]", "footnotes in a ring": "[^a]: [^b]\n\n[^b]: [^a]\n\n[^a]", "a thousand notes of one name": "[^a]: x\n\n" * 1000 + "[^a]", "notes without a text": "[^a] [^b] [^ج] [^] [^ ] [^[^a]]",
        "definitions": "[a]: x\n" * 3000 + "[a]" * 3000, "definitions that name each other": "[a]: [b]\n[b]: [a]\n\n[a][b]", "boxes in boxes": "::: aside\n" * 200 + "x\n", "boxes that never end": "::: aside x\n\nنص", "boxes of no kind": "::: \n\nنص\n\n:::\n::: ::: :::\n", "ends without a start": ":::\n:::\n:::\n", "fences that never end": "```\n" * 3001, "fences of a thousand": "`" * 1000 + "\nx\n" + "`" * 1000, "tildes": "~" * 10000,
        "headings": "# " * 3000, "setext": "x\n=\n" * 1000, "six deep and more": "####### x\n###### y\n" * 300, "rules": "* * *\n" * 1000, "tabs": "\t" * 5000 + "x", "blanks": " " * 20000 + "x", "empty lines": "\n" * 20000, "CRs": "a\r" * 5000, "NULs": "a\0b\n" * 100, "control characters": "".join(map(chr, range(1, 32))) * 20, "bidi marks": "\u202e\u2066\u2067\u2068\u202a\u202b\u202d" * 300, "bidi ends": "\u2069\u202c" * 500 + "x",
        "marks of ours": "\ue000\ue001 \uf8ff \U000f0000 # T0 # B0 \x1a\x1b \x02T0\x03", "noncharacters": "\uffff\ufffe\ufdd0\U0010ffff", "surrogates": "\ud800\udc00x", "byte order marks": "\ufeff" * 500, "joiners": "\u200d\u200c\u200b" * 500, "combining marks": "ا" + "\u0651\u064b" * 3000, "tatweel": "ـ" * 10000, "flags": "🇪" * 3001, "a family": "👨‍👩‍👧‍👦" * 500, "other spaces": "\u2028\u2029\u0085\u00a0\u3000" * 300, "invalid UTF-8": b"\xff\xfe\x80abc\xc3(", "cut UTF-8": "نص".encode()[:-1],
        "scripts": "<script>alert(1)</script><img src=x onerror=alert(1)>", "a page": "<!doctype html><html><body>x</body></html>", "unbalanced": "</p></div></article></main></body>" * 50, "pictures that are not": "![](lost.png) ![](/etc/passwd) ![](../../../../etc/passwd) ![](file:///etc/passwd)", "picture paths": "![x](%00) ![x](%2e%2e/%2e%2e/x) ![x](..\\..\\x) ![x](//h/x.png) ![x](data:image/png;base64,AA)",
        "link paths": "[x](javascript:x) [x](../../..) [x](%zz) [x](\u202e) [x](<a b>) [x](http://[) [x](https://\u2069/) [x](/\\evil) [x](#) [x]()", "definition paths": "[x]: <> \n[y]: javascript:alert(1)\n[z]: ../../../x\n\n[x] [y] [z]", "cards": "https://" + "a" * 5000 + "\n\nhttp://\n\nhttps://x\n\nhttps://[::1]:99999/\n", "shortcodes": "{{< youtube x >}} {% include x %} [gallery] {{ x }}", "conflict markers": "أ\n\n<<<<<<< HEAD\nب\n=======\nج\n>>>>>>> main\n",
        "bare links": "https://x.example/" * 500, "mail": "a@b." * 3000, "www": "www." * 3000, "quotation marks": '"' * 5000 + "'" * 5000, "dashes": "-" * 10000, "dots": "." * 10000, "backslashes": "\\" * 10001, "entities": "&amp;lt;" * 2000 + "&NotEqualTilde;&fjlig;&#x202e;", "digits": "٠١٢٣٤٥٦٧٨٩" * 1000, "attributes": "## x {#a}\n\n## y {#a}\n\n## z {#\"><script>}\n", "details": "::: details\n\n:::\n", "pull quotes": "> [!pull]\n\n> [!note] x\n\n> [!]\n",
        "lists of all numbers": "999999999. x\n\n0. y\n\n-1. z\n\n1234567890. w\n\n٣. ب\n", "a heading alone": "#\n\n##\n\n- \n- \n\n>\n", "attributions": "> x\n>\n> — \n\n> — y\n", "captions": "![x](rain.png \"" + "a" * 5000 + "\")", "no text": "", "blank text": " \n\t\n", "a line without end": "كلمة " * 20000,
    }.items():
        yield article(f"a body of {name}", body=body)


def names():
    def put(name, data=FILES["Content/articles/2024/2024-02-01-wifi.md"].replace("الشبكة", "اسم"), folder="articles"):
        def spoil(site):
            try: (Path(os.fsdecode(os.path.join(os.fsencode(site), b"Content", folder.encode(), bytes_of(name))))).write_bytes(bytes_of(data))
            except OSError: pass
        return spoil
    for title, name in {
        "a line break": "a\nb.md", "an escape": "a\x1b[31m.md", "a bell": "a\x07.md", "a tab": "a\tb.md", "a carriage return": "a\rb.md", "delete": "a\x7f.md", "C1": "a\u009b.md", "a bidi override": "a\u202eb.md", "an isolate": "\u2067a.md", "a joiner": "a\u200d.md", "a byte order mark": "\ufeffa.md", "a line separator": "a\u2028b.md", "invalid UTF-8": b"a\xff\xfe.md", "Windows-1256": "خبر".encode("cp1256") + b".md",
        "255 bytes": "a" * 252 + ".md", "252 bytes of Arabic": "ا" * 126 + ".md", "NFD": "e\u0301.md", "hamza apart": "ا\u0654.md", "a leading dash": "-rf.md", "two leading dashes": "--output.md", "a leading dot": ".a.md", "two dots": "..md", "three dots": "...md", "a leading blank": " a.md", "a trailing blank": "a .md", "a trailing dot": "a..md", "a star": "*.md", "a question": "a?.md", "a colon": "a:b.md", "quotes": "\"'`.md", "a backslash": "a\\b.md", "two dots and a backslash": "..\\..\\a.md",
        "percent": "a%2fb.md", "two dots in percent": "%2e%2e.md", "a hash": "a#b.md", "markup": "<b>a.md", "a script": "\"><script>alert(1)<.md", "ampersands": "a&b;.md", "braces": "{slug}.md", "an expression": "{{x}}.md", "stars of print": "★★★.md", "emoji": "👨‍👩‍👧.md", "blanks alone": "   .md", "a no-break space": "\u00a0.md", "only .md": ".md", "upper MD": "a.MD", "a device of Windows": "con.md", "nul": "nul.md", "index": "index.md", "dates": "2024-02-31-x.md", "the year nought": "0000-00-00-x.md", "a date alone": "2024-01-01.md",
        "a date and dashes": "2024-01-01-----.md", "txt": "a.md.txt", "a page's name": "index.html.md", "the feed's name": "feed.xml.md", "manifest": ".sitegen-manifest.md", "a noncharacter": "\uffff.md", "a private character": "\ue000.md", "a surrogate": "\ud800.md", "tatweel": "ـــ.md", "marks alone": "\u064b\u0651.md", "digits of Arabic": "٢٠٢٤-٠١-٠١-خبر.md",
    }.items():
        yield Case("names", f"an article's name with {title}", put(name))
        if title in ["a line break", "an escape", "a bidi override", "invalid UTF-8", "markup", "a backslash", "percent", "255 bytes", "NFD", "two dots in percent", "a trailing blank"]:
            ending = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
            yield Case("names", f"an asset's name with {title}", put(ending.replace(b".md", b".txt"), "x", "assets"))
            yield Case("names", f"a picture's name with {title}", put(ending.replace(b".md", b".png"), png()))
            yield Case("names", f"a page's name with {title}", put(name, PAGE, "pages"))
            yield Case("names", f"a profile's name with {title}", put(name, PROFILE.replace("سلمى الطحان", "ليلى").replace("image", "#"), "authors"))
    def twins(one, other):
        def spoil(site):
            for name in [one, other]: put(name)(site)
        return spoil
    for title, one, other in [("case", "Rain.md", "rain.md"), ("form", "e\u0301.md", "\u00e9.md"), ("folders", "2024-01-01-a.md", "2024-01-02-a.md"), ("blanks", "a b.md", "a-b.md"), ("hamza", "ا\u0654.md", "أ.md")]:
        yield Case("names", f"twins but for {title}", twins(one, other))


def places():
    content = "Content/articles/2024"
    def link(path, target):
        def spoil(site):
            if (site / path).is_symlink() or (site / path).is_file(): (site / path).unlink()
            elif (site / path).is_dir(): shutil.rmtree(site / path)
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).symlink_to(target)
        return spoil
    yield Case("places", "a link to itself", link(f"{content}/loop.md", "loop.md"))
    yield Case("places", "two links in a ring", lambda site: (link(f"{content}/a.md", "b.md")(site), link(f"{content}/b.md", "a.md")(site)))
    yield Case("places", "a folder that links to its parent", link(f"{content}/up", ".."))
    yield Case("places", "a folder that links to the site", link(f"{content}/up", "../../.."))
    yield Case("places", "a link to nothing", link(f"{content}/none.md", "nowhere.md"))
    yield Case("places", "a link out of the site", link(f"{content}/out.md", "/etc/passwd"), f"{content}/out.md", 1)
    yield Case("places", "a link out of the site by dots", link(f"{content}/out.md", "../../../../../../../../../etc/passwd"), f"{content}/out.md", 1)
    yield Case("places", "a picture that links out of the site", link(f"{content}/rain.png", "/etc/passwd"), f"{content}/rain.png", 1)
    yield Case("places", "an asset that links out of the site", link("Content/assets/out.txt", "/etc/passwd"), "Content/assets/out.txt", 1)
    yield Case("places", "a folder of assets that links out", link("Content/assets/out", "/etc"), "Content/assets/out", 1)
    yield Case("places", "site.yaml that links out", link("Content/site.yaml", "/etc/passwd"), "Content/site.yaml", 1)
    yield Case("places", "a front page that links out", link("Content/frontpage.yaml", "/etc/passwd"), "Content/frontpage.yaml", 1)
    yield Case("places", "a ledger that links out", link("Content/published.tsv", "/etc/passwd"), want=1)
    yield Case("places", "a template that links out", link("Templates/page.html", "/etc/passwd"), "Templates/page.html", 1)
    yield Case("places", "Content/articles that links out", link("Content/articles", "/etc"), want=1)
    yield Case("places", "Templates that links to nothing", link("Templates", "nowhere"), want=1)
    yield Case("places", "Content/assets that links to itself", link("Content/assets", "assets"))
    yield Case("places", "a link to /dev/zero", link(f"{content}/zero.md", "/dev/zero"), f"{content}/zero.md", 1)
    yield Case("places", "a link to /proc/self/mem", link("Content/assets/mem", "/proc/self/mem"), "Content/assets/mem", 1)

    def special(path, make):
        def spoil(site):
            if (site / path).is_dir(): shutil.rmtree(site / path)
            else: (site / path).unlink(missing_ok=True)
            make(str(site / path))
        return spoil
    def listens(path):
        with socket.socket(socket.AF_UNIX) as server:
            try: server.bind(path)
            # A socket's name is short.
            except OSError: os.mkfifo(path)
    makers = {"a pipe": os.mkfifo, "a socket": listens, "a folder": lambda path: os.makedirs(path + "/x")}
    if os.getuid() == 0 and hasattr(os, "mknod"): makers["a device"] = lambda path: os.mknod(path, 0o20666, os.makedev(1, 5))
    for name, make in makers.items():
        for path in [f"{content}/new.md", f"{content}/rain.png", "Content/assets/new.txt", "Content/site.yaml", "Content/frontpage.yaml", "Content/authors/salma.md", "Content/pages/new.md", "Templates/page.html", "Templates/assets/style.css", "Content/published.tsv"]:
            yield Case("places", f"{name} for {path}", special(path, make))
    for path in ["Content/articles", "Content/assets", "Content/authors", "Content/pages", "Templates/assets", "Templates", "Content"]:
        yield Case("places", f"a file for the folder {path}", special(path, lambda path: Path(path).write_text("x")), spares=path not in ["Content/articles", "Content"])
        yield Case("places", f"nothing for the folder {path}", lambda site, path=path: shutil.rmtree(site / path), spares=path not in ["Content/articles", "Content"])
    for path in ["Content/site.yaml", "Content/frontpage.yaml", f"{content}/rain.png", "Content/authors/salma.md", "Content/authors/salma.png", "Content/assets/logo.svg", "Templates/base.html", "Templates/article.html", "Templates/assets/style.css"]:
        yield Case("places", f"nothing for {path}", lambda site, path=path: (site / path).unlink(), spares=path != "Content/site.yaml")
    yield Case("places", "a hard link", lambda site: os.link(site / STORY, site / "Content/articles/hard.md"), want=1)
    yield Case("places", "folders 100 deep", lambda site: ((folder := site / content / "/".join(["d"] * 100)).mkdir(parents=True), (folder / "deep.md").write_text(FILES["Content/articles/2023/2023-05-01-river.md"])))
    yield Case("places", "a thousand empty folders", lambda site: [(site / content / f"e{number}").mkdir() for number in range(1000)])
    yield Case("places", "an article among the assets", lambda site: write("Content/assets/a.md", ARTICLE, site))
    yield Case("places", "an asset in the place of a page", lambda site: write("Content/assets/index.html", "x", site))
    yield Case("places", "things of editors", lambda site: [write(f"{content}/{name}", b"\xff", site) for name in [".a.md.swp", "a.md~", "#a.md#", "4913", "~$a.md", ".DS_Store", "Thumbs.db", "desktop.ini"]])


def templates():
    page = "Templates/page.html"
    for name, text in {
        "nothing": "", "NULs": "\0" * 100, "invalid UTF-8": b"\xff{{ page.title }}", "UTF-16": "{{ page.title }}".encode("utf-16"), "an open tag": "{% if x", "an open output": "{{ page.title", "an open comment": "{# x", "an open raw": "{% raw %}{{", "an end without a start": "{% endif %}", "blocks crossed": "{% if page.title %}{% for a in site.pages %}{% endif %}{% endfor %}", "no condition": "{% if %}{% endif %}", "an unknown tag": "{% frob %}", "a name with marks": "{{ page.\u202etitle }}",
        "itself": '{% include "page.html" %}', "its own parent": '{% extends "page.html" %}', "a ring of parents": '{% extends "article.html" %}', "a way out": '{% include "../Content/site.yaml" %}', "an absolute path": '{% include "/etc/passwd" %}', "a name that is a value": "{% include page.title %}", "parentheses, deep": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "nots, deep": "{{ " + "not " * 5000 + "1 }}", "minus, deep": "{{ " + "-" * 5000 + "1 }}", "filters, long": "{{ 1" + " | abs" * 5000 + " }}",
        "lists, deep": "{{ " + "[" * 3000 + "]" * 3000 + " }}", "ifs, deep": "{% if true %}" * 3000 + "{% endif %}" * 3000, "fors, deep": "{% for a in site.pages %}" * 300 + "{% endfor %}" * 300, "a large power": "{{ 9 ** 9 ** 9 }}", "a large product": "{{ 9223372036854775807 * 9223372036854775807 }}", "the smallest number": "{{ -9223372036854775808 // -1 }}", "a remainder of nought": "{{ 5 % 0 }}", "a division by nought": "{{ 5 / 0 }}{{ 5 // 0 }}", "a large text": '{{ "a" * 999999999 }}', "a large range": "{% for a in range(999999999) %}{% for b in range(999999999) %}x{% endfor %}{% endfor %}",
        "a negative step": "{{ range(1, 10, 0) | list }}", "slices": '{{ "abc"[::0] }}{{ "abc"[99999999999999999999:] }}', "an index far away": "{{ site.pages[99999999999] }}{{ site.pages[-99999999999] }}", "macros that call themselves": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "macros that call each other": "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}", "a super without a parent": "{% block a %}{{ super() }}{% endblock %}", "the same block twice": "{% block a %}{% endblock %}{% block a %}{% endblock %}", "output in a script": "<script>{{ page.title }}</script>", "output in a style": "<style>{{ page.title }}</style>",
        "output in a handler": '<a onclick="{{ page.title }}">', "output in a tag": "<{{ page.title }}>", "output for an attribute": "<a {{ page.title }}>", "output for an address": '<a href="{{ page.title }}">', "output without quotes": "<a title={{ page.title }}>", "an open quote": '<a title="{{ page.title }}', "an open script": "<script>", "an open comment of HTML": "<!-- {{ page.title }}", "numbers": "{{ 1e999 }}{{ 0x }}{{ 1_ }}{{ 1.2.3 }}", "texts": "{{ 'abc }}", "escapes": "{{ '\\ud800\\x\\u12' }}", "format": "{{ '%s%n%999999999d' | format(1) }}", "regular words": "{{ 'a' | replace('', 'b' * 1000) }}",
        "a wrong argument": '{{ page.title | truncate("x") }}', "truncate by minus": "{{ page.title | truncate(-5) }}", "batch by nought": "{{ site.pages | batch(0) | list }}", "slice by nought": "{{ site.pages | slice(0) | list }}", "round": "{{ 1.5 | round(99999) }}", "indent": "{{ 'a' | indent(999999999) }}", "center": "{{ 'a' | center(999999999) }}", "wordwrap": "{{ 'a b' | wordwrap(0) }}", "a set of itself": "{% set a = a %}{{ a }}", "a loop without a loop": "{{ loop.index }}", "an assignment to a field": "{% set page.title = 1 %}", "a dict": "{{ {'a': {}}['b']['c'] }}", "a call of a text": "{{ page.title() }}", "a call of a call": "{{ text('x')()() }}", "a test": "{{ 1 is frob }}{{ 1 is divisibleby 0 }}", "line ends": "{% if true\r\n%}\r{{ 1 }}\r{% endif\r%}", "braces": "{" * 10000, "percent": "{%" * 5000, "hashes": "{#" * 5000,
        "a chain": "{{ " + "page." * 3000 + "title }}", "comparisons": "{{ " + "1 < " * 3000 + "1 }}", "tildes": "{{ " + "'a' ~ " * 5000 + "'a' }}", "inline ifs": "{{ " + "1 if 1 else " * 3000 + "1 }}", "a long text": "x" * 500_000, "many outputs": "{{ page.title }}" * 20000, "conflict markers": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n", "a BOM": "\ufeff{{ page.title }}", "else without if": "{% else %}", "elif after else": "{% if 1 %}{% else %}{% elif 1 %}{% endif %}", "bad names": "{% set 1 = 2 %}{% for 1 in x %}{% endfor %}{% macro 1() %}{% endmacro %}",
    }.items():
        yield file("templates", f"a template of {name}", page, text)
    for name, text in {
        "nothing": "", "NULs": "\0" * 100, "invalid UTF-8": b"a{b:\xff}", "an open block": "a{", "an open comment": "/*", "an open text": 'a{b:"', "an open address": "a{b:url(", "addresses that are not": "a{b:url(lost.png)}", "an address out": "a{b:url(../../../etc/passwd)}", "an absolute address": "a{b:url(/etc/passwd)}", "an import of itself": '@import "style.css";', "imports without end": "@import url(;" * 1000, "escapes": "a{b:url(\\0\\110000\\d800 x)}", "data": "a{b:url(data:image/png;base64,AAAA)}", "blocks, deep": "a{" * 10000, "brackets": "(" * 10000, "addresses in addresses": "url(" * 5000,
        "a script's end": "</style><script>alert(1)</script>", "conflict markers": "<<<<<<< HEAD\na{}\n=======\nb{}\n>>>>>>> main\n", "an expression": "{{ page.title }}", "UTF-16": "a{}".encode("utf-16"), "a long address": "a{b:url(" + "x" * 50000 + ")}", "quotes": "url('" * 3000, "backslashes": "\\" * 10001, "an address of breaks": "a{b:url('x\ny')}", "hashes": "a{b:url(#x)}", "a question": "a{b:url(?x)}", "percent": "a{b:url(%00%2e%2e/%zz)}",
    }.items():
        yield file("style", f"a style sheet of {name}", "Templates/assets/style.css", text)


def pictures():
    made = {"png": png(), "jpg": JPEG, "gif": GIF, "webp": WEBP, "avif": AVIF}
    rain = "Content/articles/2024/rain.png"
    for ending, data in made.items():
        for name, damaged in {
            "nothing of it": b"", "one byte": data[:1], "its first eight bytes": data[:8], "its first twelve bytes": data[:12], "its first thirty bytes": data[:30], "half of it": data[:len(data) // 2], "all but a byte": data[:-1], "NULs behind it": data + bytes(100), "itself behind it": data + data, "large numbers": data.replace(b"\0\0\0", b"\xff\xff\xff"), "a text before it": b"text" + data, "bits turned": bytes(byte ^ 0xFF for byte in data),
            "noughts from the middle on": data[:len(data) // 2] + bytes(len(data)), "its head over and over": data[:16] * 500,
        }.items():
            yield file("pictures", f"a picture in {ending.upper()}: {name}", rain, damaged)
            yield file("pictures", f"an asset in {ending.upper()}: {name}", f"Content/assets/case.{ending}", damaged)
    def chunk(kind, data, length=None): return struct.pack(">I", len(data) if length is None else length) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = b"\x89PNG\r\n\x1a\n"
    for name, data in {
        "PNG of no size": png(0, 0), "PNG of the largest size": head + chunk(b"IHDR", struct.pack(">IIBBBBB", 0x7FFFFFFF, 0x7FFFFFFF, 8, 6, 0, 0, 0)), "PNG of negative size": head + chunk(b"IHDR", struct.pack(">IIBBBBB", 0xFFFFFFFF, 0xFFFFFFFF, 8, 6, 0, 0, 0)), "PNG with a chunk of 4 GB": head + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 3, 8, 0, 0, 0, 0)) + chunk(b"tEXt", b"x", 0xFFFFFFFF), "PNG with a chunk of no name": head + chunk(b"\0\0\0\0", b""), "PNG with 10,000 chunks": png()[:33] + chunk(b"tEXt", b"a\0b") * 10000 + png()[33:],
        "JPEG of fills": b"\xff\xd8" + b"\xff" * 5000 + b"\xd9", "JPEG of segments of no length": b"\xff\xd8" + b"\xff\xe1\0\0" * 500, "JPEG of segments of length one": b"\xff\xd8" + b"\xff\xe1\0\1" * 500, "JPEG of 65,535 bytes a segment": b"\xff\xd8" + (b"\xff\xe2\xff\xff" + bytes(65533)) * 3 + JPEG[20:], "JPEG with Exif in a ring": JPEG[:20].replace(b"\0\x10Exif\0\0II*\0\x08\0\0\0\0\0", b"\0\x1cExif\0\0II*\0\x08\0\0\0\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0") + JPEG[20:],
        "GIF of no size": GIF[:6] + b"\0\0\0\0" + GIF[10:], "GIF of blocks without end": GIF[:19] + b"!\xfe" + (b"\xff" + b"a" * 255) * 50, "WebP of 4 GB": b"RIFF\xff\xff\xff\xffWEBPVP8X\x0a\0\0\0\x2c\0\0\0\xff\xff\xff\xff\xff\xff", "WebP of no chunks": b"RIFF\4\0\0\0WEBP", "AVIF of boxes in boxes": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"".join(struct.pack(">I", 8 * (500 - n)) + b"meta" for n in range(500)), "AVIF of boxes of no length": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"\0\0\0\0meta" * 100, "AVIF of 64 bits": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + b"\0\0\0\1meta" + b"\xff" * 8,
        "SVG by its name": SVG, "HTML by its name": "<!doctype html><script>x</script>", "BMP": b"BM" + bytes(60), "TIFF": b"II*\0" + bytes(60), "HEIC": b"\0\0\0\x18ftypheic" + bytes(60), "JPEG XL": b"\xff\x0a" + bytes(60), "PDF": b"%PDF-1.7\n", "a text": "نص",
    }.items():
        yield file("pictures", f"a picture: {name}", rain, data)
    for name, text in {
        "nothing": "", "no size": "<svg/>", "an entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "laughs": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg width="&b;"/>', "a script": "<svg onload='alert(1)'><script>alert(1)</script></svg>", "a large size": '<svg width="1e999" height="99999999999999999999999"/>', "a negative size": '<svg width="-5" height="-1" viewBox="0 0 -1 -1"/>', "nan": '<svg viewBox="nan nan inf inf"/>', "an open tag": "<svg width=", "an open quote": '<svg width="', "invalid UTF-8": b"<svg width='\xff'/>", "UTF-16": SVG.encode("utf-16"), "a comment": "<!--" * 5000, "attributes": "<svg " + "a=1 " * 20000 + ">", "noise": random.Random(5).randbytes(3000),
    }.items():
        yield file("pictures", f"a logo of {name}", "Content/assets/logo.svg", text)


LEDGER = "rain-1\t0123456789abcdef0123456789abcdef\t1706227200\t/2024/01/rain/\n"


def ledgers():
    for name, text in {
        "nothing": "", "a sound line": LEDGER, "no tabs": "abc\n", "one column": "rain-1\t\n", "six columns": LEDGER.strip() + "\tx\ty\n", "no id": LEDGER[6:], "the same line twice": LEDGER * 2, "a digest of letters": LEDGER.replace("0123", "zzzz"), "a short digest": LEDGER.replace("0123456789abcdef0", "0"), "a large instant": LEDGER.replace("1706227200", "9" * 30), "a negative instant": LEDGER.replace("1706227200", "-5"), "no addresses": LEDGER.replace("/2024/01/rain/", ""), "a way out": LEDGER.replace("/2024/01/rain/", "/../../etc/passwd"), "percent": LEDGER.replace("/2024/01/rain/", "/%00/%zz/%2e%2e/"), "a foreign address": LEDGER.replace("/2024/01/rain/", "https://evil.example/"),
        "a thousand addresses": LEDGER.replace("/2024/01/rain/", " ".join(f"/a{n}/" for n in range(1000))), "an unknown article": LEDGER.replace("rain-1", "gone-1").replace("rain/", "gone/"), "CRLF": LEDGER.replace("\n", "\r\n"), "NULs": "\0" * 100, "invalid UTF-8": b"\xff\xfe\t\t\t\n", "a BOM": "\ufeff" + LEDGER, "UTF-16": LEDGER.encode("utf-16"), "conflict markers": "<<<<<<< HEAD\n" + LEDGER + "=======\n" + LEDGER.replace("rain", "x") + ">>>>>>> main\n", "markup": LEDGER.replace("rain-1", "<b>\"'&"), "bidi marks": LEDGER.replace("rain-1", "\u202erain"), "control characters": LEDGER.replace("rain-1", "\x1b[31m"), "a page in the way": LEDGER.replace("rain-1", "gone-2").replace("/2024/01/rain/", "/index.html/x/"), "no last line end": LEDGER.strip(), "10,000 lines": "".join(LEDGER.replace("rain-1", f"a{n:05}").replace("rain/", f"r{n}/") for n in range(10000)), "noise": random.Random(4).randbytes(2000),
    }.items():
        yield file("ledgers", f"a ledger of {name}", "Content/published.tsv", text, at="")


def leftovers():
    """What builds left, spoiled: the cache may cost a full build and nothing else; foreign things in Public/ are nobody's to delete."""
    def in_cache(change, edits):
        def spoil(site):
            for path in sorted((site / ".sitegen").rglob("*")):
                if path.is_file() and "lock" not in path.name: change(path)
            if edits: write(STORY, ARTICLE.replace("الفقرة", "الجملة"), site)
        return spoil
    def flip(path, at):
        data = bytearray(path.read_bytes())
        if data: data[int(at * (len(data) - 1))] ^= 0x41
        path.write_bytes(data)
    changes = {
        "cut to nothing": lambda path: path.write_bytes(b""), "cut to a byte": lambda path: path.write_bytes(path.read_bytes()[:1]), "cut to half": lambda path: path.write_bytes(path.read_bytes()[:path.stat().st_size // 2]), "without its last byte": lambda path: path.write_bytes(path.read_bytes()[:-1]), "longer by a byte": lambda path: path.write_bytes(path.read_bytes() + b"\0"), "twice": lambda path: path.write_bytes(path.read_bytes() * 2), "all noughts": lambda path: path.write_bytes(bytes(path.stat().st_size)), "all ones": lambda path: path.write_bytes(b"\xff" * path.stat().st_size), "noise": lambda path: path.write_bytes(random.Random(1).randbytes(max(64, path.stat().st_size))),
        "gone": lambda path: path.unlink(), "folders": lambda path: (path.unlink(), path.mkdir()), "links to nothing": lambda path: (path.unlink(), path.symlink_to("nowhere")), "links to themselves": lambda path: (path.unlink(), path.symlink_to(path.name)), "links out": lambda path: (path.unlink(), path.symlink_to("/etc/passwd")), "pipes": lambda path: (path.unlink(), os.mkfifo(path)),
    } | {f"with a bit turned at {at:.0%}": partial(flip, at=at) for at in [0, .02, .1, .3, .5, .7, .9, .98, 1]}
    for name, change in changes.items():
        for edits in [False, True]:
            yield Case("leftovers", f"cache files {name}{', and an edit' if edits else ''}", in_cache(change, edits), want=None if name in ["folders", "pipes", "links out", "links to themselves", "links to nothing"] else 0, is_of_output=True)
    def swap(site):
        files = [path for path in sorted((site / ".sitegen").iterdir()) if path.is_file() and "lock" not in path.name]
        data = [path.read_bytes() for path in files]
        for path, other in zip(files, data[1:] + data[:1]): path.write_bytes(other)
    yield Case("leftovers", "cache files in each other's places", swap, want=0, is_of_output=True)

    def file_for_cache(site): shutil.rmtree(site / ".sitegen"), (site / ".sitegen").write_text("x")
    yield Case("leftovers", "a file for the cache's folder", file_for_cache, is_of_output=True, mend=lambda site: (site / ".sitegen").unlink(missing_ok=True) if (site / ".sitegen").is_file() else None)
    for name, spoil in {
        "deleted": lambda site: shutil.rmtree(site / "Public"), "without a page": lambda site: (site / "Public/index.html").unlink(), "with a page changed": lambda site: (site / "Public/index.html").write_text("x"), "with a page cut": lambda site: (site / "Public/2024/01/rain/index.html").write_bytes(b""), "with a folder gone": lambda site: shutil.rmtree(site / "Public/2024"), "without a list of files": lambda site: (site / "Public/.sitegen-manifest").unlink(), "with a picture changed": lambda site: [path.write_bytes(b"x") for path in (site / "Public").rglob("*.png")],
    }.items():
        yield Case("leftovers", f"Public/ {name}", spoil, want=None if name == "without a list of files" else 0, is_of_output=True, mend=lambda site: shutil.rmtree(site / "Public") if not (site / "Public/.sitegen-manifest").exists() else None)
    manifest = "Public/.sitegen-manifest"
    for name, data in {
        "nothing": b"", "noise": random.Random(2).randbytes(999), "a way out": b"../../etc/passwd\n/etc/passwd\n../outside.txt\n", "NULs": b"\0" * 99, "a name too long": b"a" * 5000 + b"\n", "invalid UTF-8": b"\xff\xfe\n", "a page as a folder": b"index.html/x/index.html\n", "itself": b".sitegen-manifest\n", "half of it": None, "Content": b"../Content/site.yaml\n",
    }.items():
        def spoil(site, data=data):
            old = (site / manifest).read_bytes()
            write(manifest, old[:len(old) // 2] if data is None else data, site)
            (site / "outside.txt").write_text("mine")
        def mend(site):
            assert (site / "outside.txt").read_text() == "mine", "a list of files deletes outside of Public/"
            shutil.rmtree(site / "Public")
        yield Case("leftovers", f"a list of files of {name}", spoil, is_of_output=True, mend=mend)

    def in_the_way(path, make):
        def spoil(site):
            target = site / "Public" / path
            if target.is_symlink() or target.is_file(): target.unlink()
            elif target.is_dir(): shutil.rmtree(target)
            make(target)
        def mend(site): (site / "Public").unlink() if (site / "Public").is_symlink() or (site / "Public").is_file() else shutil.rmtree(site / "Public")
        return dict(spoil=spoil, mend=mend, is_of_output=True)
    for path in ["index.html", "2024", "2024/01/rain/index.html", "assets", ".sitegen-manifest"]:
        for name, make in {"a folder": lambda target: (target.mkdir(), (target / "mine").write_text("x")), "a link out": lambda target: target.symlink_to("/etc"), "a link to itself": lambda target: target.symlink_to(target.name), "a pipe": os.mkfifo}.items():
            yield Case("leftovers", f"{name} for Public/{path}", **in_the_way(path, make))
    for name, make in {"a file": lambda site: (site / "Public").write_text("x"), "a link to nothing": lambda site: (site / "Public").symlink_to("nowhere"), "a link to itself": lambda site: (site / "Public").symlink_to("Public"), "a pipe": lambda site: os.mkfifo(site / "Public"), "a link to Content": lambda site: (site / "Public").symlink_to("Content")}.items():
        def spoil(site, make=make): shutil.rmtree(site / "Public"), make(site)
        yield Case("leftovers", f"{name} for Public/", spoil, is_of_output=True, mend=lambda site: (site / "Public").unlink() if not (site / "Public").is_dir() or (site / "Public").is_symlink() else shutil.rmtree(site / "Public"))


TOKENS = ["---\n", "\n\n", ": ", "- ", "[", "]", "{", "}", '"', "'", "|", ">", "&a ", "*a ", "!!", "#", "%", "`", "```\n", "**", "_", "<", "</", "<!--", "-->", "[^1]", "[^1]:", "![", "](", "::: ", ":::\n", "| a |\n", "|---|\n", "\t", "\r", "\0", "\ufeff", "\u202e", "\u2069", "\u200f", "\u2028", "{{ ", " }}", "{% ", " %}", "{#", "#}", "&#0;", "&amp;", "\\", "٣", "ـ", "\u064b", "🇪", "\ud800", "null", "~", "2024-01-01", "https://", "javascript:", "../", "/", "؟", "،", "«", "»",
          "{% include 'page.html' %}", "<script>", "url(", "title: x\n", "draft: \n", "=======\n", "> ", "    ", "\n", "- - - ", "1. ", "<<<<<<< \n", "(", ")"]


def damaged(seed):
    """Inputs by chance, without end: a file of the outlet or two, cut, pasted and turned about."""
    chance = random.Random(seed)
    paths = list(FILES) + ["Templates/base.html", "Templates/article.html", "Templates/list.html", "Templates/page.html", "Templates/assets/style.css"]
    weights = [6 if path == STORY else 4 if path == "Content/site.yaml" else 2 if path.endswith((".yaml", ".md", "page.html", "article.html")) else 1 for path in paths]
    number = 0
    while True:
        number += 1
        chosen = chance.choices(paths, weights, k=1 if chance.random() < 0.9 else 2)
        own = chance.randrange(1 << 48)

        def spoil(site, chosen=chosen, own=own):
            for path in chosen:
                target, turns = site / path, random.Random(own)
                data = target.read_bytes()
                for _ in range(turns.choice([1, 1, 1, 2, 3, 8])): data = turned(data, turns, site)
                target.write_bytes(data)
        yield Case("damage", f"damage {seed}/{number} to {', '.join(chosen)}", spoil, is_arabic="Content/site.yaml" not in chosen, spares="Content/site.yaml" not in chosen and not any("2023-05" in path or "2024-02" in path for path in chosen))


def turned(data, chance, site):
    at, end = sorted(chance.choices(range(len(data) + 1), k=2))
    near = min(len(data), at + chance.randrange(1, 20))
    turn = chance.randrange(10)
    if turn == 0: return data[:at]
    if turn == 1: return data[:at] + data[near:]
    if turn == 2: return data[:at] + bytes_of(chance.choice(TOKENS)) * chance.choice([1, 1, 1, 2, 5, 50]) + data[at:]
    if turn == 3: return data[:at] + data[at:end] * 2 + data[end:]
    if turn == 4: return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:] if at < len(data) else data
    if turn == 5: return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at:]
    if turn == 6: return data[:at] + bytes_of(chance.choice(list(FILES.values())))[at:end] + data[at:]
    lines = data.split(b"\n")
    line = chance.randrange(len(lines))
    if turn == 7: del lines[line]
    elif turn == 8: lines.insert(chance.randrange(len(lines) + 1), lines[line])
    else: lines[line] = chance.choice([b"  ", b"\t", b"- ", b"> ", b"#"]) + lines[line]
    return b"\n".join(lines)


def cases(count, seed):
    """All by hand where there is room for them, else some of each kind; the rest by chance."""
    chance = random.Random(seed)
    written = [list(group()) for group in [front_matter, bodies, names, places, templates, pictures, ledgers, leftovers]]
    products = list(values())
    chance.shuffle(products)
    if count >= sum(map(len, written)) + 1000:
        chosen = [case for group in written for case in group] + products[:(count - sum(map(len, written))) // 2]
    else:
        share = count * 3 // 5 / sum(map(len, written))
        chosen = [case for group in written for case in chance.sample(group, max(1, int(len(group) * share)))] + products[:count // 5]
    chances = damaged(seed)
    return chosen + [next(chances) for _ in range(count - len(chosen))]


# Large inputs


def large(size):
    plain = ("كلمات عادية في سطر طويل بعض الطول، ثم أخرى.\n\n" * (size // 50 + 99)).encode()
    head = "---\ntitle: كبير\ndate: 2025-05-05\n---\n\n".encode()
    def times(text, of=size): return bytes_of(text) * (of // len(bytes_of(text)))
    lines = {
        "stars": "*", "stars and letters": "*a ", "lines below and letters": "_a_ ", "strong, open": "**a ", "brackets, open": "[", "brackets, closed": "]", "pictures, open": "![", "links, open": "[a](", "links, half": "[a](<b", "graves of growing length": None, "graves": "`a", "angles": "<", "tags, open": "<a href=\"", "comments, open": "<!-- a", "processing, open": "<?", "declarations, open": "<!X", "CDATA, open": "<![CDATA[", "references": "&", "quotes": "> ", "numbers": "1. ", "dashes": "- ", "tables' bars": "|", "notes' marks": "[^1]", "marks of notes that are not": "[^", "titles, open": "[a](b \"", "definitions": "[a]: b\n", "different definitions": None, "100,000 notes": None, "fences": "```\n", "boxes": "::: aside\n", "tables": "|a|b|\n|-|-|\n|c|d|\n\n", "rows": None, "one row": None, "headings": "# a\n", "the same heading": "## عنوان\n\n",
        "lists that grow deeper": None, "blank lines": "\n", "blanks": " ", "tabs": "\t", "backslashes": "\\", "quotation marks": "\"", "quotation marks and letters": "\"ا ", "apostrophes": "'", "addresses": "https://a.example/b ", "addresses without blanks": "https://a.example/b", "www": "www.", "at": "a@", "one line": "كلمة ", "one word": "ط", "marks": "\u064b", "tatweel": "ـ", "joiners": "\u200d", "bidi marks": "\u202e", "bidi ends": "\u2069", "digits": "٣", "Latin and Arabic": "a ب 1 ", "NULs": "\0", "carriage returns": "\r", "braces": "{", "shortcodes": "{{< a >}}", "shortcodes, open": "{{< a ", "tags of templates": "{% a ", "conflict markers": "<<<<<<< a\n", "halves of conflicts": "=======\n", "tildes": "~~a", "equals": "==a", "colons": ":", "dots": ".", "setext": "a\n", "attributes": "## a {#a}\n", "entities": "&amp;", "long entities": "&" + "a" * 30, "quotes lazily": "> a\nb\n", "items lazily": "- a\nb\n", "pictures": "![a](b.png) ", "kinds of HTML": "<b><i><u>", "ends of HTML": "</b>", "mail": "<a@b.c>", "parentheses": "[a](((((", "a link and parentheses": None, "a link of blanks": None,
    }
    special = {
        "graves of growing length": lambda: b"".join(b"`" * n + b"a" for n in range(int((2 * size) ** .5))), "different definitions": lambda: b"".join(b"[a%d]: b\n" % n for n in range(size // 12)) + b"\n" + b"".join(b"[a%d] " % n for n in range(size // 60)),
        "100,000 notes": lambda: b"".join(b"a[^%d] " % n for n in range(size // 30)) + b"\n\n" + b"".join(b"[^%d]: b\n\n" % n for n in range(size // 30)), "rows": lambda: b"|a|b|\n|-|-|\n" + times("|c|d|\n"), "one row": lambda: b"|" + times("a|", size // 2) + b"\n|" + times("-|", size // 2),
        "lists that grow deeper": lambda: b"".join(b"  " * n + b"- a\n" for n in range(int(size ** .5))), "a link and parentheses": lambda: b"[a](" + times("(") + b")", "a link of blanks": lambda: b"[a](" + times(" ") + b"b)",
    }
    for name, unit in lines.items():
        body = special[name]() if unit is None else times(unit)
        yield Large(f"a body of {name}", "Content/articles/2025-05-05-large.md", head + body, head + plain[:len(body)].decode(errors="ignore").encode())
    for name, data in {
        "a title of 60 KB": "title: " + "ط" * 30000, "a summary of brackets": "title: x\nsummary: " + "[" * 30000, "tags by the thousand": "title: x\ntags: " + "، ".join(f"وسم{n}" for n in range(3000)), "one tag over and over": "title: x\ntags: " + "a, " * 20000, "lines that are no keys": "title: x\n" + "a\n" * 30000, "keys by the thousand": "title: x\n" + "".join(f"k{n}: v\n" for n in range(5000)), "quotes": 'title: "' + '\\"' * 30000, "comments": "title: x\n" + "# a\n" * 15000, "flow": "title: x\ntags: [" + "[" * 30000, "a text in a block": "title: x\nsummary: |\n" + "  a\n" * 15000, "aliases by the thousand": "title: x\naliases: [" + ", ".join(f"/a{n}/" for n in range(3000)) + "]", "authors by the thousand": "title: x\nauthors: [" + ", ".join(f"ك{n}" for n in range(3000)) + "]",
    }.items():
        text = ("---\ndate: 2025-05-05\n" + data + "\n---\n\nنص.\n").encode()
        yield Large(f"front matter of {name}", "Content/articles/2025-05-05-large.md", text, head + plain[:len(text)].decode(errors="ignore").encode())
    page = bytes_of("{% extends \"base.html\" %}{% block main %}{% endblock %}")
    for name, unit in {"outputs": "{{ page.title }}", "comments": "{# a #}", "open comments": "{#", "open tags": "{%", "open outputs": "{{", "braces": "{", "texts": "{{ 'a' }}", "tags": "<b>", "open HTML": "<a title=\"", "ifs": "{% if true %}a{% endif %}", "includes": "{% include 'terms.html' %}", "sets": "{% set a = 1 %}", "comments of HTML": "<!--"}.items():
        data = times(unit, min(size, 1_000_000) // 2)
        yield Large(f"a template of {name}", "Templates/page.html", data, page + b"x" * len(data))
    for name, unit in {"rules": "a{b:c}\n", "addresses": "a{b:url(x.png)}", "open addresses": "url(", "open comments": "/*", "open texts": "a{b:\"", "backslashes": "\\", "blocks": "a{", "imports": "@import 'a';", "data": "url(data:,a)", "quoted addresses, open": "url('a"}.items():
        data = times(unit)
        yield Large(f"a style sheet of {name}", "Templates/assets/style.css", data, times("a{b:c}\n"))
    for name, data in {"PNG of chunks": png()[:33] + times(b"\0\0\0\0tEXt\0\0\0\0") + png()[33:], "JPEG of segments": b"\xff\xd8" + times(b"\xff\xe1\0\2") + JPEG[2:], "JPEG of fills": b"\xff\xd8" + times(b"\xff") + JPEG[2:], "JPEG of scans": JPEG[:-2] + times(b"\xff\0\xff\xd0a") + b"\xff\xd9", "GIF of comments": GIF[:19] + times(b"!\xfe\1a\0") + GIF[19:], "GIF of frames": GIF[:-1] + times(GIF[-24:-1]) + b";", "WebP of chunks": b"RIFF" + struct.pack("<I", size) + b"WEBP" + times(b"EXIF\0\0\0\0"), "AVIF of boxes": AVIF + times(b"\0\0\0\x08free"), "AVIF of boxes in boxes": AVIF[:28] + b"".join(struct.pack(">I", size - 8 * n) + b"meta" for n in range(size // 8))}.items():
        yield Large(f"a picture: {name}", "Content/articles/2024/rain.png", data, png() + b"\0" * len(data))
    ledger = "".join(LEDGER.replace("rain-1", f"a{n:07}").replace("rain/", f"r{n}/") for n in range(size // 70)).encode()
    yield Large("a ledger of articles that are gone", "Content/published.tsv", ledger, b"", 0.8)
    yield Large("a ledger of one address over and over", "Content/published.tsv", LEDGER.replace("/2024/01/rain/", "/2024/01/rain/ " * (size // 15)).encode(), b"", 0.8)
    for name, unit in {"keys": "k: v\n", "comments": "# a\n", "brackets": "[", "blank lines": "\n", "open quotes": "\"", "items": "- a\n", "deep": "- "}.items():
        yield Large(f"site.yaml of {name}", "Content/site.yaml", SITE.encode() + times(unit, min(size, 300_000)), SITE.encode())
