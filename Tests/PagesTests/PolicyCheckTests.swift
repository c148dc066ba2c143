import Base
import Content
import Testing
import Typesetting

@testable import Pages

/// What the site's own security policy blocks is named before anything is published.
@Suite struct PolicyCheckTests {
    /// Line, column, what is blocked and by which directive.
    private func problems(_ text: String, at path: String, _ settings: String = "") throws -> [String] {
        var outlet = SmallOutlet(settings + "\nmessages: en", articles: ["2024-01-24-a.md": "title: خبر"])
        outlet.files[path] = text
        let made = try outlet.made()
        let theme = Theme.read(MemoryTree(outlet.files)).theme
        return PolicyCheck(made.edition, made.plan, theme).problems.map { problem in
            let place = problem.location
            let directive = problem.message.english.split(separator: "(").last?.prefix { $0 != ")" } ?? ""
            let what = problem.message.english.split(separator: "“").dropFirst().first?.prefix { $0 != "”" }
            return "\(place?.line ?? 0):\(place?.column ?? 0) " + (what.map { "\(directive) \($0)" } ?? "inline")
        }
    }

    @Test(arguments: [
        ("<style>b{}</style>", ["1:1 inline"]), ("<p style=\"color: red\">", ["1:4 inline"]),
        ("<p onclick='x()'>", ["1:4 inline"]), ("<a href=\"javascript:x()\">", ["1:4 inline"]),
        ("<script>x()</script>", ["1:1 inline"]), ("<script type=\"module\">x()</script>", ["1:1 inline"]),
        ("<script type=\"application/ld+json\">{}</script>", []), ("<SCRIPT SRC=/assets/a.js></SCRIPT>", []),
        ("<script src=\"https://stats.example/a.js\"></script>", ["1:9 script-src https://stats.example"]),
        ("<script async src='//stats.example/a.js'></script>", ["1:15 script-src https://stats.example"]),
        ("<script src=\"https://stats.example/{{ site.name }}.js\">", ["1:9 script-src https://stats.example"]),
        ("<script src=\"{{ asset(\"a.js\") }}\"></script>", []),
        ("<link rel=\"stylesheet\" href=\"https://fonts.example/a.css\">", ["1:24 style-src https://fonts.example"]),
        ("<link rel=preload as=font href=https://fonts.example/a.woff2>", ["1:27 font-src https://fonts.example"]),
        ("<link rel=\"canonical\" href=\"https://other.example/\">", []),
        ("<link rel=\"preconnect\" href=\"https://other.example\">", []),
        ("<img src=\"https://img.example/a.png\" alt>", ["1:6 img-src https://img.example"]),
        ("<img src=\"data:image/png;base64,AA\" alt>", ["1:6 img-src data:"]), ("<img src=\"/media/a.png\" alt>", []),
        ("<img srcset=\"/a.png 1x, https://img.example/b.png 2x\" alt>", ["1:6 img-src https://img.example"]),
        (
            "<video src=\"https://v.example/a.mp4\" poster=\"https://v.example/a.jpg\">",
            ["1:8 media-src https://v.example", "1:38 img-src https://v.example"]
        ),
        (
            "<iframe src=\"https://www.youtube-nocookie.com/embed/x\">",
            ["1:9 frame-src https://www.youtube-nocookie.com"]
        ),
        ("<iframe src=\"/assets/map.html\">", ["1:9 frame-src https://example.org"]),
        ("<form action=\"https://mail.example/join\">", ["1:7 form-action https://mail.example"]),
        ("<form action=\"/search/\">", []), ("<object data=\"/a.swf\">", ["1:9 object-src https://example.org"]),
        ("<base href=\"/x/\">", ["1:7 base-uri https://example.org"]),
        ("{# <style> #}<!-- <p style=\"\"> -->{{ \"<style>\" }}<textarea><p onclick=1></textarea>", []),
        ("<p title=\"style=a\" data-on=\"x\" class=\"{% if a == \">\" %}onx{% endif %}\">", []),
    ])
    func ofATemplate(_ text: String, _ expected: [String]) throws {
        #expect(try problems(text, at: "Templates/extra.html") == expected)
    }

    @Test(arguments: [
        ("@import url(https://fonts.example/a.css);", ["1:13 style-src https://fonts.example"]),
        ("@font-face { src: url(https://fonts.example/a.woff2) }", ["1:23 font-src https://fonts.example"]),
        (
            "@font-face { src: url(a.woff2) } b { background: url(https://i.example/a.png) }",
            ["1:54 img-src https://i.example"]
        ),
        ("b { background: url(a.png) }", []),
    ])
    func ofAStyleSheet(_ text: String, _ expected: [String]) throws {
        #expect(try problems(text, at: "Templates/assets/style.css") == expected)
        #expect(try problems(text, at: "Content/assets/style.css") == expected)
    }

    @Test(arguments: [
        ("fetch(\"https://api.example/x\")", ["1:8 connect-src https://api.example"]),
        ("fetch('/assets/x.json')", []), ("const home = \"https://other.example/\";", []),
        ("new WebSocket('wss://live.example/')", ["1:16 connect-src https://live.example"]),
        ("x.open(\"GET\", \"https://api.example/x\")", ["1:16 connect-src https://api.example"]),
        ("navigator.sendBeacon(`https://stats.example/x`)", ["1:23 connect-src https://stats.example"]),
        (
            "const s = document.createElement(\"script\");\ns.src = \"https://stats.example/a.js\"",
            ["2:10 script-src https://stats.example"]
        ),
        ("new Image().src = \"https://stats.example/p.gif\"", ["1:20 img-src https://stats.example"]),
        ("eval(\"1\")", ["1:1 inline"]), ("medieval(1); x.eval(1)", []),
    ])
    func ofAScript(_ text: String, _ expected: [String]) throws {
        #expect(try problems(text, at: "Templates/assets/extra.js") == expected)
    }

    @Test func whatIsBlockedOftenInAFileIsSaidOnce() throws {
        let text = String(repeating: "<p style='a' onclick='b'><img src='https://i.example/a.png' alt>\n", count: 3)
        #expect(
            try problems(text, at: "Templates/extra.html") == [
                "1:4 inline", "1:14 inline", "1:31 img-src https://i.example",
            ])
    }

    @Test func theLineThatTheMessageGivesAllowsIt() throws {
        let text = "<script src=\"https://stats.example/a.js\"></script><iframe src=\"https://v.example/x\"></iframe>"
        let settings = "csp: {script-src: https://stats.example, frame-src: https://v.example}"
        #expect(try problems(text, at: "Templates/extra.html", settings) == [])
        let page = "<img src=\"data:image/png;base64,AA\" alt>"
        #expect(try problems(page, at: "Templates/extra.html", "csp: {img-src: \"data:\"}") == [])
        #expect(try problems(page, at: "Content/assets/tool/index.html") == ["1:6 img-src data:"])
    }

    @Test(arguments: [
        "<", "<a", "<a b", "<a b=", "<a b=\"", "<a b='{{", "<script", "<script>", "<!--", "{%", "<a {{ x", "<p \">",
    ])
    func anUnfinishedTagEndsWithItsFile(_ text: String) throws {
        _ = TemplateTags(Array(text.utf8))
        #expect(try problems(text + "<style>", at: "Templates/extra.html").count <= 1)
    }
}
