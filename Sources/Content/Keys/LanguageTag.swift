import ArabicText
import Base

/// A language as browsers and search engines know it: a BCP 47 tag (RFC 5646, section 2.1) such as `ar`, `ar-EG` or
/// `zh-Hant`.
///
/// What is none sets a whole page in the wrong direction, so that a name in its place must not pass.
enum LanguageTag {
    /// Two or three letters, for what is longer is reserved, and then parts of at most eight letters and digits. The
    /// last is no single letter, which only announces more.
    static func isSound(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(isLetter) else {
            return false
        }
        let isComplete = parts.count == 1 || parts.last.map { $0.count > 1 } ?? false
        return isComplete && !isLongCode(language)
            && parts.dropFirst().allSatisfy {
                (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
            }
    }

    /// The tag that was probably meant: of the language with this name, or this one with hyphens between its parts.
    static func suggestion(for text: String) -> String? {
        if let tag = tags[foldedKey(text)] { return tag }
        let hyphenated = text.replacing("_", with: "-").replacing(" ", with: "-")
        if isSound(hyphenated) { return hyphenated }
        return Base.suggestion(for: text, among: names.flatMap(\.names)).flatMap { tags[foldedKey($0)] }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// `ara` for `ar`: the registry knows a language by its shortest code alone, and so do we.
    private static func isLongCode(_ language: Substring.UTF8View) -> Bool {
        language.count == 3 && longCodes.contains { $0.utf8.elementsEqual(language.lazy.map { $0 | 0x20 }) }
    }

    private static let longCodes = names.flatMap(\.names).filter { $0.utf8.count == 3 }

    /// Tags by the folded names.
    private static let tags: [String: String] = {
        var tags: [String: String] = [:]
        for (tag, names) in names {
            for name in names { tags[foldedKey(name)] = tag }
        }
        return tags
    }()

    /// What newsrooms may write in place of a tag, three-letter codes that have a shorter one among it.
    private static let names: [(tag: String, names: [String])] = [
        ("ar", ["Arabic", "العربية", "عربية", "عربي", "ara"]),
        ("en", ["English", "الإنجليزية", "الإنكليزية", "إنجليزية", "إنجليزي", "إنكليزي", "eng"]),
        ("fr", ["French", "Français", "الفرنسية", "فرنسية", "فرنسي", "fra", "fre"]),
        ("fa", ["Persian", "Farsi", "الفارسية", "فارسية", "فارسي", "fas", "per"]),
        ("he", ["Hebrew", "العبرية", "عبرية", "عبري", "heb"]),
        ("ur", ["Urdu", "الأردية", "الأوردية", "أردية", "أردو", "urd"]),
        ("tr", ["Turkish", "Türkçe", "التركية", "تركية", "تركي", "tur"]),
        ("es", ["Spanish", "Español", "الإسبانية", "إسبانية", "إسباني", "spa"]),
        ("de", ["German", "Deutsch", "الألمانية", "ألمانية", "ألماني", "deu", "ger"]),
        ("it", ["Italian", "Italiano", "الإيطالية", "إيطالية", "إيطالي", "ita"]),
        ("pt", ["Portuguese", "Português", "البرتغالية", "برتغالية", "برتغالي", "por"]),
        ("ru", ["Russian", "الروسية", "روسية", "روسي", "rus"]),
        ("zh", ["Chinese", "الصينية", "صينية", "صيني", "zho", "chi"]),
        ("nl", ["Dutch", "الهولندية", "هولندية", "هولندي", "nld", "dut"]),
        ("ku", ["Kurdish", "الكردية", "كردية", "كردي", "kur"]),
        ("ckb", ["Sorani", "السورانية", "الكردية السورانية"]),
        ("zgh", ["Amazigh", "Tamazight", "Berber", "الأمازيغية", "أمازيغية", "أمازيغي"]),
        ("syr", ["Syriac", "السريانية", "سريانية", "سرياني"]),
        ("hy", ["Armenian", "الأرمنية", "أرمنية", "أرمني", "hye", "arm"]),
        ("so", ["Somali", "الصومالية", "صومالية", "صومالي", "som"]),
        ("sw", ["Swahili", "Kiswahili", "السواحيلية", "سواحيلية", "سواحيلي", "swa"]),
        ("am", ["Amharic", "الأمهرية", "أمهرية", "أمهري", "amh"]),
    ]
}

extension Vocabulary.Key {
    /// The language of an article or a page.
    static let language = Self(
        "lang", ["لغة المادة", "لغة", "اللغة", "language"], .code, "Its language, where it is not the site's.")
}

extension [Diagnostic] {
    /// Without what is no mistake in a text of this language: Persian and Urdu letters are one in Arabic alone.
    func fitting(_ language: String) -> [Diagnostic] {
        guard Language(known: language) != .arabic else { return self }
        return filter { $0.id != Hygiene.Finding.Kind.persianLetter.rawValue }
    }
}

extension Fields {
    /// The language of an article or a page; nil where it is the outlet's. One that the program has no words of is told.
    mutating func language(_ outlet: Outlet) -> String? {
        guard let tag = language("lang"), tag != outlet.language else { return nil }
        let base = tag.prefix { $0 != "-" }.lowercased()
        guard Language(known: tag) == nil, base != outlet.language.prefix(while: { $0 != "-" }).lowercased() else {
            return tag
        }
        report(
            KeyRule.wordlessLanguage, at: place(of: "lang"), severity: .advice,
            Message(
                en:
                    "the program has words in Arabic, English and French; around this text in “\(tag)” stand the "
                    + "outlet's own, in “\(outlet.language)”",
                ar:
                    "لدى البرنامج عبارات بالعربية والإنجليزية والفرنسية؛ وحول هذا النص باللغة «\(tag)» تظهر عبارات الموقع "
                    + "بلغته «\(outlet.language)»"))
        return tag
    }

    /// Nil where the key is absent, or what it holds is no tag, which is reported.
    mutating func language(_ name: String) -> String? {
        text(name).flatMap { language($0, name, at: place(of: name)) }
    }

    mutating func language(_ text: String, _ name: String, at location: Location) -> String? {
        if LanguageTag.isSound(text) { return text }
        let hint = LanguageTag.suggestion(for: text)
        report(
            KeyRule.language, at: location,
            Message(
                en: "“\(name)” takes a language by its tag, such as ar, ar-EG or fr, not “\(text)”"
                    + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "تُكتب اللغة في «\(name)» برمزها مثل ar أو ar-EG أو fr، لا «\(text)»"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
        return nil
    }
}
