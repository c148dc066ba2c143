import Base
import Content
import Testing

@testable import Pages

@Suite struct PublicFilesTests {
    @Test func crawlersAreNamed() throws {
        let text = try SmallOutlet(
            "crawlers:\n  GPTBot: disallow\n  CCBot: [/archive/]\n  Bingbot: allow", url: "https://example.org/news/"
        ).made().text("robots.txt")
        #expect(
            text == """
                User-agent: *
                Disallow:

                User-agent: GPTBot
                Disallow: /news/

                User-agent: CCBot
                Disallow: /news/archive/

                User-agent: Bingbot
                Disallow:

                Sitemap: https://example.org/news/sitemap.xml
                Sitemap: https://example.org/news/sitemaps/news.xml

                """)
    }

    @Test func adsAreWrittenAsTheyStand() throws {
        let made = try SmallOutlet("ads:\n  - google.com, pub-1, DIRECT, f08c47fec0942fa0\n  - OWNERDOMAIN=example.org")
            .made()
        #expect(made.text("ads.txt") == "google.com, pub-1, DIRECT, f08c47fec0942fa0\nOWNERDOMAIN=example.org\n")
    }

    @Test(arguments: [
        "google.com, pub-1", "google.com, pub-1, MAYBE", "google, pub-1, DIRECT", "x.com,,DIRECT", "FOO=1",
    ])
    func malformedAdsLineIsReported(_ line: String) {
        #expect(SmallOutlet("ads:\n  - \"\(line)\"").loadProblems == ["ads-line"])
    }

    @Test func securityContactHasItsFile() throws {
        let made = try SmallOutlet("security:\n  contact: mailto:security@example.org\n  expires: 2025-01-01").made()
        #expect(
            made.text(".well-known/security.txt")
                == "Contact: mailto:security@example.org\nExpires: 2025-01-01T00:00:00Z\nCanonical: https://example.org/.well-known/security.txt\n"
        )
        #expect(made.ids == [])
    }

    @Test func securityContactThatHasExpiredIsReported() throws {
        let made = try SmallOutlet("security:\n  contact: mailto:security@example.org\n  expires: 2024-01-01").made()
        #expect(made.ids == ["security-expired"])
    }

    @Test(arguments: [
        ("crawlers: {'Bad Bot': disallow}", "crawler-name"), ("crawlers: {GPTBot: maybe}", "wrong-type"),
        ("csp: {img-src: \"'unsafe-inline'\"}", "policy-source"),
        ("csp: {image-src: 'https://a.example'}", "unknown-key"),
        ("csp: {img-src: 'https://a.example;script-src'}", "policy-source"), ("feeds: {site: opml}", "wrong-type"),
        ("feeds: {items: 21}", "wrong-type"), ("security: {contact: 'mailto:a@b.example'}", "missing-key"),
        ("app: {theme_color: red}", "wrong-type"), ("guid_host: 'a b'", "guid-host"),
        ("policies: {etics: /x/}", "unknown-key"),
        ("urls: {rss: '{slug}'}", "wrong-type"), ("urls: {rss: '../x'}", "wrong-type"),
        ("icons: [none.png]", "missing-picture"),
    ]) func badSettingIsReported(_ line: String, _ id: String) {
        #expect(SmallOutlet(line).loadProblems == [id])
    }

    @Test(arguments: ["example.org", "ftp://example.org/", "https://example.org/?x=1"]) func siteAddressIsWhole(
        _ url: String
    ) {
        #expect(SmallOutlet(url: url).loadProblems == ["site-url"])
    }

    @Test func addedOriginsStandInThePolicy() throws {
        let made = try SmallOutlet(
            "csp: {img-src: 'https://cdn.example', frame-src: 'https://video.example'}\ncomments: {action: 'https://forms.example/x'}"
        ).made()
        let headers = try #require(made.text("_headers"))
        #expect(headers.contains("img-src 'self' https://cdn.example;"))
        #expect(headers.contains("form-action 'self' https://forms.example;"))
        #expect(headers.contains("; frame-src https://video.example\n"))
        #expect(!headers.contains("unsafe"))
    }
}
