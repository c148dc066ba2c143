"""A newspaper that fits in one round trip: bytes as they travel, and what the files may not hold."""

import functools
import re

import brotli

BUDGET = 14_000


@functools.cache
def wire(file):
    return len(brotli.compress(file.read_bytes(), quality=11))


def main_of(html):
    return html.partition("<main")[2].partition("</main>")[0]


def words_of(html):
    body = html.partition('<div class="body"')[2].partition("</article>")[0]
    return len(re.sub(r"<[^>]+>", " ", body).split())


def test_an_article_of_400_words_fits_in_one_round_trip(site, figure):
    file = min(site.kinds["article"], key=lambda file: (abs(words_of(site.html[file]) - 400), file))
    page, styles = wire(file), sum(map(wire, site.stylesheets(file)))
    figure(f"article of {words_of(site.html[file])} words: {page} + {styles} = {page + styles} bytes with brotli ({file.parent.name})")
    assert page + styles <= BUDGET


def test_the_front_page_fits_in_one_round_trip(site, figure):
    file = min(site.kinds["home"], key=lambda file: len(file.parts))
    headlines = len(re.findall("<h3", site.html[file]))
    page, styles = wire(file), sum(map(wire, site.stylesheets(file)))
    figure(f"front page, {headlines} headlines: {page} + {styles} = {page + styles} bytes with brotli")
    assert page + styles <= BUDGET


def test_every_page_fits_in_one_round_trip_with_its_style(site, figure):
    weights = {file: wire(file) + sum(map(wire, site.stylesheets(file))) for kind in site.kinds.values() for file in kind}
    heaviest = max(weights, key=lambda file: (weights[file], file))
    figure(f"heaviest of {len(weights)} pages: {weights[heaviest]} bytes with brotli ({site.path(heaviest)[:60]})")
    assert weights[heaviest] <= 2 * BUDGET


def test_reading_takes_two_requests_and_no_script(visit, site, sample):
    page = visit(sample, java_script_enabled=False)
    # Rare parts have a style of their own.
    styles = ["stylesheet"] * len(site.stylesheets(sample))
    for rare in site.stylesheets(sample)[1:]:
        names = set(re.findall(r"\.([a-z][\w-]*)", rare.read_text("utf-8")))
        assert any(re.search(rf'class="[^"]*\b{name}\b', site.html[sample]) for name in names) or "data-embed" in site.html[sample], sample
    assert [kind for kind, _ in page.asked if kind not in ("image", "texttrack", "other")] == ["document", *styles] and len(styles) <= 2
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()


def test_there_is_one_small_deferred_script(site, figure):
    for kind in site.kinds.values():
        for file in kind:
            scripts = re.findall(r"<script(?![^>]*ld\+json)([^>]*)>", site.html[file])
            # The search page has the search besides, live coverage and players of other sites a file of their own.
            more = kind is site.kinds.get("search") or "data-updates=" in site.html[file] or "data-embed=" in site.html[file]
            assert len(scripts) == (2 if more else 1), file
            assert all("defer" in script and 'src="' in script for script in scripts), file
    script = site.asset(re.search(r'<script src="([^"]+)', site.html[file])[1])
    figure(f"script: {script.stat().st_size} bytes, {wire(script)} with brotli; style: {site.stylesheets(file)[0].stat().st_size} bytes")
    assert script.stat().st_size <= 3072


def test_the_search_is_small_and_on_its_page_alone(site, figure):
    page, = site.kinds["search"]
    script = site.asset(re.findall(r'<script src="([^"]+)', site.html[page])[1])
    figure(f"search script: {script.stat().st_size} bytes, {wire(script)} with brotli")
    assert wire(script) <= 6000


def test_no_page_has_inline_style_or_script(site):
    guilty = [
        file for file in site.files
        if re.search(r"<style|<[^>]+\sstyle=|<[^>]+\son\w+=|javascript:", re.sub(r"(?s)<script.*?</script>", "", site.html[file]))
        or re.search(r"<script(?![^>]*(src=|ld\+json))", site.html[file])
    ]
    assert guilty == []


def test_the_style_knows_no_left_or_right(site):
    """Logical properties only, and nothing that breaks the joins of Arabic letters."""
    for file in site.assets(".css"):
        css = re.sub(r"(?s)/\*.*?\*/", "", file.read_text(encoding="utf-8"))
        physical = r"(?:margin|padding|border|inset|scroll-\w+)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom|direction)\s*:|text-align:\s*(?:left|right|justify)"
        broken = r"letter-spacing|font-style:\s*(?:italic|oblique)|hyphens:\s*auto|text-overflow|word-break:\s*break-all"
        assert re.findall(physical, css) == []
        assert re.findall(broken, css) == []
        assert "@import" not in css and "url(http" not in css
