import Base

/// What Python does with sequences: items, slices, fields, lengths.
extension Value {
    /// What a loop goes through; throws for what has no items.
    func items() throws(Message) -> [Value] {
        switch self {
        case .list(let items), .record(let items): return items
        case .undefined: return []
        case .map(let map): return map.keys
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .markup: return string.unicodeScalars.map { .string(String($0)) }
        default: throw Message(en: "\(kind) is no list", ar: "ليست \(kind) قائمة")
        }
    }

    /// As filters that apply others take it: what is false has none, whatever it is.
    func itemsIfTrue() throws(Message) -> [Value] { isTrue ? try items() : [] }

    func length() throws(Message) -> Int {
        switch self {
        case .list(let items), .record(let items): return items.count
        case .map(let map): return map.keys.count
        case .string(let text): return text.unicodeScalars.count
        case .markup(let bytes): return bytes.count { $0 & 0xC0 != 0x80 }
        case .undefined: return 0
        default: throw Message(en: "\(kind) has no length", ar: "ليس لـ\(kind) طول")
        }
    }

    /// `value.name` where the type is known only now.
    func field(_ name: String) throws(Message) -> Value {
        switch self {
        case .map(let map): return map[name] ?? .undefined
        case .undefined:
            throw Message(en: "“\(name)” is asked of an undefined value", ar: "«\(name)» مطلوب من قيمة غير معرّفة")
        default: return .undefined
        }
    }

    /// `value[index]`; undefined where there is no such item.
    func item(_ index: Value) throws(Message) -> Value {
        switch self {
        case .map(let map): return map[index] ?? .undefined
        case .undefined:
            throw Message(en: "an item is asked of an undefined value", ar: "عنصر مطلوب من قيمة غير معرّفة")
        case .list(let items), .record(let items):
            guard let position = index.integer.flatMap({ Self.position($0, items.count) }) else { return .undefined }
            return items[position]
        case .string, .markup:
            let scalars = Array(string.unicodeScalars)
            guard let position = index.integer.flatMap({ Self.position($0, scalars.count) }) else { return .undefined }
            return text(String(scalars[position]))
        default: return .undefined
        }
    }

    private static func position(_ index: Int, _ count: Int) -> Int? {
        let position = index < 0 ? index + count : index
        return position >= 0 && position < count ? position : nil
    }

    /// `value[start:stop:step]`, with `none` for a part left out.
    func slice(_ start: Value, _ stop: Value, _ step: Value) throws(Message) -> Value {
        switch self {
        case .list(let items): return .list(try Self.sliced(items, start, stop, step))
        case .record(let items): return .record(try Self.sliced(items, start, stop, step))
        case .string, .markup:
            var view = String.UnicodeScalarView()
            view.append(contentsOf: try Self.sliced(Array(string.unicodeScalars), start, stop, step))
            return text(String(view))
        case .undefined:
            throw Message(en: "a slice is asked of an undefined value", ar: "جزء مطلوب من قيمة غير معرّفة")
        default: return .undefined
        }
    }

    private static func sliced<T>(_ items: [T], _ start: Value, _ stop: Value, _ step: Value) throws(Message) -> [T] {
        let step = step.integer ?? 1
        if step == 0 { throw Message(en: "the step of a slice is not 0", ar: "خطوة الجزء ليست صفرًا") }
        let count = items.count
        func bound(_ value: Value, _ otherwise: Int) -> Int {
            guard let index = value.integer else { return otherwise }
            let lowest = step > 0 ? 0 : -1
            let highest = step > 0 ? count : count - 1
            return min(max(index < 0 ? index + count : index, lowest), highest)
        }
        let first = bound(start, step > 0 ? 0 : count - 1)
        let last = bound(stop, step > 0 ? count : -1)
        return stride(from: first, to: last, by: step).map { items[$0] }
    }
}
