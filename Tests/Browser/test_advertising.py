"""What pays the outlet: places that keep their room, a script that waits for a reader's leave, stories that nobody else is told of."""

import shutil
import subprocess
import urllib.parse
from pathlib import Path

import pytest

from conftest import WATCH
from site_under_test import Site, serve
from test_layout import FRAMES, SCROLL

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """name: النهر
url: https://example.org/
comments: {action: https://comments.example/post}
consent:
  counting: هل نعدّ ما يُقرأ، بلا أسماء؟
  offers: هل نعرض إعلانات يختارها ads.example؟
scripts:
  - {source: https://open.example/plain.js, async: true, needs: {connect-src: https://open.example}}
  - {source: https://count.example/count.js, consent: counting, needs: {connect-src: https://count.example}}
  - {source: https://ads.example/ads.js, consent: offers, needs: {img-src: https://ads.example}}
ads:
  top: {phone: 320x100, desktop: 728x90, attributes: {class: offer}}
  side: {desktop: 160x600, element: div, attributes: {class: offer}, pages: articles}
  text: {phone: 300x250, desktop: 336x280, attributes: {class: offer}, after_paragraph: 2}
  end: {phone: 300x250, desktop: 970x250, frame: https://ads.example/frame.html, consent: offers}
sections: [{name: وفيات, ads: false}, {name: أخبار}]
"""
STORY = "---\ntitle: {title}\ndate: 2024-01-2{day} 10:00\nsection: {section}\n{more}---\n\n" + "\n\n".join(["نص طويل عن النهر. " * 30] * 9) + "\n"
OTHERS = {
    # Fills its places late, and with more than there is room for, as the worst of them do.
    "https://ads.example/ads.js": "setTimeout(() => { for (const it of document.querySelectorAll('.offer')) { const image = new Image(2000, 900); "
    "image.src = 'https://ads.example/a.svg'; it.append(image); } window.filled = true; }, 200);",
    "https://ads.example/a.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='900'/>",
    "https://ads.example/frame.html": "<!doctype html><title>offer</title><p>offer",
    "https://count.example/count.js": "fetch('https://count.example/hit', {mode: 'no-cors'})",
    "https://count.example/hit": "", "https://open.example/plain.js": "fetch('https://open.example/hit', {mode: 'no-cors'})", "https://open.example/hit": "",
}
TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".html": "text/html"}


@pytest.fixture(scope="module")
def outlet(pytestconfig, tmp_path_factory):
    program = pytestconfig.getoption("--sitegen")
    if not program:
        pytest.skip("no program is given with --sitegen")
    folder = tmp_path_factory.mktemp("outlet")
    (folder / "Content/articles").mkdir(parents=True)
    (folder / "Content/site.yaml").write_text(SETTINGS, "utf-8")
    shutil.copytree(ROOT / "Templates", folder / "Templates")
    for day, (title, section, more) in enumerate([("خبر", "أخبار", ""), ("رحيل", "أخبار", "ads: false\n"), ("نعي", "وفيات", "")]):
        (folder / f"Content/articles/story-{day}.md").write_text(STORY.format(title=title, day=day, section=section, more=more), "utf-8")
    done = subprocess.run([program, "build", "--site", str(folder), "--now", "2026-01-01T00:00:00Z"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return Site(folder / "Public")


@pytest.fixture
def read(outlet, browser):
    server = serve(outlet)
    origin = f"http://127.0.0.1:{server.server_port}"
    contexts = []

    def answer(route):
        url = route.request.url
        assert url in OTHERS, url
        route.fulfill(body=OTHERS[url], content_type=TYPES.get(Path(urllib.parse.urlsplit(url).path).suffix, "text/plain"), headers={"Access-Control-Allow-Origin": "*"})

    def open_page(title, width=360, context=None, **options):
        context = context or browser.new_context(viewport={"width": width, "height": 800}, **options)
        if context not in contexts:
            contexts.append(context)
            # What the policy blocks never comes as far as this.
            context.route(lambda url: not url.startswith(origin), answer)
        file = outlet.folder / "index.html" if title == "home" else next(file for file in outlet.kinds["article"] if f"<title>{title} " in outlet.html[file])
        page = context.new_page()
        page.others, page.messages, page.runs = [], [], options.get("java_script_enabled", True)
        page.on("request", lambda request: request.url.startswith(origin) or page.others.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.add_init_script(WATCH)
        page.goto(origin + outlet.path(file), wait_until="load")
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    server.shutdown()


def settle(page):
    """Until nothing more is asked for: a frame that waits to be seen never lets the network be idle."""
    for _ in range(20):
        asked = len(page.others)
        page.wait_for_timeout(600)
        if len(page.others) == asked:
            break
    # Without script no frame is waited for.
    if page.runs:
        page.evaluate(FRAMES)


def hosts(page):
    return {urllib.parse.urlsplit(url).netloc for url in page.others}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_those_who_wait_is_asked_before_the_click_and_nothing_shifts_behind_it(read, figure, width):
    page = read("خبر", width)
    assert hosts(page) == {"open.example"}
    bar = page.locator(".consent")
    assert bar.is_visible() and bar.locator("input[type=checkbox]:checked").count() == 0
    bar.locator("button[value=all]").click()
    settle(page)
    assert page.evaluate("window.filled") is True
    page.evaluate(SCROLL)
    settle(page)
    assert hosts(page) == {"open.example", "count.example", "ads.example"}
    assert page.evaluate("window.shifts") == []
    assert page.evaluate("window.violations") == [] and page.messages == []
    assert bar.is_hidden() and page.locator(".consent-again").is_visible()
    shown = page.evaluate("[...document.querySelectorAll('.ad')].map(it => [it.className, it.getBoundingClientRect().height, it.getBoundingClientRect().width <= document.documentElement.clientWidth])")
    assert all(fits for _, _, fits in shown) and sum(height > 0 for _, height, _ in shown) == (3 if width == 360 else 4)
    figure(f"advertisements at {width}: {shown}")


def test_a_choice_is_kept_and_may_be_taken_back(read):
    page = read("خبر", 1280)
    page.locator(".consent input[value=counting]").check()
    page.locator(".consent button[value=some]").click()
    settle(page)
    assert hosts(page) == {"open.example", "count.example"}
    again = read("home", context=page.context)
    assert again.locator(".consent").is_hidden() and hosts(again) == {"open.example", "count.example"}
    again.locator(".consent-again button").click()
    assert again.locator(".consent").is_visible() and again.locator(".consent input[value=counting]").is_checked()
    again.others.clear()
    again.locator(".consent button[value=none]").click()
    settle(again)
    assert hosts(again) == {"open.example"} and again.locator(".consent").is_hidden()


@pytest.mark.parametrize("title", ["رحيل", "نعي"])
def test_a_story_free_of_third_parties_tells_nobody(read, title):
    page = read(title)
    page.evaluate(SCROLL)
    settle(page)
    assert page.others == [] and page.locator(".ad, .consent, template").count() == 0
    agreed = read("خبر")
    agreed.locator(".consent button[value=all]").click()
    settle(agreed)
    after = read(title, context=agreed.context)
    assert after.others == [] and after.messages == []


def test_without_script_nothing_is_asked_of_anybody(read):
    page = read("خبر", java_script_enabled=False)
    assert page.others == [] and page.locator(".consent").is_hidden()
