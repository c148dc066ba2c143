import Base

/// What to do with a file of `Content/` that nobody reads. A text may be a draft that its author thinks unpublished, so
/// that nothing here may lead to its being public: only what is meant for readers goes into `Content/assets`.
enum UnusedFile {
    private static let textEndings = ["markdown", "mdown", "mkd", "mkdn", "mdwn", "md", "mdx", "txt", "text"]
    private static let documentEndings = [
        "html", "htm", "xhtml", "doc", "docx", "odt", "rtf", "pages", "tex", "org", "rst", "adoc", "wps",
    ]

    /// The name without the endings that programs put behind one another, and these, the last first: `خبر.md.txt` →
    /// خبر, txt, md.
    private static func parts(of name: String) -> (stem: String, endings: [String]) {
        var stem = bare(name)
        var endings: [String] = []
        while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
            let ending = bare(String(stem[stem.index(after: dot)...])).lowercased()
            guard endings.isEmpty || textEndings.contains(ending) || documentEndings.contains(ending) else { break }
            endings.append(ending)
            stem = String(stem[..<dot])
        }
        return (stem, endings)
    }

    static func advice(on path: String) -> Message {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name.hasSuffix(".md") {
            return Message(
                en:
                    "an article lies in Content/articles, an author in authors, a page in pages; nobody reads this "
                    + "file",
                ar: "مكان المقال Content/articles والكاتب authors والصفحة pages؛ لا أحد يقرأ هذا الملف")
        }
        let (stem, endings) = parts(of: name)
        let ending = endings.first ?? ""
        let right = stem + ".md"
        if endings.isEmpty || textEndings.contains(ending) {
            return Message(
                en: "a text has a name that ends in “.md”, or nobody reads it; rename this one to “\(right)”",
                ar: "ينتهي اسم النص بـ«‎.md» وإلا لم يُقرأ؛ غيّر اسم هذا إلى «\(right)»")
        }
        if documentEndings.contains(ending) {
            return Message(
                en:
                    "a text is written in Markdown, or nobody reads it; copy the text of this one into a new file "
                    + "“\(right)”",
                ar: "يُكتب النص بصيغة Markdown وإلا لم يُقرأ؛ انسخ نص هذا إلى ملف جديد باسم «\(right)»")
        }
        if UnshownPicture.isNamed(name) {
            return Message(
                en: "browsers show jpg, png, gif, webp and avif; save this picture as one of them",
                ar: "تعرض المتصفحات صور jpg وpng وgif وwebp وavif؛ احفظ هذه الصورة بإحداها")
        }
        return Message(
            en:
                "beside articles lie pictures (jpg, png, gif, webp, avif), recordings (mp3, m4a, mp4, webm) and documents "
                + "of the kinds that site.yaml lists; any other file for readers goes into Content/assets, where everybody "
                + "can read it, and what is not for them out of Content",
            ar:
                "توضع بجانب المقالات الصور (jpg وpng وgif وwebp وavif) والتسجيلات (mp3 وm4a وmp4 وwebm) والوثائق من "
                + "الأنواع التي يسردها site.yaml؛ وأي ملف آخر للقراء مكانه Content/assets حيث يقرؤه الجميع، وما ليس لهم "
                + "خارج Content")
    }
}
