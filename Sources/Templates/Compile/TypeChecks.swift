import Base

/// What a value’s type allows.
extension Compiler {
    /// Reports a value whose type does not fit, in a checked template.
    func expect(_ value: Typed, _ type: ValueType, _ english: String, _ arabic: String, at offset: Int) {
        guard checked, !value.type.fits(type) else { return }
        report(
            .wrongType, at: offset, en: "\(english) is \(type), not \(value.type)",
            ar: "\(arabic) من نوع \(type.arabicName) لا \(value.type.arabicName)")
    }

    /// What `operation` gives for operands that are all known; nil where only the page can say. What fails now would
    /// print nothing on every page, so that it is reported. An absent operand is not at fault: its values are asked for
    /// safely.
    func folded(
        _ operands: [Value?], _ rule: TemplateRule = .wrongValue, in name: String? = nil, at offset: Int,
        _ operation: () throws(Message) -> Value
    ) -> Value? {
        let known = operands.compactMap(\.self)
        guard known.count == operands.count else { return nil }
        do throws(Message) {
            return try operation()
        } catch {
            if checked, !known.contains(where: \.isUndefined) {
                report(rule, at: offset, name.map { Self.message(error, in: $0) } ?? error)
            }
            return nil
        }
    }

    func checkPrintable(_ value: Typed, at offset: Int) {
        guard checked, let record = value.type.unprintable else { return }
        report(.wrongType, at: offset, value.type.unprintableMessage(record))
    }
}
