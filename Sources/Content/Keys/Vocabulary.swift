import ArabicText
import Base

/// The keys that a mapping may have, with their names in English and Arabic.
package struct Vocabulary: Sendable {
    /// One key with its names, its shape and its documentation.
    package struct Key: Sendable {
        /// English name, by which readers ask for it.
        package let name: String
        /// Arabic names, the usual one first.
        package let arabic: [String]
        /// How a value on its own line is read.
        package let shape: KeyShape
        /// Sentence for the reference and for editors, in Markdown.
        package let documentation: String

        /// Key of a text, a list or a code.
        package init(_ name: String, _ arabic: [String], _ shape: KeyShape, _ documentation: String) {
            (self.name, self.arabic, self.shape, self.documentation) = (name, arabic, shape, documentation)
        }

        /// Key of any other shape.
        package init(_ name: String, _ arabic: [String], _ documentation: String) {
            self.init(name, arabic, .other, documentation)
        }

        /// `documentation`, or the same in Arabic.
        package func meaning(arabic: Bool) -> String {
            arabic ? ArabicMeanings.meaning(of: documentation) ?? documentation : documentation
        }
    }

    /// Keys in the order of the reference.
    package let keys: [Key]
    /// English names by the folded spellings, and by those that most write: a key that is spelled so need not be
    /// folded, which saves 1 % of a clean build's instructions (1,000 articles).
    private let names: [String: String]
    /// What to write in place of other systems' keys, by their joined spellings.
    private var foreign: [String: Message] = [:]
    private var foreignKeys: [String] = []
    /// Vocabularies of the mappings within this one, whose keys the advice names as well.
    private var parts: [Vocabulary] = []

    /// Vocabulary of these keys.
    package init(_ keys: [Key]) {
        self.keys = keys
        var names: [String: String] = [:]
        for key in keys {
            for spelling in [key.name] + key.arabic { names[foldedKey(spelling)] = key.name }
        }
        for key in keys {
            for spelling in [key.name] + key.arabic where names[spelling] == nil { names[spelling] = key.name }
        }
        self.names = names
    }

    /// This vocabulary with advice for keys of other systems by their joined spellings.
    ///
    /// - Parameter parts: the mappings within this one.
    func answering(_ foreign: [String: Message], with parts: [Vocabulary] = []) -> Vocabulary {
        var vocabulary = self
        (vocabulary.foreign, vocabulary.parts) = (foreign, parts)
        vocabulary.foreignKeys = foreign.keys.sorted(by: bytesPrecede)
        return vocabulary
    }

    /// The English name of the key that `spelling` stands for: case, hyphens, spaces and vowel marks make no
    /// difference.
    func name(of spelling: String) -> String? { names[spelling] ?? names[foldedKey(spelling)] }

    /// Shape of the key with this English name.
    func shape(of name: String) -> KeyShape? { keys.first { $0.name == name }?.shape }

    /// The first of its names in the language in which the file has its keys.
    func spelled(_ name: String, arabic: Bool) -> String {
        arabic ? allKeys.first { $0.name == name }?.arabic.first ?? name : name
    }

    private var allKeys: [Key] { keys + parts.flatMap(\.keys) }

    /// What a mapping of these looks like: with its first key, and if it is a short one, on one line with the first
    /// two.
    func form(arabic: Bool) -> String {
        let pairs = keys.map { "\(spelled($0.name, arabic: arabic)): …" }
        return keys.count < 6 ? "{" + pairs.prefix(2).joined(separator: ", ") + "}" : pairs.first ?? ""
    }

    /// What to say of a key that is none of these.
    ///
    /// - Parameter arabic: whether the file has its keys in Arabic.
    func complaint(about spelling: String, arabic: Bool) -> Message {
        let hint = advice(on: spelling).map { filled($0, arabic: arabic) }
        return Message(
            en: "unknown key “\(spelling)”" + (hint.map { "; \($0.english)" } ?? ""),
            ar: "مفتاح غير معروف «\(spelling)»" + (hint.map { "؛ \($0.arabic)" } ?? ""))
    }

    /// What takes the key's place, as other systems name it or as a slip of the hand has it.
    private func advice(on spelling: String) -> Message? {
        if let known = foreign[Self.joined(spelling)] { return known }
        let bare = Self.withoutArticles(spelling)
        let spellings = keys.flatMap { [$0.name] + $0.arabic }
        // Who leaves the article out is two letters away, which is far for a short word.
        let own =
            spellings.first { Self.withoutArticles($0) == bare }.map { ($0, 0) }
            ?? nearest(to: spelling, among: spellings)
        if own?.1 != 0, let known = foreign[bare] { return known }
        let other = [Self.joined(spelling), bare].compactMap { nearest(to: $0, among: foreignKeys) }.min {
            $0.distance < $1.distance
        }
        if let other, own.map({ other.distance < $0.1 }) ?? true { return foreign[other.candidate] }
        return own.map { Message(en: "did you mean “\($0.0)”?", ar: "هل قصدت «\($0.0)»؟") }
    }

    /// The message with the names of keys, which stand in it as `{title}`, as the file has them.
    private func filled(_ message: Message, arabic: Bool) -> Message {
        var (english, other) = (message.english, message.arabic)
        for key in allKeys {
            let name = spelled(key.name, arabic: arabic)
            (english, other) = (
                english.replacing("{\(key.name)}", with: name), other.replacing("{\(key.name)}", with: name)
            )
        }
        return Message(en: english, ar: other)
    }

    /// `foldedKey` and the same for `cover_image` and `coverImage`: other systems write their keys as their languages
    /// do.
    static func joined(_ spelling: String) -> String { foldedKey(spelling).replacing("_", with: "") }

    /// `joined` and the same for الباب and باب.
    static func withoutArticles(_ spelling: String) -> String {
        foldedKey(spelling).split(separator: "_").map { word in
            word.hasPrefix("ال") && word.unicodeScalars.count > 4 ? word.dropFirst(2) : word
        }.joined()
    }

    /// The text keys of several mappings together: one inside another has its lines too.
    static func textKeys(of vocabularies: [Vocabulary]) -> TextKeys {
        var shapes: [String: KeyShape] = [:]
        let keys = vocabularies.flatMap(\.keys)
        for fold in [foldedKey, { $0 }] {
            // A spelling that is text in one mapping and a list in another counts as text.
            for shape in [KeyShape.other, .code, .list, .text] {
                for key in keys where key.shape == shape {
                    for spelling in [key.name] + key.arabic { shapes[fold(spelling)] = shape }
                }
            }
        }
        return TextKeys(shapes: shapes)
    }
}
