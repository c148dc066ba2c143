/// The first words of a text, as long as search engines show them.
func excerpt(_ text: [UInt8]) -> String? {
    guard !text.isEmpty else { return nil }
    let start = String(decoding: text.prefix(600), as: UTF8.self).split { $0 == " " || $0 == "\n" }
    var words: [Substring] = []
    var length = 0
    for word in start.dropLast(text.count > 600 ? 1 : 0) {
        length += word.count + 1
        if length > 160 { return words.joined(separator: " ") + "…" }
        words.append(word)
    }
    return words.joined(separator: " ")
}
