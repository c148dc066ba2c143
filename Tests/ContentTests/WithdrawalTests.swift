import Base
import Content
import Testing

/// Whether readers may have an article is read also where its front matter is in error otherwise.
@Suite struct WithdrawalTests {
    private func withdrawn(_ file: String) -> Bool {
        var fixture = SiteFixture()
        fixture.files["Content/articles/x.md"] = file
        let options = LoadOptions(now: fixture.now, workers: Workers(jobs: 1))
        return loadSite(MemoryTree(fixture.files), options).withdrawn.contains { $0.path == "Content/articles/x.md" }
    }

    @Test(arguments: [
        "draft:", "draft: ", "draft: null", "draft: ~", "draft: # later", "مسودة:", "draft: \"\"", "draft: true",
        "draft: نعم",
    ])
    func draftWithoutAValueIsADraft(_ line: String) {
        var fixture = SiteFixture()
        fixture.files["Content/articles/x.md"] = "---\ntitle: عنوان\ndate: 2024-01-01\n\(line)\n---\n\nنص\n"
        let (site, diagnostics) = fixture.load()
        #expect(site?.articles.contains { $0.path == "Content/articles/x.md" } == false)
        #expect(diagnostics.allSatisfy { $0.severity != .error })
        #expect(diagnostics.contains { $0.id == "draft-alone" } == !(line.hasSuffix("true") || line.hasSuffix("نعم")))
    }

    @Test func standingPageWhoseDraftHasNoValueIsADraft() {
        var fixture = SiteFixture()
        fixture.files["Content/pages/x.md"] = "---\ntitle: عنوان\ndraft:\n---\n\nنص\n"
        let (site, diagnostics) = fixture.load()
        #expect(site?.pages.isEmpty == true && diagnostics.map(\.id) == ["draft-alone"])
    }

    @Test(arguments: [
        "draft: false", "draft: لا", "date: 2024-02-01", "summary: draft: true", "expires: 2999-01-01", "draft: no",
        "draft: 0",
        "draft: لأ",
        "status: published", "status: منشور", "extra:\n  status: removed\n  draft: true",
        "summary: |\n  draft: true\n\n  status: removed",
        "corrections:\n  - date: 2999-01-01",
    ])
    func whatTakesNothingBackStays(_ line: String) {
        #expect(
            !withdrawn(
                "---\ntitle: عنوان\n\(line.hasPrefix("date") ? "" : "date: 2024-01-01\n")\(line)\nbad: 1\n---\n\ndraft: true\n"
            ))
    }

    @Test(arguments: [
        "draft: true", "Draft: True", "draft: yes # not yet", "مسودة: نعم", " draft: true", "draft: \"true\"",
        "draft: treu",
        "\"draft\": true", "draft: 1", "draft:true",
        "status: removed", "status: retracted", "الحالة: محذوف", "status: remvoed", "date: 2999-01-01",
        "expires: 2020-01-01",
        "draft: false\ndraft: true",
    ])
    func whatIsTakenBackIsSoWhateverElseIsWrong(_ line: String) {
        let date = line.hasPrefix("date") ? "" : "date: 2024-01-01\n"
        let broken = [
            "bad: 1", "image: {src: [", "tags: [أ, \"ب]", "title: ثان", "\tx: y", "corrections:\n  - date: 1\n draft",
        ]
        for other in broken {
            #expect(withdrawn("---\ntitle: عنوان\n\(date)\(line)\n\(other)\n---\n\nنص\n"), "\(other)")
            #expect(withdrawn("---\r\n\(other)\r\ntitle: عنوان\r\n\(date)\(line)\r\n---\r\n\r\nنص\r\n"), "\(other)")
        }
        // Nothing but a blank line or a note in front, no second fence, no first one, no UTF-8 in the text.
        #expect(withdrawn("\n\n---\ntitle: عنوان\n\(date)\(line)\n---\n\nنص\n"))
        #expect(
            withdrawn(
                "\u{FEFF}# ملاحظة\r---\rtitle: عنوان\r\(date.replacing("\n", with: "\r"))\(line.replacing("\n", with: "\r"))\r---\r"
            ))
        #expect(withdrawn("---\ntitle: عنوان\n\(date)\(line)\n\nنص\n"))
        #expect(withdrawn("title: عنوان\n\(date)\(line)\n---\n\nنص\n"))
    }
}
