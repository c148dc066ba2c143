import Base

/// Lets editors write headlines as they write them.
///
/// `title: الرئيس: لا تراجع`, `title: "القاهرة" تحتضن القمة`, `title: [فيديو] لحظة` and `title: خبر # وسم` are no YAML.
/// So the value of a text key, unless it is wholly quoted or a block scalar, is put between quotes before the parser
/// sees it. Lines stay where they are, so that places in messages hold.
struct LiteralText {
    /// The text as YAML that the parser reads as it was meant.
    var yaml: [UInt8] = []
    private(set) var problems: [Diagnostic] = []

    let keys: TextKeys
    let path: String
    let firstLine: Int
    var lines: [ArraySlice<UInt8>]
    /// The line that is read next.
    var next = 0
    /// The indentation of a key of names whose list stands beneath it.
    var listIndent: Int?

    /// - Parameter firstLine: the line of the file on which `text` starts, counted from 1.
    init(_ text: ArraySlice<UInt8>, keys: TextKeys, path: String, firstLine: Int = 1) {
        (self.keys, self.path, self.firstLine) = (keys, path, firstLine)
        lines = Array(Lines(text))
        yaml.reserveCapacity(text.count + 64)
        while next < lines.count { readLine() }
    }

    private mutating func readLine() {
        lines[next] = withPlainDash(lines[next])
        let found = (KeyLine(lines[next]) ?? spaced(next)).map { withBareValue($0, next) }
        let line = lines[next]
        next += 1
        guard let entry = found else {
            writeItem(line)
            copyQuotedItem(line)
            return
        }
        guard !isOpen(entry) || lineBehindQuotes(of: entry) != nil else {
            dropQuotationMark(of: entry, in: line)
            return readLine()
        }
        let isAboveList = keys.isList(entry.key) && (entry.value.isEmpty || entry.isComment && hasItems(beneath: entry))
        if isAboveList {
            listIndent = entry.indent
        } else if let list = listIndent, entry.indent <= list {
            listIndent = nil
        }
        if entry.opensBlockScalar {
            yaml += line
            while next < lines.count, isBlank(lines[next]) || indentation(lines[next]) > entry.indent {
                yaml += lines[next]
                next += 1
            }
        } else if let end = lineBehindQuotes(of: entry) ?? lineBehindBraces(of: entry) {
            yaml += line
            for quoted in lines[next..<end] { yaml += quoted }
            next = end
            bringOutKey(below: entry)
        } else if !isAboveList, let value = keys.text(of: entry), !Yaml.isNull(value) {
            writeText(value, of: entry, in: line)
            bringOutKey(below: entry)
        } else {
            if keys.isList(entry.key) { writeList(line, entry.value) } else { yaml += line }
            if entry.holdsScalar { bringOutKey(below: entry) }
        }
    }

    /// Reports the quotation mark that nothing closes, and puts a space in its place: the line is read again.
    private mutating func dropQuotationMark(of entry: KeyLine, in line: ArraySlice<UInt8>) {
        report(
            .openQuotes, line: next - 1, column: entry.indent + entry.valueColumn,
            Message(
                en:
                    "a quotation mark is closed by another; none closes this one; add it behind the value, or "
                    + "take this one out",
                ar: "لكل علامة اقتباس علامة تغلقها؛ ولا علامة تغلق هذه؛ أضفها بعد القيمة، أو احذف هذه"))
        lines[next - 1] =
            (line[..<entry.value.startIndex] + [UInt8(ascii: " ")] + line[(entry.value.startIndex + 1)...])[...]
        next -= 1
    }

    /// The value between quotes, with the lines that go on beneath it.
    private mutating func writeText(_ value: ArraySlice<UInt8>, of entry: KeyLine, in line: ArraySlice<UInt8>) {
        let start = next
        let rest = continuation(of: entry)
        yaml += line[..<value.startIndex]
        let whole = rest.isEmpty ? value : Array(([value] + rest).joined(separator: [UInt8(ascii: " ")]))[...]
        if keys.isList(entry.key), let parts = NameParts(whole, keys) { write(parts) } else { quote(whole) }
        yaml += line[value.endIndex...]
        for _ in start..<next { yaml.append(UInt8(ascii: "\n")) }
    }

    /// Whether a quotation mark begins a value in which it can only be meant as one. In a text it may be part of a
    /// headline, and a name may begin with an apostrophe.
    private func isOpen(_ entry: KeyLine) -> Bool {
        guard let mark = entry.openQuotationMark else { return false }
        switch keys.shape(of: entry.key) {
        case .text: return false
        case .list: return mark == UInt8(ascii: "\"")
        default: return true
        }
    }

