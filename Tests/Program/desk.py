"""Walks through an editor's day with the built program: broken articles, embargoes, the front page, corrections, the preview.

    desk.py PATH/TO/sitegen [--speed] [PART …]

Ends with `N passed, N failed`. `--speed` measures the preview instead, at SITEGEN_SPEED articles: figures that are printed, not judged.
"""

import http.client
import json
import os
import shlex
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from totals import check, finish

SITEGEN = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-01-01T00:00:00Z"

def sitegen(*arguments, cwd=None, env=None):
    return subprocess.run([SITEGEN, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, env=env, timeout=300)


def article(site, name, matter, body="نص.\n"):
    path = site / f"Content/articles/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{matter}\n---\n\n{body}")
    return path


def small_site(folder, articles=3):
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\nmessages: en\npictures: {names: path}\n")
    for number in range(1, articles + 1):
        article(folder, f"2024-01-0{number}-n{number}", f"title: خبر {number}\ndate: 2024-01-0{number}\ntags: ماء")
    shutil.copytree(ROOT / "Tests/Golden/Templates", folder / "Templates")
    return folder


def build(site, *arguments, now=NOW):
    return sitegen("build", "--site", site, "--now", now, *arguments)


def everything(folder):
    """All bytes of a folder and the names in it."""
    return b"\n".join(str(p.relative_to(folder)).encode() + b"\n" + (p.read_bytes() if p.is_file() else b"") for p in sorted(Path(folder).rglob("*")))


def hold_broken(work):
    site = small_site(work / "hold")
    (site / "Content/articles/lead.png").write_bytes(PIXEL)
    broken = article(site, "2024-01-09-lead", "title: العنوان السليم\ndate: 2024-01-09\nimage: lead.png")
    build(site)
    page = site / "Public/2024/01/lead/index.html"
    before = page.read_bytes()
    style = next((site / "Public/assets").glob("*.css"), None)
    broken.write_text("---\ntitel: العنوان المكسور\ndate: 2024-01-09\n---\n\nنص\n")
    article(site, "2024-01-10-new", "titel: جديد مكسور\ndate: 2024-01-10")
    article(site, "2024-01-11-urgent", "title: تصحيح عاجل\ndate: 2024-01-11")
    if style:
        css = next((site / "Templates/assets").glob("*.css"))
        css.write_text(css.read_text() + "\n/* changed */\n")
    stopped = build(site)
    check("a broken article stops a build", stopped.returncode == 1 and not (site / "Public/2024/01/urgent").exists(), stopped.stderr)
    held = build(site, "--hold-broken")
    check("--hold-broken publishes the rest and exits 3", held.returncode == 3 and (site / "Public/2024/01/urgent/index.html").exists(), held.stderr)
    check("--hold-broken reports what is broken", held.stderr.count(" error: ") >= 2 and "2024-01-09-lead.md" in held.stderr, held.stderr)
    check("a broken article keeps its last page, byte for byte", page.exists() and page.read_bytes() == before)
    check("the last page keeps its picture", (site / "Public/media/articles/lead.png").exists())
    if style:
        check("the last page keeps its style sheet", style.exists(), style)
    check("a new broken article stays out", not (site / "Public/2024/01/new").exists() and "جديد مكسور".encode() not in everything(site / "Public"))
    again = build(site, "--hold-broken")
    check("a second held build writes nothing", " 0 files written" in again.stdout and " 0 removed" in again.stdout, again.stdout)
    check("the last page is still there", page.exists() and page.read_bytes() == before)
    article(site, "2024-01-09-lead", "title: العنوان السليم\ndate: 2024-01-09\nimage: lead.png")
    (site / "Content/articles/2024-01-10-new.md").unlink()
    mended = build(site, "--hold-broken")
    check("mended, all is as ever", mended.returncode == 0 and page.exists(), mended.stderr)
    (site / "Content/site.yaml").write_text("name: جريدة\n")
    fault = build(site, "--hold-broken")
    check("--hold-broken does not hide a fault that is in no article", fault.returncode == 1, fault.stderr)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082".replace(" ", ""))

CANARIES = {
    "title": "كناريعنوان", "kicker": "كناريتمهيد", "summary": "كناريملخص", "author": "كناريكاتب", "section": "كناريقسم",
    "tags": "كناريوسم", "series": "كناريسلسلة", "location": "كناريمكان", "slug": "canaryslug", "id": "canaryid",
    "lang": "en", "source": "كناريمصدر",
}


def held_articles(work):
    for case, extra in {"draft": "date: 2024-01-05\ndraft: true", "embargo": "date: 2027-01-01"}.items():
        site = small_site(work / f"canary-{case}")
        folder = site / "Content/articles/held"
        folder.mkdir()
        for picture in ["canarylead.png", "canarybody.png"]:
            (folder / picture).write_bytes(PIXEL)
        lines = [f"{key}: {value}" for key, value in CANARIES.items()] + [
            extra, "image: {src: canarylead.png, alt: كناريبديل, caption: كناريشرح, credit: كناريمصور}",
            "aliases: [/canaryalias/]", "corrections: [{date: 2024-01-06, text: كناريتصويب}]", "# كناريحاشية"]
        article(site, "held/2024-01-05-canaryfile", "\n".join(lines), "كنارينص ![كناريصورة](canarybody.png)\n\n## كناريترويسة\n\n<!-- كناريملاحظة -->\n")
        linker = "title: يشير إليه\ndate: 2024-02-01\nrelated: [canaryslug]"
        article(site, "2024-02-01-linker", linker)
        result = build(site)
        found = everything(site / "Public") if (site / "Public").exists() else b""
        words = [w for w in list(CANARIES.values()) if w != "en"] + [
            "canarylead", "canarybody", "كناريبديل", "كناريشرح", "كناريمصور", "canaryalias", "كناريتصويب", "كنارينص",
            "كناريصورة", "كناريترويسة", "كناريحاشية", "كناريملاحظة", "canaryfile"]
        from urllib.parse import quote
        leaks = [w for w in words if w.encode() in found or quote(w).encode() in found]
        check(f"nothing of a held article is public ({case})", result.returncode == 0 and leaks == [], leaks)
        check(f"an article that names a held one is told so ({case})", "held" in result.stderr, result.stderr)
        article(site, "2024-02-01-linker", linker, "[رابط](held/2024-01-05-canaryfile.md)\n")
        linked = build(site)
        check(f"a link in the text to a held article is a diagnostic and leaks nothing ({case})",
              b"canaryfile" not in everything(site / "Public") and "2024-02-01-linker.md" in linked.stderr, linked.stderr)
        article(site, "2024-02-01-linker", linker)
        shown = work / f"shown-{case}"
        build(site, "--drafts", "--output", shown)
        check(f"--drafts shows it ({case})", "كناريعنوان".encode() in everything(shown))
    site = work / "canary-embargo"
    build(site, now="2027-01-02T00:00:00Z")
    check("after the embargo it is there", "كناريعنوان".encode() in everything(site / "Public"))
    article(site, "2024-03-01-gone", "title: كناريمنته\ndate: 2024-03-01\nexpires: 2025-03-01", "كنارينصمنته\n")
    build(site, now="2024-04-01T00:00:00Z")
    before = "كنارينصمنته".encode() in everything(site / "Public")
    build(site, now="2025-04-01T00:00:00Z")
    after = "كنارينصمنته".encode() in everything(site / "Public")
    check("an article is there until it expires and not after", before and not after, (before, after))


