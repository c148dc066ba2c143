/// A character beside a delimiter run, as CommonMark classes it.
struct Neighbour {
    enum Side { case opening, closing, either }

    let scalar: Unicode.Scalar
    let isBlank: Bool
    let isPunctuation: Bool

    static let blank = Neighbour("\n")

    init(_ scalar: Unicode.Scalar) {
        self.scalar = scalar
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0: (isBlank, isPunctuation) = (true, false)
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: (isBlank, isPunctuation) = (false, true)
        default:
            switch scalar.properties.generalCategory {
            case .spaceSeparator: (isBlank, isPunctuation) = (true, false)
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                (isBlank, isPunctuation) = (false, true)
            default: (isBlank, isPunctuation) = (false, false)
            }
        }
    }

    var isLetter: Bool { !isBlank && !isPunctuation }

    /// Whether it is of the Arabic script, its punctuation and digits included.
    var isArabic: Bool {
        switch scalar.value {
        case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    /// Where in a phrase a punctuation mark stands. Quotation marks that editors also type the wrong way round are
    /// either.
    var side: Side {
        switch scalar {
        case "(", "[", "{", "<", "«", "‹", "#", "@", "$", "+", "\\", "&", "¿", "¡", "„", "‚", "〈", "《": .opening
        case ")", "]", "}", ">", "»", "›", ".", ",", ":", ";", "!", "?", "%", "،", "؛", "؟", "٪", "…", "۔", "‰", "؞":
            .closing
        default: .either
        }
    }
}

/// The whole scalar that ends before `offset`.
func scalarBefore(_ offset: Int, in bytes: Bytes, from start: Int) -> Unicode.Scalar {
    var i = offset - 1
    while i > start, bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return scalarAt(i, in: bytes, to: offset)
}

/// The scalar at `offset`; U+FFFD where the bytes are no UTF-8.
func scalarAt(_ offset: Int, in bytes: Bytes, to end: Int) -> Unicode.Scalar {
    let lead = bytes[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= end else { return "\u{FFFD}" }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[offset + k] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
}

/// Whether beyond the punctuation beside a run, within a few characters, Arabic follows: `**"CNN العربية"**then`.
func arabicBeyondPunctuation(
    _ bytes: Bytes, _ start: Int, _ end: Int, _ lineStart: Int, _ lineEnd: Int, before: Neighbour, after: Neighbour
) -> Bool {
    if before.isPunctuation {
        var i = start
        for _ in 0..<4 where i > lineStart {
            let scalar = scalarBefore(i, in: bytes, from: lineStart)
            i -= scalar.utf8.count
            let neighbour = Neighbour(scalar)
            if neighbour.isArabic { return true }
            if !neighbour.isPunctuation { break }
        }
    }
    if after.isPunctuation {
        var i = end
        for _ in 0..<4 where i < lineEnd {
            let neighbour = Neighbour(scalarAt(i, in: bytes, to: lineEnd))
            i += neighbour.scalar.utf8.count
            if neighbour.isArabic { return true }
            if !neighbour.isPunctuation { break }
        }
    }
    return false
}

/// Whether the word that ends at `end` is one of the particles that are written joined to the next: و ف ب ل ك س, with
/// or without a tatweel.
func isPrefix(_ bytes: Bytes, _ lineStart: Int, _ end: Int) -> Bool {
    var i = end
    if i - 2 >= lineStart, bytes[i - 2] == 0xD9, bytes[i - 1] == 0x80 { i -= 2 }
    guard i - 2 >= lineStart else { return false }
    switch (bytes[i - 2], bytes[i - 1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83), (0xD8, 0xB3): break
    default: return false
    }
    return i - 2 == lineStart || Neighbour(scalarBefore(i - 2, in: bytes, from: lineStart)).isBlank
}
