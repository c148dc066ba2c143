import Base
import Content
import Testing

@testable import Typesetting

@Suite struct RelatedStoriesTests {
    /// The headlines of the stories to read next, by the headline that they stand under.
    private func related(_ articles: [(title: String, keys: String)], settings: String = "") throws -> [String:
        [String]]
    {
        var files = ["Content/site.yaml": "name: الجريدة\nurl: https://example.org/\n\(settings)"]
        for (number, article) in articles.enumerated() {
            let text =
                "---\ntitle: \(article.title)\ndate: 2024-01-01 \(String(10_00 + number).prefix(2)):\(String(100 + number % 60).suffix(2))\n"
            files["Content/articles/\(1000 + number).md"] = text + article.keys + "\n---\nنص.\n"
        }
        let loaded = loadSite(
            MemoryTree(files), LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 2)))
        let site = try #require(loaded.site)
        try #require(site.articles.count == articles.count)
        let lists = RelatedStories.all(site, Workers(jobs: 2), RelatedCache())
        return Dictionary(
            uniqueKeysWithValues: zip(site.articles, lists).map { article, list in
                (article.title, list.map { site.articles[$0].title })
            })
    }

    @Test func sharedTagOutweighsSharedSeriesOutweighsSharedSection() throws {
        let related = try related([
            ("وسم", "tags: ماء\nsection: س١"), ("سلسلة", "series: نهر\nsection: س٢"),
            ("قسم", "section: علوم"), ("غيره", "section: س٣"), ("خبر", "tags: ماء\nseries: نهر\nsection: علوم"),
        ])
        // The series is searched for among the articles of the tags and of the section alone.
        #expect(related["خبر"] == ["وسم", "قسم"])
        let both = try self.related([
            ("وسم", "tags: ماء"), ("سلسلة", "series: نهر\nsection: علوم"), ("قسم", "section: علوم"),
            ("خبر", "tags: ماء\nseries: نهر\nsection: علوم"),
        ])
        #expect(both["خبر"] == ["سلسلة", "وسم", "قسم"], "3 + 1 and then the newer of 4 and 1")
    }

    @Test func ownSectionComesBeforeOthersOfItsBranch() throws {
        let settings = "sections: [{name: سياسة, children: [أحزاب, برلمان]}, علوم]"
        let related = try related(
            [
                ("حزب قديم", "section: أحزاب"), ("حكومة", "section: سياسة"), ("برلمان", "section: برلمان"),
                ("نجم", "section: علوم"), ("حزب جديد", "section: أحزاب"), ("وزارة", "section: سياسة"),
            ], settings: settings)
        #expect(related["حزب جديد"] == ["حزب قديم", "برلمان", "حكومة"])
        #expect(related["وزارة"] == ["حكومة", "حزب جديد", "برلمان", "حزب قديم"])
        #expect(related["نجم"] == [])
    }

    @Test func editorsChoiceComesFirst() throws {
        let related = try related([
            ("أول", "section: س"), ("ثان", "section: س"), ("خبر", "section: س\nrelated: 1000"),
        ])
        #expect(related["خبر"] == ["أول", "ثان"])
    }

    @Test func ofEqualsTheNewerComesFirstAndFourAreShown() throws {
        let related = try related((0..<7).map { ("خبر \($0)", "tags: ماء") })
        #expect(related["خبر 6"] == ["خبر 5", "خبر 4", "خبر 3", "خبر 2"])
    }

    @Test func laterArticlesChangeNothing() throws {
        let old = (0..<5).map { (title: "خبر \($0)", keys: "tags: ماء") }
        let before = try related(old)
        let after = try related(old + [("جديد", "tags: ماء")])
        for (title, list) in before { #expect(after[title] == list) }
    }

    /// Thirty-two articles before, in each tag and in the section.
    @Test(arguments: [(31, true), (32, false)]) func articlesBeyondTheWindowAreNotSearched(
        _ between: Int, _ isFound: Bool
    )
        throws
    {
        let old = (title: "قديم", keys: "tags: [ماء، نار]")
        let others = (0..<between).map { (title: "خبر \($0)", keys: "tags: ماء") }
        let related = try related([old] + others + [("جديد", "tags: [ماء، نار]\nsection: س")])
        // Through the rare tag it is always found.
        #expect(related["جديد"]?.first == "قديم")
        let plain = try self.related(
            [("قديم", "tags: ماء\nseries: نهر")] + others + [("جديد", "tags: ماء\nseries: نهر\nsection: س")])
        #expect((plain["جديد"]?.first == "قديم") == isFound)
    }
}
