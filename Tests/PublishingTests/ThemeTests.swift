import Base
import Content
import Publishing
import Testing

/// What the theme prints of articles that are not whole any more, or not the outlet's own.
@Suite struct ThemeTests {
    private static let root = String(#filePath).replacing("/Tests/PublishingTests/ThemeTests.swift", with: "")

    private static let theme: [(path: String, text: String)] = {
        let tree = DiskTree(root: root)
        return ((try? tree.entries(under: "Templates")) ?? []).map { entry in
            (entry.path, String(decoding: (try? tree.read(entry.path)) ?? [], as: UTF8.self))
        }
    }()

    private func page(_ matter: String, _ text: String) -> String {
        let tree = MemoryTree()
        for file in Self.theme { tree[file.path] = Array(file.text.utf8) }
        tree["Content/site.yaml"] = Array("name: ج\nurl: https://example.org/\nmessages: en\n".utf8)
        tree["Content/articles/a.md"] = Array("---\ntitle: خبر\ndate: 2024-01-01\n\(matter)\n---\n\(text)\n".utf8)
        let output = MemoryTree()
        let outcome = Build(.init(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).run(
            from: tree, to: output, named: "Public")
        #expect(outcome.diagnostics.map(\.id) == [])
        return String(decoding: output["2024/01/a/index.html"] ?? [], as: UTF8.self)
    }

    @Test func themeNamesTheSource() {
        #expect(page("kicker: ك", "نص\n\n*المصدر: رويترز").contains("المصدر: <bdi>رويترز</bdi>"))
        let linked = page("source: {name: رويترز, url: 'https://r.example/'}", "نص")
        #expect(linked.contains(#"المصدر: <a href="https://r.example/"><bdi>رويترز</bdi></a>"#))
        #expect(!page("kicker: ك", "نص").contains("المصدر"))
    }

    @Test func aStyleSheetNamesItsAssetsByTheirNewNames() throws {
        let tree = MemoryTree()
        for file in Self.theme where !file.path.hasSuffix("/style.css") { tree[file.path] = Array(file.text.utf8) }
        tree["Templates/assets/a.woff2"] = [1]
        tree["Templates/assets/style.css"] = Array(
            "/* url( */ b{src:url(a.woff2) url('a.woff2') url(\"b.woff2\")} url(".utf8)
        tree["Content/site.yaml"] = Array("name: ج\nurl: https://example.org/\n".utf8)
        let output = MemoryTree()
        _ = Build(.init(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).run(
            from: tree, to: output, named: "Public")
        let files = output.entries(under: "assets").map(\.path)
        let font = try #require(files.first { $0.hasSuffix(".woff2") }).dropFirst("assets/".count)
        let sheet = try #require(files.first { $0.hasPrefix("assets/style.") })
        #expect(
            String(decoding: output[sheet] ?? [], as: UTF8.self)
                == "/* url( */ b{src:url(\(font)) url('\(font)') url(\"b.woff2\")} url(")
    }

    @Test func noHeadingHasAnIDOfTheTheme() {
        let page = page("kicker: ك", "## Main\n\n## Related\n\n## Other\n\n[هنا](#main-2)")
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(ids.contains("main-2"))
        #expect(ids.contains("other"))
        #expect(Set(ids).count == ids.count)
    }

    @Test func anExpiredArticleHasNoEmptyNotice() {
        let expired = page("expires: 2024-02-01", "نص")
        #expect(expired.contains("خبر"))
        #expect(!expired.contains("class=\"notice\""))
    }

    @Test func whatIsTakenBackKeepsHeadlineAndReasonAlone() {
        let retracted = page("status: retracted\nreason: خطأ في الأرقام", "نص")
        #expect(retracted.contains("خبر") && retracted.contains("خطأ في الأرقام"))
        for part in ["مدة القراءة", "class=\"share\"", "مشاركة"] { #expect(!retracted.contains(part)) }
        #expect(page("kicker: ك", "نص").contains("class=\"share\""))
    }
}
