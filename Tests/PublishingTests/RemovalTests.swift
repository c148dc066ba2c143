import Base
import Content
import Publishing
import Testing

/// Files that are gone by the dozen were rather lost than deleted: a disk that is not there, a checkout that failed.
@Suite struct RemovalTests {
    private let files = MemoryTree(["Content/site.yaml": "name: جريدة\nurl: https://example.org/\n"])
    private let output = MemoryTree()

    init() {
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = Array("<body>{{ page.title }}</body>".utf8)
        }
    }

    private func path(_ number: Int, in folder: String = "") -> String { "Content/articles/\(folder)a\(number).md" }

    private func fill(_ count: Int, in folder: String = "", _ more: String = "") {
        for number in 0..<count {
            files[path(number, in: folder)] = Array(
                "---\ntitle: عنوان \(number)\ndate: 2024-01-01\n\(more)---\n\nنص\n".utf8)
        }
    }

    private func build(allowsRemovals: Bool = false) -> Build.Outcome {
        var build = Build(LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1)))
        build.allowsRemovals = allowsRemovals
        return build.run(from: files, to: output, named: "Public")
    }

    @Test(arguments: [(20, 10, false), (20, 11, true), (20, 20, true), (55, 11, false), (54, 11, true), (9, 9, false)])
    func moreThanTenAndAFifthWantToBeAllowed(_ count: Int, _ deleted: Int, _ stops: Bool) {
        fill(count)
        #expect(!build().stops)
        let before = output.paths
        for number in 0..<deleted { files[path(number)] = nil }
        let outcome = build()
        #expect(outcome.stops == stops)
        #expect(outcome.diagnostics.map(\.id) == (stops ? ["many-removals"] : []))
        if stops {
            #expect(output.paths == before)
            #expect(outcome.diagnostics[0].message.english.contains("\(deleted) of \(count)"))
            #expect(!build(allowsRemovals: true).stops)
        }
        #expect(output["2024/01/a0/index.html"] == nil)
        #expect(!build().stops)
    }

    @Test(arguments: ["draft: true\n", "expires: 2024-02-01\n", "status: removed\n", "date: 2999-01-01\n"])
    func whatEditorsTookBackIsNeverCounted(_ line: String) {
        fill(20)
        #expect(!build().stops)
        fill(20, in: "", line.hasPrefix("date") ? "" : line)
        if line.hasPrefix("date") {
            for number in 0..<20 { files[path(number)] = Array("---\ntitle: عنوان \(number)\n\(line)---\n\nنص\n".utf8) }
        }
        #expect(!build().stops)
        #expect(!output.paths.contains { String(decoding: output[$0] ?? [], as: UTF8.self).contains("نص") })
    }

    @Test func filesThatMoveAndKeepTheirAddressesAreNotGone() {
        fill(20)
        #expect(!build().stops)
        for number in 0..<20 { files[path(number)] = nil }
        fill(20, in: "2024/")
        #expect(!build().stops)
        #expect(output["2024/01/a0/index.html"] != nil)
    }

    @Test func oldAddressesAreNoArticles() {
        for number in 0..<12 {
            files[path(number)] = Array(
                "---\ntitle: عنوان\ndate: 2024-01-01\naliases: [/old/\(number)/, /older/\(number)/]\n---\n\nنص\n".utf8)
        }
        #expect(!build().stops)
        for number in 0..<12 { files[path(number)] = Array("---\ntitle: عنوان\ndate: 2024-01-01\n---\n\nنص\n".utf8) }
        #expect(!build().stops)
    }
}
