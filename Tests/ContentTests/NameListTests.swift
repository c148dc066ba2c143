import Base
import TestSupport
import Testing

@testable import Content

/// Tags and authors as editors list them.
@Suite struct NameListTests {
    @Test(arguments: [
        "tags: [مطر، ماء]", "tags: \"مطر\"، \"ماء\"", "tags: 'مطر', 'ماء'", "tags: [مطر، \"ماء\"]",
        "tags: \"مطر، ماء\"",
        "tags: [\"مطر\"، \"ماء\"]", "tags: [\"مطر\", 'ماء']", "tags:\n  - مطر، ماء", "tags:\n- \"مطر\"\n- ماء",
        "tags: مطر،\n  ماء",
        "tags: \"مطر\", ماء، ،", "tags: # وسوم\n  - مطر\n  - ماء",
    ]) func namesSplitAtTheArabicCommaHoweverTheyAreListed(_ line: String) {
        #expect(tags(line) == ["مطر", "ماء"])
    }

    @Test(arguments: [
        "tags: #غزة، #لبنان، مطر", "tags:\n  - #غزة\n  - #لبنان\n  - مطر", "tags:\n- #غزة\n- #لبنان\n- مطر",
        "tags: [#غزة, #لبنان, مطر]",
        "tags: [#غزة، #لبنان، مطر]",
    ]) func hashtagsAreTags(_ line: String) {
        #expect(tags(line) == ["#غزة", "#لبنان", "مطر"])
    }

    @Test(arguments: [
        ("tags: #وقود #مصر", ["#وقود", "#مصر"]), ("tags: [#وقود #مصر, ماء]", ["#وقود", "#مصر", "ماء"]),
        ("tags:\n  - #وقود #مصر\n  - ماء", ["#وقود", "#مصر", "ماء"]), ("tags: \"#وقود #مصر\"", ["#وقود", "#مصر"]),
        ("tags: #وقود#مصر", ["#وقود", "#مصر"]), ("tags: #الطاقة_المتجددة  #مصر", ["#الطاقة_المتجددة", "#مصر"]),
        ("tags: #سد النهضة #مصر", ["#سد النهضة", "#مصر"]), ("tags: C#، F# وأخواتها", ["C#", "F# وأخواتها"]),
        ("tags: #C# #ماء", ["#C#", "#ماء"]),
        ("tags: مباراة #3", ["مباراة #3"]),
    ]) func hashtagsOneBehindTheOtherAreSeveral(_ line: String, _ expected: [String]) {
        #expect(tags(line) == expected)
    }

    @Test(arguments: [
        "tags: مطر؛ ماء", "tags: مطر; ماء", "tags: [مطر؛ ماء]", "tags:\n  - مطر؛ ماء", "tags: \"مطر\"؛ \"ماء\"",
    ]) func namesSplitAtSemicolonsToo(_ line: String) {
        #expect(tags(line) == ["مطر", "ماء"])
    }

    @Test func characterReferenceEndsNoName() {
        #expect(tags("tags: AT&amp;T، ماء") == ["AT&amp;T", "ماء"])
    }

    @Test(arguments: [
        ("tags:\n  - مطر # تعليق\n  # تعليق\n  - # تعليق\n  - ماء", ["مطر", "ماء"]), ("tags: \"مطر\" # تعليق", ["مطر"]),
        ("tags: [\"Smith, John\", ماء]", ["Smith, John", "ماء"]),
        ("tags: \"Smith, John\", ماء", ["Smith, John", "ماء"]),
        ("tags: مهرجان \"كان\"، ماء", ["مهرجان \"كان\"", "ماء"]), ("tags: 'Ali, ماء", ["'Ali", "ماء"]),
    ]) func otherSignsMeanWhatTheyMeant(_ line: String, _ expected: [String]) {
        #expect(tags(line) == expected)
    }

    private func tags(_ line: String) -> [String] {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\n\(line)")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        return site.map { site in (site.articles.first?.tags ?? []).map { site.tags[$0].name } } ?? []
    }

    @Test(arguments: [
        "authors: [سلمى، كريم]", "author: \"سلمى\"، \"كريم\"", "authors:\n  - سلمى، كريم", "author: سلمى، كريم، سلمى",
        "author: سلمى\nauthors: [كريم, سَلمى]", "authors:\n  - {name: سلمى}\n  - كريم\n  - سلمى",
    ]) func authorsSplitToo(_ line: String) {
        #expect(authors(line) == ["سلمى", "كريم"])
    }

