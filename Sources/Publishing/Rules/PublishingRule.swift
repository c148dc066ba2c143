package import Base

/// What may happen to the output folder, to what was published before and to a preview.
package enum PublishingRule: String, Rule {
    case folderNotEmpty = "folder-not-empty"
    case publishedURLLost = "published-url-lost"
    case publishedURLTaken = "published-url-taken"
    case silentChange = "silent-change"
    case differs
    case manyRemovals = "many-removals"
    case removalWaits = "removal-waits"
    case heldBack = "held-back"
    case manifest
    case outputNotOurs = "output-not-ours"
    case outputForeignFile = "output-foreign-file"
    case nothingBuilt = "nothing-built"
    case deployed
    case withdrawFile = "withdraw-file"
    case clock
    case port

    package static var theme: (english: String, arabic: String) { ("Building and publishing", "البناء والنشر") }

    package var explanation: Explanation {
        switch self {
        case .withdrawFile:
            Explanation(
                en: "Each file has a name of its own.",
                cause:
                    "The name of a file holds the withdrawn one, and a file with the desk’s in its place is there already.",
                cure: "Rename one of them first.",
                ar: "لكل ملف اسم خاص به.",
                cause: "في اسم الملف الاسم المسحوب، وهناك ملف باسم المكتب في مكانه.",
                cure: "غيّر اسم أحدهما أولًا.",
                Example(
                    .told, "salma-tahan.jpg and beirut-desk.jpg", mended: "salma-tahan.jpg and beirut.jpg"))
        case .folderNotEmpty:
            Explanation(
                en: "A new site goes into a folder that is new or empty.",
                cause: "There are files in it, which could be overwritten.",
                cure: "Name another folder.",
                ar: "يوضع الموقع الجديد في مجلد جديد أو فارغ.",
                cause: "فيه ملفات قد تُمحى.",
                cure: "سمِّ مجلدًا آخر.",
                Example(
                    .told, "sitegen new site documents", mended: "sitegen new site outlet",
                    ar: "sitegen new site وثائق", mended: "sitegen new site صحيفتي"))
        case .publishedURLLost:
            Explanation(
                en: "What was once public keeps its address.",
                cause: """
                    An article, a section, a tag, an author, a page or a feed was renamed or deleted, and links from elsewhere \
                    would lead nowhere.
                    """,
                cure: "Add the line that the message names, or write “status: removed” in place of deleting.",
                ar: "يبقى لما نُشر عنوانه.",
                cause: "تغيّر اسم مادة أو قسم أو كاتب أو صفحة أو حُذف، فلن تقود روابط الآخرين إلى شيء.",
                cure: "أضف السطر الذي تذكره الرسالة، أو اكتب «status: removed» بدل حذف مقال.",
                Example(
                    .told, "rain.md is renamed to flood.md", mended: "the same, with “aliases: /2024/01/rain/” in it",
                    ar: "تغيّر اسم rain.md إلى flood.md", mended: "كذلك، وفيه «aliases: /2024/01/rain/»"))
        case .silentChange:
            Explanation(
                en: "A published text changes with a word to its readers.",
                cause: "The text differs from what was recorded, and there is no “updated” and no correction.",
                cure: "Add “updated” with the time, or a line under “corrections”.",
                ar: "إذا تغيّر نص منشور قيل ذلك للقراء.",
                cause: "يختلف النص عما سُجّل، ولا «التحديث» ولا تصويب فيه.",
                cure: "أضف «التحديث» مع الوقت، أو سطرًا تحت «التصويبات».",
                Example(
                    .told, "a figure in the text is another than yesterday",
                    mended: "the same, with a line under “corrections”", ar: "في النص رقم غير رقم الأمس",
                    mended: "كذلك، وسطر تحت «التصويبات»"))
        case .publishedURLTaken:
            Explanation(
                en: "An address stays with what was published there.",
                cause: "Another page has the address of one that still stands.",
                cure: "Give the newcomer another “slug”.",
                ar: "يبقى العنوان لما نُشر فيه.",
                cause: "لصفحة أخرى عنوان صفحة ما زالت قائمة.",
                cure: "أعطِ الجديدة «المسار» آخر.",
                Example(
                    .told, "a new article has the slug of rain.md", mended: "the same, with another slug",
                    ar: "لمقال جديد مسار كان للمقال rain.md", mended: "كذلك، بمسار آخر"))
        case .differs:
            Explanation(
                en: "What is published is what a build makes of Content/ and Templates/.",
                cause: "“--verify” found a file that is missing, too many or another, or no build at all.",
                cure: "Build with “--clean”.",
                ar: "المنشور هو ما يصنعه البناء من Content وTemplates.",
                cause: "وجد \u{200E}«--verify»\u{200E} ملفًا ناقصًا أو زائدًا أو مختلفًا، أو لم يجد بناءً.",
                cure: "ابنِ الموقع مع \u{200E}«--clean»\u{200E}.",
                Example(
                    .told, "Public/index.html, edited by hand", mended: "Public/index.html, as built",
                    ar: "Public/index.html معدّلة باليد", mended: "Public/index.html كما بُنيت"))
        case .manyRemovals:
            Explanation(
                en: "A build takes few pages out at once.",
                cause: "The files of many published articles are gone; perhaps a folder was moved by accident.",
                cure: "Bring the files back, or build with “--allow-removals” where it is meant.",
                ar: "لا يحذف البناء صفحات كثيرة دفعة واحدة.",
                cause: "غابت ملفات مقالات منشورة كثيرة؛ ربما نُقل مجلد سهوًا.",
                cure: "أعد الملفات، أو ابنِ مع \u{200E}«--allow-removals»\u{200E} إن كان ذلك مقصودًا.",
                Example(
                    .told, "Content/articles/2023/ is gone", mended: "Content/articles/2023/ is back",
                    ar: "غاب Content/articles/2023", mended: "عاد Content/articles/2023"))
        case .removalWaits:
            Explanation(
                en: "What is to leave the site leaves it now.",
                cause: "Errors elsewhere stop the build, and the article is still public.",
                cure: "Run the command that the message names.",
                ar: "ما طُلب حجبه يغادر الموقع الآن.",
                cause: "أخطاء أخرى توقف البناء، والمقال ما زال منشورًا.",
                cure: "شغّل الأمر الذي تسمّيه الرسالة.",
                Example(
                    .told, "sitegen build", mended: "sitegen build --hold-broken"))
        case .heldBack:
            Explanation(
                en: "With “--hold-broken” the rest is published, and each article in error has its line.",
                cause: "The article has an error; the line says what readers see of it meanwhile.",
                cure: "Mend the error that is reported beside it.",
                ar: "مع \u{200E}«--hold-broken»\u{200E} ينشر ما سلم، ولكل مقال فيه خطأ سطره.",
                cause: "في المقال خطأ؛ ويقول السطر ما يراه القراء منه إلى حين.",
                cure: "أصلح الخطأ المذكور معه.",
                Example(
                    .told, "titel: The flood", mended: "title: The flood"))
        case .manifest:
            Explanation(
                en: "Public/.sitegen-manifest lists what builds wrote.",
                cause: "The list is damaged, and a build no longer knows which files are its own.",
                cure: "Delete what is in the output folder and build again.",
                ar: "يعدّد Public/.sitegen-manifest ما كتبه البناء.",
                cause: "القائمة تالفة، فلا يعرف البناء ملفاته.",
                cure: "احذف ما في مجلد الإخراج ثم أعد البناء.",
                Example(
                    .told, "half of Public/.sitegen-manifest", mended: "an empty folder Public/",
                    ar: "نصف Public/.sitegen-manifest", mended: "مجلد Public فارغ"))
        case .outputNotOurs:
            Explanation(
                en: "A site is written into a folder that is new, empty or its own.",
                cause: "Files of somebody else lie in it.",
                cure: "Name another folder with “--output”.",
                ar: "يُكتب الموقع في مجلد جديد أو فارغ أو مجلده هو.",
                cause: "فيه ملفات لغيره.",
                cure: "سمِّ مجلدًا آخر بعد \u{200E}«--output»\u{200E}.",
                Example(
                    .told, "sitegen build --output documents", mended: "sitegen build --output Public"))
        case .outputForeignFile:
            Explanation(
                en: "No file of yours stands where a page of the site goes.",
                cause: "Somebody put a file into the output folder by hand.",
                cure: "Move it away; what is to be published lies in Content/assets.",
                ar: "لا ملف لكم في موضع صفحة من الموقع.",
                cause: "وضع أحد ملفًا في مجلد الإخراج باليد.",
                cure: "انقله؛ وما ينشر مكانه Content/assets.",
                Example(
                    .told, "Public/2024/01/flood/index.html, put there by hand", mended: "Content/assets/flood.html",
                    ar: "Public/2024/01/flood/index.html موضوعة باليد", mended: "Content/assets/flood.html"))
        case .nothingBuilt:
            Explanation(
                en: "“sitegen plan --built” looks at the last build.",
                cause: "There is none in this folder.",
                cure: "Build first, or name the folder with “--output”.",
                ar: "ينظر الأمر \u{200E}«sitegen plan --built»\u{200E} في آخر بناء.",
                cause: "لا بناء في هذا المجلد.",
                cure: "ابنِ أولًا، أو اذكر المجلد بعد \u{200E}«--output»\u{200E}.",
                Example(
                    .told, "sitegen plan --built --deployed uploaded",
                    mended: "sitegen build && sitegen plan --built --deployed uploaded"))
        case .deployed:
            Explanation(
                en: "“--deployed” takes the copy of Public/.sitegen-manifest that was kept after the last upload.",
                cause: "The file is another.",
                cure: "Name that copy, or an empty file before the first upload.",
                ar: "يأخذ \u{200E}«--deployed»\u{200E} نسخة Public/.sitegen-manifest المحفوظة بعد آخر رفع.",
                cause: "الملف غير ذلك.",
                cure: "اذكر تلك النسخة، أو ملفًا فارغًا قبل الرفع الأول.",
                Example(.told, "sitegen plan --deployed Public/index.html", mended: "sitegen plan --deployed uploaded"))
        case .clock:
            Explanation(
                en: "Time goes forward.",
                cause: "The machine's clock is behind the last build, and articles would leave the site again.",
                cure: "Set the clock, or name the time with “--now”.",
                ar: "لا يعود الوقت إلى الوراء.",
                cause: "ساعة الجهاز قبل آخر بناء، فقد تغادر مقالات الموقع.",
                cure: "اضبط الساعة، أو اذكر الوقت بعد \u{200E}«--now»\u{200E}.",
                Example(
                    .told, "1970-01-01", mended: "2024-01-24"))
        case .port:
            Explanation(
                en: "A preview has a port of its own.",
                cause: "Another program listens there, or the port may not be taken.",
                cure: "Choose another with “--port”.",
                ar: "للمعاينة منفذها.",
                cause: "يستعمله برنامج آخر، أو لا يُسمح بأخذه.",
                cure: "اختر غيره بعد \u{200E}«--port»\u{200E}.",
                Example(
                    .told, "sitegen serve --port 80", mended: "sitegen serve --port 8001"))
        }
    }
}
