import ArabicText

/// What the program says in one language, before an outlet prefers otherwise.
struct WordList: Sendable {
    let words: [String: String]
    /// Phrases by the names of CLDR's plural categories.
    let plurals: [String: [String: String]]

    static func of(_ language: Language) -> WordList {
        switch language {
        case .arabic: WordList(words: arabicWords, plurals: arabicPlurals)
        case .english: WordList(words: englishWords, plurals: englishPlurals)
        case .french: WordList(words: frenchWords, plurals: frenchPlurals)
        }
    }
}
