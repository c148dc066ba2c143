/// One line of a record's table: a field with its type, what the documentation says of it, and how to get it.
package struct Field<Source>: Sendable {
    let type: FieldType
    let get: @Sendable (Source) -> Value

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
package struct Record<Source>: Sendable {
    package let type: RecordType
    private let getters: [@Sendable (Source) -> Value]

    package init(_ name: String, _ fields: [Field<Source>]) {
        type = RecordType(name: name, fields: fields.map(\.type))
        getters = fields.map(\.get)
    }

    package func value(_ source: Source) -> Value {
        .record(getters.map { $0(source) })
    }
}
