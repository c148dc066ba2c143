import Base

/// Remarks on what a body may have at most.
extension Remark {
    static func tooLarge(_ limit: Int) -> Remark {
        Remark(
            .error, id: MarkdownRule.bodyTooLarge,
            Message(
                en: "an article's text may have \(limit >> 20) MB at most; split it, or move the data into a file",
                ar: "لا يتجاوز نص المقال \(limit >> 20) ميغابايت؛ قسّمه أو انقل البيانات إلى ملف"), at: 0)
    }

    static func tooDeep(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.nestingTooDeep,
            Message(
                en: "quotes and lists may stand in one another \(limit) deep at most; what is deeper is shown as text",
                ar: "لا تتداخل الاقتباسات والقوائم أكثر من \(limit) مستوى؛ يُعرض ما زاد نصًا"), at: offset)
    }

    static func tooDeepEmphasis(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.emphasisTooDeep,
            Message(
                en:
                    "emphasis and links may stand in one another \(limit) deep at most; what is deeper is shown "
                    + "without",
                ar: "لا يتداخل التشديد والروابط أكثر من \(limit) مستوى؛ يُعرض ما زاد بلا تنسيق"), at: offset)
    }

    static func tooManyBrackets(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.bracketsTooDeep,
            Message(
                en: "at most \(limit) brackets may be open at once; further pictures are shown as text",
                ar: "لا يُفتح أكثر من \(limit) قوس معقوف معًا؛ تُعرض الصور التالية نصًا"), at: offset)
    }

    static func longDefinition(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.longLinkDefinition,
            Message(
                en: "a link's definition may have \(limit) bytes at most; this one is shown as text",
                ar: "لا يتجاوز تعريف الرابط \(limit) بايت؛ يُعرض هذا التعريف نصًا"), at: offset)
    }

    static func wideTable(_ limit: Int, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.tableTooWide,
            Message(
                en: "a table may have \(limit) columns at most; this one is shown as text",
                ar: "لا يتجاوز الجدول \(limit) عمود؛ يُعرض هذا الجدول نصًا"), at: offset)
    }
}
