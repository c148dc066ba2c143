import Base
import Content
import Testing
import Typesetting

@testable import Pages

/// What site.yaml brings of others onto pages stands on those pages alone, and in the policy with them.
@Suite struct ThirdPartyTests {
    private static let statistics = "https://statistics.example/a.js"

    private func made(_ settings: String, articles: [String: String] = ["2024-01-24-a.md": "title: خبر"]) throws
        -> SmallOutlet.Made
    {
        try SmallOutlet(settings, articles: articles).made()
    }

    private func policy(_ settings: String) throws -> String { SecurityPolicy(try made(settings).site.outlet).header }

    /// What a page has of others in its head.
    private func head(_ made: SmallOutlet.Made, _ kind: Page.Kind = .article) throws -> String {
        let page = try #require(made.plan.pages.first { $0.kind == kind })
        return String(decoding: ThirdParties(made.site, made.edition.catalogue).head(of: page), as: UTF8.self)
    }

    @Test func scriptStandsInPagesAndPolicyWithAllThatItHas() throws {
        let settings = """
            scripts:
              - source: https://statistics.example/js/a.js?site=1
                async: true
                integrity: sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn
                attributes: {data-domain: 'a"><script>x()</script>&'}
                needs: {connect-src: https://statistics.example, img-src: [https://pixel.example]}
              - file: counter.js
            """
        let made = try made(settings)
        #expect(
            try head(made) == """

                <script src="https://statistics.example/js/a.js?site=1" async \
                integrity="sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn" \
                crossorigin="anonymous" data-domain="a&#34;&gt;&lt;script&gt;x()&lt;/script&gt;&amp;"></script>
                <script src="/assets/counter.js" defer></script>
                """)
        #expect(made.head()?.contains("a.js?site=1") == true)
        let header = SecurityPolicy(made.site.outlet).header
        #expect(header.contains("script-src 'self' https://statistics.example/js/a.js;"))
        #expect(header.contains("connect-src 'self' https://statistics.example;"))
        #expect(header.contains("img-src 'self' https://pixel.example;"))
    }

    @Test func signsThatPartSourcesAreEncodedInThePolicy() throws {
        let header = try policy("scripts: [{source: \"https://s.example/a;b,c'd$e.js\"}]")
        #expect(header.contains("script-src 'self' https://s.example/a%3Bb%2Cc%27d%24e.js;"))
    }

    @Test(arguments: [
        ("all", ["home", "article", "tags", "corrections", "404", "archive", "page"]), ("articles", ["article"]),
        ("[home, pages]", ["home", "corrections", "404", "page"]), ("القوائم", ["tags", "archive"]),
    ]) func scriptStandsOnThePagesOfItsKindsAlone(_ pages: String, _ expected: [String]) throws {
        var outlet = SmallOutlet(
            "scripts: [{source: \"\(Self.statistics)\", pages: \(pages)}]", articles: ["2024-01-24-a.md": "title: خبر"])
        outlet.files["Content/pages/about.md"] = "---\ntitle: من نحن\n---\nنص.\n"
        let made = try outlet.made()
        let parties = ThirdParties(made.site, made.edition.catalogue)
        let kinds = ["home", "article", "tags", "corrections", "404", "archive", "page"]
        let found = made.plan.pages.filter { kinds.contains($0.kind.rawValue) && !parties.head(of: $0).isEmpty }
        #expect(Set(found.map(\.kind.rawValue)) == Set(expected))
    }

    @Test func scriptBehindAConsentIsInertUntilThen() throws {
        let made = try made("consent: {إحصاء: هل نعدّ؟}\nscripts: [{source: \"\(Self.statistics)\", consent: إحصاء}]")
        #expect(
            try head(made) == """

                <template data-consent="إحصاء"><script src="https://statistics.example/a.js" defer></script></template>
                """)
        let page = try #require(made.plan.pages.first { $0.kind == .article })
        let parties = ThirdParties(made.site, made.edition.catalogue)
        #expect(parties.consents(of: page).map(\.text) == ["هل نعدّ؟"] && parties.isOn(page))
    }

    // MARK: Free of third parties

    @Test(arguments: [
        ("ads: false", ""), ("إعلانات: لا", ""), ("section: وفيات", "sections: [{name: وفيات, ads: false}, رأي]"),
        ("status: retracted\nreason: خطأ", ""),
    ]) func storyWithoutAdvertisementsHasNothingOfOthers(_ key: String, _ sections: String) throws {
        let settings = """
            consent: {offers: هل نعرض؟}
            scripts: [{source: "\(Self.statistics)"}, {file: a.js, consent: offers}]
            ads:
              top: {phone: 320x100}
              middle: {phone: 300x250, after_paragraph: 1, paragraphs: 2}
              end: {phone: 300x250, frame: "https://ads.example/f", consent: offers}
            \(sections)
            """
        let paragraphs = "\n---\nأولى.\n\nثانية.\n\nثالثة.\n"
        let made = try made(
            settings,
            articles: [
                "2024-01-24-a.md": "title: رحيل\n\(key)" + paragraphs, "2024-01-25-b.md": "title: خبر" + paragraphs,
            ])
        let parties = ThirdParties(made.site, made.edition.catalogue)
        let pages = made.plan.pages.filter { $0.kind == .article }
        let free = try #require(pages.first { $0.title == "رحيل" })
        let other = try #require(pages.first { $0.title == "خبر" })
        func all(_ page: Page) -> String {
            let names = ["top", "end"].compactMap { parties.markup(of: $0, on: page) }.flatMap { $0 }
            let html = Array("<p>أولى.</p>\n<p>ثانية.</p>\n<p>ثالثة.</p>\n".utf8)
            let text = parties.placingAds(in: html, of: page)
            return String(decoding: parties.head(of: page) + names + (text == html ? [] : text), as: UTF8.self)
        }
        #expect(all(free) == "" && parties.consents(of: free).isEmpty && !parties.isOn(free))
        #expect(all(other).contains("statistics.example") && all(other).contains("ad-middle"))
        for page in made.plan.pages where page.kind == .section && page.title == "وفيات" { #expect(all(page) == "") }
    }

    // MARK: Places

    @Test func placeHasWhatTheNetworkFillsAndItsRoom() throws {
        let made = try made(
            """
            ads:
              txt: [ads.example, 1234, DIRECT]
              top: {phone: 320x100, desktop: 970×250, attributes: {class: offers, data-slot: '1"'}}
              side: {desktop: 160x600, element: div, pages: articles}
              end: {phone: 300x250, frame: "https://ads.example/f?a=1&b=2"}
            """.replacing("[ads.example, 1234, DIRECT]", with: "\"ads.example, 1234, DIRECT\""))
        let parties = ThirdParties(made.site, made.edition.catalogue)
        let article = try #require(made.plan.pages.first { $0.kind == .article })
        let home = try #require(made.plan.pages.first { $0.kind == .home })
        func text(_ name: String, _ page: Page) -> String? {
            parties.markup(of: name, on: page).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(
            text("top", home)
                == #"<aside class="ad ad-top" aria-label="إعلان"><ins class="offers" data-slot="1&#34;"></ins></aside>"#
        )
        #expect(text("side", article) == #"<aside class="ad ad-side" aria-label="إعلان"><div></div></aside>"#)
        #expect(text("side", home) == nil && text("middle", home) == nil)
        #expect(
            text("end", home)?.contains("<iframe src=\"https://ads.example/f?a=1&amp;b=2\" title=\"إعلان\"") == true)
        #expect(SecurityPolicy(made.site.outlet).header.hasSuffix("frame-src https://ads.example"))
        let sheet = try #require(made.plan.outputs.first { $0.file.hasPrefix("assets/ad-places.") })
        let css = try #require(made.text(sheet.file))
        #expect(css.contains("(width < 48em) {\n  .ad-top { inline-size: 320px; block-size: 100px; }"))
        #expect(css.contains("(width >= 48em) {\n  .ad-top { inline-size: 970px; block-size: 250px; }"))
        #expect(
            css.contains("  .ad-side { display: none; }\n")
                && css.contains(".ad-side { inline-size: 160px; block-size: 600px; }"))
        #expect(String(decoding: parties.head(of: home), as: UTF8.self).contains("/" + sheet.file))
        #expect(made.text("ads.txt") == "ads.example, 1234, DIRECT\n")
    }

    /// `|` is where the place stands.
    @Test(arguments: [
        ("أ.\n\nب.\n\nج.\n\nد.", "<p>أ.</p>\n<p>ب.</p>\n|<p>ج.</p>\n<p>د.</p>\n"),
        ("أ.\n\nب.\n\nج.", nil),
        ("أ.\n\nب.\n\n## ع\n\nج.\n\nد.\n\nه.", "<p>ج.</p>\n|<p>د.</p>"),
        ("أ.\n\n- ب.\n\n  ج.\n\n- د.\n\nه.\n\nو.\n\nز.\n\nح.", "<p>ه.</p>\n|<p>و.</p>"),
        ("أ.\n\n> ب.\n>\n> ج.\n>\n> د.\n\nه.\n\nو.\n\nز.\n\nح.", "<p>ه.</p>\n|<p>و.</p>"),
        ("أ.\n\nب.\n\n::: aside\nج.\n\nد.\n:::\n\nه.\n\nو.\n\nز.", "<p>ه.</p>\n|<p>و.</p>"),
        ("أ.\n\nب.\n\n1. ج.\n\nد.\n\n---\n\nه.\n\nو.", "<p>ه.</p>\n|<p>و.</p>"),
        ("أ.[^1]\n\nب.\n\nج.\n\nد.\n\n[^1]: ه.\n\n    و.", "<p>ب.</p>\n|<p>ج.</p>"),
        ("# ع\n\n# ع ٢\n\n- أ.\n\n- ب.\n\n- ج.", nil),
    ]) func placeInATextStandsBetweenTwoParagraphsOfItsOwn(_ text: String, _ expected: String?) throws {
        let made = try made(
            "ads: {text: {phone: 300x250, after_paragraph: 2, paragraphs: 4}}",
            articles: ["2024-01-24-a.md": "title: خبر\n---\n\(text)\n"])
        let page = try #require(made.plan.pages.first { $0.kind == .article })
        let parties = ThirdParties(made.site, made.edition.catalogue)
        let html = try made.edition.html(ofArticle: 0)
        let placed = String(decoding: parties.placingAds(in: html, of: page), as: UTF8.self)
        let mark = #"<aside class="ad ad-text" aria-label="إعلان"><ins></ins></aside>"# + "\n"
        #expect(placed.replacing(mark, with: "") == String(decoding: html, as: UTF8.self))
        let found = placed.replacing(mark, with: "|")
        #expect(expected.map { found.contains($0) } ?? !found.contains("|"), "\(found)")
        #expect(parties.head(of: page).isEmpty == (expected == nil))
        // Readers of feeds have none of it.
        #expect(made.plan.feeds.feeds.allSatisfy { made.text($0.url.text)?.contains("ad-text") == false })
    }

    @Test func twoPlacesOfATextNeverShareOnePlace() throws {
        let made = try made(
            "ads: {one: {phone: 300x250, after_paragraph: 1}, two: {phone: 300x250, after_paragraph: 2}}",
            articles: ["2024-01-24-a.md": "title: خبر\n---\nأ.\n\n## ع\n\nب.\n\nج.\n\nد.\n\nه.\n"])
        let page = try #require(made.plan.pages.first { $0.kind == .article })
        let parties = ThirdParties(made.site, made.edition.catalogue)
        let placed = String(
            decoding: parties.placingAds(in: try made.edition.html(ofArticle: 0), of: page), as: UTF8.self)
        #expect(placed.components("ad-one") == 2 && placed.components("ad-two") == 2)
        #expect(placed.contains("<p>ب.</p>\n<aside class=\"ad ad-one\""))
        #expect(placed.contains("<p>ج.</p>\n<aside class=\"ad ad-two\""))
    }

    // MARK: The policy

    @Test func hashesAreTakenAndReportsAreSent() throws {
        let hash = FileHash(of: Array("x()".utf8), by: .sha256).text
        let made = try made(
            "csp: {script-src: \"'\(hash)'\", report: {to: \"https://r.example/c\", try: {img-src: \"https://i.example\"}}}"
        )
        let headers = Dictionary(
            uniqueKeysWithValues: made.plan.headers.headers(of: "/", isFound: true).map { ($0.name, $0.value) })
        let told = "; report-uri https://r.example/c; report-to csp"
        #expect(headers["Content-Security-Policy"]?.contains("script-src 'self' '\(hash)';") == true)
        #expect(headers["Content-Security-Policy"]?.hasSuffix(told) == true)
        #expect(headers["Reporting-Endpoints"] == "csp=\"https://r.example/c\"")
        let tried = try #require(headers["Content-Security-Policy-Report-Only"])
        #expect(tried.contains("img-src 'self' https://i.example;") && !tried.contains(hash) && tried.hasSuffix(told))
        #expect(
            made.text("_servers/nginx.conf")?.contains(#"add_header Reporting-Endpoints "csp=\"https://r.example/c\"""#)
                == true)
        #expect(made.text(".htaccess")?.contains(#"set Reporting-Endpoints "csp=\"https://r.example/c\"""#) == true)
        #expect(made.text("_headers")?.contains("Reporting-Endpoints: csp=\"https://r.example/c\"\n") == true)
        let policy = SecurityPolicy(made.site.outlet)
        #expect(policy.allows("script-src", inline: "x()") && !policy.allows("script-src", inline: "y()"))
        #expect(!policy.allows("style-src", inline: "x()"))
    }

    @Test(arguments: [
        ("https://s.example/js/a.js", true), ("https://s.example/js/b.js", false),
        ("https://s.example/js/a.js?x=1", true),
        ("https://s.example", true), ("https://s.example/lib/x/y.js", true), ("https://other.example/js/a.js", false),
    ]) func pathsOfSourcesAreComparedAsBrowsersDo(_ address: String, _ isAllowed: Bool) throws {
        let outlet = try made("csp: {script-src: \"https://s.example/js/a.js https://s.example/lib/\"}").site.outlet
        #expect(SecurityPolicy(outlet).allows("script-src", address) == isAllowed)
    }

    // MARK: Texts

    @Test func whatATextsOwnHTMLAsksForIsLookedInto() throws {
        let text = """
            نص <b onclick="x()">غليظ</b>.

            <iframe src="https://maps.example/a"></iframe>

            ```
            <script>x()</script>
            ```

            <form action="https://mail.example/join"><button>اشترك</button></form>

            <div style="color: red">أحمر</div>

            <video src="https://v.example/a.mp4"></video>
            """
        func problems(_ more: String) throws -> [String] {
            let made = try made(
                "html: allow\nmessages: en\n\(more)", articles: ["2024-01-24-a.md": "title: خبر\n---\n\(text)\n"])
            return made.diagnostics.filter { $0.breaks(ThemeRule.policyBlocks) }.map {
                "\($0.location?.line ?? 0):\($0.location?.column ?? 0) "
                    + ($0.message.english.split(separator: "“").last?.prefix { $0 != "”" } ?? "")
            }
        }
        let all = try problems("")
        #expect(
            all.map { $0.hasPrefix("4:") || $0.hasPrefix("14:") ? String($0.prefix { $0 != " " }) : $0 } == [
                "4:7", "6:9 csp: {frame-src: https://maps.example}", "12:7 csp: {form-action: https://mail.example}",
                "14:6", "16:8 csp: {media-src: https://v.example}",
            ], "\(all)")
        let rest = try problems(
            "csp: {frame-src: https://maps.example, form-action: https://mail.example, media-src: https://v.example}")
        #expect(rest.count == 2)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> Int {
        self.split(separator: separator, omittingEmptySubsequences: false).count
    }
}
