import Base
import Content
import Testing

@Suite struct SiteTests {
    @Test func heldArticlesAreGoneBeforeTheSiteExists() throws {
        var fixture = SiteFixture()
        fixture.add("a", "title: منشور\ndate: 2024-01-24")
        fixture.add("b", "title: مسودة\ndate: 2024-01-24\ndraft: true\ntags: سر\nauthor: خفي\nsection: مستور")
        fixture.add("c", "title: حظر\ndate: 2025-06-01T10:00:00Z\ntags: سر")
        let site = try #require(fixture.load().site)
        #expect(site.articles.map(\.title) == ["منشور"])
        #expect(site.tags.isEmpty && site.authors.isEmpty && site.sections.isEmpty)
        fixture.showsUnpublished = true
        #expect(try #require(fixture.load().site).articles.map(\.title) == ["حظر", "منشور", "مسودة"])
    }

    @Test func embargoEndsAtItsInstantInTheOutletsZone() throws {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += "time_zone: Asia/Riyadh\n"
        fixture.add("a", "title: ع\ndate: 2024-05-01T06:00")
        let instant = 1_714_532_400  // 2024-05-01T03:00:00Z
        fixture.now = Instant(seconds: instant - 1)
        #expect(try #require(fixture.load().site).articles.isEmpty)
        fixture.now = Instant(seconds: instant)
        #expect(try #require(fixture.load().site).articles.count == 1)
    }

    @Test(arguments: ["2023-01-01", "2024-01-24", "2024-01-24T09:00"])
    func whatExpiresBeforeItAppearsIsRemarked(_ expires: String) {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24T09:00\nexpires: \(expires)")
        let problem = fixture.load().diagnostics.first
        #expect(problem?.id == "expires-before-date" && problem?.severity == .warning && problem?.location?.line == 4)
        fixture.add("a", "title: ع\ndate: 2024-01-24T09:00\nexpires: 2024-01-24T09:01")
        #expect(fixture.load().diagnostics.isEmpty)
    }

    @Test func sectionsThatDifferBySignsAloneAreOne() throws {
        var fixture = SiteFixture()
        for (number, name) in ["أخبار", "أخبار!", "”أخبار“", "الأخبار"].enumerated() {
            fixture.add("\(number)", "title: ع\ndate: 2024-01-0\(number + 1)\nsection: \(name)")
        }
        let site = try #require(fixture.load().site)
        #expect(site.sections.map(\.name) == ["أخبار", "الأخبار"])
        #expect(site.sections.map(\.articles.count) == [3, 1])
    }

    @Test(arguments: ["2024-01-24-مطر", "2024-01-24 مطر", "2024-01-24_مطر", "مطر"])
    func aFilesNameIsTakenWithoutItsDate(_ name: String) throws {
        var fixture = SiteFixture()
        fixture.add(name, "title: ع\ndate: 2024-01-24")
        fixture.add("2024-01-25", "title: ع\ndate: 2024-01-25")
        let site = try #require(fixture.load().site)
        #expect(site.articles.map(\.url.text) == ["2024/01/2024-01-25/", "2024/01/مطر/"])
    }

    @Test func aCharacterReferenceInAHeadlineIsRemarked() {
        let article = SiteFixture.article(
            "title: \"قمة &#8211; نيروبي &amp; غزة\"\ndate: 2024-01-24\nsummary: R&D; و&غير;")
        #expect(article.diagnostics.map(\.id) == ["character-reference"])
        #expect(article.diagnostics.first?.location?.line == 2)
        #expect(article.diagnostics.first?.message.english.hasSuffix("write “قمة – نيروبي & غزة”") ?? false)
    }

    @Test func expiredArticlesLeaveTheLists() throws {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\nexpires: 2024-06-01\ntags: ماء")
        let site = try #require(fixture.load().site)
        #expect(site.articles.isEmpty && site.tags.isEmpty)
        #expect(site.tombstones.map(\.status) == [.expired])
    }

    @Test func tiesAreSortedByPath() throws {
        var fixture = SiteFixture()
        for name in ["ب", "أ", "z", "a"] { fixture.add(name, "title: \(name)\ndate: 2024-01-24") }
        #expect(try #require(fixture.load().site).articles.map(\.title) == ["a", "z", "أ", "ب"])
    }

