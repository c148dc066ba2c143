import Base
import Content
import Publishing
import Testing

/// Titles for other places, a story and its right of reply, what a fact check found.
@Suite struct StoryTitlesTests {
    /// The pages of two articles, by their slugs, with the program's own theme.
    private static func pages(_ first: String, _ second: String = "title: The answer\ndate: 2024-01-25") -> (
        story: String, answer: String, ids: [String]
    ) {
        let site = ExampleSite()
        site.files["Templates/article.html"] = Array(
            ("<body>{{ page.head }}{% for a in article.replies %}[reply {{ a.title }}]{% endfor %}"
                + "{% for a in article.replies_to %}[to {{ a.title }}]{% endfor %}").utf8)
        site.files["Content/articles/story.md"] = Array(
            "---\ntitle: The story\ndate: 2024-01-24\n\(first)\n---\nText.\n".utf8)
        site.files["Content/articles/answer.md"] = Array("---\n\(second)\n---\nText.\n".utf8)
        let output = MemoryTree()
        let outcome = Build(ExampleSite.load).run(from: site.files, to: output, named: "Public")
        func page(_ slug: String) -> String {
            String(decoding: (try? output.read("2024/01/\(slug)/index.html")) ?? [], as: UTF8.self)
        }
        return (page("story"), page("answer"), outcome.diagnostics.map(\.id))
    }

    @Test func aStoryAndItsReplyAreLinkedBothWaysWhereverItIsWritten() {
        let (story, answer, _) = Self.pages("reply: answer.md")
        #expect(story.contains("[reply The answer]") && !story.contains("[to"))
        #expect(answer.contains("[to The story]") && !answer.contains("[reply"))
        let other = Self.pages("kicker: x", "title: The answer\ndate: 2024-01-25\nreply: story")
        #expect(other.story.contains("[reply The answer]") && other.answer.contains("[to The story]"))
    }

    @Test func aReplyThatIsNotThereIsAnError() {
        #expect(Self.pages("reply: nowhere.md").ids.contains("unknown-article"))
    }

    @Test func titlesForOtherPlacesStandThereAlone() {
        let page = Self.pages("social_title: Shared\nsearch_title: Found").story
        // In a page of Arabic a Latin title stands between marks.
        #expect(page.contains(/<title>\p{Cf}*Found\p{Cf}* –/) && page.contains(/og:title" content="\p{Cf}*Shared/))
        #expect(page.contains("\"headline\":\"The story\""))
    }

    @Test func whatAFactCheckFoundIsAClaimReview() {
        let page = Self.pages("claim: {text: The dam broke, rating: False, by: A minister, url: https://x.example/a}")
            .story
        #expect(page.contains("\"@type\":\"ClaimReview\"") && page.contains("\"claimReviewed\":\"The dam broke\""))
        #expect(page.contains("\"alternateName\":\"False\"") && page.contains("\"appearance\":\"https://x.example/a\""))
        #expect(!Self.pages("kind: factcheck").story.contains("ClaimReview"))
    }

    @Test func anUrgentHeadlineIsAWholeArticle() {
        func ids(_ kicker: String) -> [String] {
            let site = ExampleSite()
            site.write("", matter: "kicker: \(kicker)", body: "")
            return site.check().map(\.id)
        }
        #expect(!ids("عاجل").contains("empty-article"))
        #expect(ids("السد").contains("empty-article"))
    }
}
