"""The search page as readers use it; and that no server learns what they look for."""

import re
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from test_accessibility import RULES

WORD = "الماء"
ENCODED = urllib.parse.quote(WORD)


def search_page(site):
    return site.kinds["search"][0]


def ask(page, words):
    page.fill("#q", words)
    page.press("#q", "Enter")
    expect(page.locator("#found")).not_to_have_text(re.compile("…|^$"))


def words_sent(page):
    return [url for _, url in page.asked if ENCODED in url.partition("#")[0] or WORD in urllib.parse.unquote(url.partition("#")[0])]


def test_the_masthead_leads_to_results_and_no_request_carries_the_words(visit, site):
    page = visit(site.kinds["article"][0], width=768)
    page.fill(".find input", WORD)
    page.press(".find input", "Enter")
    expect(page.locator("#hits li").first).to_be_visible()
    assert page.url.endswith("/search/#q=" + ENCODED)
    assert words_sent(page) == []
    page.type("#q", " القمر", delay=20)
    expect(page).to_have_url(re.compile("%D8%A7%D9%84%D9%82%D9%85%D8%B1"))
    assert words_sent(page) == []


def test_what_arrives_behind_a_question_mark_is_moved(visit, site, origin):
    page = visit(search_page(site))
    page.goto(page.url + "?q=" + ENCODED)
    expect(page.locator("#hits li").first).to_be_visible()
    assert page.url.endswith("/search/#q=" + ENCODED)


def test_results_mark_whole_words_say_their_number_and_please_axe(visit, site):
    page = visit(search_page(site))
    ask(page, WORD)
    marks = page.locator("#hits mark").all_inner_texts()
    assert WORD in marks and all(mark.endswith("ماء") for mark in marks), marks
    assert re.search(r"\d", page.inner_text("#found"))
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert [one["id"] for one in Axe().run(page, options=RULES).response["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_coming_back_from_an_article_the_reader_is_at_its_headline(visit, site):
    page = visit(search_page(site))
    ask(page, WORD)
    link = page.locator("#hits li a").nth(2)
    title = link.inner_text()
    link.click()
    page.wait_for_selector("article")
    page.go_back()
    expect(page.locator("#hits li a").nth(2)).to_be_focused()
    assert page.locator(":focus").inner_text() == title


def test_more_moves_the_focus_to_the_first_new_headline(visit, site):
    page = visit(search_page(site))
    ask(page, WORD)
    more = page.locator("#more")
    if not more.is_visible():
        pytest.skip("all results fit on one page")
    count = page.locator("#hits li").count()
    more.click()
    expect(page.locator("#hits li a").nth(count)).to_be_focused()


def test_a_year_and_a_section_narrow_the_results(visit, site):
    page = visit(search_page(site))
    ask(page, WORD)
    year = page.locator("#year option").nth(1).get_attribute("value")
    page.select_option("#year", year)
    expect(page).to_have_url(re.compile("year=" + year))
    expect(page.locator("#found")).not_to_have_text(re.compile("…"))
    dates = page.locator("#hits time").evaluate_all("all => all.map(it => it.dateTime)")
    assert all(date.startswith(year) for date in dates)


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "و", "😀", "\u202bالماء\u202c", "ن", "COP30 ٢٠٢٤", "كلمة " * 1000])
def test_any_words_are_taken(visit, site, words):
    page = visit(search_page(site))
    ask(page, words)
    assert page.locator("#hits img").count() == 0
    assert page.messages == [] and page.evaluate("window.violations") == []


def cut(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[: len(answer.body()) // 2])


@pytest.mark.parametrize("harm", [lambda route: route.fulfill(status=404), lambda route: route.abort(), cut,
                                  lambda route: route.fulfill(body=bytes([0, 3, 1, 0x87, 1, 0x80])),
                                  lambda route: route.fulfill(body="<html>")])
@pytest.mark.parametrize("files", ["**/*.bin*", "**/d*.json*", "**/map.json"])
def test_an_index_that_cannot_be_read_is_told_of_and_works_on_the_next_try(visit, site, files, harm):
    page = visit(search_page(site))
    page.route(files, harm)
    ask(page, WORD)
    assert page.inner_text("#found") == page.get_attribute("form[data-failed]", "data-failed")
    page.unroute(files)
    ask(page, WORD)
    expect(page.locator("#hits li").first).to_be_visible()


def test_without_script_the_page_leads_elsewhere(visit, site):
    page = visit(search_page(site), java_script_enabled=False)
    links = page.locator("noscript a").evaluate_all("all => all.map(it => it.getAttribute('href'))") or re.findall(
        r'<noscript>.*?</noscript>', site.html[search_page(site)], re.S)
    assert len(links) == 3 or "archive" in str(links)
    assert page.locator("#more").is_hidden()