def clock(work):
    site = small_site(work / "clock")
    nothing = sitegen("next", "--site", site, "--now", NOW)
    check("next says when nothing is scheduled", nothing.returncode == 0 and "nothing" in nothing.stdout, nothing)
    (site / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\nmessages: en\ntime_zone: Africa/Cairo\n")
    article(site, "2026-02-01-early", "title: في الصباح\ndate: 2026-02-01T06:00")
    article(site, "2026-02-01-also", "title: معه\ndate: 2026-02-01T06:00\nexpires: 2026-03-01")
    article(site, "2026-01-15-draft", "title: مسودة\ndate: 2026-01-15\ndraft: true")
    (site / "Content/frontpage.yaml").write_text("slots:\n  - article: n1\n    until: 2026-02-10\nbreaking:\n  text: عاجل جدًا\n  until: 2026-02-02\n")
    soon = sitegen("next", "--site", site, "--now", NOW)
    check("next names the instant in the outlet's zone and all that changes then",
          soon.stdout.startswith("2026-02-01T06:00:00+02:00\n") and soon.stdout.count("is published") == 2 and "مسودة" not in soon.stdout, soon.stdout)
    plan = json.loads(sitegen("next", "--site", site, "--now", NOW, "--json", "--all").stdout)
    kinds = [c["kind"] for c in plan["changes"]]
    check("next --json lists embargoes, expiry, slots, breaking and the news sitemap",
          plan["next"] == "2026-02-01T06:00:00+02:00" and sorted(set(kinds)) == sorted(["published", "breaking-ends", "leaves-news-sitemap", "slot-ends", "expired"]), kinds)
    check("next --json is in order", [c["seconds"] for c in plan["changes"]] == sorted(c["seconds"] for c in plan["changes"]))
    for change in plan["changes"]:
        if change["kind"] not in ("published", "expired"):
            continue
        out = work / "clock-out"
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(change["seconds"]))
        earlier = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(change["seconds"] - 1))
        first = build(site, "--output", out, now=earlier)
        second = build(site, "--output", out, now=stamp)
        check(f"the site changes at {stamp}, not before ({change['kind']})", " 0 files written" not in second.stdout, second.stdout + second.stderr + first.stderr)


