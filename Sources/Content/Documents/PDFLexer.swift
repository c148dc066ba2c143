/// A value of a PDF (ISO 32000-1, 7.3), as far as metadata need it.
indirect enum PDFValue {
    case dictionary([String: PDFValue])
    case array([PDFValue])
    /// As the file has it, escapes resolved.
    case string([UInt8])
    case name(String)
    case number(Int)
    case reference(Int)
    /// What is none of these: real numbers, `true`, `null`.
    case other

    var dictionary: [String: PDFValue]? { if case .dictionary(let entries) = self { entries } else { nil } }
    var name: String? { if case .name(let name) = self { name } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var reference: Int? { if case .reference(let number) = self { number } else { nil } }
}

/// Reads values one after the other; never beyond the bytes, and never deeper than anybody nests.
struct PDFLexer {
    let bytes: [UInt8]
    var place: Int

    init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

    private static let deepest = 24

    private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// Passes over blanks and comments.
    mutating func skipBlanks() {
        while let byte {
            if byte == UInt8(ascii: "%") {
                while let byte = self.byte, byte != 0x0A, byte != 0x0D { place += 1 }
            } else if Self.isBlank(byte) {
                place += 1
            } else {
                return
            }
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && [0, 9, 10, 12, 13, 32].contains(byte) }

    private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

    /// Whether these letters come next.
    func has(_ word: String) -> Bool { place <= bytes.count && bytes[place...].starts(with: word.utf8) }

    /// Nil at the end, and at what closes an array or a dictionary.
    mutating func value(depth: Int = 0) -> PDFValue? {
        skipBlanks()
        guard let byte, depth < Self.deepest else { return nil }
        switch byte {
        case UInt8(ascii: "<") where has("<<"): return dictionary(depth)
        case UInt8(ascii: "<"): return .string(hexadecimal())
        case UInt8(ascii: "("): return .string(literal())
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "["):
            place += 1
            var items: [PDFValue] = []
            while let item = value(depth: depth + 1) { items.append(item) }
            if self.byte == UInt8(ascii: "]") { place += 1 }
            return .array(items)
        case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): return nil
        default: return word()
        }
    }

    private mutating func dictionary(_ depth: Int) -> PDFValue {
        place += 2
        var entries: [String: PDFValue] = [:]
        while true {
            skipBlanks()
            if has(">>") {
                place += 2
                break
            }
            guard byte == UInt8(ascii: "/") else { break }
            let key = name()
            guard let value = value(depth: depth + 1) else {
                // A value that is missing or too deep ends what can be told.
                if has(">>") { place += 2 }
                break
            }
            entries[key] = value
        }
        return .dictionary(entries)
    }

    /// A number, a reference (`12 0 R`), or a word.
    private mutating func word() -> PDFValue {
        let text = regular()
        guard let number = Int(text) else { return .other }
        let behind = place
        skipBlanks()
        if Int(regular()) != nil {
            skipBlanks()
            if regular() == "R" { return .reference(number) }
        }
        place = behind
        return .number(number)
    }

    private mutating func regular() -> String {
        let start = place
        while let byte, !Self.isBlank(byte), !Self.isDelimiter(byte) { place += 1 }
        if place == start { place = min(place + 1, bytes.count) }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func name() -> String {
        place += 1
        var letters: [UInt8] = []
        while let byte, !Self.isBlank(byte), !Self.isDelimiter(byte) {
            place += 1
            if byte == UInt8(ascii: "#"), place + 1 < bytes.count, let code = Self.code(bytes[place], bytes[place + 1])
            {
                letters.append(code)
                place += 2
            } else {
                letters.append(byte)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func code(_ high: UInt8, _ low: UInt8) -> UInt8? {
        UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
    }

    private mutating func hexadecimal() -> [UInt8] {
        place += 1
        var digits: [UInt8] = []
        while let byte, byte != UInt8(ascii: ">") {
            if !Self.isBlank(byte) { digits.append(byte) }
            place += 1
        }
        place = min(place + 1, bytes.count)
        if digits.count % 2 == 1 { digits.append(UInt8(ascii: "0")) }
        return stride(from: 0, to: digits.count, by: 2).compactMap { Self.code(digits[$0], digits[$0 + 1]) }
    }

    /// In brackets that may hold further ones, with escapes of C and of octal digits.
    private mutating func literal() -> [UInt8] {
        place += 1
        var text: [UInt8] = []
        var open = 1
        while let byte {
            place += 1
            switch byte {
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return text }
            case UInt8(ascii: "\\"):
                appendEscape(to: &text)
                continue
            default: break
            }
            text.append(byte)
        }
        return text
    }

    private mutating func appendEscape(to text: inout [UInt8]) {
        guard let byte else { return }
        if (0x30...0x37).contains(byte) {
            var code = 0
            for _ in 0..<3 {
                guard let digit = self.byte, (0x30...0x37).contains(digit) else { break }
                code = code << 3 | Int(digit - 0x30)
                place += 1
            }
            return text.append(UInt8(truncatingIfNeeded: code))
        }
        place += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        // A line that goes on.
        case 0x0A: break
        case 0x0D: if self.byte == 0x0A { place += 1 }
        default: text.append(byte)
        }
    }
}
