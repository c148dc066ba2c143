"""Mixed-direction text reads in the right order: from the rectangles of its glyphs, on every page that has some."""

import re

import pytest

# Runs that read from left to right wherever they stand. A percentage follows its place in the author's text.
RUNS = {
    "phone": r"\+\d[\d ]{6,}\d",
    "iso date": r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b",
    "c++": r"\bC(?:\+\+|#)",
    "url": r"\bhttps?://[\w./-]+",
    "e-mail": r"\b[\w.]+@[\w.]+\w\b",
    "clock": r"\b\d{1,2}:\d\d\b",
}

# The left edge of each glyph of each match, where the whole match is on one line.
EDGES = """pattern => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    if (node.parentElement.closest('script, .unseen') || !node.parentElement.getClientRects().length) continue;
    for (const match of node.data.matchAll(new RegExp(pattern, 'gu'))) {
      const boxes = [];
      for (let at = match.index; at < match.index + match[0].length; at++) {
        const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect(); if (node.data[at] !== ' ') boxes.push([box.left, box.top]);
      }
      if (boxes.every(box => Math.abs(box[1] - boxes[0][1]) < 2)) found.push([match[0], boxes.map(box => box[0])]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("name", RUNS)
def test_latin_runs_read_from_left_to_right(look, site, name):
    files = [
        file for kind in site.kinds.values() for file in kind
        if re.search(RUNS[name], re.sub(r"<[^>]+>", " ", site.html[file].partition("<body")[2]))
    ][:12]
    found, wrong = 0, []
    for file in files:
        for text, edges in look(file, width=1280).evaluate(EDGES, RUNS[name]):
            found += 1
            if edges != sorted(edges):
                wrong.append(f"{site.path(file)}: {text}")
    assert wrong == []
    if not found:
        pytest.skip(f"the site has no {name}")


def test_a_name_stands_before_its_count(look, site):
    """In the indexes: the name on the side where reading begins, whichever script it is in."""
    files = [file for kind in ("tags", "authors") for file in site.kinds.get(kind, [])]
    if not files:
        pytest.skip("the site has no index")
    for file in files:
        wrong = look(file, width=1280).evaluate(
            """() => [...document.querySelectorAll('.index li')].filter(it => {
                 const [name, count] = ['a', 'small'].map(tag => it.querySelector(tag).getBoundingClientRect());
                 if (Math.abs(name.bottom - count.bottom) > 14) return false;
                 return document.dir === 'rtl' ? name.left < count.right - 1 : name.right > count.left + 1;
               }).map(it => it.innerText)"""
        )
        assert wrong == []


def test_a_headline_that_begins_in_latin_begins_at_the_start(look, site):
    """«Google تطلق خدمة» is an Arabic sentence: its first word stands at the right."""
    script = """() => [...document.querySelectorAll('h1, h2, h3')].filter(it => !it.closest('[dir=ltr], .unseen')).flatMap(it => {
      const text = it.textContent.trim(), arabic = (text.match(/\\p{Script=Arabic}/gu) || []).length, latin = (text.match(/\\p{Script=Latin}/gu) || []).length;
      if (document.dir !== 'rtl' || !/^[A-Za-z]/.test(text) || arabic <= latin) return [];
      const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT); let node = walker.nextNode();
      const range = document.createRange(); range.setStart(node, 0); range.setEnd(node, 1);
      const first = range.getBoundingClientRect(), at = node.data.search(/\\p{Script=Arabic}/u);
      if (at < 0) return [];
      range.setStart(node, at); range.setEnd(node, at + 1); const next = range.getBoundingClientRect();
      return [[text, Math.abs(first.top - next.top) > 4 || first.left > next.left]];
    })"""
    marked = [
        file for kind in site.kinds.values() for file in kind
        if re.search(r"<h[123][^>]*>(?:<a[^>]*>)?<bdi[^>]*>[A-Za-z]", site.html[file])
    ][:8]
    found = [headline for file in marked for headline in look(file, width=1280).evaluate(script)]
    assert [text for text, right in found if not right] == []
    if not found:
        pytest.skip("no headline begins in Latin letters")


def test_navigation_runs_with_the_reading(look, sample):
    page = look(sample, width=1280)
    rows = page.evaluate(
        """() => ['.sections li', '.crumbs li', '.pager > *'].map(name => [...document.querySelectorAll(name)]
             .map(it => it.getBoundingClientRect()).filter(box => box.width).map(box => [box.top + box.height / 2, box.left]))"""
    )
    rtl = page.evaluate("document.dir") == "rtl"
    for row in rows:
        first_line = [left for middle, left in row if abs(middle - row[0][0]) < 10]
        assert first_line == sorted(first_line, reverse=rtl)


def test_the_order_of_the_keyboard_follows_the_eye(look, sample):
    """Inside one list or one grid a stop never stands above the stop before it, unless it begins a new column."""
    page = look(sample, width=1280)
    wrong = page.evaluate(
        """() => { const rtl = document.dir === 'rtl', out = [];
          for (const group of document.querySelectorAll('.row, .stories, .pills, .latest ol, .shares, .sections ul, .facts, form')) {
            let last = null;
            for (const it of group.querySelectorAll('a, button, input, textarea, summary')) {
              const box = it.getBoundingClientRect(); if (!box.width || it.tabIndex < 0) continue;
              if (last && box.bottom < last.top && (rtl ? box.left > last.left : box.left < last.left)) out.push(it.outerHTML.slice(0, 100));
              last = box;
            }
          } return out; }"""
    )
    assert wrong == []
