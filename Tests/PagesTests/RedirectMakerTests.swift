import Base
import Content
import Testing

@testable import Pages

/// What a site makes of the lines of its redirects.tsv.
@Suite struct RedirectMakerTests {
    private func made(_ lines: String, _ settings: String = "servers: nginx") throws -> SmallOutlet.Made {
        var outlet = SmallOutlet(
            settings,
            articles: [
                "a.md": "title: أ\ndate: 2024-01-01\naliases: /alias/", "b.md": "title: ب\ndate: 2024-01-02",
                "gone.md": "title: ج\ndate: 2024-01-03\nstatus: removed",
            ])
        outlet.files["Content/redirects.tsv"] = lines
        return try outlet.made()
    }

    private func answer(_ made: SmallOutlet.Made, _ address: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0].dropFirst())
        switch made.plan.redirects.answer(to: path, query: parts.count > 1 ? parts[1] : "") {
        case .moved(let to, _, let isPermanent): return "\(isPermanent ? 301 : 302) /\(to.text)"
        case .gone: return "410"
        case nil: return "-"
        }
    }

    @Test(arguments: [
        ("/old.php", "302 /2024/01/b/"), ("/OLD.php", "-"), ("/folder", "301 /2024/01/a/"),
        ("/folder/", "301 /2024/01/a/"), ("/folder/x", "-"), ("/up/x/y.png", "301 /shop/x/y.png"),
        ("/up", "301 /shop/"),
        ("/up/2019/x.png", "301 /2024/01/a/"), ("/up/exact.png", "301 /2024/01/b/"), ("/upper/", "-"),
        ("/?p=1", "301 /2024/01/a/"), ("/?p=1&x=2", "301 /2024/01/a/"), ("/?p=1&lang=ar", "410"), ("/?p=11", "-"),
        ("/", "-"),
        ("/dead/x", "410"), ("/dead", "410"), ("/alias/", "301 /2024/01/a/"), ("/2024/01/gone/", "410"),
    ])
    func theCloserRuleAnswers(_ address: String, _ expected: String) throws {
        let lines = """
            /old.php /2024/01/b/ 302
            /folder/ /2024/01/a/
            /up/* /shop/*
            /up/2019/* /2024/01/a/
            /up/exact.png /2024/01/b/
            /?p=1 /2024/01/a/
            /?p=1&lang=ar 410
            /dead/* 410
            """
        let made = try made(lines, "servers: nginx\nelsewhere: /shop/")
        #expect(made.ids == [])
        #expect(answer(made, address) == expected)
    }

    @Test(arguments: [
        ("/x/ /x/", "redirect-self", 1), ("/x/ /x", "redirect-self", 1), ("/x/* /x/*", "redirect-self", 1),
        ("/x/ /y/\n/y/ /x/", "redirect-circle", 4), ("/x/* /x/y/*", "redirect-circle", 6),
        ("/x/* /y/*\n/y/* /x/*", "redirect-circle", 6), ("/x/* /y/z/\n/y/* /x/q/", "redirect-circle", 6),
        ("/2024/01/a/ /2024/01/b/", "redirect-is-page", 1), ("/feed.xml /2024/01/b/", "redirect-is-page", 1),
        ("/2024/* /2024/01/b/", "redirect-is-page", 1), ("/* /2024/01/b/", "redirect-is-page", 1),
        ("/x/ /2024/01/nothing/", "redirect-nowhere", 4), ("/x/* /nothing/*", "redirect-nowhere", 6),
        ("/x/ /2024/01/a/\n/x /2024/01/b/", "duplicate-redirect", 1),
        ("/?p=1 /2024/01/a/\n/?p=1 410", "duplicate-redirect", 1),
        ("/alias /2024/01/b/", "duplicate-redirect", 1), ("/X/ /2024/01/a/\n/x/ 410", "duplicate-redirect", 1),
        ("/x/ /alias/", "redirect-chain", 4), ("/x/ /2024/01/gone/", "redirect-gone", 4),
    ])
    func whatLeadsNowhereIsReportedWhereItIsWrong(_ lines: String, _ id: String, _ column: Int) throws {
        let problems = try made(lines).diagnostics.filter { $0.location?.path == "Content/redirects.tsv" }
        if id == "redirect-gone" {
            // The removed article's page says so itself.
            #expect(problems == [])
            return
        }
        #expect(Set(problems.map(\.id)) == [id])
        #expect(problems.last?.location?.column == column)
    }

    @Test func aChainIsResolvedToItsEnd() throws {
        let made = try made("/x/ /y/\n/y/ /z/ 302\n/z/ /alias/\n/d/ /e/\n/e/ 410\n/f/ /g/h/\n/g/* /2024/01/*")
        #expect(made.ids == Array(repeating: "redirect-chain", count: 5))
        #expect(answer(made, "/x/") == "302 /2024/01/a/" && answer(made, "/z/") == "301 /2024/01/a/")
        #expect(answer(made, "/d/") == "410")
        #expect(made.diagnostics.contains { $0.message.english.contains("write “/2024/01/a/”") })
    }

    @Test func aHundredThousandRulesInARowAreWalkedOnce() throws {
        let count = 3000
        let lines = (0..<count).map { "/r\($0)/ /\($0 + 1 == count ? "2024/01/a" : "r\($0 + 1)")/" }
        let made = try made(lines.joined(separator: "\n"))
        #expect(made.ids.count { $0 == "redirect-chain" } == count - 1)
        #expect(answer(made, "/r0/") == "301 /2024/01/a/")
    }

    @Test func whatAFileCanAnswerHasAPage() throws {
        let made = try made("/x/ /2024/01/b/\n/x.php /2024/01/b/\n/dead/ 410\n/up/* /2024/01/*")
        let page = try #require(made.text("x/index.html"))
        #expect(page.contains("<title>ب</title>") && page.contains("url=/2024/01/b/"))
        #expect(made.text("x.php") == nil)
        #expect(
            made.plan.pages.contains { $0.url.text == "dead/" }
                && made.plan.pages.contains { $0.url.text == "410.html" })
    }

    @Test func linksThroughARuleAreFollowed() throws {
        var outlet = SmallOutlet(
            "servers: nginx\nelsewhere: [/shop/]",
            articles: [
                "a.md":
                    "title: أ\ndate: 2024-01-01\n---\n[1](/old.php) [2](/up/b/) [3](/shop/x?y) [4](/up/c/) ![5](/shop/p.png)"
                    + " ![6](/elsewhere/p.png)",
                "b.md": "title: ب\ndate: 2024-01-02",
            ])
        outlet.files["Content/redirects.tsv"] = "/old.php /2024/01/b/\n/up/* /2024/01/*\n"
        let problems = try outlet.made().diagnostics.filter { $0.severity == .error }
        #expect(problems.map(\.id).sorted() == ["broken-link", "missing-picture"])
        #expect(problems.contains { $0.message.english.contains("/up/c/") })
    }

    @Test func hostsThatCannotAreNamed() throws {
        let lines =
            (0..<2001).map { "/r\($0)/ /2024/01/a/" } + (0..<101).map { "/s\($0)/* /2024/01/a/" } + [
                "/?p=1 /2024/01/a/"
            ]
        let all = try made(lines.joined(separator: "\n"), "")
        #expect(all.diagnostics.count { $0.id == "redirect-limit" && $0.severity == .warning } == 3)
        #expect(try made(lines.joined(separator: "\n"), "servers: [nginx, netlify]").ids == [])
    }

    @Test func onlyTheServersThatAreNamedHaveFiles() throws {
        let made = try made("", "servers: [caddy]")
        #expect(made.text("_servers/Caddyfile") != nil && made.text("_servers/nginx.conf") == nil)
        #expect(made.text(".htaccess") == nil && made.text("_redirects") == nil)
    }
}
