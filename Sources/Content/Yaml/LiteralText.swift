import Base

/// Lets editors write headlines as they write them.
///
/// `title: الرئيس: لا تراجع`, `title: "القاهرة" تحتضن القمة`, `title: [فيديو] لحظة` and `title: خبر # وسم` are no YAML.
/// So the value of a text key, unless it is wholly quoted or a block scalar, is put between quotes before the parser
/// sees it. Lines stay where they are, so that places in messages hold.
struct LiteralText {
    /// What the parser may see.
    private(set) var yaml: [UInt8] = []
    private(set) var problems: [Diagnostic] = []

    private let keys: TextKeys
    private let path: String
    private let firstLine: Int
    private var lines: [ArraySlice<UInt8>]
    /// The line that is read next.
    private var next = 0
    /// The indentation of a key of names whose list stands beneath it.
    private var listIndent: Int?

    /// - Parameter firstLine: the line of the file on which `text` starts, counted from 1.
    init(_ text: ArraySlice<UInt8>, keys: TextKeys, path: String, firstLine: Int = 1) {
        (self.keys, self.path, self.firstLine) = (keys, path, firstLine)
        lines = Array(Lines(text))
        yaml.reserveCapacity(text.count + 64)
        while next < lines.count { readLine() }
    }

    private mutating func readLine() {
        lines[next] = withoutMarksAroundDash(lines[next])
        let found = (KeyLine(lines[next]) ?? spaced(next)).map { withoutMarks($0, next) }
        let line = lines[next]
        next += 1
        guard let entry = found else {
            writeItem(line)
            copyQuotedItem(line)
            return
        }
        if isOpen(entry), lineBehindQuotes(of: entry) == nil {
            report(
                "open-quotes", line: next - 1, column: entry.indent + entry.valueColumn,
                Message(
                    en:
                        "a quotation mark is closed by another; none closes this one; add it behind the value, or "
                        + "take this one out",
                    ar: "لكل علامة اقتباس علامة تغلقها؛ ولا علامة تغلق هذه؛ أضفها بعد القيمة، أو احذف هذه"))
            lines[next - 1] =
                (line[..<entry.value.startIndex] + [UInt8(ascii: " ")] + line[(entry.value.startIndex + 1)...])[...]
            next -= 1
            readLine()
            return
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
            let start = next
            let rest = continuation(of: entry)
            yaml += line[..<value.startIndex]
            let whole = rest.isEmpty ? value : Array(([value] + rest).joined(separator: [UInt8(ascii: " ")]))[...]
            if keys.isList(entry.key), let parts = NameParts(whole, keys) { write(parts) } else { quote(whole) }
            yaml += line[value.endIndex...]
            for _ in start..<next { yaml.append(UInt8(ascii: "\n")) }
            bringOutKey(below: entry)
        } else {
            if keys.isList(entry.key) { writeList(line, entry.value) } else { yaml += line }
            if entry.holdsScalar { bringOutKey(below: entry) }
        }
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

    /// The lines beneath an item of a list that ends between quotation marks further down.
    private mutating func copyQuotedItem(_ line: ArraySlice<UInt8>) {
        guard let item = Self.item(of: line), let mark = item.first,
            mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
            closing(mark, in: item.dropFirst()) == nil,
            let end = lineBehindQuotes(mark, { depth($0) > indentation(line) || keys.key(hiddenIn: $0) == nil })
        else { return }
        for quoted in lines[next..<end] { yaml += quoted }
        next = end
    }

    /// `- #غزة` in a list of names, where YAML sees a comment, and `- {name: سلمى، role: تصوير}`, where it misses its
    /// comma.
    private mutating func writeItem(_ line: ArraySlice<UInt8>) {
        if let item = Self.item(of: line), item.first == UInt8(ascii: "{"), let mapping = NameParts.mapping(item, keys)
        {
            yaml += line[..<item.startIndex]
            yaml += mapping
            yaml += line[item.endIndex...]
            return
        }
        guard let list = listIndent, indentation(line) >= list, let tag = Self.item(of: line),
            tag.first == UInt8(ascii: "#"),
            let second = tag.dropFirst().first, second > 0x20
        else {
            yaml += line
            return
        }
        yaml += line[..<tag.startIndex]
        quote(tag)
        yaml += line[tag.endIndex...]
    }

    /// What stands behind the dash of a list.
    private static func item(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = trimmed(line)
        guard text.first == UInt8(ascii: "-"), let second = text.dropFirst().first, second <= 0x20 else { return nil }
        return trimmed(text.dropFirst())
    }

    private func hasItems(beneath entry: KeyLine) -> Bool {
        guard let line = lines[next...].first(where: { !isBlank($0) && trimmed($0).first != UInt8(ascii: "#") }) else {
            return false
        }
        return indentation(line) >= entry.indent && Self.item(of: line) != nil
            || indentation(line) > entry.indent && keys.key(hiddenIn: line) != nil
    }

    /// `[#غزة، #لبنان]`, where YAML sees a comment that takes the bracket with it, and `["مطر"، "ماء"]`, where it
    /// misses its comma.
    private mutating func writeList(_ line: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        let names = value.dropFirst().dropLast()
        if let parts = NameParts(value, keys) {
            yaml += line[..<value.startIndex]
            write(parts)
            yaml += line[value.endIndex...]
            return
        }
        guard value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]"),
            !names.contains(where: "[]{}\\".utf8.contains),
            names.contains(UInt8(ascii: "#")) || Self.partsQuotesInArabic(names)
        else {
            yaml += line
            return
        }
        yaml += line[...value.startIndex]
        for (index, name) in wordList(String(decoding: names, as: UTF8.self)).enumerated() {
            if index > 0 { yaml += ", ".utf8 }
            quote(Array(name.utf8)[...])
        }
        yaml += line[names.endIndex...]
    }

