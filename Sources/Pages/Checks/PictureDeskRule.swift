package import Base

/// What the picture desk looks at.
package enum PictureDeskRule: String, Rule {
    case pictureWithoutCaption = "picture-without-caption"
    case pictureWithoutCredit = "picture-without-credit"
    case pictureIncomplete = "picture-incomplete"
    case leadPictureRepeated = "lead-picture-repeated"
    case pictureHeavy = "picture-heavy"
    case pictureLarge = "picture-large"
    case pictureGPS = "picture-gps"

    package static var theme: (english: String, arabic: String) { ("The picture desk", "مكتب الصور") }

    package var explanation: Explanation {
        switch self {
        case .pictureWithoutCaption:
            Explanation(
                en: "Below a lead picture stands what, where and when it shows.",
                cause: "It has no “caption”; where its file has one, the message offers it.",
                cure: "Add the line.",
                ar: "تحت الصورة الرئيسة سطر يقول ما تُظهره وأين ومتى.",
                cause: "ليس فيها «caption»؛ وإن كان في ملفها سطر عرضته الرسالة.",
                cure: "أضف السطر.",
                Example(
                    .frontMatter,
                    """
                    image:
                      src: rain.png
                      alt: Rain over the river
                    """,
                    mended: """
                        image:
                          src: rain.png
                          alt: Rain over the river
                          caption: The river at noon on Monday
                        """,
                    ar: """
                        image:
                          src: rain.png
                          alt: مطر فوق النهر
                        """,
                    mended: """
                        image:
                          src: rain.png
                          alt: مطر فوق النهر
                          caption: النهر ظهر الاثنين
                        """))
        case .pictureWithoutCredit:
            Explanation(
                en: "A lead picture names who made it.",
                cause: "It has no “credit”.",
                cure: "Add the line.",
                ar: "تذكر الصورة الرئيسة صاحبها.",
                cause: "ليس فيها «credit».",
                cure: "أضف السطر.",
                Example(
                    .frontMatter,
                    """
                    image:
                      src: rain.png
                      alt: Rain over the river
                    """,
                    mended: """
                        image:
                          src: rain.png
                          alt: Rain over the river
                          credit: هند الرماني
                        """,
                    ar: """
                        image:
                          src: rain.png
                          alt: مطر فوق النهر
                        """,
                    mended: """
                        image:
                          src: rain.png
                          alt: مطر فوق النهر
                          credit: هند الرماني
                        """))
        case .pictureIncomplete:
            Explanation(
                en: "A lead picture has what site.yaml requires under “pictures: require”.",
                cause: "Its description for who cannot see it, its caption, or who made it is missing.",
                cure: "Add the line to the article's “image”.",
                ar: "للصورة الرئيسة ما يطلبه site.yaml تحت «pictures: require».",
                cause: "ينقصها وصف لمن لا يراها، أو سطر تحتها، أو اسم صاحبها.",
                cure: "أضف السطر إلى «image» في المقال.",
                Example(
                    .told, "pictures: {require: credit} and “image: rain.png”",
                    mended: "image: {src: rain.png, credit: هند الرماني}",
                    ar: "pictures: {require: credit} و«image: rain.png»",
                    mended: "image: {src: rain.png, credit: هند الرماني}"))
        case .leadPictureRepeated:
            Explanation(
                en: "A lead picture is another than that of the stories of the last 30 days.",
                cause: "The same file stands above two stories, and readers take the new one for the old.",
                cure: "Choose another picture for one of them.",
                ar: "الصورة الرئيسة غير صور مواد الثلاثين يومًا الماضية.",
                cause: "الملف نفسه فوق مادتين، فيظن القارئ الجديدة قديمة.",
                cure: "اختر صورة أخرى لإحداهما.",
                Example(
                    .told, "“image: rain.png” in two stories of one week", mended: "image: dam.png",
                    ar: "«image: rain.png» في مادتين من أسبوع واحد", mended: "image: dam.png"))
        case .pictureHeavy:
            Explanation(
                en: "A picture weighs at most 500 KB.",
                cause: "Readers with a slow phone would wait for it.",
                cure: "Save it with less quality or in a smaller size.",
                ar: "لا يزيد وزن الصورة على 500 كيلوبايت.",
                cause: "سينتظرها من كان هاتفه بطيئًا.",
                cure: "احفظها بجودة أقل أو بقياس أصغر.",
                Example(
                    .told, "flood.jpg, 2 MB", mended: "flood.jpg, 180 KB"))
        case .pictureLarge:
            Explanation(
                en: "A picture has at most 4,000 pixels in each direction.",
                cause: "No screen shows more.",
                cure: "Scale it down.",
                ar: "لا تزيد الصورة على 4000 بكسل في أي اتجاه.",
                cause: "لا شاشة تعرض أكثر من ذلك.",
                cure: "صغّر أبعادها.",
                Example(
                    .told, "flood.jpg, 6000 × 4000", mended: "flood.jpg, 2400 × 1600"))
        case .pictureGPS:
            Explanation(
                en: "A picture's file does not tell where it was taken.",
                cause: """
                    The camera noted the place; a build cuts it out of what it publishes, but the folder still has it.
                    """,
                cure: "Save the picture without its place, above all where a source is to be protected.",
                ar: "لا يقول ملف الصورة أين التُقطت.",
                cause: "سجّلت الكاميرا المكان؛ ويحذفه البناء مما ينشره، لكنه باقٍ في المجلد.",
                cure: "احفظ الصورة بلا مكانها، ولا سيما إن كان هناك مصدر يُحمى.",
                Example(
                    .told, "flood.jpg, with GPS 30.0 N 31.2 E", mended: "flood.jpg, without a place",
                    ar: "flood.jpg وفيها GPS 30.0 N 31.2 E", mended: "flood.jpg بلا مكان"))
        }
    }
}
