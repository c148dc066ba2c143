/// Lines of Markdown that say where the links of a text lead: `[label]: address "title"`.
struct LinkDefinitions {
    private struct Definition {
        let line: String
        let address: String
        let title: String
        /// How the line stands now; nil where it goes.
        var written: String?
    }

    private var byLabel: [String: Definition] = [:]
    private var byLine: [String: String] = [:]

    init() {}

    var isEmpty: Bool { byLabel.isEmpty }

    init(_ markdown: String) {
        guard markdown.holds("]:") else { return }
        for line in markdown.splitLines {
            guard let (label, address, title) = Self.parts(line) else { continue }
            let key = Self.key(label)
            byLine[line] = key
            if byLabel[key] == nil {
                byLabel[key] = Definition(line: line, address: address, title: title, written: line)
            }
        }
    }

    /// Asks once where each leads.
    mutating func settle(_ text: inout HTMLText) {
        for (label, definition) in byLabel.sorted(by: { $0.key < $1.key }) {
            if PictureAddress.isPicture(definition.address) {
                // Pictures are written where they stand.
                byLabel[label]?.written = nil
                continue
            }
            guard let destination = text.destination(definition.address) else {
                byLabel[label]?.written = nil
                continue
            }
            let place = definition.line.byteRange(of: "]:")?.upperBound ?? definition.line.endIndex
            byLabel[label]?.written =
                definition.line[..<place] + " " + InlineMarkdown.destination(destination)
                + (definition.title.isEmpty ? "" : " \"" + definition.title.replacing("\"", with: "\\\"") + "\"")
        }
    }

    /// How a line stands that defines a label, the inner nil for one that goes; nil for any other line.
    func line(_ line: String) -> String?? {
        guard let label = byLine[line] else { return nil }
        return .some(byLabel[label]?.written)
    }

    /// What a label stands for; nil for what is none.
    func address(_ label: String) -> (address: String, title: String, isGone: Bool)? {
        byLabel[Self.key(label)].map { ($0.address, $0.title, $0.written == nil) }
    }

    private static func key(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func parts(_ line: String) -> (label: String, address: String, title: String)? {
        let words = line.drop { $0 == " " }
        guard line.count - words.count < 4, words.first == "[", words.dropFirst().first != "^",
            let close = words.byteRange(of: "]:"), close.lowerBound > words.index(after: words.startIndex)
        else { return nil }
        let label = String(words[words.index(after: words.startIndex)..<close.lowerBound])
        var rest = words[close.upperBound...].drop(while: \.isWhitespace)
        guard !label.contains("]"), !rest.isEmpty else { return nil }
        var address: Substring
        if rest.first == "<", let end = rest.firstIndex(of: ">") {
            address = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
        } else {
            address = rest.prefix { !$0.isWhitespace }
            rest = rest[address.endIndex...]
        }
        let title = String(rest).trimmed()
        guard title.isEmpty || title.count > 1 && "\"'(".contains(title.prefix(1)) else { return nil }
        return (label, String(address), String(title.dropFirst().dropLast()))
    }
}
