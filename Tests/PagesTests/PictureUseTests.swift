import Base
import Content
import Testing
import Typesetting

@testable import Pages

@Suite struct PictureUseTests {
    /// The head of a GIF, 32 by 16 pixels.
    static let gif = "GIF89a\u{20}\u{0}\u{10}\u{0}\u{0}\u{0}\u{0}"

    private func outlet(
        _ text: String, settings: String = "", matter: String = "", url: String = "https://example.org/"
    ) -> SmallOutlet {
        var outlet = SmallOutlet(
            settings, url: url,
            articles: [
                "a.md": "title: أ\ndate: 2024-01-02\n\(matter)\n---\n\(text)\n", "b.md": "title: ب\ndate: 2024-01-01",
            ])
        outlet.files["Content/articles/x.gif"] = Self.gif
        return outlet
    }

    private func html(_ made: SmallOutlet.Made) throws -> String {
        String(decoding: try made.edition.html(ofArticle: 0), as: UTF8.self)
    }

    @Test(arguments: ["![وصف](%@)", "نص ![وصف](%@) ثم ![وصف](%@)", ""]) func damagedPictureIsOneError(_ text: String)
        throws
    {
        for (name, id) in [("bad.jpg", "picture"), ("drawing.svg", "svg")] {
            var outlet = outlet(text.replacing("%@", with: name), matter: "image: \(name)")
            outlet.files["Content/articles/\(name)"] = "نص"
            #expect(try outlet.made().ids == [id])
        }
    }

    @Test func pictureOfAnotherSiteThatThePolicyBlocksIsAWarningOnce() throws {
        let text = "![أ](https://old.example/a.jpg)\n\n![ب](https://old.example/b.jpg)\n\n![ج](//cdn.example/c.jpg)"
        let made = try outlet(text).made()
        #expect(made.ids == ["picture-blocked", "picture-blocked"])
        let problem = try #require(made.diagnostics.first { $0.id == "picture-blocked" })
        #expect(problem.severity == .warning)
        #expect(problem.location == Location(path: "Content/articles/a.md", line: 6, column: 6))
        #expect(problem.message.english.contains("csp: {img-src: https://old.example}"))
    }

    @Test(arguments: [
        "https://old.example", "[https://other.example, https://old.example]", "https://*.example", "'https:'",
    ]) func pictureThatThePolicyAllowsIsFine(_ sources: String) throws {
        #expect(try outlet("![أ](https://old.example/a.jpg)", settings: "csp:\n  img-src: \(sources)").made().ids == [])
    }

    @Test func ownPictureByItsWholeAddressIsFineWhereItIs() throws {
        #expect(try outlet("![أ](https://example.org/assets/a.jpg)").made().ids == ["broken-link"])
        var outlet = outlet("![أ](https://example.org/assets/x.gif)")
        outlet.files["Content/assets/x.gif"] = Self.gif
        #expect(try outlet.made().ids == [])
    }

    @Test func picturesAndLinksOfRawHTMLAreTheSites() throws {
        let text = "<figure><img src=\"x.gif\" alt=\"وصف\"></figure>\n\n<p><a href=\"b.md\">ب</a></p>"
        let made = try outlet(text, settings: "html: allow").made()
        #expect(made.ids == [])
        #expect(made.edition.pictures.map(\.path) == ["Content/articles/x.gif"])
        let address = try #require(made.edition.pictures.first?.url.text)
        #expect(address.wholeMatch(of: /media\/[0-9a-f]{16}\.gif/) != nil)
        #expect(try html(made).contains(#"<img src="/\#(address)" width="32" height="16" alt="وصف">"#))
        #expect(try html(made).contains(#"<a href="/2024/01/b/">"#))
    }

    @Test(arguments: [
        ("<a href=\"/broken/\">أ</a>", "broken-link"), ("<p><a href=\"c.md\">أ</a></p>", "broken-link"),
        ("<img src=\"lost.gif\" alt=\"أ\">", "missing-picture"),
        ("<img srcset=\"lost.gif 2x\" src=\"x.gif\" alt=\"أ\">", "missing-picture"),
        ("<p><a href=\"#nothing\">أ</a></p>", "broken-anchor"),
        ("<img src=\"https://old.example/a.jpg\" alt=\"أ\">", "picture-blocked"),
    ]) func rawHTMLIsCheckedAsMarkdownIs(_ text: String, _ id: String) throws {
        #expect(try outlet(text, settings: "html: allow").made().ids == [id])
    }

    @Test func anchorOfRawHTMLIsOne() throws {
        #expect(try outlet("<h2 id=\"z\">ع</h2>\n\n[أ](#z)", settings: "html: allow").made().ids == [])
    }

    @Test func pictureAmongAssetsIsFoundBelowASubPath() throws {
        var outlet = outlet("![أ](/assets/map.gif)", url: "https://example.org/news/")
        outlet.files["Content/assets/map.gif"] = Self.gif
        let made = try outlet.made()
        #expect(made.ids == [])
        #expect(try html(made).contains(#"src="/news/assets/map.gif""#))
    }

    @Test func nameWithPercentSignsIsSuggestedAsAnAddressHasThem() throws {
        var outlet = outlet("![أ](%D8%A3.gif)")
        outlet.files["Content/articles/%D8%A3.gif"] = Self.gif
        let problem = try #require(try outlet.made().diagnostics.first { $0.id == "missing-picture" })
        #expect(problem.message.english.contains("did you mean “%25D8%25A3.gif”?"))
        outlet.files["Content/articles/a.md"] = outlet.files["Content/articles/a.md"]?.replacing("%D8", with: "%25D8")
            .replacing(
                "%A3", with: "%25A3")
        #expect(try outlet.made().ids == [])
    }

    @Test(arguments: ["x.heic", "x.HEIF", "x.bmp", "x.tiff"]) func pictureThatNoBrowserShowsIsToBeSavedAnew(
        _ name: String
    ) throws {
        var outlet = outlet("![أ](\(name))")
        outlet.files["Content/articles/\(name)"] = "x"
        outlet.files["Content/articles/x.gif"] = nil
        let problem = try #require(try outlet.made().diagnostics.first { $0.severity == .error })
        #expect(problem.id == "picture-format")
        #expect(problem.message.english.hasSuffix("save it as JPEG or PNG and name that file here"))
        #expect(problem.location?.path == "Content/articles/a.md")
        outlet.files["Content/articles/x.gif"] = Self.gif
        let saved = try outlet.made().diagnostics.first { $0.severity == .error }
        #expect(saved?.message.english.hasSuffix("did you mean “x.gif”?") == true)
    }
}
