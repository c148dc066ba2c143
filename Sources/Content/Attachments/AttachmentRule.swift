package import Base

/// What recordings and documents beside articles may be.
package enum AttachmentRule: String, Rule {
    case missingRecording = "missing-recording"
    case brokenRecording = "broken-recording"
    case recordingCodec = "recording-codec"
    case documentType = "document-type"
    case brokenDocument = "broken-document"
    case documentMetadata = "document-metadata"
    case documentUnreadable = "document-unreadable"
    case documentHidden = "document-hidden"

    package static var theme: (english: String, arabic: String) { ("Recordings and documents", "التسجيلات والوثائق") }

    package var explanation: Explanation {
        switch self {
        case .missingRecording:
            Explanation(
                en: "A recording that a text names lies beside it.",
                cause: "There is no file of this name.",
                cure: "Put it there, or correct the name.",
                ar: "التسجيل الذي يسمّيه النص بجانبه.",
                cause: "لا ملف بهذا الاسم.",
                cure: "ضعه هناك، أو صحّح الاسم.",
                Example(
                    .body, "![The interview](talk.mp3)", mended: "![The interview](interview.mp3)",
                    ar: "![المقابلة](talk.mp3)", mended: "![المقابلة](interview.mp3)"))
        case .brokenRecording:
            Explanation(
                en: "A file with a recording's name is one.",
                cause: "It holds something else, often a page that was saved in place of the film, or half a download.",
                cure: "Export the recording anew.",
                ar: "الملف الذي يحمل اسم تسجيل تسجيل.",
                cause: "فيه شيء آخر، وغالبًا صفحة حُفظت مكان الفيلم، أو تنزيل لم يكتمل.",
                cure: "صدّر التسجيل من جديد.",
                Example(
                    .told, "film.mp4, a page", mended: "film.mp4, a film", ar: "film.mp4 وفيه صفحة",
                    mended: "film.mp4 وفيه فيلم"))
        case .recordingCodec:
            Explanation(
                en: "Films for the web are packed as H.264, VP9 or AV1.",
                cause: "Phones film in HEVC, which many browsers do not show.",
                cure: "Export the film as H.264, or let the phone film “most compatible”.",
                ar: "أفلام الويب مرمزة بـ H.264 أو VP9 أو AV1.",
                cause: "تصوّر الهواتف بترميز HEVC الذي لا تعرضه متصفحات كثيرة.",
                cure: "صدّر الفيلم بترميز H.264، أو اختر في الهاتف «الأكثر توافقًا».",
                Example(
                    .told, "film.mp4, HEVC", mended: "film.mp4, H.264", ar: "film.mp4 بترميز HEVC",
                    mended: "film.mp4 بترميز H.264"))
        case .documentType:
            Explanation(
                en: "Documents that are published are of the kinds that site.yaml lists; PDF and CSV by default.",
                cause: "A text links to a file of another kind; programs and pages of others are never published.",
                cure: "Save it as PDF, or add its kind under “documents: types”.",
                ar: "الوثائق المنشورة من الأنواع التي يسردها site.yaml؛ وهي PDF وCSV ما لم يُذكر غيرها.",
                cause: "يقود نص إلى ملف من نوع آخر؛ ولا تُنشر البرامج وصفحات الغير أبدًا.",
                cure: "احفظه بصيغة PDF، أو أضف نوعه تحت «الوثائق: الأنواع».",
                Example(
                    .told, "[The report](report.docx)", mended: "[The report](report.pdf)",
                    ar: "[التقرير](report.docx)", mended: "[التقرير](report.pdf)"))
        case .brokenDocument:
            Explanation(
                en: "A file with a document's name is one.",
                cause: "It holds something else, often a page or a program.",
                cure: "Save the document anew.",
                ar: "الملف الذي يحمل اسم وثيقة وثيقة.",
                cause: "فيه شيء آخر، وغالبًا صفحة أو برنامج.",
                cure: "احفظ الوثيقة من جديد.",
                Example(
                    .told, "report.pdf, a page", mended: "report.pdf, a PDF", ar: "report.pdf وفيه صفحة",
                    mended: "report.pdf وفيه PDF"))
        case .documentMetadata:
            Explanation(
                en: "A document that is published does not name who made it, where or with what.",
                cause: "Its properties have an author, a company, a device or a number of revisions; sources were "
                    + "found by less.",
                cure: "Take them out in the program (“Document Inspector”, “Remove hidden information”), or allow them "
                    + "with “documents: {metadata: allow}”.",
                ar: "الوثيقة المنشورة لا تذكر من صنعها ولا أين ولا بماذا.",
                cause: "في خصائصها كاتب أو شركة أو جهاز أو عدد مراجعات؛ وقد عُرفت مصادر بأقل من ذلك.",
                cure:
                    "احذفها في البرنامج («فحص المستند»، «إزالة المعلومات المخفية»)، أو اسمح بها بـ«الوثائق: {البيانات "
                    + "الوصفية: سماح}».",
                Example(
                    .told, "report.pdf, Author “Salma”", mended: "report.pdf without an author",
                    ar: "report.pdf وفيه Author «سلمى»", mended: "report.pdf بلا كاتب"))
        case .documentUnreadable:
            Explanation(
                en: "What a document tells of its author can be read before it is published.",
                cause: "It is locked with a password, damaged, or of a kind that hides its properties.",
                cure: "Save it anew as PDF without a password.",
                ar: "ما تذكره الوثيقة عن كاتبها يُقرأ قبل نشرها.",
                cause: "هي مقفلة بكلمة مرور، أو تالفة، أو من نوع يخفي خصائصه.",
                cure: "احفظها من جديد بصيغة PDF بلا كلمة مرور.",
                Example(
                    .told, "report.pdf with a password", mended: "report.pdf without one",
                    ar: "report.pdf بكلمة مرور", mended: "report.pdf بلا كلمة مرور"))
        case .documentHidden:
            Explanation(
                en: "A document that is published holds no more than it shows.",
                cause:
                    "It has tracked changes, comments, hidden sheets or earlier versions, which any reader can open.",
                cure: "Accept the changes, delete the rest, and save it under a new name.",
                ar: "الوثيقة المنشورة لا تحوي أكثر مما تُظهر.",
                cause: "فيها تغييرات متعقَّبة أو تعليقات أو أوراق مخفية أو نسخ سابقة يفتحها أي قارئ.",
                cure: "اقبل التغييرات واحذف الباقي واحفظها باسم جديد.",
                Example(
                    .told, "figures.xlsx with a hidden sheet", mended: "figures.xlsx without it",
                    ar: "figures.xlsx وفيه ورقة مخفية", mended: "figures.xlsx بدونها"))
        }
    }
}
