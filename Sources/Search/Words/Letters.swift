import Base

/// A term as files of the index have it: U+0621–064A are one byte, 81–AA; what is below 80 is itself; any other scalar is
/// FF and three bytes, the high one first.
package enum Letters {
    static let hamza: UInt8 = 0x81
    static let alef: UInt8 = 0x87
    static let beh: UInt8 = 0x88
    static let teh: UInt8 = 0x8A
    static let theh: UInt8 = 0x8B
    static let dal: UInt8 = 0x8F
    static let thal: UInt8 = 0x90
    static let seen: UInt8 = 0x93
    static let sad: UInt8 = 0x95
    static let dad: UInt8 = 0x96
    static let tah: UInt8 = 0x97
    static let zah: UInt8 = 0x98
    static let ain: UInt8 = 0x99
    static let feh: UInt8 = 0xA1
    static let kaf: UInt8 = 0xA3
    static let lam: UInt8 = 0xA4
    static let meem: UInt8 = 0xA5
    static let noon: UInt8 = 0xA6
    static let heh: UInt8 = 0xA7
    static let waw: UInt8 = 0xA8
    static let yeh: UInt8 = 0xAA
    /// Stands behind a term that only a partner of it brought here.
    static let partner: UInt8 = 0x01
    /// Begins a scalar of three bytes.
    static let long: UInt8 = 0xFF

    /// The term that these scalars spell.
    package static func encoded(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text { bytes.append(letter: scalar.value) }
        return bytes
    }

    /// The term as text.
    package static func text(_ term: some Sequence<UInt8>) -> String {
        var view = String.UnicodeScalarView()
        forEach(of: term) { if let scalar = Unicode.Scalar($0) { view.append(scalar) } }
        return String(view)
    }

    /// Gives each scalar of a term to `body`.
    static func forEach(of term: some Sequence<UInt8>, _ body: (UInt32) -> Void) {
        var rest = term.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0..<0x80: body(UInt32(byte))
            case long:
                guard let a = rest.next(), let b = rest.next(), let c = rest.next() else { return }
                body(UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c))
            default: body(UInt32(byte) + 0x5A0)
            }
        }
    }

    /// The scalars of a term.
    static func scalars(_ term: some Sequence<UInt8>) -> [UInt32] {
        var scalars: [UInt32] = []
        forEach(of: term) { scalars.append($0) }
        return scalars
    }

    /// How many letters there are, digits and signs included.
    static func count(_ term: some Collection<UInt8>) -> Int {
        guard term.contains(long) else { return term.count }
        var count = 0
        forEach(of: term) { _ in count += 1 }
        return count
    }

    /// The first letters, `most` of them where there are so many.
    static func prefix(_ term: ArraySlice<UInt8>, _ most: Int) -> ArraySlice<UInt8> {
        guard term.contains(long) else { return term.prefix(most) }
        var place = term.startIndex
        var left = most
        while left > 0, place < term.endIndex {
            place += term[place] == long ? 4 : 1
            left -= 1
        }
        return term[..<min(place, term.endIndex)]
    }

    /// Whether a word is one of Arabic letters, U+0621–06D3.
    static func isArabic(_ term: some Collection<UInt8>) -> Bool {
        guard let first = term.first else { return false }
        if first != long { return first >= 0x80 }
        let start = term.startIndex
        guard term.count >= 4 else { return false }
        let low = term[term.index(start, offsetBy: 3)]
        return term[term.index(after: start)] == 0 && term[term.index(start, offsetBy: 2)] == 6 && low <= 0xD3
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension [UInt8] {
    /// Appends one letter of a term.
    mutating func append(letter value: UInt32) {
        switch value {
        case 0x621...0x64A: append(UInt8(truncatingIfNeeded: value - 0x5A0))
        case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
        default:
            append(Letters.long)
            append(UInt8(truncatingIfNeeded: value >> 16))
            append(UInt8(truncatingIfNeeded: value >> 8))
            append(UInt8(truncatingIfNeeded: value))
        }
    }
}
