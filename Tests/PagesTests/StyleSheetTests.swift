import Base
import Content
import Testing

@testable import Pages

@Suite struct StyleSheetTests {
    private func targets(_ text: String, at path: String = "assets/style.css") -> [String] {
        let sheet = StyleSheet(bytes: Array(text.utf8), path: path)
        return sheet.addresses.compactMap { sheet.target(of: $0) }
    }

    @Test(arguments: [
        ("b{src:url(a.woff2)}", ["assets/a.woff2"]),
        ("b{src:url( 'a b.woff2' ) URL(\"c.woff2\")}", ["assets/a b.woff2", "assets/c.woff2"]),
        ("@import 'a.css'; @import url(b.css);", ["assets/a.css", "assets/b.css"]),
        ("b{src:url(a.eot?v=1#iefix)}", ["assets/a.eot"]),
        (
            "b{src:url(../media/a.jpg) url(/assets/b.jpg) url(./c/d.jpg)}",
            ["media/a.jpg", "assets/b.jpg", "assets/c/d.jpg"]
        ),
        ("b{src:url(data:x) url(https://x.example/a) url(//x.example/a) url(#a) url() url('')}", []),
        ("/* url(a.jpg) */ b::after{content:'url(b.jpg)'} .curl(c.jpg) {}", []), ("url(", []), ("url('a", []),
        ("/* url(a)", []),
        ("b{src:url(%D8%A3.jpg)}", ["assets/أ.jpg"]), ("b{src:url(../../a.jpg)}", ["../../a.jpg"]),
    ])
    func namesFiles(_ text: String, _ expected: [String]) { #expect(targets(text) == expected) }

    @Test func addressesCountFromTheSheetsFolder() {
        #expect(
            targets("b{src:url(../fonts/a.woff2) url(b.png)}", at: "assets/css/x.css") == [
                "assets/fonts/a.woff2", "assets/css/b.png",
            ])
    }

    private func problems(
        _ sheet: String, _ more: [String: String] = [:], at path: String = "Templates/assets/style.css"
    ) throws
        -> [Diagnostic]
    {
        var outlet = SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-01-24"])
        outlet.files[path] = sheet
        outlet.files.merge(more) { _, new in new }
        return try outlet.made().diagnostics.filter { $0.id == "style-address" }
    }

    @Test func whatIsNotThereIsSaidAtItsPlace() throws {
        let found = try problems("a{}\nb{background:url(rian.png)}\n", ["Templates/assets/rain.png": "x"])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.location == Location(path: "Templates/assets/style.css", line: 2, column: 18))
        #expect(found.first?.message.english.contains("did you mean “assets/rain.png”?") == true)
        #expect(try problems("b{background:url(rian.png)}", at: "Content/assets/own.css").first?.location?.column == 18)
    }

    @Test func whatIsThereIsNot() throws {
        let files = [
            "Templates/assets/fonts/a.woff2": "x", "Templates/assets/css/b.png": "x", "Content/assets/own.png": "x",
            "Templates/assets/css/style.css":
                "b{src:url(../fonts/a.woff2?v=1) url(b.png) url(../own.png) url(/assets/own.png)}",
        ]
        #expect(try problems("b{src:url(fonts/a.woff2)}", files).isEmpty)
        var outlet = SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-01-24"])
        outlet.files.merge(files) { _, new in new }
        let made = try outlet.made()
        let style = try #require(made.plan.outputs.first { $0.url.text.hasPrefix("assets/css/style.") })
        let text = try #require(made.text(style.file))
        #expect(
            text.contains(
                #/url\(\.\.\/fonts\/a\.[0-9a-f]{8}\.woff2\?v=1\) url\(b\.[0-9a-f]{8}\.png\) url\(\.\.\/own\.png\)/#))
    }
}
