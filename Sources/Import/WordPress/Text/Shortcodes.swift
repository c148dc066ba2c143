import Base

/// WordPress's shortcodes in the text of an article, never in its tags: the known ones become HTML, of others the
/// content stays.
struct Shortcodes {
    private(set) var rows: [ReportRow.Finding] = []

    private let bytes: [UInt8]

    /// A shortcode's start or end where it stands.
    private struct Code {
        let range: Range<Int>
        let name: String
        let attributes: [String: String]
        let isEnd: Bool
        let closesItself: Bool
    }

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// HTML without shortcodes, and what was made of those that are not known.
    static func expanded(_ html: String) -> (html: String, rows: [ReportRow.Finding]) {
        guard html.utf8.contains(UInt8(ascii: "[")) else { return (html, []) }
        var reader = Shortcodes(html)
        let codes = reader.codes()
        let text = reader.written(codes[...], from: 0, to: reader.bytes.count)
        return (text, reader.rows)
    }

    // MARK: - Finding them

    /// All shortcodes outside of tags, code and preformatted text, in order.
    private func codes() -> [Code] {
        var found: [Code] = []
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "<"): place = endOfTag(place)
            case UInt8(ascii: "["):
                if let code = code(at: place) {
                    found.append(code)
                    place = code.range.upperBound
                } else {
                    place += 1
                }
            default: place += 1
            }
        }
        return found
    }

    /// The place behind a tag; of what is shown as written, behind its end.
    private func endOfTag(_ start: Int) -> Int {
        if bytes[start...].starts(with: "<!--".utf8) {
            return bytes.place(of: "-->".utf8, from: start).map { $0 + 3 } ?? bytes.count
        }
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "/") || bytes[start + 1] | 0x20 >= 0x61 else {
            return start + 1
        }
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return start + 1 }
        for name in ["pre", "code", "script", "style", "textarea"] {
            let tag = bytes[(start + 1)...].prefix(name.utf8.count)
            guard tag.elementsEqual(name.utf8), bytes.indices.contains(start + 1 + name.utf8.count),
                [UInt8(ascii: ">"), 0x20].contains(bytes[start + 1 + name.utf8.count])
            else { continue }
            return bytes.place(of: "</\(name)>".utf8, from: end) ?? end + 1
        }
        return end + 1
    }

    /// `[[name]]` is what `[name]` looks like; it is no code, and one bracket of each goes.
    private func isEscaped(_ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && range.upperBound < bytes.count && bytes[range.lowerBound - 1] == UInt8(ascii: "[")
            && bytes[range.upperBound] == UInt8(ascii: "]")
    }

    private func code(at start: Int) -> Code? {
        var place = start + 1
        let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        let nameStart = place
        while place < bytes.count, Self.isNameByte(bytes[place], isFirst: place == nameStart) { place += 1 }
        guard place > nameStart, place < bytes.count else { return nil }
        let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
        var end = place
        var quote: UInt8?
        while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: "]") {
            let byte = bytes[end]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            if byte == UInt8(ascii: "[") && quote == nil || end - start > 5000 { return nil }
            end += 1
        }
        guard end < bytes.count else { return nil }
        var inner = String(decoding: bytes[place..<end], as: UTF8.self)
        guard
            inner.isEmpty || inner.first == " " || inner.first == "\n" || inner.first == "/" || inner.first == "\u{A0}"
        else {
            return nil
        }
        let closesItself = inner.trimmed().hasSuffix("/")
        if closesItself { inner = String(inner.trimmed().dropLast()) }
        let attributes = Self.attributes(inner)
        let range = start..<(end + 1)
        let isKnown = Self.known.contains(name) || Self.isStructure(name)
        if isEscaped(range) {
            return Code(range: (start - 1)..<(end + 2), name: "[", attributes: [:], isEnd: false, closesItself: true)
        }
        guard isEnd || isKnown || !attributes.isEmpty || hasEnd(name, from: end) else { return nil }
        return Code(range: range, name: name, attributes: attributes, isEnd: isEnd, closesItself: closesItself)
    }

    private func hasEnd(_ name: String, from start: Int) -> Bool {
        bytes.place(of: "[/\(name)]".utf8, from: start) != nil
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        if (0x61...0x7A).contains(byte | 0x20) { return true }
        return !isFirst && ((0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-"))
    }

    /// `name="value"`, `name='value'`, `name=value`, and values alone by their number.
    private static func attributes(_ text: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.unicodeScalars[...]
        var number = 0
        while true {
            while let first = rest.first, isSpace(first) || first == "\u{A0}" { rest.removeFirst() }
            guard !rest.isEmpty else { return found }
            let name = rest.prefix { !isSpace($0) && $0 != "=" && $0 != "\"" && $0 != "'" }
            rest = rest.dropFirst(name.count)
            var value = Substring.UnicodeScalarView()
            if rest.first == "=" || name.isEmpty {
                if rest.first == "=" { rest.removeFirst() }
                if let quote = rest.first, "\"'”“″".unicodeScalars.contains(quote) {
                    rest.removeFirst()
                    value = rest.prefix { $0 != quote && $0 != "”" && $0 != "″" }
                    rest = rest.dropFirst(value.count + 1)
                } else {
                    value = rest.prefix { !isSpace($0) }
                    rest = rest.dropFirst(value.count)
                }
                found[name.isEmpty ? "\(number)" : String(name).lowercased()] = String(value)
                if name.isEmpty { number += 1 }
            } else {
                found["\(number)"] = String(name)
                number += 1
            }
        }
    }

    // MARK: - Writing what they mean

    private static let known: Set<String> = [
        "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "efn_note", "mfn", "ref", "footnote",
        "youtube",
    ]

    /// What only lays a page out.
    private static func isStructure(_ name: String) -> Bool {
        ["vc_", "et_pb_", "fusion_", "av_", "elementor", "tdb_", "wpb_"].contains { name.hasPrefix($0) }
            || [
                "row", "column", "columns", "col", "one_half", "one_third", "two_third", "section", "container",
                "clear",
            ].contains(name)
    }

    private mutating func written(_ codes: ArraySlice<Code>, from start: Int, to end: Int) -> String {
        var result = ""
        var place = start
        var rest = codes
        while let code = rest.popFirst() {
            guard code.range.lowerBound >= place else { continue }
            result += String(decoding: bytes[place..<code.range.lowerBound], as: UTF8.self)
            place = code.range.upperBound
            if code.name == "[" {
                // One bracket less on each side.
                result += String(
                    decoding: bytes[(code.range.lowerBound + 1)..<(code.range.upperBound - 1)], as: UTF8.self)
                continue
            }
            if code.isEnd {
                // Without a start: its words, if it may be an editor's, else nothing.
                if !Self.isStructure(code.name) { report(code) }
                continue
            }
            var content: String?
            if !code.closesItself, let close = Self.end(of: code, in: rest) {
                content = written(rest[..<close], from: place, to: rest[close].range.lowerBound)
                place = rest[close].range.upperBound
                rest = rest[(close + 1)...]
            }
            result += meaning(code, content)
        }
        return result + String(decoding: bytes[place..<end], as: UTF8.self)
    }

    /// The place of the code that ends `code`, over those of the same name inside of it.
    private static func end(of code: Code, in rest: ArraySlice<Code>) -> Int? {
        var depth = 0
        for place in rest.indices where rest[place].name == code.name {
            if rest[place].isEnd {
                if depth == 0 { return place }
                depth -= 1
            } else if !rest[place].closesItself {
                depth += 1
            }
        }
        return nil
    }

    private mutating func report(_ code: Code) {
        rows.append(.init(.shortcode, String(decoding: bytes[code.range], as: UTF8.self)))
    }

    private mutating func meaning(_ code: Code, _ content: String?) -> String {
        switch code.name {
        case "caption", "wp_caption": return Self.caption(code, content ?? "")
        case "gallery", "playlist":
            let ids = code.attributes["ids"] ?? code.attributes["include"] ?? ""
            return "<\(HTMLMarks.gallery) ids=\"\(Self.attribute(ids))\"></\(HTMLMarks.gallery)>"
        case "embed", "youtube":
            let address =
                (content ?? "").trimmed().isEmpty ? code.attributes["src"] ?? code.attributes["0"] ?? "" : content ?? ""
            return "<\(HTMLMarks.embed)>\(address)</\(HTMLMarks.embed)>"
        case "audio", "video":
            let names = ["src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "0"]
            let source = names.compactMap { code.attributes[$0] }.first ?? (content ?? "").trimmed()
            return "<\(code.name) src=\"\(Self.attribute(source))\"></\(code.name)>"
        case "efn_note", "mfn", "ref", "footnote":
            return content.map { "<\(HTMLMarks.note)>\($0)</\(HTMLMarks.note)>" } ?? ""
        default:
            if Self.isStructure(code.name) { return content.map { "\n\n" + $0 + "\n\n" } ?? "" }
            report(code)
            return content ?? ""
        }
    }

    /// A picture with the words below it; without a picture the words alone.
    private static func caption(_ code: Code, _ content: String) -> String {
        guard let image = content.firstRange(of: "<img") else { return content }
        let end = content[image.lowerBound...].firstIndex(of: ">").map { content.index(after: $0) } ?? content.endIndex
        var head = content[..<end]
        var words = content[end...]
        if let close = words.firstRange(of: "</a>"), words[..<close.lowerBound].allSatisfy(\.isWhitespace) {
            head = content[..<close.upperBound]
            words = content[close.upperBound...]
        }
        let text = String(words).trimmed().isEmpty ? code.attributes["caption"] ?? "" : String(words)
        return "<figure>\(head)<figcaption>\(text.trimmed())</figcaption></figure>"
    }

    private static func attribute(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            .replacing("&amp;amp;", with: "&amp;").replacing("&amp;#", with: "&#")
    }
}
