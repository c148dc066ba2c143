/// Finds foreign markup in one block of a text.
package struct ForeignMarkupSearch {
    let text: UnsafeBufferPointer<UInt8>
    let block: Range<Int>

    /// - Parameter block: the part of `text` to search, without code, in which markup is only shown.
    package init(_ text: UnsafeBufferPointer<UInt8>, in block: Range<Int>) { (self.text, self.block) = (text, block) }

    /// All foreign markup of a text that has no code, such as a headline.
    package static func all(in text: String) -> [ForeignMarkup] {
        var text = text
        return text.withUTF8 { bytes in
            guard
                bytes.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") })
            else {
                return []
            }
            return ForeignMarkupSearch(bytes, in: 0..<bytes.count).all
        }
    }

    /// All markup in the block, in order, none within another.
    package var all: [ForeignMarkup] {
        var found: [ForeignMarkup] = []
        var place = block.lowerBound
        while place < block.upperBound {
            if let markup = markup(at: place) {
                found.append(markup)
                place = max(place + 1, markup.range.upperBound)
            } else {
                place += 1
            }
        }
        return found
    }

    private func markup(at place: Int) -> ForeignMarkup? {
        switch text[place] {
        case UInt8(ascii: "{"): return templateTag(place)
        case UInt8(ascii: "["):
            return byte(place + 1) == UInt8(ascii: "[") ? wikiLink(place) : callout(place) ?? shortcode(place)
        case UInt8(ascii: "<") where byte(place + 1) == UInt8(ascii: "%"):
            guard startsWord(at: place + 2, besides: "=-"), let end = self.place(of: "%>", from: place) else {
                return nil
            }
            return .init(kind: .tag, range: place..<end)
        default: return nil
        }
    }

    // MARK: - Bytes

    /// The byte at `place`; nil behind the block.
    func byte(_ place: Int) -> UInt8? { place < block.upperBound ? text[place] : nil }

    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Whether a letter of any script is among them.
    func holdsLetter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.contains(where: isLetter) || String(decoding: bytes, as: UTF8.self).contains(where: \.isLetter)
    }

    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a name begins here, behind blanks and any of `signs`.
    func startsWord(at start: Int, besides signs: String) -> Bool { !word(at: start, besides: signs).isEmpty }

    /// The name that begins here, of ASCII letters, digits, hyphens and underscores, a letter first; empty where none
    /// does.
    func word(at start: Int, besides signs: String? = nil) -> String {
        var first = start
        if let signs {
            while let byte = byte(first), byte <= 0x20 || signs.utf8.contains(byte) { first += 1 }
        }
        guard let letter = byte(first), isLetter(letter) else { return "" }
        let letters = text[first..<block.upperBound].prefix {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The place behind the next `sign`; nil where none is within `reach` bytes.
    func place(of sign: String, from start: Int, within reach: Int = 1000) -> Int? {
        let bytes = Array(sign.utf8)
        let part = text[start..<min(block.upperBound, start + reach)]
        return part.place(of: bytes).map { $0 + bytes.count }
    }

    /// The place behind the next `sign`, or the end of the line where it is missing.
    func end(of sign: String, from start: Int) -> Int {
        place(of: sign, from: start) ?? text[start..<block.upperBound].firstIndex(of: 0x0A) ?? block.upperBound
    }
}
