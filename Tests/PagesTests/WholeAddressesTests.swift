import Base
import Content
import Testing

@testable import Pages

@Suite struct WholeAddressesTests {
    private func whole(_ html: String) throws -> String {
        let address = try SiteAddress(try WebURL("https://example.org/news/"))
        return String(decoding: withWholeAddresses(Array(html.utf8), page: URLPath("2024/x/"), address), as: UTF8.self)
    }

    @Test(arguments: [
        (#"<a href="/news/a/">"#, #"<a href="https://example.org/news/a/">"#),
        (#"<img alt="" src="/news/m.jpg">"#, #"<img alt="" src="https://example.org/news/m.jpg">"#),
        ("<a href='/news/a/'>", "<a href='https://example.org/news/a/'>"),
        (##"<a href="#fn-1">"##, ##"<a href="https://example.org/news/2024/x/#fn-1">"##),
        (#"<a href="//other.org/">"#, #"<a href="//other.org/">"#),
        (#"<a href="https://other.org/">"#, #"<a href="https://other.org/">"#),
        (#"<p title="/news/">/news/ href="/x/"</p>"#, #"<p title="/news/">/news/ href="/x/"</p>"#),
    ]) func linksAreWhole(_ html: String, _ expected: String) throws {
        #expect(try whole(html) == expected)
    }

    @Test(arguments: ["<script>alert('</p>')</script>", "<STYLE>p{}</STYLE>", "<!-- <a href='/x'> -->", "<script src=x>"])
    func nothingThatRunsLeavesTheSite(_ html: String) throws {
        #expect(try whole("<p>أ</p>\(html)") == "<p>أ</p>")
    }
}
