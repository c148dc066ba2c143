import Base
import Pages
import Testing

@Suite struct TemplateReferenceTests {
    @Test func documentationIsFresh() throws {
        let docs = String(#filePath).replacing("Tests/PagesTests/TemplateReferenceTests.swift", with: "docs")
        let written = try DiskTree(root: docs).read("templates.md")
        #expect(String(decoding: written, as: UTF8.self) == templateReference(), "run `make docs`")
    }
}
