import ArabicText
import Base
import Testing

@testable import Typesetting

@Suite struct CatalogueTests {
    @Test(arguments: Language.allCases) func everyLanguageHasEveryWord(_ language: Language) {
        let (list, arabic) = (WordList.of(language), WordList.of(.arabic))
        #expect(Set(list.words.keys).symmetricDifference(arabic.words.keys) == [])
        #expect(Set(list.plurals.keys).symmetricDifference(arabic.plurals.keys) == [])
        #expect(list.words.filter { $0.value.isEmpty }.keys.sorted() == [])
        let (catalogue, problems) = Catalogue.make(language: language.rawValue, numerals: .latn, words: [:])
        #expect(problems.isEmpty)
        #expect(catalogue.pluralKeys == arabic.plurals.keys.sorted())
    }

    /// A slot that a translation lacks would lose what a template puts there.
    @Test(arguments: Language.allCases) func everyLanguageHasTheSameSlots(_ language: Language) {
        func slots(_ word: String) -> [String] {
            word.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }.sorted()
        }
        for (key, word) in WordList.of(language).words {
            #expect(slots(word) == slots(arabicWords[key] ?? ""), "\(key)")
        }
    }

    @Test func aPluralWithoutAFormOfItsLanguageIsAnError() {
        let (_, problems) = Catalogue.make(language: "fr", numerals: .latn, words: ["articles.mnay": "{n} d’articles"])
        #expect(problems.map(\.id) == ["plural-forms"])
    }

    @Test func anOutletPrefersWordsOfEachLanguage() {
        let words = ["share": "انشر", "fr.share": "Passer", "fr.articles.one": "{n} texte"]
        let (own, problems) = Catalogue.make(language: "ar", numerals: .latn, words: words)
        #expect(problems.isEmpty)
        #expect(own.text("share") == "انشر")
    }
}
