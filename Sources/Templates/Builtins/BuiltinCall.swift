import Base

extension Builtin.Call {
    /// The type that a filter of text gives for its piped value.
    func textType() throws(Message) -> ValueType {
        let type = types[0].unwrapped
        switch type {
        case .markup, .any: return type
        case .list where checked, .record where checked:
            throw Message(en: "text is asked for, not \(types[0])", ar: "المطلوب نص لا \(types[0])")
        default: return .string
        }
    }

    /// Notes that the call reads these fields of the record that is argument number `index`.
    func note(_ names: [String], ofArgument index: Int) {
        guard case .record(let record) = types[index].unwrapped else { return reads.note(whole: types[index]) }
        for name in names {
            reads.note(name, of: record)
            if let slot = record.slot(of: name) { reads.note(whole: record.fields[slot].type) }
        }
    }

    /// The type of the items of the piped list.
    func itemType() throws(Message) -> ValueType {
        reads.note(itemsOf: types[0])
        switch types[0].unwrapped {
        case .list(let element): return element
        case .string, .markup: return .string
        case .record(let record) where record.isTuple:
            return ValueType.joined(record.fields.map(\.type)) ?? .any
        case .record(let record) where record.isMap: return .string
        case .any, .optional: return types[0].something
        default:
            if checked { throw Message(en: "a list is asked for, not \(types[0])", ar: "المطلوب قائمة لا \(types[0])") }
            return .any
        }
    }

    typealias Getter = @Sendable (Value) throws(Message) -> Value

    /// What gets `a.b` of an item, and the type of it. The path is the literal argument number `index`; without one the
    /// item itself is meant.
    func getter(_ index: Int, of type: ValueType) throws(Message) -> (type: ValueType, get: Getter) {
        switch literals[index] {
        case .string(let path)?: return try getter(path, of: type)
        case .int(let position)?:
            reads.note(whole: type)
            let get: Getter = { value throws(Message) in try value.item(.int(position)) }
            return (.any, get)
        case .undefined?, .some(.none):
            let get: Getter = { $0 }
            return (type, get)
        default: throw Message(en: "the field’s name is written out", ar: "يُكتب اسم الحقل صراحة")
        }
    }

    private func getter(_ path: String, of type: ValueType) throws(Message) -> (type: ValueType, get: Getter) {
        var type = type
        var steps: [Getter] = []
        for part in path.split(separator: ".").map(String.init) {
            if let position = Int(part) {
                reads.note(whole: type)
                type = .any
                let step: Getter = { value throws(Message) in try value.item(.int(position)) }
                steps.append(step)
            } else if case .record(let record) = type.unwrapped, !record.isMap {
                guard let slot = record.slot(of: part) else {
                    let near = suggestion(for: part, among: record.fields.map(\.name))
                    throw Message(
                        en: "unknown field of \(record.name) “\(part)”"
                            + (near.map { "; did you mean “\($0)”?" } ?? ""),
                        ar: "حقل مجهول في \(record.name) «\(part)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
                }
                let field = record.fields[slot].type
                reads.note(part, of: record)
                type = type.isOptional ? .optional(field.present) : field
                let step: Getter = { value in
                    if case .record(let fields) = value, slot < fields.count { fields[slot] } else { .undefined }
                }
                steps.append(step)
            } else {
                if checked, !(type.unwrapped == .any ? type.mixedRecord == nil : type.unwrapped.isMap) {
                    throw Message(en: "\(type) has no field “\(part)”", ar: "ليس لـ\(type.arabicName) حقل «\(part)»")
                }
                reads.note(whole: type)
                type = .any
                let step: Getter = { value throws(Message) in try value.field(part) }
                steps.append(step)
            }
        }
        let all = steps
        let get: Getter = { value throws(Message) in
            var value = value
            for step in all { value = try step(value) }
            return value
        }
        return (type, get)
    }

    /// The getters of `"year,title"`, or the item itself.
    func sortKeys(_ index: Int) throws(Message) -> [Getter] {
        guard case .string(let names)? = literals[index] else { return [try compared(index, of: try itemType())] }
        var getters: [Getter] = []
        for name in names.split(separator: ",") {
            let one = Builtin.Call(
                types: types, literals: [.string(String(name).trimmed(nil))], filters: filters, checked: checked,
                reads: reads)
            getters.append(try one.compared(0, of: try itemType()))
        }
        return getters
    }

    /// The getter of what items are compared by.
    func compared(_ index: Int, of type: ValueType) throws(Message) -> Getter {
        let (type, get) = try getter(index, of: type)
        reads.note(whole: type)
        return get
    }

    /// What the values of the piped map are.
    var mapValueType: ValueType {
        guard case .record(let record) = types[0].unwrapped, record.isMap else { return .any }
        return ValueType.joined(record.fields.map(\.type)) ?? .any
    }
}

extension ValueType {
    var isMap: Bool { if case .record(let record) = self { record.isMap } else { false } }
}
