import Base
import Content
import Publishing
import Testing

/// Standing pages that list stories.
@Suite struct LandingPageTests {
    private static let list =
        "{{ list.title }}|{% for story in list.items %}{{ story.title }} {% endfor %}|{{ list.number }}|{{ list.newer }}|{{ list.older }}|{{ body }}"

    /// Seven stories, `n1` the oldest.
    private static func outlet(_ stories: String, _ files: [String: String] = [:]) -> Newsstand {
        var all = ["Templates/landing.html": list, "Content/pages/land.md": page(stories)]
        for number in 1...7 { all["Content/articles/2024-12-0\(number)-n\(number).md"] = story(number) }
        return Newsstand(all.merging(files) { _, new in new })
    }

    private static func page(_ stories: String) -> String { "---\ntitle: بلد\nstories: \(stories)\n---\n\nنص\n" }

    private static func story(_ number: Int) -> String {
        let more = [
            1: "tags: ماء، ملح\nupdated: 2024-12-20\n", 2: "section: بحر\n", 3: "author: سلمى\nkind: opinion\n",
            4: "tags: ماء\nsection: بحر\n", 5: "tags: ملح\nkind: analysis\n",
        ]
        let title = number == 6 ? "ألف" : "n\(number)"
        return "---\ntitle: \(title)\ndate: 2024-12-0\(number)\n\(more[number] ?? "")---\n\nنص\n"
    }

    @Test(arguments: [
        ("{tag: ماء}", "n4 n1 "), ("{tag: [ماء, ملح]}", "n5 n4 n1 "), ("{tag: ماء، ملح, section: بحر}", "n4 "),
        ("{author: سلمى}", "n3 "), ("{kind: [opinion, تحليل]}", "n5 n3 "), ("{limit: 3}", "n7 ألف n5 "),
        ("{tag: [ماء, ملح], sort: oldest}", "n1 n4 "), ("{sort: updated, limit: 2}", "n1 n7 "),
        ("{sort: title, limit: 2}", "ألف n1 "), ("{sort: title, page_size: 3}", "ألف n1 n2 "),
        ("{الوسم: ماء, العدد: 1}", "n4 "),
    ])
    func theStoriesAreThoseThatAreAsked(_ stories: String, _ titles: String) {
        let outlet = Self.outlet(stories)
        #expect(outlet.build() == [])
        #expect(outlet.text("land/index.html").split(separator: "|").dropFirst().first.map(String.init) == titles)
    }

    @Test func theListIsNumberedFromTheOldestAndItsTextStandsOnItsFront() {
        let outlet = Self.outlet("{}")
        #expect(outlet.build() == [])
        #expect(outlet.text("land/index.html") == "بلد|n7 ألف n5 |3||/land/page/2/|<p>نص</p>\n")
        #expect(outlet.text("land/page/2/index.html") == "بلد|n4 n3 |2|/land/|/land/page/1/|")
        #expect(outlet.text("land/page/1/index.html") == "بلد|n2 n1 |1|/land/page/2/||")
    }

    @Test func whereTheOldestComeFirstTheFrontIsTheFirstPage() {
        let outlet = Self.outlet("{sort: oldest, page_size: 3}")
        #expect(outlet.build() == [])
        #expect(outlet.text("land/index.html") == "بلد|n1 n2 n3 |1|/land/page/2/||<p>نص</p>\n")
        #expect(outlet.text("land/page/2/index.html") == "بلد|n4 n5 ألف |2|/land/page/3/|/land/|")
        #expect(outlet.text("land/page/3/index.html") == "بلد|n7 |3||/land/page/2/|")
    }

    @Test(arguments: [
        ("{page_size: 1}", ["", "page/6/", "page/7/"]), ("{sort: oldest}", ["page/4/"]),
        ("{sort: oldest, page_size: 7}", ["", "page/2/"]), ("{sort: title}", []),
    ])
    func aNewStoryRenewsAFewPages(_ stories: String, _ pages: [String]) {
        let outlet = Self.outlet(stories)
        #expect(outlet.build() == [])
        let renewed = outlet.renewed("Content/articles/2024-12-08-n8.md", Self.story(8)).filter { $0.hasPrefix("land") }
        #expect(renewed == pages.map { "land/\($0)index.html" })
    }

    @Test func itsFeedHasItsNewestStories() {
        let outlet = Self.outlet("{tag: ماء, sort: oldest, feed: نعم}")
        #expect(outlet.build() == [])
        let feed = outlet.text("land/feed.xml")
        #expect(feed.contains("<title>بلد – جريدة</title>"))
        let order = ["/2024/12/n4/", "/2024/12/n1/"].map { feed.ranges(of: $0).first?.lowerBound ?? feed.endIndex }
        #expect(order[0] < order[1] && order[1] < feed.endIndex)
        #expect(!feed.contains("n5"))
        #expect(outlet.renewed("Content/pages/land.md", Self.page("{tag: ماء}")).contains("land/feed.xml"))
        #expect(outlet.output["land/feed.xml"] == nil)
    }

