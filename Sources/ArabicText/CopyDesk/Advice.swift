package import Base

/// What a copy editor would change in a text, and where.
package struct Advice: Sendable, Hashable {
    package enum Kind: String, Rule {
        case lonelyWaw = "lonely-waw"
        case latinPunctuation = "latin-punctuation"
        case spaceBeforePunctuation = "space-before-punctuation"
        case oddQuotes = "odd-quotes"
        case tatweel = "tatweel-in-headline"
        case doubleSpace = "double-space"
        case mixedDigits = "mixed-digits"

        /// Whether it is a slip in any language.
        var concernsEveryLanguage: Bool {
            switch self {
            case .spaceBeforePunctuation, .oddQuotes, .doubleSpace: true
            case .lonelyWaw, .latinPunctuation, .tatweel, .mixedDigits: false
            }
        }
    }

    package let kind: Kind
    /// In bytes of the text.
    package let offset: Int
    /// The character in question.
    package let scalar: Unicode.Scalar
}

extension Advice {
    /// The diagnostic's message.
    package var message: Message {
        switch kind {
        case .lonelyWaw:
            Message(en: "و is written joined to the next word", ar: "تُكتب الواو متصلة بما بعدها")
        case .latinPunctuation:
            Message(
                en: "Arabic text has Arabic punctuation; did you mean “\(arabicSign)”?",
                ar: "للنص العربي علامات ترقيم عربية؛ هل قصدت «\(arabicSign)»؟")
        case .spaceBeforePunctuation:
            Message(en: "no space stands before “\(scalar)”", ar: "لا مسافة قبل «\(scalar)»")
        case .oddQuotes:
            Message(
                en: "quotation marks come in pairs; “\(scalar)” has no partner",
                ar: "علامات الاقتباس أزواج؛ «\(scalar)» بلا نظير")
        case .tatweel:
            Message(en: "a headline has no tatweel inside a word", ar: "لا تطويل داخل كلمة في العنوان")
        case .doubleSpace:
            Message(en: "one space stands between words", ar: "بين الكلمتين مسافة واحدة")
        case .mixedDigits:
            Message(
                en: "a text keeps to one kind of digits; “\(scalar)” is of the other kind",
                ar: "يلتزم النص نوعًا واحدًا من الأرقام؛ «\(scalar)» من النوع الآخر")
        }
    }

    private var arabicSign: String {
        switch scalar {
        case ",": "،"
        case ";": "؛"
        default: "؟"
        }
    }
}
