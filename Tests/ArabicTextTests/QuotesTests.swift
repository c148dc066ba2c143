import Testing

@testable import ArabicText

@Suite struct QuotesTests {
    private func paired(_ text: String, _ policy: QuotePolicy) -> String {
        String(decoding: pairedQuotes(Array(text.utf8), policy: policy).text, as: UTF8.self)
    }

    @Test(arguments: [
        ("قال \"نعم\" ثم \"لا\".", "قال «نعم» ثم «لا».", "قال “نعم” ثم “لا”."),
        ("بـ\"القاهرة\"", "بـ«القاهرة»", "بـ“القاهرة”"),
        ("\"\"", "«»", "“”"), ("قال \"نعم", "قال \"نعم", "قال \"نعم"), ("\"a\" \"", "\"a\" \"", "\"a\" \""),
        ("لا شيء", "لا شيء", "لا شيء"),
        ("“نعم” \"لا\"", "“نعم” «لا»", "“نعم” “لا”"), ("it's '\"x\"'", "it's '«x»'", "it's '“x”'"), ("", "", ""),
    ])
    func straightQuotesArePairedInTurn(_ text: String, _ guillemets: String, _ curly: String) {
        #expect(paired(text, .guillemets) == guillemets)
        #expect(paired(text, .curly) == curly)
        #expect(paired(text, .preserve) == text)
    }

    @Test func aBlockMayComeInPieces() {
        let pieces = ["قال \"", "نعم", "\" ثم \"لا", "\""]
        var quotes = QuotePairing(.guillemets)
        for piece in pieces { Array(piece.utf8).withUnsafeBufferPointer { quotes.count($0) } }
        #expect(!quotes.isOdd)
        var out: [UInt8] = []
        for piece in pieces { Array(piece.utf8).withUnsafeBufferPointer { quotes.append($0, to: &out) } }
        #expect(String(decoding: out, as: UTF8.self) == "قال «نعم» ثم «لا»")
        quotes.reset()
        #expect(!quotes.isNeeded)
    }

    @Test func anOddCountIsReported() {
        #expect(pairedQuotes(Array("\"".utf8), policy: .guillemets).isOdd)
        #expect(!pairedQuotes(Array("\"\"".utf8), policy: .preserve).isOdd)
    }
}
