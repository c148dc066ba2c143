package import Base

extension Hygiene.Finding.Kind {
    package static var theme: (english: String, arabic: String) {
        ("Invisible and foreign characters", "محارف خفية ودخيلة")
    }

    package var explanation: Explanation {
        switch self {
        case .override:
            Explanation(
                en: "A text has no invisible sign that turns the letters around it.",
                cause: """
                    Such a sign came with text that was copied, and can make readers see something else than what is \
                    written.
                    """,
                cure: "It was left out; delete it from the file as well, by writing the word anew.",
                ar: "لا يحمل النص علامة خفية تقلب ما حولها من حروف.",
                cause: "جاءت العلامة مع نص منسوخ، وقد تُري القارئ غير المكتوب.",
                cure: "حُذفت من الصفحة؛ فاحذفها من الملف أيضًا بكتابة الكلمة من جديد.",
                Example(
                    .body, "الملف \u{202E}gpj.exe\u{202C} مرفق.", mended: "الملف exe.jpg مرفق."))
        case .unbalancedIsolate:
            Explanation(
                en: "An invisible isolate is opened and closed within its paragraph.",
                cause: "Half of the pair came along when text was copied.",
                cure: "It was left out; delete it from the file as well, by writing the word anew.",
                ar: "محرف العزل الخفي يُفتح ويُغلق في فقرته.",
                cause: "نُسخ نصف الزوج مع النص.",
                cure: "حُذف من الصفحة؛ فاحذفه من الملف أيضًا بكتابة الكلمة من جديد.",
                Example(
                    .body, "زار \u{2067}المدينة أمس.", mended: "زار المدينة أمس."))
        case .persianLetter:
            Explanation(
                en: "Arabic text has Arabic letters.",
                cause: """
                    A Persian or Urdu keyboard types ک, ی or ہ, which look like Arabic letters and are not found by \
                    search.
                    """,
                cure: "Write ك, ي or ه.",
                ar: "للنص العربي حروف عربية.",
                cause: "تكتب لوحة المفاتيح الفارسية أو الأردية «ک» و«ی» و«ہ»، وتشبه العربية ولا يجدها البحث.",
                cure: "اكتب «ك» أو «ي» أو «ه».",
                Example(
                    .body, "هذا کتاب جديد.", mended: "هذا كتاب جديد."))
        case .control:
            Explanation(
                en: "A text has no control characters.",
                cause: "A program put a character into the file that no reader sees.",
                cure: "It was left out; delete it from the file as well, by writing the word anew.",
                ar: "ليس في النص محارف تحكم.",
                cause: "وضع أحد البرامج في الملف محرفًا لا يراه أحد.",
                cure: "حُذف من الصفحة؛ فاحذفه من الملف أيضًا بكتابة الكلمة من جديد.",
                Example(
                    .told, "rain␇", mended: "rain", ar: "مطر␇", mended: "مطر"))
        case .invalidUTF8:
            Explanation(
                en: "A text is UTF-8.",
                cause: "A part of it was saved in another encoding.",
                cure: "Save the file as “UTF-8”.",
                ar: "يُكتب النص بترميز UTF-8.",
                cause: "حُفظ جزء منه بترميز آخر.",
                cure: "احفظ الملف بترميز «UTF-8».",
                Example(
                    .told, "Windows-1256", mended: "UTF-8"))
        }
    }
}
