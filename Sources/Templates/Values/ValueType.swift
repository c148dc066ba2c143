/// The static type of a value in a template, against which the compiler checks every use.
package indirect enum ValueType: Sendable, Hashable {
    case string
    /// Ready HTML, printed as it is.
    case markup
    case int
    case double
    case bool
    case list(ValueType)
    case record(RecordType)
    /// May be absent; absent is undefined: prints nothing, false in `if`, and so is each of its fields.
    case optional(ValueType)
    /// Known only when rendered, as JSON is.
    case any
    /// As `any`, of values among which are such records, at least one: it may be asked whether it is there, and not be
    /// printed.
    case mixed([RecordType])

    /// The type without the question mark, as uses of its values are checked.
    package var unwrapped: ValueType {
        switch self {
        case .optional(let type): type.unwrapped
        case .mixed: .any
        default: self
        }
    }

    /// The type without the question mark, as it is passed on.
    var present: ValueType {
        if case .optional(let type) = self { type.present } else { self }
    }

    /// Whether its values may be absent.
    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// The type of what is sometimes `self` and sometimes `other`.
    func joined(with other: ValueType) -> ValueType {
        if self == other { return self }
        if isOptional || other.isOptional {
            let (a, b) = (present, other.present)
            if self == .nothing { return .optional(b) }
            if other == .nothing { return .optional(a) }
            return .optional(a.joined(with: b))
        }
        if case (.list(let a), .list(let b)) = (self, other) {
            if a == .nothing { return other }
            if b == .nothing { return self }
            return .list(a.joined(with: b))
        }
        return .something(holding: records + other.records)
    }

    /// The type of what is sometimes of one of these types and sometimes of another; nil where there is none.
    static func joined(_ types: [ValueType]) -> ValueType? {
        types.dropFirst().reduce(types.first) { $0?.joined(with: $1) }
    }

    /// The records that would be printed with a value of this type: itself, items of it, or those of which it may be
    /// one. Tuples and maps print as in Jinja; records that are fields of these are not among them.
    var records: [RecordType] {
        switch self {
        case .record(let record): record.shape == .named ? [record] : record.fields.flatMap(\.type.records)
        case .mixed(let records): records
        case .list(let type), .optional(let type): type.records
        case .string, .markup, .int, .double, .bool, .any: []
        }
    }

    /// The first record, if there is one, that would be printed with a value of this type.
    var unprintable: RecordType? { records.first }

    /// A record, if there is one, of which only the page can say whether it is there: so the names of its fields are
    /// not known.
    var mixedRecord: RecordType? {
        switch self {
        case .mixed(let records): records.first
        case .list(let type), .optional(let type): type.mixedRecord
        case .record(let record): record.fields.lazy.compactMap(\.type.mixedRecord).first
        case .string, .markup, .int, .double, .bool, .any: nil
        }
    }

    /// What an item of it is where nothing more is known.
    var something: ValueType { .something(holding: records) }

    /// What may be anything, and any of these records or what holds them.
    static func something(holding records: [RecordType]) -> ValueType {
        var different: [RecordType] = []
        for record in records where !different.contains(record) { different.append(record) }
        return different.isEmpty ? .any : .mixed(different)
    }

    /// What `none` and the elements of `[]` are.
    static let nothing = ValueType.optional(.any)
}

/// A thing with named fields, such as an article. Values keep the order of `fields`.
package struct RecordType: Sendable, Hashable {
    /// How its values behave in a template.
    enum Shape: Sendable {
        /// A site's record, whose fields are asked by their names.
        case named
        /// What `(1, "a")` and `groupby` give: its items are asked by their numbers, too, and it prints as in Jinja.
        case tuple
        /// What `{"a": 1}` gives: its keys are known, its value is a map.
        case map
    }

    /// The name that messages and the documentation give it; two types of a site have two names.
    package let name: String
    package let fields: [FieldType]
    let shape: Shape

    /// The type of a site's record.
    package init(name: String, fields: [FieldType]) {
        self.init(name: name, fields: fields, shape: .named)
    }

    init(name: String, fields: [FieldType], shape: Shape) {
        self.name = name
        self.fields = fields
        self.shape = shape
    }

    var isMap: Bool { shape == .map }
    var isTuple: Bool { shape == .tuple }

    func slot(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// Fields without names.
    static func tuple(_ types: [ValueType]) -> RecordType {
        RecordType(
            name: "tuple", fields: types.map { FieldType(name: "", type: $0, documentation: "") }, shape: .tuple)
    }

    static func map(_ fields: [FieldType]) -> RecordType { RecordType(name: "map", fields: fields, shape: .map) }
}

/// One field of a record, with the sentence and the example that the documentation shows.
package struct FieldType: Sendable, Hashable {
    package let name: String
    package let type: ValueType
    /// A sentence that says what it is.
    package let documentation: String
    /// A value that it may have, as the page shows it.
    package let example: String?

    package init(name: String, type: ValueType, documentation: String, example: String? = nil) {
        self.name = name
        self.type = type
        self.documentation = documentation
        self.example = example
    }
}

extension ValueType {
    /// The type's name for a message in Arabic; a record keeps its own, which templates use.
    var arabicName: String {
        switch self {
        case .string: "نص"
        case .markup: "نص بوسوم HTML"
        case .int: "عدد صحيح"
        case .double: "عدد"
        case .bool: "نعم أو لا"
        case .list(let element): "قائمة (\(element.arabicName))"
        case .record(let type): type.name
        case .optional(.any): "لا شيء"
        case .optional(let type): "\(type.arabicName) قد يغيب"
        case .any, .mixed: "أي قيمة"
        }
    }
}

extension ValueType: CustomStringConvertible {
    /// As the documentation and the messages write it: `string`, `card?`, `list of card`.
    package var description: String {
        switch self {
        case .string: "string"
        case .markup: "markup"
        case .int: "int"
        case .double: "double"
        case .bool: "bool"
        case .list(let element): "list of \(element)"
        case .record(let type): type.name
        case .optional(.any): "none"
        case .optional(let type): "\(type)?"
        case .any, .mixed: "any"
        }
    }
}
