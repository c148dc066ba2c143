import Testing

@testable import ArabicText

@Suite struct SlugTests {
    @Test(arguments: [
        ("هل تنجح كينيا؟", "هل-تنجح-كينيا"), ("قمة الـ20 في نيروبي", "قمة-ال20-في-نيروبي"), ("مُحَمَّد", "محمد"),
        ("أحمد، علي؛ وسارة", "أحمد-علي-وسارة"), ("24/1/2024", "24-1-2024"), ("٢٠٢٤ عام الحسم", "٢٠٢٤-عام-الحسم"),
        ("BBC News: خبر", "bbc-news-خبر"), ("--خبر – عاجل—", "خبر-عاجل"), ("«الأهرام»", "الأهرام"), ("C++ & C#", "c-c"),
        ("😀", ""), ("", ""), ("؟!", ""), ("ﻣﺼﺮ", "مصر"), ("ا\u{654}حمد", "أحمد"),
        ("École Polytechnique", "école-polytechnique"),
        ("خانه\u{200C}ها", "خانهها"), ("node.js", "node-js"), ("file_name", "filename"), ("a\u{A0}b\u{2003}c", "a-b-c"),
        ("50%", "50"), ("\u{200F}خبر\u{200E}", "خبر"), ("İzmir", "izmir"), ("../../etc/passwd", "etc-passwd"),
        ("x\u{0}y", "xy"), ("हिन्दी", "हिन्दी"), ("مصر 🇪🇬 اليوم", "مصر-اليوم"), ("10−5", "10-5"),
    ])
    func lettersAndDigitsStay(_ text: String, _ expected: String) {
        #expect(slug(text, style: .arabic).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("القاهرة", "al-qahra"), ("ثلج", "thlj"), ("حسين", "hsin"), ("خبر", "khbr"), ("ذهب", "dhhb"), ("شرق", "shrq"),
        ("عرب", "arb"), ("غزة", "ghza"), ("مستشفى", "mstshfa"), ("سماء", "sma"), ("نيروبي", "nirubi"),
        ("كينيا", "kinya"), ("السودان", "al-sudan"), ("يونيو", "yunyu"), ("إيران", "iran"), ("رئيس", "ris"),
        ("الجزائر", "al-jzair"), ("مسؤول", "msul"), ("قمة الـ20", "qma-al-20"), ("٢٠٢٤", "2024"), ("École", "ecole"),
        ("Straße", "strasse"), ("Łódź", "lodz"), ("الله", "allh"), ("ألمانيا", "almanya"), ("التزام", "altzam"),
        ("日本", ""), ("Привет", ""), ("هل تنجح كينيا؟", "hl-tnjh-kinya"), ("گوگل", "gugl"), ("پاريس", "paris"),
        ("ال", "al"), ("BBC عربي", "bbc-arbi"), ("«الأهرام» اليوم", "al-ahram-al-yum"),
    ])
    func asciiIsRomanised(_ text: String, _ expected: String) {
        #expect(slug(text, style: .ascii) == expected)
    }

    @Test func idLeavesTheChoiceToTheCaller() {
        #expect(slug("خبر", style: .id) == "")
    }

    @Test func longOnesAreCutAtAWord() {
        let long = Array(repeating: "كلمة", count: 40).joined(separator: " ")
        let short = slug(long, style: .arabic)
        #expect(short.utf8.count <= 120)
        #expect(short.hasSuffix("-كلمة"))
        #expect(short.utf8.count > 110)
    }

    @Test func aWordThatIsTooLongIsCutBetweenLetters() {
        let short = slug("x" + String(repeating: "ب", count: 100), style: .arabic)
        #expect(short.utf8.count == 119)
        #expect(short.unicodeScalars.last == "ب")
    }

    @Test func exactlyOneHundredAndTwentyBytesStay() {
        let exact = String(repeating: "ب", count: 30) + " " + String(repeating: "ج", count: 29) + "a"
        #expect(slug(exact, style: .arabic).utf8.count == 120)
        #expect(slug(exact + " ج", style: .arabic).utf8.count == 120)
    }
}
