import Base

/// A linear scan in front of the YAML parser, which has no limits of its own: refuses anchors, aliases, tags and
/// nesting deeper than 16.
///
/// It knows of YAML (1.2.2, chapters 6–8) where a value may start, what quotes, comments and block scalars cover, and
/// how indentation and flow brackets nest; no more.
struct YamlGuard {
    static let deepest = 16

    static func check(_ text: [UInt8], path: String, firstLine: Int) throws(Diagnostic) {
        var guardian = YamlGuard(text: text)
        guard let refused = guardian.firstRefused() else { return }
        let place = Location(path: path, offset: refused.offset, in: text)
        throw Diagnostic(
            id: refused.rule, refused.message,
            at: Location(path: path, line: place.line + firstLine - 1, column: place.column))
    }

    private let text: [UInt8]
    private var position = 0
    /// Columns at which the open block collections start.
    private var indents: [Int] = []
    private var flowDepth = 0
    /// The quotation mark that is open, across lines too.
    private var quote: UInt8?

    private init(text: [UInt8]) { self.text = text }

    private struct Refused {
        let offset: Int
        let rule: YamlRule
        let message: Message
    }

    private mutating func firstRefused() -> Refused? {
        while position < text.count {
            let lineStart = position
            while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
            if let refused = scanLine(from: lineStart) { return refused }
            position += 1
        }
        return nil
    }

    /// Scans from the first character after the indentation to the line break.
    private mutating func scanLine(from lineStart: Int) -> Refused? {
        var valueMayStart = true
        while position < text.count, text[position] != UInt8(ascii: "\n") {
            let byte = text[position]
            if let open = quote {
                skipQuoted(byte, open)
                continue
            }
            if byte == UInt8(ascii: "#"), position == lineStart || isBlank(at: position - 1) {
                skipToLineEnd()
                return nil
            }
            if valueMayStart, !isBlank(at: position) {
                if let refused = startValue(byte, lineStart) { return refused }
                if position < text.count, text[position] == UInt8(ascii: "\n") { return nil }
                valueMayStart = opensAnother(byte)
            } else if byte == UInt8(ascii: ":"), isBlank(at: position + 1) || flowDepth > 0 {
                valueMayStart = true
            } else if flowDepth > 0 {
                valueMayStart = scanFlow(byte) || valueMayStart
                if depth > Self.deepest { return tooDeep() }
            }
            position += 1
        }
        return nil
    }

    private mutating func startValue(_ byte: UInt8, _ lineStart: Int) -> Refused? {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
            return reference(byte)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            enterBlock(column: position - lineStart)
            quote = byte
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            flowDepth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            flowDepth = max(0, flowDepth - 1)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            if flowDepth == 0 { skipBlockScalar(lineStart) }
        default:
            enterBlock(column: position - lineStart)
        }
        return depth > Self.deepest ? tooDeep() : nil
    }

    private var depth: Int { indents.count + flowDepth }

    private mutating func enterBlock(column: Int) {
        guard flowDepth == 0 else { return }
        while let last = indents.last, last > column { indents.removeLast() }
        if indents.last != column { indents.append(column) }
    }

    /// Whether what was read leaves room for another value right behind it: `- `, `? `, `[`, `{`.
    private func opensAnother(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): true
        case UInt8(ascii: "-"), UInt8(ascii: "?"): isBlank(at: position + 1)
        case UInt8(ascii: ","): flowDepth > 0
        default: false
        }
    }

    private mutating func scanFlow(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            flowDepth += 1
            return true
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            flowDepth -= 1
            return false
        default: return byte == UInt8(ascii: ",")
        }
    }

    private mutating func skipQuoted(_ byte: UInt8, _ open: UInt8) {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
            position += 1
        } else if byte == open {
            if open == UInt8(ascii: "'"), position + 1 < text.count, text[position + 1] == open {
                position += 1
            } else {
                quote = nil
            }
        }
        position += 1
    }

    /// A block scalar ends before the first line that is indented no more than the line that opened it.
    private mutating func skipBlockScalar(_ lineStart: Int) {
        var indent = 0
        while lineStart + indent < text.count, text[lineStart + indent] == UInt8(ascii: " ") { indent += 1 }
        skipToLineEnd()
        while position < text.count {
            var next = position + 1
            while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
            guard next < text.count else {
                position = text.count
                return
            }
            if text[next] != UInt8(ascii: "\n"), next - position - 1 <= indent { return }
            position = next
            skipToLineEnd()
        }
    }

    private mutating func skipToLineEnd() {
        while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
    }

    private func isBlank(at index: Int) -> Bool {
        guard index >= 0, index < text.count else { return true }
        return text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\n")
            || text[index] == UInt8(ascii: "\t")
    }

    private func reference(_ byte: UInt8) -> Refused {
        let sign = String(UnicodeScalar(byte))
        return Refused(
            offset: position, rule: .yamlReference,
            message: Message(
                en:
                    "anchors, aliases and tags have no place here; put a value that starts with “\(sign)” between "
                    + "quotes",
                ar: "لا مراسي ولا إحالات ولا وسوم YAML هنا؛ ضع القيمة التي تبدأ بـ«\(sign)» بين علامتي اقتباس"))
    }

    private func tooDeep() -> Refused {
        Refused(
            offset: position, rule: .yamlDepth,
            message: Message(
                en: "values nest at most \(Self.deepest) deep; flatten this one",
                ar: "لا تتداخل القيم أكثر من \(Self.deepest) مستوى؛ بسّط هذه القيمة"))
    }
}
