import Base

/// Remarks on links and pictures.
extension Remark {
    static func scheme(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .error, id: LinkRule.linkScheme,
            Message(
                en: "a link leads to http, https, mailto or tel, or within the site; “\(destination)” is shown as text",
                ar: "لا يؤدي الرابط إلا إلى http أو https أو mailto أو tel أو داخل الموقع؛ يُعرض «\(destination)» "
                    + "نصًا"),
            at: offset)
    }

    static func noAlternative(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: LinkRule.pictureWithoutAlt,
            Message(
                en: "a picture needs a text for those who cannot see it; write “![…](\(destination))”",
                ar: "تحتاج الصورة إلى نص لمن لا يراها؛ اكتب «![…](\(destination))»"), at: offset)
    }

    static func namedByFile(_ alternative: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: LinkRule.pictureNamedByFile,
            Message(
                en: "a picture's words say what it shows; “\(alternative)” is the name of a file",
                ar: "وصف الصورة يقول ما يُرى فيها؛ و«\(alternative)» اسم ملف"), at: offset)
    }

    static func emptyGallery(at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.galleryWithoutPictures,
            Message(
                en: "a gallery holds pictures, and none stands in this one; write “![…](picture.jpg)” on a line of it",
                ar: "في المعرض صور، ولا صورة في هذا؛ اكتب «![…](صورة.jpg)» في سطر منه"), at: offset)
    }

    static func untitledRecording(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: LinkRule.untitledRecording,
            Message(
                en: "a recording has a title, which players say; write “![…](\(destination))”",
                ar: "للتسجيل عنوان يقوله المشغل؛ اكتب «![…](\(destination))»"), at: offset)
    }

    static func cardWithoutTitle(_ address: String, at offset: Int) -> Remark {
        let short = address.count > 60 ? address.prefix(60) + "…" : address
        return Remark(
            .advice, id: LinkRule.cardWithoutTitle,
            Message(
                en: "the card of a film or a post says what it shows; write “[…](\(short))”",
                ar: "تقول بطاقة الفيديو أو المنشور ما تعرضه؛ اكتب «[…](\(short))»"), at: offset)
    }

    static func linkInLink(_ destination: String, at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.linkInLink,
            Message(
                en: "no link holds another; the inner one, to “\(destination)”, is shown as text",
                ar: "لا يحوي الرابط رابطًا آخر؛ يُعرض الداخلي المؤدي إلى «\(destination)» نصًا"), at: offset)
    }

    static func emptyLink(at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.emptyLink,
            Message(
                en: "a link says between its parentheses where it leads; this one is empty, and leads to its own page",
                ar: "يذكر الرابط بين قوسيه وجهته؛ وقوسا هذا فارغان، فيقود إلى صفحته نفسها"), at: offset)
    }

    static func linkNotClosed(isPicture: Bool, at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.linkNotClosed,
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
            .warning, id: LinkRule.linkNotRead,
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
            .warning, id: LinkRule.undefinedReference,
            Message(
                en: "no line says where “\(label)” leads, and the link is shown as text"
                    + (near.map { "; did you mean “\($0)”?" } ?? "; write “[\(label)]: https://…” on a line of its own"),
                ar: "لا سطر يذكر وجهة «\(label)»، فيظهر الرابط نصًا"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اكتب «[\(label)]: https://…» في سطر مستقل")), at: offset)
    }

    static func definitionInParagraph(at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.definitionInParagraph,
            Message(
                en:
                    "a line that says where a link leads stands behind a blank line; this one belongs to a "
                    + "paragraph and is shown",
                ar: "السطر الذي يذكر وجهة الرابط يسبقه سطر فارغ؛ وهذا من فقرة فيظهر"), at: offset)
    }

    static func halfAddress(_ address: String, at offset: Int) -> Remark {
        let shown = trimmedForMessage(address)
        return Remark(
            .warning, id: LinkRule.halfAddress,
            Message(
                en: "an address begins with “https://” and a name; “\(shown)” does not",
                ar: "يبدأ العنوان بـ«https://» ثم اسم الموقع؛ و«\(shown)» لا يبدأ به"), at: offset)
    }

    static func linkWithoutWords(at offset: Int) -> Remark {
        Remark(
            .warning, id: LinkRule.linkWithoutWords,
            Message(
                en:
                    "a link has words that readers can follow; this one has none, and nobody sees it; write "
                    + "“[words](…)”",
                ar: "للرابط كلمات يتبعها القارئ؛ وهذا بلا كلمات فلا يراه أحد؛ اكتب «[كلمات](…)»"), at: offset)
    }
}
