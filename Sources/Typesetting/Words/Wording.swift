package import ArabicText
package import Base
package import Content

/// How a page speaks to its readers: the words, the dates, the digits and the direction of one language.
package struct Wording: Sendable {
    /// BCP 47 tag, for the page's `lang`.
    package let language: String
    /// Words and counted words.
    package let catalogue: Catalogue
    /// How dates and times are written.
    package let dates: DateStyle

    /// Whether its script runs from right to left.
    package var isRightToLeft: Bool { Outlet.isRightToLeft(language) }
}

/// The outlet's own wording, and those of other languages that its articles and pages are written in.
package struct Wordings: Sendable {
    /// The outlet's.
    package let own: Wording
    /// Of further languages; those alone that some text is in.
    package let others: [Language: Wording]
    private let ownLanguage: Language?

    /// Reports words of site.yaml that no catalogue has, and plurals without a form that their language needs.
    package static func make(for site: Site) -> (Wordings, [Diagnostic]) {
        let outlet = site.outlet
        let ownLanguage = Language(known: outlet.language)
        let (catalogue, ownProblems) = Catalogue.make(for: outlet)
        var diagnostics = ownProblems
        let own = Wording(language: outlet.language, catalogue: catalogue, dates: outlet.dates)
        let written = Set(site.otherLanguages.compactMap { Language(known: $0) })
        var others: [Language: Wording] = [:]
        // Words that are wrong are told before the first article in their language.
        for language in Language.allCases
        where language != ownLanguage && (written.contains(language) || outlet.hasWords(in: language)) {
            let dates = outlet.dates.speaking(language)
            let (words, problems) = Catalogue.make(for: outlet, in: language, numerals: dates.numerals)
            diagnostics += problems
            if written.contains(language) {
                others[language] = Wording(language: language.rawValue, catalogue: words, dates: dates)
            }
        }
        return (Wordings(own: own, others: others, ownLanguage: ownLanguage), diagnostics)
    }

    /// The language of the words around a text in the language with this tag; nil where they are the outlet's own, as of
    /// every language without a catalogue.
    package func other(for tag: String?) -> Language? {
        guard let tag, let language = Language(known: tag), language != ownLanguage else { return nil }
        return others[language] == nil ? nil : language
    }

    /// The words around a text in the language with this tag, which is the outlet's where it is nil.
    package subscript(tag: String?) -> Wording { other(for: tag).flatMap { others[$0] } ?? own }
}
