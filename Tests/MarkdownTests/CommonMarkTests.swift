import Foundation
import Markdown
import Testing

/// The examples of CommonMark's specification, version 0.30; `Tests/CommonMark/README.md` says where they are from.
struct CommonMarkExample: Codable, CustomTestStringConvertible {
    let example: Int
    let section: String
    let markdown: String
    let html: String

    var testDescription: String { "\(example) \(section)" }

    static func all() throws -> [CommonMarkExample] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "CommonMark/examples.json"))
        return try JSONDecoder().decode([CommonMarkExample].self, from: data)
    }
}

@Suite struct CommonMarkTests {
    @Test func thereAre652Examples() throws {
        #expect(try CommonMarkExample.all().count == 652)
    }

    @Test(arguments: try CommonMarkExample.all())
    func plainRenderingIsThatOfTheSpecification(_ example: CommonMarkExample) {
        let document = Renderer(.plain).render(Array(example.markdown.utf8))
        #expect(String(decoding: document.html, as: UTF8.self) == example.html)
    }

    @Test func theLibraryTellsItsVersion() {
        #expect(libraryVersion.split(separator: ".").count == 3)
    }
}
