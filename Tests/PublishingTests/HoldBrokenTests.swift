import Base
import Content
import Publishing
import Testing

@Suite struct HoldBrokenTests {
    private let output = MemoryTree()

    private func site(_ articles: [String: String]) -> MemoryTree {
        var files = ["Content/site.yaml": "name: جريدة\nurl: https://example.org/\n"]
        for (name, matter) in articles { files["Content/articles/\(name).md"] = "---\n\(matter)\n---\n\nنص \(name)\n" }
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = "<body>{{ page.title }}</body>"
        }
        return MemoryTree(files)
    }

    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    /// - Parameters:
    ///   - ledger: of what was published before.
    ///   - files: beside the articles.
    ///   - body: whether articles' pages show their texts.
    private func build(
        _ articles: [String: String], holds: Bool = true, after ledger: Ledger? = nil,
        with files: [(String, [UInt8])] = [],
        body: Bool = false
    ) -> Build.Outcome {
        var build = Build(load)
        build.holdsBroken = holds
        let tree = site(articles)
        for (path, bytes) in files { tree[path] = bytes }
        if body || !files.isEmpty { tree["Templates/article.html"] = Array("<body>{{ article.html }}</body>".utf8) }
        if let ledger { tree[Ledger.path] = ledger.bytes }
        return build.run(from: tree, to: output, named: "Public")
    }

    @Test(arguments: ["a", "an-id"]) func aBrokenArticleLosesNoOtherItsAddress(_ identity: String) throws {
        let id = identity == "a" ? "" : "\nid: an-id"
        let sound = ["a": "title: أ\ndate: 2024-01-01\(id)", "b": "title: ب\ndate: 2024-01-02"]
        _ = build(sound)
        let ledger = Ledger([]).recording(try #require(loadSite(site(sound), load).site), as: nil).ledger
        let broken = "title: أ\ndate: 2024-01-01\nbad: 1\(id)"
        // The broken one keeps its page, and its address with it.
        #expect(!build(["a": broken, "b": "title: ب\ndate: 2024-01-02"], after: ledger).stops)
        // Beside it another is gone, which stops the build as ever.
        let outcome = build(["a": broken], after: ledger)
        #expect(outcome.stops && outcome.diagnostics.contains { $0.id == "published-url-lost" })
        #expect(output["2024/01/b/index.html"] != nil)
        // And one that changes in silence is spoken of.
        let changed = build(["a": broken, "b": "title: ب ب\ndate: 2024-01-02"], after: ledger)
        #expect(changed.diagnostics.contains { $0.id == "silent-change" })
    }

    @Test func aBrokenArticleKeepsItsLastPageWhileTheRestIsPublished() {
        _ = build(["a": "title: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        let page = output["2024/01/a/index.html"]
        let outcome = build([
            "a": "titel: أ\ndate: 2024-01-01", "b": "title: ب ب\ndate: 2024-01-02", "c": "title: ج\ndate: 2024-01-03",
        ])
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(!outcome.stops)
        #expect(outcome.diagnostics.contains { $0.id == "unknown-key" })
        #expect(page != nil && output["2024/01/a/index.html"] == page)
        #expect(output["2024/01/b/index.html"] == Array("<body>ب ب</body>".utf8))
        #expect(output["2024/01/c/index.html"] != nil)
    }

    @Test func aNewBrokenArticleStaysOut() {
        let outcome = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(output["2024/01/a/index.html"] == nil)
        #expect(output["2024/01/b/index.html"] != nil)
    }

    @Test func withoutBeingAskedNothingIsWritten() {
        let outcome = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"], holds: false)
        #expect(outcome.stops)
        #expect(output.paths.isEmpty)
    }

    @Test func anArticleThatBreaksOnlyBesideAnotherIsHeldToo() {
        let outcome = build(["a": "title: أ\ndate: 2024-01-01\nid: x", "b": "title: ب\ndate: 2024-01-02\nid: x"])
        #expect(outcome.heldBack.count == 1)
        #expect(!outcome.stops)
    }

    @Test func aPathThatAnotherArticleTookIsItsOwn() {
        _ = build(["a": "title: أ\ndate: 2024-01-01"])
        _ = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02\nslug: a"])
        #expect(output["2024/01/a/index.html"] == Array("<body>ب</body>".utf8))
    }

    /// One typo must not take everything along that names the article: its page is still there.
    @Test(arguments: ["titel: أ\ndate: 2024-01-01", "title: أ\ndate: 2024-01-01\nfoo: 1", "title: [أ\ndate: {"])
    func whatNamesABrokenArticleIsPublished(_ broken: String) {
        let others = [
            "b": "title: ب\ndate: 2024-01-02\n---\n\n[أ](a.md)\n",
            "c": "title: ج\ndate: 2024-01-03\nrelated: a.md\n---\n\n[ب](b.md)\n",
        ]
        _ = build(others.merging(["a": "title: أ\ndate: 2024-01-01"]) { $1 })
        let page = output["2024/01/a/index.html"]
        output["2024/01/b/index.html"] = nil
        let outcome = build(others.merging(["a": broken]) { $1 })
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(outcome.articles == 2)
        #expect(page != nil && output["2024/01/a/index.html"] == page)
        #expect(output["2024/01/b/index.html"] != nil && output["2024/01/c/index.html"] != nil)
    }

    /// A chain of stories must not wait for the first of them.
    @Test(arguments: ["titel: أ\ndate: 2024-01-01", "title: أ\ndate: 2024-01-01\n---\n\n[خطأ](/nowhere/)"])
    func whatLinksToABrokenArticleThatHasNoPageIsPublishedWithoutTheLink(_ broken: String) {
        let others = [
            "b":
                "title: ب\ndate: 2024-01-02\n---\n\n[أول](a.md) و[ثان](/2024/01/a/) و[ثالث](https://example.org/2024/01/a/?x)\n",
            "c": "title: ج\ndate: 2024-01-03\n---\n\n[ب](b.md)\n",
        ]
        let outcome = build(others.merging(["a": broken]) { $1 }, body: true)
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(!outcome.stops && outcome.diagnostics.filter { $0.id == "held-article" }.count == 3)
        let page = String(decoding: output["2024/01/b/index.html"] ?? [], as: UTF8.self)
        #expect(page.contains("<p>أول وثان وثالث</p>"))
        #expect(String(decoding: output["2024/01/c/index.html"] ?? [], as: UTF8.self).contains("href=\"/2024/01/b/\""))
        _ = build(others.merging(["a": "title: أ\ndate: 2024-01-01"]) { $1 }, body: true)
        #expect(
            String(decoding: output["2024/01/b/index.html"] ?? [], as: UTF8.self).contains(
                "<a href=\"/2024/01/a/\">أول</a>"))
    }

    @Test func aFileThatOnlyBearsAPicturesNameStopsNobody() {
        let sound = [
            "a": "title: أ\ndate: 2024-01-01\nimage: a.png", "b": "title: ب\ndate: 2024-01-02\n---\n\n![صورة](b.png)\n",
        ]
        let pictures = ["articles/a.png", "articles/b.png", "articles/stray.png", "authors/face.png"].map {
            ("Content/" + $0, picture)
        }
        let profile = ("Content/authors/x.md", Array("---\nname: كاتب\nimage: face.png\n---\n".utf8))
        _ = build(sound, with: pictures + [profile])
        let pages = ["a", "b"].map { output["2024/01/\($0)/index.html"] }
        let shown = output.paths.filter { $0.hasPrefix("media/") }
        #expect(!pages.contains(nil) && !shown.isEmpty)
        let html = Array("<html></html>".utf8)
        let stray = build(
            sound.merging(["c": "title: ج\ndate: 2024-01-03"]) { $1 },
            with: pictures + [profile, ("Content/articles/stray.png", html)])
        #expect(
            !stray.stops && stray.heldBack == ["Content/articles/stray.png"]
                && stray.diagnostics.map(\.id) == ["picture"])
        #expect(output["2024/01/c/index.html"] != nil)
        let broken = pictures.map { ($0.0, html) }
        let outcome = build(sound.merging(["d": "title: د\ndate: 2024-01-04"]) { $1 }, with: broken + [profile])
        #expect(!outcome.stops && output["2024/01/d/index.html"] != nil)
        #expect(
            outcome.diagnostics.filter { $0.id == "broken-picture" }.compactMap { $0.location?.path } == [
                "Content/articles/a.md", "Content/articles/b.md",
            ])
        #expect(
            ["a", "b"].map { output["2024/01/\($0)/index.html"] } == pages
                && output.paths.filter { $0.hasPrefix("media/") } == shown)
        #expect(
            build(sound, holds: false, with: broken + [profile]).diagnostics.map(\.id) == [
                "picture", "picture", "picture", "picture",
            ])
    }

    /// The head of a PNG (RFC 2083, 11.2.2).
    private let picture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
            0, 0, 4, 0, 0, 0, 2, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        ]

    @Test func theAddressesThatABrokenArticleHadStillLeadToIt() {
        let sound = "title: أ\ndate: 2024-01-01\naliases: [/old/1/, /other.html]"
        _ = build(["a": sound, "b": "title: ب\ndate: 2024-01-02\naliases: /gone/"])
        let redirect = output["old/1/index.html"]
        _ = build([
            "a": "titel: أ\ndate: 2024-01-01\naliases: [/old/1/, /other.html]", "b": "title: ب\ndate: 2024-01-02",
        ])
        #expect(redirect != nil && output["old/1/index.html"] == redirect && output["other.html"] != nil)
        #expect(output["gone/index.html"] == nil)
        _ = build(["a": sound, "b": "title: ب\ndate: 2024-01-02"])
        #expect(output["old/1/index.html"] == redirect)
    }

    // MARK: What is taken back although it is broken

    private let two = ["a": "title: أصل العنوان\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"]

    private func all(_ word: String) -> [String] {
        output.paths.filter { String(decoding: output[$0] ?? [], as: UTF8.self).contains(word) }
    }

    @Test(
        arguments: ["draft: true", "draft:", "date: 2999-01-01", "date: 2999-01-01\ndraft: نعم"],
        ["bad: 1", "image: {", "title: آخر"])
    func aBrokenArticleThatIsHeldLeavesTheSite(_ line: String, _ other: String) {
        _ = build(two)
        #expect(!all("أصل العنوان").isEmpty)
        let date = line.hasPrefix("date") ? "" : "\ndate: 2024-01-01"
        let outcome = build(["a": "title: أصل العنوان\(date)\n\(line)\n\(other)", "b": "title: ب\ndate: 2024-01-02"])
        #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
        #expect(output["2024/01/a/index.html"] == nil && all("أصل العنوان").isEmpty)
        #expect(output["2024/01/b/index.html"] != nil)
    }

    @Test(arguments: ["status: removed", "الحالة: محذوف", "status: remvoed"])
    func aBrokenArticleThatIsRemovedShowsNothingOfItself(
        _ line: String
    ) {
        _ = build(two)
        let outcome = build([
            "a": "title: أصل العنوان\ndate: 2024-01-01\n\(line)\nbad: 1", "b": "title: ب\ndate: 2024-01-02",
        ])
        #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
        #expect(all("أصل العنوان").isEmpty)
        // Its address says that there was something, in the next build too.
        for _ in 0..<2 {
            #expect(
                output["2024/01/a/index.html"].map { String(decoding: $0, as: UTF8.self).contains("أُزيلت") } == true)
            let next = build([
                "a": "title: أصل العنوان\ndate: 2024-01-01\n\(line)\nbad: 1", "b": "title: ب\ndate: 2024-01-02",
            ])
            #expect(next.tally.written == 0 && next.tally.removed == 0)
        }
        _ = build(two)
        #expect(!all("أصل العنوان").isEmpty)
    }

    @Test func aBrokenArticleThatIsRetractedKeepsHeadlineAndReasonAlone() {
        _ = build(two)
        let broken =
            "title: أصل العنوان\ndate: 31/2/2024\nstatus: retracted\nreason: خطأ في المصدر\nsummary: ملخص\nbad: 1"
        let outcome = build(["a": broken, "b": "title: ب\ndate: 2024-01-02"])
        #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
        #expect(all("أصل العنوان") == ["2024/01/a/index.html"])
        #expect(all("ملخص").isEmpty && all("نص a").isEmpty)
    }

    @Test func aBuildThatStopsSaysFirstWhatWaitsToBeTakenOut() throws {
        _ = build(two)
        let draft = ["a": "title: أصل العنوان\ndate: 2024-01-01\ndraft: true", "b": "titel: ب\ndate: 2024-01-02"]
        let stopped = build(draft, holds: false)
        let first = try #require(stopped.diagnostics.first)
        #expect(stopped.stops && first.id == "removal-waits")
        #expect(
            first.message.english.contains("Content/articles/a.md")
                && first.message.english.contains("“sitegen build --hold-broken”"))
        #expect(!all("أصل العنوان").isEmpty)
        #expect(build(draft).heldBack == ["Content/articles/b.md"])
        #expect(all("أصل العنوان").isEmpty)
        // Nothing waits any more.
        #expect(!build(draft, holds: false).diagnostics.contains { $0.id == "removal-waits" })
    }

    @Test func whereNoArticleIsAtFaultTheFilesAreNamed() throws {
        _ = build(two)
        let tree = site([
            "a": "title: أصل العنوان\ndate: 2024-01-01\nstatus: removed", "b": "title: ب\ndate: 2024-01-02",
        ])
        tree["Templates/article.html"] = Array("{{ nothing }}".utf8)
        for holds in [true, false] {
            var build = Build(load)
            build.holdsBroken = holds
            let first = try #require(build.run(from: tree, to: output, named: "Public").diagnostics.first)
            #expect(first.id == "removal-waits")
            #expect(first.message.english.contains("errors in Templates/article.html are mended"))
            #expect(first.message.english.contains("on the web server 2024/01/a/index.html, "))
        }
    }

    /// What is above a page's text on the pages of others: the theme's own names are in every template here.
    private func linking(_ articles: [String: String]) -> MemoryTree {
        let tree = site(articles)
        tree["Templates/article.html"] = Array(
            "<h1>{{ page.title }}</h1><a href=\"{{ article.older.url }}\">{{ article.older.title }}</a>".utf8)
        return tree
    }

    @Test(arguments: [("draft: true", false), ("status: removed", false), ("status: retracted\nreason: خطأ", true)])
    func theLastPageThatNamesWhatWasTakenBackGoesWithIt(_ line: String, _ stays: Bool) {
        var building = Build(load)
        building.holdsBroken = true
        let three = two.merging([
            "b": "title: ب\ndate: 2024-01-02\naliases: /old/b/", "c": "title: ج\ndate: 2024-01-03",
        ]) { $1 }
        _ = building.run(from: linking(three), to: output, named: "Public")
        #expect(all("أصل العنوان").contains("2024/01/b/index.html"))
        // The neighbour is broken at the same time, and the article after it has nothing to do with either.
        let after = [
            "a": "title: أصل العنوان\ndate: 2024-01-01\n\(line)", "b": "title: ب\ndate: 2024-01-02\nbad: 1",
            "c": "title: ج\ndate: 2024-01-03",
        ]
        let outcome = building.run(from: linking(after), to: output, named: "Public")
        #expect(outcome.heldBack == ["Content/articles/b.md"] && !outcome.stops)
        #expect((output["2024/01/b/index.html"] != nil) == stays)
        #expect((output["old/b/index.html"] != nil) == stays)
        #expect(all("أصل العنوان").isEmpty != stays)
        #expect(output["2024/01/c/index.html"] != nil)
        let fate = outcome.diagnostics.first { $0.id == "held-back" }?.message.english
        #expect(fate?.contains(stays ? "still public" : "left with that one") == true)
        _ = building.run(from: linking(three), to: output, named: "Public")
        #expect(all("أصل العنوان").contains("2024/01/b/index.html"))
    }

    @Test func anotherMayHaveTheAddressOfABrokenArticleThatWasRemoved() {
        _ = build(two)
        let removed = "title: أصل العنوان\ndate: 2024-01-01\nstatus: removed\nbad: 1"
        for name in ["0", "z"] {
            let outcome = build([
                "a": removed, "b": "title: ب\ndate: 2024-01-02", name: "title: خلف\ndate: 2024-01-03\nslug: a",
            ])
            #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
            #expect(output["2024/01/a/index.html"] == Array("<body>خلف</body>".utf8))
        }
    }

    @Test(arguments: ["", "\nimage: {"]) func anIdThatStandsInABrokenFileIsKnown(_ broken: String) throws {
        let sound = ["a": "title: أصل العنوان\ndate: 2024-01-01\nid: the-id", "b": "title: ب\ndate: 2024-01-02"]
        _ = build(sound)
        let ledger = Ledger([]).recording(try #require(loadSite(site(sound), load).site), as: nil).ledger
        let draft = "title: أصل العنوان\ndate: 2024-01-01\nid: the-id\ndraft: true\(broken)"
        let outcome = build(["a": draft, "b": "title: ب\ndate: 2024-01-02"], after: ledger)
        #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
        #expect(all("أصل العنوان").isEmpty)
    }

    @Test func aReasonOfMoreThanOneLineStaysAsItIs() {
        _ = build(two)
        let broken = "title: أصل العنوان\ndate: 2024-01-01\nstatus: retracted\nreason: >\n  خطأ في\n  المصدر #5\nbad: 1"
        _ = build(["a": broken, "b": "title: ب\ndate: 2024-01-02"])
        let page = String(decoding: output["2024/01/a/index.html"] ?? [], as: UTF8.self)
        #expect(!page.contains("&gt;") && all("نص a").isEmpty)
    }

    @Test func draftsThatAreShownWaitForNothing() {
        _ = build(two)
        var building = Build(load)
        building.load.showsUnpublished = true
        let draft = ["a": "title: أصل العنوان\ndate: 2024-01-01\ndraft: true", "b": "titel: ب\ndate: 2024-01-02"]
        let outcome = building.run(from: site(draft), to: output, named: "Public")
        #expect(outcome.stops && !outcome.diagnostics.contains { $0.id == "removal-waits" })
    }

    @Test func aDraftOfAPublishedArticleLeavesTheSiteThoughTheLedgerHasIt() throws {
        _ = build(two)
        let ledger = Ledger([]).recording(try #require(loadSite(site(two), load).site), as: nil).ledger
        let draft = ["a": "title: أصل العنوان\ndate: 2024-01-01\ndraft: true", "b": "title: ب\ndate: 2024-01-02"]
        let stopped = build(draft, holds: false, after: ledger)
        #expect(stopped.diagnostics.map(\.id) == ["removal-waits", "published-url-lost"])
        #expect(stopped.diagnostics.last?.location?.path == "Content/articles/a.md")
        let outcome = build(draft, after: ledger)
        #expect(outcome.heldBack == ["Content/articles/a.md"] && !outcome.stops)
        #expect(all("أصل العنوان").isEmpty)
    }

    @Test func whatIsRemovedIsRemovedAllTheSame() {
        _ = build(["a": "title: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        _ = build(["a": "titel: أ\ndate: 2024-01-01"])
        #expect(output["2024/01/b/index.html"] == nil)
        #expect(output["2024/01/a/index.html"] != nil)
    }
}
