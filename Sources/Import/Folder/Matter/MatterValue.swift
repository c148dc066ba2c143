import Base
import Content

/// What a file of another system states before its text, or its settings say: YAML, TOML or JSON alike.
indirect enum MatterValue: Sendable, Equatable {
    case nothing
    /// Text, number, date or truth value, as written.
    case scalar(String)
    case list([MatterValue])
    case map([Entry])

    struct Entry: Sendable, Equatable {
        var key: String
        var value: MatterValue
    }

    init(_ yaml: Yaml?) {
        switch yaml?.content {
        case nil: self = .nothing
        case .scalar(let text, _): self = yaml?.isNull == true ? .nothing : .scalar(text)
        case .list(let items): self = .list(items.map { MatterValue($0) })
        case .map(let entries): self = .map(entries.map { Entry(key: $0.key, value: MatterValue($0.value)) })
        }
    }

    init(_ json: JSONText) {
        switch json {
        case .object(let pairs): self = .map(pairs.map { Entry(key: $0.name, value: MatterValue($0.value)) })
        case .list(let items): self = .list(items.map { MatterValue($0) })
        case .text(let text): self = .scalar(text)
        case .bare(let text): self = text == "null" ? .nothing : .scalar(text)
        }
    }

    var entries: [Entry] { if case .map(let entries) = self { entries } else { [] } }

    /// Value of a key, in whatever case it is written; the last of several, as most readers of YAML take it.
    subscript(key: String) -> MatterValue {
        let wanted = key.lowercased()
        return entries.last { $0.key == key }?.value
            ?? entries.last { $0.key.lowercased() == wanted }?.value ?? .nothing
    }

    /// Value of the first of these keys that has one.
    subscript(any keys: [String]) -> MatterValue { keys.lazy.map { self[$0] }.first { $0 != .nothing } ?? .nothing }

    /// Items of a list; any other value as the only one.
    var items: [MatterValue] {
        switch self {
        case .nothing: []
        case .list(let items): items
        default: [self]
        }
    }

    /// Words of a scalar, white space at their ends cut; nil where there are none.
    var text: String? {
        guard case .scalar(let text) = self, case let words = text.trimmed(), !words.isEmpty else { return nil }
        return words
    }

    /// Texts of a list, or the one text.
    var texts: [String] { items.compactMap(\.text) }

    var flag: Bool? {
        switch text?.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    /// A map with `key` set; what another file says of the same key, key by key.
    func setting(_ key: String, _ value: MatterValue) -> MatterValue {
        var entries = entries
        if let place = entries.firstIndex(where: { $0.key.lowercased() == key.lowercased() }) {
            entries[place].value = entries[place].value.merged(with: value)
        } else {
            entries.append(Entry(key: key, value: value))
        }
        return .map(entries)
    }

    /// Keys of both maps, the other's first; of anything else the other.
    func merged(with other: MatterValue) -> MatterValue {
        guard case .map(let more) = other, case .map = self else { return other == .nothing ? self : other }
        return more.reduce(self) { $0.setting($1.key, $1.value) }
    }
}