    private mutating func write(_ parts: NameParts) {
        yaml.append(UInt8(ascii: "["))
        for (index, part) in parts.parts.enumerated() {
            if index > 0 { yaml += ", ".utf8 }
            switch part {
            case .name(let name): quote(name)
            case .mapping(let mapping): yaml += mapping
            }
        }
        yaml.append(UInt8(ascii: "]"))
    }

    /// Whether an Arabic comma stands right behind a quotation mark.
    private static func partsQuotesInArabic(_ names: ArraySlice<UInt8>) -> Bool {
        let comma = Array("،".utf8)
        return names.indices.contains { index in
            guard names[index...].starts(with: comma), let last = trimmed(names[..<index]).last else { return false }
            return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
        }
    }

    /// Of a value that is wholly quoted but ends on a later line than it begins, as programs write long ones. YAML has
    /// it right. A line that is not indented may be more of it, too, but no key is.
    private func lineBehindQuotes(of entry: KeyLine) -> Int? {
        guard let mark = entry.openQuotationMark else { return nil }
        return lineBehindQuotes(mark) { depth($0) > entry.indent || keys.key(hiddenIn: $0) == nil }
    }

    private func lineBehindQuotes(_ mark: UInt8, _ mayGoOn: (ArraySlice<UInt8>) -> Bool) -> Int? {
        for index in next..<lines.count {
            let line = lines[index]
            guard isBlank(line) || mayGoOn(line) else { return nil }
            guard let end = closing(mark, in: line) else { continue }
            return isBlank(line[(end + 1)...]) ? index + 1 : nil
        }
        return nil
    }

    /// Of a list or a mapping between braces that ends on a later line than it begins. The keys in it are YAML's.
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

    /// Without a space behind its colon YAML takes a key for a word, and stumbles over the line below. What looks like
    /// one does.
    private mutating func spaced(_ index: Int) -> KeyLine? {
        let line = lines[index]
        guard let start = KeyLine.start(of: line), let colon = line[start...].firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < line.endIndex, let key = keys.key(hiddenIn: line[start...])
        else { return nil }
        var rest = String(decoding: line[(colon + 1)...], as: UTF8.self).unicodeScalars[...]
        var seesSpace = false
        while let first = rest.first, isPadding(first) {
            seesSpace = seesSpace || first.properties.isWhitespace
            rest.removeFirst()
        }
        if !seesSpace {
            report(
                "space-behind-key", line: index, column: start - line.startIndex + key.column,
                Message(
                    en: "a space stands behind the colon of a key; write “\(key.name): …”",
                    ar: "بعد نقطتي المفتاح مسافة؛ اكتب «\(key.name): …»"))
        }
        let ending = rest.isEmpty ? "\n" : ""
        lines[index] = (line[...colon] + [UInt8(ascii: " ")] + String(Substring(rest)).utf8 + ending.utf8)[...]
        return KeyLine(lines[index])
    }

    /// The line as it is to be seen where a list's dash stands between marks, which hide it from YAML.
    private func withoutMarksAroundDash(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let dash = UInt8(ascii: "-")
        guard line.first(where: { $0 > 0x20 && $0 < 0x80 }) == dash else { return line }
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
        let before = text.prefix(while: isPadding)
        let item = text[before.endIndex...]
        let behind = item.dropFirst().prefix(while: isPadding)
        guard item.first == "-", behind.contains(where: isSpace), !(before + behind).allSatisfy(\.isASCII) else {
            return line
        }
        func blanks(_ padding: Substring.UnicodeScalarView) -> [UInt8] {
            padding.filter(isSpace).map { $0 == "\n" ? UInt8(ascii: "\n") : UInt8(ascii: " ") }
        }
        return (blanks(before) + [dash] + blanks(behind) + String(Substring(text[behind.endIndex...])).utf8)[...]
    }

    /// The line with spaces for the marks around a value that is no prose, one for one, so that places hold. Before a
    /// bracket or a quotation mark, and behind it, YAML takes a mark for text.
    private mutating func withoutMarks(_ entry: KeyLine, _ index: Int) -> KeyLine {
        let value = String(decoding: entry.value, as: UTF8.self)
        guard hasPaddedEnds(value), keys.shape(of: entry.key) != .text else { return entry }
        let scalars = value.unicodeScalars
        let bare = bare(value)
        let before = scalars.prefix(while: isPadding).count
        let behind = scalars.count - before - bare.unicodeScalars.count
        let spaces = { (count: Int) in String(repeating: " ", count: count).utf8 }
        let line = lines[index]
        lines[index] =
            (line[..<entry.value.startIndex] + spaces(before) + bare.utf8 + spaces(behind)
            + line[entry.value.endIndex...])[...]
        return KeyLine(lines[index]) ?? entry
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
            "indented-key", line: index, column: key.column,
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
            "comment-in-text", line: line, column: depth(lines[line]) + 1, severity: .warning,
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

    private mutating func report(
        _ id: String, line: Int, column: Int, severity: Diagnostic.Severity = .error, _ message: Message
    ) {
        problems.append(
            Diagnostic(severity, id: id, message, at: Location(path: path, line: firstLine + line, column: column)))
    }

    private mutating func quote(_ text: ArraySlice<UInt8>) {
        yaml.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { yaml.append(UInt8(ascii: "\\")) }
            yaml.append(byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte)
        }
        yaml.append(UInt8(ascii: "\""))
    }
}