class Served:
    """A running preview."""

    def __init__(self, site, *arguments):
        self.process = subprocess.Popen([SITEGEN, "serve", "--site", str(site), "--port", "0", *arguments],
                                        stdout=subprocess.PIPE, stderr=open(os.environ.get("SITEGEN_SERVE_LOG", os.devnull), "w"), text=True)
        line = self.process.stdout.readline()
        self.port = int(line.split("127.0.0.1:")[1].split("/")[0]) if "127.0.0.1:" in line else 0
        self.line = line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def raw(self, data, wait=5):
        """Sends bytes as they are; gives the status (0 where the connection was closed) and all that came."""
        got = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as s:
            try:
                s.sendall(data)
                s.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # Refused before it was sent whole; the answer may be there all the same.
            try:
                while chunk := s.recv(65536):
                    got += chunk
            except OSError:
                pass
        return (int(got.split(b" ", 2)[1]) if got.startswith(b"HTTP/") else 0), got

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, dict(response.getheaders()), body

    def events(self, page="index.html", digest="", version=0, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", f"/.sitegen/events?page={page}&digest={digest}&version={version}", headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        return response

    @staticmethod
    def event(response, holds=lambda event: True, wait=20):
        """The next event of which `holds` is true; the last one that came where none is before the time is up."""
        deadline = time.monotonic() + wait
        event = {"reload": None, "problems": [], "styles": []}
        while time.monotonic() < deadline:
            # A comment comes every five seconds, so that a silent channel does not look like a busy one.
            line = response.readline()
            if not line:
                break
            if line.startswith(b"data: "):
                event = json.loads(line[6:])
                if holds(event):
                    break
        return event


def hostile(served):
    port = served.port
    host = f"Host: 127.0.0.1:{port}\r\n"
    traversals = [
        "/../../../etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cetc/passwd", "/....//....//etc/passwd",
        "/%252e%252e%252fetc/passwd", "/..%c0%af..%c0%afetc/passwd", "//etc/passwd", "/%2fetc/passwd", "/./././../../etc/passwd",
        "/..;/..;/etc/passwd", "/\\..\\..\\etc\\passwd", "/..%00/etc/passwd", "/Content/site.yaml", "/.sitegen/lock", "/.git/config",
        "/.sitegen-manifest", "/Templates/base.html", "/assets/../../Content/site.yaml", "/assets/..%2f..%2fContent/site.yaml",
        "/media/..%2farticles", "/%2e%2e%2f%2e%2e%2fContent%2fsite.yaml", "/~root/", "/file:///etc/passwd", "/?/../../etc/passwd/../",
    ]
    tried = {}
    for target in traversals:
        status, got = served.raw(f"GET {target} HTTP/1.1\r\n{host}Connection: close\r\n\r\n".encode())
        secret = b"root:" in got or "name: جريدة".encode() in got or b"{% block" in got
        tried[target] = status
        expected = (200,) if target.startswith("/?") else (301, 400, 404)
        check(f"traversal finds nothing: {target}", status in expected and not secret, (status, got[:300]))
    for name, data, statuses in [
        ("a foreign host", f"GET / HTTP/1.1\r\nHost: evil.example:{port}\r\nConnection: close\r\n\r\n", (421,)),
        ("a host that only starts like ours", f"GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example:{port}\r\nConnection: close\r\n\r\n", (421,)),
        ("a host without the port", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", (421,)),
        ("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", (400,)),
        ("an empty host", "GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n", (400, 421)),
        ("a host with a path", f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}/x\r\nConnection: close\r\n\r\n", (421,)),
        ("POST", f"POST / HTTP/1.1\r\n{host}Content-Length: 3\r\nConnection: close\r\n\r\nabc", (405,)),
        ("PUT", f"PUT /x HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (405,)),
        ("DELETE", f"DELETE / HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (405,)),
        ("OPTIONS", f"OPTIONS * HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (405,)),
        ("TRACE", f"TRACE / HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (405,)),
        ("CONNECT", f"CONNECT 127.0.0.1:22 HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (405,)),
        ("a method of nobody", f"BREW / HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (501,)),
        ("a method in small letters", f"get / HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (501,)),
        ("a method of nobody under a foreign host", "BREW / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", (421,)),
        ("a foreign host before ours", f"GET / HTTP/1.1\r\nHost: evil.example\r\n{host}Connection: close\r\n\r\n", (400,)),
        ("a whole address", f"GET http://evil.example/ HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (421,)),
        ("a long address", f"GET /{'a' * 9000} HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (0, 414)),
        ("a large header", f"GET / HTTP/1.1\r\n{host}X: {'a' * 20000}\r\nConnection: close\r\n\r\n", (0, 431)),
        ("many headers", f"GET / HTTP/1.1\r\n{host}" + "".join(f"X-{n}: 1\r\n" for n in range(200)) + "Connection: close\r\n\r\n", (431,)),
        ("GET with a body", f"GET / HTTP/1.1\r\n{host}Content-Length: 3\r\nConnection: close\r\n\r\nabc", (413,)),
        ("a length and chunks at once", f"GET / HTTP/1.1\r\n{host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc", (0, 400, 413)),
        ("a broken escape", f"GET /%zz HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (400,)),
        ("bytes that are no text", f"GET /%ff%fe HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (400,)),
        ("a line break in the address", f"GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n{host}Connection: close\r\n\r\n", (400,)),
        ("no request line", "\r\n\r\n", (0, 400)),
        ("noise", "\x16\x03\x01\x02\x00\x01\x00\x01", (0, 400)),
        ("the channel from a foreign page", f"GET /.sitegen/events HTTP/1.1\r\n{host}Origin: https://evil.example\r\nConnection: close\r\n\r\n", (403,)),
        ("the channel from nowhere", f"GET /.sitegen/events HTTP/1.1\r\n{host}Origin: null\r\nConnection: close\r\n\r\n", (403,)),
        ("the channel as a foreign page's picture", f"GET /.sitegen/events HTTP/1.1\r\n{host}Sec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n", (403,)),
        ("the channel under a foreign host", f"GET /.sitegen/events HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", (421,)),
    ]:
        status, got = served.raw(data.encode("latin-1"))
        tried[name] = status
        check(f"the preview refuses {name}", status in statuses, (status, got[:200]))
    print("hostile requests and their answers: " + ", ".join(f"{name[:40]!r} {status}" for name, status in tried.items()))
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
    for s in slow:
        s.sendall(b"GET / HTTP/1.1\r\nHost: 127")
    start = time.monotonic()
    status, _, _ = served.get("/")
    took = time.monotonic() - start
    check("40 clients that never finish stall nobody", status == 200 and took < 2, took)
    for s in slow:
        s.close()


def preview(work):
    site = small_site(work / "preview")
    article(site, "2024-05-05-قمة-المناخ", "title: قمة المناخ\ndate: 2024-05-05\nimage: {src: p.png, alt: نقطة}")
    (site / "Content/articles/p.png").write_bytes(PIXEL)
    build(site)
    public = everything(site / "Public")
    with Served(site) as served:
        check("serve says where it is", served.port > 0, served.line)
        status, headers, body = served.get("/")
        check("the front page is there with the script", status == 200 and b"/.sitegen/reload.js" in body and headers["Content-Type"].startswith("text/html"), (status, headers))
        plain = (site / "Public/index.html").read_bytes()
        tag = body.index(b'<script src="/.sitegen/reload.js"')
        check("but for the script the bytes are those of a build", body[:tag] + body[body.index(b"</script>\n", tag) + 10:] == plain)
        from urllib.parse import quote
        upper = "/2024/05/" + quote("قمة-المناخ") + "/"
        check("an Arabic address in upper-case hex", served.get(upper)[0] == 200)
        check("an Arabic address in lower-case hex", served.get(upper.lower())[0] == 200)
        check("an Arabic address as bytes", served.raw(f"GET /2024/05/قمة-المناخ/ HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nConnection: close\r\n\r\n".encode())[0] == 200)
        status, headers, _ = served.get(upper.rstrip("/") + "?q=1")
        check("without the last slash there is a redirect", status == 301 and headers["Location"] == upper + "?q=1", headers)
        status, headers, body = served.get("/nowhere/")
        check("404.html for what is not there", status == 404 and b"<html" in body, status)
        picture = "/media/articles/p.png"
        status, headers, body = served.get(picture)
        check("a picture has its type", status == 200 and headers["Content-Type"] == "image/png" and body == PIXEL, headers)
        tag = headers["ETag"]
        check("a known ETag is 304", served.get(picture, If_None_Match=tag)[0] == 304)
        for value, status, part in [("bytes=0-3", 206, PIXEL[:4]), ("bytes=-5", 206, PIXEL[-5:]), ("bytes=10-", 206, PIXEL[10:]), ("bytes=5-9999", 206, PIXEL[5:]),
                                    ("bytes=9999-", 416, b""), ("bytes=3-1", 200, PIXEL), ("lines=1-2", 200, PIXEL), ("bytes=0-1,3-4", 200, PIXEL)]:
            got = served.get(picture, Range=value)
            check(f"range {value}", got[0] == status and got[2] == part, got)
        head = served.get(picture, method="HEAD")
        check("HEAD has the headers and no body", head[0] == 200 and head[2] == b"" and head[1]["Content-Length"] == str(len(PIXEL)), head)
        hostile(served)
        second = sitegen("serve", "--site", site, "--port", str(served.port))
        check("a second serve is told who holds the site", second.returncode == 1 and "serve" in second.stderr and "process" in second.stderr, second.stderr)
        other = sitegen("serve", "--site", small_site(work / "other"), "--port", str(served.port))
        check("a taken port is a sentence", other.returncode == 1 and "--port" in other.stderr, other.stderr)
        reloading(served, site)
    check("Public/ holds nothing of the preview", everything(site / "Public") == public)


def reloading(served, site):
    page = "2024/01/n1/index.html"
    body = served.get("/2024/01/n1/")[2]
    digest = body.split(b'data-digest="')[1].split(b'"')[0].decode()
    channel = served.events(page, digest)
    first = Served.event(channel)
    check("a page that is current is not reloaded", first["reload"] is False and first["problems"] == [], first)
    article(site, "2024-01-01-n1", "title: خبر 1\ndate: 2024-01-01\ntags: ماء", "نص جديد.\n")
    news = Served.event(channel, lambda event: event["reload"])
    check("a save reloads the page", news["reload"] is True, news)
    check("the new text is there", "نص جديد".encode() in served.get("/2024/01/n1/")[2])
    article(site, "2024-01-02-n2", "title: خبر 2\ndate: 2024-01-02\ntags: ماء", "نص آخر.\n")
    check("a save of another article does not reload this page", Served.event(channel)["reload"] is False)
    article(site, "2024-01-01-n1", "titel: خبر 1\ndate: 2024-01-01", "نص جديد.\n")
    news = Served.event(channel, lambda event: event["problems"])
    problem = next((p for p in news["problems"] if p["id"] == "unknown-key"), {})
    check("a broken article is a problem with place, rule and suggestion, and no reload",
          news["reload"] is False and problem.get("place") == "Content/articles/2024-01-01-n1.md:2:1" and "title" in problem.get("message", ""), news)
    check("the last good page stays", served.get("/2024/01/n1/")[0] == 200 and "نص جديد".encode() in served.get("/2024/01/n1/")[2])
    article(site, "2024-01-02-n2", "titel: خبر 2\ndate: 2024-01-02", "نص مكسور.\n")
    Served.event(channel, lambda event: len(event["problems"]) > len(news["problems"]))
    check("the last good page stays of an article that nobody had opened",
          served.get("/2024/01/n2/")[0] == 200 and "نص آخر".encode() in served.get("/2024/01/n2/")[2], served.get("/2024/01/n2/")[0])
    article(site, "2024-01-02-n2", "title: خبر 2\ndate: 2024-01-02\ntags: ماء", "نص آخر.\n")
    article(site, "2024-01-01-n1", "title: خبر 1\ndate: 2024-01-01\ntags: ماء", "نص جديد.\n")
    check("mended, the problem is gone", Served.event(channel, lambda event: not event["problems"])["problems"] == [])
    sheet = next((site / "Templates/assets").glob("*.css"))
    sheet.write_text(sheet.read_text() + "\nbody { color: #111 }\n")
    news = Served.event(channel, lambda event: event["styles"])
    check("a style change swaps the sheet and nothing else", len(news["styles"]) == 1 and news["styles"][0][0] != news["styles"][0][1], news)
    check("the new sheet is served", news["styles"] and served.get(news["styles"][0][1])[0] == 200)
    (site / "Content/articles/2024/deep").mkdir(parents=True)
    article(site, "2024/deep/2024-06-01-new-folder", "title: في مجلد جديد\ndate: 2024-06-01")
    check("an article in a new folder appears", eventually(lambda: served.get("/2024/06/new-folder/")[0] == 200))
    target = site / "Content/articles/2024-01-03-n3.md"
    draft = site / "Content/articles/.2024-01-03-n3.md.swp"
    draft.write_text("---\ntitle: خبر محفوظ بالاستبدال\ndate: 2024-01-03\n---\n\nنص\n")
    draft.rename(target)
    check("a save by rename is seen", eventually(lambda: "بالاستبدال".encode() in served.get("/2024/01/n3/")[2]))
    (site / "Content/articles/2024-01-03-n3.md~").write_text("broken")
    (site / "Content/articles/.#x.md").write_text("broken")
    saves = 10_000
    for number in range(saves):
        article(site, "2024-01-01-n1", "title: خبر 1\ndate: 2024-01-01\ntags: ماء", f"نص {number}.\n")
    check(f"after {saves} saves in a row the last one shows", eventually(lambda: f"نص {saves - 1}".encode() in served.get("/2024/01/n1/")[2]))
    for number in range(100):
        passing = site / "Content/articles/passing.md"
        passing.write_text("---\ntitle: عابر\ndate: 2024-01-04\n---\n")
        passing.unlink()
    target.unlink()
    check("a deleted article is gone, and one that went while it was read troubles nobody",
          eventually(lambda: served.get("/2024/01/n3/")[0] == 404 and Served.event(served.events())["problems"] == []))
    check("an editor's temporary files trouble nobody", Served.event(served.events())["problems"] == [])
    (site / "Content").rename(site / "Elsewhere")
    check("without Content/ the last good page stays and the problem is named",
          eventually(lambda: any(p["id"] == "no-site" for p in Served.event(served.events())["problems"])) and served.get("/2024/01/n1/")[0] == 200,
          Served.event(served.events()))
    (site / "Elsewhere").rename(site / "Content")
    check("with Content/ back all is as before", eventually(lambda: Served.event(served.events())["problems"] == []))
    article(site, "2024-01-01-n1", "title: خبر 1\ndate: 2024-01-01\ntags: ماء", "نص أخير.\n")
    check("and saves are seen again", eventually(lambda: "نص أخير".encode() in served.get("/2024/01/n1/")[2]))


def drafts(work):
    site = small_site(work / "drafts")
    article(site, "2027-01-01-later", "title: لاحقًا\ndate: 2027-01-01")
    with Served(site, "--now", NOW) as served:
        check("a preview shows no embargoed article", served.get("/2027/01/later/")[0] == 404)
    with Served(site, "--now", NOW, "--drafts") as served:
        status, _, body = served.get("/2027/01/later/")
        check("--drafts shows it with a note", status == 200 and b"data-unpublished" in body, status)


def speed(work, articles=None):
    """Save to reload message; SITEGEN_SPEED sets how many articles."""
    articles = int(os.environ.get("SITEGEN_SPEED", "1000"))
    site = small_site(work / "speed")
    text = "فقرة من كلام عادي فيها **بروز** و[رابط](https://example.org/) وبعض الأرقام 123.\n\n" * 12
    for number in range(articles):
        article(site, f"{2010 + number % 14}/{2010 + number % 14}-{number % 12 + 1:02}-{number % 28 + 1:02}-story-{number}",
                f"title: خبر رقم {number}\ndate: {2010 + number % 14}-{number % 12 + 1:02}-{number % 28 + 1:02}\ntags: وسم {number % 50}، ماء\nauthor: كاتب {number % 20}", text)
    start = time.monotonic()
    with Served(site) as served:
        ready = time.monotonic() - start
        page = "2010/01/story-0/index.html"
        digest = served.get("/2010/01/story-0/")[2].split(b'data-digest="')[1].split(b'"')[0].decode()
        channel = served.events(page, digest)
        Served.event(channel)
        times = []
        path = site / "Content/articles/2010/2010-01-01-story-0.md"
        before = path.read_text()
        for number in range(50):
            start = time.monotonic()
            path.write_text(before + f"\nتعديل {number}\n")
            news = Served.event(channel)
            times.append((time.monotonic() - start) * 1000)
            if not news["reload"]:
                check("each save reloads the page", False, news)
                break
            time.sleep(0.03)
        times.sort()
        print(f"save to reload at {articles} articles: median {statistics.median(times):.0f} ms, p95 {times[int(len(times) * .95) - 1]:.0f} ms over {len(times)} saves; first build {ready * 1000:.0f} ms")


def new(work):
    # Its hint can be pasted into a shell.
    site = work / "صحيفة new 'n\"s $HOME"
    made = sitegen("new", "site", site, "--now", NOW)
    check("new site writes an outlet", made.returncode == 0 and (site / "Content/site.yaml").exists(), made.stderr)
    check("new site tells how to see it, quoted for a shell", shlex.split(made.stdout.splitlines()[-1]) == ["sitegen", "serve", "--site", str(site)], made.stdout)
    check("its theme is Templates/, byte for byte", {p.relative_to(site): p.read_bytes() for p in (site / "Templates").rglob("*") if p.is_file() and p.name != ".theme"}
          == {p.relative_to(ROOT): p.read_bytes() for p in (ROOT / "Templates").rglob("*") if p.is_file()})
    built = build(site)
    check("a new site builds at once, without a remark", built.returncode == 0 and built.stderr == "", built.stderr)
    check("its front page has the theme's style, and stories below the first ones", all(part in (site / "Public/index.html").read_text() for part in ["/assets/style.", "<ol>\n<li"]))
    before = everything(site)
    again = sitegen("new", "site", site)
    check("new site never overwrites", again.returncode == 1 and "empty" in again.stderr and everything(site) == before, again.stderr)
    first = sitegen("new", "article", "هل تنجح كينيا؟", "--site", site, "--now", "2026-02-03T04:05:00Z")
    path = site / first.stdout.strip()
    check("new article names its file by day and slug", first.stdout.strip() == "Content/articles/2026/2026-02-03-هل-تنجح-كينيا.md" and path.exists(), first)
    text = path.read_text()
    check("new article has headline, date, id and the sections to choose from",
          "title: هل تنجح كينيا؟\n" in text and "date: 2026-02-03 04:05\n" in text and "\nid: 20260203-" in text and "# أخبار، رأي" in text, text)
    second = sitegen("new", "article", "هل تنجح كينيا؟", "--site", site, "--now", "2026-02-03T04:05:00Z", "--section", "راي", "--draft")
    check("the same headline gets another file", second.stdout.strip().endswith("-2.md") and path.read_text() == text, second)
    other = (site / second.stdout.strip()).read_text() if second.stdout.strip() else ""
    check("a section is taken as the outlet writes it, a draft says so", "section: رأي\n" in other and "draft: true" in other, other)
    twins = build(site, now="2026-03-01T00:00:00Z")
    check("two articles begun with one headline in one second are two", twins.returncode == 0, twins.stderr)
    (site / second.stdout.strip()).unlink()
    unknown = sitegen("new", "article", "عنوان", "--site", site, "--section", "أخبر")
    check("an unknown section is told with a suggestion", unknown.returncode == 1 and "أخبار" in unknown.stderr, unknown.stderr)
    empty = sitegen("new", "article", "  ", "--site", site)
    check("a headline is needed", empty.returncode == 1 and empty.stderr.strip() != "", empty.stderr)
    odd = sitegen("new", "article", '"القاهرة": [فيديو] # وسم !؟', "--site", site, "--now", "2026-02-03T05:05:00Z")
    signs = sitegen("new", "article", "؟!", "--site", site, "--now", "2026-02-03T05:05:00Z")
    before = everything(site / "Public")
    waiting = build(site, now="2026-03-01T00:00:00Z")
    check("a new article is a draft: nothing of it is public", waiting.returncode == 0 and "[فيديو]".encode() not in everything(site / "Public"), waiting.stderr)
    for begun in [odd, signs, first]:
        draft = site / begun.stdout.strip()
        draft.write_text(draft.read_text().replace("draft: true\n", ""))
    built = build(site, now="2026-03-01T00:00:00Z")
    check("what has no text yet is remarked", built.stderr.count("[empty-article]") == 3, built.stderr)
    check("new articles build as they are, whatever the headline", built.returncode == 0 and odd.returncode == 0 and signs.returncode == 0, built.stderr + odd.stderr + signs.stderr)
    check("the headline is on its page, character for character", "[فيديو] # وسم" in everything(site / "Public").decode(errors="replace"))


def ledger(work):
    site = small_site(work / "ledger")
    path = site / "Content/published.tsv"
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain", "نص أول.\n")
    unbuilt = sitegen("record", "--site", site, "--now", NOW)
    check("where no build is at hand record takes the files as they are, and says so",
          unbuilt.returncode == 0 and "no build in Public/" in unbuilt.stdout and "rain" in path.read_text(), unbuilt)
    path.unlink()
    build(site)
    late = article(site, "2024-02-02-late", "title: متأخر\ndate: 2024-02-02\nid: late")
    recorded = sitegen("record", "--site", site, "--now", NOW)
    check("what was saved since the build is left out, and record says so",
          recorded.returncode == 0 and "left out: 1 article" in recorded.stdout and "late" not in path.read_text(), recorded)
    late.unlink()
    check("record writes the ledger", sitegen("record", "--site", site, "--now", NOW).returncode == 0 and path.exists())
    first = path.read_bytes()
    lines = first.decode().splitlines()
    check("a line an article, then the lists, sorted", (articles := [l.split("\t")[0] for l in lines if len(l.split("\t")[1]) == 32]) == sorted(articles) and len(articles) == 4
          and [l.split("\t")[1::-1] for l in lines[4:]] == sorted(l.split("\t")[1::-1] for l in lines[4:]), lines)
    sitegen("record", "--site", site, "--now", NOW)
    check("recording twice changes nothing", path.read_bytes() == first)
    check("what is recorded builds in silence", build(site).stderr == "")
    check("a build does not write the ledger", path.read_bytes() == first)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain", "نص غيّره أحد.\n")
    silent = build(site)
    check("a silent change is a warning", silent.returncode == 0 and "[silent-change]" in silent.stderr, silent.stderr)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\nupdated: 2024-02-02T10:00", "نص غيّره أحد.\n")
    check("with “updated” it is none", build(site).stderr == "")
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\ncorrections: [{date: 2024-02-02, text: صُحّح الرقم}]", "نص غيّره أحد.\n")
    corrected = build(site)
    page = (site / "Public/2024/02/rain/index.html").read_text()
    check("nor with a correction, which is on the page, in its data and among the corrections",
          corrected.stderr == "" and page.count("صُحّح الرقم") >= 1 and "صُحّح الرقم" in (site / "Public/corrections/index.html").read_text(), corrected.stderr)
    check("a correction is a new dateModified", '"dateModified":"2024-02-02' in page.replace(" ", ""), page[:3000])
    check("a correction is in the JSON-LD", "correction" in page[:page.find("</head>")].lower())
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\nupdated: 2024-02-03\nslug: storm", "نص.\n")
    lost = build(site)
    check("a URL once public that is lost is an error with the fix", lost.returncode == 1 and "aliases: [/2024/02/rain/]" in lost.stderr, lost.stderr)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\nupdated: 2024-02-03\nslug: storm\naliases: [/2024/02/rain/]", "نص.\n")
    check("an alias mends it", build(site).returncode == 0)
    (site / "Content/articles/2024-02-01-rain.md").rename(site / "rain.md")
    check("so is a deleted article", build(site).returncode == 1)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\nslug: rain\nstatus: removed", "كلام محذوف.\n")
    removed = build(site)
    check("a tombstone mends it and holds nothing of the text", removed.returncode == 0 and "كلام محذوف".encode() not in everything(site / "Public"), removed.stderr)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nid: rain\nslug: rain\nstatus: retracted\nreason: تبين أن المصدر مختلق", "كلام مسحوب.\n")
    retracted = build(site)
    found = (site / "Public/2024/02/rain/index.html")
    check("a retraction keeps headline and reason and not the text", retracted.returncode == 0 and "مختلق" in found.read_text() and "كلام مسحوب" not in found.read_text(), retracted.stderr)
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2027-02-01\nid: rain\nslug: rain", "نص.\n")
    check("a published article put under embargo is an error", build(site).returncode == 1)
    path.write_text("<<<<<<< HEAD\nrubbish\n")
    check("a damaged ledger is an error at its line", "published.tsv:1:1" in build(site).stderr)


def plan(work):
    site = small_site(work / "plan")
    article(site, "2024-02-01-rain", "title: مطر\ndate: 2024-02-01\nimage: p.png")
    (site / "Content/articles/p.png").write_bytes(PIXEL)
    article(site, "2026-02-01-later", "title: محظور\ndate: 2026-02-01T06:00")
    first = json.loads(sitegen("plan", "--site", site, "--now", NOW, "--json").stdout)
    check("before the first build everything is added", first["changed"] == first["removed"] == [] and "index.html" in first["added"], first)
    check("plan writes nothing", not (site / "Public").exists())
    build(site)
    same = sitegen("plan", "--site", site, "--now", NOW)
    check("after a build nothing is left to do", "0 added, 0 changed, 0 removed" in same.stdout, same.stdout)
    kept = work / "deployed"
    shutil.copy(site / "Public/.sitegen-manifest", kept)
    (site / "Content/articles/2024-02-01-rain.md").unlink()
    article(site, "2024-02-03-sun", "title: شمس\ndate: 2024-02-03\nimage: q.png")
    (site / "Content/articles/q.png").write_bytes(PIXEL)
    after = "2026-02-02T00:00:00Z"
    build(site, now=after)
    against_build = sitegen("plan", "--site", site, "--now", after).stdout
    check("without --deployed the last build counts", "0 added" in against_build, against_build)
    result = json.loads(sitegen("plan", "--site", site, "--now", after, "--deployed", kept, "--json").stdout)
    check("the plan has what is added, changed and removed",
          {"2024/02/sun/index.html", "2026/02/later/index.html", "media/articles/q.png"} <= set(result["added"])
          and "index.html" in result["changed"] and {"2024/02/rain/index.html", "media/articles/p.png"} <= set(result["removed"]), result)
    check("the plan names embargoes that have passed", "Content/articles/2026-02-01-later.md" in [s["file"] for s in result["published"]], result["published"])
    check("the plan names URLs that it breaks", "/2024/02/rain/" in result["broken_urls"], result["broken_urls"])
    steps = result["steps"]
    check("assets come first, the front page last among pages, deletions after",
          "media/articles/q.png" in steps["assets"] and steps["pages"][-1] == "index.html" and steps["deletions"][-1].startswith("media/"), steps)
    # Following the steps onto a copy of what was deployed gives the very site, and at no step misses a page what it shows.
    lines = [sitegen("plan", "--site", site, "--now", after, "--deployed", kept, "--list", step).stdout.splitlines() for step in ["assets", "pages", "deletions"]]
    check("--list gives the same as --json", lines == [steps["assets"], steps["pages"], steps["deletions"]])
    uploads_what_was_held(work)
    missing = sitegen("plan", "--site", site, "--deployed", work / "nowhere")
    check("a manifest that is not there is a sentence", missing.returncode == 1 and missing.stderr.count("\n") == 1, missing.stderr)


def uploads_what_was_held(work):
    """The steps of docs/deploy.md while an article is broken, and when it is mended: the server has what Public/ has."""
    site = small_site(work / "plan-held")
    server, kept = work / "server", work / "uploaded"
    kept.write_bytes(b"")

    def upload():
        built = build(site, "--hold-broken")
        for step in ["assets", "pages", "deletions"]:
            listed = sitegen("plan", "--site", site, "--now", NOW, "--built", "--deployed", kept, "--list", step)
            check(f"the plan of what was built lists {step}", listed.returncode == 0, listed.stderr)
            for path in listed.stdout.splitlines():
                if step == "deletions":
                    (server / path).unlink()
                else:
                    (server / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(site / "Public" / path, server / path)
        shutil.copy(site / "Public/.sitegen-manifest", kept)
        recorded = sitegen("record", "--site", site, "--now", NOW)
        sent = {p.relative_to(server): p.read_bytes() for p in server.rglob("*") if p.is_file()}
        public = {p.relative_to(site / "Public"): p.read_bytes() for p in (site / "Public").rglob("*") if p.is_file()}
        public.pop(Path(".sitegen-manifest"))
        check("the server has what was built", sent == public, sorted(set(sent) ^ set(public)))
        return built, recorded

    sound, broken = "title: مطر\ndate: 2024-02-01", "titel: مطر\ndate: 2024-02-01"
    article(site, "2024-02-01-rain", sound)
    upload()
    article(site, "2024-02-01-rain", broken)
    article(site, "2024-02-05-new", "title: جديد\ndate: 2024-02-05", "[مطر](2024-02-01-rain.md)\n")
    built, recorded = upload()
    check("what links to a broken article is published", built.returncode == 3 and (server / "2024/02/new/index.html").exists(), built.stderr)
    check("record records what is sound and names what is broken",
          recorded.returncode == 0 and "2024-02-01-rain.md" in recorded.stderr
          and "/2024/02/new/" in (site / "Content/published.tsv").read_text() and "/2024/02/rain/" in (site / "Content/published.tsv").read_text(), recorded)
    article(site, "2024-02-01-rain", sound)
    built, recorded = upload()
    check("mended, nothing is missing", built.returncode == 0 and recorded.returncode == 0 and (server / "2024/02/new/index.html").exists(), built.stderr)
    bare = sitegen("plan", "--site", site, "--built")
    check("--built without a list of uploaded files is wrong usage", bare.returncode == 2, bare.stderr)
    page = site / "Public/404.html"
    page.unlink()
    os.mkfifo(page)
    stuck = subprocess.run([SITEGEN, "build", "--site", site, "--now", NOW, "--clean"], capture_output=True, text=True, timeout=60)
    check("a pipe in a page's place is a sentence, and nothing waits for it", stuck.returncode in (0, 1) and "Fatal" not in stuck.stderr, stuck.stderr)


def troubles(work):
    """What goes wrong outside the articles: a sentence each, nothing lost."""
    site = small_site(work / "troubles")
    build(site)
    public = everything(site / "Public")
    for arguments in [("bild",), ("build", "--port", "3"), ("new", "article"), ("new", "site", ""), ("next", "--now", "tomorrow"), ("build", "--site", work / "nowhere")]:
        wrong = sitegen(*arguments)
        check(f"wrong usage is exit status 2: {arguments}", wrong.returncode == 2 and wrong.stderr.strip() and wrong.stdout == "", wrong)
    check("help is exit status 0", sitegen("build", "--help").returncode == 0 and sitegen("--version").returncode == 0)
    empty = work / "troubles-empty"
    empty.mkdir()
    for command in [("build",), ("check",), ("next",), ("plan",), ("record",), ("serve", "--port", "0"), ("new", "article", "عنوان")]:
        told = sitegen(*command, "--site", empty)
        check(f"without Content/ {command[0]} says what a site starts with and how to start one",
              told.returncode == 1 and "sitegen new site" in told.stdout + told.stderr, told)
        arabic = sitegen(*command, "--site", empty, env={**os.environ, "LC_ALL": "ar_EG.UTF-8"})
        check(f"… and in Arabic where the machine speaks it: {command[0]}", "يبدأ الموقع" in arabic.stdout + arabic.stderr, arabic)
    past = time.time() - 40 * 24 * 3600
    manifest = site / "Public/.sitegen-manifest"
    os.utime(manifest, (time.time() + 40 * 24 * 3600,) * 2)
    back = sitegen("build", "--site", site)
    check("a clock that went back stops a build", back.returncode == 1 and "[clock]" in back.stderr and everything(site / "Public") == public, back)
    check("with --now the time is what it says", build(site).returncode == 0)
    os.utime(manifest, (past, past))
    check("a clock that goes forward stops nothing", sitegen("build", "--site", site).returncode == 0)
    build(site)
    article(site, "2024-06-01-told", "title: مصوب\ndate: 2024-06-01\nupdated: 2027-01-01\ncorrections:\n  - date: 2024-06-02\n    text: سابق\n  - date: 2027-06-02\n    text: لاحق", "نص.\n")
    ahead = build(site).stderr.splitlines()
    check("an update or a correction of tomorrow is a warning at its line",
          [line.split(": ")[0] for line in ahead if "[change-in-future]" in line] == [f"Content/articles/2024-06-01-told.md:{place}" for place in ("4:10", "8:5")], ahead)
    article(site, "2024-06-02-empty", "title: عنوان وحده\ndate: 2024-06-02", "")
    check("an article without a text is remarked on", "[empty-article]" in sitegen("check", "--site", site, "--now", NOW).stdout)
    (site / "Content/frontpage.yaml").write_text("slots:\n  - tag: مياء\n")
    check("a slot's tag that nobody has is a warning with a suggestion", "did you mean “ماء”?" in build(site).stderr)
    (site / "Content/frontpage.yaml").write_text("slots: []\nbreaking:\n  text: عاجل\n  url: /nowhere/\n")
    (site / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\nmessages: en\nnavigation:\n  - title: قائمة\n    url: /no-page/\npolicies:\n  ethics: /no-charter/\n")
    broken = build(site).stderr
    for place in ["site.yaml:6:10", "site.yaml:8:11", "frontpage.yaml:4:8"]:
        check(f"a link in the settings that leads nowhere is an error at its line: {place}", f"Content/{place}: error: a link inside" in broken, broken)
    (site / "Content/frontpage.yaml").unlink()
    (site / "Content/site.yaml").write_text("name: جريدة\nurl: https://example.org/\n")
    for name in ["2024-06-01-told", "2024-06-02-empty"]:
        (site / f"Content/articles/{name}.md").unlink()
    totals = build(site, "--clean").stdout
    check("an Arabic outlet's totals are Arabic, with the number's own form", totals.startswith("3 مقالات، ") and "كُتب" in totals, totals)
    check("one error is one error", sitegen("check", "--site", empty).stdout.splitlines()[-1] == "1 error, 0 remarks")
    strange = sitegen("plan", "--site", site, "--deployed", site / "Content/site.yaml")
    check("what is no manifest is a sentence with the way out", strange.returncode == 1 and ".sitegen-manifest" in strange.stderr and strange.stderr.count("\n") == 1, strange)
    (work / "nothing-yet").touch()
    first = json.loads(sitegen("plan", "--site", site, "--deployed", work / "nothing-yet", "--json").stdout)
    check("before the first upload everything is added", "index.html" in first["added"] and first["removed"] == [], first)
    not_writable(site, work)
    locks(site)


def not_writable(site, work):
    """As an editor who lacks the right to the folder; the administrator, who has every right, becomes nobody for it."""
    if os.getuid() == 0 and not shutil.which("setpriv"):
        return
    before = everything(site)
    os.chmod(work, 0o755)
    for folder in [site, *site.rglob("*")]:
        folder.chmod(folder.stat().st_mode & ~0o222)
    become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    program = work / "sitegen"
    shutil.copy(SITEGEN, program)
    run = lambda *arguments: subprocess.run([*become, program, *arguments, "--site", site], capture_output=True, text=True, timeout=60)
    built, made = run("build", "--base-url", "https://elsewhere.example/", "--now", NOW), run("new", "article", "عنوان")
    for folder in [site, *site.rglob("*")]:
        folder.chmod(folder.stat().st_mode | 0o200)
    for result in built, made:
        check("a folder that may not be written to is one sentence", result.returncode == 1 and result.stderr.count("\n") == 1 and "إذن" in result.stderr, result)
    check("and nothing is lost", everything(site) == before)


def locks(site):
    with Served(site) as served:
        second = sitegen("serve", "--site", site, "--port", "0")
        check("a second serve is told in the outlet's language who is there", second.returncode == 1 and f"العملية {served.process.pid}" in second.stderr, second)
        check("a build beside a serve works", build(site).returncode == 0)
    holder = subprocess.Popen(["flock", str(site / ".sitegen/lock"), "sleep", "20"])
    check("a second build is told to wait", eventually(lambda: (told := build(site)).returncode == 1 and "[locked]" in told.stderr))
    (site / "same").symlink_to("Public")
    for name in "Public", "Content/../Public/", "same":
        told = build(site, "--output", site / name)
        check(f"also one that calls the place {name}", told.returncode == 1 and "[locked]" in told.stderr, told)
    check("and not one that writes elsewhere", build(site, "--output", site / "other").returncode == 0)
    holder.kill()
    holder.wait()


def gps_picture():
    """A JPEG of one pixel's header whose Exif says where it was taken."""
    import struct
    gps = struct.pack("<H", 2) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, 60) + struct.pack("<I", 0)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + struct.pack("<HHII", 0x8825, 4, 1, 26) + struct.pack("<I", 0) + gps + b"\0" * 30
    body = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 900, 1600, 1) + b"\1\x11\0\xff\xd9"


def checks(work):
    site = small_site(work / "checks")
    clean = sitegen("check", "--site", site, "--now", NOW)
    check("a clean site has no error", clean.returncode == 0 and "0 errors" in clean.stdout, clean.stdout)
    (site / "Content/articles/where.jpg").write_bytes(gps_picture())
    article(site, "2024-02-02-desk", "title: عنوان فيه ســـطر\ndate: 2024-02-02\nimage: where.jpg",
            "قال الرئيس , و ذهب.\n\n#### عنوان عميق\n\n[اضغط هنا](https://example.org/) ثم [تقرير الأمطار](https://example.org/)\n")
    article(site, "2024-02-03-broken", "titel: عنوان\ndate: 2024-02-03")
    before = everything(site)
    result = sitegen("check", "--site", site, "--now", NOW)
    for name in ["latin-punctuation", "lonely-waw", "tatweel-in-headline", "heading-order", "link-text", "picture-without-alt", "picture-without-credit", "picture-gps", "unknown-key"]:
        check(f"check finds {name}", f"[{name}]" in result.stdout, result.stdout)
    check("check has no remark on a link that says where it leads", result.stdout.count("[link-text]") == 1)
    lines = result.stdout.splitlines()
    check("check groups by file", lines.count("Content/articles/2024-02-02-desk.md") == 1 and result.returncode == 1, result.stdout)
    check("places are those of the words", "  7:12 " in result.stdout and "  7:14 " in result.stdout, result.stdout)
    check("check writes nothing", everything(site) == before)
    records = [json.loads(line) for line in sitegen("check", "--site", site, "--now", NOW, "--format", "json").stdout.splitlines()]
    check("check --format json is JSON Lines", {"severity", "id", "path", "line", "column", "message"} <= set(records[0]), records[:1])
    notes = sitegen("check", "--site", site, "--now", NOW, "--format", "github").stdout.splitlines()
    check("check --format github are annotations", all(n.startswith(("::error ", "::warning ", "::notice ")) for n in notes) and any("file=Content/articles/2024-02-03-broken.md,line=2" in n for n in notes), notes)
    arabic = sitegen("check", "--site", site, "--now", NOW, "--messages", "ar").stdout
    check("messages may be Arabic", "هل قصدت" in arabic, arabic)
    check("no colour and no marks but on a terminal", "\x1b" not in result.stdout + result.stderr and "\u2068" not in result.stdout)
    (site / "Content/articles/2024-02-03-broken.md").unlink()
    check("advice alone leaves the exit status 0, but not with --strict",
          sitegen("check", "--site", site, "--now", NOW).returncode == 0 and sitegen("check", "--site", site, "--now", NOW, "--strict").returncode == 1)
    terminal(site)


def terminal(site):
    """The same on a pseudo terminal."""
    import pty
    article(site, "2024-02-04-broken", "titel: عنوان\ndate: 2024-02-04")
    for environment, colour in [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]:
        master, slave = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | environment
        process = subprocess.Popen([SITEGEN, "build", "--site", str(site), "--now", NOW], stdout=subprocess.DEVNULL, stderr=slave, env=env)
        process.wait(60)
        os.close(slave)
        got = b""
        try:
            while chunk := os.read(master, 65536):
                got += chunk
        except OSError:
            pass
        os.close(master)
        text = got.decode()
        check(f"on a terminal colour is {colour} with {environment}", ("\x1b[31m" in text) == colour, text[:300])
        check(f"on a terminal the message is isolated from the path {environment}", text.count("\u2068") == text.count("\u2069") > 0, text[:300])


def eventually(holds, wait=20):
    """Whether something is true before the time is up."""
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.03)
    return holds()


def main():
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        wanted = [word for word in sys.argv[2:] if word != "--speed"]
        parts = [speed] if "--speed" in sys.argv else [hold_broken, held_articles, clock, new, checks, ledger, plan, troubles, preview, drafts]
        for part in parts:
            if not wanted or part.__name__ in wanted:
                try:
                    part(work)
                except Exception:  # One part that breaks off does not hide the others.
                    check(part.__name__, False, traceback.format_exc())
    finish()


main()
