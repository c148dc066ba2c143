import Base

/// What a value’s type allows.
extension Compiler {
    /// Reports a value whose type does not fit, in a checked template.
    func expect(_ value: Typed, _ type: ValueType, _ english: String, _ arabic: String, at offset: Int) {
        guard checked, !value.type.fits(type) else { return }
        report(
            "wrong-type", at: offset, en: "\(english) is \(type), not \(value.type)",
            ar: "\(arabic) من نوع \(type.arabicName) لا \(value.type.arabicName)")
    }

    /// What `operation` gives for operands that are all known; nil where only the page can say. What fails now would
    /// print nothing on every page, so that it is reported. An absent operand is not at fault: its values are asked for
    /// safely.
    func folded(
        _ operands: [Value?], _ id: String = "wrong-value", in name: String? = nil, at offset: Int,
        _ operation: () throws(Message) -> Value
    ) -> Value? {
        let known = operands.compactMap(\.self)
        guard known.count == operands.count else { return nil }
        do throws(Message) {
            return try operation()
        } catch {
            // What is known of globals beforehand was found sound without.
            if checked, !knowsGlobals, !known.contains(where: \.isUndefined) {
                report(id, at: offset, name.map { Self.message(error, in: $0) } ?? error)
            }
            return nil
        }
    }

    static func misfit(_ parameter: Parameter, _ type: ValueType) -> Message {
        Message(
            en: "“\(parameter.name)” is \(parameter.type.unwrapped), not \(type)",
            ar: "«\(parameter.name)» من نوع \(parameter.type.unwrapped) لا \(type)")
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
                ar: "لا يُطبع \(type.arabicName)؛ اطبع حقلًا منه")
        default:
            Message(
                en: "this may print a whole \(record.name), which cannot be printed; print one of its fields",
                ar: "قد يُطبع هنا \(record.name) كله وهو لا يُطبع؛ اطبع حقلًا منه")
        }
    }
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
