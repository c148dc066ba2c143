import Foundation
import Testing

@testable import Search

/// The vectors of the format.
enum Vectors {
    static func read<Vector: Decodable>(_ name: String) throws -> [Vector] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/\(name).json")
        return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
    }
}

@Suite struct WordTests {
    private struct Vector: Decodable {
        let text: String
        let words: [String]
        let terms: [[String]]
        let keys: [[[String]]]
    }

    @Test func wordsTermsAndKeysAreThoseOfTheVectors() throws {
        let vectors: [Vector] = try Vectors.read("words")
        #expect(vectors.count == 54)
        let terms = Terms(isArabic: true)
        for vector in vectors {
            var cutter = WordCutter(isArabic: true)
            let words = cutter.words(vector.text)
            #expect(words.map { Letters.text($0) } == vector.words, "\(vector.text)")
            #expect(words.map { terms.terms(of: $0).map { Letters.text($0) } } == vector.terms, "\(vector.text)")
            let keys = words.map { terms.terms(of: $0).map { Keys.keys(of: $0, isArabic: true) } }
            #expect(keys.map { $0.map { $0.map { Letters.text($0) } } } == vector.keys, "\(vector.text)")
        }
    }

    @Test func keysOfEveryTermAreAlsoFoundTheShortWay() {
        let terms = [
            "وبالبيت", "وسيعلن", "لرءيس", "ب", "بي", "لبن", "استثمار", "مصتشفي", "cop", "2024", "خبر\u{1}", "ژاله",
            "#سياسه", "é",
        ]
        for term in terms {
            let bytes = Letters.encoded(term.unicodeScalars)
            var shards: [Int] = []
            bytes.withUnsafeBufferPointer {
                Keys.forEachShard(of: $0, isArabic: true, among: 1024) { shards.append($0) }
            }
            #expect(
                shards == Keys.keys(of: bytes, isArabic: true).map { Keys.shard(of: $0, among: 1024) }, "\(term)")
        }
    }

    @Test func aVerbOfTheFutureBehindWawIsKeptUnderItsOwnLetters() {
        let keys = Keys.keys(of: Letters.encoded("وسيعلن".unicodeScalars), isArabic: true)
        #expect(keys.map { Letters.text($0) } == ["وسي", "سيع", "يعل"])
    }

    @Test(arguments: [
        ("قال: «على‌الطاولة» وعلى، فعلى", ["قال", "الطاوله"]),
        ("5على aعلى علىa عَلى", ["5", "a", "علي", "علي", "a", "علي"]),
        ("من\u{200C}على الباب", ["من", "الباب"]),
        ("كوفيد-19 و«السلام»", ["كوفيد", "19", "و", "السلام"]),
        ("Straße ΟΔΟΣ ﬁn Ⅷ", ["straße", "οδοσ", "fin"]),
        ("\u{202B}مؤ\u{202C}تمر ن\u{AD}ور", ["مءتمر", "نور"]),
        ("مو\u{654}تمر", ["مءتمر"]),
        ("😀 <img onerror>", ["img", "onerror"]),
        ("ژاله ۱۲۳ १२", ["ژاله", "123", "12"]),
        ("", []), (" \n\t", []),
    ]) func textsAreCutIntoWords(_ text: String, _ words: [String]) {
        var cutter = WordCutter(isArabic: true)
        #expect(cutter.words(text).map { Letters.text($0) } == words)
    }

    @Test func otherLanguagesLoseTheirAccentsAndHaveNoRulesOfArabic() {
        var cutter = WordCutter(isArabic: false)
        #expect(
            cutter.words("Café Ærø naïve على والكتاب").map { Letters.text($0) } == [
                "cafe", "aero", "naive", "علي", "والكتاب",
            ])
        let terms = Terms(isArabic: false)
        #expect(terms.terms(of: cutter.words("الكتاب")[0]).map { Letters.text($0) } == ["الكتاب"])
    }

    @Test func everyScalarIsCutTheSameWithAndWithoutNeighboursThatAreRare() {
        // A letter beyond the table sends a whole chunk the long way.
        let rare = "\u{1D400}"
        for value in UInt32(0x20)...0x6FF {
            guard let scalar = Unicode.Scalar(value), !(0x653...0x655).contains(value), value < 0x7F || value > 0x9F
            else {
                continue
            }
            let text = "بع\(Character(scalar))دس"
            var cutter = WordCutter(isArabic: true)
            let short = cutter.words(text + " x")
            let long = cutter.words(text + "." + rare)
            #expect(short.dropLast().map { $0 } == long.dropLast().map { $0 }, "U+\(String(value, radix: 16))")
        }
    }

    @Test func synonymsFindEachOther() {
        let terms = Terms(isArabic: true, synonyms: [["كورونا", "كوفيد", "COVID"]])
        func all(_ word: String) -> [String] {
            terms.allTerms(of: Letters.encoded(word.unicodeScalars)).map { Letters.text($0) }
        }
        #expect(all("covid") == ["covid", "كورونا\u{1}", "كوفيد\u{1}"])
        #expect(all("وكورونا") == ["وكورونا", "كوفيد\u{1}", "covid\u{1}"])
        #expect(all("اخبار") == ["اخبار", "خبر\u{1}"])
    }
}
