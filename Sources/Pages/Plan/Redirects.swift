import Base
import Content

/// Where what has moved is now, and what is gone: one table for the pages that redirect by themselves and for the rules
/// of every server.
package struct Redirects: Sendable {
    package func answer(to path: String) -> Bool? { moves.contains { $0.from.text == path } || gone.contains { $0.text == path } ? true : nil }

    struct Move: Sendable {
        let from: URLPath
        let to: URLPath
        /// The headline of the article that has moved.
        let title: String
        let origin: Location
    }

    /// Sorted by the old path.
    let moves: [Move]
    /// Removed articles with all the paths they ever had, sorted.
    let gone: [URLPath]

    /// Reports an alias that is a page's path, and one that two articles claim.
    static func make(_ site: Site, _ former: FormerAddresses, emptied: [URLPath], taken: () -> [URLPath]) -> (table: Redirects, diagnostics: [Diagnostic]) {
        let all = site.articles + site.tombstones
        let claims = all.flatMap { article in article.aliases.map { (alias: $0, article: article) } }
        var diagnostics: [Diagnostic] = []
        var owners: [String: String] = [:]
        var moves: [Move] = []
        var gone = all.filter { $0.status == .removed }.map(\.url)
        let pages: Set<String> = claims.isEmpty && former.aliases.isEmpty && former.moves.isEmpty && former.gone.isEmpty ? [] : Set(taken().map(\.collisionKey))
        for (alias, article) in claims {
            let key = alias.path.collisionKey
            if pages.contains(key) {
                diagnostics.append(.aliasIsPage(alias))
            } else if let owner = owners[key] {
                diagnostics.append(.aliasTwice(alias, owner: owner))
            } else if article.status == .removed {
                gone.append(alias.path)
            } else {
                moves.append(Move(from: alias.path, to: article.url, title: article.title, origin: alias.location))
            }
            owners[key] = article.path
        }
        for (alias, to, title) in former.aliases {
            let key = alias.path.collisionKey
            if pages.contains(key) {
                diagnostics.append(.aliasIsPage(alias))
            } else if let owner = owners[key] {
                diagnostics.append(.aliasTwice(alias, owner: owner))
            } else {
                moves.append(Move(from: alias.path, to: to, title: title, origin: alias.location))
            }
            owners[key] = alias.location.path
        }
        for move in former.moves where !pages.contains(move.from.collisionKey) && owners.updateValue("", forKey: move.from.collisionKey) == nil {
            moves.append(Move(from: move.from, to: move.to, title: move.title, origin: Location(path: Ledger.path)))
        }
        gone += emptied + former.gone.filter { owners[$0.collisionKey] == nil && !pages.contains($0.collisionKey) }
        return (Redirects(moves: moves.sorted { $0.from < $1.from }, gone: gone.sorted()), diagnostics)
    }

    /// For hosts without rules. A path that ends in `.php` or the like would be sent as something else than a page.
    func pages(_ site: Site) -> [WrittenFile] {
        moves.filter { $0.from.file.hasSuffix(".html") || $0.from.file.hasSuffix(".htm") }.map { move in
            .init(url: move.from, bytes: Self.page(move, site.outlet), origin: move.origin)
        }
    }

    private static func page(_ move: Move, _ outlet: Outlet) -> [UInt8] {
        var html = Array("<!doctype html>\n<html lang=\"".utf8)
        html.append(escaping: outlet.language)
        html += "\" dir=\"\(outlet.isRightToLeft ? "rtl" : "ltr")\">\n<meta charset=\"utf-8\">\n<title>".utf8
        html.append(escaping: move.title)
        html += "</title>\n<link rel=\"canonical\" href=\"".utf8
        html.append(move.to, at: outlet.address)
        html += "\">\n<meta http-equiv=\"refresh\" content=\"0; url=".utf8
        html += move.to.href(base: outlet.address.base).utf8
        html += "\">\n<p><a href=\"".utf8
        html += move.to.href(base: outlet.address.base).utf8
        html += "\"><bdi>".utf8
        html.append(escaping: move.title)
        html += "</bdi></a></p>\n".utf8
        return html
    }
}

extension Diagnostic {
    fileprivate static func aliasIsPage(_ alias: Article.Alias) -> Diagnostic {
        Diagnostic(
            id: "alias-is-page",
            Message(
                en:
                    "an alias is a path where nothing is any more; “/\(alias.path.text)” is a page of the site; "
                    + "remove it here",
                ar: "الرابط السابق مسار لم تعد فيه صفحة؛ و«‎/\(alias.path.text)» صفحة من الموقع؛ احذفه من هنا"),
            at: alias.location)
    }

    fileprivate static func aliasTwice(_ alias: Article.Alias, owner: String) -> Diagnostic {
        Diagnostic(
            id: "duplicate-alias",
            Message(
                en: "an alias leads to one article; “/\(alias.path.text)” is also that of \(owner); keep one of them",
                ar: "يقود الرابط السابق إلى مقال واحد؛ و«‎/\(alias.path.text)» مذكور أيضًا في \(owner)؛ أبقِ أحدهما"),
            at: alias.location)
    }
}
