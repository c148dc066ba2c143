/// What a text of any kind may not hold: signs of other programs.
package enum MarkupRule: String, Rule {
    case conflictMarker = "conflict-marker"
    case foreignMarkup = "foreign-markup"

    package static var theme: (english: String, arabic: String) { ("Signs of other programs", "علامات برامج أخرى") }

    package var explanation: Explanation {
        switch self {
        case .conflictMarker:
            Explanation(
                en: "A file holds one version of its text.",
                cause: "Two people changed the same lines, and git left both between “<<<<<<<” and “>>>>>>>”.",
                cure: "Keep the lines that hold and delete the three lines of signs.",
                ar: "في الملف نسخة واحدة من النص.",
                cause: "عدّل شخصان الأسطر نفسها، فترك git النسختين بين «<<<<<<<» و«>>>>>>>».",
                cure: "أبقِ الأسطر الصحيحة واحذف أسطر العلامات الثلاثة.",
                Example(
                    .body,
                    """
                    <<<<<<< HEAD
                    Rain fell.
                    =======
                    It rained.
                    >>>>>>> desk
                    """, mended: "It rained.",
                    ar: """
                        <<<<<<< HEAD
                        نزل المطر.
                        =======
                        هطل المطر.
                        >>>>>>> desk
                        """, mended: "هطل المطر."))
        case .foreignMarkup:
            Explanation(
                en: "A text is written in Markdown alone.",
                cause: """
                    A mark of another system, such as WordPress, Hugo or a wiki, would be shown to readers as it stands.
                    """,
                cure: """
                    Write what the message suggests, or put a backslash before the mark where readers shall see it.
                    """,
                ar: "يُكتب النص بصيغة Markdown وحدها.",
                cause: "رمز من نظام آخر، مثل WordPress أو Hugo أو ويكي، سيراه القراء كما هو.",
                cure: #"اكتب ما تقترحه الرسالة، أو ضع «\» قبل الرمز إن أردت أن يراه القراء."#,
                Example(
                    .body, "![[rain.png]]", mended: "![Rain over the river](rain.png)", ar: "![[rain.png]]",
                    mended: "![مطر فوق النهر](rain.png)"))
        }
    }
}
