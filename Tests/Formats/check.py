"""Reads what machines read: every feed, sitemap and JSON-LD of built sites, with the readers that others use.

    check.py SITEGEN

Builds the outlet in Fixture/ beside this file with the theme of the project, at one instant and at two addresses, edits
it as newsrooms do, and compares each field with the front matter. Ends with "N passed, N failed".
"""
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from html import unescape

import feedparser
from lxml import etree, html

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOW = "2024-06-01T12:00:00Z"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
ATOM = "{http://www.w3.org/2005/Atom}"
# Everything that a format may not hold as it stands: controls, noncharacters, bidi overrides.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]")

passed, failed = 0, 0


def check(name, found, expected=True):
    global passed, failed
    if found == expected:
        passed += 1
        return
    failed += 1
    print(f"FAILED {name}\n  found    {found!r}\n  expected {expected!r}")


def expect(name, truth, found=""):
    check(name + (f" ({found})" if found and not truth else ""), bool(truth))


class Site:
    """The fixture, perhaps edited, and what the program makes of it."""

    def __init__(self, folder, sitegen, edits=(), base="https://shore.example/", now=NOW):
        self.base = base
        content = folder / "Content"
        shutil.copytree(HERE / "Fixture" / "Content", content)
        shutil.copytree(ROOT / "Templates", folder / "Templates")
        for edit in edits:
            edit(content)
        self.out = folder / "out"
        done = subprocess.run(
            [sitegen, "build", "--site", folder, "--output", self.out, "--now", now, "--base-url", base, "--quiet"],
            capture_output=True, text=True)
        self.problems = done.stderr
        self.status = done.returncode

    def bytes(self, path):
        return (self.out / path).read_bytes()

    def files(self, pattern):
        return sorted(p.relative_to(self.out).as_posix() for p in self.out.glob(pattern))

    def file_of(self, url):
        """The file that an address means, or None."""
        if not url.startswith(self.base):
            return None
        path = urllib.parse.unquote(url[len(self.base):].split("#")[0].split("?")[0])
        file = self.out / (path + "index.html" if path == "" or path.endswith("/") else path)
        return file if file.is_file() else None


def sound_text(site, name, data):
    text = data.decode("utf-8")
    expect(f"{name}: no forbidden character", not FORBIDDEN.search(text))
    # Percent escapes in upper case, and the address of this site alone.
    for url in re.findall(re.escape(site.base) + r"[^\s\"'<>\]\\)]*", text):
        if re.search(r"%[0-9a-f]?[a-f]|%[a-f]", url) or not url.isascii():
            expect(f"{name}: address is encoded", False, url)
            break
    else:
        expect(f"{name}: addresses are encoded", True)


