"""Readers with a screen reader, a keyboard, their own colours: every kind of page."""

import urllib.parse
from pathlib import Path

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.glob("axe*.js")).read_text(encoding="utf-8")
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# What may be another by night; all else is the same elements.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}


def violations(page, rules):
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    return page.evaluate("rules => axe.run(document, rules).then(answer => answer.violations)", rules)


def shoot(page, artefacts, site, sample, name):
    """A picture of the whole page, with the pictures that a reader would load by scrolling."""
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.evaluate("Promise.all([...document.images].map(image => image.decode().catch(() => 0)))")
    label = urllib.parse.unquote(site.path(sample)).strip("/").replace("/", "_")[:60] or "home"
    page.screenshot(path=artefacts / f"{label}-{name}.png", full_page=True)


def test_axe_finds_nothing_on_a_phone_or_a_desk_by_day_or_night(look, site, artefacts, sample, pytestconfig):
    page = look(sample)
    found = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for one in violations(page, RULES if scheme == "light" else COLOURS):
                found += [f"{width} {scheme} {one['id']}: {node['html'][:160]} {node['failureSummary']}" for node in one["nodes"][:3]]
            if pytestconfig.getoption("--screenshots"):
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


def test_forced_colours_keep_the_page_whole(look, sample):
    page = look(sample)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.evaluate(
        """() => [...document.querySelectorAll('button, .pills a, .shares a, input, textarea')]
            .filter(it => getComputedStyle(it).borderTopStyle === 'none').map(it => it.outerHTML.slice(0, 100))"""
    )


def test_nothing_moves_for_readers_who_asked_for_stillness(look, sample):
    page = look(sample)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
