import Base

extension ValueType {
    /// Whether a value of this type may stand where `expected` is asked for; absent ones are looked after at run time.
    func fits(_ expected: ValueType) -> Bool {
        switch (unwrapped, expected.unwrapped) {
        case (_, .any), (.optional, _): true
        case (.any, let type): if case .record = type { false } else { true }
        case (.int, .double), (.bool, .int), (.bool, .double): true
        case (.list(let a), .list(let b)): a == .nothing || a.fits(b)
        case (let a, let b): a == b
        }
    }

    /// What to say where a value of this type would be printed, and with it `record`, which is in it.
    func unprintableMessage(_ record: RecordType) -> Message {
        switch present {
        case .record(record), .list(.record(record)):
            Message(
                en: "\(self) cannot be printed; print one of its fields",
                ar: "لا يُطبع \(arabicName)؛ اطبع حقلًا منه")
        default:
            Message(
                en: "this may print a whole \(record.name), which cannot be printed; print one of its fields",
                ar: "قد يُطبع هنا \(record.name) كله وهو لا يُطبع؛ اطبع حقلًا منه")
        }
    }
}

extension Value {
    /// The type that the value itself tells: of a record the types of its fields, of a map nothing.
    var type: ValueType {
        switch self {
        case .undefined, .none: .nothing
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .markup: .markup
        case .list(let items): .list(ValueType.joined(items.map(\.type)) ?? .nothing)
        case .record(let items): .record(.tuple(items.map(\.type)))
        case .map: .any
        }
    }
}
