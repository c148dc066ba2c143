/// One line of a record's table: a field with its type, what the documentation says of it, and how to get it.
package struct Field<Source>: Sendable {
    let type: FieldType
    let get: @Sendable (Source) -> Value

    /// - Parameters:
    ///   - documentation: a sentence for the documentation.
    ///   - example: a value that the documentation shows.
    ///   - get: gives the field's value, which must be of `type`.
    package init(
        _ name: String, _ type: ValueType, _ documentation: String, example: String? = nil,
        _ get: @escaping @Sendable (Source) -> Value
    ) {
        self.type = FieldType(name: name, type: type, documentation: documentation, example: example)
        self.get = get
    }
}

/// A table that gives a record's type, its documentation and its values.
///
///     let section = Record<Section>("section", [Field("name", .string, "Its name") { .string($0.name) }])
@usableFromInline package struct Record<Source>: Sendable {
    /// The type that templates are checked against.
    package let type: RecordType
    @usableFromInline let getters: [@Sendable (Source) -> Value]

    /// A table of all fields, in the order in which the documentation lists them.
    package init(_ name: String, _ fields: [Field<Source>]) {
        type = RecordType(name: name, fields: fields.map(\.type))
        getters = fields.map(\.get)
    }

    private init(_ type: RecordType, _ getters: [@Sendable (Source) -> Value]) {
        self.type = type
        self.getters = getters
    }

    /// The same record, of the same type, for templates that read no other fields than these: the rest is undefined and
    /// costs nothing.
    package func reading(_ fields: ReadFields) -> Record {
        var read = getters
        for (place, field) in type.fields.enumerated() where !fields.has(record: type.name, field: field.name) {
            read[place] = { _ in .undefined }
        }
        return Record(type, read)
    }

    /// The values of the fields of `source`, in the order of `type.fields`.
    ///
    /// Inlined where `Source` is known, for it is called for every record on every page.
    @inlinable @inline(__always)
    package func value(_ source: Source) -> Value { .record(getters.map { $0(source) }) }
}
