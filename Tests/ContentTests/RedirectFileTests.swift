import Base
import TestSupport
import Testing

@testable import Content

@Suite struct RedirectFileTests {
    private func read(_ text: String, url: String = "https://example.org/") throws -> RedirectFile {
        RedirectFile(Array(text.utf8), of: try SiteAddress(try WebURL(url)))
    }

    private func text(_ rule: RedirectRule) -> String {
        switch rule.answer {
        case .gone: "\(rule.from.text) 410"
        case .moved(let to, let isPermanent): "\(rule.from.text) \(to.text) \(isPermanent ? 301 : 302)"
        }
    }

    @Test(arguments: [
        ("/a/\t/b/", "/a/ /b/ 301"), ("/a /b", "/a/ /b/ 301"), ("/a  /b   302  # لماذا", "/a/ /b/ 302"),
        ("/old.php\t\t/b/\t301", "/old.php /b/ 301"), ("/a b/\t/b/", "/a b/ /b/ 301"), ("/a/ 410", "/a/ 410"),
        ("/a/ - 410", "/a/ 410"), ("/قديم/ /b/", "/قديم/ /b/ 301"), ("/%D9%82%D8%AF%D9%8A%D9%85 /b/", "/قديم/ /b/ 301"),
        ("/?p=12 /b/", "/?p=12 /b/ 301"), ("/i.php?b=%D8%A8&a=1 /b/", "/i.php?a=1&b=ب /b/ 301"),
        ("/w/* /m/*", "/w/* /m/* 301"), ("/w/* /m/ 302", "/w/* /m/ 302"), ("/w/* 410", "/w/* 410"),
        ("https://example.org/a/ HTTP://EXAMPLE.ORG/b/", "/a/ /b/ 301"), ("\u{200F}/a/\u{200F} /b/", "/a/ /b/ 301"),
        ("\u{FEFF}/a/ /b/\r", "/a/ /b/ 301"),
    ])
    func aLineIsARule(_ line: String, _ rule: String) throws {
        let file = try read("# تعليق\n\n\(line)\n")
        #expect(file.rules.map(text) == [rule] && file.diagnostics == [])
        #expect(file.rules.first?.place.line == 3)
    }

    @Test func theNamesOfTheColumnsAreNoRule() throws {
        #expect(try read("from\tto\tstatus\n/a/\t/b/\n").rules.count == 1)
    }

    @Test func pathsCountFromTheSitesOwnAddress() throws {
        let file = try read(
            "https://example.org/news/a/ /b/\nhttps://example.org/a/ /b/\n", url: "https://example.org/news/")
        #expect(file.rules.map(text) == ["/a/ /b/ 301"] && file.diagnostics.map(\.id) == ["redirect-host"])
    }

    @Test(arguments: [
        ("/a/", "redirect-line", 1), ("/a/ /b/ 410", "redirect-line", 5), ("/a/ /b/ /c/", "redirect-line", 9),
        ("/a/ - 301", "redirect-path", 5),
        ("/a/ /b/ 307", "redirect-status", 9), ("/قد/ /b/ 404", "redirect-status", 10),
        ("/a*b/ /b/", "redirect-star", 1), ("/a/*/c /b/", "redirect-star", 1), ("/a?p=1/* /b/", "redirect-star", 1),
        ("/a?p=1/c /b/", "redirect-star", 1), ("/a/ /b/*", "redirect-star", 5), ("/a/ /b/?x=1", "redirect-star", 5),
        ("/a/* /b*/", "redirect-star", 6), ("/a/ /b/#c", "redirect-star", 5), ("/?feed /b/", "redirect-query", 1),
        ("/?p= /b/", "redirect-query", 1),
        ("/?p=1&p=2 /b/", "redirect-query", 1), ("/?a[b]=1 /b/", "redirect-query", 1),
        ("https://other.org/ /b/", "redirect-host", 1), ("/a/ //other.org/", "redirect-host", 5),
        ("/a/ https://example.org.evil.org/", "redirect-host", 5),
        ("/a\u{1}/ /b/", "redirect-path", 1), ("/a/ /b\u{7F}/", "redirect-path", 5),
        ("/a/../b /b/", "redirect-path", 1),
        ("a/ /b/", "redirect-path", 1), ("/a%0D%0Ab/ /b/", "redirect-path", 1),
        ("/a\u{202E}b/ /b/", "redirect-path", 1),
    ])
    func aLineThatIsNoneIsReportedWhereItIsWrong(_ line: String, _ id: String, _ column: Int) throws {
        let file = try read("\n\(line)\n/x/ /y/\n")
        #expect(file.diagnostics.map(\.id) == [id] && file.rules.count == 1)
        #expect(file.diagnostics.first?.location == Location(path: RedirectFile.path, line: 2, column: column))
    }

    @Test func aFileThatIsNoTextIsReported() throws {
        #expect(RedirectFile([0xFF, 0xFE, 0x2F, 0], of: .unknown).diagnostics.map(\.id) == ["utf-8"])
        #expect(
            try read("<<<<<<< HEAD\n/a/ /b/\n=======\n/a/ /c/\n>>>>>>> other\n").diagnostics.map(\.id) == [
                "conflict-marker"
            ])
    }

    @Test func thePlainWayIsTheSame() throws {
        var random = SeededGenerator(5)
        let parts = [
            "/", "/", "a", "قديم", "مَ", "آ", "١", ".", "..", ".sitegen", "%D9%82", "%2F", "%25", "%", "?", "#", "\\",
            ":", "*", " ", "(", "\u{1}", "é", "e\u{301}", "ا\u{653}", "index.html", String(repeating: "x", count: 250),
        ]
        for _ in 0..<20000 {
            let written =
                "/"
                + (0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
                .joined()
            guard let plain = URLPath(plain: written) else { continue }
            #expect(plain == (try? URLPath(written: written)), "\(written)")
        }
        #expect(URLPath(plain: "/2015/%D9%82%D8%B5%D8%A9/x.php") != nil)
    }
}
