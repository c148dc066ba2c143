/// A value that a template sees.
@usableFromInline package enum Value: Sendable {
    /// Absent: prints nothing.
    case undefined
    /// JSON's null: prints `None`.
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    /// Ready HTML in UTF-8, printed as it is.
    case markup([UInt8])
    case list([Value])
    /// Fields in the order of the `RecordType`; items of a tuple.
    case record([Value])
    /// An object whose keys are known only when rendered, such as JSON's.
    case map(Map)
}

/// An object in the order in which it was written. A key that comes twice keeps its place and takes the last value.
@usableFromInline package struct Map: Sendable {
    package private(set) var keys: [Value] = []
    package private(set) var values: [Value] = []

    /// An object without keys.
    package init() {}

    /// The value of a key that equals `key` as Python has it (`1`, `1.0` and `true` are equal); nil removes the key.
    /// Takes time linear in the number of keys.
    package subscript(key: Value) -> Value? {
        get { keys.firstIndex { $0.equals(key) }.map { values[$0] } }
        set {
            let index = keys.firstIndex { $0.equals(key) }
            switch (index, newValue) {
            case (let index?, let value?): values[index] = value
            case (nil, let value?):
                keys.append(key)
                values.append(value)
            case (let index?, nil):
                keys.remove(at: index)
                values.remove(at: index)
            case (nil, nil): break
            }
        }
    }

    /// The value of a key that is this text.
    package subscript(key: String) -> Value? {
        get { self[.string(key)] }
        set { self[.string(key)] = newValue }
    }

    /// Adds a key that is not there yet.
    mutating func append(_ key: Value, _ value: Value) {
        keys.append(key)
        values.append(value)
    }
}
