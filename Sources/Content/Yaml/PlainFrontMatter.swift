import Base

/// Front matter as most articles have it: every line is `key: value` from its first character on, and no sign in it
/// means something to YAML that an editor did not mean.
///
/// Saves nine tenths of the time that `LiteralText`, `YamlGuard` and the parser take, which is 28 µs an article.
/// `PlainFrontMatterTests` holds its contents and places equal to theirs. Where that is not certain it gives nothing,
/// and they read the text: all that is rare, and every error.
struct PlainFrontMatter {
    /// More lines than front matter has keys are no front matter of ours.
    private static let mostLines = 64

    private let text: UnsafeBufferPointer<UInt8>
    private let keys: TextKeys
    private let path: String
    /// The line that is read, counted as messages count.
    private var line: Int
    private var position = 0

    /// Front matter that these lines state; nil where the parser must read them.
    ///
    /// - Parameters:
    ///   - text: clean UTF-8, as `cleaned` leaves it.
    ///   - firstLine: the line of the file on which `text` starts, counted from 1.
    static func yaml(_ text: [UInt8], keys: TextKeys, path: String, firstLine: Int) -> Yaml? {
        guard text.last == UInt8(ascii: "\n") else { return nil }
        return text.withUnsafeBufferPointer { bytes in
            var matter = PlainFrontMatter(text: bytes, keys: keys, path: path, line: firstLine)
            return matter.entries().map { Yaml(.map($0), at: Location(path: path, line: firstLine)) }
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, keys: TextKeys, path: String, line: Int) {
        (self.text, self.keys, self.path, self.line) = (text, keys, path, line)
    }

    private mutating func entries() -> [Yaml.Entry]? {
        var entries: [Yaml.Entry] = []
        var names: [Range<Int>] = []
        while position < text.count, entries.count < Self.mostLines {
            guard let name = readKey(), !names.contains(where: { isSame($0, name) }), let entry = readEntry(name) else {
                return nil
            }
            names.append(name)
            entries.append(entry)
            line += 1
        }
        return position == text.count ? entries : nil
    }

    private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.count == b.count && text[a].elementsEqual(text[b])
    }

    /// Letters, and single signs between them, as far as the colon.
    private mutating func readKey() -> Range<Int>? {
        let start = position
        var endsInLetter = false
        while position < text.count {
            switch text[position] {
            case 0x41...0x5A, 0x61...0x7A:
                endsInLetter = true
                position += 1
            // Without the vowel marks, so that two keys are one where their bytes are, and only there.
            case 0xD8 where text[position + 1] >= 0xA0, 0xD9 where (0x81...0x8A).contains(text[position + 1]):
                endsInLetter = true
                position += 2
            case UInt8(ascii: " ") where endsInLetter, UInt8(ascii: "_") where endsInLetter,
                UInt8(ascii: "-") where endsInLetter:
                endsInLetter = false
                position += 1
            case UInt8(ascii: ":") where endsInLetter && position - start <= 100: return start..<position
            default: return nil
            }
        }
        return nil
    }

    /// From the colon behind the key to the next line.
    private mutating func readEntry(_ name: Range<Int>) -> Yaml.Entry? {
        position += 1
        let colonEnd = position
        while text[position] == UInt8(ascii: " ") { position += 1 }
        guard position > colonEnd, let range = readValue() else { return nil }
        let column = columns(name) + range.lowerBound - name.upperBound + 1
        let key = string(name)
        guard let value = content(range, shape: keys.shape(of: key), column) else { return nil }
        return Yaml.Entry(
            key: key, location: Location(path: path, line: line),
            value: Yaml(value, at: Location(path: path, line: line, column: column)))
    }

    /// The value without the spaces behind it, all of characters that YAML leaves as they are between quotes. Ends
    /// behind the line break.
    private mutating func readValue() -> Range<Int>? {
        let start = position
        var end = position
        while position < text.count {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "\n"):
                position += 1
                return start < end ? start..<end : nil
            case UInt8(ascii: " "):
                position += 1
                continue
            case 0x21...0x7E: position += 1
            case 0xC3...0xDF: position += 2
            case 0xC2 where text[position + 1] >= 0xA0: position += 2
            case 0xE2 where text[position + 1] == 0x80 && (text[position + 2] == 0xA8 || text[position + 2] == 0xA9):
                // YAML 1.1 breaks lines here.
                return nil
            case 0xE1...0xEC: position += 3
            default: return nil
            }
            end = position
        }
        return nil
    }

    private func content(_ range: Range<Int>, shape: KeyShape?, _ column: Int) -> Yaml.Content? {
        let first = text[range.lowerBound]
        if first == UInt8(ascii: "\"") { return quoted(range) }
        let isBracket = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        switch (first, shape) {
        case (UInt8(ascii: "'"), _), (UInt8(ascii: "|"), _), (UInt8(ascii: ">"), _): return nil
        case (_, .text): return .scalar(string(range), plain: Yaml.isNull(text[range]))
        case (_, .code) where text[range].contains(UInt8(ascii: "#")): return nil
        case (_, .code): return unmarked(range, plain: Yaml.isNull(text[range]))
        // A mapping among the names is told apart by who knows of lists.
        case (_, .list) where !isBracket:
            return text[range].contains(UInt8(ascii: "{")) ? nil : unmarked(range, plain: Yaml.isNull(text[range]))
        case (UInt8(ascii: "["), _): return words(range, column)
        default: return word(range)
        }
    }

    /// Nil where an invisible character stands at either end, which the parser's way leaves out.
    private func unmarked(_ range: Range<Int>, plain: Bool) -> Yaml.Content? {
        let text = string(range)
        return hasPaddedEnds(text) ? nil : .scalar(text, plain: plain)
    }

    /// Between quotation marks without another, and without an escape.
    private func quoted(_ range: Range<Int>) -> Yaml.Content? {
        guard range.count >= 2, text[range.upperBound - 1] == UInt8(ascii: "\"") else { return nil }
        let inside = range.dropFirst().dropLast()
        guard !text[inside].contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return nil
        }
        return .scalar(string(inside), plain: false)
    }

    /// `[one, two]`
    private func words(_ range: Range<Int>, _ column: Int) -> Yaml.Content? {
        let last = range.upperBound - 1
        guard text[last] == UInt8(ascii: "]") else { return nil }
        var words: [Yaml] = []
        var start = range.lowerBound + 1
        while true {
            while text[start] == UInt8(ascii: " ") { start += 1 }
            let behind = text[start..<last].firstIndex(of: UInt8(ascii: ",")) ?? last
            var end = behind
            while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
            guard start < end, let word = word(start..<end) else { return nil }
            words.append(
                Yaml(word, at: Location(path: path, line: line, column: column + columns(range.lowerBound..<start))))
            guard behind < last else { return .list(words) }
            guard text[behind + 1] == UInt8(ascii: " ") else { return nil }
            start = behind + 1
        }
    }

    /// Letters, digits and a few signs, which stand for themselves without quotes too.
    private func word(_ range: Range<Int>) -> Yaml.Content? {
        guard isLetter(text[range.lowerBound]), text[range].allSatisfy({ isLetter($0) || isInnerSign($0) }) else {
            return nil
        }
        return unmarked(range, plain: true)
    }

    /// Whether it is a letter or a digit of ASCII, an Arabic sign or part of one.
    private func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xD8...0xDB: true
        default: false
        }
    }

    private func isInnerSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"): true
        default: false
        }
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }

    /// Characters as messages count them.
    private func columns(_ range: Range<Int>) -> Int {
        text[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
