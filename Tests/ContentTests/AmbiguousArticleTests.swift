import Base
import Content
import Testing

@Suite struct AmbiguousArticleTests {
    private func problems(_ names: [String: String], related word: String) -> [Diagnostic] {
        var fixture = SiteFixture()
        for (name, lines) in names { fixture.add(name, "title: \(name)\n\(lines)") }
        fixture.add("asks", "title: ؟\ndate: 2024-03-01\nrelated: [\(word)]")
        fixture.files["Content/frontpage.yaml"] = "slots:\n  - article: \(word)\n    newest: true\n"
        return loadSite(MemoryTree(fixture.files), LoadOptions(now: fixture.now, workers: Workers(jobs: 1))).diagnostics
    }

    private let two = ["2023/match": "date: 2023-01-01", "2024/match": "date: 2024-01-01"]

    @Test(arguments: ["match", "match.md"]) func aNameOfTwoIsAQuestion(_ word: String) throws {
        let problems = problems(two, related: word)
        #expect(problems.map(\.id) == ["ambiguous-article", "ambiguous-article"])
        #expect(problems.map(\.location?.path) == ["Content/articles/asks.md", "Content/frontpage.yaml"])
        let message = try #require(problems.first?.message.english)
        #expect(message.contains("Content/articles/2023/match.md and Content/articles/2024/match.md"))
        #expect(message.contains("“articles/2023/match.md”"))
    }

    @Test(arguments: ["articles/2023/match.md", "2024/match", "/2024/01/match/", "2023/match.md"])
    func itsFileOrItsAddressIsNone(_ word: String) { #expect(problems(two, related: word) == []) }

    @Test func dayAndSlugAreNoDifference() {
        let daily = ["2024-01-01-match": "date: 2024-01-01", "2024-01-02-match": "date: 2024-01-02"]
        #expect(problems(daily, related: "match").map(\.id).contains("ambiguous-article"))
        #expect(problems(daily, related: "2024-01-02-match") == [])
        let slugs = ["2024-01-01-x": "date: 2024-01-01\nslug: match", "2024-01-02-match": "date: 2024-01-02"]
        #expect(problems(slugs, related: "match").map(\.id).contains("ambiguous-article"))
    }

    @Test func oneThatComesAtItsHourIsAskedForNow() {
        let coming = ["2023/match": "date: 2023-01-01", "2099/match": "date: 2099-01-01"]
        #expect(problems(coming, related: "match").map(\.id).contains("ambiguous-article"))
        let draft = ["2023/match": "date: 2023-01-01", "2024/match": "date: 2024-01-01\ndraft: true"]
        #expect(problems(draft, related: "match") == [])
    }
}
