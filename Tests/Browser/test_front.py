"""The front page is full: no row ends before the page does, no block ends before the one beside it."""

import pytest

# Rows whose last line does not reach both edges, and blocks with white below their last story.
HOLES = """() => {
  const found = [];
  for (const row of document.querySelectorAll('.top, .row')) {
    const box = row.getBoundingClientRect();
    const stories = [...row.querySelectorAll(':scope > .teaser')].map(it => it.getBoundingClientRect());
    if (!stories.length) continue;
    const end = Math.max(...stories.map(it => it.bottom)), last = stories.filter(it => it.bottom > end - 8);
    const filled = last.reduce((sum, it) => sum + it.width, 0);
    if (Math.min(...last.map(it => it.left)) > box.left + 8 || Math.max(...last.map(it => it.right)) < box.right - 8 || filled < box.width * .85)
      found.push(`a row of ${stories.length}: its last line of ${last.length} fills ${Math.round(filled)} of ${Math.round(box.width)} px`);
    const section = row.closest('.block');
    if (section && section.getBoundingClientRect().bottom - end > 8) found.push('a block with white below: ' + section.innerText.slice(0, 30));
  }
  const [top, latest] = ['.top', '.latest'].map(it => document.querySelector(it)?.getBoundingClientRect());
  if (top && latest && latest.top < top.bottom && Math.abs(top.bottom - latest.bottom) > 120) found.push(`the latest end at ${latest.bottom}, the top stories at ${top.bottom}`);
  return found;
}"""


@pytest.mark.parametrize("width", [768, 1024, 1280, 1920])
def test_no_block_of_the_front_page_leaves_a_hole(visit, site, width):
    page = visit(site.kinds["home"][0], width=width)
    assert page.evaluate(HOLES) == []
