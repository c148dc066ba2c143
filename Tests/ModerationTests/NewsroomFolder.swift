import Base
import Content
import Foundation
import Moderation
import Testing

/// A site on the disk with two articles, and a folder of deliveries beside it.
final class NewsroomFolder {
    let root: URL
    let tree: DiskTree
    static let now = Instant(seconds: 1_735_689_600)

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "comments-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        tree = DiskTree(root: root.path(), named: "")
        try write("name: جريدة\nurl: https://example.org/\n", to: "Content/site.yaml")
        try write("---\ntitle: مطر\ndate: 2024-01-24\n---\n\nنص.\n", to: "Content/articles/2024/rain.md")
        try write(
            "---\nالعنوان: سيل\nالتاريخ: 2024-01-25\nid: the-flood\n---\n\nنص.\n", to: "Content/articles/flood.md")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to path: String) throws { try tree.writer().write(Array(text.utf8), to: path) }

    func text(_ path: String) -> String? { (try? tree.read(path)).map { String(decoding: $0, as: UTF8.self) } }

    func desk() throws -> ModerationDesk {
        let site = loadSite(tree, LoadOptions(now: Self.now, workers: Workers(jobs: 1))).site
        return try ModerationDesk(tree, try #require(site))
    }

    /// Takes one file of deliveries in.
    @discardableResult
    func take(_ text: String) throws -> ModerationDesk.Taken {
        try write(text, to: "inbox/delivery")
        var desk = try desk()
        let size = text.utf8.count
        return try desk.take([(tree, FileEntry(path: "inbox/delivery", size: size), "delivery")], now: Self.now)
    }

    static let rain = "https://example.org/2024/01/rain/"

    /// A delivery as JSON.
    static func delivery(_ text: String, page: String = rain, _ more: String = "") -> String {
        #"{"comment":"\#(text)","name":"هند","email":"secret@reader.example","ip":"192.0.2.7","user_agent":"Firefox","page":"\#(page)"\#(more)}"#
    }
}
