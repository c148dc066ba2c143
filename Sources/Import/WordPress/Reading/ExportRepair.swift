import Base

/// Makes what exports hold well-formed, byte by byte, without moving a line: control characters, bytes that are no
/// UTF-8, ampersands that begin no reference.
struct ExportRepair {
    /// What was mended, by its line.
    private(set) var repairs: [(line: Int, text: String)] = []
    /// Where a document type is declared, which no export does and bombs need.
    private(set) var doctypeLine: Int?

    private enum State { case start, text, tag, cdata, comment, instruction }

    private var state = State.start
    private var quote: UInt8 = 0
    private var line = 1
    private var carry: [UInt8] = []
    private var codePage: CodePage?
    private var output: [UInt8] = []

    /// How many bytes ahead tell what a byte begins.
    private static let lookahead = 40
    /// Most repairs that are told one by one.
    private static let most = 10_000

    /// Passes the next piece on, mended.
    ///
    /// - Parameter isLast: whether nothing follows.
    mutating func feed(
        _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool, to sink: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if state == .start, carry.isEmpty, line == 1, codePage == nil { codePage = Self.codePage(piece) }
        if let codePage { carry += codePage.decoded(piece) } else { carry += piece }
        let bytes = carry
        carry = []
        let end = isLast ? bytes.count : max(0, bytes.count - Self.lookahead)
        output.removeAll(keepingCapacity: true)
        let done = bytes.withUnsafeBufferPointer { mend($0, to: end) }
        if done.copied == 0, done.end == bytes.count {
            bytes.withUnsafeBufferPointer { sink($0) }
            return
        }
        output += bytes[done.copied..<done.end]
        carry = Array(bytes[done.end...])
        output.withUnsafeBufferPointer { sink($0) }
    }

    mutating func takeRepairs() -> [(line: Int, text: String)] {
        defer { repairs = [] }
        return repairs
    }

    private static func codePage(_ piece: UnsafeBufferPointer<UInt8>) -> CodePage? {
        let start = String(decoding: piece.prefix(300), as: UTF8.self)
        guard let open = start.firstRange(of: "encoding=")?.upperBound, open < start.endIndex else { return nil }
        let sign = start[open]
        return CodePage.named(String(start[start.index(after: open)...].prefix { $0 != sign }))
    }

    // MARK: - The bytes

    /// Goes through the bytes up to `limit`; what is not in `output` yet stands from `copied` on.
    private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, to limit: Int) -> (copied: Int, end: Int) {
        var place = 0
        var copied = 0
        if state == .start {
            place = skipStart(bytes, limit)
            copied = place
            if place >= limit, limit < bytes.count { return (place, place) }
            state = .text
        }
        while place < limit {
            let byte = bytes[place]
            if byte >= 0x80 {
                let found = scalar(at: place, in: bytes)
                if let found, found.value != 0xFFFE, found.value != 0xFFFF {
                    place += found.length
                } else {
                    replace(bytes, &copied, &place, found?.length ?? 1, with: "\u{FFFD}")
                    told("U+FFFD: 0x" + String(byte, radix: 16, uppercase: true))
                }
                continue
            }
            if byte < 0x20 {
                if byte == 0x0A {
                    line += 1
                } else if byte != 0x09, byte != 0x0D {
                    replace(bytes, &copied, &place, 1, with: "")
                    told("U+00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true))
                    continue
                }
                place += 1
                continue
            }
            step(bytes, byte, &copied, &place)
            if doctypeLine != nil { return (copied, place) }
        }
        return (copied, place)
    }

    /// One ASCII sign or letter.
    @inline(__always)
    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, _ copied: inout Int, _ place: inout Int
    ) {
        switch state {
        case .cdata:
            if byte == UInt8(ascii: "]"), bytes.has("]]>", at: place) {
                state = .text
                place += 3
            } else {
                place += 1
            }
        case .text, .start:
            if byte == UInt8(ascii: "<") {
                open(bytes, &place)
            } else if byte == UInt8(ascii: "&") {
                reference(bytes, &copied, &place)
            } else {
                place += 1
            }
        case .tag:
            if byte == UInt8(ascii: "&") { return reference(bytes, &copied, &place) }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                state = .text
            }
            place += 1
        case .comment:
            if byte == UInt8(ascii: "-"), bytes.has("--", at: place) {
                if bytes.has("-->", at: place) {
                    state = .text
                    place += 3
                } else {
                    replace(bytes, &copied, &place, 1, with: "")
                }
            } else {
                place += 1
            }
        case .instruction:
            if byte == UInt8(ascii: ">") { state = .text }
            place += 1
        }
    }

    private mutating func open(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
        if bytes.has("<![CDATA[", at: place) {
            state = .cdata
            place += 9
        } else if bytes.has("<!--", at: place) {
            state = .comment
            place += 4
        } else if bytes.has("<!", at: place) {
            doctypeLine = line
        } else if bytes.has("<?", at: place) {
            state = .instruction
            place += 2
        } else {
            state = .tag
            quote = 0
            place += 1
        }
    }

    /// An ampersand: of XML's references it stays, of HTML's the letter is written, else it is one itself.
    private mutating func reference(_ bytes: UnsafeBufferPointer<UInt8>, _ copied: inout Int, _ place: inout Int) {
        let rest = bytes[place..<min(place + 34, bytes.count)]
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
            told("&")
            return replace(bytes, &copied, &place, 1, with: "&amp;")
        }
        let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
        guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x23 })
        else {
            told("&")
            return replace(bytes, &copied, &place, 1, with: "&amp;")
        }
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
            place = end + 1
            return
        }
        if name.hasPrefix("#") {
            let digits = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1))
            if let digits, Self.isAllowed(digits) {
                place = end + 1
                return
            }
            told("&\(name);")
            return replace(bytes, &copied, &place, end + 1 - place, with: "")
        }
        let resolved = CharacterReferences.resolved("&\(name);")
        if resolved != "&\(name);" {
            told("&\(name);")
            return replace(bytes, &copied, &place, end + 1 - place, with: resolved)
        }
        told("&")
        replace(bytes, &copied, &place, 1, with: "&amp;")
    }

    /// XML 1.0, production 2.
    private static func isAllowed(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Byte order mark and blanks before the declaration, which may only stand first.
    private mutating func skipStart(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Int {
        var place = 0
        while place < limit {
            if bytes.has("\u{FEFF}", at: place) {
                place += 3
            } else if bytes[place] <= 0x20 {
                place += 1
            } else {
                break
            }
            if place > 0, bytes[place - 1] == 0x0A { line += 1 }
        }
        // Expat counts from what it is given.
        skippedLines = line - 1
        return place
    }

    /// Lines before the first that is passed on.
    private(set) var skippedLines = 0

    private mutating func replace(
        _ bytes: UnsafeBufferPointer<UInt8>, _ copied: inout Int, _ place: inout Int, _ count: Int, with text: String
    ) {
        output += bytes[copied..<place]
        output += text.utf8
        place += count
        copied = place
    }

    private mutating func told(_ text: String) { if repairs.count < Self.most { repairs.append((line, text)) } }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always)
    fileprivate func has(_ text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= count else { return false }
        for offset in 0..<length where self[place + offset] != text.utf8Start[offset] { return false }
        return true
    }
}
