import Base
import Content
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        "../../etc/passwd", "/../x", "/a/../b", "/%2e%2e/x", "/%2E%2E%2Fx/", "/a/%252e%252e/b", "etc/passwd",
        "/a\\..\\b",
        "https://evil.example/", "//evil.example/", "/a//b", "/a\u{0}b", "/a\nb", "/%0a", "/x?y", "/x#y", "/%ff/",
        "/%zz", "",
        "/.sitegen-manifest", "/a/./b", "/\u{202E}x", "javascript:alert(1)",
    ]) func hostilePathIsRefused(_ text: String) {
        #expect(throws: URLPath.Problem.self) { try URLPath(written: text) }
    }

    @Test(arguments: [
        ("/2019/old/", "2019/old/"), ("/2019/old", "2019/old/"), ("/old.html", "old.html"), ("/خبر/قديم/", "خبر/قديم/"),
        ("/%D8%AE%D8%A8%D8%B1/", "خبر/"), ("/%d8%ae%d8%a8%d8%b1/", "خبر/"), ("/", ""), ("/a\u{654}/", "a\u{654}/"),
    ]) func pathIsDecodedOnce(_ text: String, _ expected: String) throws {
        #expect(try URLPath(written: text).text == expected)
    }

    @Test(arguments: [
        ("x", "slug: %d9%85%d8%b7%d8%b1", "مطر"), ("x", "slug: %D9%85%D8%B7%D8%B1-2", "مطر-2"),
        ("x", "slug: 100%", "100"),
        ("%D9%85%D8%B7%D8%B1", "", "مطر"), ("2024-01-24-%d9%85%d8%b7%d8%b1", "", "مطر"),
        ("x", "slug: ..%2f..%2fetc", "etc"),
    ]) func encodedSlugIsDecodedOnce(_ file: String, _ line: String, _ expected: String) {
        var fixture = SiteFixture()
        fixture.add(file, "title: ع\ndate: 2024-01-24\n\(line)")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.articles.first?.url.text == "2024/01/\(expected)/")
    }

    @Test func slugThatWasEncodedTwiceIsRefused() {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nslug: %25d9%2585")
        #expect(diagnostics.map(\.id) == ["slug-encoding"])
        #expect(diagnostics.first?.location?.line == 4)
    }

    @Test func encodedNamesOfPagesAndSectionsAreDecodedToo() {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += "sections:\n  - name: طقس\n    slug: %d9%85%d8%b7%d8%b1\n"
        fixture.files["Content/pages/%D8%A3.md"] = "---\ntitle: ع\n---\n\nنص\n"
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.sections.first?.url.text.contains("مطر") == true)
        #expect(site?.pages.first?.url.text == "أ/")
    }

    @Test(arguments: ["%D9%85%D8%B7%D8%B1", "%D9%85%D8%B7%D8%B1.md", "مطر"])
    func fileWithAnEncodedNameIsFoundByEither(_ word: String) {
        var fixture = SiteFixture()
        fixture.add("%D9%85%D8%B7%D8%B1", "title: ع\ndate: 2024-01-24")
        fixture.add("b", "title: ب\ndate: 2024-01-25\nrelated: [\"\(word)\"]")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.articles.count == 2)
    }

    @Test func linkIsEncodedAndFileIsNot() {
        let path = URLPath("2024/خبر (1)/")
        #expect(path.href(base: "/news/") == "/news/2024/%D8%AE%D8%A8%D8%B1%20%281%29/")
        #expect(path.file == "2024/خبر (1)/index.html")
        #expect(URLPath("").file == "index.html")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "ftp://x/",
        "file:///etc/passwd",
        " https://x/", "https://", "https:///x", "https://a b/", "https://u:p@host/", "example.org", "", ":",
        "https://x/\u{202E}",
        "https://x/<script>", "java\nscript:x", "\u{1}javascript:x", "blob:https://x/",
    ]) func hostileAddressIsRefused(_ text: String) {
        #expect(throws: WebURL.Problem.self) { try WebURL(text) }
    }

    @Test(arguments: [
        ("https://example.org/", "https://example.org/"),
        ("HTTPS://example.org/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org/%D8%AE?a=b#c", "https://example.org/%D8%AE?a=b#c"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+254700123456", "tel:+254700123456"),
    ]) func addressIsKept(_ text: String, _ expected: String) throws {
        #expect(try WebURL(text).text == expected)
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org", "/"),
        ("https://example.org/news", "https://example.org", "/news/"),
        ("http://localhost:8000/a/b/", "http://localhost:8000", "/a/b/"),
    ]) func siteAddressHasOriginAndBase(_ text: String, _ origin: String, _ base: String) throws {
        let address = try SiteAddress(try WebURL(text))
        #expect(address.origin == origin)
        #expect(address.base == base)
    }
}
