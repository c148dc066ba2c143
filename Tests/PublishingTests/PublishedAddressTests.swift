import Base
import Content
import Publishing
import Testing

/// What was public keeps its address, whatever other stories come and go; what loses it is told how to keep it.
@Suite struct PublishedAddressTests {
    private var desk = AddressDesk()

    @Test mutating func expiryOfTheOlderSpellingMovesNoTag() {
        desk.save("a", "date: 2024-01-01\ntags: إيران\nexpires: 2025-01-10")
        desk.save("b", "tags: ايران")
        desk.publish()
        #expect(
            desk.answer("/tag/إيران/") == "200" && desk.answer("/tag/ايران/") == "404",
            "one tag, as the older spells it")
        desk.load.now = Instant(seconds: 1_736_700_000)
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/إيران/") == "200" && desk.answer("/tag/ايران/") == "404")
        #expect(desk.text("tag/إيران/index.html").contains("إيران"))
    }

    @Test func aBackdatedStoryTakesNoTagsAddress() {
        desk.save("a", "tags: كوفيد-19")
        desk.publish()
        desk.save("old", "date: 2020-03-01\ntags: كوفيد 19")
        #expect(desk.errors == [])
        #expect(desk.text("tag/كوفيد-19/index.html").contains("كوفيد-19"))
        #expect(desk.text("tag/كوفيد-19-2/index.html").contains("كوفيد 19"))
    }

    @Test func withoutALedgerTheOldestDecides() {
        desk.save("a", "tags: كوفيد-19")
        desk.save("old", "date: 2020-03-01\ntags: كوفيد 19")
        #expect(desk.errors == [])
        #expect(desk.text("tag/كوفيد-19/index.html").contains("كوفيد 19"))
    }

    @Test func aNamesakeTakesNoAuthorsPage() {
        desk.save("a", "author: عبد-الله سالم")
        desk.publish()
        desk.save("old", "date: 2020-03-01\nauthor: عبد الله سالم")
        #expect(desk.errors == [])
        #expect(desk.text("author/عبد-الله-سالم/index.html").contains("عبد-الله سالم"))
        #expect(desk.text("author/عبد-الله-سالم-2/index.html").contains("عبد الله سالم"))
    }

    @Test mutating func aListThatLostItsLastStoryIsGoneWithoutAnError() {
        desk.save("a", "tags: ماء\nauthor: سلمى\nsection: علوم\nexpires: 2025-01-10")
        desk.publish()
        #expect(desk.answer("/tag/ماء/feed.xml") == "200")
        desk.load.now = Instant(seconds: 1_736_700_000)
        #expect(desk.errors == [])
        for list in ["/tag/ماء/", "/author/سلمى/", "/section/علوم/"] {
            #expect(desk.answer(list) == "410")
            #expect(desk.answer(list + "feed.xml") == "410")
            #expect(desk.text(list.dropFirst() + "index.html").contains("لم تعد هنا مواد"))
        }
        desk.save("b", "tags: ماء")
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/ماء/") == "200", "it comes back where it was")
    }

    @Test(arguments: ["status: removed", "status: retracted\nreason: خطأ", "expires: 2024-07-01"])
    func takingTheLastStoryBackIsNoError(_ line: String) {
        desk.save("a", "tags: ماء")
        desk.publish()
        desk.save("a", "tags: ماء\n\(line)")
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/ماء/") == "410")
    }

    @Test func aRenamedTagIsAnErrorAndItsLineMendsIt() {
        desk.save("a", "tags: المناخ")
        desk.publish()
        desk.save("a", "tags: التغير المناخي")
        #expect(desk.errors.count == 1 && desk.errors[0].contains("- {name: التغير المناخي, also: [المناخ]}"))
        desk.settings("tags:\n  - {name: التغير المناخي, also: [المناخ]}")
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/المناخ/") == "200", "the page stays where readers know it")
        #expect(desk.text("tag/المناخ/index.html").contains("التغير المناخي"))
    }

    @Test func aNewSlugOfATagNeedsAnAlias() {
        desk.save("a", "tags: مناخ")
        desk.publish()
        desk.settings("tags:\n  - {name: مناخ, slug: climate}")
        #expect(desk.errors.count == 1 && desk.errors[0].contains("- {name: مناخ, aliases: [/tag/مناخ/]}"))
        desk.settings("tags:\n  - {name: مناخ, slug: climate, aliases: [/tag/مناخ/]}")
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/مناخ/") == "301 /tag/climate/")
        #expect(desk.answer("/tag/مناخ/feed.xml") == "301 /tag/climate/feed.xml")
    }

    @Test func tagsThatSiteYamlMergesLeadToOne() {
        desk.save("a", "date: 2024-01-01\ntags: إيران")
        desk.save("b", "tags: Iran")
        desk.publish()
        #expect(desk.answer("/tag/iran/") == "200")
        desk.settings("tags:\n  - {name: إيران, also: [Iran]}")
        #expect(desk.errors == [])
        #expect(
            desk.answer("/tag/iran/") == "301 /tag/إيران/"
                && desk.answer("/tag/iran/feed.xml") == "301 /tag/إيران/feed.xml")
    }

    @Test func aRenamedSectionIsAnErrorAndItsLineMendsIt() {
        desk.settings("sections: [ثقافة, علوم]")
        desk.save("a", "section: ثقافة")
        desk.publish()
        desk.settings("sections: [فنون, علوم]")
        desk.save("a", "section: فنون")
        #expect(desk.errors.contains { $0.contains("- {name: فنون, slug: فنون, aliases: [/section/ثقافة/]}") })
        desk.settings("sections:\n  - {name: فنون, slug: فنون, aliases: [/section/ثقافة/]}\n  - علوم")
        #expect(desk.errors == [])
        #expect(desk.answer("/section/ثقافة/") == "301 /section/فنون/")
        #expect(desk.answer("/section/ثقافة/feed.xml") == "301 /section/فنون/feed.xml")
    }

    @Test func aRenamedPageIsAnErrorAndItsLineMendsIt() {
        desk.file("pages/about.md", "---\ntitle: من نحن\n---\n\nنص\n")
        desk.publish()
        desk.file("pages/about.md", nil)
        desk.file("pages/us.md", "---\ntitle: من نحن\n---\n\nنص\n")
        #expect(desk.errors.count == 1 && desk.errors[0].contains("Content/pages/us.md the line “aliases: [/about/]”"))
        desk.file("pages/us.md", "---\ntitle: من نحن\naliases: [/about/]\n---\n\nنص\n")
        #expect(desk.errors == [])
        #expect(desk.answer("/about/") == "301 /us/")
    }

    @Test func aRenamedAuthorIsAnErrorAndItsLineMendsIt() {
        desk.file("authors/salma.md", "---\nname: سلمى\n---\n\nنص\n")
        desk.save("a", "author: سلمى")
        desk.publish()
        desk.file("authors/salma.md", nil)
        desk.file("authors/salma-t.md", "---\nname: سلمى الطحان\n---\n\nنص\n")
        desk.save("a", "author: سلمى الطحان")
        #expect(
            desk.errors.count == 1
                && desk.errors[0].contains("Content/authors/salma-t.md the line “aliases: [/author/salma/]”"))
        desk.file("authors/salma-t.md", "---\nname: سلمى الطحان\naliases: [/author/salma/]\n---\n\nنص\n")
        #expect(desk.errors == [])
        #expect(desk.answer("/author/salma/feed.xml") == "301 /author/salma-t/feed.xml")
    }

    @Test func aMendedNameHasOneLine() {
        desk.file("authors/salma.md", "---\nname: سلمي\n---\n\nنص\n")
        desk.save("a", "author: سلمي")
        desk.publish()
        desk.file("authors/salma.md", "---\nname: سلمى\n---\n\nنص\n")
        desk.publish()
        let authors = desk.ledger.entries.filter { $0.kind == .author || $0.identity.hasPrefix("author/") }
        #expect(authors.map(\.identity) == ["سلمى", "author/سلمى rss"])
    }

    @Test func aProfileForAKnownAuthorKeepsTheAddress() {
        desk.save("a", "author: سلمى")
        desk.publish()
        desk.file("authors/salma.md", "---\nname: سلمى\n---\n\nنص\n")
        #expect(desk.errors == [])
        #expect(desk.answer("/author/سلمى/") == "200" && desk.answer("/author/salma/") == "404")
    }

    @Test func anAddressIsNotTakenFromWhatStillStands() {
        desk.save("a", "slug: x")
        desk.publish()
        desk.save("a", "slug: y")
        desk.save("b", "slug: x")
        #expect(desk.errors.contains { $0.contains("“/2024/06/x/”") })
    }

    @Test func feedsThatAreTurnedOffAreNotLostWithoutAWord() {
        desk.save("a", "tags: ماء")
        desk.publish()
        desk.file("site.yaml", "name: جريدة\nurl: https://example.org/\nmessages: en\n")
        #expect(desk.errors.count == 1 && desk.errors[0].contains("“/tag/ماء/feed.xml"))
        desk.file("site.yaml", "name: جريدة\nurl: https://example.org/\nmessages: en\nfeeds: {tags: [atom]}\n")
        #expect(desk.errors == [])
        #expect(desk.answer("/tag/ماء/feed.xml") == "301 /tag/ماء/atom.xml", "readers read any format")
    }

    @Test func aMovedFileKeepsItsGuid() {
        desk.save("2024/a", "")
        desk.publish()
        let guid = guids
        #expect(guid.count == 1)
        desk.delete("2024/a")
        desk.save("old/stories/a", "")
        #expect(desk.errors == [] && guids == guid)
        desk.save("old/stories/a", "id: 77")
        #expect(desk.errors == [] && guids == guid)
        desk.record()
        #expect(desk.ledger.articles.count == 1, "an address has one line")
        // Another file where it lay is another story.
        desk.save("2024/a", "slug: other")
        #expect(desk.errors == [] && guids.count == 2 && Set(guids).isSuperset(of: guid))
    }

    @Test func aMendedDateKeepsTheGuid() {
        desk.save("2024-05-31-a", "date: 2024-05-31")
        desk.publish()
        let guid = guids
        desk.delete("2024-05-31-a")
        desk.save("2024-06-01-a", "aliases: [/2024/05/a/]")
        #expect(desk.errors == [] && guids == guid)
    }

    @Test func guidsAreWhatThePatternSays() {
        desk.settings("guid: https://old.example/?p={id}")
        desk.save("a", "id: 1234")
        #expect(desk.errors == [] && guids == ["https://old.example/?p=1234"])
        for wrong in ["https://old.example/", "{id}", "javascript:{id}", "https://old.example/{id}/{id}"] {
            desk.settings("guid: \"\(wrong)\"")
            #expect(desk.errors.count == 1, "\(wrong)")
        }
    }

    private var guids: [String] {
        desk.text("feed.xml").split(separator: "<guid").dropFirst().compactMap {
            $0.split(separator: ">", maxSplits: 1).last?.split(separator: "<").first.map(String.init)
        }
    }

    @Test mutating func aLedgerFromABackupLosesNothing() {
        desk.save("a", "tags: كوفيد-19")
        desk.publish()
        let backup = desk.files[Ledger.path]
        desk.save("old", "date: 2020-03-01\ntags: كوفيد 19، ماء\nauthor: سلمى\nexpires: 2025-01-10")
        desk.publish()
        desk.load.now = Instant(seconds: 1_736_700_000)
        desk.publish()
        let all = desk.ledger
        desk.files[Ledger.path] = backup
        desk.record()
        #expect(desk.ledger == all)
    }

    @Test func anOldLedgerIsRead() {
        desk.save("a", "tags: ماء")
        desk.publish()
        let old = Ledger(desk.ledger.articles)
        desk.files[Ledger.path] = old.bytes
        #expect(desk.errors == [])
        desk.record()
        #expect(desk.ledger.articles == old.articles && !desk.ledger.lists.isEmpty)
    }
}
