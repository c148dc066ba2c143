import Base
import Content
import Testing

@Suite struct ContentFolderTests {
    private func advice(on name: String) throws -> String {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24")
        fixture.files["Content/articles/\(name)"] = "---\ntitle: سر\ndraft: true\n---\n"
        let problem = try #require(fixture.load().diagnostics.first)
        #expect(problem.id == "unused-file")
        #expect(problem.severity == .warning)
        return problem.message.english
    }

    @Test(arguments: [
        ("b.markdown", "b.md"), ("B.MD", "B.md"), ("2024/b.mdown", "b.md"), ("b.mkd", "b.md"), ("b.Txt", "b.md"),
        ("مسودة.txt", "مسودة.md"),
        ("بلا-لاحقة", "بلا-لاحقة.md"),
    ]) func articleUnderAnotherEndingIsToBeRenamed(_ name: String, _ right: String) throws {
        let advice = try advice(on: name)
        #expect(advice.contains("rename this one to “\(right)”"))
        #expect(!advice.contains("assets"))
    }

    @Test(arguments: ["b.docx", "b.html", "b.HTM", "b.odt", "b.rtf", "b.doc"]) func documentIsToBeSavedAsMarkdown(
        _ name: String
    ) throws {
        let advice = try advice(on: name)
        #expect(advice.contains("“b.md”"))
        #expect(!advice.contains("assets"))
    }

    @Test func whatElseReadersMayHaveIsPublicInAssets() throws {
        #expect(try advice(on: "b.zip").contains("Content/assets, where everybody can read it"))
    }
}
