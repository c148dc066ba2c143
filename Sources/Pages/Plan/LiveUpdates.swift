import Base
package import Content
import Typesetting

/// The newest updates of an article's live coverage alone, which its page fetches while somebody reads it.
package struct LiveUpdates: Sendable {
    /// The place in `site.articles`.
    let index: Int
    package let url: URLPath
    let path: String

    init(_ index: Int, of article: Article) {
        (self.index, url, path) = (index, Self.url(of: article), article.path)
    }

    /// Beside the article's page.
    static func url(of article: Article) -> URLPath {
        let page = article.url.text
        return page.hasSuffix("/") || page.isEmpty
            ? URLPath(page + "updates.html")
            : URLPath((page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + "-updates.html")
    }

    /// As many as a reader who comes back after a while has missed.
    static let most = 20

    /// The part of a text's HTML that holds the updates, of them the newest.
    static func part(of html: [UInt8], hasEnded: Bool) -> [UInt8] {
        guard let start = html.place(of: Array("<div class=\"updates\">\n".utf8)) else { return [] }
        var end = start
        for number in 0...most {
            guard let next = html.place(of: "<article class=\"update".utf8, from: end + 1) else {
                end = html.count
                break
            }
            end = next
            if number == most { break }
        }
        let close = Array("</div>\n".utf8)
        // What follows the updates, as notes do, is no part of them.
        let part = html[start..<end]
        let last = part.count >= close.count ? Array(part).lastPlace(of: Array("</article>\n".utf8)) : nil
        let body = last.map { Array(part.prefix($0 + "</article>\n".utf8.count)) } ?? Array(part)
        let head = Array(hasEnded ? "<div class=\"updates\" data-ended>\n".utf8 : "<div class=\"updates\">\n".utf8)
        return head + body.dropFirst("<div class=\"updates\">\n".utf8.count) + close
    }
}

extension [UInt8] {
    /// Where the last `text` begins.
    fileprivate func lastPlace(of text: [UInt8]) -> Int? {
        guard count >= text.count else { return nil }
        return (0...(count - text.count)).last { self[$0..<$0 + text.count].elementsEqual(text) }
    }
}
