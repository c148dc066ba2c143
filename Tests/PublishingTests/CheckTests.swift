import Base
import Content
import Publishing
import Testing

@Suite struct CheckTests {
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
