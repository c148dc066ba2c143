package import Base

/// What an article states about itself.
package enum ArticleRule: String, Rule {
    case fileName = "file-name"
    case duplicateID = "duplicate-id"
    case dateDiffers = "date-differs"
    case unusualDate = "unusual-date"
    case updatedBeforeDate = "updated-before-date"
    case expiresBeforeDate = "expires-before-date"
    case changeInFuture = "change-in-future"
    case silentStatus = "silent-status"
    case missingReason = "missing-reason"
    case characterReference = "character-reference"
    case undeclaredExtra = "undeclared-extra"
    case newTitle = "new-title"

    package static var theme: (english: String, arabic: String) {
        ("What an article says of itself", "ما يقوله المقال عن نفسه")
    }

    package var explanation: Explanation {
        switch self {
        case .silentStatus:
            Explanation(
                en: "Silence goes with a removal.",
                cause: "“silent” stands in an article that is not removed.",
                cure: "Add “status: removed”, or delete the line.",
                ar: "الصمت يرافق الإزالة.",
                cause: "«بصمت» في مقال لم يُزل.",
                cure: "أضف «الحالة: محذوف» أو احذف السطر.",
                Example(
                    .frontMatter, "silent: true", mended: "status: removed\nsilent: true", ar: "بصمت: نعم",
                    mended: "الحالة: محذوف\nبصمت: نعم"))
        case .fileName:
            Explanation(
                en: "A file's name is made of letters, digits and signs that can be seen.",
                cause: "An invisible sign came into the name, or the name is not UTF-8.",
                cure: "Rename the file, typing its name anew.",
                ar: "يتألف اسم الملف من حروف وأرقام وعلامات تُرى.",
                cause: "في الاسم علامة خفية، أو ليس بترميز UTF-8.",
                cure: "غيّر اسم الملف، واكتبه من جديد.",
                Example(
                    .told, "flo␇od.png", mended: "flood.png"))
        case .duplicateID:
            Explanation(
                en: "Each article has an id of its own.",
                cause: "A file was copied, and its “id” with it.",
                cure: "Delete the line in the copy, or change it.",
                ar: "لكل مقال معرّف خاص به.",
                cause: "نُسخ ملف ونُسخ معه معرّفه.",
                cure: "احذف السطر في النسخة، أو غيّره.",
                Example(
                    .frontMatter, "id: the-river", mended: "id: the-flood"))
        case .dateDiffers:
            Explanation(
                en: "The day in a file's name and its “date” agree.",
                cause: "They differ; the key holds.",
                cure: "Rename the file, or correct the date.",
                ar: "يتفق اليوم في اسم الملف مع «التاريخ».",
                cause: "يختلفان؛ ويُعمل بالمفتاح.",
                cure: "غيّر اسم الملف، أو صحّح التاريخ.",
                Example(
                    .file("Content/articles/2024-01-25-flood.md"),
                    """
                    ---
                    title: The flood
                    date: 24/1/2024
                    ---

                    The river rose.
                    """,
                    mended: """
                        ---
                        title: The flood
                        date: 25/1/2024
                        ---

                        The river rose.
                        """,
                    ar: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 24/1/2024
                        ---

                        فاض النهر.
                        """,
                    mended: """
                        ---
                        العنوان: الفيضان
                        التاريخ: 25/1/2024
                        ---

                        فاض النهر.
                        """))
        case .unusualDate:
            Explanation(
                en: "An article is dated in our days.",
                cause: "The year is long past or far ahead, mostly a slip of a digit.",
                cure: "Look at the year; where it is meant, nothing is to be done.",
                ar: "تاريخ المقال من أيامنا.",
                cause: "السنة بعيدة في الماضي أو في المستقبل، وغالبًا لخطأ في رقم.",
                cure: "راجع السنة؛ فإن كانت هي المقصودة فلا شيء عليك.",
                Example(
                    .frontMatter, "date: 24/1/1824", mended: "date: 24/1/2024", ar: "التاريخ: 24/1/1824",
                    mended: "التاريخ: 24/1/2024"))
        case .updatedBeforeDate:
            Explanation(
                en: "An update comes after the publication.",
                cause: "“updated” is earlier than “date”.",
                cure: "Correct the one that is wrong.",
                ar: "التحديث لا يسبق النشر.",
                cause: "«التحديث» قبل «التاريخ».",
                cure: "صحّح الخطأ منهما.",
                Example(
                    .frontMatter,
                    """
                    date: 24/1/2024
                    updated: 23/1/2024
                    """,
                    mended: """
                        date: 24/1/2024
                        updated: 25/1/2024
                        """,
                    ar: """
                        التاريخ: 24/1/2024
                        التحديث: 23/1/2024
                        """,
                    mended: """
                        التاريخ: 24/1/2024
                        التحديث: 25/1/2024
                        """))
        case .expiresBeforeDate:
            Explanation(
                en: "What leaves the site has come to it before.",
                cause: "“expires” is no later than “date”, so that the article never appears.",
                cure: "Correct the one that is wrong.",
                ar: "لا تنتهي مدة العرض قبل بدايتها.",
                cause: "«expires» ليس بعد «التاريخ»، فلا يظهر المقال أبدًا.",
                cure: "صحّح الخطأ منهما.",
                Example(
                    .frontMatter,
                    """
                    date: 24/1/2024
                    expires: 24/1/2024
                    """,
                    mended: """
                        date: 24/1/2024
                        expires: 24/1/2034
                        """))
        case .changeInFuture:
            Explanation(
                en: "An update or a correction has happened.",
                cause: "Its day is still to come.",
                cure: "Write the day on which it was made.",
                ar: "التحديث والتصويب مما وقع.",
                cause: "يومه لم يأت بعد.",
                cure: "اكتب يوم وقوعه.",
                Example(
                    .frontMatter, "updated: 24/1/2090", mended: "updated: 25/1/2024", ar: "التحديث: 24/1/2090",
                    mended: "التحديث: 25/1/2024"))
        case .missingReason:
            Explanation(
                en: "An article that is retracted tells readers why.",
                cause: "There is no “reason”.",
                cure: "Add a line with one sentence.",
                ar: "المقال المسحوب يقول للقراء لماذا سُحب.",
                cause: "لا سطر «السبب».",
                cure: "أضف سطرًا فيه جملة واحدة.",
                Example(
                    .frontMatter, "status: retracted",
                    mended: """
                        status: retracted
                        reason: The figures were those of another year.
                        """, ar: "الحالة: مسحوب",
                    mended: """
                        الحالة: مسحوب
                        السبب: كانت الأرقام لسنة أخرى.
                        """))
        case .characterReference:
            Explanation(
                en: "A headline is printed as it stands.",
                cause: "It has a reference such as “&quot;” in it, which readers would see.",
                cure: "Type the character itself.",
                ar: "يُطبع العنوان كما هو.",
                cause: "فيه رمز مثل «&quot;» سيراه القراء.",
                cure: "اكتب المحرف نفسه.",
                Example(
                    .frontMatter, "title: The &quot;great&quot; flood", mended: "title: The “great” flood",
                    ar: "العنوان: الفيضان &quot;الكبير&quot;", mended: "العنوان: الفيضان «الكبير»"))
        case .undeclaredExtra:
            Explanation(
                en: "Fields of your own are declared in site.yaml.",
                cause: "The field under “extra” is not declared there, or is spelled otherwise.",
                cure: "Spell it as there, or add it under “extra” in site.yaml.",
                ar: "الحقول الخاصة بكم معلنة في site.yaml.",
                cause: "الحقل الذي تحت extra غير معلن هناك، أو كُتب بغير اسمه.",
                cure: "اكتبه كما هو هناك، أو أضفه تحت extra في site.yaml.",
                Example(
                    .frontMatter,
                    """
                    extra:
                      metre: 2
                    """,
                    mended: """
                        extra:
                          metres: 2
                        """))
        case .newTitle:
            Explanation(
                en: "An article has a headline.",
                cause: "“sitegen new article” was given none, or one of blanks.",
                cure: "Write the headline between quotes.",
                ar: "للمقال عنوان.",
                cause: "لم يُذكر بعد «sitegen new article» عنوان، أو ذُكرت مسافات.",
                cure: "اكتب العنوان بين علامتي اقتباس.",
                Example(
                    .told, #"sitegen new article """#, mended: #"sitegen new article "The flood""#,
                    ar: #"sitegen new article """#, mended: #"sitegen new article "الفيضان""#))
        }
    }
}
