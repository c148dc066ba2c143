import Base

/// Resolves what articles say of others, each for itself.
struct ReferenceResolver<Tree: FileTree>: Sendable {
    let loader: SiteLoader<Tree>
    let terms: Terms
    let targets: ArticleTargets

    init(_ loader: SiteLoader<Tree>, _ terms: Terms, _ targets: ArticleTargets) {
        (self.loader, self.terms, self.targets) = (loader, terms, targets)
    }

    /// - Parameter areListed: whether these are the site's articles, or those that are in no list.
    func frozen(_ manuscripts: [ReadManuscript], areListed: Bool) -> (
        articles: [Article], diagnostics: [Diagnostic]
    ) {
        let frozen = loader.options.workers.map(Array(manuscripts.indices)) { place in
            freeze(manuscripts[place], at: areListed ? place : nil)
        }
        return (frozen.map(\.article), frozen.flatMap(\.diagnostics))
    }

    private func freeze(_ read: ReadManuscript, at index: Int?) -> (article: Article, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var related: [Int] = []
        for word in read.manuscript.related {
            guard let found = targets.index(of: word.text) else {
                diagnostics.append(targets.problem(with: word))
                continue
            }
            if found != index, !related.contains(found) { related.append(found) }
        }
        var reply: Int?
        if let word = read.manuscript.reply {
            reply = targets.index(of: word.text)
            if reply == nil { diagnostics.append(targets.problem(with: word)) }
            if reply == index { reply = nil }
        }
        let image = read.manuscript.image.flatMap {
            loader.image($0, besides: read.manuscript.path, report: &diagnostics)
        }
        let status = read.status(at: loader.options.now)
        let article = Article(
            read, bylines: terms.bylines(of: read.manuscript), section: terms.section(of: read.manuscript),
            tags: terms.tags(of: read.manuscript),
            image: image, related: related, reply: reply, status: status,
            thread: status == .standing ? loader.thread(of: read.manuscript) : nil,
            isUnpublished: read.isUnpublished(at: loader.options.now))
        return (article, diagnostics)
    }
}
