import Base
import Content
import Pages
import Publishing
import Testing

/// A small outlet whose stories come and go, built and recorded as a newsroom does it.
struct AddressDesk {
    let files = MemoryTree([
        "Content/site.yaml":
            "name: جريدة\nurl: https://example.org/\nfeeds: {tags: [rss], authors: [rss]}\nmessages: en\n"
    ])
    let output = MemoryTree()
    var load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 2))

    init() {
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = Array("<body>{{ page.title }}</body>".utf8)
        }
    }

    func settings(_ lines: String) {
        files["Content/site.yaml"] =
            Array(
                "name: جريدة\nurl: https://example.org/\nfeeds: {tags: [rss], authors: [rss]}\nmessages: en\n\(lines)\n"
                    .utf8)
    }

    func save(_ name: String, _ matter: String) {
        let date = matter.contains("date:") ? "" : "date: 2024-06-01\n"
        files["Content/articles/\(name).md"] = Array("---\ntitle: \(name)\n\(date)\(matter)\n---\n\nنص\n".utf8)
    }

    func delete(_ name: String) { files["Content/articles/\(name).md"] = nil }

    func file(_ path: String, _ text: String?) { files["Content/\(path)"] = text.map { Array($0.utf8) } }

    @discardableResult func build() -> Build.Outcome {
        var build = Build(load)
        build.allowsRemovals = true
        return build.run(from: files, to: output, named: "Public")
    }

    /// Builds, uploads and records.
    func publish() {
        let outcome = build()
        #expect(!outcome.hasErrors, "\(outcome.diagnostics.map(\.message.english))")
        record()
    }

    func record() {
        let proof = Proof.pull(from: files, load)
        guard let site = proof.site, let built = try? Manifest(of: output) else { return }
        files[Ledger.path] =
            Ledger.read(files).ledger.recording(site, feeds: proof.plan?.feeds.feeds ?? [], as: built).ledger.bytes
    }

    var ledger: Ledger { Ledger.read(files).ledger }

    /// What the errors of a build say.
    var errors: [String] { build().diagnostics.filter { $0.severity == .error }.map(\.message.english) }

    /// What a server of the output answers: 200, 301 with its target, 410 or 404.
    func answer(_ path: String) -> String {
        let url = URLPath(String(path.dropFirst()))
        for line in text("_redirects").split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 3, percentDecoded(parts[0]) == path else { continue }
            return parts[2].hasPrefix("301") ? "301 " + (percentDecoded(parts[1]) ?? "") : String(parts[2].prefix(3))
        }
        return output[url.file] == nil ? "404" : "200"
    }

    func text(_ path: String) -> String { String(decoding: output[path] ?? [], as: UTF8.self) }
}
