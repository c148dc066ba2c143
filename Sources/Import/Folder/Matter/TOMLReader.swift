import Base

/// TOML 1.0 as front matter and settings have it: tables and lists of tables, dotted keys, strings of four kinds, lists,
/// inline tables. Numbers, dates and truth values stay as written.
///
/// A library would be one in C++, with a compiler and a runtime of its own beside the program's.
struct TOMLReader {
    /// How deep values and tables may nest.
    private static let deepest = 32
    /// How many pairs a text may hold.
    private static let most = 5000

    private let bytes: [UInt8]
    private var place = 0
    private var root = MatterValue.map([])
    /// Keys of the table that is open, from the root.
    private var table: [String] = []
    private var depth = 0
    private var pairs = 0

    /// Where a text is no TOML.
    struct Fault: Error, Equatable {
        /// In bytes from the start.
        let offset: Int
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The root table. Throws at the first place that is no TOML; keys that stand twice keep their last value.
    static func read(_ bytes: [UInt8]) throws(Fault) -> MatterValue {
        var reader = TOMLReader(bytes)
        while true {
            reader.skipBlank(lines: true)
            guard let next = reader.next else { return reader.root }
            if next == UInt8(ascii: "[") { try reader.readHeader() } else { try reader.readPair() }
            reader.skipBlank(lines: false)
            guard reader.next == nil || reader.next == UInt8(ascii: "\n") else { throw reader.fault }
        }
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
    private var fault: Fault { Fault(offset: min(place, bytes.count)) }

    private mutating func take(_ byte: Character) -> Bool {
        guard next == byte.asciiValue else { return false }
        place += 1
        return true
    }

    private func stands(_ text: String) -> Bool { bytes[min(place, bytes.count)...].starts(with: text.utf8) }

    /// Blanks and comments; ends of lines, too, where they mean nothing.
    private mutating func skipBlank(lines: Bool) {
        while let byte = next {
            if byte == UInt8(ascii: "#") {
                while let byte = next, byte != UInt8(ascii: "\n") { place += 1 }
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
                || lines && byte == UInt8(ascii: "\n")
            {
                place += 1
            } else {
                return
            }
        }
    }

    // MARK: - Tables

    private mutating func readHeader() throws(Fault) {
        place += 1
        let isList = take("[")
        table = try keys()
        guard take("]"), !isList || take("]") else { throw fault }
        let item = MatterValue.map([])
        if isList {
            root = Self.changed(root, at: table[...]) { value in
                if case .list(let items) = value { .list(items + [item]) } else { .list([item]) }
            }
        } else {
            root = Self.changed(root, at: table[...]) { value in
                if case .nothing = value { item } else { value }
            }
        }
    }

    private mutating func readPair() throws(Fault) {
        let path = table + (try keys())
        pairs += 1
        guard path.count <= Self.deepest, pairs <= Self.most, take("=") else { throw fault }
        let value = try value()
        root = Self.changed(root, at: path[...]) { _ in value }
    }

    /// The value with what lies at `path` changed; of a list of tables the last one is meant.
    private static func changed(
        _ value: MatterValue, at path: ArraySlice<String>, _ change: (MatterValue) -> MatterValue
    ) -> MatterValue {
        guard let key = path.first else { return change(value) }
        if case .list(var items) = value, let last = items.popLast() {
            return .list(items + [changed(last, at: path, change)])
        }
        var entries = value.entries
        if let place = entries.firstIndex(where: { $0.key == key }) {
            entries[place].value = changed(entries[place].value, at: path.dropFirst(), change)
        } else {
            entries.append(.init(key: key, value: changed(.nothing, at: path.dropFirst(), change)))
        }
        return .map(entries)
    }

    private mutating func keys() throws(Fault) -> [String] {
        var keys: [String] = []
        repeat {
            skipBlank(lines: false)
            if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
                keys.append(try string())
            } else {
                let start = place
                while let byte = next, Self.isBare(byte) { place += 1 }
                guard place > start else { throw fault }
                keys.append(String(decoding: bytes[start..<place], as: UTF8.self))
            }
            skipBlank(lines: false)
        } while take(".")
        guard keys.count <= Self.deepest else { throw fault }
        return keys
    }

    /// Letters of any script, as TOML 1.1 has it.
    private static func isBare(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte > 0x7F
    }

    // MARK: - Values

    private mutating func value() throws(Fault) -> MatterValue {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw fault }
        skipBlank(lines: false)
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar(try string())
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "{"): return try inlineTable()
        default:
            let start = place
            // A date and its time may be parted by a blank.
            while let byte = next, !",]}#\n\r".utf8.contains(byte) { place += 1 }
            let text = String(decoding: bytes[start..<place], as: UTF8.self).trimmed()
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }) else {
                place = start
                throw fault
            }
            return .scalar(text)
        }
    }

    private mutating func list() throws(Fault) -> MatterValue {
        place += 1
        var items: [MatterValue] = []
        while true {
            skipBlank(lines: true)
            if take("]") { return .list(items) }
            items.append(try value())
            skipBlank(lines: true)
            guard take(",") || next == UInt8(ascii: "]") else { throw fault }
        }
    }

    private mutating func inlineTable() throws(Fault) -> MatterValue {
        place += 1
        var result = MatterValue.map([])
        while true {
            skipBlank(lines: true)
            if take("}") { return result }
            let path = try keys()
            guard take("=") else { throw fault }
            let value = try value()
            result = Self.changed(result, at: path[...]) { _ in value }
            skipBlank(lines: true)
            guard take(",") || next == UInt8(ascii: "}") else { throw fault }
        }
    }

    // MARK: - Strings

    private mutating func string() throws(Fault) -> String {
        let isLiteral = next == UInt8(ascii: "'")
        let mark = isLiteral ? "'" : "\""
        let isLong = stands(mark + mark + mark)
        place += isLong ? 3 : 1
        if isLong {
            _ = take("\r")
            _ = take("\n")
        }
        var text: [UInt8] = []
        while let byte = next {
            if isLong ? stands(mark + mark + mark) : byte == mark.utf8.first {
                place += isLong ? 3 : 1
                // A mark or two may stand before the three that end it.
                while isLong, take(Character(mark)) { text += mark.utf8 }
                return String(decoding: text, as: UTF8.self)
            }
            guard isLong || byte != UInt8(ascii: "\n") else { throw fault }
            place += 1
            if byte == UInt8(ascii: "\\"), !isLiteral { try readEscape(into: &text) } else { text.append(byte) }
        }
        throw fault
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(Fault) {
        guard let byte = next else { throw fault }
        place += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "e"): break
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"): text.append(byte)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = byte == UInt8(ascii: "u") ? 4 : 8
            let digits = String(decoding: bytes[place...].prefix(count), as: UTF8.self)
            guard digits.utf8.count == count, let value = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw fault }
            place += count
            text += String(scalar).utf8
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"):
            // A line that goes on below: the blanks at its end and at the next one's start are none.
            while let byte = next, byte <= 0x20 { place += 1 }
        default:
            place -= 1
            throw fault
        }
    }
}
