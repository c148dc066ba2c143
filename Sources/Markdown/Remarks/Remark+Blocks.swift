import Base

/// Remarks on tables, boxes, footnotes and headings.
extension Remark {
    static func longRow(_ cells: Int, _ columns: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.tableRowTooLong,
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
            .error, id: MarkdownRule.unknownBox,
            Message(
                en: "no box is called “\(name)”"
                    + (near.map { "; did you mean “\($0)”?" }
                        ?? "; there are pullquote, aside, details, poem and gallery"),
                ar: "لا إطار باسم «\(name)»"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المتاح: اقتباس وإطار وتفاصيل وشعر ومعرض")),
            at: offset)
    }

    static func boxNotClosed(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.boxNotClosed,
            Message(
                en: "the box “\(name)” has no end; write a line “:::” behind it",
                ar: "الإطار «\(name)» بلا نهاية؛ اكتب سطر «:::» بعده"), at: offset)
    }

    static func strayBoxEnd(at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.boxNotOpen,
            Message(
                en: "the line “:::” ends a box, and none is open here; remove it, or name the box",
                ar: "السطر «:::» ينهي إطارًا ولا إطار مفتوح هنا؛ احذفه أو سمِّ الإطار"), at: offset)
    }

    static func unknownNote(_ label: String, known: [String], at offset: Int) -> Remark {
        let near = label.count > 2 ? suggestion(for: label, among: known) : nil
        return Remark(
            .error, id: MarkdownRule.footnoteMissing,
            Message(
                en: "the footnote “\(label)” is not defined"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; write “[^\(label)]: …” on a line of its own"),
                ar: "الهامش «\(label)» غير معرّف"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اكتب «[^\(label)]: …» في سطر مستقل")), at: offset)
    }

    static func unusedNote(_ label: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.footnoteUnused,
            Message(
                en: "no text refers to the footnote “\(label)”; it is left out. Write “[^\(label)]” where it belongs",
                ar: "لا نص يشير إلى الهامش «\(label)»؛ حُذف. اكتب «[^\(label)]» في موضعه"), at: offset)
    }

    static func doubleNote(_ label: String, at offset: Int) -> Remark {
        Remark(
            .error, id: MarkdownRule.footnoteTwice,
            Message(
                en: "the footnote “\(label)” is defined twice; only the first definition counts",
                ar: "الهامش «\(label)» معرّف مرتين؛ يُعتمد التعريف الأول وحده"), at: offset)
    }

    static func doubleID(_ id: String, at offset: Int) -> Remark {
        Remark(
            .error, id: MarkdownRule.headingIDTwice,
            Message(
                en: "an id names one heading; “\(id)” is already taken",
                ar: "المعرّف لعنوان واحد؛ «\(id)» مستخدم من قبل"), at: offset)
    }

    static func emptyHeading(at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.headingWithoutWords,
            Message(
                en: "a heading has words; this one has none; write some, or take the line out",
                ar: "للعنوان الفرعي كلمات؛ وهذا بلا كلمات؛ اكتبه أو احذف السطر"), at: offset)
    }
}
