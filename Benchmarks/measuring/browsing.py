"""Searches in a browser: Pagefind's script, and ours while words are typed. Playwright is needed here alone."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path

ARTICLES = "[12]*/**/*.html"
"""Where the pages of articles lie: their addresses begin with the year."""


def index(program: str, public: Path) -> int:
    """Lets Pagefind index the articles; its peak in MB."""
    process = subprocess.Popen([*program.split(), "--site", str(public), "--glob", ARTICLES, "--root-selector", "main", "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError("Pagefind failed")
    return usage.ru_maxrss // 1024


@contextmanager
def page(public: Path):
    """A page of a browser, the address of a server for the folder, and what the server has sent: (path, bytes)."""
    from playwright.sync_api import sync_playwright

    sent: list[tuple[str, int]] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def send_head(self):
            file = super().send_head()
            if file:
                sent.append((self.path, os.fstat(file.fileno()).st_size))
            return file

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        yield browser.new_page(), f"http://127.0.0.1:{server.server_port}", sent
        browser.close()
    server.shutdown()


def pagefind(public: Path, queries: list[str]) -> list[dict]:
    """What Pagefind finds, each query as a first visit; bytes without the ten results' own files."""
    answers = []
    ask = """async q => { const found = await window.pagefind.search(q); return found.results.map(r => r.id) }"""
    name = """async q => { const found = await window.pagefind.search(q), urls = [];
        for (let at = 0; at < found.results.length; at += 50)
            urls.push(...(await Promise.all(found.results.slice(at, at + 50).map(r => r.data()))).map(d => d.url));
        return urls }"""
    with page(public) as (tab, address, sent):
        policy = "<!doctype html><html lang=ar><title>x</title>"
        (public / "pagefind/ask.html").write_text(policy)
        names: dict[str, str] = {}
        for query in queries:
            tab.goto(address + "/pagefind/ask.html")
            del sent[:]
            tab.evaluate("async () => { window.pagefind = await import('/pagefind/pagefind.js'); await window.pagefind.init() }")
            ids = tab.evaluate(ask, query)
            size = sum(count for _, count in sent)
            if any(id not in names for id in ids):
                names |= dict(zip(ids, tab.evaluate(name, query)))
            answers.append({"urls": [names[id] for id in ids], "bytes": size})
    return answers


def typing(public: Path, word: str) -> float:
    """Milliseconds of script that follow a letter of the word at most, on a processor slowed down four times."""
    with page(public) as (tab, address, _):
        tab.goto(address + "/search/")
        session = tab.context.new_cdp_session(tab)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def script() -> float:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration") * 1000

        slowest = 0.0
        tab.focus("#q")
        for letter in word:
            before = script()
            tab.keyboard.type(letter)
            # The page waits a quarter of a second for the next letter; then its files come.
            tab.wait_for_timeout(900)
            slowest = max(slowest, script() - before)
    return slowest
