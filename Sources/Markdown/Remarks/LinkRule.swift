package import Base

/// How the links and pictures of a body are written.
package enum LinkRule: String, Rule {
    case linkScheme = "link-scheme"
    case halfAddress = "half-address"
    case emptyLink = "empty-link"
    case linkWithoutWords = "link-without-words"
    case linkInLink = "link-in-link"
    case linkNotClosed = "link-not-closed"
    case linkNotRead = "link-not-read"
    case undefinedReference = "undefined-reference"
    case definitionInParagraph = "definition-in-paragraph"
    case longLinkDefinition = "long-link-definition"
    case pictureWithoutAlt = "picture-without-alt"
    case pictureNamedByFile = "picture-named-by-file"
    case galleryWithoutPictures = "gallery-without-pictures"
    case untitledRecording = "untitled-recording"
    case cardWithoutTitle = "card-without-title"

    package static var theme: (english: String, arabic: String) {
        ("Links and pictures in a text", "الروابط والصور في النص")
    }

    package var explanation: Explanation {
        switch self {
        case .linkScheme:
            Explanation(
                en: "A link leads to https, http, mailto or tel, or to a page of the site.",
                cause: "Another kind of address, such as “javascript:”, could run in readers' browsers.",
                cure: "Write the address of a page, or take the link out.",
                ar: "يقود الرابط إلى https أو http أو mailto أو tel، أو إلى صفحة في الموقع.",
                cause: "نوع آخر من العناوين، مثل «javascript:»، قد يعمل في متصفح القارئ.",
                cure: "اكتب عنوان صفحة، أو احذف الرابط.",
                Example(
                    .body, "[the river](javascript:void)", mended: "[the river](river.md)",
                    ar: "[النهر](javascript:void)", mended: "[النهر](river.md)"))
        case .halfAddress:
            Explanation(
                en: "An address begins with “https://” and a name.",
                cause: "A slash or the name is missing, so that browsers look for the page on this site.",
                cure: "Write the whole address.",
                ar: "يبدأ العنوان بـ«https://» ثم اسم الموقع.",
                cause: "تنقص شرطة أو ينقص الاسم، فيبحث المتصفح عن الصفحة في موقعك.",
                cure: "اكتب العنوان كاملًا.",
                Example(
                    .body, "[the report](https:/example.org/report)",
                    mended: "[the report](https://example.org/report)", ar: "[التقرير](https:/example.org/report)",
                    mended: "[التقرير](https://example.org/report)"))
        case .emptyLink:
            Explanation(
                en: "A link says between its parentheses where it leads.",
                cause: "The parentheses are empty, and the link leads to the page that it stands on.",
                cure: "Write the address, or take the brackets away.",
                ar: "يذكر الرابط بين قوسيه وجهته.",
                cause: "القوسان فارغان، فيقود الرابط إلى صفحته نفسها.",
                cure: "اكتب العنوان، أو احذف الأقواس.",
                Example(
                    .body, "[the river]()", mended: "[the river](river.md)", ar: "[النهر]()",
                    mended: "[النهر](river.md)"))
        case .linkWithoutWords:
            Explanation(
                en: "A link has words that readers see and follow.",
                cause: "Nothing stands between the brackets.",
                cure: "Write a word or two that say where the link leads.",
                ar: "للرابط كلمات يراها القارئ ويتبعها.",
                cause: "لا شيء بين القوسين المعقوفين.",
                cure: "اكتب كلمة أو كلمتين تقولان إلى أين يقود.",
                Example(
                    .body, "Read [](river.md).", mended: "Read [about the river](river.md).", ar: "اقرأ [](river.md).",
                    mended: "اقرأ [عن النهر](river.md)."))
        case .linkInLink:
            Explanation(
                en: "No link stands inside another.",
                cause: "The words of one link hold a second one, and a browser can follow only one of them.",
                cure: "Keep one, or write the two behind each other.",
                ar: "لا يحوي الرابط رابطًا آخر.",
                cause: "في كلمات الرابط رابط ثانٍ، ولا يتبع المتصفح إلا واحدًا.",
                cure: "أبقِ أحدهما، أو اكتبهما واحدًا بعد الآخر.",
                Example(
                    .body, #"<a href="/2024/01/river/">the [river](river.md)</a>"#, mended: "the [river](river.md)",
                    ar: #"<a href="/2024/01/river/">ماء [النهر](river.md)</a>"#, mended: "ماء [النهر](river.md)"))
        case .linkNotClosed:
            Explanation(
                en: "A link ends with “)” in its own line.",
                cause: "The parenthesis is missing, and readers see the brackets and the address.",
                cure: "Add “)” behind the address.",
                ar: "ينتهي الرابط بـ«)» في سطره.",
                cause: "ينقص القوس، فيرى القراء الأقواس والعنوان.",
                cure: "أضف «)» بعد العنوان.",
                Example(
                    .body, "[the river](river.md", mended: "[the river](river.md)", ar: "[النهر](river.md",
                    mended: "[النهر](river.md)"))
        case .linkNotRead:
            Explanation(
                en: "An address has no blanks, and a title stands in quotes behind it.",
                cause: "A blank stands in the address, and readers see the whole as text.",
                cure: "Write “%20” for each blank.",
                ar: "لا مسافات في العنوان، والشرح بعده بين علامتي اقتباس.",
                cause: "في العنوان مسافة، فيرى القراء كل ذلك نصًا.",
                cure: "اكتب «%20» مكان كل مسافة.",
                Example(
                    .body, "[the report](https://example.org/the report)",
                    mended: "[the report](https://example.org/the%20report)",
                    ar: "[التقرير](https://example.org/the report)",
                    mended: "[التقرير](https://example.org/the%20report)"))
        case .undefinedReference:
            Explanation(
                en: "A link to a name has a line that says where the name leads.",
                cause: "No line “[name]: address” has this name; often the two are spelled differently.",
                cure: "Write such a line on its own behind a blank line, or spell both alike.",
                ar: "للرابط إلى اسم سطر يذكر وجهة ذلك الاسم.",
                cause: "لا سطر «[اسم]: عنوان» بهذا الاسم، وكثيرًا ما تختلف الكتابة بينهما.",
                cure: "اكتب سطرًا مستقلًا بعد سطر فارغ، أو وحّد كتابة الاسمين.",
                Example(
                    .body, "[the river][nile]",
                    mended: """
                        [the river][nile]

                        [nile]: river.md
                        """, ar: "[النهر][النيل]",
                    mended: """
                        [النهر][النيل]

                        [النيل]: river.md
                        """))
        case .definitionInParagraph:
            Explanation(
                en: "A line that says where a name leads stands behind a blank line.",
                cause: "It follows a line of text, and so it is a part of that paragraph and shown.",
                cure: "Put a blank line before it.",
                ar: "السطر الذي يذكر وجهة الاسم يسبقه سطر فارغ.",
                cause: "جاء بعد سطر من النص، فصار جزءًا من الفقرة وظهر فيها.",
                cure: "ضع قبله سطرًا فارغًا.",
                Example(
                    .body, "The [river][nile] rose.\n[nile]: https://example.org/nile",
                    mended: "The [river][nile] rose.\n\n[nile]: https://example.org/nile",
                    ar: "فاض [النهر][النيل].\n[النيل]: https://example.org/nile",
                    mended: "فاض [النهر][النيل].\n\n[النيل]: https://example.org/nile"))
        case .longLinkDefinition:
            Explanation(
                en: "A line that says where a name leads is short.",
                cause: "The line is longer than any address, often since a picture was pasted into it as letters.",
                cure: "Save the picture as a file beside the article and name that file.",
                ar: "السطر الذي يذكر وجهة الاسم قصير.",
                cause: "السطر أطول من أي عنوان، وغالبًا لأن صورة لُصقت فيه حروفًا.",
                cure: "احفظ الصورة ملفًا بجانب المقال واذكر اسمه.",
                Example(
                    .told, "[map]: data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA…", mended: "[map]: map.png"))
        case .pictureWithoutAlt:
            Explanation(
                en: "A picture says in words what it shows, for those who cannot see it.",
                cause: "Nothing stands between the brackets, or the lead picture has no “alt”.",
                cure: "Write one sentence that says what is to be seen.",
                ar: "للصورة وصف لمن لا يراها.",
                cause: "لا شيء بين القوسين المعقوفين، أو ليس للصورة الرئيسة وصف.",
                cure: "اكتب جملة تقول ما يُرى فيها.",
                Example(
                    .body, "![](rain.png)", mended: "![Rain over the river](rain.png)", ar: "![](rain.png)",
                    mended: "![مطر فوق النهر](rain.png)"))
        case .cardWithoutTitle:
            Explanation(
                en: "The card of a film or a post of another site says what it shows.",
                cause: "The address stands alone, and nothing is asked of that site to learn a title.",
                cure: "Write what is to be seen in brackets and the address in parentheses behind it.",
                ar: "تقول بطاقة الفيديو أو المنشور من موقع آخر ما تعرضه.",
                cause: "العنوان وحده في السطر، ولا يُسأل ذلك الموقع عن اسم.",
                cure: "اكتب ما يُعرض بين قوسين مربعين، والعنوان بين قوسين بعده.",
                Example(
                    .body, "https://www.youtube.com/watch?v=dam1",
                    mended: "[The dam](https://www.youtube.com/watch?v=dam1)",
                    ar: "https://www.youtube.com/watch?v=dam1",
                    mended: "[السد](https://www.youtube.com/watch?v=dam1)"))
        case .pictureNamedByFile:
            Explanation(
                en: "A picture's words say what it shows.",
                cause: "They are the name of a file, which says nothing to those who cannot see the picture.",
                cure: "Write one sentence that says what is to be seen.",
                ar: "وصف الصورة يقول ما يُرى فيها.",
                cause: "كُتب اسم ملف مكان الوصف، وهو لا يقول شيئًا لمن لا يرى الصورة.",
                cure: "اكتب جملة تقول ما يُرى فيها.",
                Example(
                    .body, "![rain.png](rain.png)", mended: "![Rain over the river](rain.png)",
                    ar: "![rain.png](rain.png)", mended: "![مطر فوق النهر](rain.png)"))
        case .galleryWithoutPictures:
            Explanation(
                en: "A gallery holds pictures.",
                cause: "No picture stands between “:::” and “:::”.",
                cure: "Put the pictures between these lines, or take the lines out.",
                ar: "في المعرض صور.",
                cause: "لا صورة بين «:::» و«:::».",
                cure: "ضع الصور بين هذين السطرين، أو احذفهما.",
                Example(
                    .body,
                    """
                    ::: gallery
                    The dam from the air.
                    :::
                    """,
                    mended: """
                        ::: gallery
                        ![The dam from the air](rain.png)
                        :::
                        """,
                    ar: """
                        ::: معرض
                        السد من الجو.
                        :::
                        """,
                    mended: """
                        ::: معرض
                        ![السد من الجو](rain.png)
                        :::
                        """))
        case .untitledRecording:
            Explanation(
                en: "A recording has a title.",
                cause: "The brackets in front of its file are empty, so that a player has no name to say.",
                cure: "Write in the brackets what is to be heard or seen.",
                ar: "للتسجيل عنوان.",
                cause: "القوسان أمام اسم ملفه فارغان، فلا اسم للمشغل.",
                cure: "اكتب بين القوسين ما يُسمع أو يُرى.",
                Example(
                    .told, "![](interview.mp3)", mended: "![The interview](interview.mp3)",
                    ar: "![](interview.mp3)", mended: "![المقابلة](interview.mp3)"))
        }
    }
}
