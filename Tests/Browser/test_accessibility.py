"""Readers with a screen reader, a keyboard, their own colours: every kind of page."""

import urllib.parse

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def shoot(page, artefacts, site, sample, name):
    """A picture of the whole page, with the pictures that a reader would load by scrolling."""
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.evaluate("Promise.all([...document.images].map(image => image.decode().catch(() => 0)))")
    label = urllib.parse.unquote(site.path(sample)).strip("/").replace("/", "_")[:60] or "home"
    page.screenshot(path=artefacts / f"{label}-{name}.png", full_page=True)


def test_axe_finds_nothing_on_a_phone_or_a_desk_by_day_or_night(visit, site, artefacts, sample):
    page = visit(sample)
    found = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for one in AXE.run(page, options=RULES).response["violations"]:
                found += [f"{width} {scheme} {one['id']}: {node['html'][:160]} {node['failureSummary']}" for node in one["nodes"][:3]]
            shoot(page, artefacts, site, sample, f"{width}-{scheme}")
    assert found == []


def test_first_stop_of_the_keyboard_skips_to_the_content(visit, sample):
    page = visit(sample)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_shows_where_it_is(visit, sample):
    page = visit(sample, width=1280, height=900)
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const it = document.activeElement; if (it === document.body) return null;
               const style = getComputedStyle(it), box = it.getBoundingClientRect();
               return {html: it.outerHTML.slice(0, 120), outline: parseFloat(style.outlineWidth) && style.outlineStyle !== 'none',
                 seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth}; }"""
        )
        if stop is None:
            break
        if not stop["outline"] or not stop["seen"]:
            hidden.append(stop)
    assert not hidden


def test_forced_colours_keep_the_page_whole(visit, sample):
    page = visit(sample, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.evaluate(
        """() => [...document.querySelectorAll('button, .pills a, .share a, input, textarea')]
            .filter(it => getComputedStyle(it).borderTopStyle === 'none').map(it => it.outerHTML.slice(0, 100))"""
    )


def test_nothing_moves_for_readers_who_asked_for_stillness(visit, sample):
    page = visit(sample, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
