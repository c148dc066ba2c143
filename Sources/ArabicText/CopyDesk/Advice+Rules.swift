package import Base

extension Advice.Kind {
    package static var theme: (english: String, arabic: String) { ("The copy desk", "التدقيق") }

    package var explanation: Explanation {
        switch self {
        case .lonelyWaw:
            Explanation(
                en: "The letter waw that means “and” is written joined to the next word.",
                cause: "A space stands behind it.",
                cure: "Delete the space.",
                ar: "تُكتب واو العطف متصلة بما بعدها.",
                cause: "بعدها مسافة.",
                cure: "احذف المسافة.",
                Example(
                    .body, "هطل المطر و فاض النهر.", mended: "هطل المطر وفاض النهر."))
        case .latinPunctuation:
            Explanation(
                en: "Arabic text has Arabic punctuation.",
                cause: "A comma, semicolon or question mark comes from the Latin keyboard.",
                cure: "Write “،”, “؛” or “؟”.",
                ar: "للنص العربي علامات ترقيم عربية.",
                cause: "كُتبت فاصلة أو فاصلة منقوطة أو علامة استفهام من لوحة المفاتيح اللاتينية.",
                cure: "اكتب «،» أو «؛» أو «؟».",
                Example(
                    .body, "هطل المطر, وفاض النهر.", mended: "هطل المطر، وفاض النهر."))
        case .spaceBeforePunctuation:
            Explanation(
                en: "A sign of punctuation stands right behind its word.",
                cause: "A space stands before the sign, which may then begin the next line.",
                cure: "Delete the space.",
                ar: "تلتصق علامة الترقيم بالكلمة التي قبلها.",
                cause: "قبل العلامة مسافة، فقد تقع في أول السطر التالي.",
                cure: "احذف المسافة.",
                Example(
                    .body, "هطل المطر ، وفاض النهر.", mended: "هطل المطر، وفاض النهر."))
        case .oddQuotes:
            Explanation(
                en: "Quotation marks come in pairs.",
                cause: "One is opened and not closed, or closed and not opened.",
                cure: "Add the partner, or take this one out.",
                ar: "علامات الاقتباس أزواج.",
                cause: "فُتحت علامة ولم تُغلق، أو أُغلقت ولم تُفتح.",
                cure: "أضف نظيرتها، أو احذفها.",
                Example(
                    .body, "قال: «فاض النهر.", mended: "قال: «فاض النهر»."))
        case .tatweel:
            Explanation(
                en: "A headline has no tatweel inside a word.",
                cause: "The stretching sign “ـ” was typed to widen a word; search then does not find it.",
                cure: "Delete the sign; the design sets the width.",
                ar: "لا تطويل داخل كلمة في العنوان.",
                cause: "كُتبت «ـ» لمدّ الكلمة، فلا يجدها البحث.",
                cure: "احذفها؛ فالتصميم هو الذي يضبط العرض.",
                Example(
                    .frontMatter, "title: مطــر غزير", mended: "title: مطر غزير", ar: "العنوان: مطــر غزير",
                    mended: "العنوان: مطر غزير"))
        case .doubleSpace:
            Explanation(
                en: "One space stands between words.",
                cause: "The space bar was pressed twice.",
                cure: "Delete one of the two.",
                ar: "بين الكلمتين مسافة واحدة.",
                cause: "ضُغط مفتاح المسافة مرتين.",
                cure: "احذف إحداهما.",
                Example(
                    .body, "هطل المطر  وفاض النهر.", mended: "هطل المطر وفاض النهر."))
        case .mixedDigits:
            Explanation(
                en: "A text keeps to one kind of digits.",
                cause: "Both ٠١٢٣ and 0123 stand in it.",
                cure: "Choose one of them for the whole text.",
                ar: "يلتزم النص نوعًا واحدًا من الأرقام.",
                cause: "فيه ٠١٢٣ و0123 معًا.",
                cure: "اختر أحدهما للنص كله.",
                Example(
                    .body, "عاش ٣٠ عامًا، منها 12 في البحر.", mended: "عاش 30 عامًا، منها 12 في البحر."))
        }
    }
}
