import Base

/// Joining, sorting, grouping and cutting of lists, as Jinja's filters do it.
extension Builtin {
    static func joined(_ items: [Value], _ separator: Value) -> Value {
        if separator.isMarkup || items.contains(where: \.isMarkup) {
            let between = separator.escapedBytes
            return .markup(Array(items.map(\.escapedBytes).joined(separator: between)))
        }
        return .string(items.map(\.string).joined(separator: separator.string))
    }

    /// Strings compare in small letters unless `caseSensitive`.
    static func folded(_ value: Value, _ caseSensitive: Bool) -> Value {
        if caseSensitive { return value }
        switch value {
        case .string(let text): return .string(text.lowercased())
        case .markup: return .string(value.string.lowercased())
        default: return value
        }
    }

    /// Stable, also in reverse.
    static func sorted(
        _ items: [Value], _ keys: [Call.Getter], _ caseSensitive: Bool, reverse: Bool
    ) throws(Message) -> [Value] {
        var entries: [(keys: [Value], index: Int)] = []
        for (index, item) in items.enumerated() {
            var values: [Value] = []
            for key in keys { values.append(folded(try key(item), caseSensitive)) }
            entries.append((values, index))
        }
        var failure: Message?
        entries.sort { a, b in
            for (x, y) in zip(a.keys, b.keys) {
                do throws(Message) {
                    let order = try x.order(y)
                    if order != 0 { return reverse ? order > 0 : order < 0 }
                } catch {
                    failure = error
                }
            }
            return a.index < b.index
        }
        if let failure { throw failure }
        return entries.map { items[$0.index] }
    }

    static func groups(
        _ items: [Value], _ get: @escaping Call.Getter, _ fallback: Value, _ caseSensitive: Bool
    ) throws(Message) -> [Value] {
        let key: Call.Getter = { item throws(Message) in
            let value = try get(item)
            return value.isUndefined ? fallback : value
        }
        var groups: [(key: Value, items: [Value])] = []
        for item in try sorted(items, [key], caseSensitive, reverse: false) {
            let value = try key(item)
            if let last = groups.last, folded(last.key, caseSensitive).equals(folded(value, caseSensitive)) {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append((value, [item]))
            }
        }
        return groups.map { .record([$0.key, .list($0.items)]) }
    }

    static func batches(_ items: [Value], _ size: Int, _ fill: Value) -> [Value] {
        let size = max(1, size)
        return stride(from: 0, to: items.count, by: size).map { start in
            var row = Array(items[start..<min(start + size, items.count)])
            if !fill.isUndefined, !fill.equals(.none) {
                row += Array(repeating: fill, count: min(size - row.count, 10_000))
            }
            return .list(row)
        }
    }

    static func columns(_ items: [Value], _ count: Int, _ fill: Value) -> [Value] {
        let count = min(max(1, count), 10_000)
        let (each, extra) = items.count.quotientAndRemainder(dividingBy: count)
        var start = 0
        return (0..<count).map { number in
            let end = start + each + (number < extra ? 1 : 0)
            defer { start = end }
            var column = Array(items[start..<end])
            if !fill.isUndefined, !fill.equals(.none), number >= extra { column.append(fill) }
            return .list(column)
        }
    }

    static func pairs(_ value: Value) throws(Message) -> [Value] {
        switch value {
        case .map(let map): return zip(map.keys, map.values).map { .record([$0, $1]) }
        case .undefined: return []
        default: throw Message(en: "a map is asked for, not \(value.kind)", ar: "المطلوب جدول لا \(value.kind)")
        }
    }
}

extension [Value] {
    func each(_ transform: (Value) throws(Message) -> Value) throws(Message) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(count)
        for element in self { result.append(try transform(element)) }
        return result
    }
}
