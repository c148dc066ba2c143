/// The first words of a text, as long as search engines show them: 160 letters and spaces, vowel marks not counted.
func excerpt(_ text: [UInt8]) -> String? {
    text.isEmpty ? nil : text.withUnsafeBufferPointer { excerpt($0) }
}

private func excerpt(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(400)
    var length = 0
    var place = 0
    while place < text.count {
        while place < text.count, isSpace(text[place]) { place += 1 }
        let start = place
        var letters = 0
        while place < text.count, !isSpace(text[place]) {
            if text[place] & 0xC0 != 0x80, !isVowelMark(text, place) { letters += 1 }
            place += 1
        }
        if place == start { break }
        length += letters + 1
        if length > 160, !output.isEmpty {
            output += "…".utf8
            break
        }
        if !output.isEmpty { output.append(UInt8(ascii: " ")) }
        // What has no space in it for so long is no word.
        var end = min(place, start + 600)
        while end < place, text[end] & 0xC0 == 0x80 { end -= 1 }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    }
    return String(decoding: output, as: UTF8.self)
}

/// U+064B to U+065F.
private func isVowelMark(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    text[place] == 0xD9 && place + 1 < text.count && (0x8B...0x9F).contains(text[place + 1])
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
