/// The words between the commas or semicolons of a text, without the quotation marks around each: `"مطر"، "ماء"`. A
/// comma between quotation marks parts nothing.
///
/// - Parameter latinComma: whether `,` and `;` part them too.
func wordList(_ text: String, latinComma: Bool = true) -> [String] {
    // What ends in a semicolon may be a letter: `AT&amp;T`.
    let semicolon = text.utf8.contains(UInt8(ascii: "&")) ? "," : ";" as Unicode.Scalar
    let isComma = { (scalar: Unicode.Scalar) in
        scalar == "،" || scalar == "؛" || latinComma && (scalar == "," || scalar == semicolon)
    }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) else {
        return text.unicodeScalars.split(whereSeparator: isComma).map(stripped).filter { !isUnseen($0) }
    }
    var words: [String] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
        if isComma(first) || isSpace(first) {
            rest.removeFirst()
            continue
        }
        if let end = endOfQuotes(rest, isComma) {
            words.append(stripped(rest[rest.index(after: rest.startIndex)..<end]))
            rest = rest[rest.index(after: end)...]
        } else {
            let end = rest.firstIndex(where: isComma) ?? rest.endIndex
            words.append(stripped(rest[..<end]))
            rest = rest[end...]
        }
    }
    return words.filter { !isUnseen($0) }
}

/// The tags in one word of a list: as elsewhere people write hashtags one behind the other, each of `#وقود #مصر` is a
/// tag.
func hashtags(_ word: String) -> [String] {
    let sign = "#" as Unicode.Scalar
    let scalars = word.unicodeScalars
    guard scalars.first == sign, scalars.dropFirst().contains(sign) else { return [word] }
    var tags: [String] = []
    var start = scalars.startIndex
    func end(at index: String.Index) {
        let tag = stripped(scalars[start..<index])
        if !tag.unicodeScalars.allSatisfy({ $0 == sign }) { tags.append(tag) }
        start = index
    }
    for (index, before) in zip(scalars.indices.dropFirst(), scalars.indices)
    where scalars[index] == sign && scalars[before] != sign {
        // What ends in the sign is named so: `#C#`.
        let next = scalars.index(after: index)
        if next < scalars.endIndex, !isSpace(scalars[next]) { end(at: index) }
    }
    end(at: scalars.endIndex)
    return tags
}

/// Where the quotation mark stands that closes the one at the beginning, with a comma or nothing behind it.
private func endOfQuotes(_ text: Substring.UnicodeScalarView, _ isComma: (Unicode.Scalar) -> Bool) -> String.Index? {
    guard let mark = text.first, mark == "\"" || mark == "'" else { return nil }
    return text.indices.dropFirst().first { index in
        guard text[index] == mark else { return false }
        return text[text.index(after: index)...].first { !isSpace($0) }.map(isComma) ?? true
    }
}
