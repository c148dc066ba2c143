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
        guard checked, case .record(let record) = value.type.innermost, !record.isTuple, !record.isMap else { return }
        report(
            "wrong-type", at: offset, en: "\(value.type) cannot be printed; print one of its fields",
            ar: "لا يُطبع \(value.type)؛ اطبع حقلًا منه")
    }
}

extension RecordType {
    static let mapName = "map"
    /// A map written in the template: its keys are known, its value is a map.
    var isMap: Bool { name == Self.mapName }
    var isTuple: Bool { name == "tuple" || name == "group" }
}

extension ValueType {
    /// What lists hold.
    var innermost: ValueType {
        switch self {
        case .list(let element): element.innermost
        case .optional(let type): type.innermost
        default: self
        }
    }

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
