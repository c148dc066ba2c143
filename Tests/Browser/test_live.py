"""Live coverage as a reader follows it: the program writes update after update, and the page that is open gets them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from site_under_test import Site, serve

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "Content/articles/2024-01-24-flood.md"
START = """---
title: السيول لحظة بلحظة
date: 2024-01-24 20:00
kind: live
---
تغطية متواصلة.

## 23:40 أمطار على الهضبة {#rain}

""" + "نص طويل عن المطر. " * 120 + """

## 23:20 غيوم كثيفة {#clouds}

""" + "نص طويل عن الغيوم. " * 120 + "\n"
# Counts what a screen reader would say, and what is in the list.
WATCH = """
window.said = [];
addEventListener("DOMContentLoaded", () => setTimeout(() => new MutationObserver(() => {
  said.push(document.querySelector(".live-heard").textContent) })
  .observe(document.querySelector(".live-heard"), {childList: true, characterData: true, subtree: true}), 0));
"""


class Desk:
    """A newsroom that writes, builds and serves."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        (folder / "Content/articles").mkdir(parents=True)
        (folder / "Content/site.yaml").write_text("name: النهر\nurl: https://example.org/\ntime_zone: Africa/Cairo\nclock: 24\n", "utf-8")
        shutil.copytree(ROOT / "Templates", folder / "Templates")
        self.file = folder / ARTICLE
        self.file.write_text(START, "utf-8")
        self.build("2024-01-24T21:45:00Z")

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments, "--site", str(self.folder)], capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def build(self, now):
        self.run("build", "--now", now)

    def add(self, now, text):
        """Cairo is two hours ahead of the clock that is given."""
        anchor = self.run("live", "add", "flood", text, "--now", now).strip().rpartition("#")[2]
        self.build(now)
        return anchor

    def edit(self, old, new, now):
        text = self.file.read_text("utf-8")
        assert text.count(old) == 1, text
        self.file.write_text(text.replace(old, new), "utf-8")
        self.build(now)


@pytest.fixture
def desk(pytestconfig, tmp_path):
    program = pytestconfig.getoption("--sitegen")
    if not program:
        pytest.skip("no program is given with --sitegen")
    return Desk(program, tmp_path / "site")


@pytest.fixture
def reader(desk, browser):
    site = Site(desk.folder / "Public")
    server = serve(site)
    context = browser.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.asked, page.answered, page.faults = [], [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("requestfinished", lambda request: page.answered.append(request.url))
    page.on("requestfailed", lambda request: page.answered.append(request.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.clock.install()
    page.add_init_script(WATCH)
    file = next(file for file in site.kinds["article"] if "data-updates" in site.html[file])
    page.goto(f"http://127.0.0.1:{server.server_port}{site.path(file)}", wait_until="load")
    yield page
    context.close()
    server.shutdown()


def wait(page, seconds=31):
    """As long as the page takes to ask once more, by its own clock, and as the answer takes by ours: on a busy machine neither comes at once."""
    before = len(page.asked)
    page.clock.run_for(seconds * 1000)
    for _ in range(100):
        page.wait_for_timeout(100)
        if before < len(page.asked) == len(page.answered):
            break
    page.wait_for_timeout(300)


def ids(page):
    return page.evaluate("[...document.querySelectorAll('.update')].map(it => it.id)")


def said(page):
    return page.evaluate("said")


def top(page, anchor):
    return page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", anchor)


def test_a_page_that_is_open_follows_ten_updates(desk, reader, figure):
    page = reader
    assert ids(page) == ["rain", "clouds"]
    wait(page)
    assert said(page) == []

    # At the top of the coverage a new update stands at once where it belongs.
    first = desk.add("2024-01-24T21:50:00Z", "السد صامد\nلا تسرب في جسمه.")
    wait(page)
    assert ids(page) == [first, "rain", "clouds"]
    assert len(said(page)) == 1 and "السد صامد" in said(page)[0] and "23:50" in said(page)[0]

    # Past midnight, while somebody reads further down: it waits, and nothing moves.
    page.evaluate("scrollTo(0, document.getElementById('clouds').getBoundingClientRect().top + scrollY + 300)")
    place = top(page, "clouds")
    second = desk.add("2024-01-24T22:10:00Z", "الماء في الوادي")
    wait(page)
    assert ids(page) == [first, "rain", "clouds"] and top(page, "clouds") == place
    button = page.locator(".live-new")
    assert button.is_visible() and "1" in button.inner_text()
    assert len(said(page)) == 2 and "25" in said(page)[1] and "00:10" in said(page)[1]

    # A corrected time and corrected words change the update in its place, and are not announced.
    desk.edit("## 23:50 السد صامد", "## 23:35 السد صامد حتى الآن", "2024-01-24T22:12:00Z")
    wait(page)
    assert ids(page) == ["rain", first, "clouds"] and top(page, "clouds") == place
    assert "حتى الآن" in page.locator(f"#{first} h2").inner_text() and len(said(page)) == 2

    # The phone is out of reach; three updates come meanwhile.
    page.context.set_offline(True)
    missed = [desk.add(f"2024-01-24T22:{minute}:00Z", f"خبر {minute}") for minute in (20, 25, 30)]
    wait(page, 95)
    assert len(said(page)) == 2
    page.context.set_offline(False)
    wait(page)
    assert len(said(page)) == 3 and all(f"خبر {minute}" in said(page)[2] for minute in (20, 25, 30))
    assert "4" in button.inner_text() and top(page, "clouds") == place

    # One of those that wait is taken back before anybody saw it.
    text = desk.file.read_text("utf-8")
    start = text.index("## 00:25")
    desk.file.write_text(text[:start] + text[text.index("## ", start + 3):], "utf-8")
    desk.build("2024-01-24T22:32:00Z")
    wait(page)
    assert "3" in button.inner_text() and len(said(page)) == 3

    button.click()
    assert ids(page) == [missed[2], missed[0], second, "rain", first, "clouds"] and button.is_hidden()

    # The reader is at the top again.
    page.evaluate("scrollTo(0, 0)")
    for minute in (40, 45, 50, 55):
        desk.add(f"2024-01-24T22:{minute}:00Z", f"خبر {minute}")
        wait(page)
    assert len(ids(page)) == 10 and len(said(page)) == 7

    # It has ended: the page asks no more.
    desk.edit("kind: live", "kind: live\nended: true", "2024-01-24T22:58:00Z")
    wait(page)
    asked = len(page.asked)
    wait(page, 300)
    assert len(page.asked) == asked and page.faults == []
    figure(f"live coverage: 10 updates, {len(said(page))} announcements, {asked} requests")


def test_an_old_address_of_an_update_leads_to_it(desk, browser):
    anchor = desk.add("2024-01-24T21:50:00Z", "السد صامد")
    desk.edit("## 23:50 السد صامد", "## 23:45 السد لا يزال صامدًا", "2024-01-24T21:55:00Z")
    server = serve(Site(desk.folder / "Public"))
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/2024/01/flood/#{anchor}")
    assert page.evaluate("document.querySelector(':target h2').textContent.includes('لا يزال')")
    page.close()
    server.shutdown()
