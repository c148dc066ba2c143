import Base

/// Reads RSS 2.0, RSS 1.0, Atom (RFC 4287) and Blogger's export, piece by piece.
enum FeedReader {
    /// Gives each entry to `use`, in order; nil where the file was read to its end.
    static func read(
        _ path: String, _ use: (FeedEntry, FeedChannel) throws -> Void
    ) throws -> (channel: FeedChannel, mended: [(line: Int, text: String)], end: ExportEnd?) {
        let pieces = try FilePieces(path: path)
        let parser = FeedParser()
        var repair = ExportRepair()
        var isEnded = false
        var bytes: [UInt8] = []
        var mended: [(line: Int, text: String)] = []
        while !isEnded, parser.end == nil, repair.doctypeLine == nil {
            bytes.removeAll(keepingCapacity: true)
            isEnded = try !pieces.next { piece in repair.feed(piece, isLast: false) { bytes += $0 } }
            if isEnded { repair.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) { bytes += $0 } }
            parser.skippedLines = repair.skippedLines
            mended += repair.takeRepairs()
            bytes.withUnsafeBufferPointer { parser.parse($0, isLast: isEnded) }
            for entry in parser.takeEntries() { try use(entry, parser.channel) }
        }
        if let line = repair.doctypeLine {
            return (parser.channel, mended, ExportEnd(kind: .broken, line: line, id: nil, text: "DOCTYPE"))
        }
        return (parser.channel, mended, parser.end)
    }
}

/// One run over one file.
private final class FeedParser: XMLReceiver {
    private lazy var parser = XMLParser(self)
    private(set) var end: ExportEnd?
    private(set) var channel = FeedChannel()
    var skippedLines = 0

    private var entries: [FeedEntry] = []
    private var entry: FeedEntry?
    private var path: [String] = []
    private var text: [UInt8] = []
    private var type = ""
    /// How deep within an element of XHTML the reader is; 0 outside.
    private var markup = 0
    private var size = 0

    /// The largest entry, in bytes.
    private static let largest = 64 << 20
    private static let kinds = "http://schemas.google.com/blogger/2008/kind#"

    func takeEntries() -> [FeedEntry] {
        defer { entries = [] }
        return entries
    }

