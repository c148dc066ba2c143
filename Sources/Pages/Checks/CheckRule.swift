package import Base

/// What is looked at once the whole site is known: links, pictures, what formats need and what editors are advised.
package enum CheckRule: String, Rule {
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case pictureBlocked = "picture-blocked"
    case headingOrder = "heading-order"
    case linkText = "link-text"
    case logoMissing = "logo-missing"
    case logoSmall = "logo-small"
    case iconSmall = "icon-small"
    case shareImageMissing = "share-image-missing"
    case shareImageType = "share-image-type"
    case shareImageSmall = "share-image-small"
    case shareImageLarge = "share-image-large"
    case descriptionMissing = "description-missing"
    case securityExpired = "security-expired"
    case hostFiles = "host-files"

    package static var theme: (english: String, arabic: String) {
        ("Links, pictures and what other programs expect", "الروابط والصور وما تنتظره البرامج الأخرى")
    }

    package var explanation: Explanation {
        switch self {
        case .brokenLink:
            Explanation(
                en: "A link inside the site leads to one of its pages or files.",
                cause: "The name is mistyped, the page is gone, or it is not public yet.",
                cure: "Write the name that the message suggests, or take the link out.",
                ar: "يقود الرابط الداخلي إلى صفحة أو ملف في الموقع.",
                cause: "كُتب الاسم خطأ، أو ذهبت الصفحة، أو لم تُنشر بعد.",
                cure: "اكتب الاسم الذي تقترحه الرسالة، أو احذف الرابط.",
                Example(
                    .body, "[the river](rivre.md)", mended: "[the river](river.md)", ar: "[النهر](rivre.md)",
                    mended: "[النهر](river.md)"))
        case .brokenAnchor:
            Explanation(
                en: "A link to a part of a page names one of its headings.",
                cause: "No heading there has this name.",
                cure: "Copy the address from the heading in the preview.",
                ar: "الرابط إلى جزء من صفحة يسمّي أحد عناوينها الفرعية.",
                cause: "لا عنوان فرعيًا هناك بهذا الاسم.",
                cure: "انسخ العنوان من المعاينة.",
                Example(
                    .body, "[see below](#dam)",
                    mended: """
                        [see below](#dam)

                        ## The dam {#dam}
                        """, ar: "[انظر أدناه](#dam)",
                    mended: """
                        [انظر أدناه](#dam)

                        ## السد {#dam}
                        """))
        case .pictureBlocked:
            Explanation(
                en: "Pictures come from the site itself, as its security policy says.",
                cause: "A picture's address is on another server, and browsers do not show it.",
                cure: "Put the file beside the article, or allow that server under “csp” in site.yaml.",
                ar: "تأتي الصور من الموقع نفسه، بحكم سياسة أمنه.",
                cause: "عنوان الصورة في خادم آخر، فلا تعرضها المتصفحات.",
                cure: "ضع الملف بجانب المقال، أو اسمح بذلك الخادم تحت «csp» في site.yaml.",
                Example(
                    .body, "![Rain](https://cdn.example.org/rain.png)", mended: "![Rain](rain.png)",
                    ar: "![مطر](https://cdn.example.org/rain.png)", mended: "![مطر](rain.png)"))
        case .headingOrder:
            Explanation(
                en: "A heading is at most one level below the one before it.",
                cause: "A level was skipped, and readers who hear the page lose the thread.",
                cure: "Use “##”, and “###” beneath it.",
                ar: "لا ينزل العنوان الفرعي أكثر من مستوى عما قبله.",
                cause: "تُجاوز مستوى، فيضيع من يسمع الصفحة.",
                cure: "استعمل «##» ثم «###» تحتها.",
                Example(
                    .body,
                    """
                    ## The flood

                    #### The dam
                    """,
                    mended: """
                        ## The flood

                        ### The dam
                        """,
                    ar: """
                        ## الفيضان

                        #### السد
                        """,
                    mended: """
                        ## الفيضان

                        ### السد
                        """))
        case .linkText:
            Explanation(
                en: "A link's words say where it leads, for who hears them alone.",
                cause: "They say “here” or “more”.",
                cure: "Link the words that name the thing.",
                ar: "تقول كلمات الرابط إلى أين يقود، لمن يسمعها وحدها.",
                cause: "الكلمات «هنا» أو «المزيد».",
                cure: "اجعل الرابط على الكلمات التي تسمّي الشيء.",
                Example(
                    .body, "On the river [here](river.md).", mended: "On [the river](river.md).",
                    ar: "عن النهر [هنا](river.md).", mended: "عن [النهر](river.md)."))
        case .logoMissing:
            Explanation(
                en: "Search engines and feeds show the outlet's logo as PNG or JPEG.",
                cause: "There is none.",
                cure: "Put one into Content/assets and name it under “logo”.",
                ar: "تعرض محركات البحث والخلاصات شعار الموقع بصيغة PNG أو JPEG.",
                cause: "لا شعار كذلك.",
                cure: "ضع واحدًا في Content/assets واذكره تحت «logo».",
                Example(
                    .told, "logo: assets/logo.svg", mended: "logo: assets/logo.png"))
        case .logoSmall:
            Explanation(
                en: "A logo has at least 112 × 112 pixels.",
                cause: "Search engines show no smaller one.",
                cure: "Save it larger.",
                ar: "لا يقل الشعار عن 112 × 112 بكسل.",
                cause: "لا تعرض محركات البحث أصغر منه.",
                cure: "احفظه بقياس أكبر.",
                Example(
                    .told, "logo.png, 64 × 64", mended: "logo.png, 512 × 512"))
        case .iconSmall:
            Explanation(
                en: "The largest icon has at least 192 × 192 pixels.",
                cause: "Phones that keep the site on their first screen want as much.",
                cure: "Add a larger one, or an SVG.",
                ar: "لا تقل أكبر الأيقونات عن 192 × 192 بكسل.",
                cause: "هذا ما تطلبه الهواتف التي تضع الموقع على شاشتها.",
                cure: "أضف أكبر منها، أو ملف SVG.",
                Example(
                    .told, "icon.png, 64 × 64", mended: "icon.png, 512 × 512"))
        case .shareImageMissing:
            Explanation(
                en: "A link to a page without a picture shows the outlet's.",
                cause: "There is none.",
                cure: "Put og.png, 1200 × 630, into Content/assets.",
                ar: "رابط الصفحة التي لا صورة لها يعرض صورة الموقع.",
                cause: "لا صورة للموقع.",
                cure: "ضع og.png بقياس 1200 × 630 في Content/assets.",
                Example(
                    .told, "Content/assets/", mended: "Content/assets/og.png"))
        case .shareImageType:
            Explanation(
                en: "Networks show a link's picture as JPEG or PNG.",
                cause: "The lead picture is of another kind; the outlet's is shown instead.",
                cure: "Save it as JPEG.",
                ar: "تعرض الشبكات صورة الرابط بصيغة JPEG أو PNG.",
                cause: "الصورة الرئيسة من نوع آخر، فتظهر صورة الموقع بدلًا منها.",
                cure: "احفظها بصيغة JPEG.",
                Example(
                    .told, "src: flood.webp", mended: "src: flood.jpg"))
        case .shareImageSmall:
            Explanation(
                en: "A lead picture is at least 1,200 pixels wide.",
                cause: "Google Discover passes over smaller ones.",
                cure: "Save it larger.",
                ar: "لا يقل عرض الصورة الرئيسة عن 1200 بكسل.",
                cause: "يتجاوز Google Discover ما هو أصغر.",
                cure: "احفظها بقياس أكبر.",
                Example(
                    .told, "flood.jpg, 800 × 450", mended: "flood.jpg, 1600 × 900"))
        case .shareImageLarge:
            Explanation(
                en: "A lead picture weighs at most 300 KB.",
                cause: "WhatsApp shows no heavier one with a link.",
                cure: "Save it with less quality.",
                ar: "لا يزيد وزن الصورة الرئيسة على 300 كيلوبايت.",
                cause: "لا يعرض واتساب أثقل منها مع الرابط.",
                cure: "احفظها بجودة أقل.",
                Example(
                    .told, "flood.jpg, 420 KB", mended: "flood.jpg, 180 KB"))
        case .descriptionMissing:
            Explanation(
                en: "Search engines and feeds say in a sentence what the outlet is.",
                cause: "site.yaml has no “description”.",
                cure: "Add the line.",
                ar: "تقول محركات البحث والخلاصات في جملة ما هو الموقع.",
                cause: "ليس في site.yaml «description».",
                cure: "أضف السطر.",
                Example(
                    .told, "name: جريدة النهر",
                    mended: """
                        name: جريدة النهر
                        description: أخبار النهر وأهله
                        """))
        case .securityExpired:
            Explanation(
                en: "The file security.txt holds until a day to come.",
                cause: "Its “expires” is past, and finders of faults no longer trust it.",
                cure: "Write a day within the next year.",
                ar: "يسري security.txt إلى يوم قادم.",
                cause: "مضى «expires»، فلم يعد يثق به من يجد ثغرة.",
                cure: "اكتب يومًا في السنة القادمة.",
                Example(
                    .settings,
                    """
                    security:
                      contact: mailto:security@example.org
                      expires: 2024-01-01
                    """,
                    mended: """
                        security:
                          contact: mailto:security@example.org
                          expires: 2034-01-01
                        """))
        case .hostFiles:
            Explanation(
                en: "A site has no more files than its host takes.",
                cause: "Cloudflare Pages takes 20,000, and pictures are up to nine files each.",
                cure: "Move to a host without such a limit, or make fewer sizes with “pictures: sizes” in site.yaml.",
                ar: "لا تزيد ملفات الموقع على ما يقبله المضيف.",
                cause: "يقبل Cloudflare Pages عشرين ألف ملف، والصورة الواحدة تسعة ملفات أو أقل.",
                cure: "انتقل إلى مضيف بلا هذا الحد، أو قلل المقاسات بـ«pictures: sizes» في site.yaml.",
                Example(
                    .told, "servers: cloudflare, and 19,500 files", mended: "servers: nginx",
                    ar: "servers: cloudflare و19,500 ملف", mended: "servers: nginx"))
        }
    }
}
