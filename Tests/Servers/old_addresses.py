"""Old addresses of every kind, and what all servers must answer to them: aliases and lines of Content/redirects.tsv with
signs, queries and stars; and many thousands of lines.
"""
import re
import urllib.parse

SIGNS = "&()'+,;=@:!$"
PORT = "2024/05/مرفأ/"


def write(content):
    """Adds the old addresses to the outlet of Tests/Formats."""
    article = next(f for f in (content / "articles").rglob("*.md") if "مرفأ" in f.read_text() and "مرفأ-قديم" in f.read_text())
    aliases = [f"/alias{sign}page/" for sign in SIGNS] + [f"/alias{sign}script.php" for sign in SIGNS]
    text = article.read_text()
    listed = "".join(f'  - "{alias}"\n' for alias in aliases)
    head, _, rest = text.partition("aliases:")
    if rest.split("\n", 1)[0].strip():
        first, rest = rest.split("\n", 1)
        old = [part.strip() for part in first.strip().strip("[]").split(",")]
        text = head + "aliases:\n" + "".join(f"  - {part}\n" for part in old) + listed + rest
    else:
        text = head + "aliases:\n" + listed + rest.lstrip("\n")
    article.write_text(text)
    lines = ["# from\tto\tstatus", ""]
    for number, sign in enumerate(SIGNS):
        lines += [f"/line{sign}page/\t/{PORT}", f"/line{sign}script.php\t/{PORT}\t302", f"/باب{sign}قديم/\t/{PORT}"]
    lines += [
        f"/old(all)&of'them+,;=@:!$.html\t/{PORT}", f"/a b/\t/{PORT}", f"/%D9%85%D8%B1%D9%85%D8%B2/\t/{PORT}", f"/جزء/\t/{PORT}\t302",
        f"/?p=1234\t/{PORT}", f"/?page_id=7&lang=ar\t/{PORT}\t302", f"/?p=9\t410", f"/index.php?id=5\t/{PORT}",
        f"/read.php?story=%D8%A8%D8%AD%D8%B1\t/{PORT}", f"/find/?q=a(b)\t/{PORT}",
        "/wp-content/uploads/*\t/media/articles/*", f"/wp-content/uploads/2019/*\t/{PORT}", f"/wp-content/uploads/exact.png\t/{PORT}\t302",
        "/صور(قديمة)/*\t/media/articles/*\t302", "/shop/*\t410", f"/shop/open/\t/{PORT}", f"/deep/a/b/c/d/*\t/{PORT}", "/up/*\t/assets/*",
        "/dead/\t410", "/dead.php\t410", "/{curly}/\t/" + PORT, "/quo\"te/\t/" + PORT,
    ]
    (content / "redirects.tsv").write_text("\n".join(lines) + "\n")


