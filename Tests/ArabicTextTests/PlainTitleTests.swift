import Testing

@testable import ArabicText

@Suite struct PlainTitleTests {
    @Test(arguments: [
        ("BBC تعلن", true), ("20 قتيلًا", true), ("٢٠ قتيلًا", true), ("«BBC» تعلن", true), ("\"France 24\" تعلن", true),
        ("القاهرة", false),
        ("«الأهرام» BBC", false), ("\u{200F}BBC", false), ("", false), ("…", false), ("Élysée", true),
        ("😀 القاهرة", false),
    ])
    func aTitleThatBeginsInLatinIsTurned(_ title: String, _ turned: Bool) {
        let plain = titleForPlainContexts(title)
        #expect(plain.unicodeScalars.elementsEqual(((turned ? "\u{200F}" : "") + title).unicodeScalars))
    }
}
