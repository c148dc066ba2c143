import Base
import Content

/// A list or a standing page whose address leads nowhere any more, and the line that mends it.
struct LostList {
    private let entry: Ledger.Entry
    private let url: URLPath
    private let site: Site
    /// What has its name, or what it probably goes by now.
    private let name: String?
    private let isRenamed: Bool

    /// - Parameter url: one of the list's addresses.
    init(_ list: PublishedList, _ url: URLPath, _ site: Site) {
        (entry, self.url, self.site) = (list.entry, url, site)
        if case .stands = list.state {
            (name, isRenamed) = (list.entry.identity, false)
        } else {
            (name, isRenamed) = (Self.successor(of: list.entry, site), true)
        }
    }

    /// What was never public before, where there is one of its kind; else what is most alike.
    private static func successor(of entry: Ledger.Entry, _ site: Site) -> String? {
        let names =
            switch entry.kind {
            case .section: site.sections.map(\.identity)
            case .tag: site.tags.map(\.name)
            case .author: site.authors.map(\.name)
            case .page: site.pages.map(\.identity)
            case .article, .feed: [String]()
            }
        let new = names.filter { site.published.list(entry.kind, $0) == nil }
        return new.count == 1
            ? new[0] : suggestion(for: entry.identity, among: new) ?? suggestion(for: entry.identity, among: names)
    }

    var diagnostic: Diagnostic {
        let (line, place) = mending
        let gone = "/\(url.text)\t410"
        let (english, arabic) = (Self.kinds[entry.kind]?.english ?? "", Self.kinds[entry.kind]?.arabic ?? "")
        return Diagnostic(
            id: PublishingRule.publishedURLLost,
            Message(
                en:
                    "what was once public keeps its address; “/\(url.text)” of the \(english) “\(entry.identity)” leads "
                    + "nowhere now; if it goes by “\(name ?? "…")” now, add \(place.english) “\(line)”; if it is gone, add "
                    + "“\(gone)” to \(RedirectFile.path)",
                ar:
                    "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» \(arabic) «\(entry.identity)» لا يقود الآن إلى شيء؛ إن صار "
                    + "«\(name ?? "…")» فأضف \(place.arabic) «\(line)»؛ وإن زال فأضف «‎\(gone)» إلى \(RedirectFile.path)"
            ),
            at: location)
    }

    private static let kinds: [Ledger.Kind: Message] = [
        .section: Message(en: "section", ar: "عنوان القسم"), .tag: Message(en: "tag", ar: "عنوان الوسم"),
        .author: Message(en: "author", ar: "صفحة الكاتب"), .page: Message(en: "page", ar: "عنوان الصفحة"),
    ]

    /// The line to add, and where.
    private var mending: (line: String, place: Message) {
        let alias = "/\(url.text)"
        switch entry.kind {
        case .tag:
            let name = name ?? "…"
            let line =
                isRenamed
                ? "- {name: \(quoted(name)), also: [\(quoted(entry.identity))]}"
                : "- {name: \(quoted(name)), aliases: [\(quoted(alias))]}"
            return (line, Message(en: "beneath “tags:” in site.yaml", ar: "تحت «tags:» في site.yaml"))
        case .section where !site.outlet.sections.isEmpty:
            let section = name.flatMap { site.outlet.sectionNames.place(of: $0) }.map { site.outlet.sections[$0] }
            let slug = section.map { ", slug: \(quoted($0.slug))" } ?? ""
            return (
                "- {name: \(quoted(section?.name ?? name ?? "…"))\(slug), aliases: [\(quoted(alias))]}",
                Message(en: "beneath “sections:” in site.yaml", ar: "تحت «sections:» في site.yaml")
            )
        case .author, .page:
            if let file = file {
                return ("aliases: [\(quoted(alias))]", Message(en: "to \(file) the line", ar: "إلى \(file) السطر"))
            }
        case .section, .article, .feed: break
        }
        let target = name.flatMap(address).map { "/\($0.text)" } ?? "/…"
        return (
            "\(alias)\t\(target)\t301",
            Message(en: "to \(RedirectFile.path)", ar: "إلى \(RedirectFile.path)")
        )
    }

    /// The file of what has the name now.
    private var file: String? {
        switch entry.kind {
        case .author: site.authors.first { $0.name == name }?.path
        case .page: site.pages.first { $0.identity == name }?.path
        case .section, .tag, .article, .feed: nil
        }
    }

    private func address(of name: String) -> URLPath? {
        switch entry.kind {
        case .section: site.sections.first { $0.identity == name }?.url
        case .tag: site.tags.first { $0.name == name }?.url
        case .author: site.authors.first { $0.name == name }?.url
        case .page: site.pages.first { $0.identity == name }?.url
        case .article, .feed: nil
        }
    }

    private var location: Location {
        if let file { return Location(path: file) }
        switch entry.kind {
        case .tag, .section: return site.outlet.place(of: entry.kind == .tag ? "tags" : "sections")
        case .author, .page, .article, .feed: return Location(path: Ledger.path, line: entry.line)
        }
    }

    /// As YAML reads it between brackets.
    private func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0 == "/" || $0 == "-" || $0 == " " || (0x30...0x39).contains($0.value)
        }
        return isPlain && text.first != "-"
            ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
