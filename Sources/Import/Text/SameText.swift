import ArabicText
import Base
import Markdown

/// Compares what a block of Markdown shows with what it was made from: letter by letter, blanks and invisible signs
/// aside.
struct SameText {
    private let renderer = Renderer()

    /// What two texts must share to say the same.
    static func key(_ text: String) -> [UInt8] { key(Hygiene.clean(Array(text.utf8), markdown: true).text) }

    private static func key(_ clean: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(clean.count)
        var place = 0
        while place < clean.count {
            let length = invisible(clean, at: place)
            if length == 0 { key.append(clean[place]) }
            place += max(1, length)
        }
        return key
    }

    /// How many bytes the blank or invisible sign at `place` has: up to U+0020, U+007F, U+00A0, U+00AD, U+061C,
    /// U+200B–200F, U+2028–202E, U+2060–206F, U+FEFF. 0 for any other.
    private static func invisible(_ text: [UInt8], at place: Int) -> Int {
        let byte = text[place]
        if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : 0 }
        guard byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF, place + 1 < text.count else { return 0 }
        let second = text[place + 1]
        if byte == 0xC2 { return second == 0xA0 || second == 0xAD ? 2 : 0 }
        if byte == 0xD8 { return second == 0x9C ? 2 : 0 }
        guard place + 2 < text.count else { return 0 }
        let third = text[place + 2]
        if byte == 0xEF { return second == 0xBB && third == 0xBF ? 3 : 0 }
        switch second {
        case 0x80: return 0x8B...0x8F ~= third || 0xA8...0xAE ~= third ? 3 : 0
        case 0x81: return 0xA0...0xAF ~= third ? 3 : 0
        default: return 0
        }
    }

    /// The same of what the lines show.
    func key(ofMarkdown lines: [String]) -> [UInt8] {
        let html = renderer.render(Array(lines.joined(separator: "\n").utf8)).html
        return Self.key(Self.text(of: html))
    }

    /// Text between the tags, character references resolved.
    private static func text(of html: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(html.count)
        var isTag = false
        for byte in html {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag: isTag = false
            default: if !isTag { text.append(byte) }
            }
        }
        return Array(CharacterReferences.resolved(text[...]).utf8)
    }
}
