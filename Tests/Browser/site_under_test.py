"""A built site on disk: its pages by kind, and a server on the loopback that sends it with the strict policy."""

import functools
import http.server
import re
import threading
import urllib.parse
from pathlib import Path

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self'; "
    "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Site:
    def __init__(self, folder, base="/"):
        self.folder = Path(folder).resolve()
        self.base = base
        self.files = sorted(self.folder.rglob("*.html"))
        self.html = {file: file.read_text(encoding="utf-8") for file in self.files}
        # The policy that the build wrote for hosts; sites without rules are sent with the strict one.
        rules = self.folder / "_headers"
        written = re.search(r"Content-Security-Policy: (.*)", rules.read_text(encoding="utf-8")) if rules.exists() else None
        self.policy = written[1] if written else POLICY
        self.kinds = {}
        for file in self.files:
            kind = re.search(r'<body[^>]*\bclass="([\w-]+)', self.html[file])
            if kind:
                self.kinds.setdefault(kind[1], []).append(file)

    def path(self, file):
        """The URL's path of a file, percent-encoded."""
        name = file.relative_to(self.folder).as_posix()
        if name == "index.html" or name.endswith("/index.html"):
            name = name[: -len("index.html")]
        return self.base + urllib.parse.quote(name)

    def samples(self):
        """For every kind of page its smallest and its largest page, and articles that stand out."""
        chosen = []
        for kind in sorted(self.kinds):
            by_size = sorted(self.kinds[kind], key=lambda file: (file.stat().st_size, file))
            chosen += [by_size[0], by_size[-1]]
        articles = self.kinds.get("article", [])
        for mark in ('class="story opinion', 'dir="ltr"', "<table", 'class="pullquote', "<figure", 'class="notice'):
            chosen += [file for file in articles if mark in self.html[file].partition("<main")[2]][:1]
        return list(dict.fromkeys(chosen))

    def assets(self, suffix):
        return sorted(self.folder.rglob(f"*{suffix}"))

    def asset(self, url):
        return self.folder / urllib.parse.unquote(url.removeprefix(self.base))

    def stylesheets(self, file):
        return [self.asset(url) for url in re.findall(r'<link rel="stylesheet" href="([^"]+)"', self.html[file])]


class Handler(http.server.SimpleHTTPRequestHandler):
    base, policy = "/", POLICY

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.base))

    def send_head(self):
        # Two builds within a second have one time of change, by which this server would call a copy still good.
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(site):
    handler = type("SiteHandler", (Handler,), {"base": site.base, "policy": site.policy})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(site.folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
