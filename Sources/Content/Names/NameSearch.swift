import ArabicText
import Base

/// Finds a person's name in text, however it is spelt there: with vowel marks or another hamza, its words joined by
/// hyphens as in an address, percent-encoded, behind و or ل.
package struct NameSearch: Sendable {
    /// A place of the name.
    package struct Match: Sendable {
        /// In bytes.
        package let range: Range<Int>
        /// What joins its words there.
        let joint: Unicode.Scalar
        let isEncoded: Bool
    }

    /// The folded letters of each word.
    private let words: [[[UInt8]]]

    /// Search for this name.
    package init(_ name: String) {
        words = name.split(whereSeparator: \.isWhitespace).map { word in
            word.unicodeScalars.map(Self.letters).filter { !$0.isEmpty }
        }.filter { !$0.isEmpty }
    }

    /// Whether `text` is the name and nothing else.
    package func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let match = matches(in: bytes).first else { return false }
        return bare(String(decoding: bytes[..<match.range.lowerBound], as: UTF8.self)).isEmpty
            && bare(String(decoding: bytes[match.range.upperBound...], as: UTF8.self)).isEmpty
    }

    /// Whether the name stands anywhere in `text`.
    package func isIn(_ text: String) -> Bool { !matches(in: Array(text.utf8)).isEmpty }

    /// All places of the name, in order.
    package func matches(in bytes: [UInt8]) -> [Match] {
        guard let first = words.first?.first, mayHold(bytes) else { return [] }
        let units = Units(bytes)
        var matches: [Match] = []
        var place = 0
        while place < units.count {
            if units[place].letters == first, beginsWord(at: place, units), let match = match(at: place, units) {
                matches.append(match.found)
                place = match.end
            } else {
                place += 1
            }
        }
        return matches
    }

    /// Whether every word occurs, which is asked quickly and rules out most files.
    private func mayHold(_ bytes: [UInt8]) -> Bool {
        guard !bytes.contains(UInt8(ascii: "%")) else { return true }
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.flatMap(Self.letters))
        return words.allSatisfy { word in
            let wanted = Array(word.joined())
            return text.indices.contains { text[$0] == wanted[0] && text[$0...].starts(with: wanted) }
        }
    }

    // MARK: Matching

    /// Behind no letter, but for one or two that are written as a part of the next word.
    private func beginsWord(at place: Int, _ units: Units) -> Bool {
        var before = place - 1
        for _ in 0..<3 {
            while before >= 0, units[before].isUnseen { before -= 1 }
            guard before >= 0, units[before].isLetter else { return true }
            guard Self.proclitics.contains(units[before].scalar) else { return false }
            before -= 1
        }
        return false
    }

    private static let proclitics: Set<Unicode.Scalar> = ["و", "ف", "ب", "ل", "ك"]

    private func match(at start: Int, _ units: Units) -> (found: Match, end: Int)? {
        var place = start
        var joint: Unicode.Scalar?
        for (number, word) in words.enumerated() {
            if number > 0 {
                let gap = place
                while place < units.count, units[place].isJoint { place += 1 }
                guard place > gap else { return nil }
                let signs = units.slice(gap..<place).map(\.scalar).filter { "-_+".unicodeScalars.contains($0) }
                joint = joint ?? signs.first ?? " "
            }
            for letter in word {
                while place < units.count, units[place].isUnseen { place += 1 }
                guard place < units.count, units[place].letters == letter else { return nil }
                place += 1
            }
            while place < units.count, units[place].isUnseen { place += 1 }
        }
        guard place == units.count || !units[place].isLetter else { return nil }
        // A name of one word in an address has nothing between its words.
        let isInPath =
            joint == nil
            && (start > 0 && units[start - 1].scalar == "/" || place < units.count && units[place].scalar == "/")
        let found = Match(
            range: units[start].start..<units[place - 1].end, joint: joint ?? (isInPath ? "-" : " "),
            isEncoded: units.slice(start..<place).contains(where: \.isEncoded))
        return (found, place)
    }

    /// The letters that it folds to; empty for what is no letter and no digit.
    static func letters(_ scalar: Unicode.Scalar) -> [UInt8] {
        guard
            scalar.value >= 0x80
                ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil : isWordByte(scalar.value)
        else { return [] }
        return Array(folded(String(scalar)).utf8)
    }

    private static func isWordByte(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }
}

/// The scalars of a text with their places, escapes decoded.
private struct Units {
    struct Unit {
        let scalar: Unicode.Scalar
        let letters: [UInt8]
        let start: Int
        let end: Int
        let isEncoded: Bool

        var isLetter: Bool { !letters.isEmpty }
        /// A vowel mark, a tatweel, an invisible sign.
        var isUnseen: Bool { letters.isEmpty && scalar.value >= 0x80 && folded(String(scalar)).isEmpty && !isJoint }
        var isJoint: Bool { "-_+".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace }
    }

    private var units: [Unit] = []
    private var known: [Unicode.Scalar: [UInt8]] = [:]

    var count: Int { units.count }
    subscript(place: Int) -> Unit { units[place] }
    func slice(_ range: Range<Int>) -> ArraySlice<Unit> { units[range] }

    init(_ bytes: [UInt8]) {
        units.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let run = Self.escapes(in: bytes, at: place)
            if let text = String(validating: run, as: UTF8.self), !run.isEmpty {
                for scalar in text.unicodeScalars {
                    let end = place + 3 * String(scalar).utf8.count
                    add(scalar, place, end, isEncoded: true)
                    place = end
                }
            } else {
                let length = min(Self.length(bytes[place]), bytes.count - place)
                let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars.first
                add(scalar ?? "\u{FFFD}", place, place + length, isEncoded: false)
                place += length
            }
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int, isEncoded: Bool) {
        let letters = known[scalar] ?? NameSearch.letters(scalar)
        known[scalar] = letters
        units.append(Unit(scalar: scalar, letters: letters, start: start, end: end, isEncoded: isEncoded))
    }

    /// The bytes of the escapes that stand here, one behind the other.
    private static func escapes(in bytes: [UInt8], at start: Int) -> [UInt8] {
        var (run, place): ([UInt8], Int) = ([], start)
        while place + 2 < bytes.count, bytes[place] == UInt8(ascii: "%"),
            let value = UInt8(String(decoding: bytes[place + 1...place + 2], as: UTF8.self), radix: 16)
        {
            run.append(value)
            place += 3
        }
        return run
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
