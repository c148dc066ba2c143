import Base
import Content
import Testing

/// What no YAML is, in the words of who wrote it.
@Suite struct YamlProblemTests {
    @Test(arguments: [
        ("draft: [أ", 4, 8), ("draft: {أ: ب", 4, 8), ("draft: a: b", 4, 9), ("draft: - a", 4, 8),
        ("draft: \"a\\د\"", 4, 10),
        ("draft: \"\\uD\"", 4, 11), ("draft:\n\tx: y", 5, 1), ("draft: @a", 4, 8), ("draft: `a", 4, 8),
        ("draft: \"a\" b", 4, 12),
        ("كلمة بلا نقطتين\ndraft: true", 4, 1), ("draft: |x\n  y", 4, 8), ("? أ", 4, 3), ("%أ", 4, 1),
        ("draft: [أ,,ب]", 4, 11),
        ("draft: true\n...\nx: y", 6, 1), ("draft: {a: b, c: d: e}", 4, 19), ("draft:\n  - a\n b", 6, 2),
    ]) func placeAndWordsAreTheWriters(_ lines: String, _ line: Int, _ column: Int) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(lines)\nlang: ar")
        #expect(diagnostics.count == 1)
        #expect(
            diagnostics.first?.location
                == Location(path: "Content/articles/2024-01-24-rain.md", line: line, column: column))
        let arabic = diagnostics.first?.message.arabic ?? ""
        #expect(["found", "expected", "find", "allowed", "while"].allSatisfy { !arabic.contains($0) })
    }

    @Test func eachThingIsNamed() {
        func message(_ line: String) -> String? {
            SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)").diagnostics.first?.message.arabic
        }
        #expect(message("draft:\n\tx: y")?.contains("Tab") == true)
        #expect(message("draft: \"a\\د\"")?.contains("«\\د» ليس رمزًا؛ اكتب «\\\\د»") == true)
        #expect(message("draft: @a")?.contains("«@»") == true)
    }

    @Test func secondOfTwoKeysIsNamed() {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nlang: ar\ntitle: غ")
        #expect(diagnostics.map(\.id) == ["duplicate-key"])
        #expect(diagnostics.first?.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 5))
    }

    @Test(arguments: ["draft: \"true", "draft: 'true", "slug: \"rain", "tags: \"مطر، ماء", "titel: \"مطر"])
    func quotationMarkThatNothingClosesIsOneErrorAtItsLine(_ line: String) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)\nlocation: القاهرة \"الكبرى\"")
        #expect(diagnostics.map(\.id).filter { $0 != "unknown-key" } == ["open-quotes"])
        let colon = line.unicodeScalars.prefix { $0 != ":" }.count
        #expect(
            diagnostics.first { $0.id == "open-quotes" }?.location
                == Location(path: "Content/articles/2024-01-24-rain.md", line: 4, column: colon + 3))
    }

    @Test func nameMayBeginWithAnApostrophe() {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nauthor: 'Abd al-Rahman")
        #expect(diagnostics == [])
    }
}
