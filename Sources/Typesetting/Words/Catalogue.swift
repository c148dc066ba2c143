package import ArabicText
package import Base
package import Content

/// The words that the program itself prints, in the site's language, as the outlet prefers them.
package struct Catalogue: Sendable {
    private let words: [String: String]
    private let plurals: [String: PluralForms]
    /// The digits that numbers are printed in.
    package let numerals: Numerals

    private let language: Language

    /// A missing plural form is an error when the catalogue loads, never on a page.
    package static func make(for outlet: Outlet) -> (Catalogue, [Diagnostic]) {
        make(
            language: outlet.language, numerals: outlet.dates.numerals, words: outlet.words, place: outlet.place)
    }

    /// The words of another language than the outlet's, which has its own under `words: {fr: …}`.
    package static func make(for outlet: Outlet, in language: Language, numerals: Numerals) -> (
        Catalogue, [Diagnostic]
    ) {
        let group = language.rawValue + "."
        let words = outlet.words.filter { $0.key.hasPrefix(group) }.map {
            (String($0.key.dropFirst(group.count)), $0.value)
        }
        return make(
            language: language.rawValue, numerals: numerals, words: Dictionary(words) { first, _ in first }
        ) { key in
            outlet.place(of: "words." + group + key.dropFirst("words.".count))
        }
    }

    /// - Parameters:
    ///   - preferred: the outlet's own words, plurals by `key.form`.
    ///   - place: where a key of site.yaml stands.
    package static func make(
        language tag: String, numerals: Numerals, words preferred: [String: String],
        place: (String) -> Location = { _ in Location(path: "Content/site.yaml") }
    ) -> (Catalogue, [Diagnostic]) {
        let language = Language(tag: tag)
        let list = WordList.of(language)
        var (words, plurals) = (list.words, list.plurals)
        var diagnostics: [Diagnostic] = []
        for (key, word) in preferred.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            let parts = key.split(separator: ".").map(String.init)
            // Those of another language are in its own catalogue.
            if parts.count > 1, Language(rawValue: parts[0]) != nil { continue }
            if parts.count == 2, plurals[parts[0]] != nil {
                plurals[parts[0]]?[parts[1]] = word
            } else if words[key] != nil {
                words[key] = word
            } else {
                let hint = suggestion(for: key, among: words.keys.sorted(by: bytesPrecede))
                diagnostics.append(
                    Diagnostic(
                        id: TypesettingRule.unknownWord,
                        Message(
                            en: "the catalogue has no word “\(key)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                            ar: "لا عبارة بالاسم «\(key)»" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
                        at: place("words." + key)))
            }
        }
        var forms: [String: PluralForms] = [:]
        for (key, texts) in plurals.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            do throws(PluralForms.Problem) {
                forms[key] = try PluralForms(texts, language: language)
            } catch {
                diagnostics.append(Diagnostic(id: TypesettingRule.pluralForms, error.message, at: place("words")))
            }
        }
        return (Catalogue(words: words, plurals: forms, numerals: numerals, language: language), diagnostics)
    }

    /// Whether there is such a word.
    package func has(_ key: String) -> Bool { words[key] != nil }

    /// The word itself, with its slots `{0}` unfilled; the key where there is none, which templates are checked for.
    package func text(_ key: String) -> String { words[key] ?? key }

    /// The forms of a counted word (CLDR plural rules); nil where there is none.
    package func plural(_ key: String) -> PluralForms? { plurals[key] }

    /// The names of all words, sorted by their bytes.
    package var keys: [String] { words.keys.sorted(by: bytesPrecede) }
    /// The names of all counted words, sorted by their bytes.
    package var pluralKeys: [String] { plurals.keys.sorted(by: bytesPrecede) }

    /// A number with its word in the right form: `3 مقالات`.
    package func plural(_ key: String, _ count: Int) -> String {
        plurals[key]?.phrase(count, numerals: numerals) ?? "\(count)"
    }

    /// A number with its separators, as this language writes it.
    package func number(_ value: Int) -> String { ArabicText.number(value, numerals: numerals, language: language) }

    /// The same, rounded to so many digits behind the point.
    package func number(_ value: Double, fractionDigits: Int) -> String {
        ArabicText.number(value, fractionDigits: fractionDigits, numerals: numerals, language: language)
    }
}
