@testable import Templates

/// JSON values as a site would type them: each object is a record of its own type, named by the way to it.
struct TypedValues {
    /// What stands in a field that no template reads.
    enum Unread {
        case undefined
        /// Another text in each.
        case marks
    }

    let globals: [(name: String, type: ValueType)]
    private let values: [Value]

    init(_ map: Map) {
        var globals: [(name: String, type: ValueType)] = []
        for (key, value) in zip(map.keys, map.values) {
            globals.append((key.string, Self.type(of: value, at: key.string)))
        }
        self.globals = globals
        values = zip(globals, map.values).map { Self.conformed($1, to: $0.type) }
    }

    init(_ globals: [(name: String, type: ValueType, value: Value)]) {
        self.globals = globals.map { ($0.name, $0.type) }
        values = globals.map(\.value)
    }

    /// The values in the order of `globals`, with the fields that `reads` holds filled.
    func filled(_ reads: ReadFields, unread: Unread = .undefined) -> [Value] {
        var count = 0
        return zip(globals, values).map { Self.filled($1, $0.type, reads, unread, &count) }
    }

    private static func filled(
        _ value: Value, _ type: ValueType, _ reads: ReadFields, _ unread: Unread, _ count: inout Int
    ) -> Value {
        switch (value, type.present) {
        case (.list(let items), .list(let element)):
            return .list(items.map { filled($0, element, reads, unread, &count) })
        case (.record(let fields), .record(let record)):
            var result: [Value] = []
            for (field, type) in zip(fields, record.fields) {
                if record.shape != .named || reads.has(record: record.name, field: type.name) {
                    result.append(filled(field, type.type, reads, unread, &count))
                } else {
                    count += 1
                    result.append(unread == .undefined ? .undefined : .string("unread \(count)"))
                }
            }
            return .record(result)
        default: return value
        }
    }

    // MARK: Types of JSON

    private static func type(of value: Value, at path: String) -> ValueType {
        switch value {
        case .list(let items):
            .list(
                items.map { type(of: $0, at: path) }.reduce(nil) { a, b in a.map { merged($0, b) } ?? b } ?? .nothing)
        case .map(let map) where !map.keys.isEmpty && map.keys.allSatisfy(\.isText):
            .record(
                RecordType(
                    name: path,
                    fields: zip(map.keys, map.values).map {
                        FieldType(name: $0.string, type: type(of: $1, at: "\(path).\($0.string)"), documentation: "")
                    }))
        default: value.type
        }
    }

    /// The type of items of which there are two: what one has and the other has not may be absent.
    private static func merged(_ a: ValueType, _ b: ValueType) -> ValueType {
        if a == b { return a }
        if a == .nothing || b == .nothing { return .optional((a == .nothing ? b : a).present) }
        if a.isOptional || b.isOptional { return .optional(merged(a.present, b.present).present) }
        switch (a, b) {
        case (.list(let x), .list(let y)): return .list(merged(x, y))
        case (.record(let x), .record(let y)) where x.name == y.name:
            var fields = x.fields
            for (place, field) in fields.enumerated() where !y.fields.contains(where: { $0.name == field.name }) {
                fields[place] = FieldType(name: field.name, type: .optional(field.type.present), documentation: "")
            }
            for field in y.fields {
                let place = fields.firstIndex { $0.name == field.name }
                let type = place.map { merged(fields[$0].type, field.type) } ?? .optional(field.type.present)
                let own = FieldType(name: field.name, type: type, documentation: "")
                if let place { fields[place] = own } else { fields.append(own) }
            }
            return .record(RecordType(name: x.name, fields: fields))
        default: return .any
        }
    }

    private static func conformed(_ value: Value, to type: ValueType) -> Value {
        switch (value, type.present) {
        case (.list(let items), .list(let element)): .list(items.map { conformed($0, to: element) })
        case (.map(let map), .record(let record)):
            .record(record.fields.map { field in map[field.name].map { conformed($0, to: field.type) } ?? .undefined })
        default: value
        }
    }
}
