import Base
import Content
import Search
import Typesetting

/// What results show of articles: `[title, URL, day, section, first words]`, and behind them the day as readers read it,
/// for all but plain news also the kind's words and its name; `null` where nothing is found.
struct SearchCards: Sendable {
    private let site: Site
    private let texts: [SetText]
    private let catalogue: Catalogue
    private let base: String

    init(_ edition: Edition) {
        (site, texts, catalogue) = (edition.site, edition.articles, edition.catalogue)
        base = edition.site.outlet.address.base
    }

    /// Letters of the first words.
    private static let excerptLetters = 120

    func bytes(of entries: ArraySlice<SearchPlan.Entry>) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for entry in entries {
                switch entry {
                case .article(let index):
                    let article = site.articles[index]
                    let kind = article.kind == .news ? nil : article.kind.rawValue
                    write(
                        article, article.summary ?? texts[index].excerpt, kind, kind == nil ? nil : article.kindWord,
                        into: &json)
                case .retracted(let index):
                    write(site.tombstones[index], nil, "retracted", "retracted", into: &json)
                case .nothing: json.ready(nil, Array("null".utf8))
                }
            }
        }
        return json.bytes
    }

    private func write(
        _ article: Article, _ text: String?, _ kind: String?, _ word: String?, into json: inout JSONWriter
    ) {
        json.array { json in
            json.text(article.title)
            json.text(article.url.href(base: base))
            json.text(article.date.date.iso)
            json.text(article.section.map { site.sections[$0].name } ?? "")
            json.text(Self.excerpt(text ?? ""))
            json.text(DateValue.text(article.date.date, site.outlet.dateForm, site.outlet.dates))
            if let kind, let word {
                json.text(catalogue.text(word))
                json.text(kind)
            }
        }
    }

    /// The first words, up to the last blank before the limit.
    private static func excerpt(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > excerptLetters else { return text }
        let start = scalars.prefix(excerptLetters)
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return String(scalars[..<end]) + "…"
    }
}
