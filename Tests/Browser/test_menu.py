"""The menu: all of it and its second level open without a script, by mouse, thumb and keyboard, and nothing of it is cut off."""

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
    for number, summary in enumerate(page.locator(".sections > ul summary").all()):
        summary.click()
        links = page.locator(".sections > ul details").nth(number).locator("a").all()
        assert links
        for link in links:
            box = link.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
        assert page.locator(".sections > ul details[open]").count() == 1, "one opens, the other closes"
        widest = page.locator("html").bounding_box()["width"]
        assert widest <= width


def test_navigation_opens_by_keyboard_and_has_names(visit, page_beneath):
    page = visit(page_beneath, width=360)
    page.locator(".sections > ul summary").first.focus()
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


def is_within(box, width, height):
    return box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] >= 0 and box["y"] + box["height"] <= height


@pytest.mark.parametrize("width", [320, 360, 768])
def test_navigation_opens_whole_on_a_phone_without_a_script(visit, site, width):
    page = visit(site.kinds["article"][0], width=width, java_script_enabled=False)
    bar, button = page.locator(".sections > ul"), page.locator(".sections > .all > summary")
    assert bar.evaluate("it => getComputedStyle(it).flexWrap") == "nowrap"
    assert is_within(button.bounding_box(), width, 800), "the sign that the bar goes on"
    assert button.get_attribute("aria-label")
    button.click()
    links = page.locator(".sections > ul > li > a").all()
    assert links
    for link in links:
        assert is_within(link.bounding_box(), width, 800), link.inner_text()
    for number, summary in enumerate(page.locator(".sections > ul summary").all()):
        summary.click()
        for link in page.locator(".sections > ul details").nth(number).locator("a").all():
            assert is_within(link.bounding_box(), width, 800), link.inner_text()
    button.click()
    assert bar.bounding_box()["height"] < 60


def test_navigation_and_search_are_in_reach_of_the_thumb(visit, site):
    page = visit(site.kinds["article"][0], width=360, java_script_enabled=False)
    ways = page.locator(".thumb a").all()
    assert len(ways) == 3
    for way in ways:
        box = way.bounding_box()
        assert is_within(box, 360, 800) and box["y"] > 700 and box["height"] >= 44, way.inner_text()
    assert not page.locator(".masthead .find").is_visible()
    page.mouse.wheel(0, 2000)
    ways[1].click()
    for link in page.locator(".sections > ul > li > a").all():
        assert is_within(link.bounding_box(), 360, 800), link.inner_text()
    ways[2].click()
    assert page.locator("#q").count() == 1
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last, bar = page.locator(".rights").bounding_box(), page.locator(".thumb").bounding_box()
    assert last["y"] + last["height"] <= bar["y"], "the foot of the page is not covered"


@pytest.mark.parametrize("size", [(768, 800), (320, 256)])
def test_navigation_leaves_wide_and_low_windows_alone(visit, site, size):
    page = visit(site.kinds["article"][0], width=size[0], height=size[1])
    assert not page.locator(".thumb").is_visible()
    assert page.locator(".masthead .find").is_visible()
