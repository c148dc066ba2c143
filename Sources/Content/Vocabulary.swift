import ArabicText
import Base

/// The keys that a mapping may have, with their names in English and Arabic.
package struct Vocabulary: Sendable {
    package struct Key: Sendable {
        package enum Shape: Sendable, Hashable {
            /// Taken literally on one line; see `LiteralText`.
            case text
            /// Between brackets a YAML list or mapping, else text, such as names that split at commas.
            case list
            /// A date, an address, a word for programs: taken literally as text is, but a comment behind it is a comment.
            case code
            case other
        }

        package let name: String
        package let arabic: [String]
        package let shape: Shape
        package let documentation: String

        package init(_ name: String, _ arabic: [String], _ shape: Shape, _ documentation: String) {
            (self.name, self.arabic, self.shape, self.documentation) = (name, arabic, shape, documentation)
        }

        package init(_ name: String, _ arabic: [String], _ documentation: String) {
            self.init(name, arabic, .other, documentation)
        }
    }

    package let keys: [Key]
    /// By the folded spellings, and by those that most write: a fold costs more than all else that is done with a key.
    private let names: [String: String]
    /// What to write in place of other systems' keys, by their joined spellings.
    private var foreign: [String: Message] = [:]

    package init(_ keys: [Key]) {
        self.keys = keys
        var names: [String: String] = [:]
        for key in keys {
            for spelling in [key.name] + key.arabic { names[Self.folded(spelling)] = key.name }
        }
        for key in keys {
            for spelling in [key.name] + key.arabic where names[spelling] == nil { names[spelling] = key.name }
        }
        self.names = names
    }

    /// The same, with advice for keys of other systems by their joined spellings.
    func answering(_ foreign: [String: Message]) -> Vocabulary {
        var vocabulary = self
        vocabulary.foreign = foreign
        return vocabulary
    }

    /// The English name of the key that `spelling` stands for: case, hyphens, spaces and vowel marks make no difference.
    func name(of spelling: String) -> String? { names[spelling] ?? names[Self.folded(spelling)] }

    /// Of the key with this English name.
    func shape(of name: String) -> Key.Shape? { keys.first { $0.name == name }?.shape }

    func suggestion(for spelling: String) -> String? {
        let spellings = keys.flatMap { [$0.name] + $0.arabic }
        // Who leaves the article out is two letters away, which is far for a short word.
        let definite = Self.folded("ال" + spelling)
        return spellings.first { Self.folded($0) == definite } ?? Base.suggestion(for: spelling, among: spellings)
    }

    /// What to say of a key that is none of these.
    func complaint(about spelling: String) -> Message {
        let known = foreign[Self.joined(spelling)]
        let hint = known ?? suggestion(for: spelling).map { Message(en: "did you mean “\($0)”?", ar: "هل قصدت «\($0)»؟") }
        return Message(
            en: "unknown key “\(spelling)”" + (hint.map { "; \($0.english)" } ?? ""),
            ar: "مفتاح غير معروف «\(spelling)»" + (hint.map { "؛ \($0.arabic)" } ?? ""))
    }

    static func folded(_ spelling: String) -> String {
        let between = [UInt8(ascii: "-"), UInt8(ascii: " ")]
        let bytes = ArabicText.folded(spelling).utf8.map { between.contains($0) ? UInt8(ascii: "_") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As `folded`, and the same for `cover_image` and `coverImage`: other systems write their keys as their languages do.
    static func joined(_ spelling: String) -> String { folded(spelling).replacing("_", with: "") }

    /// The text keys of several mappings together: one inside another has its lines too.
    static func textKeys(of vocabularies: [Vocabulary]) -> TextKeys {
        var shapes: [String: Key.Shape] = [:]
        let keys = vocabularies.flatMap(\.keys)
        for fold in [folded, { $0 }] {
            // What is text in one mapping and a list in another is text, as `take` tells by the value.
            for shape in [Key.Shape.other, .code, .list, .text] {
                for key in keys where key.shape == shape {
                    for spelling in [key.name] + key.arabic { shapes[fold(spelling)] = shape }
                }
            }
        }
        return TextKeys(shapes: shapes)
    }
}
