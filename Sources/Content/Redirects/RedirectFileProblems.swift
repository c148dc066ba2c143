import Base

/// What may be wrong with a single line of `Content/redirects.tsv`.
extension Diagnostic {
    static func redirectColumns(isGone: Bool, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.line,
            isGone
                ? Message(
                    en: "what is gone (410) leads nowhere; write the old address and 410 alone",
                    ar: "ما زال (410) لا يقود إلى شيء؛ اكتب العنوان القديم و410 وحدهما")
                : Message(
                    en:
                        "a redirect is an old address, a new one and perhaps a status, such as “/old/ /new/ 301”; a path "
                        + "with a space needs tabs between the columns, or %20",
                    ar:
                        "سطر التحويل عنوان قديم ثم جديد ثم رمز الحالة إن لزم، مثل ‎/old/ /new/ 301؛ والمسار الذي فيه فراغ "
                        + "تفصل أعمدته علامات جدولة، أو يُكتب فراغه ‎%20"),
            at: place)
    }

    static func redirectStatus(_ status: String, at place: Location) -> Diagnostic {
        let near = ["307": "302", "303": "302", "308": "301", "404": "410", "300": "301"][status]
        return Diagnostic(
            id: RedirectFileRule.status,
            Message(
                en: "a redirect's status is 301 (for ever), 302 (for now) or 410 (gone); this is “\(status)”"
                    + (near.map { "; did you mean \($0)?" } ?? ""),
                ar: "رمز التحويل 301 (دائم) أو 302 (مؤقت) أو 410 (زال)؛ والمكتوب «\(status)»"
                    + (near.map { "؛ هل قصدت \($0)؟" } ?? "")),
            at: place)
    }

    static func redirectHost(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.host,
            Message(
                en:
                    "a redirect stays within the site, of whose address a path is left, such as /old/; “\(text)” is "
                    + "elsewhere; redirect it in the server's own rules",
                ar:
                    "يبقى التحويل داخل الموقع، ويُكتب مسارًا مثل ‎/old/؛ و«\(text)» خارجه؛ حوّله في قواعد الخادم نفسه"),
            at: place)
    }

    static func redirectStar(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.star,
            Message(
                en:
                    "an old address ends with “/*”, which stands for all beneath it, or with its query, such as ?p=1234; in "
                    + "“\(text)” one of them stands before the end",
                ar:
                    "ينتهي العنوان القديم بـ«‎/*» لكل ما تحته، أو باستعلامه مثل ‎?p=1234؛ وفي «\(text)» يقع أحدهما قبل "
                    + "الآخر"),
            at: place)
    }

    static func redirectTarget(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.star,
            Message(
                en:
                    "a redirect leads to a path without “?” and “#”, which ends with “/*” only where the old address does; "
                    + "this is “\(text)”",
                ar:
                    "يقود التحويل إلى مسار بلا «?» و«#»، ولا ينتهي بـ«‎/*» إلا إن انتهى بها العنوان القديم؛ والمكتوب "
                    + "«\(text)»"),
            at: place)
    }

    static func redirectQuery(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.query,
            Message(
                en:
                    "a query is names and values, such as ?p=1234&lang=ar, each name once, of Latin letters, digits and "
                    + "“_”; this is “\(text)”",
                ar:
                    "الاستعلام أسماء وقيم مثل ‎?p=1234&lang=ar، كل اسم مرة واحدة، من حروف لاتينية وأرقام و«_»؛ والمكتوب "
                    + "«\(text)»"),
            at: place)
    }

    static func redirectPath(_ text: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectFileRule.path,
            Message(
                en:
                    "a path of the site starts with “/”, stays inside it and has no control characters, such as "
                    + "/2019/old-name/; this is “\(text)”",
                ar:
                    "يبدأ المسار داخل الموقع بـ«/» ولا يخرج منه ولا يحوي محارف تحكم، مثل ‎/2019/old-name/؛ والمكتوب "
                    + "«\(text)»"),
            at: place)
    }
}
