/// The words between the commas of a text, without the quotation marks around each: `"مطر"، "ماء"`. A comma between quotation
/// marks parts nothing.
///
/// - Parameter latinComma: whether `,` parts them too.
func wordList(_ text: String, latinComma: Bool = true) -> [String] {
    let isComma = { (scalar: Unicode.Scalar) in scalar == "،" || latinComma && scalar == "," }
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

/// Where the quotation mark stands that closes the one at the beginning, with a comma or nothing behind it.
private func endOfQuotes(_ text: Substring.UnicodeScalarView, _ isComma: (Unicode.Scalar) -> Bool) -> String.Index? {
    guard let mark = text.first, mark == "\"" || mark == "'" else { return nil }
    return text.indices.dropFirst().first { index in
        guard text[index] == mark else { return false }
        return text[text.index(after: index)...].first { !isSpace($0) }.map(isComma) ?? true
    }
}
