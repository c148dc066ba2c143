import Base
import Testing

@testable import Pages

/// Files of `Templates/` that no page is rendered by.
@Suite struct TemplateNameTests {
    @Test(arguments: [
        ("article.htm", "article.html"), ("article.html.j2", "article.html"), ("article.jinja", "article.html"),
        ("Article.HTML", "article.html"),
        ("Article.html", "article.html"), ("parts/card.j2", "parts/card.html"), ("LIST.html", "list.html"),
    ]) func rightNameIsNamed(_ name: String, _ right: String) {
        let problems = Theme.read(MemoryTree(["Templates/\(name)": "x"])).diagnostics
        #expect(problems.map(\.id) == ["template-name"])
        #expect(problems.first?.message.english.hasSuffix("rename this one to “\(right)”") == true)
        #expect(problems.first?.location == Location(path: "Templates/\(name)"))
    }

    @Test(arguments: ["article.html", "Card.html", "README.md", "LICENSE", "robots.txt", "assets/x.htm"])
    func othersAreLeftAlone(
        _ name: String
    ) {
        #expect(Theme.read(MemoryTree(["Templates/\(name)": "x"])).diagnostics == [])
    }

    @Test func whatATemplateNamesIsRead() {
        let files = ["Templates/article.html": "{% include 'card.j2' %}", "Templates/card.j2": "x"]
        #expect(Theme.read(MemoryTree(files)).diagnostics == [])
    }
}
