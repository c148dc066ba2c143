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
        for scalar in String(decoding: clean, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0...0x20, 0x7F, 0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: break
            default: key += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        return key
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
