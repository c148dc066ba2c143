package import Base

/// What may lie in the folder of the articles.
package enum FolderRule: String, Rule {
    case unusedFile = "unused-file"
    case strayLink = "stray-link"
    case ledger

    package static var theme: (english: String, arabic: String) { ("What lies in Content/", "ما في مجلد Content") }

    package var explanation: Explanation {
        switch self {
        case .ledger:
            Explanation(
                en: "Content/published.tsv has a line for all that was public, written by “sitegen record” alone.",
                cause: "A line was changed by hand, or two versions were mixed.",
                cure: "Take the file from the last commit.",
                ar: "في Content/published.tsv سطر لكل عنوان نُشر يكتبه الأمر «sitegen record» وحده.",
                cause: "غُيّر سطر باليد، أو خُلطت نسختان.",
                cure: "استعد الملف من آخر إيداع.",
                Example(
                    .file("Content/published.tsv"), "the flood, last week", mended: ""))
        case .unusedFile:
            Explanation(
                en: "Each file in Content/ is read by somebody.",
                cause: "Its name does not end in “.md”, or it lies in the wrong folder, and nobody sees it.",
                cure: "Rename or move it as the message says; what readers shall download goes into Content/assets.",
                ar: "كل ملف في Content يُقرأ.",
                cause: "لا ينتهي اسمه بـ«\u{200E}.md»، أو هو في غير مكانه، فلا يراه أحد.",
                cure: "غيّر اسمه أو انقله كما تقول الرسالة؛ وما ينزّله القراء مكانه Content/assets.",
                Example(
                    .told, "Content/articles/flood.txt", mended: "Content/articles/flood.md"))
        case .strayLink:
            Explanation(
                en: "A symbolic link leads to a file inside the site's folder.",
                cause: "It leads out of the folder, where others may change or remove the file.",
                cure: "Put the file itself here.",
                ar: "الرابط الرمزي يقود إلى ملف داخل مجلد الموقع.",
                cause: "يقود إلى خارجه، حيث قد يغيّره غيركم أو يحذفه.",
                cure: "ضع الملف نفسه هنا.",
                Example(
                    .told, "Content/articles/flood.md → /home/others/flood.md", mended: "Content/articles/flood.md"))
        }
    }
}
