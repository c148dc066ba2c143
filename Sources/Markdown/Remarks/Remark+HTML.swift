import Base

/// Remarks on HTML of the author's own.
extension Remark {
    static func escapedHTML(at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.htmlEscaped,
            Message(
                en: "HTML in an article is shown as text; write Markdown, or set “html: allow” in site.yaml",
                ar: "تظهر شيفرة HTML في المقال نصًا؛ اكتب بصيغة Markdown أو اضبط «html: allow» في site.yaml"), at: offset
        )
    }

    static func openComment(at offset: Int) -> Remark {
        Remark(
            .error, id: MarkdownRule.commentNotClosed,
            Message(
                en:
                    "a comment runs from “<!--” to “-->” with no blank line in it; this one has no end, and "
                    + "readers would see it",
                ar: "يمتد التعليق من «‎<!--» إلى «‎-->» بلا سطر فارغ فيه؛ هذا لا نهاية له، وسيراه القراء"), at: offset)
    }

    static func schemeInHTML(_ destination: String, at offset: Int) -> Remark {
        let destination = destination.count > 80 ? destination.prefix(80) + "…" : destination
        return Remark(
            .error, id: LinkRule.linkScheme,
            Message(
                en: "a link leads to http, https, mailto or tel, or within the site; take “\(destination)” out",
                ar: "لا يؤدي الرابط إلا إلى http أو https أو mailto أو tel أو داخل الموقع؛ احذف «\(destination)»"),
            at: offset)
    }

    static func elementNotClosed(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.htmlNotClosed,
            Message(
                en: "“<\(name)>” has no end, and takes in what follows; write “</\(name)>” where it ends",
                ar: "«‎<\(name)>» بلا نهاية فيشمل ما بعده؛ اكتب «‎</\(name)>» حيث ينتهي"), at: offset)
    }

    static func elementNotOpen(_ name: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.htmlNotOpen,
            Message(
                en: "“</\(name)>” ends nothing that is open here; take it out, or write “<\(name)>” where it begins",
                ar: "«‎</\(name)>» لا ينهي شيئًا مفتوحًا هنا؛ احذفه أو اكتب «‎<\(name)>» حيث يبدأ"), at: offset)
    }

    static func tagNotWhole(at offset: Int) -> Remark {
        Remark(
            .warning, id: MarkdownRule.htmlNotClosed,
            Message(
                en: "a tag ends with “>”; this one does not, and browsers take what follows for a part of it",
                ar: "ينتهي الوسم بـ«>»؛ وهذا بلا نهاية، فتعدّ المتصفحات ما بعده جزءًا منه"), at: offset)
    }
}
