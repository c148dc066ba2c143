import Base

/// Reads a table of a head and rows: comma- or semicolon-separated values (RFC 4180), or tab-separated ones. A column in
/// which all cells are numbers has numbers.
struct TableReader {
    private struct Cell {
        var text: String
        let offset: Int
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private let path: String
    private var place = 0

    private init(_ bytes: [UInt8], _ separator: UInt8, path: String) {
        (self.bytes, self.separator, self.path) = (bytes, separator, path)
    }

    /// A list of records, whose fields are the names in the head, and these names.
    static func table(
        in bytes: [UInt8], path: String, isTabbed: Bool
    ) throws(Diagnostic) -> (value: DataValue, columns: [String]) {
        var reader = TableReader(bytes, isTabbed ? UInt8(ascii: "\t") : separator(of: bytes), path: path)
        var rows: [[Cell]] = []
        while let row = try reader.row() {
            // An empty line is no row.
            if row.count > 1 || row.first?.text.isEmpty == false { rows.append(row) }
        }
        guard let head = rows.first else { return (.list([]), []) }
        try reader.check(head, rows.dropFirst())
        let columns = head.indices.map { column in rows.dropFirst().map { DataValue(plain: $0[column].text) } }
        let types = columns.map(ColumnType.init)
        let records = rows.dropFirst().map { row in
            DataValue.record(
                head.indices.map { column in
                    let cell = row[column]
                    return .of(head[column].text, types[column].value(of: cell.text), at: reader.location(cell))
                })
        }
        return (.list(records), head.map(\.text))
    }

    /// What spreadsheets of most Arabic countries write between the cells is a semicolon.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let head = bytes.prefix { $0 != 0x0A }
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        return candidates.max { a, b in head.count { $0 == a } < head.count { $0 == b } } ?? UInt8(ascii: ",")
    }

    private func location(_ cell: Cell) -> Location { Location(path: path, offset: cell.offset, in: bytes) }

    private func check(_ head: [Cell], _ rows: ArraySlice<[Cell]>) throws(Diagnostic) {
        var seen: Set<String> = []
        for cell in head {
            guard !cell.text.isEmpty else { throw .dataColumnWithoutName(at: location(cell)) }
            guard seen.insert(cell.text).inserted else { throw .dataColumnTwice(cell.text, at: location(cell)) }
        }
        for row in rows where row.count != head.count {
            throw .dataRow(of: row.count, columns: head.count, at: location(row[min(head.count, row.count - 1)]))
        }
    }

    private mutating func row() throws(Diagnostic) -> [Cell]? {
        guard place < bytes.count else { return nil }
        var cells: [Cell] = []
        while true {
            cells.append(try cell())
            guard place < bytes.count, bytes[place] == separator else { break }
            place += 1
        }
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        return cells
    }

    private mutating func cell() throws(Diagnostic) -> Cell {
        let start = place
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
            while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A, bytes[place] != 0x0D {
                place += 1
            }
            return Cell(text: trimmed(String(decoding: bytes[start..<place], as: UTF8.self)), offset: start)
        }
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "\"") {
                text.append(bytes[place])
                place += 1
            } else if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
                text.append(bytes[place])
                place += 2
            } else {
                place += 1
                guard place == bytes.count || bytes[place] == separator || bytes[place] == 0x0A || bytes[place] == 0x0D
                else { throw .dataQuote(at: Location(path: path, offset: place, in: bytes)) }
                return Cell(text: String(decoding: text, as: UTF8.self), offset: start)
            }
        }
        throw .dataQuote(at: Location(path: path, offset: start, in: bytes))
    }

    private func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}

/// What the cells of a column have in common.
private enum ColumnType {
    case integers, numbers, flags, texts

    init(_ cells: [DataValue]) {
        var (integers, numbers, flags) = (true, true, true)
        for cell in cells {
            switch cell {
            case .nothing: break
            case .integer: flags = false
            case .number: (integers, flags) = (false, false)
            case .flag: (integers, numbers) = (false, false)
            default: (integers, numbers, flags) = (false, false, false)
            }
        }
        self =
            integers && numbers && flags ? .texts : integers ? .integers : numbers ? .numbers : flags ? .flags : .texts
    }

    func value(of text: String) -> DataValue {
        if text.isEmpty { return .nothing }
        guard self != .texts else { return .text(text) }
        let value = DataValue(plain: text)
        if case .integer(let number) = value, self == .numbers { return .number(Double(number)) }
        return value
    }
}
