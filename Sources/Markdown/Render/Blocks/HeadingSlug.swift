import ArabicText

/// A heading's id: `ArabicText.slug`, by a short way for titles of plain letters, digits and the usual punctuation,
/// which nearly all are. Both ways give the same; the long one also composes, decomposes and knows every script.
enum HeadingSlug {
    static func of(_ title: Bytes) -> [UInt8] {
        simple(title) ?? Array(slug(String(decoding: title, as: UTF8.self), style: .arabic).utf8)
    }

    /// Nil for anything out of the ordinary, and for titles that may have to be cut.
    static func simple(_ title: Bytes) -> [UInt8]? {
        guard title.count <= longestSlug else { return nil }
        var slug: [UInt8] = []
        slug.reserveCapacity(title.count)
        var wordEnded = false
        var i = 0
        while i < title.count {
            let lead = title[i]
            let step = lead < 0x80 ? ascii(lead) : i + 1 < title.count ? arabic(lead, title[i + 1]) : .unknown
            switch step {
            case .letter:
                if wordEnded, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                wordEnded = false
                slug.append(lead &- 0x41 < 26 ? lead | 0x20 : lead)
                if lead >= 0x80 { slug.append(title[i + 1]) }
            case .gap: wordEnded = true
            case .nothing: break
            case .unknown: return nil
            }
            i += lead < 0x80 ? 1 : 2
        }
        return slug
    }

    private enum Step { case letter, gap, nothing, unknown }

    @inline(__always)
    private static func ascii(_ byte: UInt8) -> Step {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): .gap
        case 0x21...0x7E: .nothing
        default: .unknown
        }
    }

    /// Letters U+0621–063A and 0641–064A, digits U+0660–0669, `، ؛ ؟ « »`; vowel marks go.
    @inline(__always)
    private static func arabic(_ lead: UInt8, _ tail: UInt8) -> Step {
        switch (lead, tail) {
        case (0xD8, 0xA1...0xBA), (0xD9, 0x81...0x8A), (0xD9, 0xA0...0xA9): .letter
        case (0xD8, 0x8C), (0xD8, 0x9B): .gap
        case (0xD8, 0x9F), (0xD9, 0x8B...0x92), (0xC2, 0xAB), (0xC2, 0xBB): .nothing
        default: .unknown
        }
    }
}
