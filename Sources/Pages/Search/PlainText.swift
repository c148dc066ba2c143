import Base

extension [UInt8] {
    /// Appends the text of HTML as our own renderer writes it, UTF-8: tags are gone, those of blocks stand between words,
    /// the five references of XML and numbers are what they stand for.
    mutating func append(textOf html: [UInt8]) {
        html.withUnsafeBufferPointer { html in
            var place = 0
            while place < html.count {
                var end = place
                while end < html.count, html[end] != UInt8(ascii: "<"), html[end] != UInt8(ascii: "&") { end += 1 }
                append(contentsOf: UnsafeBufferPointer(rebasing: html[place..<end]))
                place = end
                guard place < html.count else { return }
                if html[place] == UInt8(ascii: "<") {
                    place = skipTag(html, from: place)
                } else {
                    place = appendReference(html, from: place)
                }
            }
        }
    }

    private mutating func skipTag(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start + 1
        if html.starts(at: place, with: "!--") {
            while place < html.count, !html.starts(at: place, with: "-->") { place += 1 }
            return Swift.min(place + 3, html.count)
        }
        let closes = place < html.count && html[place] == UInt8(ascii: "/")
        if closes { place += 1 }
        let name = place
        while place < html.count, (html[place] | 0x20) &- 0x61 < 26 || html[place] &- 0x30 < 10 { place += 1 }
        let tag = UnsafeBufferPointer(rebasing: html[name..<place])
        while place < html.count, html[place] != UInt8(ascii: ">") {
            let quote = html[place]
            place += 1
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
            while place < html.count, html[place] != quote { place += 1 }
            place += 1
        }
        place = Swift.min(place + 1, html.count)
        if !inlineTags.contains(where: { tag.elementsEqual($0, by: { $0 | 0x20 == $1 }) }) { append(0x20) }
        // What stands in them is no text.
        for hidden in hiddenTags where !closes && tag.elementsEqual(hidden, by: { $0 | 0x20 == $1 }) {
            while place < html.count, !html.starts(at: place, with: "</") { place += 1 }
        }
        return place
    }

    private mutating func appendReference(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let end = html[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
            append(html[start])
            return start + 1
        }
        let reference = String(decoding: html[start...end], as: UTF8.self)
        append(contentsOf: CharacterReferences.resolved(reference).utf8)
        return end + 1
    }
}

/// Tags within a word.
private let inlineTags = [
    "a", "b", "bdi", "bdo", "em", "i", "strong", "span", "code", "sub", "sup", "u", "s", "small", "mark", "abbr",
    "cite",
    "q", "del", "ins", "wbr", "kbd", "time",
].map { Array($0.utf8) }
private let hiddenTags = ["script", "style"].map { Array($0.utf8) }

extension UnsafeBufferPointer<UInt8> {
    fileprivate func starts(at place: Int, with text: StaticString) -> Bool {
        guard place + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where self[place + offset] != text.utf8Start[offset] { return false }
        return true
    }
}
