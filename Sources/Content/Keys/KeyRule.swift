package import Base

/// What the values of keys may be, in front matter and settings alike.
package enum KeyRule: String, Rule {
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case language
    case wordlessLanguage = "wordless-language"
    case date
    case slugEncoding = "slug-encoding"
    case longSlug = "long-slug"
    case pathOutside = "path-outside"
    case urlScheme = "url-scheme"
    case draftAlone = "draft-alone"

    package static var theme: (english: String, arabic: String) { ("Keys and their values", "المفاتيح وقيمها") }

    package var explanation: Explanation {
        switch self {
        case .longSlug:
            Explanation(
                en: "A slug that you choose has 120 bytes at most, which are 60 Arabic letters.",
                cause: "It is longer, and nobody is to cut it but you.",
                cure: "Shorten it.",
                ar: "لا يزيد المسار الذي تختاره على 120 بايت، أي 60 حرفًا عربيًا.",
                cause: "هو أطول، ولا يقصّه غيرك.",
                cure: "اختصره.",
                Example(
                    .frontMatter,
                    "slug: river-river-river-river-river-river-river-river-river-river-river-river-river-river-river-"
                        + "river-river-river-river-river-river",
                    mended: "slug: long-river"))
        case .unknownKey:
            Explanation(
                en: "A key is one of those that the reference lists.",
                cause: "It is mistyped, or belongs to another system.",
                cure: "Write the key that the message suggests, or delete the line.",
                ar: "المفتاح من المفاتيح التي في الدليل.",
                cause: "كُتب خطأ، أو هو من نظام آخر.",
                cure: "اكتب المفتاح الذي تقترحه الرسالة، أو احذف السطر.",
                Example(
                    .frontMatter, "sumary: The river rose.", mended: "summary: The river rose.",
                    ar: "الملخض: فاض النهر.", mended: "الملخص: فاض النهر."))
        case .missingKey:
            Explanation(
                en: "An article has at least a headline and a date, a site a name and an address.",
                cause: "The line is missing.",
                cure: "Add it.",
                ar: "للمقال عنوان وتاريخ على الأقل، وللموقع اسم وعنوان.",
                cause: "السطر ناقص.",
                cure: "أضفه.",
                Example(
                    .file("Content/articles/flood.md"),
                    """
                    ---
                    date: 24/1/2024
                    ---

                    The river rose.
                    """,
                    mended: """
                        ---
                        title: The flood
                        date: 24/1/2024
                        ---

                        The river rose.
                        """,
                    ar: """
                        ---
                        التاريخ: 24/1/2024
                        ---

                        فاض النهر.
                        """,
                    mended: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        ---

                        فاض النهر.
                        """))
        case .wrongType:
            Explanation(
                en: "A key takes a value of its kind: a text, a number, yes or no, a list, lines of keys.",
                cause: "Another kind stands there.",
                cure: "Write what the message asks for.",
                ar: "لكل مفتاح نوع من القيم: نص أو عدد أو نعم ولا أو قائمة أو أسطر مفاتيح.",
                cause: "كُتب نوع آخر.",
                cure: "اكتب ما تطلبه الرسالة.",
                Example(
                    .frontMatter, "draft: perhaps", mended: "draft: false", ar: "مسودة: ربما", mended: "مسودة: لا"))
        case .unknownValue:
            Explanation(
                en: "Some keys take one of a few words.",
                cause: "Another word stands there.",
                cure: "Choose one of those in the message.",
                ar: "لبعض المفاتيح كلمات معدودة.",
                cause: "كُتبت كلمة أخرى.",
                cure: "اختر إحدى الكلمات التي في الرسالة.",
                Example(
                    .frontMatter, "kind: opinoin", mended: "kind: opinion", ar: "النوع: راي حر", mended: "النوع: رأي"))
        case .language:
            Explanation(
                en: "A language is written as its tag: ar, ar-EG, fr.",
                cause: "The name of the language stands there, or a tag that does not exist.",
                cure: "Write the tag that the message suggests.",
                ar: "تُكتب اللغة برمزها: ar أو ar-EG أو fr.",
                cause: "كُتب اسم اللغة، أو رمز لا وجود له.",
                cure: "اكتب الرمز الذي تقترحه الرسالة.",
                Example(
                    .settings, "language: Arabic", mended: "language: ar"))
        case .wordlessLanguage:
            Explanation(
                en: "The words around a text are in its language where the program has them: Arabic, English, French.",
                cause:
                    "The text is in another language, so that dates and labels on its page stay in the outlet's. Its "
                    + "direction, its letters and its title are its own all the same.",
                cure: "Nothing is wrong; leave it so, or publish the text in one of the three languages.",
                ar: "العبارات التي حول النص بلغته إن كانت لدى البرنامج: العربية والإنجليزية والفرنسية.",
                cause:
                    "النص بلغة أخرى، فتبقى التواريخ والعبارات في صفحته بلغة الموقع، أما اتجاهه وحروفه وعنوانه فبلغته.",
                cure: "لا خطأ هنا؛ اتركه كما هو، أو انشر النص بإحدى اللغات الثلاث.",
                Example(
                    .frontMatter, "lang: de", mended: "lang: ar", ar: "لغة المادة: de", mended: "لغة المادة: ar"))
        case .date:
            Explanation(
                en: "A date is a day of the calendar: 24/1/2024, 2024-01-24T09:05 or 24 January 2024.",
                cause: "It cannot be read, or there is no such day.",
                cure: "Write it day first, or as year-month-day.",
                ar: "التاريخ يوم في التقويم: 24/1/2024 أو 2024-01-24T09:05 أو 24 يناير 2024.",
                cause: "تعذرت قراءته، أو لا وجود لهذا اليوم.",
                cure: "ابدأ باليوم، أو اكتبه سنة-شهر-يوم.",
                Example(
                    .frontMatter, "date: 30/2/2024", mended: "date: 29/2/2024", ar: "التاريخ: 30/2/2024",
                    mended: "التاريخ: 29/2/2024"))
        case .slugEncoding:
            Explanation(
                en: "The last part of an address is written in plain letters.",
                cause: "It was percent-encoded twice, as happens when an address is copied from a browser.",
                cure: "Write the word itself.",
                ar: "يُكتب آخر العنوان بحروفه.",
                cause: "رُمّز مرتين، كما يحدث عند نسخ عنوان من المتصفح.",
                cure: "اكتب الكلمة نفسها.",
                Example(
                    .frontMatter, #"slug: "%25d9%2585""#, mended: "slug: flood"))
        case .pathOutside:
            Explanation(
                en: "A path of the site begins with “/” and stays inside the site.",
                cause: "It lacks the “/”, leads out of the site or has a “?” in it.",
                cure: "Write it as readers' browsers show it behind the site's name.",
                ar: "يبدأ المسار داخل الموقع بـ«/» ولا يخرج منه.",
                cause: "تنقصه «/»، أو يخرج من الموقع، أو فيه «?».",
                cure: "اكتبه كما يظهر في المتصفح بعد اسم الموقع.",
                Example(
                    .frontMatter, "aliases: 2019/flood/", mended: "aliases: /2019/flood/"))
        case .urlScheme:
            Explanation(
                en: "An address begins with https://, http://, mailto: or tel:.",
                cause: "The beginning is missing or is another.",
                cure: "Write the whole address as the browser shows it.",
                ar: "يبدأ العنوان بـ https:// أو http:// أو mailto: أو tel:.",
                cause: "البداية ناقصة أو غير ذلك.",
                cure: "اكتب العنوان كاملًا كما يظهر في المتصفح.",
                Example(
                    .frontMatter,
                    """
                    source:
                      name: Example
                      url: example.org
                    """,
                    mended: """
                        source:
                          name: Example
                          url: https://example.org/
                        """))
        case .draftAlone:
            Explanation(
                en: "“draft” says yes or no.",
                cause: "Nothing stands behind it, so that the article is kept as a draft.",
                cure: "Write “draft: true”, or take the line out to publish.",
                ar: "قيمة «مسودة» نعم أو لا.",
                cause: "لا شيء بعدها، فبقي المقال مسودة.",
                cure: "اكتب «مسودة: نعم»، أو احذف السطر لينشر.",
                Example(
                    .frontMatter, "draft:", mended: "draft: true", ar: "مسودة:", mended: "مسودة: نعم"))
        }
    }
}
