import Base
import Content
import Pages

// What is published of articles that no page of this build is of: those that are broken, and those that readers may not
// have.

extension Publication {
    /// What stays of articles that no page of this build is of.
    struct LastPages: Sendable {
        /// Their pages, and of the files that nothing else uses any more those that these pages show.
        var files: [Manifest.File] = []
        /// The articles whose pages stay, by their hashes.
        var kept: Set<UInt64> = []
        /// Those whose pages name what was taken back, and go with it.
        var dropped: Set<UInt64> = []
    }

    func lastPages(_ order: Order, besides new: [BuildRecord.File]) throws(Diagnostic) -> LastPages {
        var last = LastPages()
        guard let old, !order.keepingPages.isEmpty else { return last }
        let taken = Set(new.map { Digest(of: $0.file.path) })
        let articles = Set(order.keepingPages.map(Manifest.articleHash))
        let spare = old.filter { !taken.contains(Digest(of: $0.path)) }
        let addresses = addresses(of: order.withdrawn.filter { !$0.keepsHeadline }.map(\.path))
        let writer = output.writer()
        var onPages: [UInt8] = []
        for file in spare {
            guard let hash = file.article, articles.contains(hash), let bytes = try writer.existing(file.path) else {
                continue
            }
            guard !addresses.contains(where: { bytes.names($0) }) else {
                last.dropped.insert(hash)
                continue
            }
            last.kept.insert(hash)
            last.files.append(file)
            onPages += bytes
        }
        // What leads to a page goes with it.
        let redirects = Set(
            order.keepingPages.filter { !last.dropped.contains(Manifest.articleHash($0)) }.map(Manifest.redirectHash))
        for file in spare where file.article.map(redirects.contains) ?? false {
            last.files.append(file)
            onPages += try writer.existing(file.path) ?? []
        }
        let shown = spare.filter { file in
            ["media/", "assets/"].contains { file.path.hasPrefix($0) }
                && onPages.place(of: percentEncoded(file.path).utf8) != nil
        }
        // A style sheet names fonts and pictures that lie beside it.
        var inStyles: [UInt8] = []
        for file in shown where file.path.hasSuffix(".css") { inStyles += try writer.existing(file.path) ?? [] }
        let styling = spare.filter { file in
            file.path.hasPrefix("assets/") && !shown.contains(file)
                && inStyles.place(of: percentEncoded(String(file.path.dropFirst("assets/".count))).utf8) != nil
        }
        last.files += shown + styling
        return last
    }

    /// The published articles that have no page any more at their address, and how many there are in all.
    var articlesWithoutPages: (gone: [Manifest.File], all: Int) {
        let old = old ?? []
        // Older builds did not note what shows an article's text.
        let isNoted = old.contains { $0.text != nil }
        var isKept = [Bool](repeating: false, count: old.count)
        for place in jobs.lazy.compactMap(\.place) { isKept[place] = true }
        let articles = old.indices.filter { old[$0].article != nil && (old[$0].text != nil || !isNoted) }
        return (articles.filter { !isKept[$0] }.map { old[$0] }, articles.count)
    }

    /// The files of the articles at `paths` that hold what readers may not have: their pages, those that lead to them,
    /// and feeds, which hold whole texts. Lists name them too and are too many to look at.
    func filesThatHold(_ paths: [String]) -> [String] {
        let hashes = Set(paths.flatMap { [Manifest.articleHash($0), Manifest.redirectHash($0)] })
        let addresses = addresses(of: paths)
        let writer = output.writer()
        return (old ?? []).filter { file in
            if let article = file.article { return hashes.contains(article) }
            guard file.path.hasSuffix(".xml") || file.path.hasSuffix(".json"), !file.path.hasPrefix("assets/") else {
                return false
            }
            // One that cannot be read may hold it.
            guard let bytes = try? writer.existing(file.path) else { return true }
            return addresses.contains { bytes.names($0) }
        }.map(\.path)
    }

    /// The addresses of the pages that show these articles, as links have them behind the site's base path.
    private func addresses(of articles: [String]) -> [[UInt8]] {
        guard !articles.isEmpty else { return [] }
        let shown = shownArticles
        return articles.compactMap { path in
            shown[Manifest.articleHash(path)].map { Array(URLPath(file: $0).href(base: "/").utf8) }
        }
    }

    /// The files of the pages that show articles' texts, by the articles' hashes.
    var shownArticles: [UInt64: String] {
        Dictionary(
            (old ?? []).lazy.filter { $0.text != nil }.compactMap { file in file.article.map { ($0, file.path) } }
        ) { $1 }
    }
}

extension [UInt8] {
    /// Whether a link in it has this address, and not one beneath it.
    fileprivate func names(_ address: [UInt8]) -> Bool {
        var from = 0
        while let found = place(of: address, from: from) {
            from = found + address.count
            guard from < count, !"\"'#?&<> )".utf8.contains(self[from]) else { return true }
        }
        return false
    }
}
