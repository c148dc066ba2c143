package import Base

/// How front matter and settings are written, before their keys are read.
package enum YamlRule: String, Rule {
    case utf8 = "utf-8"
    case frontMatterMissing = "front-matter-missing"
    case frontMatterOpen = "front-matter-open"
    case frontMatterSize = "front-matter-size"
    case yaml
    case yamlReference = "yaml-reference"
    case yamlDepth = "yaml-depth"
    case duplicateKey = "duplicate-key"
    case openQuotes = "open-quotes"
    case spaceBehindKey = "space-behind-key"
    case indentedKey = "indented-key"
    case commentInText = "comment-in-text"

    package static var theme: (english: String, arabic: String) {
        ("How front matter and settings are written", "كيف تُكتب البيانات والإعدادات")
    }

    package var explanation: Explanation {
        switch self {
        case .utf8:
            Explanation(
                en: "A file that people write is UTF-8.",
                cause: "An editor saved it in another encoding, often Windows-1256 or UTF-16.",
                cure: "Choose “Save as” and the encoding UTF-8.",
                ar: "الملف الذي يكتبه الناس بترميز UTF-8.",
                cause: "حفظه المحرر بترميز آخر، وغالبًا Windows-1256 أو UTF-16.",
                cure: "اختر «حفظ باسم» ثم الترميز UTF-8.",
                Example(
                    .told, "Save as: Windows-1256", mended: "Save as: UTF-8", ar: "حفظ باسم: Windows-1256",
                    mended: "حفظ باسم: UTF-8"))
        case .frontMatterMissing:
            Explanation(
                en: "An article begins with its front matter, between two lines of three hyphens.",
                cause: "The first line is another, or the front matter is written as TOML or JSON.",
                cure: "Write “---” as the very first line, then the keys, then “---” once more.",
                ar: "يبدأ المقال ببياناته بين سطرين من ثلاث شُرَط.",
                cause: "السطر الأول غير ذلك، أو كُتبت البيانات بصيغة TOML أو JSON.",
                cure: "اكتب «---» في أول سطر، ثم المفاتيح، ثم «---» مرة أخرى.",
                Example(
                    .file("Content/articles/flood.md"),
                    """
                    title: The flood
                    date: 24/1/2024

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
                        العنوان: الفيضان
                        التاريخ: 24/1/2024

                        فاض النهر.
                        """,
                    mended: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        ---

                        فاض النهر.
                        """))
        case .frontMatterOpen:
            Explanation(
                en: "Front matter ends with a line of three hyphens.",
                cause: "The second line “---” is missing, or there is something else in it.",
                cure: "Write “---” behind the last key.",
                ar: "تنتهي بيانات المقال بسطر من ثلاث شُرَط.",
                cause: "السطر الثاني «---» ناقص، أو فيه شيء آخر.",
                cure: "اكتب «---» بعد آخر مفتاح.",
                Example(
                    .file("Content/articles/flood.md"),
                    """
                    ---
                    title: The flood
                    date: 24/1/2024

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
                        العنوان: الفيضان
                        التاريخ: 24/1/2024

                        فاض النهر.
                        """,
                    mended: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        ---

                        فاض النهر.
                        """))
        case .frontMatterSize:
            Explanation(
                en: "Front matter states in a few lines what the article is.",
                cause: "There are more than 64 KB of it; the text itself may stand above the second “---”.",
                cure: "Move long text below the second “---”.",
                ar: "تذكر البيانات في أسطر قليلة ما هو المقال.",
                cause: "تزيد على 64 كيلوبايت؛ وقد يكون النص نفسه قبل «---» الثانية.",
                cure: "انقل النص الطويل إلى ما بعد «---» الثانية.",
                Example(
                    .told, "the whole story as “summary”", mended: "two sentences as “summary”",
                    ar: "المقال كله في «الملخص»", mended: "جملتان في «الملخص»"))
        case .yaml:
            Explanation(
                en: "Front matter and settings are YAML: lines of “key: value”.",
                cause: "A bracket, a quotation mark or an indentation is not as YAML has it; the message says which.",
                cure: "Mend the line, or put the value between quotes.",
                ar: "البيانات والإعدادات بصيغة YAML: أسطر من «مفتاح: قيمة».",
                cause: "قوس أو علامة اقتباس أو مسافة في أول السطر ليست كما تريدها الصيغة؛ والرسالة تقول أيها.",
                cure: "أصلح السطر، أو ضع القيمة بين علامتي اقتباس.",
                Example(
                    .frontMatter, "tags: [flood, river", mended: "tags: [flood, river]", ar: "الوسوم: [فيضان، نهر",
                    mended: "الوسوم: فيضان، نهر"))
        case .yamlReference:
            Explanation(
                en: "A value says what it is where it stands.",
                cause: "It begins with “&”, “*” or “!”, which in YAML point to something else.",
                cure: "Put the value between quotes.",
                ar: "تُكتب القيمة في موضعها كما هي.",
                cause: "تبدأ بـ«&» أو «*» أو «!»، ولهذه في YAML معنى آخر.",
                cure: "ضع القيمة بين علامتي اقتباس.",
                Example(
                    .frontMatter, "section: *news", mended: #"section: "News""#, ar: "القسم: *أخبار",
                    mended: #"القسم: "News""#))
        case .yamlDepth:
            Explanation(
                en: "Values stand in one another a few levels deep.",
                cause: "There are more than sixteen levels, which no key asks for.",
                cure: "Write the value as the reference shows it.",
                ar: "تتداخل القيم مستويات قليلة.",
                cause: "المستويات أكثر من ستة عشر، ولا مفتاح يطلب ذلك.",
                cure: "اكتب القيمة كما في دليل المفاتيح.",
                Example(
                    .frontMatter, "tags: [[[[[[[[[[[[[[[[[[flood]]]]]]]]]]]]]]]]]]", mended: "tags: [flood]",
                    ar: "الوسوم: [[[[[[[[[[[[[[[[[[فيضان]]]]]]]]]]]]]]]]]]", mended: "الوسوم: فيضان"))
        case .duplicateKey:
            Explanation(
                en: "A key stands once.",
                cause: "It stands twice, or once in English and once in Arabic.",
                cure: "Keep the line that holds.",
                ar: "يرد المفتاح مرة واحدة.",
                cause: "ورد مرتين، أو مرة بالعربية ومرة بالإنجليزية.",
                cure: "أبقِ السطر الصحيح.",
                Example(
                    .frontMatter,
                    """
                    section: News
                    section: Sport
                    """, mended: "section: News",
                    ar: """
                        القسم: News
                        section: Sport
                        """, mended: "القسم: News"))
        case .openQuotes:
            Explanation(
                en: "A quotation mark at the beginning of a value is closed by another.",
                cause: "None closes this one.",
                cure: "Add the second behind the value, or take the first out.",
                ar: "علامة الاقتباس في أول القيمة تغلقها أخرى.",
                cause: "لا علامة تغلق هذه.",
                cure: "أضف الثانية بعد القيمة، أو احذف الأولى.",
                Example(
                    .frontMatter, #"kicker: "Flood"#, mended: "kicker: Flood", ar: #"العنوان التمهيدي: "فيضان"#,
                    mended: "العنوان التمهيدي: فيضان"))
        case .spaceBehindKey:
            Explanation(
                en: "A space stands behind the colon of a key.",
                cause: "Key and value touch, so that the line is no key.",
                cure: "Write a space behind the colon.",
                ar: "بعد نقطتي المفتاح مسافة.",
                cause: "التصق المفتاح بالقيمة، فلم يعد السطر مفتاحًا.",
                cure: "ضع مسافة بعد النقطتين.",
                Example(
                    .frontMatter, "kicker:Flood", mended: "kicker: Flood", ar: "العنوان التمهيدي:فيضان",
                    mended: "العنوان التمهيدي: فيضان"))
        case .indentedKey:
            Explanation(
                en: "A key begins in the column of its neighbours.",
                cause: "It is indented, as if it belonged to the text of the key above.",
                cure: "Begin it at the beginning of the line.",
                ar: "يبدأ المفتاح من أول السطر كجيرانه.",
                cause: "أُزيح كأنه جزء من نص المفتاح الذي فوقه.",
                cure: "ابدأه من أول السطر.",
                Example(
                    .frontMatter,
                    """
                    kicker: Flood
                      section: News
                    """,
                    mended: """
                        kicker: Flood
                        section: News
                        """,
                    ar: """
                        العنوان التمهيدي: فيضان
                          القسم: News
                        """,
                    mended: """
                        العنوان التمهيدي: فيضان
                        القسم: News
                        """))
        case .commentInText:
            Explanation(
                en: "A line that starts with “#” is a note to yourselves and no part of a text.",
                cause: "It stands within the lines of a text, and nobody will read it.",
                cure: "Write the text on one line, or begin the note at the beginning of its line.",
                ar: "السطر الذي يبدأ بـ«#» ملاحظة لكم وليس من النص.",
                cause: "جاء بين أسطر نص، ولن يقرأه أحد.",
                cure: "اكتب النص في سطر واحد، أو ابدأ الملاحظة من أول السطر.",
                Example(
                    .frontMatter,
                    """
                    summary: The river rose
                      # by two metres
                      in one night.
                    """, mended: "summary: The river rose by two metres in one night.",
                    ar: """
                        الملخص: فاض النهر
                          # مترين
                          في ليلة واحدة.
                        """, mended: "الملخص: فاض النهر مترين في ليلة واحدة."))
        }
    }
}
