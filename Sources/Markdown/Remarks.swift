import Base

/// What may be said of a body, in the program's two languages.
extension Remark {
    static func tooLarge(_ limit: Int) -> Remark {
        Remark(
            .error, id: "body-too-large",
            Message(
                en: "an article's text may have \(limit >> 20) MB at most; split it, or move the data into a file",
                ar: "لا يتجاوز نص المقال \(limit >> 20) ميغابايت؛ قسّمه أو انقل البيانات إلى ملف"), at: 0)
    }

    static func tooDeep(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "nesting-too-deep",
            Message(
                en: "quotes and lists may stand in one another \(limit) deep at most; what is deeper is shown as text",
                ar: "لا تتداخل الاقتباسات والقوائم أكثر من \(limit) مستوى؛ يُعرض ما زاد نصًا"), at: offset)
    }

    static func tooDeepEmphasis(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "emphasis-too-deep",
            Message(
                en:
                    "emphasis and links may stand in one another \(limit) deep at most; what is deeper is shown "
                    + "without",
                ar: "لا يتداخل التشديد والروابط أكثر من \(limit) مستوى؛ يُعرض ما زاد بلا تنسيق"), at: offset)
    }

    static func tooManyBrackets(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "brackets-too-deep",
            Message(
                en: "at most \(limit) brackets may be open at once; further pictures are shown as text",
                ar: "لا يُفتح أكثر من \(limit) قوس معقوف معًا؛ تُعرض الصور التالية نصًا"), at: offset)
    }

    static func longDefinition(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "long-link-definition",
            Message(
                en: "a link's definition may have \(limit) bytes at most; this one is shown as text",
                ar: "لا يتجاوز تعريف الرابط \(limit) بايت؛ يُعرض هذا التعريف نصًا"), at: offset)
    }

    static func wideTable(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "table-too-wide",
            Message(
                en: "a table may have \(limit) columns at most; this one is shown as text",
                ar: "لا يتجاوز الجدول \(limit) عمود؛ يُعرض هذا الجدول نصًا"), at: offset)
    }

    static func longRow(_ cells: Int, _ columns: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: "table-row-too-long",
            Message(
                en: "a row has no more cells than the table's head, which has \(columns); from this cell on, the row’s "
                    + "\(cells) cells stand in its last one. Write “\\|” for a pipe in a text",
                ar:
                    "لا تزيد خلايا الصف على خلايا رأس الجدول، وهي \(columns)؛ جُمعت خلايا الصف الـ\(cells) من هذه "
                    + "الخلية في آخرها. "
                    + "اكتب «\\|» لخط عمودي في النص"), at: offset)
    }

    static func unknownBox(_ name: String, at offset: Int) -> Remark {
        let known = BoxKind.names.map(\.name)
        let near = suggestion(for: name, among: known)
        return Remark(
            .error, id: "unknown-box",
            Message(
                en: "no box is called “\(name)”"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; there are pullquote, aside and details"),
                ar: "لا إطار باسم «\(name)»" + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المتاح: اقتباس وإطار وتفاصيل")),
            at: offset)
    }

    static func boxNotClosed(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: "box-not-closed",
            Message(
                en: "the box “\(name)” has no end; write a line “:::” behind it",
                ar: "الإطار «\(name)» بلا نهاية؛ اكتب سطر «:::» بعده"), at: offset)
    }

    static func strayBoxEnd(at offset: Int) -> Remark {
        Remark(
            .warning, id: "box-not-open",
            Message(
                en: "the line “:::” ends a box, and none is open here; remove it, or name the box",
                ar: "السطر «:::» ينهي إطارًا ولا إطار مفتوح هنا؛ احذفه أو سمِّ الإطار"), at: offset)
    }

    static func unknownNote(_ label: String, known: [String], at offset: Int) -> Remark {
        let near = label.count > 2 ? suggestion(for: label, among: known) : nil
        return Remark(
            .error, id: "footnote-missing",
            Message(
                en: "the footnote “\(label)” is not defined"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; write “[^\(label)]: …” on a line of its own"),
                ar: "الهامش «\(label)» غير معرّف"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اكتب «[^\(label)]: …» في سطر مستقل")), at: offset)
    }

    static func unusedNote(_ label: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: "footnote-unused",
            Message(
                en: "no text refers to the footnote “\(label)”; it is left out. Write “[^\(label)]” where it belongs",
                ar: "لا نص يشير إلى الهامش «\(label)»؛ حُذف. اكتب «[^\(label)]» في موضعه"), at: offset)
    }

    static func doubleNote(_ label: String, at offset: Int) -> Remark {
        Remark(
            .error, id: "footnote-twice",
            Message(
                en: "the footnote “\(label)” is defined twice; only the first definition counts",
                ar: "الهامش «\(label)» معرّف مرتين؛ يُعتمد التعريف الأول وحده"), at: offset)
    }

    static func scheme(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .error, id: "link-scheme",
            Message(
                en: "a link leads to http, https, mailto or tel, or within the site; “\(destination)” is shown as text",
                ar: "لا يؤدي الرابط إلا إلى http أو https أو mailto أو tel أو داخل الموقع؛ يُعرض «\(destination)» "
                    + "نصًا"),
            at: offset)
    }

    static func noAlternative(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: "picture-without-alt",
            Message(
                en: "a picture needs a text for those who cannot see it; write “![…](\(destination))”",
                ar: "تحتاج الصورة إلى نص لمن لا يراها؛ اكتب «![…](\(destination))»"), at: offset)
    }

    static func unclosedEmphasis(_ mark: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: "bold-not-closed",
            Message(
                en:
                    "“\(mark)” opens or closes nothing and is shown as it is; is its partner missing, or a space "
                    + "too many?",
                ar: "«\(mark)» لا يفتح ولا يغلق شيئًا ويظهر كما هو؛ هل ينقص نظيره أم زادت مسافة؟"), at: offset)
    }

    static func oddQuotes(at offset: Int) -> Remark {
        Remark(
            .advice, id: "odd-quotes",
            Message(
                en: "straight quotes come in pairs; this block has an odd number and keeps them",
                ar: "علامات الاقتباس المستقيمة أزواج؛ عددها في هذه الفقرة فردي فبقيت كما هي"), at: offset)
    }

    static func escapedHTML(at offset: Int) -> Remark {
        Remark(
            .warning, id: "html-escaped",
            Message(
                en: "HTML in an article is shown as text; write Markdown, or set “html: allow” in site.yaml",
                ar: "تظهر شيفرة HTML في المقال نصًا؛ اكتب بصيغة Markdown أو اضبط «html: allow» في site.yaml"), at: offset
        )
    }

    static func openComment(at offset: Int) -> Remark {
        Remark(
            .error, id: "comment-not-closed",
            Message(
                en:
                    "a comment runs from “<!--” to “-->” with no blank line in it; this one has no end, and "
                    + "readers would see it",
                ar: "يمتد التعليق من «‎<!--» إلى «‎-->» بلا سطر فارغ فيه؛ هذا لا نهاية له، وسيراه القراء"), at: offset)
    }

    static func schemeInHTML(_ destination: String, at offset: Int) -> Remark {
        let destination = destination.count > 80 ? destination.prefix(80) + "…" : destination
        return Remark(
            .error, id: "link-scheme",
            Message(
                en: "a link leads to http, https, mailto or tel, or within the site; take “\(destination)” out",
                ar: "لا يؤدي الرابط إلا إلى http أو https أو mailto أو tel أو داخل الموقع؛ احذف «\(destination)»"),
            at: offset)
    }

    static func linkInLink(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: "link-in-link",
            Message(
                en: "no link holds another; the inner one, to “\(destination)”, is shown as text",
                ar: "لا يحوي الرابط رابطًا آخر؛ يُعرض الداخلي المؤدي إلى «\(destination)» نصًا"), at: offset)
    }

    static func emptyLink(at offset: Int) -> Remark {
        Remark(
            .warning, id: "empty-link",
            Message(
                en: "a link says between its parentheses where it leads; this one is empty, and leads to its own page",
                ar: "يذكر الرابط بين قوسيه وجهته؛ وقوسا هذا فارغان، فيقود إلى صفحته نفسها"), at: offset)
    }

    static func doubleID(_ id: String, at offset: Int) -> Remark {
        Remark(
            .error, id: "heading-id-twice",
            Message(
                en: "an id names one heading; “\(id)” is already taken",
                ar: "المعرّف لعنوان واحد؛ «\(id)» مستخدم من قبل"), at: offset)
    }

    /// - Parameter words: of the mark.
    static func foreignMarkup(_ mark: ForeignMarkup, _ words: String, at offset: Int) -> Remark {
        Remark(.warning, id: "foreign-markup", mark.message(words), at: offset)
    }

    static func linkNotClosed(isPicture: Bool, at offset: Int) -> Remark {
        Remark(
            .warning, id: "link-not-closed",
            Message(
                en:
                    "a \(isPicture ? "picture" : "link") ends with “)” in its line; this one does not, and is "
                    + "shown as text",
                ar: isPicture
                    ? "تنتهي الصورة بـ«)» في سطرها؛ وهذه بلا نهاية وتظهر نصًا"
                    : "ينتهي الرابط بـ«)» في سطره؛ وهذا بلا نهاية ويظهر نصًا"),
            at: offset)
    }

    static func linkNotRead(_ address: String, isPicture: Bool, at offset: Int) -> Remark {
        let trimmed = trimmedForMessage(address)
        let right = (isPicture ? "![…](" : "[…](") + trimmed.replacing(" ", with: "%20") + ")"
        return Remark(
            .warning, id: "link-not-read",
            Message(
                en:
                    "an address has no blanks, and a title stands in quotes behind it; “\(trimmed)” is shown as "
                    + "text; write “\(right)”",
                ar: "لا مسافات في العنوان، والشرح بعده بين علامتي اقتباس؛ يظهر «\(trimmed)» نصًا؛ اكتب «\(right)»"),
            at: offset)
    }

    private static func trimmedForMessage(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 80 ? words.prefix(80) + "…" : words
    }

    static func undefinedReference(_ label: String, near: String?, at offset: Int) -> Remark {
        Remark(
            .warning, id: "undefined-reference",
            Message(
                en: "no line says where “\(label)” leads, and the link is shown as text"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; write “[\(label)]: https://…” on a line of its own"),
                ar: "لا سطر يذكر وجهة «\(label)»، فيظهر الرابط نصًا"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اكتب «[\(label)]: https://…» في سطر مستقل")), at: offset)
    }

    static func definitionInParagraph(at offset: Int) -> Remark {
        Remark(
            .warning, id: "definition-in-paragraph",
            Message(
                en:
                    "a line that says where a link leads stands behind a blank line; this one belongs to a "
                    + "paragraph and is shown",
                ar: "السطر الذي يذكر وجهة الرابط يسبقه سطر فارغ؛ وهذا من فقرة فيظهر"), at: offset)
    }

    static func halfAddress(_ address: String, at offset: Int) -> Remark {
        let shown = trimmedForMessage(address)
        return Remark(
            .warning, id: "half-address",
            Message(
                en: "an address begins with “https://” and a name; “\(shown)” does not",
                ar: "يبدأ العنوان بـ«https://» ثم اسم الموقع؛ و«\(shown)» لا يبدأ به"), at: offset)
    }

    static func linkWithoutWords(at offset: Int) -> Remark {
        Remark(
            .warning, id: "link-without-words",
            Message(
                en:
                    "a link has words that readers can follow; this one has none, and nobody sees it; write "
                    + "“[words](…)”",
                ar: "للرابط كلمات يتبعها القارئ؛ وهذا بلا كلمات فلا يراه أحد؛ اكتب «[كلمات](…)»"), at: offset)
    }

    static func emptyHeading(at offset: Int) -> Remark {
        Remark(
            .warning, id: "heading-without-words",
            Message(
                en: "a heading has words; this one has none; write some, or take the line out",
                ar: "للعنوان الفرعي كلمات؛ وهذا بلا كلمات؛ اكتبه أو احذف السطر"), at: offset)
    }

    static func elementNotClosed(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: "html-not-closed",
            Message(
                en: "“<\(name)>” has no end, and takes in what follows; write “</\(name)>” where it ends",
                ar: "«‎<\(name)>» بلا نهاية فيشمل ما بعده؛ اكتب «‎</\(name)>» حيث ينتهي"), at: offset)
    }

    static func elementNotOpen(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: "html-not-open",
            Message(
                en: "“</\(name)>” ends nothing that is open here; take it out, or write “<\(name)>” where it begins",
                ar: "«‎</\(name)>» لا ينهي شيئًا مفتوحًا هنا؛ احذفه أو اكتب «‎<\(name)>» حيث يبدأ"), at: offset)
    }

    static func tagNotWhole(at offset: Int) -> Remark {
        Remark(
            .warning, id: "html-not-closed",
            Message(
                en: "a tag ends with “>”; this one does not, and browsers take what follows for a part of it",
                ar: "ينتهي الوسم بـ«>»؛ وهذا بلا نهاية، فتعدّ المتصفحات ما بعده جزءًا منه"), at: offset)
    }
}
