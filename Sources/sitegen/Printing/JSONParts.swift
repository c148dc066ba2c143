import Templates

extension Value {
    /// Items of a list; nil for any other value, as below.
    var items: [Value]? { if case .list(let items) = self { items } else { nil } }
    var int: Int? { if case .int(let number) = self { number } else { nil } }
    var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    subscript(key: String) -> Value? { if case .map(let map) = self { map[key] } else { nil } }
}
