import Base

/// What a value’s type allows.
extension Compiler {
    /// Reports a value whose type does not fit, in a checked template.
    func expect(_ value: Typed, _ type: ValueType, _ english: String, _ arabic: String, at offset: Int) {
        guard checked, !value.type.fits(type) else { return }
        report(
            "wrong-type", at: offset, en: "\(english) is \(type), not \(value.type)",
            ar: "\(arabic) من نوع \(type) لا \(value.type)")
    }

    func checkPrintable(_ value: Typed, at offset: Int) {
        guard checked, let record = value.type.unprintable else { return }
        report("wrong-type", at: offset, Self.unprintable(value.type, record))
    }

    static func unprintable(_ type: ValueType, _ record: RecordType) -> Message {
        switch type.present {
        case .record(record), .list(.record(record)):
            Message(
                en: "\(type) cannot be printed; print one of its fields",
                ar: "لا يُطبع \(type)؛ اطبع حقلًا منه")
        default:
            Message(
                en: "this may print a whole \(record.name), which cannot be printed; print one of its fields",
                ar: "قد يُطبع هنا \(record.name) كله وهو لا يُطبع؛ اطبع حقلًا منه")
        }
    }
}

extension RecordType {
    static let mapName = "map"
    /// A map written in the template: its keys are known, its value is a map.
    var isMap: Bool { name == Self.mapName }
    var isTuple: Bool { name == "tuple" || name == "group" }
}

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
}
