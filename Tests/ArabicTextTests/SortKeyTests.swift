import Testing

@testable import ArabicText

@Suite struct SortKeyTests {
    @Test func anIndexStandsInTheOrderOfTheAlphabet() {
        let order = [
            "2024", "٢٠٢٥", "ءاب", "أحمد", "التزام", "التهاب", "إلغاء", "الله", "ألمانيا", "آمال", "أمل", "إيران",
            "«البنك» الدولي",
            "بيروت", "پاريس", "تونس", "ثقافة", "الجزائر", "چاد", "حرب", "دبي", "السودان", "الشرق الأوسط", "عـاجل",
            "غزة", "فلسطين",
            "القاهرة", "كأس العالم", "كأسات", "گوگل", "لبنان", "مُحمد", "محمدان", "نيل", "هند", "واشنطن", "اليمن",
            "Apple", "École",
            "Ecuador", "zoo", "Ёлка", "日本",
        ]
        let sorted = order.reversed().sorted { indexPlace($0).key < indexPlace($1).key }
        #expect(sorted == order, "\(sorted)")
    }

    @Test(arguments: [
        ("القاهرة", "ق"), ("أحمد", "ا"), ("إلغاء", "ا"), ("آسيا", "ا"), ("الله", "ا"), ("ألمانيا", "ا"),
        ("المانيا", "ا"),
        ("التزامات", "ا"), ("الالتزام", "ا"), ("التهم", "ت"), ("التقاطع", "ت"), ("«الأهرام»", "ا"), ("\"الشروق\"", "ش"),
        ("اَلْقُدس", "ق"), ("الـ20", "0–9"), ("٢٠٢٤", "0–9"), ("apple", "A"), ("École", "E"), ("Ørsted", "O"),
        ("#هاشتاغ", "ه"),
        ("پاريس", "پ"), ("ىا", "ي"), ("ئيل", "ي"), ("ؤ", "و"), ("ءاب", "ء"), ("", "#"), ("!?", "#"), ("يونيو", "ي"),
        ("Яндекс", "Я"), ("ال", "ا"), ("الغ", "ا"), ("الذكاء الاصطناعي", "ذ"), ("ﺍﻟﻘﺪﺱ", "ق"), ("ة", "ه"),
    ])
    func theIndexListsUnderTheLetterThatSorts(_ text: String, _ letter: String) {
        #expect(indexPlace(text).letter == letter)
    }

    @Test func differentTextsNeverTie() {
        #expect(indexPlace("كرة").key != indexPlace("كره").key)
        #expect(indexPlace("محمد").key != indexPlace("مُحمد").key)
        #expect(indexPlace("ا\u{654}حمد").key == indexPlace("أحمد").key)
    }
}