def check_rss(site, path):
    data = site.bytes(path)
    sound_text(site, path, data)
    feed = feedparser.parse(data)
    check(f"{path}: bozo", feed.bozo, False)
    tree = etree.fromstring(data)
    channel = tree.find("channel")
    for name in ["title", "link", "description", "language", "copyright"]:
        expect(f"{path}: {name}", channel.findtext(name))
    own = [link for link in channel.findall(ATOM + "link") if link.get("rel") == "self"]
    check(f"{path}: one self", len(own), 1)
    expect(f"{path}: self is there", site.file_of(own[0].get("href")) == site.out / path, own[0].get("href"))
    check(f"{path}: hub", [l.get("href") for l in channel.findall(ATOM + "link") if l.get("rel") == "hub"], ["https://hub.example/"])
    items = channel.findall("item")
    if items:
        expect(f"{path}: lastBuildDate", RFC822.fullmatch(channel.findtext("lastBuildDate")))
    expect(f"{path}: at most 20", len(items) <= 20)
    expect(f"{path}: at most 2 MB", len(data) <= 2_000_000)
    check(f"{path}: guids differ", len({i.findtext("guid") for i in items}), len(items))
    for item in items:
        guid = item.find("guid")
        check(f"{path}: guid is no link", guid.get("isPermaLink"), "false")
        expect(f"{path}: guid carries the host", guid.text.startswith("tag:shore.example,2020:"), guid.text)
        expect(f"{path}: pubDate", RFC822.fullmatch(item.findtext("pubDate")), item.findtext("pubDate"))
        expect(f"{path}: link is there", site.file_of(item.findtext("link")), item.findtext("link"))
        check(f"{path}: no author", item.find("author"), None)
        check_content(site, path, item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"))
        for enclosure in item.findall("enclosure"):
            file = site.file_of(enclosure.get("url"))
            check(f"{path}: enclosure's length", enclosure.get("length"), str(file.stat().st_size if file else 0))
            check(f"{path}: enclosure's type", enclosure.get("type"), "image/png")
    return {i.findtext("guid"): i for i in items}


def check_content(site, name, text):
    expect(f"{name}: the whole text", text)
    wrapped = html.fragment_fromstring(text)
    check(f"{name}: text runs from the right", wrapped.get("dir"), "rtl")
    check(f"{name}: nothing that runs", wrapped.xpath("//script|//style|//*[@style]"), [])
    for address in wrapped.xpath("//@href|//@src"):
        expect(f"{name}: address is whole", address.startswith("https://"), address)
        if address.startswith(site.base):
            expect(f"{name}: address leads somewhere", site.file_of(address), address)


def check_atom(site, path):
    data = site.bytes(path)
    sound_text(site, path, data)
    check(f"{path}: bozo", feedparser.parse(data).bozo, False)
    tree = etree.fromstring(data)
    check(f"{path}: language", tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "ar")
    for name in ["id", "title", "updated"]:
        expect(f"{path}: {name}", tree.findtext(ATOM + name))
    check(f"{path}: one self", len([l for l in tree.findall(ATOM + "link") if l.get("rel") == "self"]), 1)
    expect(f"{path}: author", tree.find(ATOM + "author").findtext(ATOM + "name"))
    for entry in tree.findall(ATOM + "entry"):
        for name in ["id", "title", "updated", "published"]:
            check(f"{path}: one {name}", len(entry.findall(ATOM + name)), 1)
        for name in ["updated", "published"]:
            expect(f"{path}: {name} has a zone", ZONED.fullmatch(entry.findtext(ATOM + name)), entry.findtext(ATOM + name))
        check(f"{path}: content's type", entry.find(ATOM + "content").get("type"), "html")
        check_content(site, path, entry.findtext(ATOM + "content"))
    return {e.findtext(ATOM + "id"): e for e in tree.findall(ATOM + "entry")}


def check_json_feed(site, path):
    data = site.bytes(path)
    sound_text(site, path, data)
    feed = json.loads(data)
    check(f"{path}: version", feed["version"], "https://jsonfeed.org/version/1.1")
    expect(f"{path}: own address", site.file_of(feed["feed_url"]) == site.out / path, feed["feed_url"])
    for name in ["title", "home_page_url", "language", "authors", "icon", "favicon"]:
        expect(f"{path}: {name}", feed.get(name))
    for item in feed["items"]:
        for name in ["date_published", "date_modified"]:
            expect(f"{path}: {name} has a zone", ZONED.fullmatch(item[name]), item[name])
        expect(f"{path}: item's address", site.file_of(item["url"]), item["url"])
        check_content(site, path, item["content_html"])
    return {i["id"]: i for i in feed["items"]}


def check_feeds(site):
    rss = {p: check_rss(site, p) for p in site.files("**/feed.xml")}
    atom = {p: check_atom(site, p) for p in site.files("**/atom.xml")}
    feeds = {p: check_json_feed(site, p) for p in site.files("**/feed.json")}
    expect("feeds of the site, sections, tags, corrections", len(rss) >= 6, len(rss))
    check("feeds of the site agree", (list(rss["feed.xml"]), list(atom["atom.xml"])), (list(feeds["feed.json"]),) * 2)

    guid = "tag:shore.example,2020:port-1"
    title = "مرفأ <b>جديد</b> & \"قديم\" ]]> 'هنا'"
    summary = 'ملخص فيه <علامات> & "اقتباس" ]]> وحرف خفي.'
    tags = ["موانئ", "بحر", "ملاحة & شحن", "<وسم>"]
    authors = ["ليلى الساحلي", "سامي البحري"]
    item, entry, feed = rss["feed.xml"][guid], atom["atom.xml"][guid], feeds["feed.json"][guid]
    check("title", [item.findtext("title"), entry.findtext(ATOM + "title"), feed["title"]], [title] * 3)
    expect("RSS description is HTML", "<" not in item.findtext("description"), item.findtext("description"))
    check("summary", [unescape(item.findtext("description")), entry.findtext(ATOM + "summary"), feed["summary"]], [summary] * 3)
    check("RSS date", item.findtext("pubDate"), "Fri, 31 May 2024 09:05:00 +0300")
    check("Atom dates", [entry.findtext(ATOM + n) for n in ("published", "updated")], ["2024-05-31T09:05:00+03:00", "2024-06-01T00:00:00+03:00"])
    check("JSON dates", [feed["date_published"], feed["date_modified"]], ["2024-05-31T09:05:00+03:00", "2024-06-01T00:00:00+03:00"])
    check("creators", [c.text for c in item.findall("{http://purl.org/dc/elements/1.1/}creator")], authors)
    check("Atom authors", [a.findtext(ATOM + "name") for a in entry.findall(ATOM + "author")], authors)
    check("JSON authors", [a["name"] for a in feed["authors"]], authors)
    check("categories", [c.text for c in item.findall("category")], tags)
    check("Atom categories", [c.get("term") for c in entry.findall(ATOM + "category")], tags)
    check("JSON tags", feed["tags"], tags)
    media = item.find("{http://search.yahoo.com/mrss/}content")
    check("credit", media.findtext("{http://search.yahoo.com/mrss/}credit"), "سامي البحري")
    expect("image", site.file_of(feed["image"]) and media.get("url") == feed["image"], feed["image"])
    whole = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    check("text is the same in every format", [entry.findtext(ATOM + "content"), feed["content_html"]], [whole] * 2)
    expect("CDATA ends where it should", "]]&gt; &lt;script&gt;" in whole or "]]> &lt;script" in whole, whole)
    latin = "\u200fDNA السفن في سطر"
    check("a Latin headline reads from the right", rss["feed.xml"]["tag:shore.example,2020:ship-1"].findtext("title"), latin)
    origins = [i.get("external_url") for i in feeds["feed.json"].values() if i["title"] == "مادة منقولة"]
    check("a syndicated article names its original", origins, ["https://wave.example/story/1"])
    corrections = list(rss["corrections/feed.xml"])
    check("a correction has an id of its own", corrections, [guid + "/correction/1"])
    everything = b"".join(site.bytes(p) for p in [*rss, *atom, *feeds]).decode()
    for gone in ["خبر محذوف", "خبر مسحوب", "إعلان انتهى", "كاتب لا يظهر"]:
        expect(f"“{gone}” has left the feeds", gone not in everything)
    return set(rss["feed.xml"])


def check_sitemaps(site):
    index = etree.fromstring(site.bytes("sitemap.xml"))
    check("sitemap index", index.tag, SITEMAP + "sitemapindex")
    listed = [site.file_of(loc.text) for loc in index.iter(SITEMAP + "loc")]
    expect("every sitemap is there", all(listed))
    check("every sitemap is listed", {p.relative_to(site.out).as_posix() for p in listed}, set(site.files("sitemaps/*.xml")))
    urls = {}
    for file in site.files("sitemaps/*.xml"):
        data = site.bytes(file)
        sound_text(site, file, data)
        tree = etree.fromstring(data)
        check(f"{file}: root", tree.tag, SITEMAP + "urlset")
        expect(f"{file}: limits", len(tree) <= 50_000 and len(data) <= 50 * 1024 * 1024)
        for url in tree:
            # The order and the names of the published schema; nothing that search engines ignore.
            allowed = [SITEMAP + "loc", SITEMAP + "lastmod", NEWS + "news", IMAGE + "image"]
            names = [child.tag for child in url]
            expect(f"{file}: elements", names == sorted(set(names), key=allowed.index) and set(names) <= set(allowed), names)
            loc = url.findtext(SITEMAP + "loc")
            expect(f"{file}: address leads somewhere", site.file_of(loc), loc)
            lastmod = url.findtext(SITEMAP + "lastmod")
            expect(f"{file}: lastmod is a day or has a zone", lastmod is None or is_moment(lastmod), lastmod)
            for image in url.iter(IMAGE + "loc"):
                expect(f"{file}: picture", site.file_of(image.text), image.text)
            if "news" not in file:
                expect(f"{loc} is listed once", loc not in urls)
                urls[loc] = lastmod
    check("years", [f for f in site.files("sitemaps/*.xml") if "2" in f], ["sitemaps/2022.xml", "sitemaps/2024.xml"])
    titles = {}
    for news in etree.fromstring(site.bytes("sitemaps/news.xml")).iter(NEWS + "news"):
        publication = news.find(NEWS + "publication")
        check("publication", [publication.findtext(NEWS + n) for n in ("name", "language")], ["الشاطئ", "ar"])
        check("news elements", [c.tag for c in news], [NEWS + "publication", NEWS + "publication_date", NEWS + "title"])
        titles[news.findtext(NEWS + "title")] = news.findtext(NEWS + "publication_date")
    check(
        "news are of two days and the outlet's own", titles,
        {
            "مرفأ <b>جديد</b> & \"قديم\" ]]> 'هنا'": "2024-05-31T09:05:00+03:00",
            "خبر عمره سبع وأربعون ساعة": "2024-05-30T16:00:00+03:00", "DNA السفن في سطر": "2024-05-30T15:00:01+03:00",
        })
    for page in pages(site):
        unlisted = "noindex" in page.robots or not page.canonical or not page.canonical.startswith(site.base) or page.is_later
        # A retraction stays where it was for who has the link; nobody is led to it.
        unlisted = unlisted or "withdrawn" in page.name
        check(f"{page.name}: in a sitemap exactly if search engines may show it", page.address in urls, not unlisted)


class PageFile:
    def __init__(self, site, file):
        self.name = file.relative_to(site.out).as_posix()
        self.address = site.base + urllib.parse.quote(self.name.removesuffix("index.html"))
        self.tree = html.fromstring(file.read_bytes())
        self.is_later = "/page/" in "/" + self.name
        self.robots = self.meta("robots")
        self.canonical = next(iter(self.tree.xpath("//link[@rel='canonical']/@href")), None)
        scripts = self.tree.xpath("//script[@type='application/ld+json']/text()")
        self.graph = json.loads(scripts[0])["@graph"] if scripts else []
        self.raw = scripts

    def meta(self, name):
        return next(iter(self.tree.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")), "")

    def metas(self, name):
        return self.tree.xpath(f"//meta[@property='{name}']/@content")

    def node(self, kind):
        return next((n for n in self.graph if n["@type"] == kind), None)

    @property
    def is_redirect(self):
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))


def pages(site):
    for file in sorted(site.out.rglob("*.html")):
        if file.stat().st_size and file.name != "breaking.html":
            page = PageFile(site, file)
            if not page.is_redirect:
                yield page


def check_heads(site):
    count = 0
    for page in pages(site):
        count += 1
        name = page.name
        check(f"{name}: one title", len(page.tree.xpath("//head/title")), 1)
        check(f"{name}: no inline style or script", page.tree.xpath("//style|//@style|//script[not(@src) and not(@type='application/ld+json')]"), [])
        for url in page.tree.xpath("//head/link[@rel='alternate' or @rel='icon' or @rel='manifest' or @rel='apple-touch-icon']/@href"):
            expect(f"{name}: what its head names is there", site.file_of(urllib.parse.urljoin(site.base, url)), url)
        if "noindex" in page.robots:
            check(f"{name}: no canonical", page.canonical, None)
            continue
        check(f"{name}: robots", page.robots, "max-image-preview:large")
        if page.canonical and page.canonical.startswith(site.base):
            check(f"{name}: canonical", page.canonical, page.address)
        check(f"{name}: og:url", page.meta("og:url"), page.address)
        expect(f"{name}: og:image", site.file_of(page.meta("og:image")) and page.meta("og:image:width") and page.meta("og:image:alt"))
        check(f"{name}: og:locale", page.meta("og:locale"), "ar_AR")
        check(f"{name}: theme-color", page.meta("theme-color"), "#0b5d4e")
        check(f"{name}: X account", page.meta("twitter:site"), "@shore")
        expect(f"{name}: no tag in a script", all("<" not in raw for raw in page.raw))
        expect(f"{name}: graph", page.node("NewsMediaOrganization") and page.node("WebSite"))
        walk(site, page, page.graph)
        if name != "index.html":
            steps = page.node("BreadcrumbList")["itemListElement"]
            check(f"{name}: breadcrumbs", [s["position"] for s in steps], list(range(1, len(steps) + 1)))
            check(f"{name}: breadcrumbs end here", steps[-1]["item"], page.address)
    expect("pages were read", count > 20, count)


def is_moment(value):
    """W3C date and time (ISO 8601): a day where no hour was written, else an hour with its zone."""
    return DAY.fullmatch(value) or ZONED.fullmatch(value)


def walk(site, page, node):
    """Every date is whole, every address of the site leads somewhere, every reference is in the graph."""
    if isinstance(node, list):
        for item in node:
            walk(site, page, item)
    elif isinstance(node, dict):
        if set(node) == {"@id"}:
            expect(f"{page.name}: {node['@id']} is in the graph", any(n.get("@id") == node["@id"] for n in page.graph))
        for key, value in node.items():
            if key.startswith("date") or key.endswith("Time"):
                expect(f"{page.name}: {key} is a day or has a zone", is_moment(value), value)
            if isinstance(value, str) and value.startswith(site.base):
                expect(f"{page.name}: {key} leads somewhere", site.file_of(value), value)
            walk(site, page, value)


def check_article(site):
    page = PageFile(site, site.out / "2024/05/مرفأ/index.html")
    base = site.base
    article = page.node("ReportageNewsArticle")
    url = base + "2024/05/" + urllib.parse.quote("مرفأ") + "/"
    author = lambda name: {"@type": "Person", "name": name, "url": base + "author/" + urllib.parse.quote(name.replace(" ", "-")) + "/"}
    organization = {"@id": base + "#organization"}
    expected = {
        "@type": "ReportageNewsArticle", "@id": url + "#article", "url": url, "mainEntityOfPage": url,
        "isPartOf": {"@id": base + "#website"}, "locationCreated": {"@type": "Place", "name": "جدة"},
        "headline": "مرفأ <b>جديد</b> & \"قديم\" ]]> 'هنا'", "alternativeHeadline": "على الساحل & ما حوله",
        "description": 'ملخص فيه <علامات> & "اقتباس" ]]> وحرف خفي.',
        "image": [{"@type": "ImageObject", "url": base + "media/articles/port.png", "width": 1200, "height": 630, "caption": "الرصيف",
                   "creditText": "سامي البحري", "copyrightNotice": "سامي البحري", "creator": {"@type": "Person", "name": "سامي البحري"}}],
        "datePublished": "2024-05-31T09:05:00+03:00", "dateModified": "2024-06-01",
        "author": [author("ليلى الساحلي")], "contributor": [author("سامي البحري")], "publisher": organization,
        "copyrightHolder": organization, "copyrightYear": 2024, "articleSection": "موانئ",
        "keywords": ["بحر", "ملاحة & شحن", "<وسم>"], "inLanguage": "ar", "isAccessibleForFree": True,
        "correction": [{"@type": "CorrectionComment", "text": "الصواب <ثلاثة> أرصفة & لا اثنان.", "datePublished": "2024-06-01"}],
    }
    words = article.pop("wordCount")
    expect("word count", 5 < words < 40, words)
    check("article's fields", article, expected)
    check("og:type", page.meta("og:type"), "article")
    check("og:title", page.meta("og:title"), expected["headline"])
    check("description", page.meta("description"), expected["description"])
    check("article:tag", page.metas("article:tag"), expected["keywords"])
    check("article:published_time", page.meta("article:published_time"), expected["datePublished"])
    check("og:image:alt", page.meta("og:image:alt"), 'رصيف "طويل" & رافعة')
    newsroom = page.node("NewsMediaOrganization")
    check("newsroom", {k: newsroom.get(k) for k in ["name", "alternateName", "sameAs", "ethicsPolicy", "correctionsPolicy"]}, {
        "name": "جريدة الشاطئ", "alternateName": "Shore", "sameAs": ["https://x.com/shore", "https://social.example/@shore"],
        "ethicsPolicy": base + "charter/", "correctionsPolicy": base + "corrections/"})
    opinion = PageFile(site, site.out / "2024/05/ship/index.html").node("OpinionNewsArticle")
    check("an agency is an organisation", opinion["author"][0]["@type"], "Organization")
    sponsored = PageFile(site, site.out / "2024/05/sponsored/index.html").node("AdvertiserContentArticle")
    check("sponsor", sponsored["sponsor"]["name"], "شركة المرسى")
    copied = PageFile(site, site.out / "2024/05/syndicated/index.html")
    check("syndicated canonical", copied.canonical, "https://wave.example/story/1")
    check("isBasedOn", copied.node("NewsArticle")["isBasedOn"], "https://wave.example/story/1")
    profile = PageFile(site, site.out / "author/ليلى-الساحلي/index.html").node("ProfilePage")["mainEntity"]
    check("profile", [profile["jobTitle"], profile["sameAs"]], ["محررة الموانئ", ["https://layla.example/"]])


def check_taken_back(site):
    retracted = site.bytes("2024/05/withdrawn/index.html").decode()
    expect("a retraction keeps headline and reason", "خبر مسحوب" in retracted and "تبين أن مصدره غير صحيح." in retracted)
    expired = PageFile(site, site.out / "2024/05/over/index.html")
    check("an expired page is noindex", expired.robots, "noindex")
    removed = site.bytes("2024/05/taken-down/index.html").decode()
    expect("a removed page shows nothing", "محذوف" not in removed and "كاتب لا يظهر" not in removed and "noindex" in removed)
    for page in pages(site):
        expect(f"{page.name}: no text that was taken back", "نص لا يبقى" not in page.tree.text_content())
    old = PageFile(site, site.out / "2019/مرفأ-قديم/index.html")
    check("a redirect's canonical", old.canonical, site.base + "2024/05/" + urllib.parse.quote("مرفأ") + "/")


def check_public_files(site):
    root = urllib.parse.urlparse(site.base).path
    robots = site.bytes("robots.txt").decode()
    expect("robots.txt", f"User-agent: GPTBot\nDisallow: {root}\n" in robots and f"Sitemap: {site.base}sitemap.xml" in robots, robots)
    check("ads.txt", site.bytes("ads.txt").decode(), "adnetwork.example, pub-100, DIRECT, f08c47fec0942fa0\n")
    security = dict(line.split(": ", 1) for line in site.bytes(".well-known/security.txt").decode().splitlines())
    check("security.txt", security["Contact"], "mailto:security@shore.example")
    expect("security.txt expires", ZONED.fullmatch(security["Expires"]), security["Expires"])
    manifest = json.loads(site.bytes("site.webmanifest"))
    check("manifest", [manifest["short_name"], manifest["start_url"], manifest["dir"]], ["الشاطئ", root, "rtl"])
    for icon in manifest["icons"]:
        expect("manifest's icon", site.file_of(urllib.parse.urljoin(site.base, icon["src"])), icon["src"])
    expect(".nojekyll", (site.out / ".nojekyll").is_file())
    expect("breaking bar", "عاجل &lt;الآن&gt; &amp; هنا" in site.bytes("breaking.html").decode())
    headers = site.bytes("_headers").decode()
    expect("policy", "img-src 'self' https://cdn.shore.example;" in headers and "unsafe" not in headers)
    expect("form action", "form-action 'self' https://forms.example;" in headers)


def check_links(site):
    for page in pages(site):
        for link in page.tree.xpath("//a/@href"):
            whole = urllib.parse.urljoin(page.address, link)
            if whole.startswith(site.base):
                expect(f"{page.name}: link leads somewhere", site.file_of(whole), link)


def rewrite(path, old, new):
    def edit(content):
        file = content / path
        text = file.read_text()
        assert old in text, (path, old)
        file.write_text(text.replace(old, new))
    return edit


def move(old, new):
    def edit(content):
        (content / new).parent.mkdir(parents=True, exist_ok=True)
        (content / old).rename(content / new)
    return edit


EDITS = {
    "an edit": [rewrite("articles/news/ship.md", "نص قصير", "نص أطول")],
    "a new headline": [rewrite("articles/news/ship.md", "DNA السفن", "سفن جديدة")],
    "a move": [move("articles/news/ship.md", "articles/2024/other.md"), rewrite("articles/2024-05-31-مرفأ.md", "news/ship.md", "2024/other.md"), rewrite("frontpage.yaml", "ship", "other")],
    "another section": [rewrite("articles/news/ship.md", "section: سفن", "section: موانئ")],
}

BAD = [
    ("a site's address without a scheme", rewrite("site.yaml", "https://shore.example/", "shore.example"), "site-url"),
    ("an alias that is a page", rewrite("articles/news/ship.md", "id: ship-1", "aliases: /section/ports/"), "alias-is-page"),
    ("two aliases alike", rewrite("articles/news/ship.md", "id: ship-1", "aliases: /2019/مرفأ-قديم"), "duplicate-alias"),
    ("an alias that leaves the site", rewrite("articles/news/ship.md", "id: ship-1", "aliases: /../etc/"), "path-outside"),
    ("a feed of no section", rewrite("site.yaml", "  sections: rss, atom, json", "  sections: {موانى كثيرة: rss}"), "unknown-section"),
    ("a malformed line of ads", rewrite("site.yaml", "pub-100, DIRECT", "pub-100"), "ads-line"),
    ("a broken link", rewrite("articles/news/ship.md", "نص قصير", "نص [قصير](/nowhere/)"), "broken-link"),
    ("a broken anchor", rewrite("articles/news/ship.md", "نص قصير", "نص [قصير](#nowhere)"), "broken-anchor"),
    ("a missing picture", rewrite("articles/news/ship.md", "نص قصير", "![نص](none.png)"), "missing-picture"),
]


def main():
    sitegen = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        guids = None
        for number, base in enumerate(["https://shore.example/", "https://shore.example/news/"]):
            site = Site(folder / str(number), sitegen, base=base)
            check(f"{base} builds", (site.status, site.problems), (0, ""))
            if site.status:
                break
            guids = check_feeds(site)
            check_sitemaps(site)
            check_heads(site)
            check_article(site)
            check_taken_back(site)
            check_public_files(site)
            check_links(site)
        for number, (name, edits) in enumerate(EDITS.items()):
            site = Site(folder / f"edit{number}", sitegen, edits)
            check(f"{name} builds", (site.status, site.problems), (0, ""))
            if not site.status:
                found = {item.findtext("guid") for item in etree.fromstring(site.bytes("feed.xml")).iter("item")}
                check(f"guids after {name}", found, guids)
        for number, (name, edit, identity) in enumerate(BAD):
            site = Site(folder / f"bad{number}", sitegen, [edit], base="https://shore.example/")
            expect(f"{name} is an error", site.status == 1 and f"[{identity}]" in site.problems, site.problems)
            expect(f"{name} writes nothing", not site.out.exists())
        many(folder / "many", sitegen)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def many(folder, sitegen):
    """50,001 articles of one year need two files; written once, at the size that matters."""
    content = folder / "Content" / "articles"
    content.mkdir(parents=True)
    (folder / "Content" / "site.yaml").write_text("name: كثير\nurl: https://many.example/\npage_size: 1000\nservers: [nginx]\n")
    templates = folder / "Templates"
    templates.mkdir()
    for name in ["home", "article", "list", "terms", "page", "corrections", "404"]:
        (templates / f"{name}.html").write_text("<!doctype html><title>{{ page.title }}</title>")
    day = datetime.date(2023, 1, 1)
    for number in range(50_001):
        date = day + datetime.timedelta(days=number % 365)
        (content / f"{number}.md").write_text(f"---\ntitle: خبر {number}\ndate: {date}\n---\n\nنص\n")
    out = folder / "out"
    done = subprocess.run([sitegen, "build", "--site", folder, "--output", out, "--now", NOW, "--quiet"], capture_output=True, text=True)
    check("50,001 articles build", (done.returncode, done.stderr), (0, ""))
    counts = [sum(1 for _ in etree.parse(out / f"sitemaps/{name}").iter(SITEMAP + "loc")) for name in ["2023.xml", "2023-2.xml"]]
    check("50,001 articles are in two sitemaps", counts, [50_000, 1])
    listed = [loc.text for loc in etree.parse(out / "sitemap.xml").iter(SITEMAP + "loc")]
    expect("both are in the index", all(f"https://many.example/sitemaps/{n}" in listed for n in ["2023.xml", "2023-2.xml"]))


main()
