/// What stands behind the name of a template's tag: `id="abc" 'a title' x`.
struct TagArguments {
    /// Values without a name, in order.
    private(set) var plain: [String] = []
    private(set) var named: [(name: String, value: String)] = []

    init(_ text: String) {
        var rest = text[...]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard let first = rest.first else { return }
            if "\"'`“".contains(first) {
                plain.append(Self.quoted(&rest))
                continue
            }
            let word = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "," }
            rest = rest[word.endIndex...]
            let value = rest.drop(while: \.isWhitespace)
            guard value.first == "=", !word.isEmpty else {
                if word.isEmpty { rest = rest.dropFirst() } else { plain.append(String(word)) }
                continue
            }
            rest = value.dropFirst().drop(while: \.isWhitespace)
            if let mark = rest.first, "\"'`“".contains(mark) {
                named.append((word.lowercased(), Self.quoted(&rest)))
            } else {
                let bare = rest.prefix { !$0.isWhitespace && $0 != "," }
                rest = rest[bare.endIndex...]
                named.append((word.lowercased(), String(bare)))
            }
        }
    }

    /// Takes a text between quotation marks; one without an end goes to the end.
    private static func quoted(_ rest: inout Substring) -> String {
        let mark = rest.removeFirst()
        let end: Character = mark == "“" ? "”" : mark
        var text = ""
        while let next = rest.popFirst(), next != end {
            if next == "\\", mark != "`", let escaped = rest.first, escaped == end || escaped == "\\" {
                text.append(escaped)
                rest.removeFirst()
            } else {
                text.append(next)
            }
        }
        return text
    }

    /// Value of the first of these names that has one.
    subscript(names: String...) -> String? {
        names.lazy.compactMap { name in named.first { $0.name == name }?.value }.first { !$0.isEmpty }
    }

    /// The value that needs no name.
    var first: String? { plain.first }
}
