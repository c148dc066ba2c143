import Base

/// Makes one value of a text's events: scalars, lists, and mappings that have each key once.
struct YamlComposer {
    /// How many collections may nest. `YamlGuard` counts indentation, and a list may start in the column of its own key;
    /// this bounds what a text may put on the stack that deceives the guard.
    private static let deepest = 2 * YamlGuard.deepest

    private let events: YamlEvents
    private var depth = 0

    private init(_ events: YamlEvents) { self.events = events }

    /// Nil for a text in which nothing but comments stands. Throws what the parser found, placed in the file at `path`.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - firstLine: the line of the file on which `text` starts, counted from 1.
    static func value(of text: [UInt8], path: String, firstLine: Int) throws(Diagnostic) -> Yaml? {
        var composer = YamlComposer(YamlEvents(of: text, path: path, firstLine: firstLine))
        return try composer.document()
    }

    private mutating func document() throws(Diagnostic) -> Yaml? {
        guard case .documentStart = try events.next().event else { return nil }
        let value = try value(try events.next())
        _ = try events.next()
        let (event, place) = try events.next()
        guard case .end = event else { throw events.problem("but found another document", at: place) }
        return value
    }

    private mutating func value(_ start: (event: YamlEvents.Event, place: Location)) throws(Diagnostic) -> Yaml {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw YamlRefusal.depth.diagnostic(at: start.place) }
        switch start.event {
        case .scalar(let text, let plain): return Yaml(.scalar(text, plain: plain), at: start.place)
        case .listStart: return Yaml(.list(try items()), at: start.place)
        case .mapStart: return Yaml(.map(try entries()), at: start.place)
        case .reference(let sign): throw YamlRefusal.reference(sign).diagnostic(at: start.place)
        case .collectionEnd, .documentStart, .documentEnd, .end: throw events.problem("", at: start.place)
        }
    }

    private mutating func items() throws(Diagnostic) -> [Yaml] {
        var items: [Yaml] = []
        while true {
            let next = try events.next()
            if case .collectionEnd = next.event { return items }
            items.append(try value(next))
        }
    }

    private mutating func entries() throws(Diagnostic) -> [Yaml.Entry] {
        var entries: [Yaml.Entry] = []
        var seen: Set<String> = []
        var twice: [(key: String, place: Location)] = []
        while true {
            let next = try events.next()
            if case .collectionEnd = next.event { break }
            let key = try value(next)
            let value = try value(try events.next())
            // A list or a mapping is no key of ours, whatever it holds.
            guard case .scalar(let name, _) = key.content else {
                entries.append(Yaml.Entry(key: "", location: key.location, value: value))
                continue
            }
            if !seen.insert(name).inserted { twice.append((name, key.location)) }
            entries.append(Yaml.Entry(key: name, location: key.location, value: value))
        }
        if let first = twice.first { throw Self.duplicate(twice.map(\.key), at: first.place) }
        return entries
    }

    private static func duplicate(_ keys: [String], at place: Location) -> Diagnostic {
        let names = Set(keys).sorted(by: bytesPrecede).joined(separator: ", ")
        return Diagnostic(
            id: YamlRule.duplicateKey,
            Message(
                en: "a key stands once; remove one of the two: \(names)",
                ar: "يرد المفتاح مرة واحدة؛ احذف التكرار: \(names)"),
            at: place)
    }
}
