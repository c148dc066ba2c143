/// What files and folders on the disk may not be, whatever is in them.
package enum FileRule: String, Rule {
    case disk
    case missingFile = "missing-file"
    case locked
    case outputLink = "output-link"

    package static var theme: (english: String, arabic: String) { ("The folder and its files", "المجلد وملفاته") }

    package var explanation: Explanation {
        switch self {
        case .disk:
            Explanation(
                en: "A file or a folder can be read and written.",
                cause: "The disk is full or damaged, or the file belongs to another user.",
                cure: """
                    Make room, or ask whoever runs the machine for the right to that path; then run the command again.
                    """,
                ar: "تُقرأ الملفات والمجلدات وتُكتب بلا مانع.",
                cause: "امتلأ القرص أو تعطّل، أو كان الملف لمستخدم آخر.",
                cure: "أفرغ مساحة، أو اطلب من مدير الجهاز صلاحية هذا المسار، ثم أعد تشغيل الأمر.",
                Example(
                    .told, "a full disk, or a folder that another user owns",
                    mended: "free space, and a folder that is yours", ar: "قرص ممتلئ، أو مجلد يملكه مستخدم آخر",
                    mended: "مساحة كافية، ومجلد تملك الكتابة فيه"))
        case .missingFile:
            Explanation(
                en: "A file that is named is there.",
                cause: "The name is mistyped, or the file was moved or deleted.",
                cure: "Look at the name letter by letter, or bring the file back.",
                ar: "الملف الذي تسمّيه موجود.",
                cause: "كُتب الاسم خطأ، أو نُقل الملف أو حُذف.",
                cure: "راجع الاسم حرفًا حرفًا، أو أعد الملف إلى موضعه.",
                Example(
                    .told, "sitegen render artcle.html values.json", mended: "sitegen render article.html values.json"))
        case .locked:
            Explanation(
                en: "One command at a time works on a site.",
                cause: "Another build or preview of the same folder is still running.",
                cure: "Wait until it is done, or end it; the message names it.",
                ar: "لا يعمل على الموقع إلا أمر واحد في الوقت نفسه.",
                cause: "ما زال بناء آخر أو معاينة أخرى تعمل في المجلد نفسه.",
                cure: "انتظر حتى يفرغ، أو أوقفه؛ والرسالة تسمّيه.",
                Example(
                    .told, "two windows, “sitegen build” in both", mended: "one window",
                    ar: "نافذتان تعملان معًا بالأمر «sitegen build»", mended: "نافذة واحدة"))
        case .outputLink:
            Explanation(
                en: "A site is written into folders of its own, never through a link to somewhere else.",
                cause: "A symbolic link, or a file where a folder belongs, lies in the output folder.",
                cure: "Remove it and build again; what it points to stays as it is.",
                ar: "يُكتب الموقع في مجلداته هو، لا عبر رابط يقود إلى غيرها.",
                cause: "في مجلد الإخراج رابط رمزي، أو ملف في موضع مجلد.",
                cure: "احذفه ثم أعد البناء؛ ولا يُمس ما يشير إليه.",
                Example(
                    .told, "Public/2024 → /home/others/files", mended: "Public/2024/"))
        }
    }
}
