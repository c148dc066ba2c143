"""Sends the preview what strangers, scanners and foreign pages send, and asks that it answers from the site alone, always.

    preview.py PATH/TO/sitegen [--all]

Every answer is HTTP as RFC 9112 has it, of a file that the site has, or a refusal; nothing that is a draft, and nothing from outside.
The preview answers others while some are slow, while it builds, and to the end. Ends with `N passed, N failed`.
"""

import hashlib
import itertools
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
import inputs
from totals import check, finish

ROOT = Path(__file__).resolve().parents[2]
ALL = "--all" in sys.argv[2:]
COUNT, SLOW = (1000, 50) if ALL else (100, 50)
NOW = "2026-01-01T00:00:00Z"
# Of what nobody may read here.
SECRETS = {"a file beside the site": b"CANARY-OUTSIDE", "the machine": b"root:x:0:0", "a draft": b"CANARY-DRAFT", "settings": b"time_zone: Africa/Cairo", "front matter": b"\ntitle: \xd8\xa7\xd9\x84\xd8\xb1", "a template": b"{% block", "the environment": b"PATH=/"}


# HTTP as it stands on the wire


class Answer:
    def __init__(self, data, is_closed):
        self.data, self.is_closed = data, is_closed
        head, found, self.rest = data.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        self.is_whole = bool(found)
        match = re.fullmatch(rb"HTTP/1\.[01] (\d{3}) [\x20-\x7e]*", lines[0])
        self.status = int(match[1]) if match else 0
        self.headers = dict((name.lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines[1:]))
        self.bad = [line for line in lines[1:] if not re.fullmatch(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*", line)]

    @property
    def length(self): return int(self.headers.get(b"content-length", b"0"))

    def fault(self, is_head):
        """What is no HTTP in it; answers that follow it on the connection are not looked at."""
        if not self.data: return None if self.is_closed else "no answer, and the connection stays"
        if not self.is_whole: return f"a head without an end: {self.data[:200]!r}"
        if not self.status: return f"no status line: {self.data[:100]!r}"
        if self.bad: return f"no header line: {self.bad[:2]}"
        if b"content-length" not in self.headers and self.status not in [304] and b"transfer-encoding" not in self.headers: return None if self.is_closed or self.headers.get(b"connection") == b"close" else "a body without a length"
        if not is_head and self.status != 304 and len(self.rest) < self.length: return f"{len(self.rest)} bytes of {self.length}"
        if is_head and self.rest.strip(): return f"a body for HEAD: {self.rest[:100]!r}"
        return None


def send(port, data, patience=4.0, pieces=None, is_head=None):
    """What comes back; data may be larger than the other side is ready to take."""
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.settimeout(0.5)
        ends, got, is_closed = time.monotonic() + patience, b"", False
        def push():
            try:
                for piece in pieces or [data]: connection.sendall(piece)
            except OSError: pass
        pusher = None
        if pieces or len(data) > 60_000: (pusher := threading.Thread(target=push, daemon=True)).start()
        else: push()
        while time.monotonic() < ends:
            try: more = connection.recv(1 << 16)
            except TimeoutError:
                continue
            except OSError: is_closed = True; break
            if not more: is_closed = True; break
            got += more
            answer = Answer(got, False)
            if answer.is_whole and b"text/event-stream" in answer.headers.get(b"content-type", b""): break
            if answer.is_whole and answer.status and (is_head or answer.status == 304 or b"content-length" in answer.headers and len(answer.rest) >= answer.length): break
    return Answer(got, is_closed)


# Requests


class Request:
    def __init__(self, kind, data, needs=True, statuses=None, is_head=False, pieces=None):
        self.kind, self.data, self.needs, self.statuses, self.is_head, self.pieces = kind, data, needs, statuses, is_head, pieces


def requests(port, count):
    """needs: whether an answer is owed; otherwise the connection may just end."""
    host = f"Host: 127.0.0.1:{port}\r\n".encode()
    def get(target, *headers, method=b"GET", version=b"HTTP/1.1"):
        target = target if isinstance(target, bytes) else target.encode("utf-8", "surrogatepass")
        return method + b" " + target + b" " + version + b"\r\n" + host + b"".join(line + b"\r\n" for line in headers) + b"Connection: close\r\n\r\n"
    deep = ["etc/passwd", "secret.txt", "Content/site.yaml", "Content/articles/2024/2024-01-24-rain.md", "Templates/base.html", ".sitegen/lock", "Content/articles/draft.md", "proc/self/environ", ".git/config"]
    dots = ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%25252e%25252e", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "%u002e%u002e", "．．", "%ef%bc%8e%ef%bc%8e", "..;", "..%00", "...", "....", ". .", "..%20", "%00..", "..%0d%0a", "\u202e..", "..\\", "..%5c", "%5c..", "..%255c"]
    slashes = ["/", "%2f", "%2F", "%252f", "\\", "%5c", "%c0%af", "%e0%80%af", "／", "//", "/./", "%2f/", "/;/", "/%2e/"]
    traversals = [Request("paths", get("/" + (dot + slash) * times + slash.join(end.split("/")))) for times, dot, slash, end in itertools.product([1, 3, 8], dots, slashes, deep)]
    absolute = [Request("paths", get(target)) for end in deep for target in ["//" + end, "/" + "/" * 5 + end, "/./" + end, f"/assets/../../{end}", f"/assets/%2e%2e/%2e%2e/{end}", f"/2024/01/rain/../../../../{end}", f"/{end}%00.html", f"/{end}%00", f"/index.html/../../{end}", f"/C:/{end}", f"/C:\\{end}", f"\\\\127.0.0.1\\c$\\{end}", f"/file:///{end}", f"/link/{end}", f"/{end}/", f"/{end}?", f"/{end}#x", f"/%2f{end}", f"/%5c{end}", f"/{end.upper()}", f"/{end}::$DATA", f"/{end}~", f"/{end}.", f"/{end}%20", f"/~root/{end}"]]
    wild = [Request("targets", get(target)) for target in ["*", "", "x", "?", "/?", "/?x=%zz", "/#", "/%", "/%z", "/%1", "/%zz", "/%ff", "/%c3%28", "/%f5%80%80%80", "/%ed%a0%80", "/%00", "/a%00b", "/%0d%0aX:%20y", "/%0a", "/%7f", "/\x7f", "/é", "/مقال/", "/%d9%85/", "/\u202e", "/%e2%80%ae", "http://127.0.0.1/", f"http://127.0.0.1:{port}/", "http://evil.example/", "https://evil.example/x", "//evil.example/", "file:///etc/passwd", "javascript:alert(1)", "/" + "a" * 8000, "/" + "a" * 8192, "/" + "a" * 100_000, "/" + "%41" * 5000, "/" + "a/" * 3000, "/" + "../" * 3000, "/?" + "a=b&" * 1500, "/index.html", "/index.html/", "/2024", "/2024/01/rain", "/2024/01/rain/index.html", "/404.html", "/.sitegen-manifest", "/_headers", "/.htaccess", "/_servers/nginx.conf", "/link", "/2026/05/late/", "/2024/05/draft/", "/draft/",
                                                                     "/.sitegen/reload.js", "/.sitegen/", "/.sitegen/events/x", "/favicon.ico", "/robots.txt", "/sitemap.xml", "/<script>alert(1)</script>", "/\"><img src=x>", "/'", "/`id`", "/$(id)", "/;id", "/|id", "/{{7*7}}", "/${jndi:ldap://evil.example/}", "/wp-login.php", "/cgi-bin/.%2e/.%2e/bin/sh", "/.env", "/server-status"]]
    methods = [Request("methods", get("/", b"Content-Length: 0", method=method), statuses=None, is_head=method == b"HEAD") for method in b"GET HEAD POST PUT DELETE PATCH OPTIONS TRACE CONNECT PROPFIND MKCOL SEARCH get Get G GETT PRI FOO-BAR".split() + [b"A" * 5000, b"G\xffT", b"\x01", b"GET\t", b"<GET>"]]
    methods += [Request("methods", get(path, method=b"HEAD"), is_head=True) for path in ["/", "/2024/01/rain/", "/nothing/", "/2024", "/assets/note.txt", "/feed.xml", "/%"]]
    versions = [Request("versions", data, needs=False) for data in [b"GET /\r\n\r\n", b"GET /\r\n", b"GET / HTTP/0.9\r\n\r\n", b"GET / HTTP/1.0\r\n\r\n", b"GET / HTTP/2.0\r\n" + host + b"\r\n", b"GET / HTTP/9.9\r\n" + host + b"\r\n", b"GET / HTTP/1.\r\n" + host + b"\r\n", b"GET / HTTP/1.1.1\r\n" + host + b"\r\n", b"GET / http/1.1\r\n" + host + b"\r\n", b"GET / FTP/1.1\r\n" + host + b"\r\n", b"GET  /  HTTP/1.1\r\n" + host + b"\r\n", b"GET\t/\tHTTP/1.1\r\n" + host + b"\r\n", b" GET / HTTP/1.1\r\n" + host + b"\r\n", b"\r\n\r\nGET / HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n", b"GET / HTTP/1.1\n" + host.replace(b"\r", b"") + b"\n", b"GET / HTTP/1.1\r" + host.replace(b"\n", b"") + b"\r", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9) + b"\0\0\0\4\0\0\0\0\0", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(300), b"\0" * 1000, b"\xff" * 1000, b"\r\n" * 1000, b"\n" * 1000, b" " * 5000, b"SSH-2.0-x\r\n", b"EHLO x\r\n", b"*1\r\n$4\r\nPING\r\n", b"{}", b"<policy-file-request/>\0", b"GET", b"GET /", b"GET / HTTP/1.1", b"GET / HTTP/1.1\r\n", b"G", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"] + [random.Random(seed).randbytes(500) for seed in range(30)]]
    lengths = [Request("lengths", get("/", *[b"Content-Length: " + value for value in values], method=method) + body, needs=False) for method in [b"GET", b"POST"] for values, body in [([b"0"], b""), ([b"5"], b"hello"), ([b"5"], b"hel"), ([b"-1"], b""), ([b"99999999999999999999"], b"x"), ([b"9223372036854775807"], b"x"), ([b"18446744073709551615"], b"x"), ([b"4294967296"], b"x"), ([b"1e9"], b"x"), ([b"0x10"], b"x" * 16), ([b"+5"], b"hello"), ([b"5, 5"], b"hello"), ([b"5", b"5"], b"hello"), ([b"5", b"6"], b"hello!"), ([b"0", b"99"], b""), ([b""], b""), ([b"abc"], b""), ([b" 5 "], b"hello"), ([b"5\0"], b"hello"), ([b"1000000000"], b"x" * 1000), ([b"5" * 5000], b"x")]]
    for method in [b"GET", b"POST"]:
        for encoding, body in [(b"chunked", b"0\r\n\r\n"), (b"chunked", b"5\r\nhello\r\n0\r\n\r\n"), (b"chunked", b"zz\r\n"), (b"chunked", b"-5\r\nhello\r\n"), (b"chunked", b"ffffffffffffffff\r\nx"), (b"chunked", b"7fffffff\r\nx"), (b"chunked", b"5"), (b"chunked", b"5;" + b"a" * 50000 + b"\r\nhello\r\n0\r\n\r\n"), (b"chunked", b"1\r\na\r\n" * 5000 + b"0\r\n\r\n"), (b"chunked", b"0\r\n" + b"X: y\r\n" * 5000 + b"\r\n"), (b"chunked, chunked", b"0\r\n\r\n"), (b"gzip, chunked", b"0\r\n\r\n"), (b"identity", b""), (b"xchunked", b"0\r\n\r\n"), (b"\x0bchunked", b"0\r\n\r\n"), (b"chunked\r\nContent-Length: 5", b"0\r\n\r\nGET /x HTTP/1.1\r\n\r\n")]:
            lengths.append(Request("lengths", get("/", b"Transfer-Encoding: " + encoding, method=method) + body, needs=False))
    headers = [Request("headers", b"GET / HTTP/1.1\r\n" + host + data + b"\r\n", needs=False) for data in [b"X: y\r\n" * 99, b"X: y\r\n" * 101, b"".join(b"X%d: y\r\n" % n for n in range(200)), b"".join(b"X%d: y\r\n" % n for n in range(20000)), b"X: " + b"a" * 16000 + b"\r\n", b"X: " + b"a" * 20000 + b"\r\n", b"X: " + b"a" * 5_000_000 + b"\r\n", b"a" * 100_000 + b": x\r\n", b"a" * 100_000 + b"\r\n", b": x\r\n", b"X\r\n", b"X : y\r\n", b" X: y\r\n", b"X: y\r\n folded\r\n", b"X\0Y: z\r\n", b"X: \0\r\n", b"X: \x01\x02\x1b\r\n", b"\xd8\xa7: x\r\n", b"X: \xff\xfe\r\n", b"X: a\rb\r\n", b"X: a\nY: b\r\n", b"(): x\r\n", b"Cookie: " + b"a=b; " * 2000 + b"\r\n", b"Expect: 100-continue\r\n", b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n", b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings\r\n", b"TE: trailers\r\n", b"Accept-Encoding: " + b"gzip," * 2000 + b"\r\n", b"X-Forwarded-For: 1.1.1.1\r\nX-Original-URL: /../../etc/passwd\r\nX-Rewrite-URL: /secret.txt\r\n", b"Range: bytes=0-0\r\nRange: bytes=1-1\r\n", b"If-None-Match: *\r\n", b"Connection: close, keep-alive, X\r\n"]]
    hosts = [Request("hosts", b"GET / HTTP/1.1\r\n" + data + b"Connection: close\r\n\r\n", needs=data.count(b"Host") == 1, statuses=[400, 421] if data.count(b"Host") == 1 else None) for data in [b"Host: evil.example\r\n", b"Host: evil.example:%d\r\n" % port, b"Host: 127.0.0.1\r\n", b"Host: localhost\r\n", b"Host: 127.0.0.1:1\r\n", b"Host: 127.0.0.1.evil.example:%d\r\n" % port, b"Host: localhost.evil.example:%d\r\n" % port, b"Host: evil.example@127.0.0.1:%d\r\n" % port, b"Host: 0.0.0.0:%d\r\n" % port, b"Host: 127.1:%d\r\n" % port, b"Host: 2130706433:%d\r\n" % port, b"Host: [::1]:%d\r\n" % port, b"Host: \r\n", b"Host:\r\n", b"Host: 127.0.0.1:%d, evil.example\r\n" % port, b"Host: 127.0.0.1:0%d\r\n" % port, b"Host: evil.example\r\nHost: 127.0.0.1:%d\r\n" % port, b"Host: 127.0.0.1:%d\r\nHost: evil.example\r\n" % port, b"", b"Host: " + b"a" * 5000 + b"\r\n", b"Host: 127.0.0.1:%d/\r\n" % port, b"Host: http://127.0.0.1:%d\r\n" % port, b"Host: 127.0.0.1:99999999999999999999\r\n", b"Host: LOCALHOST.:%d\r\n" % port]]
    hosts += [Request("hosts", get("/", b"Origin: " + origin)) for origin in [b"http://evil.example", b"null", b"file://", b"http://127.0.0.1:1", b"", b"\xff"]]
    sound = [b"bytes=0-0", b"bytes=0-", b"bytes=-1", b"bytes=5-9", b"bytes=-99999999999", b"bytes=0-99999999999"]
    strange = [b"bytes=", b"bytes=-", b"bytes=--1", b"bytes=9-5", b"bytes=99999999-", b"bytes=-0", b"bytes=9223372036854775807-9223372036854775807", b"bytes=18446744073709551616-", b"bytes=0-0,1-1", b"bytes=" + b"0-0," * 2000, b"bytes=a-b", b"bytes 0-0", b"lines=0-0", b"BYTES=0-0", b"bytes=0 - 0", b"bytes=0-0\0", b"bytes=+1-5", b"bytes=\xd9\xa1-\xd9\xa5", b"bytes=0x0-0x5", b"bytes=-9223372036854775808", b"0-0", b""]
    ranges = [Request("ranges", get(path, b"Range: " + value, *more)) for path in ["/", "/assets/note.txt", "/feed.xml", "/404.html", "/nothing"] for value in sound + strange for more in [[], [b'If-Range: "x"'], [b"If-None-Match: *"]]]
    tags = [Request("tags", get("/", b"If-None-Match: " + value)) for value in [b"*", b'"x"', b'W/"x"', b'"', b'""', b"x", b'"a", "b"', b'"' + b"a" * 9000 + b'"', b",,,", b'W/', b"\xff"]] + [Request("tags", get("/", b"If-Modified-Since: " + value)) for value in [b"Thu, 01 Jan 1970 00:00:00 GMT", b"x", b"Fri, 31 Dec 9999 23:59:59 GMT"]]
    channel = [Request("channel", get("/.sitegen/events" + query, *more), needs=False) for query in ["", "?", "?page=", "?page=%zz&digest=&version=", "?version=99999999999999999999", "?version=-1", "?page=../../etc/passwd", "?page=" + "a" * 5000, "?page=%00", "?&&&==="] for more in [[], [b"Origin: http://evil.example"], [b"Sec-Fetch-Site: cross-site"], [b"Accept: text/event-stream"]]]
    pipes = [Request("pipelines", (b"GET / HTTP/1.1\r\n" + host + b"\r\n") * times + get("/nothing"), needs=True) for times in [1, 2, 5, 50]] + [Request("pipelines", b"GET /nothing HTTP/1.1\r\n" + host + b"Content-Length: 44\r\n\r\nGET /../secret.txt HTTP/1.1\r\nHost: evil\r\n\r\n" + get("/"), needs=False), Request("pipelines", get("/") * 3, needs=True), Request("pipelines", b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nhello" + get("/"), needs=False)]
    def by_bytes(data): return [data[at:at + 1] for at in range(len(data))]
    cut = [Request("pieces", b"", needs=True, pieces=by_bytes(get(path))) for path in ["/", "/2024/01/rain/", "/%2e%2e/secret.txt"]]
    groups = [traversals, absolute, wild, methods, versions, lengths, headers, hosts, ranges, tags, channel, pipes, cut]
    for it in itertools.chain(wild, methods, hosts, tags):
        # What cannot be read as a request may end the connection.
        if b"\xff" in it.data or it.data.startswith((b"GET  ", b"\x01", b"GET\t")): it.needs = False
    chance = random.Random(1)
    # All of the small groups where there is room, and of the large ones what is left.
    small = [group for group in groups if len(group) <= 130]
    large = [group for group in groups if len(group) > 130]
    if count < sum(map(len, small)):
        share = count / (sum(map(len, small)) + 60 * len(large))
        chosen = [it for group in groups for it in chance.sample(group, max(2, int(min(len(group), 130) * share)))]
    else:
        rest = count - sum(map(len, small))
        chosen = [it for group in small for it in group] + [it for number, group in enumerate(large) for it in chance.sample(group, min(len(group), rest // len(large)))]
    while len(chosen) < count: chosen.append(chance.choice(traversals))
    chance.shuffle(chosen)
    return chosen[:count]


# The preview


class Preview:
    def __init__(self, site, program):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, "serve", "--site", site, "--port", "0", "--now", NOW], stdout=subprocess.PIPE, stderr=self.errors, env=dict(os.environ, LC_ALL="C.UTF-8"))
        line = self.process.stdout.readline().decode()
        self.port = int(re.search(r"127\.0\.0\.1:(\d+)/", line)[1])
        for _ in range(100):
            if self.get("/").status == 200: break
            time.sleep(0.05)

    def get(self, path, patience=4.0): return send(self.port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n\r\n".encode(), patience)

    @property
    def memory(self):
        """In megabytes; nothing where the system does not tell."""
        try: return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024
        except OSError: return 0

    @property
    def descriptors(self):
        try: return len(os.listdir(f"/proc/{self.process.pid}/fd"))
        except OSError: return 0

    @property
    def is_alive(self): return self.process.poll() is None

    @property
    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")


def known(preview, public):
    """The digests of all that the site has; pages with what the preview puts into them."""
    found = {}
    for path in sorted(path for path in public.rglob("*") if path.is_file() and not path.is_symlink()):
        answer = preview.get("/" + urllib.parse.quote(path.relative_to(public).as_posix()))
        if answer.status == 200: found[hashlib.sha256(answer.rest).digest()] = answer.rest
    return found


def leak(answer): return [name for name, secret in SECRETS.items() if secret in answer.data]


def every_request(preview, public):
    bodies = known(preview, public)
    check("the preview has the site's files", len(bodies) > 30, len(bodies))
    statuses, kinds, slowest = Counter(), Counter(), 0.0
    for number, request in enumerate(requests(preview.port, COUNT)):
        name = f"{number} {request.kind}: {(request.data or b''.join(request.pieces or []))[:100]!r}"
        began = time.monotonic()
        try: answer = send(preview.port, request.data, 4.0 if request.needs else 1.0, request.pieces, request.is_head)
        except OSError as problem:
            check(name, False, f"no connection: {problem}")
            if not preview.is_alive: break
            continue
        took = time.monotonic() - began
        wrong = []
        fault = answer.fault(request.is_head)
        if fault and (request.needs or answer.data): wrong.append(fault)
        if request.needs and not answer.data: wrong.append("an answer is owed")
        if request.needs: slowest = max(slowest, took)
        if request.statuses and answer.status not in request.statuses: wrong.append(f"status {answer.status}")
        # A method or a version that a preview does not know.
        if answer.status >= 500 and answer.status not in [501, 505]: wrong.append(f"status {answer.status}")
        if found := leak(answer): wrong.append(f"it shows {found}")
        if answer.status == 200 and not request.is_head and b"event-stream" not in answer.headers.get(b"content-type", b"") and b"javascript" not in answer.headers.get(b"content-type", b""):
            body = answer.rest[:answer.length]
            if hashlib.sha256(body).digest() not in bodies: wrong.append(f"a body that is no file of the site's: {body[:80]!r}")
        if answer.status == 206 and not any(answer.rest[:answer.length] in body for body in bodies.values()): wrong.append("a part of no file of the site's")
        check(name, not wrong, "; ".join(wrong))
        statuses[answer.status or "closed"] += 1
        kinds[request.kind] += 1
        if number % 25 == 24:
            began = time.monotonic()
            sound = preview.get("/")
            check(f"after {number + 1} requests it answers as ever", sound.status == 200 and time.monotonic() - began < 3, (sound.status, time.monotonic() - began))
            if not preview.is_alive: break
    print(f"{sum(kinds.values())} requests (" + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) + "), answered with " + ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items(), key=str)) + f"; the slowest took {slowest * 1000:.0f} ms")


def slow_clients(preview):
    """Many who say a byte now and then, and readers who do not read."""
    slow = []
    for number in range(SLOW):
        connection = socket.create_connection(("127.0.0.1", preview.port), 5)
        connection.sendall([b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ", b"POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n", b"G", b""][number % 5])
        slow.append(connection)
    deaf = [socket.create_connection(("127.0.0.1", preview.port), 5) for _ in range(10)]
    for connection in deaf: connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode() * 200)
    for turn in range(4):
        for connection in slow:
            try: connection.sendall(b"a")
            except OSError: pass
        began = time.monotonic()
        answer = preview.get("/2024/01/rain/")
        took = time.monotonic() - began
        check(f"it answers while {SLOW} clients are slow, turn {turn + 1}", answer.status == 200 and took < 2, f"status {answer.status} after {took:.1f} s")
        time.sleep(0.1)
    for connection in slow + deaf: connection.close()


def while_it_builds(preview, site):
    """Files change all the time; every answer is whole, of one edition or the other."""
    story, stop, wrong, count = site / inputs.STORY, threading.Event(), [], Counter()
    text = story.read_text()
    def write():
        for number in itertools.count():
            if stop.is_set(): return
            story.write_text(text.replace("الفقرة", f"الفقرة {number}") if number % 7 else "---\nbroken\n")
            time.sleep(0.03)
    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    ends = time.monotonic() + (8 if ALL else 2)
    while time.monotonic() < ends:
        for path in ["/", "/2024/01/rain/", "/feed.xml", "/nothing", "/../secret.txt"]:
            answer = preview.get(path)
            count[answer.status] += 1
            if answer.fault(False) or answer.status not in [200, 404] or leak(answer): wrong.append((path, answer.status, answer.fault(False), leak(answer)))
            if path == "/2024/01/rain/" and answer.status == 200 and b"</html>" not in answer.rest[-2000:]: wrong.append((path, "half a page"))
    stop.set()
    writer.join()
    story.write_text(text)
    check("it answers whole pages while it builds", not wrong, wrong[:3])
    print(f"{sum(count.values())} requests while files change: " + ", ".join(f"{number} × {status}" for status, number in count.items()))


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
    site = Path(folder) / "site"
    inputs.outlet(site, ROOT)
    (site / "Content/articles/draft.md").write_text("---\ntitle: CANARY-DRAFT\ndate: 2024-05-05\ndraft: true\n---\n\nCANARY-DRAFT\n")
    (Path(folder) / "secret.txt").write_text("CANARY-OUTSIDE\n")
    (site / "secret.txt").write_text("CANARY-OUTSIDE\n")
    program = Path(folder) / "sitegen"
    shutil.copy2(sys.argv[1], program)
    subprocess.run([program, "build", "--site", site, "--now", NOW, "--quiet"], check=True)
    (site / "Public/link").symlink_to("/etc")
    (site / "Public/secret.html").symlink_to(Path(folder) / "secret.txt")
    (site / "Public/stray.txt").write_text("CANARY-OUTSIDE\n")
    preview = Preview(site, program)
    before = preview.memory
    try:
        every_request(preview, site / "Public")
        slow_clients(preview)
        while_it_builds(preview, site)
        answer = preview.get("/")
        check("it lives and answers to the end", preview.is_alive and answer.status == 200, (preview.process.poll(), answer.status))
        time.sleep(1)
        memory, left = preview.memory, preview.descriptors
        check("it holds no memory of what it was sent", memory < before + 200, f"{before:.0f} MB before, {memory:.0f} MB after")
        check("it closes what others left", left < 60, f"{left} descriptors")
        check("it says nothing of itself", not re.search(r"Fatal|Stack|Swift/|\.swift", preview.said), preview.said[-500:])
        print(f"{before:.0f} MB of memory before, {memory:.0f} MB after; {left} descriptors")
    finally:
        preview.process.terminate()
        try: preview.process.wait(5)
        except subprocess.TimeoutExpired: preview.process.kill()
finish()