    func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        guard end == nil else { return }
        guard let fault = parser.parse(bytes, isLast: isLast) else { return }
        end = ExportEnd(kind: fault.isCut ? .cutOff : .broken, line: line, id: nil, text: fault.words)
    }

    private var line: Int { parser.line + skippedLines }

    // MARK: - Elements

    func start(_ name: String, _ attributes: XMLAttributes) {
        path.append(name)
        if markup > 0 {
            markup += 1
            return writeTag(name, attributes)
        }
        let value = { (key: String) in attributes[key] }
        switch name {
        case "rss", "rdf:RDF": channel.isRSS = true
        case "item",
            "entry" where entry == nil:
            entry = FeedEntry()
            entry?.line = line
            size = 0
        case "link":
            let (href, rel) = (value("href"), value("rel"))
            guard !href.isEmpty else { break }
            let isOwn = rel.isEmpty || rel == "alternate"
            if entry == nil {
                if isOwn { channel.link = href }
            } else if isOwn {
                entry?.link = href
            } else if rel == "enclosure" {
                entry?.enclosure = href
            } else if rel == "related", entry?.kind == .comment {
                entry?.parent = value("href")
            }
        case "category" where !value("term").isEmpty: addCategory(value("term"), value("scheme"))
        case "enclosure" where value("type").hasPrefix("image"): entry?.enclosure = value("url")
        case "media:content" where entry?.enclosure.isEmpty == true && value("medium") == "image":
            entry?.enclosure = value("url")
        case "media:thumbnail" where entry?.enclosure.isEmpty == true: entry?.enclosure = value("url")
        case "thr:in-reply-to": entry?.inReplyTo = value("ref")
        default: break
        }
        text.removeAll(keepingCapacity: true)
        type = value("type")
        if type == "xhtml", ["content", "summary", "title"].contains(name) { markup = 1 }
    }

    private func addCategory(_ term: String, _ scheme: String) {
        guard scheme.hasSuffix("#kind") else {
            if entry != nil { entry?.categories.append(term) }
            return
        }
        channel.isBlogger = true
        switch term.dropFirst(Self.kinds.count) {
        case "post": entry?.kind = .article
        case "page": entry?.kind = .page
        case "comment": entry?.kind = .comment
        default: entry?.kind = .other
        }
    }

    /// A tag of XHTML as text again.
    private func writeTag(_ name: String, _ attributes: XMLAttributes) {
        text += "<\(name.split(separator: ":").last ?? "")".utf8
        for (name, value) in attributes.all { text += " \(name)=\"\(Self.escaped(value))\"".utf8 }
        text.append(UInt8(ascii: ">"))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    func collect(_ bytes: UnsafeBufferPointer<UInt8>) {
        size += bytes.count
        guard size <= Self.largest else { return }
        if markup > 0 {
            text += Self.escaped(String(decoding: bytes, as: UTF8.self)).utf8
        } else {
            text.append(contentsOf: bytes)
        }
    }

    func finish(_ name: String) {
        path.removeLast()
        if markup > 1 {
            markup -= 1
            let tag = name.split(separator: ":").last ?? ""
            if !["br", "img", "hr", "input"].contains(tag) { text += "</\(tag)>".utf8 }
            return
        }
        markup = 0
        defer { text.removeAll(keepingCapacity: true) }
        if name == "item" || name == "entry" {
            if let entry { entries.append(entry) }
            entry = nil
            return
        }
        if entry == nil { readChannel(name) } else { readEntry(name) }
    }

    private var string: String { String(decoding: text, as: UTF8.self) }

    /// A text that is no HTML, written as HTML.
    private var html: String { type == "text" || type.isEmpty && path.contains("feed") ? Self.escaped(string) : string }

    private func readChannel(_ name: String) {
        guard path.count <= 2 else { return }
        switch name {
        case "title" where channel.title.isEmpty: channel.title = html
        case "link" where !string.trimmed().isEmpty: channel.link = string.trimmed()
        case "description", "subtitle": channel.description = html
        case "language": channel.language = string.trimmed()
        default: break
        }
    }

    private func readEntry(_ name: String) {
        let isWithinAuthor = path.last == "author" || path.last == "contributor"
        switch name {
        case "title" where !isWithinAuthor && path.last != "source": entry?.title = html
        case "link" where !string.trimmed().isEmpty: entry?.link = string.trimmed()
        case "guid", "id": if !isWithinAuthor, path.last != "source" { entry?.guid = string.trimmed() }
        case "pubDate", "published", "dc:date", "issued": entry?.published = string.trimmed()
        case "updated", "modified": if path.last != "source" { entry?.updated = string.trimmed() }
        case "dc:creator": add(author: string)
        case "name" where path.last == "author": add(author: string)
        // `editor@example.org (Name)`; an address alone names nobody.
        case "author" where !path.contains("feed"):
            if let open = string.firstIndex(of: "("), let close = string.lastIndex(of: ")"), open < close {
                add(author: String(string[string.index(after: open)..<close]))
            } else if !string.contains("@") {
                add(author: string)
            }
        case "category" where !string.trimmed().isEmpty: entry?.categories.append(string)
        case "content:encoded": entry?.content = string
        case "content": entry?.content = html
        case "description": entry?.summary = string
        case "summary": entry?.summary = html
        case "app:draft": entry?.isDraft = string.trimmed() == "yes"
        case "blogger:status": entry?.isDraft = string.trimmed() != "LIVE"
        case "blogger:type":
            channel.isBlogger = true
            switch string.trimmed() {
            case "POST": entry?.kind = .article
            case "PAGE": entry?.kind = .page
            case "COMMENT": entry?.kind = .comment
            default: entry?.kind = .other
            }
        case "blogger:parent": entry?.inReplyTo = string.trimmed()
        case "blogger:filename": if entry?.link.isEmpty == true { entry?.link = string.trimmed() }
        default: break
        }
    }

    private func add(author written: String) {
        let name = WordPressName.plain(written)
        guard !name.isEmpty, !name.contains("@"), entry?.authors.contains(name) == false else { return }
        entry?.authors.append(name)
    }
}
