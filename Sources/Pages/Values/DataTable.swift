import Base
import Content
import Templates

/// The outlet's data as templates see them: `data`, with a field for each file of `Content/data/`, typed from what stands
/// in it. A list of records has the union of their fields; one that not every record has may be absent.
struct DataTable: Sendable {
    let type: RecordType
    let value: Value

    /// - Parameter reads: the fields that templates read; what no page shows is not made.
    init(_ files: [DataFile], _ cards: CardTable, _ reads: ReadFields) {
        let typing = DataTyping(card: cards.type)
        let types = files.map { file in typing.type(of: file, named: "data.\(file.name)") }
        type = RecordType(
            name: Self.name,
            fields: zip(files, types).map { file, type in
                FieldType(name: file.name, type: type, documentation: "\(file.path).", example: nil)
            })
        let values = DataValues(cards: cards)
        value = .record(
            zip(files, types).map { file, type in
                reads.has(record: Self.name, field: file.name) ? values.value(file.value, as: type) : .undefined
            })
    }

    /// The record's name, by which it is known which of its fields a template reads.
    static let name = "data"
}

/// The rows of the data files that fronts show in blocks, all of one type: the union of their fields.
struct BlockRows: Sendable {
    let type: ValueType
    private let row: ValueType
    private let values: DataValues

    init(_ site: Site, _ cards: CardTable) {
        let files = Set(
            site.frontPage.allBlocks.compactMap { block in
                if case .data(let index) = block.source { index } else { nil }
            })
        let rows = files.sorted().flatMap { site.data[$0].rows }
        row = DataTyping(card: cards.type).type(of: rows, named: "row") ?? .any
        type = .list(row)
        values = DataValues(cards: cards)
    }

    func value(_ rows: [DataValue]) -> Value { .list(rows.map { values.value($0, as: row) }) }
}

/// The types of data.
private struct DataTyping {
    let card: RecordType

    func type(of file: DataFile, named name: String) -> ValueType {
        guard case .list(let rows) = file.value, rows.isEmpty, !file.columns.isEmpty else {
            return type(of: [file.value], named: name) ?? .any
        }
        // A table without rows is one all the same.
        return .list(.record(RecordType(name: name, fields: file.columns.map { field($0, .optional(.string)) })))
    }

    /// The type of all these values; nil where none of them is anything.
    func type(of values: [DataValue], named name: String) -> ValueType? {
        var kinds: Set<Kind> = []
        for value in values { if let kind = Kind(value) { kinds.insert(kind) } }
        guard let kind = kinds.popFirst() else { return nil }
        let type: ValueType
        if kinds.isEmpty {
            type = self.type(of: kind, values, named: name)
        } else if kinds.union([kind]) == [.integer, .number] {
            type = .double
        } else {
            type = kinds.union([kind]).isSubset(of: [.integer, .number, .flag, .text]) ? .string : .any
        }
        return values.contains(.nothing) ? .optional(type) : type
    }

    private func type(of kind: Kind, _ values: [DataValue], named name: String) -> ValueType {
        switch kind {
        case .text: .string
        case .integer: .int
        case .number: .double
        case .flag: .bool
        case .story: .record(card)
        case .list:
            .list(
                type(
                    of: values.flatMap { value -> [DataValue] in
                        if case .list(let items) = value { items } else { [] }
                    }, named: name) ?? .any)
        case .record: .record(record(of: values, named: name))
        }
    }

    private func record(of values: [DataValue], named name: String) -> RecordType {
        let records = values.compactMap { value -> [DataValue.Field]? in
            if case .record(let fields) = value { fields } else { nil }
        }
        var names: [String] = []
        var found: [String: [DataValue]] = [:]
        for field in records.joined() {
            if found[field.name] == nil { names.append(field.name) }
            found[field.name, default: []].append(field.value)
        }
        return RecordType(
            name: name,
            fields: names.map { field in
                let values = found[field] ?? []
                let type = type(of: values, named: "\(name).\(field)") ?? .optional(.string)
                let isEverywhere = values.count >= records.count
                return self.field(field, isEverywhere || type.isOptional ? type : .optional(type))
            })
    }

    private func field(_ name: String, _ type: ValueType) -> FieldType {
        FieldType(name: name, type: type, documentation: "", example: nil)
    }

    private enum Kind: Hashable {
        case text, integer, number, flag, list, record, story

        init?(_ value: DataValue) {
            switch value {
            case .nothing: return nil
            case .text, .reference: self = .text
            case .integer: self = .integer
            case .number: self = .number
            case .flag: self = .flag
            case .list: self = .list
            case .record: self = .record
            case .story: self = .story
            }
        }
    }
}

/// The values of data, each of the type that it was given.
private struct DataValues: Sendable {
    let cards: CardTable

    func value(_ data: DataValue, as type: ValueType) -> Value {
        switch (type, data) {
        case (_, .nothing): .undefined
        case (.optional(let type), _): value(data, as: type)
        case (_, .story(let place)): cards[place]
        case (.list(let type), .list(let items)): .list(items.map { value($0, as: type) })
        case (.record(let type), .record(let fields)):
            .record(
                type.fields.map { wanted in
                    fields.first { $0.name == wanted.name }.map { value($0.value, as: wanted.type) } ?? .undefined
                })
        case (.string, _): .string(words(data))
        case (.double, .integer(let number)): .double(Double(number))
        default: plain(data)
        }
    }

    private func words(_ data: DataValue) -> String {
        switch data {
        case .text(let text), .reference(let text, _): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        default: ""
        }
    }

    /// A value of a place where there are values of many kinds.
    private func plain(_ data: DataValue) -> Value {
        switch data {
        case .integer(let number): return .int(number)
        case .number(let number): return .double(number)
        case .flag(let flag): return .bool(flag)
        case .list(let items): return .list(items.map(plain))
        case .record(let fields):
            var map = Map()
            for field in fields { map[field.name] = plain(field.value) }
            return .map(map)
        case .story(let place): return cards[place]
        case .text, .reference, .nothing: return .string(words(data))
        }
    }
}
