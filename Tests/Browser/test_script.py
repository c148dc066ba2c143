"""What the script adds to pages that are whole without it."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect


def article(site):
    return site.kinds["article"][0]


def test_copying_the_link_puts_it_on_the_clipboard(visit, site):
    page = visit(article(site), permissions=["clipboard-read", "clipboard-write"])
    link = page.locator("[data-copied]").first
    label, address = link.inner_text(), link.evaluate("it => it.href")
    # What the link said in between is written down: a busy machine may look again only when it is over.
    link.evaluate("it => { window.said = []; new MutationObserver(() => said.push(it.textContent)).observe(it, {childList: true, characterData: true, subtree: true}) }")
    link.click()
    # Asked from here again and again: a condition that the page polls by itself breaks its own security policy.
    for _ in range(100):
        if link.evaluate("it => said.includes(it.dataset.copied)"):
            break
        page.wait_for_timeout(50)
    else:
        pytest.fail("the link never said that it was copied")
    assert page.evaluate("navigator.clipboard.readText()") == address
    expect(link).to_have_text(label)


def test_a_fresh_time_is_told_in_words_and_an_old_one_is_not(visit, site):
    timed = [file for file in site.kinds["article"] if re.search(r'class="facts".*?<time datetime="[^"]+T', site.html[file], re.S)]
    if not timed:
        pytest.skip("no article has an hour")
    html = site.html[timed[0]]
    moment = re.search(r'class="facts".*?<time datetime="([^"]+T[^"]+)">([^<]+)', html, re.S)

    def later(hours):
        def set_clock(page):
            page.clock.set_fixed_time(datetime.fromisoformat(moment[1]) + timedelta(hours=hours))
        return set_clock

    time = f'.facts time[datetime="{moment[1]}"]'
    fresh = visit(timed[0], before=later(3)).locator(time).first
    assert fresh.inner_text() != moment[2] and "3" in fresh.inner_text()
    assert fresh.get_attribute("title") == moment[2]
    assert visit(timed[0], before=later(30)).locator(time).first.inner_text() == moment[2]


def test_breaking_news_joins_old_pages_without_moving_them(visit, site, origin):
    file = article(site)
    address = re.search(r'data-breaking="([^"]+)"', site.html[file])
    if not address:
        pytest.skip("the site has no address for breaking news")
    bar = '<aside class="breaking" aria-label="عاجل"><p><b>عاجل</b> خبر</p></aside>'
    page = visit(file, before=lambda page: page.route(
        "**" + address[1], lambda route: route.fulfill(body=bar, content_type="text/html; charset=utf-8")))
    page.wait_for_selector(".breaking.fetched")
    assert page.evaluate("window.shifts") == []
    # Above a phone's ways on, at the foot of a wider window.
    foot = "Math.round(document.querySelector('.breaking').getBoundingClientRect().bottom)"
    assert abs(page.evaluate(foot) - page.evaluate("document.querySelector('.thumb').getBoundingClientRect().top")) <= 1
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(foot) == 800


def test_share_links_carry_the_address_encoded_once(site):
    """The Arabic address, decoded and encoded once: no percent sign of an encoded address is encoded again."""
    for file in site.kinds["article"]:
        share = site.html[file].partition('class="shares"')[2].partition("</ul>")[0]
        links = re.findall(r'href="([^"]+)"', share)
        assert links
        assert not [link for link in links if re.search(r"%25[0-9A-F]{2}", link)], file
