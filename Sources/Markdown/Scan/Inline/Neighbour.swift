import Base

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
        // What stands beside most signs is not looked up in Unicode's tables.
        case 0xAB, 0xBB, 0x60C, 0x61B, 0x61F, 0x66A, 0x2013...0x201F, 0x2026: (isBlank, isPunctuation) = (false, true)
        case ..<0x80, 0x620...0x669, 0x66E...0x6D3: (isBlank, isPunctuation) = (false, false)
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
    scalar(at: offset, in: Bytes(rebasing: bytes[..<end])).flatMap { Unicode.Scalar($0.value) } ?? "\u{FFFD}"
}
