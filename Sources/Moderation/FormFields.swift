import Base

/// The fields of one delivery of a comment form, whichever way the endpoint wrote them down.
struct FormFields: Sendable {
    /// By name, in the order of the delivery; those of an envelope around them, such as `created_at`, behind them.
    private(set) var fields: [(name: String, value: String)] = []

    subscript(name: String) -> String? { fields.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// The first of these fields that is there.
    func first(of names: [String]) -> String? { names.lazy.compactMap { self[$0] }.first }

    // MARK: Reading

    /// Deliveries of a file: a JSON object, a list of them, one a line, or lines as browsers encode forms (URL Standard,
    /// application/x-www-form-urlencoded). Nil in place of each that is none of these.
    static func deliveries(in bytes: [UInt8]) -> [FormFields?] {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return [] }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), let json = try? JSONText(whole: bytes) {
            return json.items.map { FormFields($0) }
        }
        return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line -> FormFields?? in
            guard let first = line.first(where: { $0 > 0x20 }) else { return nil }
            if first == UInt8(ascii: "{") {
                return .some((try? JSONText(whole: Array(line))).flatMap { FormFields($0) })
            }
            return .some(FormFields(encoded: line))
        }
    }

    /// How deep endpoints wrap the form's own fields.
    private static let deepest = 4

    private init?(_ json: JSONText) {
        guard case .object = json else { return nil }
        var outer: [(name: String, value: String)] = []
        collect(json, depth: 0, &outer)
        fields += outer
        guard !fields.isEmpty else { return nil }
    }

    private mutating func collect(_ json: JSONText, depth: Int, _ outer: inout [(name: String, value: String)]) {
        guard case .object(let pairs) = json, depth < Self.deepest else { return }
        let hasInner = pairs.contains { pair in
            if case .object = pair.value {
                ["payload", "data", "fields", "submission", "body"].contains(pair.name)
            } else {
                false
            }
        }
        for (name, value) in pairs {
            if let text = value.string {
                if hasInner { outer.append((name, text)) } else { fields.append((name, text)) }
            } else if ["payload", "data", "fields", "submission", "body"].contains(name) {
                collect(value, depth: depth + 1, &outer)
            }
        }
    }

    private init?(encoded line: ArraySlice<UInt8>) {
        guard line.contains(UInt8(ascii: "=")) else { return nil }
        for part in line.split(separator: UInt8(ascii: "&")) {
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = Self.decoded(part[..<sign]), let value = Self.decoded(part[sign...].dropFirst()) else {
                return nil
            }
            fields.append((name, value))
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
        return percentDecoded(String(decoding: spaced, as: UTF8.self))
    }
}