def encoded(path):
    """Everything but letters, digits and slashes as escapes, as some programs send it."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "/") else urllib.parse.quote(c, safe="") for c in path)


def sent(path):
    """As browsers send it."""
    return urllib.parse.quote(path, safe="/!$&'()*+,;=:@")


def requests(base):
    """Addresses with the status and the place that every server must answer."""
    port = base + urllib.parse.quote(PORT)
    media = base + "media/articles/"

    def both(path, status, place):
        spellings = {encoded(path), sent(path), re.sub("%..", lambda m: m.group().lower(), encoded(path))}
        for spelling in sorted(spellings):
            yield base + spelling, status, place

    for sign in SIGNS:
        yield from both(f"alias{sign}page/", 301, port)
        yield from both(f"alias{sign}script.php", 301, port)
        yield from both(f"line{sign}page/", 301, port)
        yield from both(f"line{sign}page", 301, port)
        yield from both(f"line{sign}script.php", 302, port)
        yield from both(f"باب{sign}قديم/", 301, port)
    yield from both("old(all)&of'them+,;=@:!$.html", 301, port)
    yield base + "old(all)%26of'them+%2C;=%40:!$.html", 301, port
    yield from both("a b/", 301, port)
    yield from both("مرمز/", 301, port)
    yield from both("مرمز", 301, port)
    yield from both("جزء/", 302, port)
    yield from both("{curly}/", 301, port)
    yield from both("quo\"te/", 301, port)
    # A query alone, among others, in whatever order; another value is none.
    for query in ["p=1234", "p=1234&fbclid=x", "utm=1&p=1234"]:
        yield base + "?" + query, 301, port
    for query in ["p=123", "p=12345", "xp=1234", "p=", "P", "p"]:
        yield base + "?" + query, 200, ""
    yield base + "?page_id=7&lang=ar", 302, port
    yield base + "?lang=ar&x=1&page_id=7", 302, port
    yield base + "?page_id=7", 200, ""
    yield base + "?p=9", 410, ""
    yield base + "index.php?id=5", 301, port
    yield base + "index.php?id=6", 404, ""
    for value in ["%D8%A8%D8%AD%D8%B1", "%d8%a8%d8%ad%d8%b1"]:
        yield base + "read.php?story=" + value, 301, port
    for value in ["a(b)", "a%28b%29"]:
        yield base + "find/?q=" + value, 301, port
        yield base + "find?q=" + value, 301, port
    # A star carries the rest over as it was sent, and nothing besides.
    star = base + "wp-content/uploads/"
    for rest in ["port.png", "2018/x.jpg", "2018/%D9%82(1).jpg", "2018/%d9%82%281%29.jpg", "a/b/c/d/e.pdf", "a%20b.png", "x.php", "", "2018/"]:
        yield star + rest, 301, media + rest
        yield star + rest + "?ver=2", 301, media + rest
    yield star[:-1], 301, media
    yield star + "2019/x.jpg", 301, port
    yield star + "2019/", 301, port
    yield star + "2019", 301, port
    yield star + "20190/x", 301, media + "20190/x"
    yield star + "exact.png", 302, port
    yield base + "wp-content/uploadsx/y", 404, ""
    yield base + "wp-content/", 404, ""
    for folder in ["صور(قديمة)/", "صور(قديمة)"]:
        yield from both(folder, 302, media)
    for folder in {sent("صور(قديمة)/"), encoded("صور(قديمة)/")}:
        yield base + folder + "x/%D9%82.png", 302, media + "x/%D9%82.png"
    yield base + "deep/a/b/c/d/e/f", 301, port
    yield base + "deep/a/b/c/d", 301, port
    yield base + "deep/a/b/c/", 404, ""
    # Nothing that is carried over names another host, or breaks a header.
    for rest in ["/evil.example/", "//evil.example"]:
        yield base + "up/" + rest, 301, base + "assets/evil.example" + ("/" if rest.endswith("/") else "")
    yield base + "up/%0d%0aX-Evil:%20a", 301, base + "assets/%0d%0aX-Evil:%20a"
    for path in ["shop/", "shop", "shop/a", "shop/a/b.html", "dead/", "dead", "dead.php"]:
        yield base + path, 410, ""
    yield base + "shop/open/", 301, port
    yield base + "shop/open", 301, port
    yield base + "line&page/more", 404, ""
    yield base + "dead.phpx", 404, ""


def write_many(content, count):
    """Lines of every kind, as many as `count`."""
    lines = []
    for number in range(count):
        kind = number % 10
        if kind == 8:
            lines.append(f"/?p={number}\t/{PORT}")
        elif kind == 9:
            lines.append(f"/ملفات-{number}/*\t/media/articles/*")
        elif kind == 7:
            lines.append(f"/قصة-قديمة-طويلة-الاسم-حتى-تملأ-الجدول-{number}.php\t410")
        else:
            lines.append(f"/2015/قصة-قديمة-طويلة-الاسم-حتى-تملأ-الجدول-{number}/\t/{PORT}")
    (content / "redirects.tsv").write_text("\n".join(lines) + "\n")


def many_requests(base, count):
    port = base + urllib.parse.quote(PORT)
    last = count - count % 10
    for number in [0, last - 10]:
        story = urllib.parse.quote(f"قصة-قديمة-طويلة-الاسم-حتى-تملأ-الجدول-{number}")
        yield f"{base}2015/{story}/", 301, port
        yield f"{base}?p={number + 8}", 301, port
        yield base + urllib.parse.quote(f"ملفات-{number + 9}/") + "x.png", 301, base + "media/articles/x.png"
        yield base + urllib.parse.quote(f"قصة-قديمة-طويلة-الاسم-حتى-تملأ-الجدول-{number + 7}.php"), 410, ""
