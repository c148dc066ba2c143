import Base
import Testing

@testable import ArabicText

@Suite struct PluralsTests {
    private static let comments = [
        "zero": "لا تعليقات", "one": "تعليق واحد", "two": "تعليقان", "few": "{n} تعليقات", "many": "{n} تعليقًا",
        "other": "{n} تعليق",
    ]

    @Test(arguments: [
        (0, "لا تعليقات"), (1, "تعليق واحد"), (2, "تعليقان"), (3, "3 تعليقات"), (10, "10 تعليقات"), (11, "11 تعليقًا"),
        (99, "99 تعليقًا"), (100, "100 تعليق"), (101, "101 تعليق"), (102, "102 تعليق"), (103, "103 تعليقات"),
        (110, "110 تعليقات"),
        (111, "111 تعليقًا"), (200, "200 تعليق"), (1000, "1,000 تعليق"), (1003, "1,003 تعليقات"),
        (1_000_011, "1,000,011 تعليقًا"),
    ])
    func sixFormsOfArabic(_ n: Int, _ phrase: String) throws {
        #expect(try PluralForms(Self.comments).phrase(n) == phrase)
    }

    @Test func theDigitsAreTheOutlets() throws {
        #expect(try PluralForms(Self.comments).phrase(1003, numerals: .arab) == "١٬٠٠٣ تعليقات")
    }

    @Test func negativeNumbersCountAsTheirMagnitude() {
        #expect(pluralCategory(-2) == .two)
        #expect(pluralCategory(.min) == .few)
    }

    @Test func aMissingFormIsAnError() {
        #expect {
            _ = try PluralForms(["one": "x", "other": "y"])
        } throws: { error in
            (error as? PluralForms.Problem)?.message.english.hasSuffix("add zero, two, few, many") == true
        }
    }

    @Test func aFormThatNoLanguageHasIsAnError() {
        var forms = Self.comments
        forms["twoo"] = "x"
        #expect {
            _ = try PluralForms(forms)
        } throws: { error in
            (error as? PluralForms.Problem)?.message.english == "“twoo” is no plural form; did you mean “two”?"
        }
    }

    @Test(arguments: [
        (0, "0 article"), (1, "1 article"), (2, "2 articles"), (999_999, "999\u{202F}999 articles"),
        (1_000_000, "1\u{202F}000\u{202F}000 d’articles"), (1_000_001, "1\u{202F}000\u{202F}001 articles"),
        (3_000_000, "3\u{202F}000\u{202F}000 d’articles"),
    ])
    func threeFormsOfFrench(_ n: Int, _ phrase: String) throws {
        let forms = ["one": "{n} article", "many": "{n} d’articles", "other": "{n} articles"]
        #expect(try PluralForms(forms, language: .french).phrase(n) == phrase)
    }

    @Test func englishNeedsTwo() throws {
        let english = try PluralForms(["one": "{n} comment", "other": "{n} comments"], language: .english)
        #expect([0, 1, 2].map { english.phrase($0) } == ["0 comments", "1 comment", "2 comments"])
        #expect(pluralCategory(0, language: .french) == .one)
    }
}
