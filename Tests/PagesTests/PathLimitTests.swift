import Base
import Content
import Testing

@testable import Pages

/// What a disk takes no file of is found before anything is written.
@Suite struct PathLimitTests {
    private static let signs = ["★", "😀", "-", "…"].map { String(repeating: $0, count: 60) }

    @Test(arguments: signs) func namesOfSignsAreCutAsAllSlugs(_ name: String) throws {
        let made = try SmallOutlet(articles: [
            "2024-01-01-a.md":
                "title: ع\ndate: 2024-01-01\ntags: [\"\(name)\"]\nauthors: [\"\(name)\"]\nsection: \"\(name)\""
        ]).made()
        #expect(made.ids.filter { $0 != "twin-tags" } == [])
        for path in made.plan.outputs.map(\.url) {
            #expect(path.file.split(separator: "/").allSatisfy { $0.utf8.count <= 255 })
        }
        #expect(made.site.tags.count == 1 && made.site.authors.count == 1 && made.site.sections.count == 1)
    }

    @Test(arguments: ["/2024/01/a/index.html/x/", "/2024/01/a/index.html/x.html", "/index.html/y/"])
    func aPageIsNoFolder(_ alias: String)
        throws
    {
        let made = try SmallOutlet(articles: ["2024-01-01-a.md": "title: ع\ndate: 2024-01-01\naliases: [\(alias)]"])
            .made()
        #expect(made.ids == ["duplicate-url"])
    }

    @Test func aNameMadeOfManyIsNoLongerThanADiskTakes() throws {
        let long = String(repeating: "كلمة-", count: 40)
        let made = try SmallOutlet(
            "urls:\n  article: /{section}-{slug}-{id}/",
            articles: [
                "2024-01-01-a.md": "title: ع\ndate: 2024-01-01\nsection: \(long)\nslug: \(long.prefix(60))\nid: \(long)"
            ]
        ).made()
        #expect(made.ids == ["long-path"])
    }

    @Test func aPathIsNoLongerThanADiskTakes() throws {
        let alias = "/" + (0..<5).map { String(repeating: "\($0)", count: 200) }.joined(separator: "/") + "/"
        let made = try SmallOutlet(articles: ["2024-01-01-a.md": "title: ع\ndate: 2024-01-01\naliases: [\(alias)]"])
            .made()
        #expect(made.ids == ["long-path", "redirect-limit"])
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{1}", "\n", "\u{85}", "\u{2028}"])
    func aPublishedNameHasNoSignThatNobodySees(
        _ sign: String
    ) {
        for path in ["Content/assets/a\(sign)b.txt", "Content/articles/a\(sign)b.png", "Content/assets/\(sign)/b.txt"] {
            var outlet = SmallOutlet()
            outlet.files[path] = "x"
            #expect(outlet.loadProblems == ["file-name"])
        }
        #expect(Theme.read(MemoryTree(["Templates/assets/a\(sign).css": ""])).diagnostics.map(\.id) == ["file-name"])
    }

    @Test(arguments: ["\u{200C}", "\u{200F}", "é", "—"]) func otherSignsAreNames(_ sign: String) {
        var outlet = SmallOutlet()
        outlet.files["Content/assets/a\(sign)b.txt"] = "x"
        #expect(outlet.loadProblems == [])
    }
}
