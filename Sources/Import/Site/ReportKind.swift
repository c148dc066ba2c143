package import Base

extension ReportRow {
    /// What kind of thing a row tells of; the raw value is the first column of `Import/report.tsv`.
    package enum Kind: String, Sendable, CaseIterable {
        // To decide.
        case withdrawnThere = "withdrawn-there"
        case addressLost = "address-lost"
        case editedHere = "edited-here"
        case deletedHere = "deleted-here"
        case movedThere = "moved-there"
        case placeTaken = "place-taken"
        case authorUnknown = "author-unknown"
        case authorLogin = "author-login"
        case flagCategory = "flag-category"
        case sticky
        case permalinks
        case settings
        case address
        case sectionTree = "section-tree"
        // What did not come, and what came as a draft.
        case cutOff = "cut-off"
        case broken
        case itemSize = "item-size"
        case privatePost = "private"
        case password
        case status
        case draft
        case scheduledPast = "scheduled-past"
        case type
        case comments
        // Files.
        case pictureMissing = "picture-missing"
        case pictureRemote = "picture-remote"
        case leadPictureWaits = "lead-picture-waits"
        case mediaName = "media-name"
        case mediaSize = "media-size"
        case unusedFiles = "unused-files"
        case mediaTwin = "media-twin"
        case svg
        case mediaPlayer = "media-player"
        // Text.
        case linkDead = "link-dead"
        case linkScheme = "link-scheme"
        case block
        case shortcode
        case iframe
        case table
        case inline
        case text
        case html
        case empty
        case relatedLeftOut = "related-left-out"
        case liquid
        case markup
        case template
        case summaryOnly = "summary-only"
        // Fields.
        case title
        case slug
        case alias
        case dates
        case bulkEdit = "bulk-edit"
        case zone
        case tagComma = "tag-comma"
        case noindex
        case seoTitle = "seo-title"
        case redirect
        case noDate = "no-date"
        case frontMatter = "front-matter"
        case key
        case language
        case xml

        /// Whether an editor has to decide something.
        var isDecision: Bool {
            switch self {
            case .withdrawnThere, .addressLost, .editedHere, .deletedHere, .movedThere, .placeTaken, .authorUnknown,
                .authorLogin, .flagCategory, .sticky, .permalinks, .settings, .address, .cutOff, .broken, .frontMatter:
                true
            default: false
            }
        }

        /// Heading of the kind's rows in the report: what happened, and what to do about it.
        package var heading: Message {
            switch self {
            case .withdrawnThere:
                Message(
                    en: "No longer public in the old system; here it is still: set “draft: true” or “status: removed”",
                    ar: "لم تعد منشورة في النظام القديم وما زالت منشورة هنا؛ اكتب «draft: true» أو «status: removed»")
            case .addressLost:
                Message(
                    en: "Old addresses that lead nowhere; add a row to Content/redirects.tsv",
                    ar: "عناوين قديمة لا تؤدي إلى شيء؛ أضف لكل منها سطرًا في Content/redirects.tsv")
            case .editedHere:
                Message(
                    en: "Edited here and changed there: yours stays, the newer text lies in Import/newer/",
                    ar: "حُررت هنا وتغيرت هناك: بقي نصك، والنص الأحدث في Import/newer/")
            case .deletedHere:
                Message(en: "Deleted here: stays deleted", ar: "حُذفت هنا فتبقى محذوفة")
            case .movedThere:
                Message(
                    en: "Moved in the old system: the address here stays, the new one leads to it",
                    ar: "تغير عنوانها في النظام القديم: بقي عنوانها هنا، والعنوان الجديد يحيل إليه")
            case .placeTaken:
                Message(
                    en: "Another file had the place, which stays; the name got a number",
                    ar: "في الموضع ملف آخر لم يُمس؛ أضيف رقم إلى الاسم")
            case .authorUnknown:
                Message(
                    en: "Authors that the export does not name; give the name with --author LOGIN=NAME",
                    ar: "كتّاب لا يذكر الملف أسماءهم؛ اكتب الاسم مع --author LOGIN=NAME")
            case .authorLogin:
                Message(
                    en: "Bylines that are a login; give the name with --author LOGIN=NAME",
                    ar: "توقيعات هي أسماء دخول؛ اكتب الاسم مع --author LOGIN=NAME")
            case .flagCategory:
                Message(
                    en: "Categories that place a story on the front page and are no section: they became tags",
                    ar: "تصنيفات لموضع الخبر في الواجهة لا أقسام: صارت وسومًا")
            case .sticky:
                Message(
                    en: "Pinned to the front page; name them in Content/frontpage.yaml if they still belong there",
                    ar: "مثبتة في الواجهة؛ اذكرها في Content/frontpage.yaml إن كانت ما زالت هناك")
            case .permalinks:
                Message(
                    en: "The pattern of the old addresses has no equal here; each old address leads to the new one",
                    ar: "لا مثيل هنا لنمط العناوين القديمة؛ كل عنوان قديم يحيل إلى الجديد")
            case .settings:
                Message(
                    en: "site.yaml is yours and was not touched; put in what it lacks",
                    ar: "لم يُمس site.yaml لأنه لك؛ أضف ما ينقصه")
            case .address:
                Message(
                    en: "The old settings name no address of the site; write it in site.yaml for this one",
                    ar: "لا تذكر الإعدادات القديمة عنوان الموقع؛ اكتبه في site.yaml مكان هذا")
            case .sectionTree:
                Message(
                    en: "Categories beneath others: sections with children, at the addresses that they had",
                    ar: "تصنيفات تحت غيرها: صارت أقسامًا لها فروع، في عناوينها القديمة")
            case .cutOff:
                Message(
                    en: "The file ends in the middle; export it again. What was whole came",
                    ar: "ينتهي الملف في منتصفه؛ صدّره من جديد. ما كان كاملًا نُقل")
            case .broken:
                Message(
                    en: "The file cannot be read on from here; what stood before came",
                    ar: "لا يمكن قراءة الملف بعد هذا الموضع؛ ما سبقه نُقل")
            case .itemSize:
                Message(en: "Larger than 64 MB: left out", ar: "أكبر من 64 ميغابايت: تُرك")
            case .privatePost:
                Message(
                    en: "Private: left out; --private brings them as drafts",
                    ar: "خاصة: تُركت؛ الخيار --private ينقلها مسودات")
            case .password:
                Message(
                    en: "Behind a password: left out; --private brings them as drafts, without it",
                    ar: "محمية بكلمة سر: تُركت؛ الخيار --private ينقلها مسودات بلا كلمة السر")
            case .status:
                Message(en: "A status of a plug-in: came as a draft", ar: "حالة من إضافة: نُقلت مسودة")
            case .draft:
                Message(en: "Came as a draft", ar: "نُقلت مسودة")
            case .scheduledPast:
                Message(
                    en: "Was to appear at an hour that passed since the export: came as a draft",
                    ar: "كان موعد نشرها بعد التصدير وقد مضى: نُقلت مسودة")
            case .type:
                Message(
                    en: "Of other types: left out; --type brings one as articles",
                    ar: "من أنواع أخرى: تُركت؛ الخيار --type ينقل نوعًا منها مقالات")
            case .comments: Message(en: "Comments that were too long, and were cut", ar: "تعليقات أطول مما يلزم فقُصّت")
            case .pictureMissing: Message(en: "Pictures that are not there", ar: "صور غير موجودة")
            case .pictureRemote:
                Message(en: "Pictures on other sites: they stay there", ar: "صور في مواقع أخرى: بقيت هناك")
            case .leadPictureWaits:
                Message(
                    en: "Lead pictures that wait for their file; run again with --media",
                    ar: "صور رئيسية تنتظر ملفاتها؛ أعد التشغيل مع --media")
            case .mediaName:
                Message(
                    en: "Names of files that lead elsewhere: never opened",
                    ar: "أسماء ملفات تؤدي إلى خارج المجلد: لم تُفتح")
            case .unusedFiles:
                Message(
                    en: "Files that no text shows or links to: not copied; put what readers need into Content/assets",
                    ar: "ملفات لا تعرضها مادة ولا ترتبط بها: لم تُنسخ؛ ضع ما يحتاج إليه القراء في Content/assets")
            case .mediaSize:
                Message(
                    en: "Larger than 64 MB: stays on the old server",
                    ar: "أكبر من 64 ميغابايت: يبقى على الخادم القديم")
            case .mediaTwin:
                Message(
                    en: "Another file had the name; this one got a number", ar: "للاسم ملف آخر؛ أضيف رقم إلى هذا الملف")
            case .svg: Message(en: "SVG drawings: left out", ar: "رسوم SVG: تُركت")
            case .mediaPlayer: Message(en: "Sound and film: became links", ar: "صوت ومرئيات: صارت روابط")
            case .linkDead:
                Message(
                    en: "Links to what did not come: the words stayed", ar: "روابط إلى ما لم يُنقل: بقيت كلماتها")
            case .linkScheme:
                Message(
                    en: "Addresses that no link may have: the words stayed", ar: "عناوين لا تصلح رابطًا: بقيت كلماتها")
            case .block:
                Message(
                    en: "Blocks that only the old system can fill were left out; of a plug-in's the text stayed",
                    ar: "كتل لا يملؤها إلا النظام القديم تُركت؛ وبقي نص كتل الإضافات")
            case .shortcode:
                Message(en: "Shortcodes of plug-ins: their text stayed", ar: "رموز قصيرة لإضافات: بقي نصها")
            case .iframe: Message(en: "Frames of other sites: became links", ar: "إطارات من مواقع أخرى: صارت روابط")
            case .table:
                Message(
                    en: "Tables that became simpler; look whether they can still be read",
                    ar: "جداول بُسّطت؛ تحقق من أنها ما زالت تُقرأ")
            case .inline:
                Message(en: "Raised or lowered signs: written plainly", ar: "علامات مرفوعة أو منخفضة: كُتبت عادية")
            case .text:
                Message(
                    en: "Text that may look otherwise; compare it with the old page",
                    ar: "نص قد يظهر مختلفًا؛ قارنه بالصفحة القديمة")
            case .html: Message(en: "HTML beyond all measure: cut down", ar: "HTML تجاوز كل حد: اختُصر")
            case .empty: Message(en: "Without text", ar: "بلا نص")
            case .relatedLeftOut: Message(en: "Lines “read also”: left out", ar: "أسطر «اقرأ أيضًا»: تُركت")
            case .liquid:
                Message(
                    en: "Tags of templates: what they stood for came where it could be known; look at these",
                    ar: "وسوم قوالب: نُقل ما عُرف معناه منها؛ راجع هذه")
            case .markup:
                Message(
                    en: "HTML in the text: became Markdown, and of what has no equal the words stayed",
                    ar: "شيفرة HTML في النص: صارت Markdown، وما لا مثيل له بقيت كلماته")
            case .template:
                Message(
                    en: "Pages that are made by templates and have no text of their own: left out",
                    ar: "صفحات تصنعها القوالب ولا نص لها: تُركت")
            case .summaryOnly:
                Message(
                    en: "The feed holds a summary alone, which is the text now; fetch the rest from the old page",
                    ar: "في الخلاصة ملخص فقط وهو النص الآن؛ خذ الباقي من الصفحة القديمة")
            case .frontMatter:
                Message(
                    en:
                        "What stands before the text, or in the settings, cannot be read in its format: it was taken line by line; look at it",
                    ar: "ما قبل النص أو ما في الإعدادات لا يُقرأ بصيغته: أُخذ سطرًا سطرًا؛ راجعه")
            case .key:
                Message(
                    en:
                        "Fields that articles have not here: left out; declare one under “extra” in site.yaml and import again",
                    ar: "حقول لا مثيل لها في المقالات: تُركت؛ أعلن ما تريده منها تحت extra في site.yaml ثم أعد النقل")
            case .language:
                Message(
                    en: "Texts in other languages: left out; --language brings those of one",
                    ar: "نصوص بلغات أخرى: تُركت؛ الخيار --language ينقل نصوص إحداها")
            case .title: Message(en: "Without a headline: got one", ar: "بلا عنوان: أُعطيت عنوانًا")
            case .slug: Message(en: "Addresses cut in the middle of a letter", ar: "عناوين مقطوعة في منتصف حرف")
            case .alias: Message(en: "Old addresses that no path can hold", ar: "عناوين قديمة لا يصلح لها مسار")
            case .dates: Message(en: "Dates that were guessed; look at them", ar: "تواريخ قُدّرت؛ راجعها")
            case .bulkEdit:
                Message(
                    en: "Edited by the hundred in one hour, which is no update",
                    ar: "عُدلت بالجملة في ساعة واحدة، وليس ذلك تحديثًا")
            case .zone:
                Message(
                    en: "The time zone was guessed; give it with --time-zone",
                    ar: "قُدّرت المنطقة الزمنية؛ اكتبها مع --time-zone")
            case .tagComma:
                Message(en: "Tags with a comma, which parts tags here", ar: "وسوم فيها فاصلة، والفاصلة هنا تفصل الوسوم")
            case .noindex: Message(en: "Hidden from search engines there", ar: "محجوبة هناك عن محركات البحث")
            case .seoTitle:
                Message(
                    en: "Another headline for search engines there; the article's own stays",
                    ar: "عنوان آخر لمحركات البحث هناك؛ بقي عنوان المادة")
            case .redirect:
                Message(
                    en: "Redirects of plug-ins that are patterns; write them out",
                    ar: "تحويلات لإضافات هي أنماط؛ اكتبها واحدًا واحدًا")
            case .noDate: Message(en: "Without a date: came as a draft", ar: "بلا تاريخ: نُقلت مسودة")
            case .xml: Message(en: "Damage in the file, mended", ar: "عطب في الملف أُصلح")
            }
        }
    }
}
