import Base

/// A linear scan in front of the HTML parser, which takes a time that grows with the square of depth and of the number
/// of a tag's attributes: what goes beyond is dropped before, its text never.
struct HTMLGuard {
    /// How deep elements nest; browsers stop at 512.
    static let deepest = 400
    /// How many attributes a tag has.
    static let mostAttributes = 500
    /// The longest text, in bytes, that is read as HTML.
    static let longest = 16 << 20

    /// HTML that the parser may see.
    private(set) var html: [UInt8] = []
    /// What was dropped.
    private(set) var rows: [ReportRow.Finding] = []

    private let bytes: [UInt8]
    private var position = 0
    private var copied = 0
    private var depth = 0
    private var dropped = 0

    /// Guarded `source`.
    init(_ source: [UInt8]) {
        bytes = source
        guard bytes.count <= Self.longest else {
            html = plainText()
            rows.append(.init(.html, "\(bytes.count >> 20) MB"))
            return
        }
        scan()
        if copied == 0 { html = bytes } else { html += bytes[copied...] }
    }

    private mutating func scan() {
        let less = UInt8(ascii: "<")
        while let start = bytes[position...].firstIndex(of: less) {
            position = start + 1
            guard position < bytes.count else { return }
            switch bytes[position] {
            case UInt8(ascii: "!"): skipComment(from: start)
            case UInt8(ascii: "/"): endTag(from: start)
            case 0x41...0x5A, 0x61...0x7A: startTag(from: start)
            default: break
            }
        }
    }

    private mutating func skipComment(from start: Int) {
        if bytes[position...].starts(with: "!--".utf8) {
            position = bytes.place(of: "-->".utf8, from: start + 4).map { $0 + 3 } ?? bytes.count
        } else {
            position = bytes[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
    }

    private mutating func endTag(from start: Int) {
        position += 1
        let name = tagName()
        position = bytes[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        guard !Self.uncounted.contains(name) else { return }
        if dropped > 0 {
            dropped -= 1
            drop(start..<position)
        } else if depth > 0 {
            depth -= 1
        }
    }

    private mutating func startTag(from start: Int) {
        let name = tagName()
        let end = skipAttributes()
        guard let end else {
            position = bytes.count
            return
        }
        position = end
        if Self.raw.contains(name) {
            skipRawText(name)
            return
        }
        guard !Self.uncounted.contains(name) else { return }
        guard depth < Self.deepest else {
            if dropped == 0, !rows.contains(where: { $0.text.hasPrefix("<") }) {
                rows.append(.init(.html, "<\(name)>"))
            }
            dropped += 1
            drop(start..<end)
            return
        }
        depth += 1
    }

    private mutating func tagName() -> String {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<min(position, start + 32)], as: UTF8.self).lowercased()
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// The place behind the tag that begins before `position`; nil where it does not end. Attributes beyond the limit
    /// are dropped.
    private mutating func skipAttributes() -> Int? {
        var place = position
        var count = 0
        var cut: Int?
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ">"):
                if let cut {
                    drop(cut..<place)
                    rows.append(.init(.html, "\(count)"))
                }
                return place + 1
            case 0...0x20, UInt8(ascii: "/"): place += 1
            default:
                count += 1
                if count == Self.mostAttributes + 1 { cut = place }
                place = endOfAttribute(place)
            }
        }
        return nil
    }

    private func endOfAttribute(_ start: Int) -> Int {
        var place = start + 1
        while place < bytes.count, !Self.endsName(bytes[place]), bytes[place] != UInt8(ascii: "=") { place += 1 }
        var next = place
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return place }
        next += 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        guard next < bytes.count else { return next }
        let quote = bytes[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return bytes[(next + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? bytes.count
        }
        while next < bytes.count, bytes[next] > 0x20, bytes[next] != UInt8(ascii: ">") { next += 1 }
        return next
    }

    private mutating func skipRawText(_ name: String) {
        let end = Array("</\(name)".utf8)
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            let found = bytes[start...].prefix(end.count)
            if found.count == end.count, zip(found, end).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                position = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
                return
            }
        }
        position = bytes.count
    }

    private mutating func drop(_ range: Range<Int>) {
        guard range.lowerBound >= copied else { return }
        html += bytes[copied..<range.lowerBound]
        copied = range.upperBound
    }

    private func plainText() -> [UInt8] {
        var text: [UInt8] = []
        var isTag = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag: isTag = false
            default: if !isTag { text.append(byte) }
            }
        }
        return text
    }

    /// Elements that hold nothing, and those that end where the next one begins.
    private static let uncounted: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body",
    ]
    private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp"]
}
