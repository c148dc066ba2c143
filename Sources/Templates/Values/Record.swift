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
@usableFromInline package struct Record<Source>: Sendable {
    package let type: RecordType
    @usableFromInline let getters: [FieldGetter<Source>]

    package init(_ name: String, _ fields: [Field<Source>]) {
        type = RecordType(name: name, fields: fields.map(\.type))
        getters = fields.map { FieldGetter($0.get) }
    }

    private init(_ type: RecordType, _ getters: [FieldGetter<Source>]) {
        self.type = type
        self.getters = getters
    }

    /// The same record, of the same type, for templates that read no other fields than these: the rest is undefined and
    /// costs nothing.
    package func reading(_ fields: ReadFields) -> Record {
        let unread = FieldGetter<Source> { _ in .undefined }
        var read = getters
        for (place, field) in type.fields.enumerated() where !fields.has(record: type.name, field: field.name) {
            read[place] = unread
        }
        return Record(type, read)
    }

    /// Compiled where the source is known: it is called for every part of every page.
    @inlinable @inline(__always)
    package func value(_ source: Source) -> Value {
        getters.withUnsafeBufferPointer { getters in
            var values: [Value] = []
            values.reserveCapacity(getters.count)
            // An unmanaged reference lies in memory as a counted one, and the array holds the objects meanwhile.
            getters.withMemoryRebound(to: Unmanaged<FieldGetter<Source>>.self) { getters in
                for getter in getters { values.append(getter._withUnsafeGuaranteedRef { $0.get(source) }) }
            }
            return .record(values)
        }
    }
}

/// What gets a field. An object, so that workers who call it at the same time need not count references to it: a count
/// that two cores write to costs more than most fields.
@usableFromInline final class FieldGetter<Source>: Sendable {
    @usableFromInline let get: @Sendable (Source) -> Value

    init(_ get: @escaping @Sendable (Source) -> Value) { self.get = get }
}