    @Test func tagsMergeUnderFoldingButNotAcrossTaMarbuta() throws {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-01\ntags: كُرة، أحمد")
        fixture.add("b", "title: ع\ndate: 2024-01-02\ntags: كرةٌ، احمد، كره")
        let (site, diagnostics) = fixture.load()
        #expect(try #require(site).tags.map(\.name) == ["كُرة", "أحمد", "كره"])
        #expect(diagnostics.map(\.id) == ["twin-tags"])
        #expect(diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test func oldestArticleGivesATagItsSpellingAndSlug() throws {
        var fixture = SiteFixture()
        fixture.add("new", "title: ع\ndate: 2024-02-01\ntags: C++")
        fixture.add("old", "title: ع\ndate: 2024-01-01\ntags: C")
        let tags = try #require(fixture.load().site).tags
        #expect(tags.map(\.url.text) == ["tag/c/", "tag/c-2/"])
    }

    @Test func slugIsTheFileNameAndNeverTheTitle() throws {
        var fixture = SiteFixture()
        fixture.add("2024-01-24-هل تنجح كينيا؟", "title: عنوان آخر\ndate: 2024-01-24")
        fixture.add("x", "title: ب\ndate: 2024-01-23\nslug: قمة الـ20 في نيروبي")
        let site = try #require(fixture.load().site)
        #expect(site.articles.map(\.url.text) == ["2024/01/هل-تنجح-كينيا/", "2024/01/قمة-ال20-في-نيروبي/"])
    }

    @Test func nameWithoutLettersGetsDateAndIdentity() throws {
        var fixture = SiteFixture()
        fixture.add("؟؟؟", "title: ع\ndate: 2024-01-24\nid: n7")
        #expect(try #require(fixture.load().site).articles.map(\.url.text) == ["2024/01/2024-01-24-n7/"])
    }

    @Test func everyProblemIsReportedInOneRun() {
        var fixture = SiteFixture()
        fixture.add("a", "titel: ع\ndate: 31/2/2024")
        fixture.add("b", "date: 2024-01-01\nsource: {name: س, url: javascript:x}")
        fixture.files["Content/articles/c.md"] = "نص"
        fixture.files["Content/pages/p.md"] = "---\nslug: x\n---\n"
        let (site, diagnostics) = fixture.load()
        #expect(site == nil)
        #expect(
            Set(diagnostics.map(\.id)) == ["unknown-key", "missing-key", "date", "url-scheme", "front-matter-missing"])
    }

    @Test func picturesAreReadByTheirBytes() throws {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\nimage: {src: p.png, alt: ص}")
        let tree = MemoryTree(fixture.files)
        tree["Content/articles/p.png"] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0,
        ]
        let site = loadSite(tree, LoadOptions(now: fixture.now, workers: Workers(jobs: 1))).site
        let picture = try #require(site?.articles.first?.image?.picture)
        #expect((picture.width, picture.height, picture.type) == (1024, 768, .png))
    }

    @Test(arguments: [
        "../../secret.png", "/etc/passwd.png", "https://x.example/p.png", "lost.png", "%2e%2e/%2e%2e/x.png",
    ])
    func pictureOutsideIsMissing(_ src: String) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nimage: \(src)")
        #expect(diagnostics.map(\.id) == ["missing-picture"])
    }

    /// What the clock or a decision about one article does must not stop the build of all others.
    @Test(arguments: ["expires: 2024-02-01", "status: retracted\nreason: خطأ", "status: removed"])
    func aRelatedStoryThatIsGoneIsLeftOutWithAWarning(_ end: String) throws {
        var fixture = SiteFixture()
        fixture.add("2024-01-01-over", "title: أ\ndate: 2024-01-01\n\(end)")
        fixture.add("2024-01-02-b", "title: ب\ndate: 2024-01-02\nrelated: over")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics.map { "\($0.severity) \($0.id)" } == ["warning gone-article"])
        #expect(try #require(site).articles.first?.related == [])
    }
}
