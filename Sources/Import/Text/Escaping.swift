/// How a text is kept from being read as Markdown.
enum Escaping: Sendable {
    /// Only what would be read as Markdown.
    case minimal
    /// Every ASCII sign.
    case full
}

extension Escaping {
    /// Text that reads back as itself.
    ///
    /// - Parameters:
    ///   - startsLine: whether it begins a line, where more has a meaning.
    ///   - inTable: whether bars part cells.
    func escaped(_ text: String, startsLine: Bool, inTable: Bool = false) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        let marker = startsLine && self == .minimal ? Self.marker(bytes) : nil
        for (place, byte) in bytes.enumerated() {
            let needed =
                switch self {
                case .full: Self.isSign(byte)
                case .minimal: place == marker || Self.isNeeded(byte, at: place, in: bytes) || inTable && byte == 0x7C
                }
            if needed { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static func isNeeded(_ byte: UInt8, at place: Int, in bytes: [UInt8]) -> Bool {
        let before = place > 0 ? bytes[place - 1] : 0x20
        let after = place + 1 < bytes.count ? bytes[place + 1] : 0x20
        switch byte {
        case UInt8(ascii: "\\"): return place + 1 == bytes.count || isSign(after)
        case UInt8(ascii: "`"): return true
        case UInt8(ascii: "*"): return !(before <= 0x20 && after <= 0x20)
        case UInt8(ascii: "_"): return !(before <= 0x20 && after <= 0x20) && !(isLetter(before) && isLetter(after))
        case UInt8(ascii: "~"): return after == byte || before == byte
        case UInt8(ascii: "<"): return isLetter(after) || [0x2F, 0x21, 0x3F].contains(after)
        case UInt8(ascii: "&"): return startsReference(bytes[(place + 1)...])
        case UInt8(ascii: "["): return after == UInt8(ascii: "^") || opensLink(bytes[place...])
        default: return false
        }
    }

    /// Letters and digits; those beyond ASCII by their first or last byte.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func startsReference(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let end = rest.prefix(34).firstIndex(of: UInt8(ascii: ";")), end > rest.startIndex else { return false }
        return rest[..<end].allSatisfy { isLetter($0) && $0 < 0x80 || $0 == UInt8(ascii: "#") }
    }

    private static func opensLink(_ rest: ArraySlice<UInt8>) -> Bool {
        var depth = 0
        for (place, byte) in zip(rest.indices, rest) {
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            guard depth == 0 else { continue }
            guard place + 1 < rest.endIndex else { return false }
            return [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":")].contains(rest[place + 1])
        }
        return false
    }

    /// The place of the sign that makes the line something else than text.
    private static func marker(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first else { return nil }
        let run = bytes.prefix { $0 == first }.count
        let behind = run < bytes.count ? bytes[run] : 0x20
        switch first {
        case UInt8(ascii: "#"): return run <= 6 && behind <= 0x20 ? 0 : nil
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            return run == 1 ? behind <= 0x20 ? 0 : nil : bytes.allSatisfy { $0 == first || $0 <= 0x20 } ? 0 : nil
        case UInt8(ascii: "="): return bytes.allSatisfy { $0 == first || $0 <= 0x20 } ? 0 : nil
        case UInt8(ascii: ">"): return 0
        case UInt8(ascii: ":"): return run >= 3 ? 0 : nil
        case UInt8(ascii: "|"): return 0
        case 0x30...0x39:
            let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
            guard digits <= 9, digits < bytes.count, ".)-".utf8.contains(bytes[digits]) else { return nil }
            return digits + 1 == bytes.count || bytes[digits + 1] <= 0x20 ? digits : nil
        default: return nil
        }
    }
}
