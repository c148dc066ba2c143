import Base

/// Repairs of single lines: invisible characters around a dash or a value, a colon without a space behind it.
extension LiteralText {
    /// The key of a line that has no space, or one that is none to YAML, behind its colon: YAML takes it for a word and
    /// stumbles over the line below.
    mutating func spaced(_ index: Int) -> KeyLine? {
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
                .spaceBehindKey, line: index, column: start - line.startIndex + key.column,
                Message(
                    en: "a space stands behind the colon of a key; write “\(key.name): …”",
                    ar: "بعد نقطتي المفتاح مسافة؛ اكتب «\(key.name): …»"))
        }
        let ending = rest.isEmpty ? "\n" : ""
        lines[index] = (line[...colon] + [UInt8(ascii: " ")] + String(Substring(rest)).utf8 + ending.utf8)[...]
        return KeyLine(lines[index])
    }

    /// The line without the invisible characters around a list's dash, which hide it from YAML.
    func withPlainDash(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
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

    /// The line with spaces for the invisible characters around a value that is no prose, one for one, so that places
    /// hold. Before a bracket or a quotation mark, and behind it, YAML takes such a character for text.
    mutating func withBareValue(_ entry: KeyLine, _ index: Int) -> KeyLine {
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
}
