"""The page holds: on a narrow phone, with large text, while it loads, on paper."""

import pytest

# Elements that stick out of the window, and boxes whose text is cut or spills; what scrolls by design or is folded away is left out.
SPILLS = """() => {
  const scrolls = it => { for (; it; it = it.parentElement) { const style = getComputedStyle(it);
    if (/auto|scroll/.test(style.overflowX)) return true; if (/absolute|fixed/.test(style.position) && it.matches('.unseen, .skip, .trap')) return true; } return false; };
  const out = [];
  for (const it of document.body.querySelectorAll('*')) {
    if (scrolls(it) || it.closest('svg, details:not([open]) > :not(summary)')) continue;
    const box = it.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) out.push('outside: ' + it.outerHTML.slice(0, 120));
    const style = getComputedStyle(it);
    if (style.display !== 'inline' && it.scrollWidth > it.clientWidth + 1 && it.clientWidth) out.push('spills: ' + it.outerHTML.slice(0, 120));
  }
  return out;
}"""


# A frame is painted before its layout shifts are reported, which takes the next one.
FRAMES = "async () => { for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame) }"

# To the end and back, a screen at a time, each painted, so that pictures that wait for their turn are asked for.
SCROLL = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += 700) { scrollTo(0, top); for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame) }
}"""


def spills(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width}: the page is {wide} wide"] * (wide > width) + [f"{width}: {it}" for it in page.evaluate(SPILLS)]


def test_nothing_scrolls_sideways_from_320_to_1920(look, sample):
    page = look(sample)
    assert [it for width in (320, 360, 768, 1024, 1280, 1920) for it in spills(page, width)] == []


def test_text_of_twice_the_size_stays_in_its_box(look, sample):
    page = look(sample)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert [it for width in (360, 1280) for it in spills(page, width)] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts_and_nothing_complains(visit, origin, sample, width):
    failed = []
    page = visit(sample, width=width, before=lambda page: page.on(
        "response", lambda answer: answer.status >= 400 and failed.append(f"{answer.status} {answer.url}")))
    page.evaluate(SCROLL)
    # All that was asked for has come, so that what it moves has moved.
    # Asked again and again from outside: the page's own policy forbids the evaluation that waiting inside would need.
    for _ in range(100):
        if page.evaluate("[...document.images].every(it => it.complete)"):
            break
        page.wait_for_timeout(50)
    page.evaluate(FRAMES)
    assert page.evaluate("window.shifts") == []
    assert page.evaluate("window.violations") == []
    assert page.messages == []
    assert failed == []
    assert [url for _, url in page.asked if not url.startswith(origin)] == []


def test_pictures_keep_their_place(look, sample):
    page = look(sample, width=1280)
    pictures = page.evaluate(
        """() => [...document.querySelectorAll('main img')].map(it => ({html: it.outerHTML.slice(0, 160), width: it.getAttribute('width'),
            height: it.getAttribute('height'), alt: it.getAttribute('alt'), decoding: it.decoding, loading: it.loading, priority: it.fetchPriority}))"""
    )
    for it in pictures:
        assert it["width"] and it["height"] and it["alt"] is not None and it["decoding"] == "async", it["html"]
        assert (it["loading"] == "lazy") != (it["priority"] == "high"), it["html"]
    assert sum(it["priority"] == "high" for it in pictures) <= 1


# Faces that are no circles, and pictures that lie on the words of their card.
CARDS = """() => {
  const wrong = [];
  for (const face of document.querySelectorAll('.face, .profile img')) {
    const box = face.getBoundingClientRect();
    if (box.width && Math.abs(box.width - box.height) > 1) wrong.push(`a face of ${box.width} x ${box.height}`);
  }
  for (const card of document.querySelectorAll('.teaser')) {
    const image = card.querySelector('img')?.getBoundingClientRect(), words = card.querySelector(':scope > div').getBoundingClientRect();
    if (image?.width && words.left < image.right - 1 && image.left < words.right - 1 && words.top < image.bottom - 1 && image.top < words.bottom - 1)
      wrong.push('a picture on the words of ' + card.innerText.slice(0, 60));
  }
  return wrong;
}"""


def test_pictures_of_cards_keep_their_shape_and_cover_no_words(look, sample):
    page = look(sample)
    for width in (320, 360, 640, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(CARDS) == [], width


def test_paper_has_the_text_and_no_navigation(look, sample):
    page = look(sample, width=1280)
    page.emulate_media(media="print")
    shown = "() => [...document.querySelectorAll('nav, form')].filter(it => it.getClientRects().length).map(it => it.outerHTML.slice(0, 100))"
    assert page.evaluate("document.querySelector('main').innerText.trim().length") > 0
    assert not [html for html in page.evaluate(shown) if "letters" not in html]
    links = page.evaluate(
        "() => [...document.querySelectorAll('.body a[href^=http]')].map(it => getComputedStyle(it, '::after').content)"
    )
    assert all("http" in content for content in links)
