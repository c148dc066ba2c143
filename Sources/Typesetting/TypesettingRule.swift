package import Base

/// What becomes of texts as they are set.
package enum TypesettingRule: String, Rule {
    case emptyArticle = "empty-article"
    case twoSources = "two-sources"
    case unknownWord = "unknown-word"
    case pluralForms = "plural-forms"
    case changedMeanwhile = "changed-meanwhile"

    package static var theme: (english: String, arabic: String) { ("Texts and words", "النصوص والعبارات") }

    package var explanation: Explanation {
        switch self {
        case .emptyArticle:
            Explanation(
                en: "An article has a text.",
                cause: "There is a headline, and nothing below the front matter.",
                cure: "Write the text, or “draft: true” until there is one.",
                ar: "للمقال نص.",
                cause: "فيه عنوان ولا شيء بعد البيانات.",
                cure: "اكتب النص، أو «مسودة: نعم» حتى يُكتب.",
                Example(
                    .file("Content/articles/flood.md"),
                    """
                    ---
                    title: The flood
                    date: 24/1/2024
                    ---
                    """,
                    mended: """
                        ---
                        title: The flood
                        date: 24/1/2024
                        draft: true
                        ---
                        ---
                        """,
                    ar: """
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        ---
                        """,
                    mended: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        مسودة: نعم
                        ---
                        """))
        case .twoSources:
            Explanation(
                en: "An article names one source.",
                cause: "Its front matter names one and its text another, which would be printed nowhere.",
                cure: "Keep one of them.",
                ar: "للمقال مصدر واحد.",
                cause: "في بياناته مصدر وفي نصه آخر، ولن يُطبع الثاني.",
                cure: "أبقِ أحدهما.",
                Example(
                    .file("Content/articles/flood.md"),
                    """
                    ---
                    title: The flood
                    date: 24/1/2024
                    source: وكالة الأنباء
                    ---

                    فاض النهر.

                    المصدر: صحيفة النهر
                    """,
                    mended: """
                        ---
                        title: The flood
                        date: 24/1/2024
                        source: وكالة الأنباء
                        ---

                        فاض النهر.
                        """))
        case .unknownWord:
            Explanation(
                en: "Under “words” stand words that the pages print.",
                cause: "No page has a word of this name.",
                cure: "Write the name that the message suggests; docs/templates.md lists them all.",
                ar: "تحت «words» عبارات تطبعها الصفحات.",
                cause: "لا عبارة بهذا الاسم.",
                cure: "اكتب الاسم الذي تقترحه الرسالة؛ وكلها في docs/templates.md.",
                Example(
                    .settings,
                    """
                    words:
                      updatd: عُدّل في
                    """,
                    mended: """
                        words:
                          updated: عُدّل في
                        """))
        case .pluralForms:
            Explanation(
                en: "A word that is counted has the forms that its language counts with.",
                cause: "A form is missing, or one stands there that the language does not have.",
                cure: "Write all forms that the message names.",
                ar: "للكلمة المعدودة صيغها في لغتها.",
                cause: "تنقص صيغة، أو كُتبت صيغة ليست في اللغة.",
                cure: "اكتب كل الصيغ التي تسمّيها الرسالة.",
                Example(
                    .settings,
                    """
                    words:
                      articles.feww: مقالات
                    """,
                    mended: """
                        words:
                          articles.few: مقالات
                        """))
        case .changedMeanwhile:
            Explanation(
                en: "A file stays as it is while the site is built.",
                cause: "Somebody saved it in that moment.",
                cure: "Build again.",
                ar: "يبقى الملف كما هو أثناء بناء الموقع.",
                cause: "حفظه أحد في تلك اللحظة.",
                cure: "أعد البناء.",
                Example(
                    .told, "a save during “sitegen build”", mended: "a save before it", ar: "حفظ أثناء «sitegen build»",
                    mended: "حفظ قبله"))
        }
    }
}
