/// Fields of records that templates read, by the names of the records and of the fields.
///
/// The compiler collects them (`ReadCollector`). A record's table fills these fields alone (`Record.reading`), so that
/// what no page shows costs nothing; the pages come out as if all were filled.
package struct ReadFields: Sendable, Equatable {
    /// Names of the fields that are read one by one, by the record's name.
    private var fields: [String: Set<String>] = [:]
    /// Names of the records that are looked at as a whole.
    private var wholeRecords: Set<String> = []
    private var readsAll = false

    /// Every field of every record.
    package static let all = {
        var all = ReadFields()
        all.readsAll = true
        return all
    }()

    /// No field of any record.
    package init() {}

    /// Whether templates read `field` of records of the type called `record`.
    package func has(record: String, field: String) -> Bool {
        readsAll || wholeRecords.contains(record) || fields[record]?.contains(field) ?? false
    }

    /// Adds one field.
    mutating func insert(_ field: String, of record: RecordType) {
        fields[record.name, default: []].insert(field)
    }

    /// Adds whatever a value of this type shows to one who looks at all of it: the records in it with all of theirs.
    mutating func insert(whole type: ValueType) {
        switch type {
        case .record(let record): insert(whole: record)
        case .mixed(let records): for record in records { insert(whole: record) }
        case .list(let type), .optional(let type): insert(whole: type)
        case .string, .markup, .int, .double, .bool, .any: break
        }
    }

    private mutating func insert(whole record: RecordType) {
        if record.shape == .named { wholeRecords.insert(record.name) }
        for field in record.fields { insert(whole: field.type) }
    }

    /// Adds what another template reads.
    package mutating func formUnion(_ other: ReadFields) {
        readsAll = readsAll || other.readsAll
        wholeRecords.formUnion(other.wholeRecords)
        fields.merge(other.fields) { $0.union($1) }
    }

    /// The same, and of the record `source` each field that is read of `record`: for a record that takes values of its
    /// own fields from the fields of the same names there.
    package func withSource(_ source: String, of record: String) -> ReadFields {
        var all = self
        if wholeRecords.contains(record) { all.wholeRecords.insert(source) }
        all.fields[source, default: []].formUnion(fields[record] ?? [])
        return all
    }
}
