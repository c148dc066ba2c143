import Foundation
import Pages
import Testing

@Suite struct TemplateReferenceTests {
    @Test func documentationIsFresh() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let written = try String(contentsOf: root.appending(path: "docs/templates.md"), encoding: .utf8)
        #expect(written == templateReference(), "run `make docs`")
    }
}
