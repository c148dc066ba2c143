import Base
import Content
import Testing

/// What feeds and the ledger know an article by is one article's alone.
@Suite struct IdentityTests {
    private func diagnostics(_ articles: [(name: String, id: String?)]) -> [Diagnostic] {
        var fixture = SiteFixture()
        for (name, id) in articles {
            fixture.add(name, "title: ع\ndate: 2024-01-24" + (id.map { "\nid: \($0)" } ?? ""))
        }
        return fixture.load().diagnostics
    }

    @Test func idThatIsThePathOfAnotherArticleIsReportedAtTheId() throws {
        for other in ["a", "z"] {
            let diagnostics = diagnostics([(other, "news/first"), ("news/first", nil), ("news/second", nil)])
            #expect(diagnostics.map(\.id) == ["duplicate-id"])
            let problem = try #require(diagnostics.first)
            #expect(problem.location == Location(path: "Content/articles/\(other).md", line: 4, column: 5))
            #expect(problem.message.english.contains("Content/articles/news/first.md"))
        }
    }

    @Test func idThatIsThePathOfItsOwnArticleIsItsOwn() {
        #expect(diagnostics([("first", "first"), ("second", nil)]) == [])
    }

    @Test func pathOfAnArticleWithAnIdIsFree() {
        #expect(diagnostics([("first", "one"), ("second", "first")]) == [])
    }

    @Test func twoIdsThatAreOneAreReportedOnce() {
        #expect(diagnostics([("a", "one"), ("b", "one")]).map(\.id) == ["duplicate-id"])
    }
}
