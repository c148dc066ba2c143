import Base
import Testing

@testable import Content

/// Which spellings are one section, one tag or one author, and in what order they come.
@Suite struct TermsTests {
    /// Articles and what their names came to.
    private struct Names {
        let outlet: Outlet
        var terms: Terms
        var manuscripts: [Manuscript] = []

        init(settings: String = "", profiles: [String] = []) throws {
            let text = "name: جريدة\nurl: https://example.org/\n" + settings
            outlet = try #require(
                Outlet.load(
                    from: MemoryTree(["Content/site.yaml": text]),
                    LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1))
                ).outlet)
            let read = try profiles.enumerated().map { number, name in
                try #require(
                    readProfile(Array("---\nname: \(name)\n---\n".utf8), path: "Content/authors/\(number).md").profile)
            }
            terms = Terms(outlet: outlet, profiles: read)
        }

        /// Articles are added from the oldest to the newest.
        mutating func add(_ matter: String) {
            let index = manuscripts.count
            let (manuscript, _) = readManuscript(
                Array("---\ntitle: ع\ndate: 2024-01-24\n\(matter)\n---\nنص\n".utf8),
                path: "Content/articles/\(index).md", outlet: outlet, digest: Digest(of: "\(index)"))
            manuscripts.append(manuscript)
            terms.add(manuscripts[index], at: index)
        }
    }

    @Test func spellingsOfASectionAreThatSection() throws {
        var names = try Names(settings: "sections: [{name: سياسة, slug: politics}, علوم]\n")
        for name in ["سياسة", "سِياسة", "سياسه", "politics", "Politics"] { names.add("section: \(name)") }
        #expect(names.terms.diagnostics.isEmpty)
        #expect(names.terms.sectionNames == ["سياسة", "علوم"])
        #expect(names.terms.frozenSections { _ in }.map(\.articles) == [[4, 3, 2, 1, 0], []], "the newest first")
        #expect(names.manuscripts.map(names.terms.section(of:)) == [0, 0, 0, 0, 0])
    }

    @Test func sectionThatNobodyListsIsReportedOnce() throws {
        var names = try Names(settings: "sections: [سياسة, علوم]\n")
        names.add("section: سياسات")
        #expect(names.terms.diagnostics.map(\.id) == ["unknown-section"])
        #expect(names.terms.section(of: names.manuscripts[0]) == nil)
        #expect(names.terms.frozenSections { _ in }.allSatisfy { $0.articles.isEmpty })
    }

    @Test func withoutAListArticlesNameTheSections() throws {
        var names = try Names()
        for name in ["سياسة", "علوم", "سِياسة"] { names.add("section: \(name)") }
        #expect(names.terms.sectionNames == ["سياسة", "علوم"])
        #expect(names.terms.frozenSections { _ in }.map(\.articles) == [[2, 0], [1]])
    }

    @Test func vowelMarksAndCaseMakeNoOtherTag() throws {
        var names = try Names()
        for tags in ["كُرة، Nile", "كرة، nile", "كرة، كُرة"] { names.add("tags: \(tags)") }
        #expect(names.terms.tagNames == ["كُرة", "Nile"])
        #expect(
            names.terms.frozenTags { _ in nil }.map(\.articles) == [[2, 1, 0], [1, 0]],
            "an article stands in a list once")
        #expect(names.terms.tags(of: names.manuscripts[2]) == [0])
        #expect(names.terms.diagnostics.isEmpty)
    }

    @Test func dotsMakeAnotherTagAndAWarning() throws {
        var names = try Names()
        for tag in ["كرة", "كره", "مصطفى", "مصطفي"] { names.add("tags: \(tag)") }
        #expect(names.terms.tagNames == ["كرة", "كره", "مصطفى", "مصطفي"])
        #expect(names.terms.diagnostics.map(\.id) == ["twin-tags", "twin-tags"])
    }

    @Test func firstToComeKeepsTheSlug() throws {
        var names = try Names()
        for tag in ["C", "C++", "C#"] { names.add("tags: \(tag)") }
        #expect(names.terms.frozenTags { _ in nil }.map(\.url.text) == ["tag/c/", "tag/c-2/", "tag/c-3/"])
    }

    @Test func profileIsTheAuthorWhoeverSpellsTheName() throws {
        var names = try Names(profiles: ["سلمى الطحان", "كريم السقاء"])
        names.add("author: سَلمى الطحان")
        names.add("authors: سلمى الطحان وكريم السقاء")
        names.add("author: سلمى الطحان، سلمي الطحان")
        names.add("author: ضيف")
        #expect(names.terms.authors.map(\.name) == ["سلمى الطحان", "كريم السقاء", "ضيف"])
        #expect(names.manuscripts.map { names.terms.bylines(of: $0).map(\.author) } == [[0], [0, 1], [0], [2]])
        #expect(names.terms.authors.map(\.articles) == [[0, 1, 2], [1], [3]])
        #expect(names.terms.diagnostics.isEmpty)
    }

    @Test func namesWithoutProfilesAreNotTakenApart() throws {
        var names = try Names(profiles: ["سلمى الطحان"])
        names.add("author: سلمى الطحان وكريم السقاء")
        #expect(names.terms.authors.map(\.name) == ["سلمى الطحان", "سلمى الطحان وكريم السقاء"])
        #expect(names.terms.diagnostics.map(\.id) == ["joined-names"])
    }

    @Test func authorHasOneProfile() throws {
        let names = try Names(profiles: ["سلمى", "سَلمى"])
        #expect(names.terms.diagnostics.map(\.id) == ["duplicate-author"] && names.terms.authors.count == 1)
    }
}
