"""Proves that nginx, Apache and Caddy give the same answers with the rules that a build writes.

    check.py SITEGEN

Builds the outlet of Tests/Formats twice, at the root and below a path, serves each from 127.0.0.1 with every server, and
sends the same requests to all. Ends with "N passed, N failed".
"""
import gzip
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

import old_addresses

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOW = "2024-06-01T12:00:00Z"

passed, failed = 0, 0


def check(name, found, expected=True):
    global passed, failed
    if found == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}\n  found    {found!r}\n  expected {expected!r}")


def binary(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin:/usr/local/sbin")


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


class Server:
    """A server on loopback; `root` is the document root, `site` the build's output in it."""

    def __init__(self, folder, root, site, base):
        self.port = free_port()
        self.folder, self.root, self.site, self.base = folder, root, site, base
        folder.mkdir()
        command, config, text = self.configure()
        (folder / config).write_text(text)
        self.log = open(folder / "log", "wb")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env={**os.environ, "HOME": str(folder)})
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.1).close()
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise SystemExit(f"{self.name} does not answer:\n" + (folder / "log").read_text(errors="replace"))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()

    def get(self, path, headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": f"127.0.0.1:{self.port}", **dict(headers)})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(self, answer.status, {k.lower(): v for k, v in answer.getheaders()}, body)


class Answer:
    def __init__(self, server, status, headers, body):
        # Caddy adds the missing slash with 308, which means the same to a reader who sends GET.
        self.status = 301 if status == 308 else status
        self.headers, self.body = headers, body
        location = headers.get("location", "")
        location = re.sub(r"^http://127\.0\.0\.1(:\d+)?", "", location)
        # A server that only adds a slash keeps the case in which the path was sent.
        self.location = re.sub("%..", lambda m: m.group().upper(), location)


class Nginx(Server):
    name = "nginx"

    def configure(self):
        rules = self.site / "_servers"
        user = "user root;" if os.getuid() == 0 else ""
        return [binary("nginx"), "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"], "nginx.conf", f"""
            {user}
            daemon off; pid {self.folder}/pid; error_log {self.folder}/error.log;
            events {{ worker_connections 64; }}
            http {{
                include /etc/nginx/mime.types;
                access_log off;
                client_body_temp_path {self.folder}/a; proxy_temp_path {self.folder}/b; fastcgi_temp_path {self.folder}/c;
                uwsgi_temp_path {self.folder}/d; scgi_temp_path {self.folder}/e;
                include {rules}/nginx-maps.conf;
                server {{
                    listen 127.0.0.1:{self.port};
                    root {self.root};
                    include {rules}/nginx.conf;
                }}
            }}
            """


class Apache(Server):
    name = "apache"

    def configure(self):
        modules = next(p for p in ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"] if os.path.isdir(p))
        names = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "unixd", "alias", "autoindex"]
        loads = "\n".join(f"LoadModule {n}_module {modules}/mod_{n}.so" for n in names if os.path.exists(f"{modules}/mod_{n}.so"))
        return [binary("apache2") or binary("httpd"), "-f", self.folder / "httpd.conf", "-DFOREGROUND"], "httpd.conf", f"""
            ServerRoot "{self.folder}"
            {loads}
            ServerName 127.0.0.1
            Listen 127.0.0.1:{self.port}
            PidFile {self.folder}/pid
            ErrorLog {self.folder}/error.log
            TypesConfig /etc/mime.types
            {"User www-data" if os.getuid() == 0 else ""}
            DocumentRoot "{self.root}"
            <Directory "{self.root}">
            AllowOverride All
            Require all granted
            </Directory>
            """


class Caddy(Server):
    name = "caddy"

    def configure(self):
        return [binary("caddy"), "run", "--config", self.folder / "Caddyfile", "--adapter", "caddyfile"], "Caddyfile", f"""{{
	admin off
	auto_https off
}}
http://127.0.0.1:{self.port} {{
	root * {self.root}
	import {self.site}/_servers/Caddyfile
}}
"""


def requests(base):
    """Paths with what every server must answer: status, where it leads, part of the body."""
    quote = lambda path: base + urllib.parse.quote(path)
    lower = lambda path: re.sub("%..", lambda m: m.group().lower(), quote(path))
    port = "2024/05/مرفأ/"
    yield quote(""), 200, "", "جريدة الشاطئ"
    for encode in [quote, lower]:
        yield encode(port), 200, "", "مرفأ"
        yield encode(port) + "?utm=1", 200, "", "مرفأ"
        yield encode(port).rstrip("/"), 301, quote(port), ""
        yield encode("2019/مرفأ-قديم/"), 301, quote(port), ""
        yield encode("2019/مرفأ-قديم"), 301, quote(port), ""
        yield encode("2019/مرفأ-قديم/") + "?a=b", 301, quote(port), ""
        yield encode("gone/اسم/"), 410, "", "أُزيلت هذه المادة"
        yield encode("tag/بحر/feed.xml"), 200, "", "<rss"
        yield encode("لا/شيء/هنا/في/العمق/"), 404, "", "الصفحة غير موجودة"
    yield quote("old/story.html"), 301, quote(port), ""
    yield quote("old/story.php"), 301, quote(port), ""
    yield quote("2024/05/taken-down/"), 410, "", "أُزيلت هذه المادة"
    yield quote("2024/05/taken-down"), 410, "", "أُزيلت هذه المادة"
    yield quote("missing.html"), 404, "", "الصفحة غير موجودة"
    # Folders without a page, with their slash and without.
    for folder in ["2024/", "2024/05/", "assets/", "media/articles/", ".well-known/", "sitemaps/"]:
        yield quote(folder), 404, "", "الصفحة غير موجودة"
    yield quote("feed.json"), 200, "", "jsonfeed.org"
    yield quote("category/feed/"), 404, "", ""
    yield quote("sitemap.xml"), 200, "", "sitemapindex"
    yield quote(".well-known/security.txt"), 200, "", "security@shore.example"
    for hidden in ["_servers/nginx.conf", "_headers", "_redirects", ".htaccess", ".sitegen-manifest"]:
        yield quote(hidden), 404, "", "الصفحة غير موجودة"


SECURITY = ["content-security-policy", "x-content-type-options", "referrer-policy"]


def check_answers(server):
    base = server.base
    for path, status, location, part in requests(base):
        answer = server.get(path)
        name = f"{server.name} {path}"
        check(f"{name}: status", answer.status, status)
        check(f"{name}: location", answer.location, location)
        if status != 301:
            check(f"{name}: body", part in answer.body.decode("utf-8", "replace"))
        for header in SECURITY:
            check(f"{name}: {header}", header in answer.headers)


def check_headers(server):
    base = server.base
    name = server.name
    site = server.site
    style = next(p.name for p in (site / "assets").glob("style.*.css"))
    policy = re.search("Content-Security-Policy: (.*)", (site / "_headers").read_text()).group(1)
    page = server.get(base)
    check(f"{name}: policy", page.headers["content-security-policy"], policy)
    check(f"{name}: nosniff", page.headers["x-content-type-options"], "nosniff")
    check(f"{name}: referrer", page.headers["referrer-policy"], "strict-origin-when-cross-origin")
    caching = {
        base: "no-cache", base + "feed.xml": "no-cache", base + "assets/" + style: "public, max-age=31536000, immutable",
        base + "assets/og.png": "no-cache", base + "media/0123456789abcdef-720.webp": "no-cache",
        base + "media/articles/port.png": "no-cache", base + "nothing": "no-cache",
    }
    for path, value in caching.items():
        check(f"{name} {path}: caching", server.get(path).headers.get("cache-control"), value)
    types = {
        base: "text/html; charset=utf-8", base + "assets/" + style: "text/css; charset=utf-8",
        base + "robots.txt": "text/plain; charset=utf-8", base + "site.webmanifest": "application/manifest+json",
        base + "assets/og.png": "image/png",
    }
    for path, kind in types.items():
        check(f"{name} {path}: type", server.get(path).headers.get("content-type", "").lower(), kind)
    for path in ["feed.xml", "sitemap.xml"]:
        kind = server.get(base + path).headers["content-type"].split(";")[0]
        check(f"{name} {path}: type", kind in ("text/xml", "application/xml"))


def check_transfer(server):
    base, name = server.base, server.name
    for path in ["", "feed.xml", "feed.json", "sitemap.xml"]:
        plain = server.get(base + path)
        packed = server.get(base + path, [("Accept-Encoding", "gzip")])
        check(f"{name} {path}: compressed", packed.headers.get("content-encoding"), "gzip")
        check(f"{name} {path}: unpacks to the same", gzip.decompress(packed.body) == plain.body)
        check(f"{name} {path}: varies", "accept-encoding" in packed.headers.get("vary", "").lower())
    page = server.get(base)
    again = server.get(base, [("If-None-Match", page.headers["etag"])])
    check(f"{name}: unchanged page is not sent again", (again.status, again.body), (304, b""))
    file = (server.site / "index.html").read_bytes()
    check(f"{name}: page is the file", page.body == file)
    part = server.get(base + "media/articles/port.png", [("Range", "bytes=0-7")])
    check(f"{name}: a range", (part.status, part.body), (206, b"\x89PNG\r\n\x1a\n"))


def check_old_addresses(server, requests):
    count = 0
    for path, status, location in requests:
        answer = server.get(path)
        # The letters of an escape are equal in either case; a redirect within the site may name it whole.
        upper = lambda text: re.sub("%..", lambda m: m.group().upper(), text)
        check(f"{server.name} {path}", (answer.status, answer.location if status != 200 else ""), (status, upper(location)))
        count += 1
    return count


def wordpress(content):
    settings = content / "site.yaml"
    settings.write_text(settings.read_text() + "urls:\n  section: /category/{slug}/\n  rss: feed/\n")
    for file in content.rglob("*.md"):
        file.write_text(file.read_text().replace("/section/ports/", "/category/ports/"))
    (content / "frontpage.yaml").write_text("slots: [ship]\n")


def build(sitegen, folder, base, edit=None):
    shutil.copytree(ROOT / "Tests" / "Formats" / "Fixture" / "Content", folder / "Content")
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    if edit:
        edit(folder / "Content")
    root = folder / "www"
    site = root / base.strip("/") if base != "/" else root
    done = subprocess.run(
        [sitegen, "build", "--site", folder, "--output", site, "--now", NOW, "--base-url", f"https://shore.example{base}", "--quiet"],
        capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return root, site


def many(content):
    old_addresses.write_many(content, 10_000)


def main():
    sitegen = str(pathlib.Path(sys.argv[1]).resolve())
    kinds = [kind for kind, name in [(Nginx, "nginx"), (Apache, "apache2"), (Caddy, "caddy")] if binary(name) or name == "apache2" and binary("httpd")]
    check("nginx, apache2 and caddy are installed", len(kinds), 3)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        folder = pathlib.Path(folder)
        sites = [("/", None), ("/news/", None), ("/", wordpress), ("/", old_addresses.write), ("/news/", old_addresses.write), ("/", many)]
        for number, (base, edit) in enumerate(sites):
            root, site = build(sitegen, folder / str(number), base, edit)
            os.chmod(folder / str(number), 0o755)
            for kind in kinds:
                server = kind(folder / f"{kind.name}{number}", root, site, base)
                try:
                    if edit == old_addresses.write:
                        count = check_old_addresses(server, old_addresses.requests(base))
                        check(f"{kind.name}: 200 old addresses or more", count >= 200)
                        continue
                    if edit == many:
                        check_old_addresses(server, old_addresses.many_requests(base, 10_000))
                        continue
                    if edit:
                        for path in ["/feed/", "/category/ports/feed/"]:
                            answer = server.get(path)
                            check(f"{kind.name} {path}: a feed at its old address", (answer.status, b"<rss" in answer.body), (200, True))
                        continue
                    check_answers(server)
                    check_headers(server)
                    check_transfer(server)
                finally:
                    server.stop()
                log = (server.folder / "log").read_text(errors="replace") + (server.folder / "error.log").read_text(errors="replace") if kind is Nginx else ""
                check(f"{kind.name}: no warning", "[warn]" in log or "[emerg]" in log, False)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
