/// Lists of names, on one line or an item a line.
extension LiteralText {
    /// The lines beneath an item of a list that ends between quotation marks further down.
    mutating func copyQuotedItem(_ line: ArraySlice<UInt8>) {
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
    mutating func writeItem(_ line: ArraySlice<UInt8>) {
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
    static func item(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let text = trimmed(line)
        guard text.first == UInt8(ascii: "-"), let second = text.dropFirst().first, second <= 0x20 else { return nil }
        return trimmed(text.dropFirst())
    }

    func hasItems(beneath entry: KeyLine) -> Bool {
        guard let line = lines[next...].first(where: { !isBlank($0) && trimmed($0).first != UInt8(ascii: "#") }) else {
            return false
        }
        return indentation(line) >= entry.indent && Self.item(of: line) != nil
            || indentation(line) > entry.indent && keys.key(hiddenIn: line) != nil
    }

    /// `[#غزة، #لبنان]`, where YAML sees a comment that takes the bracket with it, and `["مطر"، "ماء"]`, where it
    /// misses its comma.
    mutating func writeList(_ line: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
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

    mutating func write(_ parts: NameParts) {
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
    static func partsQuotesInArabic(_ names: ArraySlice<UInt8>) -> Bool {
        let comma = Array("،".utf8)
        return names.indices.contains { index in
            guard names[index...].starts(with: comma), let last = trimmed(names[..<index]).last else { return false }
            return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
        }
    }
}
