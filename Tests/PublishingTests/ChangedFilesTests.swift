import Base
import Content
import Foundation
import Publishing
import Testing

/// What tells a build that a file is another than it was, also where the file hides it.
@Suite struct ChangedFilesTests {
    @Test func changeThatKeepsSizeAndTimeIsNoticed() {
        let site = CachedSite()
        site.site.meddle { $0.modified = 5 }
        site.build()
        let rewritten = site.rewritten
        #expect(rewritten.count == site.memory[site.path]?.count)
        site.memory[site.path] = rewritten
        #expect(site.build().tally.written > 0)
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    /// - Parameter age: of all files, in seconds, both times that anybody looks.
    @Test(arguments: [0, 2]) func youngFileIsReadWhateverItsTimesSay(_ age: Int) {
        let site = CachedSite()
        let time = FileStamp.clock - age * 1_000_000_000
        let still = { (meddling: inout MeddledTree.Meddling) in (meddling.modified, meddling.changed) = (time, time) }
        site.site.meddle(still)
        site.build()
        site.memory[site.path] = site.rewritten
        site.site.meddle(still)
        #expect(site.build().tally.written > 0)
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    /// Where this holds no more, the test above proves nothing.
    @Test func oldFileIsKnownByItsTimes() {
        let site = CachedSite()
        let still = { (meddling: inout MeddledTree.Meddling) in (meddling.modified, meddling.changed) = (5, 5) }
        site.site.meddle(still)
        site.build()
        site.memory[site.path] = site.rewritten
        site.site.meddle(still)
        #expect(site.build().tally.written == 0)
    }

    @Test func secondSaveRightAfterABuildIsNoticedOnTheDisk() throws {
        let site = try SiteOnDisk()
        defer { site.remove() }
        let made = site.made
        for letter in ["!", "?", "#"] {
            let text = Array((made.memory[made.path] ?? []).dropLast(2) + Array("\(letter)\n".utf8))
            try site.files.writer().write(text, to: made.path)
            #expect(site.build().tally.written > 0)
            made.memory[made.path] = text
            let expected = made.clean().files
            for path in try site.output.entries(under: "").map(\.path)
            where try site.output.read(path) != expected[path] {
                Issue.record("\(path) differs")
            }
        }
    }

    @Test func renameToAnotherFormOfTheSameLettersIsFollowed() throws {
        let site = try SiteOnDisk()
        defer { site.remove() }
        let text = Array("---\ntitle: عنوان\ndate: 2024-01-01\n---\n\nنص.\n".utf8)
        let (composed, decomposed) = ("Content/articles/caf\u{E9}.md", "Content/articles/cafe\u{301}.md")
        try site.files.writer().write(text, to: composed)
        let first = site.build()
        #expect(first.diagnostics == [])
        try site.files.writer().remove(composed)
        try site.files.writer().write(text, to: decomposed)
        // So that the page is printed anew from the file.
        try site.files.writer().write(
            try site.files.read("Templates/footer.html") + Array("!".utf8), to: "Templates/footer.html")
        let second = site.build()
        #expect(second.diagnostics == [])
        #expect(second.articles == first.articles)
    }

    @Test func articleThatChangesBeforeItsPageIsPrintedStopsTheBuild() {
        let site = CachedSite()
        site.build()
        // Every page is printed again, from texts that were set by the build before.
        site.memory["Templates/footer.html"]? += Array("!".utf8)
        let (path, text) = (site.path, site.rewritten)
        site.site.meddle { $0.answers[path] = (1, text) }
        let outcome = site.build()
        #expect(outcome.diagnostics.map(\.id) == ["changed-meanwhile"])
        #expect(outcome.diagnostics.first?.location?.path == path)
        site.memory[path] = text
        site.site.meddle { _ in }
        #expect(site.build().diagnostics == [])
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test func articleThatChangesBeforeItsTextIsSetStopsTheBuild() {
        let site = CachedSite()
        let (path, old, text) = (site.path, site.memory[site.path], site.rewritten)
        site.site.meddle { $0.answers[path] = (2, text) }
        #expect(site.build().diagnostics.map(\.id) == ["changed-meanwhile"])
        #expect(site.output.paths == [])
        // Whoever takes the change back again must not find it in the cache.
        site.memory[path] = old
        site.site.meddle { _ in }
        #expect(site.build().diagnostics == [])
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test(arguments: [1, 2]) func readThatFailsOnceIsNotRemembered(_ read: Int) {
        let site = CachedSite()
        let path = site.path
        site.site.meddle { $0.answers[path] = (read, nil) }
        #expect(site.build().diagnostics.map(\.id).contains("disk"))
        #expect(site.output.paths == [])
        site.site.meddle { _ in }
        #expect(site.build().diagnostics == [])
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test func adviceOnAMissingPictureFollowsTheFolder() {
        var site = CachedSite()
        let place = site.newsroom.stories.firstIndex { $0.path == site.path } ?? 0
        site.newsroom.stories[place].body.append(.picture("harbour.png"))
        site.newsroom.save(into: site.memory)
        #expect(site.build().diagnostics.map(\.id) == ["missing-picture"])
        let folder = "Content/articles/" + site.newsroom.stories[place].folder
        site.newsroom.files[folder + "harbor.png"] = Newsroom.picture(1200, 600, 1)
        site.newsroom.save(into: site.memory)
        let problems = site.build().diagnostics
        #expect(problems == site.clean().outcome.diagnostics)
        #expect(problems.first?.message.english.contains("did you mean “harbor.png”?") == true)
    }
}

/// The small site in a folder of its own, built there with its cache.
private struct SiteOnDisk {
    let made = CachedSite(stories: 3)
    let files, output: DiskTree
    private let folder: URL
    private let building: Build

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UInt64.random(in: 0 ... .max))")
        files = DiskTree(root: folder.appending(path: "site").path())
        output = DiskTree(root: folder.appending(path: "Public").path())
        for (path, bytes) in made.memory.files { try files.writer().write(bytes, to: path) }
        var build = Build(LoadOptions(now: Instant(seconds: made.newsroom.now), workers: Workers(jobs: 2)))
        build.cache = BuildCache(
            in: DiskTree(root: folder.appending(path: ".sitegen").path()), program: "one", output: "Public")
        building = build
    }

    @discardableResult func build() -> Build.Outcome { building.run(from: files, to: output, named: "Public") }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
