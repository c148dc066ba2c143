"""Recordings, documents and players of other sites: nothing is loaded before a reader asks for it."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page_of_parts(site):
    for file, html in site.html.items():
        if "data-embed=" in html and "<video" in html and "<audio" in html:
            return file
    pytest.skip("the site has no page of all parts")


def test_recordings_and_players_load_nothing_unasked(visit, page_of_parts):
    page = visit(page_of_parts)
    page.wait_for_timeout(300)
    # A film's words, which are small, come with the page.
    assert {kind for kind, _ in page.asked} <= {"document", "stylesheet", "script", "image", "fetch", "other", "texttrack"}
    host = page.url.split("/")[2]
    assert [url for _, url in page.asked if url.split("/")[2] != host] == []
    assert page.evaluate("window.violations") == []


def test_a_film_plays_with_its_words(visit, page_of_parts):
    page = visit(page_of_parts)
    video = page.locator("video").first
    assert video.evaluate("it => it.preload") == "none" and video.get_attribute("poster")
    # Chromium without licensed codecs plays no H.264; its words are read by any.
    video.evaluate("it => { it.textTracks[0].mode = 'hidden' }")
    for _ in range(50):
        words = video.evaluate("it => [...(it.textTracks[0].cues ?? [])].map(cue => cue.text)")
        if words:
            break
        page.wait_for_timeout(100)
    assert len(words) == 2 and page.evaluate("window.violations") == []


def test_a_click_opens_the_player_and_nothing_else(visit, page_of_parts):
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>player</title>", content_type="text/html")

    page = visit(page_of_parts, before=lambda page: page.route(re.compile(r"^https://"), answer))
    card = page.locator("[data-embed]").first
    address = card.get_attribute("data-embed")
    expect(card.locator("small")).to_be_visible()
    card.locator("a").click()
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("src", address)
    assert frame.get_attribute("title").strip()
    page.wait_for_timeout(300)
    assert asked == [address] and page.evaluate("window.violations") == []
    assert page.locator("[data-embed]").count() == 0


def test_the_card_is_a_link_without_script(visit, page_of_parts):
    page = visit(page_of_parts, java_script_enabled=False)
    card = page.locator(".card").first
    assert card.locator("a").get_attribute("href").startswith("https://") and card.locator("small").count() == 0


def test_documents_say_their_type_and_size(visit, page_of_parts):
    page = visit(page_of_parts)
    notes = page.locator(".file").all_inner_texts()
    assert notes and all(re.fullmatch(r"\([A-Z]+، [\d.]+\s\S+\)", note) for note in notes), notes
