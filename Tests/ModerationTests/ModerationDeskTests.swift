import Base
import Content
import Foundation
import Moderation
import Testing

/// What a moderator decides, in the files.
@Suite struct ModerationDeskTests {
    private static let path = "Content/comments/2024/rain.jsonl"

    private func approved(_ texts: String...) throws -> (folder: NewsroomFolder, ids: [String]) {
        let folder = try NewsroomFolder()
        try folder.take(texts.map { NewsroomFolder.delivery($0) }.joined(separator: "\n"))
        var desk = try folder.desk()
        let ids = desk.folder.waiting.map(\.comment.id)
        #expect(try desk.approve(ids) == Array(repeating: Self.path, count: texts.count))
        return (folder, ids)
    }

    @Test func approvedCommentIsALineOfItsArticle() throws {
        let (folder, ids) = try approved("أول", "ثان")
        let site = loadSite(folder.tree, LoadOptions(now: NewsroomFolder.now, workers: Workers(jobs: 1)))
        #expect(site.diagnostics.isEmpty)
        let article = try #require(site.site?.articles.first { $0.identity == "2024/rain" })
        #expect(article.thread?.entries.map(\.comment.id) == ids)
        #expect(try folder.desk().folder.waiting.isEmpty)
        for path in ["Moderation/waiting.jsonl", Self.path] {
            let text = try #require(folder.text(path))
            #expect(!text.contains("secret") && !text.contains("192.0.2.7"))
        }
    }

    @Test func oneUnknownIdStopsAllOfThem() throws {
        let folder = try NewsroomFolder()
        try folder.take(NewsroomFolder.delivery("أول"))
        var desk = try folder.desk()
        let id = desk.folder.waiting[0].comment.id
        #expect(throws: Diagnostic.self) { try desk.approve([id, "nobody"]) }
        #expect(folder.text(Self.path) == nil)
        #expect(try folder.desk().folder.waiting.count == 1)
        #expect(try desk.approve([String(id.prefix(6))]) == [Self.path])
    }

    @Test func removedCommentKeepsItsPlaceAndNothingElse() throws {
        let (folder, ids) = try approved("أول")
        var desk = try folder.desk()
        #expect(try desk.remove(ids[0]) == Self.path)
        let text = try #require(folder.text(Self.path))
        #expect(text.contains(#""removed":true"#) && !text.contains("أول") && !text.contains("هند"))
    }

    @Test func anonymisedReaderHasNoNameAnywhere() throws {
        let (folder, _) = try approved("أول")
        try folder.take(NewsroomFolder.delivery("ثان"))
        var desk = try folder.desk()
        #expect(try desk.anonymise("هند") == 2)
        for path in [Self.path, "Moderation/waiting.jsonl"] { #expect(folder.text(path)?.contains("هند") == false) }
    }

    @Test func answerOfAnotherArticleAnswersNothing() throws {
        let folder = try NewsroomFolder()
        try folder.take(NewsroomFolder.delivery("أول", page: NewsroomFolder.rain, #","parent":"elsewhere""#))
        var desk = try folder.desk()
        _ = try desk.approve([desk.folder.waiting[0].comment.id])
        #expect(folder.text(Self.path)?.contains("parent") == false)
    }

    @Test(arguments: [
        ("https://example.org/2024/01/rain/", "Content/articles/2024/rain.md", "comments: false"),
        ("Content/articles/flood.md", "Content/articles/flood.md", "التعليقات: لا"),
        ("the-flood", "Content/articles/flood.md", "التعليقات: لا"),
    ]) func closedArticleSaysSo(_ name: String, _ path: String, _ line: String) throws {
        let folder = try NewsroomFolder()
        let desk = try folder.desk()
        #expect(try desk.close(name) == path)
        #expect(folder.text(path)?.contains("\n\(line)\n---\n") == true)
        let loaded = loadSite(folder.tree, LoadOptions(now: NewsroomFolder.now, workers: Workers(jobs: 1)))
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.site?.articles.first { $0.path == path }?.allowsComments == false)
    }

    @Test func brokenFileOfCommentsIsNotRewritten() throws {
        let folder = try NewsroomFolder()
        try folder.write("nonsense\n", to: Self.path)
        try folder.take(NewsroomFolder.delivery("أول"))
        var desk = try folder.desk()
        let id = desk.folder.waiting[0].comment.id
        #expect(throws: Diagnostic.self) { try desk.approve([id]) }
        #expect(folder.text(Self.path) == "nonsense\n")
    }
}
