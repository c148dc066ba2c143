import Base
import Testing

@testable import Content

/// The menu of two levels: what its entries lead to, and what is said where they lead to nothing.
@Suite struct MenuTests {
    private static func load(_ settings: String) -> (menu: [String], problems: [String]) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += settings
        fixture.files["Content/pages/about.md"] = "---\ntitle: من نحن\n---\nنص.\n"
        fixture.add("a", "title: خبر\ndate: 2024-01-01\nsection: علوم\ntags: ماء")
        var options = LoadOptions(now: fixture.now, workers: Workers(jobs: 1))
        options.zones = fixture.zones
        let (site, diagnostics, _, _) = loadSite(MemoryTree(fixture.files), options)
        func text(_ entry: MenuEntry) -> String {
            let target =
                switch entry.target {
                case .page(let path): "/" + path.text
                case .web(let url): url.text
                case nil: "-"
                }
            return "\(entry.title) \(target)"
                + (entry.children.isEmpty ? "" : " [\(entry.children.map(text).joined(separator: ", "))]")
        }
        return (
            site?.menu.map(text) ?? [],
            diagnostics.map {
                "\($0.severity == .error ? "" : "? ")\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)"
            }
        )
    }

    private static let sections = "sections:\n  - {name: علوم, slug: science, children: [فضاء]}\n  - رأي\n"

    @Test func sectionsAreTheMenuOfAnOutletWithoutOne() {
        #expect(
            Self.load(Self.sections).menu == ["علوم /section/science/ [فضاء /section/فضاء/]", "رأي /section/رأي/"])
    }

    @Test func entryLeadsToASectionAPageATagOrALink() {
        let (menu, problems) = Self.load(
            Self.sections + """
                navigation:
                  - رأي
                  - section: science
                    title: العلوم
                    children:
                      - section: علوم/فضاء
                      - tag: ماء
                      - {page: about.md}
                  - title: المزيد
                    children:
                      - {title: المتجر, url: "https://shop.example/"}
                      - {name: الأرشيف, url: /archive/}

                """)
        #expect(problems == [])
        #expect(
            menu == [
                "رأي /section/رأي/",
                "العلوم /section/science/ [فضاء /section/فضاء/, ماء /tag/ماء/, من نحن /about/]",
                "المزيد - [المتجر https://shop.example/, الأرشيف /archive/]",
            ])
    }

    @Test func oneLineNamesSections() {
        #expect(
            Self.load(Self.sections + "navigation: رأي، علوم\n").menu == [
                "رأي /section/رأي/", "علوم /section/science/",
            ])
    }

    @Test func linksOfAMenuAreReadAsEver() {
        let (menu, problems) = Self.load("navigation: [{title: الأرشيف, url: /archive/}]\n")
        #expect(menu == ["الأرشيف /archive/"] && problems == [])
        #expect(Self.load("navigation: [{title: الأرشيف}]\n").problems == ["missing-key 3:14"])
        #expect(Self.load("navigation: [{url: /archive/}]\n").problems == ["missing-key 3:14"])
    }

    @Test func whatIsNotThereIsToldWithItsPlace() {
        #expect(Self.load(Self.sections + "navigation: [{section: علم}]\n").problems == ["unknown-section 6:24"])
        #expect(Self.load(Self.sections + "navigation: [{page: abuot}]\n").problems == ["unknown-menu-entry 6:21"])
        let (menu, problems) = Self.load(Self.sections + "navigation: [رأي, {tag: نار}]\n")
        #expect(menu == ["رأي /section/رأي/"] && problems == ["? unknown-menu-entry 6:25"])
    }

    @Test func entryLeadsToOneThingAndTheMenuHasTwoLevels() {
        #expect(Self.load(Self.sections + "navigation: [{section: رأي, tag: ماء}]\n").problems == ["menu-goal 6:34"])
        #expect(
            Self.load(Self.sections + "navigation: [{section: رأي, children: [{section: علوم, children: رأي}]}]\n")
                .problems
                == ["menu-depth 6:66"])
    }
}
