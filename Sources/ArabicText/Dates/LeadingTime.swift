package import Base

/// The day and the time of day that a line begins with, as headings of live coverage do: `14:05 العنوان`,
/// `٢:٠٥ م – العنوان`, `2.05 ظهرًا`, `14h05`, `24 يناير 2024، 14:05`.
package struct LeadingTime: Sendable, Hashable {
    /// Nil where no day is written.
    package let date: CivilDate?
    /// Nil where a day stands alone.
    package let time: CivilTime?
    /// Bytes of the text up to the first word behind it.
    package let length: Int

    /// Nil where the text begins with neither.
    package init?(of text: String) {
        let ends = Self.wordEnds(in: text)
        guard text.unicodeScalars.prefix(24).contains(where: { $0.properties.numericType != nil }) else { return nil }
        for end in ends.reversed() {
            let words = Self.trimmed(text[..<end])
            if let written = try? parseDate(words) {
                (date, time) = (written.date, written.time)
            } else if let clock = Self.clock(words) {
                (date, time) = (nil, clock)
            } else {
                continue
            }
            length = Self.separatorsEnd(in: text, from: end)
            return
        }
        return nil
    }

    /// The ends of the first words, at most eight.
    private static func wordEnds(in text: String) -> [String.Index] {
        var ends: [String.Index] = []
        var place = text.startIndex
        while place < text.endIndex, ends.count < 8 {
            while place < text.endIndex, text[place].isWhitespace { place = text.index(after: place) }
            let start = place
            while place < text.endIndex, !text[place].isWhitespace { place = text.index(after: place) }
            if place > start { ends.append(place) }
        }
        return ends
    }

    private static func isSeparator(_ letter: Character) -> Bool { "-–—:|،,•.".contains(letter) }

    private static func trimmed(_ words: Substring) -> String {
        var words = words
        while let last = words.last, isSeparator(last) || last.isWhitespace { words.removeLast() }
        return String(words)
    }

    private static func separatorsEnd(in text: String, from end: String.Index) -> Int {
        var place = end
        while place < text.endIndex, text[place].isWhitespace || isSeparator(text[place]) {
            place = text.index(after: place)
        }
        return text.utf8.distance(from: text.startIndex, to: place)
    }

    private static func clock(_ words: String) -> CivilTime? {
        var plain = folded(words).replacing("\u{66B}", with: ".").replacing(/(\d)h(\d\d)/) { "\($0.1):\($0.2)" }
        plain = plain.replacing(/(\d)h$/) { "\($0.1):00" }
        var reader = DateReader(plain)
        reader.skip(words: ["الساعه", "في", "عند", "تمام"])
        // More digits are those of a year.
        guard case .number(_, let digits) = reader.tokens.first, digits <= 2, let time = try? reader.readClock(),
            reader.tokens.isEmpty
        else { return nil }
        return time
    }
}
