import Base
import Content
import Publishing
import Testing

@Suite struct CheckTests {
    @Test func whatAppearsLaterIsCheckedNow() {
        let site = CachedSite()
        let now = Instant(seconds: site.newsroom.now)
        func article(_ title: String, _ matter: String, _ body: String) -> [UInt8] {
            Array("---\ntitle: \(title)\n\(matter)\n---\n\n\(body)\n".utf8)
        }
        site.memory["Content/articles/here.md"] = article("هنا", "date: 2020-01-24\nslug: one", "نص")
        site.memory["Content/articles/later.md"] = article("لاحقًا", "date: 2199-01-24", "[ر](nothere.md)")
        site.memory["Content/articles/taken.md"] = article("لاحقًا", "date: 2199-02-24\naliases: /2020/01/one/", "نص")
        site.memory["Content/articles/draft.md"] = article("مسودة", "date: 2199-01-24\ndraft: true", "[ر](nothere.md)")
        let problems = Check(LoadOptions(now: now, workers: Workers(jobs: 2))).run(on: site.memory).problems
        func ids(_ path: String) -> [String] {
            problems.filter { $0.location?.path == "Content/articles/\(path).md" }.map(\.id)
        }
        #expect(ids("later").contains("broken-link"))
        #expect(ids("taken").contains("alias-is-page"))
        #expect(ids("draft") == [])
    }

    @Test func persianLetterIsReportedOnceAPlace() {
        let site = CachedSite()
        site.memory["Content/articles/a.md"] = Array("---\ntitle: کتاب جديد\ndate: 2024-01-24\n---\n\nهذا کتاب.\n".utf8)
        let check = Check(LoadOptions(now: Instant(seconds: site.newsroom.now), workers: Workers(jobs: 2)))
        let problems = check.run(on: site.memory).problems.filter { $0.location?.path == "Content/articles/a.md" }
        let letters = problems.filter { $0.id == "persian-letter" }
        #expect(letters.map { $0.location?.line } == [2, 6])
        #expect(letters.allSatisfy { $0.message.english.hasSuffix("did you mean “ك”?") })
    }
}
