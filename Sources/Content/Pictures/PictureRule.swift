package import Base

/// What files of pictures may be.
package enum PictureRule: String, Rule {
    case picture
    case svg
    case pictureFormat = "picture-format"
    case missingPicture = "missing-picture"
    case brokenPicture = "broken-picture"

    package static var theme: (english: String, arabic: String) { ("Files of pictures", "ملفات الصور") }

    package var explanation: Explanation {
        switch self {
        case .picture:
            Explanation(
                en: "A file that bears a picture's name is one.",
                cause: """
                    It holds something else, often a page that was saved in place of the picture, or half a download.
                    """,
                cure: "Save the picture anew.",
                ar: "الملف الذي يحمل اسم صورة صورة.",
                cause: "فيه شيء آخر، وغالبًا صفحة حُفظت مكان الصورة، أو تنزيل لم يكتمل.",
                cure: "احفظ الصورة من جديد.",
                Example(
                    .told, "rain.png, a text", mended: "rain.png, a picture", ar: "rain.png وفيه نص",
                    mended: "rain.png وفيه صورة"))
        case .svg:
            Explanation(
                en: "Beside articles lie photographs; drawings in SVG lie in Content/assets.",
                cause: "An SVG may hold a program, and texts may come from strangers.",
                cure: "Save it as PNG, or move it into Content/assets.",
                ar: "بجانب المقالات صور؛ ورسوم SVG مكانها Content/assets.",
                cause: "قد يحوي ملف SVG برنامجًا، وقد تأتي النصوص من غرباء.",
                cure: "احفظه بصيغة PNG، أو انقله إلى Content/assets.",
                Example(
                    .told, "Content/articles/map.svg", mended: "Content/assets/map.svg"))
        case .pictureFormat:
            Explanation(
                en: "Pictures for the web are JPEG, PNG, GIF, WebP or AVIF.",
                cause: "The file is of another kind, which browsers do not show.",
                cure: "Save it as JPEG or PNG and name that file.",
                ar: "صور الويب JPEG أو PNG أو GIF أو WebP أو AVIF.",
                cause: "الملف من نوع آخر لا تعرضه المتصفحات.",
                cure: "احفظه بصيغة JPEG أو PNG واذكر ذلك الملف.",
                Example(
                    .body, "![Rain](rain.heic)", mended: "![Rain](rain.png)", ar: "![مطر](rain.heic)",
                    mended: "![مطر](rain.png)"))
        case .missingPicture:
            Explanation(
                en: "A picture that a text names lies beside it, or in Content/assets.",
                cause: "There is no file of this name.",
                cure: "Put it there, or correct the name.",
                ar: "الصورة التي يسمّيها النص بجانبه، أو في Content/assets.",
                cause: "لا ملف بهذا الاسم.",
                cure: "ضعها هناك، أو صحّح الاسم.",
                Example(
                    .body, "![Rain](rian.png)", mended: "![Rain](rain.png)", ar: "![مطر](rian.png)",
                    mended: "![مطر](rain.png)"))
        case .brokenPicture:
            Explanation(
                en: "An article's pictures can be read.",
                cause: "The picture itself is in error, and a build with “--hold-broken” leaves it out.",
                cure: "Mend the picture, or name another.",
                ar: "صور المقال تُقرأ.",
                cause: "في الصورة نفسها خطأ، فتركها بناء مع \u{200E}«--hold-broken»\u{200E}.",
                cure: "أصلح الصورة، أو اذكر غيرها.",
                Example(
                    .told, "![Rain](rain.png), and rain.png is a text",
                    mended: "![Rain](rain.png), and rain.png is a picture", ar: "![مطر](rain.png) وفي rain.png نص",
                    mended: "![مطر](rain.png) وفي rain.png صورة"))
        }
    }
}
