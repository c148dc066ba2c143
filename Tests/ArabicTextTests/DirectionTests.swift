import Testing

@testable import ArabicText

@Suite struct DirectionTests {
    @Test(arguments: [
        "The president said yes.", "BBC", "The word العربية means Arabic", "«الأهرام» is a newspaper in Egypt", "C++",
        "Le président a dit oui",
        "UNITED NATIONS HIGH COMMISSIONER المفوضية", "The Guardian: Kenya wins العربية", "2024: a year", "Привет мир",
        "كلمة then a long English sentence follows here",
    ])
    func mainlyLatinIsLeftToRight(_ text: String) {
        #expect(blockDirection(of: Array(text.utf8)) == .ltr)
    }

    @Test(arguments: [
        "", "2024", "«»", "قال الرئيس", "قال John Smith من Transparency International", "المصدر: Transparency News",
        "John Smith – 3 تعليقات",
        "صورة: John Smith/Reuters", "انظر https://example.com/a/very/long/path", "https://example.com",
        "راسلنا: news@example.com",
        "YouTube تحذف قنوات", "١٢٣", "www.example.com", "שלום",
        "أطلقت OpenAI نموذج GPT-4o mini for developers", "أطلقت OpenAI GPT-4o mini for developers",
        "OpenAI أطلقت نموذج GPT-4o mini for developers", "وزير التجارة: made in China policy is over",
        "Transparency International Kenya تقول إن", "**Netflix** تعرض مسلسل the last of us",
    ])
    func everythingElseIsRightToLeft(_ text: String) {
        #expect(blockDirection(of: Array(text.utf8)) == .rtl)
    }

    /// Letters are counted 255 bytes at a time.
    @Test(arguments: [60, 127, 128, 255, 256, 510, 511, 1000]) func longBlocksAreCountedWhole(_ length: Int) {
        let (latin, arabic) = (String(repeating: "said ", count: length), String(repeating: "قال ", count: length))
        #expect(blockDirection(of: Array((latin + "قال").utf8)) == .ltr)
        #expect(blockDirection(of: Array((arabic + "said").utf8)) == .rtl)
        #expect(blockDirection(of: Array((arabic + "Reuters ").utf8)) == .rtl)
    }

    @Test func aBlockMayComeInPieces() {
        var count = DirectionCount()
        #expect(count.direction == nil)
        for piece in ["The ", "president", " of كينيا", " said"] {
            Array(piece.utf8).withUnsafeBufferPointer { count.add($0) }
        }
        #expect(count.direction == .ltr)
    }
}
