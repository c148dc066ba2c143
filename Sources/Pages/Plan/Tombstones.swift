import ArabicText
import Base
import Content
import Markdown
import Typesetting

extension PageMaker {
    /// What stands where articles were taken back: a retracted one keeps its headline and gives its reason, an expired
    /// one its headline, a removed one shows nothing of itself.
    var tombstones: [Page] {
        let removed = site.tombstones.filter { $0.status == .removed }
        let neutral = removed.map { removedPage(at: $0.url, origin: Location(path: $0.path)) }
        return site.tombstones.compactMap(tombstone) + neutral
    }

    private func tombstone(_ article: Article) -> Page? {
        var notice: [UInt8] = []
        let description: String?
        switch article.status {
        case .retracted(let reason): description = reason
        case .expired:
            let words = edition.wordings[article.language].catalogue
            description = words.text("expired")
            notice = Array("<p>".utf8) + escaped(words.text("expired")) + Array("</p>".utf8)
        case .removed, .standing: return nil
        }
        if site.withdrawnThoughBroken.contains(article.path) { return brokenTombstone(article, description) }
        return Page(
            kind: .article, url: article.url, title: article.title, description: description,
            parents: article.section.map(way) ?? [],
            content: .article(.init(article: article.tombstone, index: nil, text: .notice(notice))),
            isUnlisted: article.status == .expired, origin: Location(path: article.path))
    }

    /// The headline and the notice of a broken article, since all else of it may be wrong.
    private func brokenTombstone(_ article: Article, _ description: String?) -> Page {
        let isExpired = article.status == .expired
        let heading = isExpired ? [] : Array("<h2>".utf8) + escaped(words.text("retracted")) + Array("</h2>".utf8)
        let text =
            description.flatMap { $0.isEmpty ? nil : $0 }.map { Array("<p>".utf8) + escaped($0) + Array("</p>".utf8) }
            ?? []
        return Page(
            kind: .page, url: article.url, title: article.title, description: description, parents: [],
            content: .notice(heading + text), isUnlisted: true, origin: Location(path: article.path))
    }

    func removedPage(at url: URLPath, origin: Location) -> Page {
        Page(
            kind: .page, url: url, title: words.text("removed"), description: nil, parents: [],
            content: .notice(Array("<p>".utf8) + escaped(words.text("removed_text")) + Array("</p>".utf8)),
            isUnlisted: true, origin: origin)
    }

    /// In place of lists whose last story is gone. Where an editor leads an address elsewhere, or something else has it by
    /// now, there is none.
    func emptied(_ former: FormerAddresses, besides pages: [Page]) -> [Page] {
        guard !former.emptied.isEmpty else { return [] }
        var taken = Set(pages.map { TextKey($0.url.collisionKey) })
        for alias in former.aliases { taken.insert(TextKey(alias.alias.path.collisionKey)) }
        for rule in site.redirects where !rule.from.hasStar && rule.from.query.isEmpty {
            taken.insert(TextKey(rule.from.path.collisionKey))
        }
        for article in site.articles + site.tombstones {
            for alias in article.aliases { taken.insert(TextKey(alias.path.collisionKey)) }
        }
        let html = Array("<p>".utf8) + escaped(words.text("list_gone_text")) + Array("</p>".utf8)
        return former.emptied.flatMap { entry in
            entry.urls.filter { taken.insert(TextKey($0.collisionKey)).inserted }.map { url in
                Page(
                    kind: .page, url: url, title: words.text("list_gone"), description: nil, parents: [],
                    content: .emptied(entry, html), isUnlisted: true, origin: Location(path: Ledger.path))
            }
        }
    }

    /// What pages fetch, whenever they were made.
    func fragments(_ theme: Theme) -> [Page] {
        theme.fragments.map { name in
            Page(
                kind: .fragment, url: URLPath(name), title: site.outlet.name, description: nil, parents: [],
                content: .fragment(name), isUnlisted: true, origin: Location(path: "Templates/\(name)"))
        }
    }

    /// The bar alone, for pages that were rendered before the news broke.
    func breakingBar(_ theme: Theme) -> [Page] {
        guard theme.hasBreakingBar, let breaking = site.frontPage.breaking else { return [] }
        return [
            Page(
                kind: .breaking, url: FixedPaths.breaking, title: words.text("breaking"), description: nil, parents: [],
                content: .breaking(breaking), isUnlisted: true, origin: Location(path: "Content/frontpage.yaml"))
        ]
    }
}
