import Base
import Content
import Publishing
import Testing

/// The outlet's own files: which are published, and what is said of its pictures.
@Suite struct OwnFilesTests {
    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    private func site(_ files: [String: [UInt8]]) -> MemoryTree {
        var texts = ["Content/site.yaml": "name: جريدة\nurl: https://example.org/\n"]
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            texts["Templates/\(name).html"] = "<body></body>"
        }
        let tree = MemoryTree(texts)
        for (path, bytes) in files { tree[path] = bytes }
        return tree
    }

    private func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
        let size: [UInt8] = [0, 0, 0, width, 0, 0, 0, height]
        return [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + size + [
            8, 2, 0, 0, 0, 0, 0, 0, 0,
        ]
    }

    @Test func whatSystemsLeaveIsNeverPublished() {
        var files: [String: [UInt8]] = ["Content/assets/a.txt": [0x61]]
        for name in [
            "Thumbs.db", "thumbs.db", "THUMBS.DB", "ehthumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store",
            ".ds_store",
        ] {
            for folder in [
                "Content/assets", "Content/assets/x", "Content/articles", "Content/assets/.well-known", "Templates",
                "Templates/assets",
            ] {
                files["\(folder)/\(name)"] = [0x61]
            }
        }
        let output = MemoryTree()
        let outcome = Build(load).run(from: site(files), to: output, named: "Public")
        #expect(outcome.diagnostics.map(\.id) == [])
        #expect(output.paths.filter { $0.hasPrefix("assets/") || $0.hasPrefix(".well-known") } == ["assets/a.txt"])
    }

    @Test func whatASiteIsKnownByLiesAtItsRoot() {
        let files = [
            "Content/assets/.well-known/assetlinks.json": Array("[]".utf8), "Content/assets/.well-known/acme/x": [0x61],
            "Content/assets/.hidden/a.txt": [0x61], "Content/assets/x/.well-known/b": [0x61],
        ]
        let output = MemoryTree()
        let outcome = Build(load).run(from: site(files), to: output, named: "Public")
        #expect(outcome.diagnostics.map(\.id) == [])
        #expect(
            output.paths.filter { $0.contains("known") || $0.contains("hidden") } == [
                ".well-known/acme/x", ".well-known/assetlinks.json",
            ])
    }

    @Test func whatLiesAtTheRootIsLinkedToThere() throws {
        let output = MemoryTree()
        let article = "---\ntitle: خبر\ndate: 2024-05-01\nauthor: ليلى\n---\n![](/assets/.well-known/a.png)\n"
        let outcome = Build(load).run(
            from: site([
                "Content/assets/.well-known/a.png": png(2, 2), "Content/articles/a.md": Array(article.utf8),
                "Templates/article.html": Array(
                    #"<body><img alt="" src="{{ asset(".well-known/a.png") }}">{{ article.html }}</body>"#.utf8),
            ]), to: output, named: "Public")
        #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.id) == [])
        let path = try #require(output.paths.first { $0.hasSuffix("index.html") && $0.contains("a/") })
        let page = String(decoding: try output.read(path), as: UTF8.self)
        #expect(page.components(of: "src=\"/.well-known/a.png\"") == 2, "\(page)")
        #expect(!page.contains("assets/.well-known"))
    }

    @Test(arguments: [
        (100, 100, ["logo-small"]), (200, 60, ["logo-small"]), (112, 112, []), (200, 120, []),
    ]) func aLogoThatIsTooSmallIsSaid(_ width: UInt8, _ height: UInt8, _ expected: [String]) {
        let tree = site(["Content/assets/logo.png": png(width, height)])
        tree["Content/site.yaml"] = Array("name: جريدة\nurl: https://example.org/\nlogo: logo.png\n".utf8)
        let problems = Check(load).run(on: tree).problems.filter { $0.id.hasSuffix("-small") }
        #expect(problems.map(\.id) == expected)
        #expect(
            problems.allSatisfy {
                $0.location?.path == "Content/assets/logo.png" && $0.message.english.contains("\(width) × \(height)")
            })
    }

    @Test func anIconThatIsTooSmallIsSaid() {
        let tree = site(["Content/assets/icon-192.png": png(150, 150)])
        #expect(Check(load).run(on: tree).problems.map(\.id).contains("icon-small"))
        tree["Content/assets/icon.svg"] = Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)
        #expect(!Check(load).run(on: tree).problems.map(\.id).contains("icon-small"))
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
