/// Blocks in which Markdown has nothing to find, which are most of an archive: one line of words without a mark or a
/// link, a heading of such words, a list of such lines. To write and render them for a proof takes a quarter of an
/// import's time; a test holds that they always prove themselves.
extension Block {
    /// Their lines; nil for all other blocks.
    var plainLines: [String]? {
        switch self {
        case .paragraph(let text): return text.plainWords.map { [$0] }
        case .heading(let level, let text):
            return text.plainWords.map { [String(repeating: "#", count: level) + " " + $0] }
        case .list(let start, let items):
            var lines: [String] = []
            for (place, item) in items.enumerated() {
                guard item.count == 1, case .paragraph(let text)? = item.first, let words = text.plainWords else {
                    return nil
                }
                lines.append((start.map { "\($0 + place). " } ?? "- ") + words)
            }
            return lines
        case .quote, .box, .code, .table, .rule, .figure, .card: return nil
        }
    }
}

extension InlineText {
    fileprivate var plainWords: String? {
        guard pieces.count == 1, let piece = pieces.first, piece.styles.isEmpty, piece.link == nil,
            case .text(let words) = piece.content, words.isPlainWords
        else { return nil }
        return words
    }
}

extension String {
    /// Whether it begins with a Latin or an Arabic letter, and has of ASCII only letters, digits, blanks and signs
    /// that mean nothing to Markdown behind a letter.
    var isPlainWords: Bool {
        var text = self
        return text.withUTF8 { text in
            guard let first = text.first else { return false }
            let isLetter =
                switch first {
                case 0x41...0x5A, 0x61...0x7A: true
                case 0xD8: text[1] >= 0xA1
                case 0xD9: text[1] <= 0x8A
                default: false
                }
            return isLetter && text.allSatisfy { $0 >= 0x80 || Self.plain[Int($0)] }
        }
    }

    private static let plain: [Bool] = (UInt8(0)..<0x80).map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: " !\"%'(),-.:;?".utf8.contains(byte)
        }
    }
}
