import Base

/// JSON as Jinja's `tojson` gives it (`htmlsafe_json_dumps`): what Python's `json.dumps` writes with sorted keys and
/// ASCII alone, and `<`, `>`, `&`, `'` as escapes, so that it may stand in `<script>`.
struct PythonJSON {
    var bytes: [UInt8] = []
    private let indent: Int?

    init(indent: Int?) { self.indent = indent.map { min(max($0, 0), 16) } }

    /// Records have the names of `type`; absent fields are left out.
    mutating func write(_ value: Value, _ type: ValueType, depth: Int) {
        switch value {
        case .undefined, .none: bytes += Array("null".utf8)
        case .bool(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .int(let number): bytes += Array(String(number).utf8)
        case .double(let number):
            bytes += Array(
                (number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : value.python).utf8
            )
        case .string(let text): write(text)
        case .markup: write(value.string)
        case .list(let items):
            let element: ValueType = if case .list(let element) = type.unwrapped { element } else { .any }
            write("[", "]", items.map { (nil, $0, element) }, depth)
        case .record(let items):
            guard case .record(let record) = type.unwrapped, !(record.fields.first?.name ?? "").isEmpty else {
                write("[", "]", items.map { (nil, $0, .any) }, depth)
                return
            }
            let fields = zip(record.fields, items).filter { !$0.1.isUndefined }.map { ($0.0.name, $0.1, $0.0.type) }
            write("{", "}", fields.sorted { $0.0 < $1.0 }, depth)
        case .map(let map):
            let known: RecordType? = if case .record(let record) = type.unwrapped { record } else { nil }
            let fields = zip(map.keys, map.values).map { key, value in
                let name = key.string
                return (name, value, known?.fields.first { $0.name == name }?.type ?? .any)
            }
            write("{", "}", fields.sorted { $0.0 < $1.0 }, depth)
        }
    }

    private mutating func write(_ open: String, _ close: String, _ items: [(String?, Value, ValueType)], _ depth: Int) {
        bytes += Array(open.utf8)
        for (index, (name, value, type)) in items.enumerated() {
            if index > 0 { bytes += Array((indent == nil ? ", " : ",").utf8) }
            newLine(depth + 1)
            if let name {
                write(name)
                bytes += Array(": ".utf8)
            }
            write(value, type, depth: depth + 1)
        }
        if !items.isEmpty { newLine(depth) }
        bytes += Array(close.utf8)
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes += Array(repeating: 0x20, count: indent * depth)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22: bytes += Array("\\\"".utf8)
            case 0x5C: bytes += Array("\\\\".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x08: bytes += Array("\\b".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x20...0x7E where unit != 0x3C && unit != 0x3E && unit != 0x26 && unit != 0x27:
                bytes.append(UInt8(unit))
            default:
                let digits = String(unit, radix: 16)
                bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
