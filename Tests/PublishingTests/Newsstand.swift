import Base
import Content
import Publishing

/// A small outlet in memory with templates that show nothing, built again and again with a cache.
final class Newsstand {
    let tree: MemoryTree
    let output = MemoryTree()
    private let cache = MemoryTree()
    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    /// - Parameter files: in place of its own or besides.
    init(_ files: [String: String]) {
        var all = ["Content/site.yaml": "name: جريدة\nurl: https://example.org/\nmessages: en\npage_size: 2\n"]
        for name in ["article", "home", "list", "tag", "section", "archive", "page", "terms", "corrections", "404"] {
            all["Templates/\(name).html"] = "<body></body>"
        }
        tree = MemoryTree(all.merging(files) { _, new in new })
    }

    /// Builds, and gives what is wrong.
    func build() -> [Diagnostic] {
        var build = Build(load)
        build.allowsRemovals = true
        build.cache = BuildCache(in: cache, program: "test", output: "Public")
        return build.run(from: tree, to: output, named: "Public").diagnostics
    }

    /// The files of which `sitegen check` says this.
    func checked(_ id: String) -> [String] {
        Check(load).run(on: tree).problems.filter { $0.id == id }.compactMap { $0.location?.path }
    }

    func text(_ path: String) -> String { String(decoding: output[path] ?? [], as: UTF8.self) }

    /// The files that come, change or go once one is saved; nil takes it away.
    func renewed(_ path: String, _ text: String?) -> [String] {
        let before = output.files
        tree[path] = text.map { Array($0.utf8) }
        let problems = build()
        guard problems.isEmpty else { return problems.map(\.message.english) }
        return output.differences(from: before).filter { $0 != Manifest.path }.sorted()
    }
}
