"""What photos cost a reader, on the outlet of `photos.py`: bytes, sharpness, and nothing that jumps."""

import re
import urllib.parse

import pytest

from test_weight import wire

PHONE = {"width": 360, "height": 780, "device_scale_factor": 2}
DESK = {"width": 1280, "height": 900, "device_scale_factor": 1}
# For every picture that is seen: the width of the file that was chosen, and how wide it would have to be for its place.
CHOSEN = """() => [...document.images].filter(it => it.currentSrc && it.getClientRects().length).map(it => {
  const fit = getComputedStyle(it).objectFit, ratio = it.getAttribute("width") / it.getAttribute("height");
  const {width, height} = it.getBoundingClientRect(), filling = height * ratio;
  const shown = fit == "cover" ? Math.max(width, filling) : fit == "contain" ? Math.min(width, filling) : width;
  return [it.currentSrc, shown * devicePixelRatio];
})"""


def article(site):
    return next(file for file in site.kinds["article"] if site.html[file].count("<figure") > 9)


def home(site):
    return min(site.kinds["home"], key=lambda file: len(file.parts))


def weight(site, page):
    """Bytes of all that was asked for, what is text compressed."""
    files = {site.asset(urllib.parse.urlsplit(url).path) for kind, url in page.asked if kind != "document"}
    return sum(file.stat().st_size if re.search(r"\.(webp|jpg|png)$", file.name) else wire(file) for file in files)


def settle(page):
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)


def read_on(page):
    for _ in range(60):
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(40)
    settle(page)
    assert page.evaluate("scrollY + innerHeight > document.documentElement.scrollHeight - 10")


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_an_article_with_ten_photos_is_light(site, visit, figure, screen):
    file = article(site)
    page = visit(file, **screen)
    settle(page)
    before = wire(file) + weight(site, page)
    read_on(page)
    after = wire(file) + weight(site, page)
    figure(f"article with ten photos of 12 megapixels at {screen['width']}: {before:,} bytes before scrolling, {after:,} in all")
    assert before <= 150_000 and after <= 700_000


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_a_front_page_of_thirty_photo_cards_is_light(site, visit, figure, screen):
    file = home(site)
    page = visit(file, **screen)
    read_on(page)
    cards, total = len(page.evaluate(CHOSEN)), wire(file) + weight(site, page)
    figure(f"front page of {cards} photo cards at {screen['width']}: {total:,} bytes")
    assert cards >= 30 and total <= 400_000


@pytest.mark.parametrize("screen", [PHONE, DESK, {"width": 768, "height": 1024, "device_scale_factor": 2}], ids=["phone", "desk", "tablet"])
@pytest.mark.parametrize("page_of", [article, home])
def test_each_photo_has_the_pixels_that_are_shown(site, visit, screen, page_of):
    page = visit(page_of(site), **screen)
    read_on(page)
    chosen = page.evaluate(CHOSEN)
    assert len(chosen) >= 10
    shares = {url: int(re.search(r"-(\d+)\.\w+$", url)[1]) / shown for url, shown in chosen}
    assert [item for item in shares.items() if not 0.9 <= item[1] <= 2] == []
    assert all(url.endswith(".webp") for url in shares)
    assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize("page_of", [article, home])
def test_a_phone_that_knows_no_webp_gets_jpeg(site, visit, page_of):
    """Safari of iOS 12 passes over such a source; so does a page in which it is not there."""
    file = page_of(site)

    def without_webp(page):
        plain = re.sub(r'<source type="image/webp"[^>]*>', "", site.html[file])
        assert plain != site.html[file]
        page.route(lambda url: url.endswith(site.path(file)), lambda route: route.fulfill(body=plain, content_type="text/html"))

    page = visit(file, before=without_webp, **PHONE)
    read_on(page)
    chosen = [url for url, _ in page.evaluate(CHOSEN)]
    assert len(chosen) >= 10 and all(url.endswith(".jpg") for url in chosen)
    assert page.evaluate("[...document.images].every(it => it.complete && it.naturalWidth > 0)")
