import json
import sys
import urllib.parse
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from chromium import CHROMIUM
from site_under_test import Site, serve

HERE = Path(__file__).parent

# What a page did that it should not: collected in the page itself, before anything of the page runs.
WATCH = """
window.shifts = []; window.violations = [];
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifts.push({value: entry.value,
  nodes: entry.sources.map(source => source.node && (source.node.outerHTML || source.node.textContent).slice(0, 120))}); })
  .observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


def pytest_addoption(parser):
    parser.addoption("--public", default=str(HERE / "../../Public"), help="the folder of a built site, as --public=DIR")
    parser.addoption("--sitegen", default="", help="the program, for what changes while a page is open")
    parser.addoption("--base", default="/", help="the path under which the site lives, such as /news/")
    parser.addoption("--every", default="", metavar="KIND", help="visit all pages of a kind, not a few")
    parser.addoption("--artefacts", default=str(HERE / "artefacts"), help="where screenshots and figures go")
    parser.addoption("--screenshots", action="store_true", help="keep a picture of each page visited, narrow and wide, by day and by night")
    parser.addoption("--chromium", default=CHROMIUM or "chromium")


def pytest_configure(config):
    config.site = Site(config.getoption("--public"), config.getoption("--base"))
    config.figures = []
    Path(config.getoption("--artefacts")).mkdir(parents=True, exist_ok=True)


def pytest_generate_tests(metafunc):
    site = metafunc.config.site
    if "sample" in metafunc.fixturenames:
        files = list(dict.fromkeys([*site.samples(), *site.kinds.get(metafunc.config.getoption("--every"), [])]))
        names = [urllib.parse.unquote(site.path(file)) for file in files]
        # All tests of one page come one after the other, so that those that only look at it share it.
        metafunc.parametrize("sample", files, ids=names, scope="session")


@pytest.fixture(scope="session")
def site(pytestconfig):
    return pytestconfig.site


@pytest.fixture(scope="session")
def artefacts(pytestconfig):
    return Path(pytestconfig.getoption("--artefacts"))


@pytest.fixture(scope="session")
def figure(pytestconfig):
    """Notes a figure that is printed at the end, beside the tests' outcome."""
    return pytestconfig.figures.append


@pytest.fixture(scope="session")
def origin(site):
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(pytestconfig):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=pytestconfig.getoption("--chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, origin, site):
    """visit(file, width=360, …) opens a page of the site in a fresh context and waits until it has loaded."""
    contexts = []

    def open_page(file, width=360, height=800, before=None, **context):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        page = contexts[-1].new_page()
        page.messages, page.asked = [], []
        page.on("console", lambda message: page.messages.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: page.messages.append(f"error: {error}"))
        page.on("request", lambda request: page.asked.append((request.resource_type, request.url)))
        page.add_init_script(WATCH)
        if before:
            before(page)
        page.goto(origin + site.path(file), wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


class Looks:
    """The page that was looked at last, as it stands after it has loaded."""

    def __init__(self, browser, origin, site):
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.origin, self.site, self.file = origin, site, None

    def open(self, file, width):
        self.page.set_viewport_size({"width": width, "height": 800})
        if file != self.file:
            self.page.goto(self.origin + self.site.path(file), wait_until="load")
            self.file = file
        return self.page

    def restore(self):
        self.page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        self.page.evaluate("document.documentElement.removeAttribute('style')")


@pytest.fixture(scope="session")
def looks(browser, origin, site):
    looks = Looks(browser, origin, site)
    yield looks
    looks.context.close()


@pytest.fixture
def look(looks):
    """look(file, width=360) gives a page that other tests look at too: it may be measured and emulated, not used."""
    yield lambda file, width=360: looks.open(file, width)
    looks.restore()


def pytest_terminal_summary(terminalreporter, config):
    for line in config.figures:
        terminalreporter.write_line(line)
    figures = Path(config.getoption("--artefacts")) / "figures.json"
    figures.write_text(json.dumps(config.figures, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    session.config.counts = {
        word: len(reporter.stats.get(word, [])) for word in ("passed", "failed", "error", "skipped")
    }


def pytest_unconfigure(config):
    counts = getattr(config, "counts", None)
    if counts:
        failed = counts["failed"] + counts["error"]
        print(f"\n{counts['passed']} passed, {failed} failed, {counts['skipped']} skipped")
