import Base
import Content
import Testing

@testable import Pages

@Suite struct RedirectsTests {
    private func site(_ a: String, _ b: String = "", settings: String = "", url: String = "https://example.org/") throws
        -> SmallOutlet.Made
    {
        try SmallOutlet(
            settings, url: url,
            articles: ["a.md": "title: أ\ndate: 2024-01-01\n\(a)", "b.md": "title: ب\ndate: 2024-01-02\n\(b)"]
        ).made()
    }

    @Test func aliasLeadsToTheArticleEverywhere() throws {
        let made = try site("aliases: /2019/قديم", url: "https://example.org/news/")
        let page = try #require(made.text("2019/قديم/index.html"))
        #expect(page.contains(#"<meta http-equiv="refresh" content="0; url=/news/2024/01/a/">"#))
        #expect(page.contains(#"<link rel="canonical" href="https://example.org/news/2024/01/a/">"#))
        #expect(page.contains(#"<a href="/news/2024/01/a/">"#))
        let old = "/news/2019/%D9%82%D8%AF%D9%8A%D9%85/"
        #expect(made.text("_redirects") == "\(old) /news/2024/01/a/ 301\n")
        for path in ["/news/2019/قديم/", "/news/2019/قديم"] {
            #expect(
                made.text("_servers/nginx-maps.conf")?.contains("\"\(path)\" \"301 /news/2024/01/a/\";") == true)
            #expect(made.text("_servers/Caddyfile")?.contains("\t\"\(path)\" 301 /news/2024/01/a/\n") == true)
        }
        #expect(
            made.text(".htaccess")?.contains(
                #"RewriteRule "^2019/\xD9\x82\xD8\xAF\xD9\x8A\xD9\x85/?$" "/news/2024/01/a/" [R=301,L,NE,QSD]"#) == true
        )
    }

    @Test func aliasThatIsAPageIsReported() throws {
        let made = try site("aliases: [/2024/01/b/]")
        #expect(made.ids == ["alias-is-page"])
        #expect(made.diagnostics.first { $0.id == "alias-is-page" }?.location?.line == 4)
    }

    @Test func twoAliasesAlikeAreReported() throws {
        #expect(try site("aliases: /old/", "aliases: /old").ids == ["duplicate-alias"])
    }

    @Test(arguments: ["https://other.org/x/", "//other.org/", "../x", "/a/../../x", "/%2e%2e/x"])
    func aliasThatLeavesTheSiteIsReported(_ alias: String) {
        let outlet = SmallOutlet(articles: ["a.md": "title: أ\ndate: 2024-01-01\naliases: ['\(alias)']"])
        #expect(outlet.loadProblems == ["path-outside"])
    }

    @Test(arguments: ["/?p=12", "/old/?x=1", "/old/#part"]) func aliasWithAQuerySaysWhatItMayNotHave(_ alias: String)
        throws
    {
        var outlet = SmallOutlet(articles: ["a.md": "title: أ\ndate: 2024-01-01\naliases: ['\(alias)']"])
        #expect(outlet.loadProblems == ["path-outside"])
        outlet.now = "2024-06-01T12:00:00Z"
        #expect(outlet.loadMessages.allSatisfy { $0.contains("“?”") && $0.contains(alias) })
    }

    @Test func oldScriptsHaveRulesAndNoPage() throws {
        let made = try site("aliases: /story.php")
        #expect(made.text("story.php") == nil)
        #expect(made.text("_redirects") == "/story.php /2024/01/a/ 301\n")
    }

    @Test func removedArticleIsGoneAtAllItsPaths() throws {
        let made = try site("status: removed\naliases: /old/")
        #expect(made.text("_servers/nginx-maps.conf")?.contains("\"/old/\" \"410\";") == true)
        #expect(made.text("_servers/nginx-maps.conf")?.contains("\"/2024/01/a/\" \"410\";") == true)
        #expect(made.text("old/index.html") == nil)
    }

    @Test func aFileIsNeitherAnAliasNorAFolderBesides() throws {
        #expect(try site("aliases: /feed.xml/").ids == ["alias-is-page"])
    }

    @Test func noSignOfAPathEndsARule() throws {
        let made = try site("aliases: ['/قديم\"x/', '/a b$1/', '/c{d}`/']", "status: removed\nslug: محذوف")
        for file in ["_redirects", ".htaccess"] {
            let text = try #require(made.text(file))
            #expect(text.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) }, "\(file)")
            #expect(!text.contains("a b$1"))
        }
        let nginx = try #require(made.text("_servers/nginx-maps.conf"))
        #expect(nginx.contains(#""/قديم\"x/" "301 /2024/01/a/";"#) && nginx.contains(#""/c{d}`/" "301 "#))
        let caddy = try #require(made.text("_servers/Caddyfile"))
        #expect(caddy.contains(#"`~^\x2Fقديم\x22x\x2F$` 301 /2024/01/a/"#))
        #expect(caddy.contains(#"`~^\x2Fc\x7Bd\x7D\x60\x2F$` 301 "#))
    }
}
