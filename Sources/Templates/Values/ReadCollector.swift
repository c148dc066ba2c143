/// Collects the fields of records that a template reads, while it is compiled (`ReadFields`).
///
/// Every value has a static type, which names the records that may be in it. A step that takes a value apart by its
/// type (a field by its name, an item of a list, a part of a tuple) notes no more than that field; one that hands the
/// value on (`set`, arguments of macros, items of loops, `default`) notes nothing; one that looks at it as a whole
/// (`==`, `in`, `tojson`, printing, most filters) notes all fields of all records in it, and so does one whose result
/// no longer says which records it holds.
///
/// An object, because the rules of filters and tests note what they read, too (`Builtin.Call.reads`).
final class ReadCollector {
    var fields = ReadFields()

    /// A field is read by its name. Tuples and maps are made in templates and always filled.
    func note(_ field: String, of record: RecordType) {
        if record.shape == .named { fields.insert(field, of: record) }
    }

    /// A value of this type is looked at as a whole.
    func note(whole type: ValueType) { fields.insert(whole: type) }

    /// A value is taken apart by the number of its items: that is a list's or a tuple's own way, and in any other
    /// record a way to every field.
    func note(itemsOf type: ValueType) {
        switch type.unwrapped {
        case .list, .string, .markup: break
        case .record(let record) where record.isTuple || record.isMap: break
        default: note(whole: type)
        }
    }

    /// A value of the type `result` may hold values of the types `given`: whatever record it does not name any more is
    /// beyond the reach of later notes.
    func note(lostFrom given: [ValueType], in result: ValueType) {
        guard result.isUncertain else { return }
        let named = result.records
        for type in given {
            for record in type.records where !named.contains(record) { note(whole: .record(record)) }
        }
    }
}

extension ValueType {
    /// Whether a value of this type may hold something that the type does not name.
    fileprivate var isUncertain: Bool {
        switch self {
        case .any, .mixed: true
        case .list(let type), .optional(let type): type.isUncertain
        case .record(let record): record.shape != .named && record.fields.contains { $0.type.isUncertain }
        case .string, .markup, .int, .double, .bool: false
        }
    }
}
