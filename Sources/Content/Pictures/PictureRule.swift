package import Base

/// What files of pictures may be.
package enum PictureRule: String, Rule {
    case picture
    case svg
    case pictureFormat = "picture-format"
    case missingPicture = "missing-picture"
    case brokenPicture = "broken-picture"
    case damagedPicture = "damaged-picture"
    case pictureTooLarge = "picture-too-large"

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
        case .damagedPicture:
            Explanation(
                en: "A picture is whole: smaller ones are made of it for phones.",
                cause: "The file begins as a picture and cannot be decoded to its end, often since a copy was cut off.",
                cure: "Copy the file anew from where it came from, or open it in a program and save it again.",
                ar: "الصورة كاملة: تُصنع منها صور أصغر للهواتف.",
                cause: "يبدأ الملف كصورة ولا يُفك ترميزه إلى آخره، وغالبًا لأن نسخه انقطع.",
                cure: "انسخ الملف من مصدره من جديد، أو افتحه في برنامج واحفظه مرة أخرى.",
                Example(
                    .told, "rain.jpg, half of a picture", mended: "rain.jpg, all of it",
                    ar: "rain.jpg وفيه نصف صورة", mended: "rain.jpg كاملًا"))
        case .pictureTooLarge:
            Explanation(
                en: "A JPEG has at most 120 million pixels, a PNG or a WebP 50 million.",
                cause: "The header of the file promises more, which would fill the memory.",
                cure: "Scale the picture down; 4,000 pixels are more than any screen shows.",
                ar: "لا تزيد صورة JPEG على 120 مليون بكسل، ولا PNG أو WebP على 50 مليونًا.",
                cause: "يعد رأس الملف بأكثر من ذلك، وهذا يملأ الذاكرة.",
                cure: "صغّر الصورة؛ 4000 بكسل أكثر مما تعرضه أي شاشة.",
                Example(
                    .told, "rain.png, 20,000 × 20,000", mended: "rain.png, 4,000 × 4,000",
                    ar: "rain.png بمقاس 20000 × 20000", mended: "rain.png بمقاس 4000 × 4000"))
        }
    }
}