    @Test func whoDidTwoThingsIsNamedForBoth() {
        #expect(authors("authors:\n  - سلمى\n  - {name: سلمى, role: تصوير}") == ["سلمى", "سلمى"])
    }

    @Test(arguments: [
        "الكاتب: سلمى الطحان، {name: كريم السقاء, role: تصوير}",
        "author: سلمى الطحان, {name: كريم السقاء، role: تصوير}",
        "author: [سلمى الطحان، {name: كريم السقاء، role: تصوير}]",
        "authors: [سلمى الطحان, {name: كريم السقاء, role: تصوير}]",
        "author: {name: سلمى الطحان}، {name: كريم السقاء، role: تصوير}",
        "author: سلمى الطحان؛ {الاسم: كريم السقاء؛ الدور: تصوير}",
        "author: سلمى الطحان،\n  {name: كريم السقاء, role: تصوير}",
        "authors:\n  - سلمى الطحان\n  - {name: كريم السقاء، role: تصوير}",
        "authors:\n  - سلمى الطحان\n  - {name: \"كريم السقاء\"، role: تصوير}",
    ]) func whoDidSomethingElseStandsAmongTheNames(_ line: String) {
        let (article, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)")
        #expect(diagnostics == [])
        #expect(article?.bylines.map(\.role) == [nil, "تصوير"])
        #expect(authors(line) == ["سلمى الطحان", "كريم السقاء"])
    }

    @Test func oneMappingMayHaveAnArabicComma() {
        let (article, diagnostics) = SiteFixture.article(
            "title: ع\ndate: 2024-01-24\nauthor: {name: كريم، role: تصوير}")
        #expect(diagnostics == [])
        #expect(article?.bylines.map(\.role) == ["تصوير"])
    }

    @Test(arguments: [
        "سلمى الطحان وكريم السقاء", "سلمى الطحان و كريم السقاء", "سَلمى الطحان & كريم السقاء",
        "سلمى الطحان وكريم السقاء وسلمى الطحان",
        "سلمى الطحان and كريم السقاء",
    ]) func namesThatAWordJoinsAreTwoPeopleWhereBothHaveProfiles(_ name: String) {
        var fixture = joined(name)
        fixture.files["Content/authors/karim.md"] = "---\nname: كريم السقاء\n---\n"
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(
            site.map { site in (site.articles.first?.bylines ?? []).map { site.authors[$0.author].name } } == [
                "سلمى الطحان", "كريم السقاء",
            ])
        #expect(site?.authors.map(\.articles.count) == [1, 1])
    }

    @Test func namesThatAWordJoinsAreOneWhereOneIsUnknown() {
        let (site, diagnostics) = joined("سلمى الطحان وكريم السقاء").load()
        #expect(diagnostics.map(\.id) == ["joined-names"])
        #expect(diagnostics.map(\.severity) == [.advice])
        #expect(
            site.map { site in (site.articles.first?.bylines ?? []).map { site.authors[$0.author].name } } == [
                "سلمى الطحان وكريم السقاء"
            ])
        #expect(joined("سلمى وليد").load().diagnostics == [])
    }

    private func joined(_ name: String) -> SiteFixture {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\nauthor: \(name)")
        fixture.files["Content/authors/salma.md"] = "---\nname: سلمى الطحان\n---\n"
        return fixture
    }

    private func authors(_ line: String) -> [String] {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\n\(line)")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        return site.map { site in (site.articles.first?.bylines ?? []).map { site.authors[$0.author].name } } ?? []
    }

    /// A blank word that is no space makes a list unusual, and leaves its other words what they are.
    @Test func usualListsComeOutAsUnusualOnesDo() {
        var random = SeededGenerator(7)
        let pieces = [
            "مطر", "ماءٌ", "غزة", "a", "C++", "٢٠٢٤", " ", "  ", ",", "،", "؛", ":", "\u{61C}", "\u{64E}", "ـ",
        ]
        for _ in 0..<20_000 {
            let text = (0..<random.next(upTo: 12)).map { _ in pieces[random.next(upTo: pieces.count)] }.joined()
            for latinComma in [true, false] {
                let unusual = wordList(text + "،\u{A0}", latinComma: latinComma)
                #expect(wordList(text, latinComma: latinComma) == unusual, "\(text.debugDescription)")
            }
        }
    }
}
