import Base
import Content
@testable import Publishing
import Pages
import Testing

@Suite struct DeploymentPlanTests {
    private func manifest(_ files: [String: String?]) -> Manifest {
        Manifest(files.map { .init(path: $0.key, digest: $0.value.map { Digest(of: $0) }, size: 1) })
    }

    @Test func pathsAreAddedChangedAndRemoved() {
        let plan = DeploymentPlan(
            from: manifest(["index.html": "1", "a/index.html": "1", "same": "1"]),
            to: manifest(["index.html": "2", "b/index.html": "1", "same": "1"]), site: nil)
        #expect(plan.added == ["b/index.html"])
        #expect(plan.changed == ["index.html"])
        #expect(plan.removed == ["a/index.html"])
        #expect(plan.brokenURLs == ["/a/"])
    }

    @Test func whatVanishesAndWhatChangesItsOwnerIsNamed() {
        func file(_ path: String, article: UInt64? = nil, list: UInt64? = nil) -> Manifest.File {
            .init(path: path, digest: Digest(of: path), size: 1, article: article, list: list)
        }
        let (water, weather) = (Manifest.listHash(.tag, "ماء"), Manifest.listHash(.tag, "طقس"))
        let plan = DeploymentPlan(
            from: Manifest([
                file("tag/x/index.html", list: water), file("tag/y/index.html", list: weather), file("tag/y/feed.xml"),
                file("media/p.png"), file("sitemap.xml"), file("2024/01/a/index.html", article: 1),
            ]),
            to: Manifest([file("tag/x/index.html", list: weather), file("2024/01/a/index.html", article: 2)]), site: nil
        )
        #expect(plan.brokenURLs == ["/tag/y/"] && plan.brokenFeeds == ["/tag/y/feed.xml"])
        #expect(plan.brokenFiles == ["/media/p.png"])
        #expect(plan.reassignedURLs == ["/2024/01/a/", "/tag/x/"])
    }

    @Test func aFileThatAnInterruptedBuildOnlyAnnouncedCountsAsAdded() {
        #expect(DeploymentPlan(from: manifest(["a": nil]), to: manifest(["a": "1"]), site: nil).added == ["a"])
    }

    @Test func assetsComeFirstTheFrontPageLastAndDeletionsEndWithAssets() {
        let plan = DeploymentPlan(
            from: manifest(["assets/old.css": "1", "z/index.html": "1"]),
            to: manifest(["assets/new.css": "1", "media/p.png": "1", "index.html": "1", "x/index.html": "1"]), site: nil
        )
        #expect(plan.paths(of: .assets) == ["assets/new.css", "media/p.png"])
        #expect(plan.paths(of: .pages) == ["x/index.html", "index.html"])
        #expect(plan.paths(of: .deletions) == ["z/index.html", "assets/old.css"])
    }

    @Test func jsonHoldsPathsAndStepsInOrder() {
        let plan = DeploymentPlan(
            from: manifest(["index.html": "1", "a b/index.html": "1"]),
            to: manifest(["index.html": "2", "media/<\u{1B}.png": "1", "مطر/index.html": "1"]), site: nil)
        #expect(
            plan.json
                == #"{"added":["media/\u003c\u001b.png","مطر/index.html"],"changed":["index.html"],"#
                + #""removed":["a b/index.html"],"published":[],"broken_urls":["/a%20b/"],"#
                + #""broken_feeds":[],"broken_files":[],"reassigned_urls":[],"#
                + #""purge_urls":[],"steps":{"assets":["media/\u003c\u001b.png"],"pages":["مطر/index.html","index.html"],"#
                + #""deletions":["a b/index.html"]}}"#)
    }

    @Test func `Pictures that are gone or others now are purged, and those that are new are not`() {
        let plan = DeploymentPlan(
            from: manifest(["media/a-320.webp": "1", "media/a-720.jpg": "1", "media/b.png": "1", "index.html": "1"]),
            to: manifest(["media/b.png": "2", "media/c.jpg": "1", "index.html": "2"]), site: nil)
        #expect(plan.purgedURLs == ["/media/a-320.webp", "/media/a-720.jpg", "/media/b.png"])
        let lines = plan.text(arabic: false).split(separator: "\n")
        #expect(lines.contains("purge from caches: /media/a-320.webp"))
        #expect(!lines.contains { $0.hasPrefix("file is gone") })
        #expect(plan.json.contains(#""purge_urls":["/media/a-320.webp","/media/a-720.jpg","/media/b.png"]"#))
    }

    @Test func aManifestIsReadAsItWasWritten() throws {
        let manifest = Manifest([
            .init(
                path: "مقال مع فراغ/index.html", digest: Digest(of: "abc"), size: 12,
                article: Manifest.articleHash("Content/articles/a.md")
            ),
            .init(path: "index.html", digest: nil, size: 0),
        ])
        #expect(try Manifest(manifest.bytes, at: Location(path: "m")) == manifest)
    }

    @Test func filesAboutToBeWrittenAreListedBesideTheOthers() throws {
        let written = Manifest([.init(path: "index.html", digest: Digest(of: "a"), size: 1)])
        let announced = try Manifest(Manifest.announcing(["z/", "a/"], after: written.bytes), at: Location(path: "m"))
        #expect(announced.files.map(\.path) == ["a/", "index.html", "z/"])
        #expect(announced.files.map(\.digest) == [nil, Digest(of: "a"), nil])
        #expect(
            try Manifest(Manifest.announcing(["a/"], after: nil), at: Location(path: "m")).files.map(\.path) == ["a/"])
    }
}
