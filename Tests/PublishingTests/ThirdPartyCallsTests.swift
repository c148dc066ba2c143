import Base
import Content
import Pages
import Publishing
import Testing

/// `check` names every other host that pages call, and says of what site.yaml brings whether it can come to readers.
@Suite struct ThirdPartyCallsTests {
    private func remarks(_ settings: String, _ files: [String: String] = [:]) -> Check.Remarks {
        let site = ExampleSite()
        site.set(settings: settings)
        for (path, text) in files { site.files[path] = Array(text.utf8) }
        return Check(ExampleSite.load).run(on: site.files)
    }

    private func lines(_ remarks: Check.Remarks) -> [String] {
        remarks.thirdParties.map {
            "\($0.party.origin) \($0.party.purpose.rawValue)\($0.party.consent.map { " after \($0)" } ?? "") \($0.pages)"
        }
    }

    /// Templates that show heads, texts and places.
    private let templates = [
        "Templates/article.html":
            "<head>{{ page.head | safe }}<link rel=\"stylesheet\" href=\"{{ asset(\"a.css\") }}\"></head>"
            + "<body>{{ page.title }}{{ page.ads.end | safe }}{% for it in page.consents %}{{ it.text }}{% endfor %}"
            + "{{ article.html | safe }}</body>",
        "Templates/assets/a.css": "@font-face { src: url(https://fonts.example/a.woff2); }",
    ]

    @Test func siteThatCallsNobodyHasNone() { #expect(lines(remarks("")) == []) }

    @Test func everyHostIsNamedWithItsPurposeAndPages() {
        let found = remarks(
            """
            html: allow
            embeds: youtube
            csp: {font-src: "https://fonts.example", frame-src: "https://maps.example", img-src: "https://pictures.example"}
            consent: {offers: Offers?}
            scripts:
              - {source: "https://count.example/a.js", pages: articles, needs: {connect-src: "https://hits.example"}}
              - {source: "https://ads.example/a.js", pages: articles, consent: offers}
            ads: {end: {phone: 300x250, frame: "https://ads.example/f", pages: articles, consent: offers}}
            """,
            templates.merging([
                "Content/articles/2023/match.md": """
                ---
                title: مباراة
                date: 2023-05-01
                ads: false
                ---

                نص ![](https://pictures.example/a.png)

                <iframe src="https://maps.example/a"></iframe>

                [فيلم](https://www.youtube.com/watch?v=aaaaaaaaaaa)

                """
            ]) { $1 })
        #expect(found.problems.filter { $0.severity == .error }.map(\.said) == [])
        #expect(
            lines(found) == [
                "https://fonts.example font 7", "https://ads.example frame after offers 6",
                "https://ads.example script after offers 6", "https://count.example script 6",
                "https://hits.example connection 6", "https://maps.example frame 1",
                "https://pictures.example picture 1", "https://www.youtube-nocookie.com player 1",
            ])
    }

    @Test(arguments: [
        ("scripts: [{file: counter.js}]", "script-file"),
        ("scripts: [{file: a.js, integrity: \"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"}]", "script-file"),
        ("ads: {middle: {phone: 300x250}}", "never-shown"),
        ("consent: {offers: Offers?}", "never-shown"),
        ("consent: {offers: Offers?}\nscripts: [{file: a.js, consent: offers}]", "never-shown"),
    ]) func whatCannotComeToReadersIsTold(_ settings: String, _ id: String) {
        let found = remarks(settings, ["Content/assets/a.js": "count()"]).problems.filter { $0.severity != .advice }
        #expect(found.map(\.id) == [id], "\(found.map(\.said))")
        #expect(found.first?.location?.path == "Content/site.yaml" && (found.first?.location?.line ?? 0) > 0)
    }

    @Test func whatComesToReadersIsNot() {
        let hash = FileHash(of: Array("count()".utf8), by: .sha384).text
        let settings = """
            consent: {offers: Offers?}
            scripts: [{file: a.js, consent: offers, integrity: \(hash)}]
            ads: {end: {phone: 300x250}, text: {phone: 300x250, after_paragraph: 2}}
            """
        let found = remarks(settings, templates.merging(["Content/assets/a.js": "count()"]) { $1 })
        #expect(
            found.problems.filter { $0.breaks(ThirdPartyRule.neverShown) || $0.severity == .error }.map(\.said) == [])
    }
}

extension Diagnostic {
    fileprivate var said: String { "\(location?.line ?? 0) [\(id)] \(message.english)" }
}
