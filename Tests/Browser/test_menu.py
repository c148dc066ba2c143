"""A menu of two levels: it opens without a script, by mouse and keyboard, and nothing of it is cut off."""

import pytest


@pytest.fixture
def page_beneath(site):
    """An article of a section that lies beneath another."""
    for file in site.kinds.get("article", []):
        html = site.html[file]
        if '<nav class="sections"' in html and "<details name=\"menu\"" in html and html.count('aria-current="true"') == 2:
            return file
    pytest.skip("the site has no menu of two levels")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_navigation_shows_its_second_level_without_a_script(visit, page_beneath, width):
    page = visit(page_beneath, width=width, java_script_enabled=False)
    assert page.locator(".sections details a").first.is_visible() is False
    for number, summary in enumerate(page.locator(".sections summary").all()):
        summary.click()
        links = page.locator(".sections details").nth(number).locator("a").all()
        assert links
        for link in links:
            box = link.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
        assert page.locator(".sections details[open]").count() == 1, "one opens, the other closes"
        widest = page.locator("html").bounding_box()["width"]
        assert widest <= width


def test_navigation_opens_by_keyboard_and_has_names(visit, page_beneath):
    page = visit(page_beneath, width=360)
    page.locator(".sections summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('.sections details ul') !== null")
    assert focused
    for summary in page.locator(".sections summary").all():
        assert (summary.get_attribute("aria-label") or summary.inner_text()).strip()
        box = summary.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24


def test_navigation_marks_where_the_reader_is(visit, page_beneath):
    page = visit(page_beneath, width=1280)
    top = page.locator('.sections > ul > li > a[aria-current="true"]')
    assert top.count() == 1
    assert page.locator('.sections details a[aria-current="true"]').count() == 1
    child = page.locator('.sections details a[aria-current="true"]').get_attribute("href")
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + child)
    assert page.locator('.sections details a[aria-current="page"]').count() == 1
    assert page.locator(".sections [aria-current=page]").count() == 1
