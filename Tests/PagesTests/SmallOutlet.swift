import Base
import Content
import Typesetting

@testable import Pages

/// An outlet of a few files in memory, loaded and planned as a build does it.
struct SmallOutlet {
    var files: [String: String]
    var now = "2024-06-01T12:00:00Z"
    var showsUnpublished = false

    /// - Parameters:
    ///   - settings: lines of site.yaml behind name and url.
    ///   - articles: by their paths beneath `articles/`, each the front matter's lines and, behind a line `---`, the text.
    init(_ settings: String = "", url: String = "https://example.org/", articles: [String: String] = [:]) {
        files = ["Content/site.yaml": "name: الجريدة\nurl: \(url)\n\(settings)\n"]
        for (path, text) in articles {
            files["Content/articles/\(path)"] = "---\n" + (text.contains("\n---\n") ? text : text + "\n---\nنص.\n")
        }
    }

    struct Made {
        let edition: Edition
        let plan: PagePlan
        let diagnostics: [Diagnostic]

        var site: Site { edition.site }
        var ids: [String] { diagnostics.filter { $0.severity != .advice }.map(\.id).sorted() }

        /// A file that a format wrote; nil where there is none.
        func text(_ path: String) -> String? {
            switch plan.outputs.first(where: { $0.file == path }) {
            case .feed(let feed): (try? Press.print(feed, of: edition)).map { String(decoding: $0, as: UTF8.self) }
            case .written(let file): String(decoding: file.bytes, as: UTF8.self)
            default: nil
            }
        }

        func head(_ kind: Page.Kind = .article) -> String? {
            plan.pages.first { $0.kind == kind }.map { head(of: $0) }
        }

        func head(of page: Page) -> String {
            String(
                decoding: Head(edition, plan.feeds).markup(of: page, at: page.url.href(base: site.outlet.address.base)),
                as: UTF8.self)
        }
    }

    /// What loading reports, where that is as far as it comes.
    var loadProblems: [String] {
        loadSite(MemoryTree(files), options).diagnostics.map(\.id).sorted()
    }

    var loadMessages: [String] { loadSite(MemoryTree(files), options).diagnostics.map(\.message.english) }

    private var options: LoadOptions {
        LoadOptions(now: instant(now), showsUnpublished: showsUnpublished, workers: Workers(jobs: 1))
    }

    func made() throws -> Made {
        let tree = MemoryTree(files)
        let loaded = loadSite(tree, options)
        guard let site = loaded.site else { throw loaded.diagnostics.first ?? Diagnostic.missingFile("site.yaml") }
        let theme = Theme.read(tree).theme
        let (edition, problems) = Edition.typeset(site, from: tree, workers: options.workers)
        let plan = PagePlan(edition, theme, now: options.now, workers: options.workers)
        return Made(
            edition: edition, plan: plan,
            diagnostics: loaded.diagnostics + problems + plan.diagnostics
                + checkSite(edition, plan, theme, now: options.now, workers: options.workers))
    }
}

/// `2024-06-01T12:00:00Z`, in seconds since 1970.
func instant(_ text: String) -> Instant {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    let day = CivilDate(year: parts[0], month: parts[1], day: parts[2])?.daysSince1970 ?? 0
    return Instant(seconds: day * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5])
}