    /// Line behind a value that is wholly quoted but ends on a later line than it begins, as programs write long ones.
    /// YAML has it right. A line that is not indented may be more of it, too, but no key is.
    func lineBehindQuotes(of entry: KeyLine) -> Int? {
        guard let mark = entry.openQuotationMark else { return nil }
        return lineBehindQuotes(mark) { depth($0) > entry.indent || keys.key(hiddenIn: $0) == nil }
    }

    func lineBehindQuotes(_ mark: UInt8, _ mayGoOn: (ArraySlice<UInt8>) -> Bool) -> Int? {
        for index in next..<lines.count {
            let line = lines[index]
            guard isBlank(line) || mayGoOn(line) else { return nil }
            guard let end = closing(mark, in: line) else { continue }
            return isBlank(line[(end + 1)...]) ? index + 1 : nil
        }
        return nil
    }

    /// Line behind a list or a mapping between braces that ends on a later line than it begins. The keys in it are
    /// YAML's.
    private func lineBehindBraces(of entry: KeyLine) -> Int? {
        guard let first = entry.value.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            keys.shape(of: entry.key) != .text
        else { return nil }
        var braces = Braces()
        braces.read(entry.value)
        for index in next..<lines.count where braces.depth > 0 {
            guard isBlank(lines[index]) || depth(lines[index]) > entry.indent else { return nil }
            braces.read(lines[index])
            if braces.depth <= 0 { return index + 1 }
        }
        return nil
    }

    /// A plain value may go on over lines that are indented more; YAML joins them with a space, and so do we. But a key
    /// is no text, however it is indented: it may be what keeps the article out of the site.
    private mutating func continuation(of entry: KeyLine) -> [ArraySlice<UInt8>] {
        var rest: [ArraySlice<UInt8>] = []
        for index in next..<lines.count {
            let line = lines[index]
            if isBlank(line) { continue }
            guard depth(line) > entry.indent, keys.key(hiddenIn: line) == nil else { break }
            if isComment(line) { reportComment(at: index, in: entry) } else { rest.append(trimmed(line)) }
            next = index + 1
        }
        return rest
    }

    /// A line that begins with a hashtag is text.
    private func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        let text = trimmed(line)
        guard text.first == UInt8(ascii: "#") else { return false }
        let words = text.drop { $0 == UInt8(ascii: "#") }
        return words.first.map { $0 <= 0x20 } ?? true || keys.key(hiddenIn: words) != nil
    }

    /// Puts the key of the next line, where it is indented more than the one before it, beneath that one, and reports
    /// it.
    private mutating func bringOutKey(below entry: KeyLine) {
        func isPassed(_ line: ArraySlice<UInt8>) -> Bool { isBlank(line) || trimmed(line).first == UInt8(ascii: "#") }
        guard let index = lines[next...].firstIndex(where: { !isPassed($0) }), depth(lines[index]) > entry.indent,
            let key = keys.key(hiddenIn: lines[index])
        else { return }
        let owner = String(decoding: entry.key, as: UTF8.self)
        let column = entry.indent + 1
        report(
            .indentedKey, line: index, column: key.column,
            Message(
                en: "“\(key.name)” is a key and is indented, as if it were part of “\(owner)”; start it "
                    + (column == 1 ? "at the beginning of the line" : "in column \(column)")
                    + ", like its neighbours, or write text on one line",
                ar: "«\(key.name)» مفتاح مزاح عن أول السطر كأنه جزء من «\(owner)»؛ ابدأه من "
                    + (column == 1 ? "أول السطر" : "العمود \(column)") + " كجيرانه، أو اكتب النص في سطر واحد"))
        lines[index] = (Array(repeating: UInt8(ascii: " "), count: entry.indent) + key.name.utf8 + key.rest)[...]
    }

    private mutating func reportComment(at line: Int, in entry: KeyLine) {
        let key = String(decoding: entry.key, as: UTF8.self)
        report(
            .commentInText, line: line, column: depth(lines[line]) + 1, severity: .warning,
            Message(
                en:
                    "a line that starts with “#” is a comment and no part of “\(key)”; start comments at the "
                    + "beginning of "
                    + "the line, and write text on one line",
                ar:
                    "السطر الذي يبدأ بـ«#» تعليق وليس جزءًا من «\(key)»؛ ابدأ التعليقات من أول السطر، واكتب النص "
                    + "في سطر واحد"
            ))
    }

    mutating func report(
        _ rule: YamlRule, line: Int, column: Int, severity: Diagnostic.Severity = .error, _ message: Message
    ) {
        problems.append(
            Diagnostic(severity, id: rule, message, at: Location(path: path, line: firstLine + line, column: column)))
    }

    mutating func quote(_ text: ArraySlice<UInt8>) {
        yaml.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { yaml.append(UInt8(ascii: "\\")) }
            yaml.append(byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte)
        }
        yaml.append(UInt8(ascii: "\""))
    }
}