    @Test(arguments: [
        ("{tag: مااء}", "did you mean “ماء”?"), ("{section: بحور}", "did you mean “بحر”?"),
        ("{author: فلان}", "the list goes without it"),
    ])
    func aNameThatNothingHasIsSaidAtItsPlace(_ stories: String, _ hint: String) {
        let outlet = Self.outlet(stories)
        let problems = outlet.build()
        #expect(problems.map(\.id) == ["unknown-in-stories"] && problems[0].severity == .warning)
        #expect(problems.first?.message.english.contains(hint) == true)
        #expect(problems.first?.location?.path == "Content/pages/land.md" && problems.first?.location?.line == 3)
        #expect(outlet.text("land/index.html").hasPrefix("بلد||1"), "an unknown name lists nothing, not everything")
    }

    @Test(arguments: [
        ("{limit: 3, page_size: 2}", "stories-on-one-page"), ("{limit: 0}", "wrong-type"),
        ("{sort: best}", "unknown-value"), ("{kind: خبرر}", "unknown-value"), ("{tags: ماء}", "unknown-key"),
        ("true", "wrong-type"), ("[ماء]", "wrong-type"),
    ])
    func whatIsNoListIsSaid(_ stories: String, _ id: String) {
        #expect(Self.outlet(stories).build().map(\.id) == [id])
    }

    @Test func aThemeWithoutATemplateForItSaysSo() {
        let outlet = Self.outlet("{tag: ماء}")
        outlet.tree["Templates/landing.html"] = nil
        #expect(
            outlet.build().map(\.message.english) == [
                "pages of the kind “landing” are rendered by Templates/landing.html; add it"
            ])
        outlet.tree["Content/pages/land.md"] = Array("---\ntitle: بلد\ntemplate: land\nstories: {}\n---\n".utf8)
        outlet.tree["Templates/land.html"] = Array("{{ list.count }}".utf8)
        #expect(outlet.build() == [])
        #expect(outlet.text("land/index.html").hasPrefix("7"))
    }

    @Test func aPageWithATemplateOfItsOwnSeesData() {
        let outlet = Self.outlet(
            "{}",
            [
                "Content/pages/figures.md": "---\ntitle: أرقام\ntemplate: figures\n---\n\nنص\n",
                "Content/data/rivers.csv": "name\nالنيل\n",
                "Templates/figures.html":
                    "{{ page.title }}{{ body }}{% for river in data.rivers %}{{ river.name }}{% endfor %}",
            ])
        #expect(outlet.build() == [])
        #expect(outlet.text("figures/index.html") == "أرقام<p>نص</p>\nالنيل")
        #expect(outlet.renewed("Content/data/rivers.csv", "name\nسبو\n") == ["figures/index.html"])
    }

    @Test func theSitemapHasItsFrontAlone() {
        let outlet = Self.outlet("{}")
        #expect(outlet.build() == [])
        let map = outlet.text("sitemaps/pages.xml")
        #expect(map.contains("<loc>https://example.org/land/</loc>"))
        #expect(!map.contains("/land/page/"))
    }

    @Test func itsOldAddressesLeadToWhereItIs() {
        let desk = AddressDesk()
        desk.files["Templates/landing.html"] = Array("<body></body>".utf8)
        desk.settings("page_size: 2")
        for number in 1...6 { desk.save("n\(number)", "date: 2024-06-0\(number)") }
        desk.file("pages/land.md", "---\ntitle: بلد\nstories: {feed: true}\n---\n")
        desk.publish()
        #expect(desk.answer("/land/page/1/") == "200" && desk.answer("/land/feed.xml") == "200")
        desk.file("pages/land.md", "---\ntitle: بلد\nslug: country\nstories: {feed: true}\n---\n")
        #expect(desk.errors.count == 1)
        desk.file("pages/land.md", "---\ntitle: بلد\nslug: country\naliases: [/land/]\nstories: {feed: true}\n---\n")
        #expect(desk.errors == [])
        #expect(desk.answer("/land/") == "301 /country/")
        #expect(desk.answer("/land/page/1/") == "301 /country/page/1/")
        #expect(desk.answer("/land/feed.xml") == "301 /country/feed.xml")
        desk.publish()
        desk.file("pages/land.md", "---\ntitle: بلد\nslug: country\naliases: [/land/]\nstories: {}\n---\n")
        #expect(desk.errors.count == 2, "both addresses of the feed lead nowhere")
    }
}
