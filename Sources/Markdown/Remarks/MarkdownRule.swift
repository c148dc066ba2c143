package import Base

/// How the rest of a body is written.
package enum MarkdownRule: String, Rule {
    case htmlEscaped = "html-escaped"
    case htmlNotClosed = "html-not-closed"
    case htmlNotOpen = "html-not-open"
    case commentNotClosed = "comment-not-closed"
    case boldNotClosed = "bold-not-closed"
    case unknownBox = "unknown-box"
    case boxNotClosed = "box-not-closed"
    case boxNotOpen = "box-not-open"
    case footnoteMissing = "footnote-missing"
    case footnoteUnused = "footnote-unused"
    case footnoteTwice = "footnote-twice"
    case headingIDTwice = "heading-id-twice"
    case headingWithoutWords = "heading-without-words"
    case dialogueDash = "dialogue-dash"
    case hashtagLine = "hashtag-line"
    case tableRowTooLong = "table-row-too-long"
    case tableTooWide = "table-too-wide"
    case bodyTooLarge = "body-too-large"
    case nestingTooDeep = "nesting-too-deep"
    case emphasisTooDeep = "emphasis-too-deep"
    case bracketsTooDeep = "brackets-too-deep"

    package static var theme: (english: String, arabic: String) {
        ("Headings, boxes, footnotes and HTML in a text", "العناوين والأطر والهوامش وHTML في النص")
    }

    package var explanation: Explanation {
        switch self {
        case .htmlEscaped:
            Explanation(
                en: "An article is written in Markdown; HTML is shown as letters.",
                cause: "Tags stand in the text, and the outlet does not allow HTML in articles.",
                cure: "Write it in Markdown, or set “html: allow” in site.yaml.",
                ar: "يُكتب المقال بصيغة Markdown؛ وتظهر شيفرة HTML حروفًا.",
                cause: "في النص وسوم HTML، والموقع لا يسمح بها في المقالات.",
                cure: "اكتبه بصيغة Markdown، أو اضبط «html: allow» في site.yaml.",
                Example(
                    .body, "It <b>rained</b>.", mended: "It **rained**.", ar: "<b>هطل</b> المطر.",
                    mended: "**هطل** المطر."))
        case .htmlNotClosed:
            Explanation(
                en: "An element of HTML has an end.",
                cause: "The closing tag is missing, so that all that follows is part of the element.",
                cure: "Write “</div>” where it ends.",
                ar: "لعنصر HTML نهاية.",
                cause: "ينقص وسم الإغلاق، فيصير ما بعده كله جزءًا من العنصر.",
                cure: "اكتب «\u{200E}</div>» حيث ينتهي.",
                Example(
                    .body, "<div>It rained.", mended: "<div>It rained.</div>", ar: "<div>هطل المطر.",
                    mended: "<div>هطل المطر.</div>"))
        case .htmlNotOpen:
            Explanation(
                en: "A closing tag of HTML ends an element that is open.",
                cause: "No such element is open here.",
                cure: "Take the tag out, or write “<div>” where the element begins.",
                ar: "وسم الإغلاق في HTML ينهي عنصرًا مفتوحًا.",
                cause: "لا عنصر كهذا مفتوح هنا.",
                cure: "احذف الوسم، أو اكتب «\u{200E}<div>» حيث يبدأ العنصر.",
                Example(
                    .body, "It rained.</div>", mended: "<div>It rained.</div>", ar: "هطل المطر.</div>",
                    mended: "<div>هطل المطر.</div>"))
        case .commentNotClosed:
            Explanation(
                en: "A note that no reader sees stands between “<!--” and “-->”, with no blank line in it.",
                cause: "The end is missing, and readers would see the note.",
                cure: "Write “-->” at its end, and take blank lines out of it.",
                ar: "الملاحظة التي لا يراها القراء بين «\u{200E}<!--» و«\u{200E}-->» بلا سطر فارغ فيها.",
                cause: "تنقص النهاية، وسيرى القراء الملاحظة.",
                cure: "اكتب «\u{200E}-->» في آخرها، واحذف ما فيها من أسطر فارغة.",
                Example(
                    .body, "<!-- ask the ministry again", mended: "<!-- ask the ministry again -->",
                    ar: "<!-- تُسأل الوزارة مرة أخرى", mended: "<!-- تُسأل الوزارة مرة أخرى -->"))
        case .boldNotClosed:
            Explanation(
                en: "Stars around bold words touch the words.",
                cause: "A star has no partner, or a space stands between it and its word, and readers see the stars.",
                cure: "Add the missing stars, or delete the space.",
                ar: "تلتصق نجوم الخط العريض بالكلمات.",
                cause: "نجمة بلا نظير، أو بينها وبين الكلمة مسافة، فيرى القراء النجوم.",
                cure: "أضف النجوم الناقصة، أو احذف المسافة.",
                Example(
                    .body, "It rained **all night.", mended: "It rained **all night**.", ar: "هطل المطر **طوال الليل.",
                    mended: "هطل المطر **طوال الليل**."))
        case .unknownBox:
            Explanation(
                en: "A box is a pullquote, an aside, details, a poem or a gallery.",
                cause: "The word behind “:::” names no box.",
                cure: "Write one of these names, in English or in Arabic.",
                ar: "الإطار «اقتباس» أو «إطار» أو «تفاصيل» أو «شعر» أو «معرض».",
                cause: "الكلمة بعد «:::» لا تسمّي إطارًا.",
                cure: "اكتب أحد هذه الأسماء، بالعربية أو بالإنجليزية.",
                Example(
                    .body,
                    """
                    ::: asid
                    The dam in figures.
                    :::
                    """,
                    mended: """
                        ::: aside
                        The dam in figures.
                        :::
                        """,
                    ar: """
                        ::: أطار
                        السد بالأرقام.
                        :::
                        """,
                    mended: """
                        ::: إطار
                        السد بالأرقام.
                        :::
                        """))
        case .boxNotClosed:
            Explanation(
                en: "A box ends with a line “:::”.",
                cause: "The line is missing, and the box takes in the rest of the article.",
                cure: "Write “:::” on a line of its own where the box ends.",
                ar: "ينتهي الإطار بسطر «:::».",
                cause: "السطر ناقص، فيشمل الإطار بقية المقال.",
                cure: "اكتب «:::» في سطر مستقل حيث ينتهي الإطار.",
                Example(
                    .body,
                    """
                    ::: aside
                    The dam in figures.
                    """,
                    mended: """
                        ::: aside
                        The dam in figures.
                        :::
                        """,
                    ar: """
                        ::: إطار
                        السد بالأرقام.
                        """,
                    mended: """
                        ::: إطار
                        السد بالأرقام.
                        :::
                        """))
        case .boxNotOpen:
            Explanation(
                en: "A line “:::” ends a box that is open.",
                cause: "No box is open here; perhaps its name was forgotten, or it has ended before.",
                cure: "Delete the line, or write the box's name where it begins.",
                ar: "السطر «:::» ينهي إطارًا مفتوحًا.",
                cause: "لا إطار مفتوح هنا؛ ربما نُسي اسمه أو انتهى قبل ذلك.",
                cure: "احذف السطر، أو اكتب اسم الإطار حيث يبدأ.",
                Example(
                    .body,
                    """
                    The dam in figures.

                    :::
                    """,
                    mended: """
                        ::: aside
                        The dam in figures.
                        :::
                        """,
                    ar: """
                        السد بالأرقام.

                        :::
                        """,
                    mended: """
                        ::: إطار
                        السد بالأرقام.
                        :::
                        """))
        case .footnoteMissing:
            Explanation(
                en: "A footnote that the text names stands below.",
                cause: "No line “[^1]: …” has this sign.",
                cure: "Write the footnote on a line of its own, or delete the sign.",
                ar: "الهامش الذي يذكره النص مكتوب تحته.",
                cause: "لا سطر «[^1]: …» بهذا الرمز.",
                cure: "اكتب الهامش في سطر مستقل، أو احذف الرمز.",
                Example(
                    .body, "The river rose.[^1]",
                    mended: """
                        The river rose.[^1]

                        [^1]: By two metres.
                        """, ar: "فاض النهر.[^1]",
                    mended: """
                        فاض النهر.[^1]

                        [^1]: ارتفع مترين.
                        """))
        case .footnoteUnused:
            Explanation(
                en: "The text names each of its footnotes.",
                cause: "Nothing in the text leads to this one, and it is left out.",
                cure: "Write its sign where it belongs, or delete the footnote.",
                ar: "يذكر النص كل هامش من هوامشه.",
                cause: "لا شيء في النص يقود إلى هذا الهامش، فتُرك.",
                cure: "اكتب رمزه في موضعه، أو احذف الهامش.",
                Example(
                    .body,
                    """
                    The river rose.

                    [^1]: By two metres.
                    """,
                    mended: """
                        The river rose.[^1]

                        [^1]: By two metres.
                        """,
                    ar: """
                        فاض النهر.

                        [^1]: ارتفع مترين.
                        """,
                    mended: """
                        فاض النهر.[^1]

                        [^1]: ارتفع مترين.
                        """))
        case .footnoteTwice:
            Explanation(
                en: "Each footnote has a sign of its own.",
                cause: "Two footnotes have the same sign, and only the first counts.",
                cure: "Give the second another sign, below and in the text.",
                ar: "لكل هامش رمزه.",
                cause: "لهامشين رمز واحد، ويُعتمد الأول وحده.",
                cure: "أعطِ الثاني رمزًا آخر، في أسفل النص وفي موضعه.",
                Example(
                    .body,
                    """
                    The river rose[^1] and fell.[^1]

                    [^1]: By two metres.
                    [^1]: In May.
                    """,
                    mended: """
                        The river rose[^1] and fell.[^2]

                        [^1]: By two metres.
                        [^2]: In May.
                        """,
                    ar: """
                        فاض النهر[^1] ثم انحسر.[^1]

                        [^1]: ارتفع مترين.
                        [^1]: في مايو.
                        """,
                    mended: """
                        فاض النهر[^1] ثم انحسر.[^2]

                        [^1]: ارتفع مترين.
                        [^2]: في مايو.
                        """))
        case .headingIDTwice:
            Explanation(
                en: "An id that you give to a heading is that of one heading.",
                cause: "Two headings have the same id, and links could lead to the first alone.",
                cure: "Give one of them another id.",
                ar: "المعرّف الذي تكتبه لعنوان فرعي لعنوان واحد.",
                cause: "لعنوانين معرّف واحد، والروابط لا تقود إلا إلى الأول.",
                cure: "أعطِ أحدهما معرّفًا آخر.",
                Example(
                    .body,
                    """
                    ## The flood {#may}

                    ## The dam {#may}
                    """,
                    mended: """
                        ## The flood {#may}

                        ## The dam {#dam}
                        """,
                    ar: """
                        ## الفيضان {#may}

                        ## السد {#may}
                        """,
                    mended: """
                        ## الفيضان {#may}

                        ## السد {#dam}
                        """))
        case .headingWithoutWords:
            Explanation(
                en: "A heading has words.",
                cause: "The line holds only the signs.",
                cure: "Write the words, or delete the line.",
                ar: "للعنوان الفرعي كلمات.",
                cause: "ليس في السطر إلا العلامات.",
                cure: "اكتب الكلمات، أو احذف السطر.",
                Example(
                    .body, "##", mended: "## The flood", ar: "##", mended: "## الفيضان"))
        case .dialogueDash:
            Explanation(
                en: "Speech that begins with a dash stands in a paragraph of its own.",
                cause: "A line begins with a dash and a word, and is neither an item of a list nor a new paragraph.",
                cure:
                    "Put a blank line before it, write “lines: keep” in the front matter, or a blank behind “-” for a "
                    + "list.",
                ar: "للكلام الذي يبدأ بشرطة فقرة مستقلة.",
                cause: "سطر يبدأ بشرطة وكلمة، وليس بندًا في قائمة ولا فقرة جديدة.",
                cure: "ضع سطرًا فارغًا قبله، أو اكتب «الأسطر: كما هي» في بيانات المقال، أو مسافة بعد «-» للقائمة.",
                Example(
                    .body, "-نعم.", mended: "- نعم.", ar: "-نعم، قال الوزير.", mended: "- نعم، قال الوزير."))
        case .hashtagLine:
            Explanation(
                en: "A heading has a blank behind its sign; a hashtag has none.",
                cause: "A line begins with “#” and a word.",
                cure: "Write a blank behind the sign for a heading; leave a hashtag as it is.",
                ar: "للعنوان الفرعي مسافة بعد علامته؛ ولا مسافة في الوسم.",
                cause: "سطر يبدأ بـ«#» وكلمة.",
                cure: "اكتب مسافة بعد العلامة إن كان عنوانًا؛ واترك الوسم كما هو.",
                Example(
                    .body, "##السيول", mended: "## السيول", ar: "#السيول", mended: "## السيول"))
        case .tableRowTooLong:
            Explanation(
                en: "A row has no more cells than the head of its table.",
                cause: "There is one “|” too many; the cells too many stand together in the last one.",
                cure: #"Add a column to the head, or write “\|” for a line that belongs to the text."#,
                ar: "لا تزيد خلايا الصف على خلايا رأس الجدول.",
                cause: "في الصف «|» زائدة؛ فجُمعت الخلايا الزائدة في آخر خلية.",
                cure: #"أضف عمودًا إلى الرأس، أو اكتب «\|» لخط من النص نفسه."#,
                Example(
                    .body,
                    """
                    | Year | Height |
                    |---|---|
                    | 2023 | 12 | 14 |
                    """,
                    mended: """
                        | Year | Height |
                        |---|---|
                        | 2023 | 12 |
                        """,
                    ar: """
                        | السنة | الارتفاع |
                        |---|---|
                        | 2023 | 12 | 14 |
                        """,
                    mended: """
                        | السنة | الارتفاع |
                        |---|---|
                        | 2023 | 12 |
                        """))
        case .tableTooWide:
            Explanation(
                en: "A table has as many columns as readers can take in.",
                cause: "The table is wider than a page is able to show, and stands there as text.",
                cure: "Split the table, or publish the figures as a file.",
                ar: "للجدول من الأعمدة ما يستوعبه القارئ.",
                cause: "الجدول أعرض مما تعرضه صفحة، فظهر نصًا.",
                cure: "قسّم الجدول، أو انشر الأرقام ملفًا.",
                Example(
                    .told, "a table of thousands of columns", mended: "a file in Content/assets, and a link to it",
                    ar: "جدول من آلاف الأعمدة", mended: "ملف في Content/assets ورابط إليه"))
        case .bodyTooLarge:
            Explanation(
                en: "A text is what somebody can read.",
                cause: "The file holds megabytes, mostly data that were pasted into it.",
                cure: "Split the article, or put the data into a file of its own in Content/assets.",
                ar: "النص ما يقدر إنسان على قراءته.",
                cause: "في الملف عدة ميغابايتات، أكثرها بيانات لُصقت فيه.",
                cure: "قسّم المقال، أو ضع البيانات في ملف مستقل في Content/assets.",
                Example(
                    .told, "all results of an election in one article",
                    mended: "Content/assets/results.csv, and a link to it", ar: "نتائج الانتخابات كلها في مقال واحد",
                    mended: "ملف Content/assets/results.csv ورابط إليه"))
        case .nestingTooDeep:
            Explanation(
                en: "Quotes and lists stand in one another a few levels deep.",
                cause: "There are more levels than any reader could follow; what is deeper is shown as text.",
                cure: "Write the innermost parts as paragraphs.",
                ar: "تتداخل الاقتباسات والقوائم مستويات قليلة.",
                cause: "المستويات أكثر مما يتابعه قارئ؛ فظهر ما زاد نصًا.",
                cure: "اكتب الأجزاء الأعمق فقرات.",
                Example(
                    .told, "> > > > > … It rained.", mended: "> It rained.", ar: "> > > > > … هطل المطر.",
                    mended: "> هطل المطر."))
        case .emphasisTooDeep:
            Explanation(
                en: "Bold words, italics and links stand in one another a few levels deep.",
                cause: "There are more levels than any design shows; what is deeper is shown plainly.",
                cure: "Mark the words once.",
                ar: "يتداخل التشديد والروابط مستويات قليلة.",
                cause: "المستويات أكثر مما يعرضه أي تصميم؛ فظهر ما زاد بلا تنسيق.",
                cure: "شدّد الكلمات مرة واحدة.",
                Example(
                    .told, "*a **b *c **d … d** c* b** a*", mended: "**a**"))
        case .bracketsTooDeep:
            Explanation(
                en: "Each bracket that opens is closed soon.",
                cause: "Very many are open at once; further pictures are shown as text.",
                cure: "Close the brackets, or take them out.",
                ar: "كل قوس معقوف يُفتح يُغلق بعد قليل.",
                cause: "فُتحت أقواس كثيرة معًا؛ فظهرت الصور بعدها نصًا.",
                cure: "أغلق الأقواس أو احذفها.",
                Example(
                    .told, "[[[[[[[[ … ![Rain](rain.png)", mended: "![Rain](rain.png)"))
        }
    }
}
