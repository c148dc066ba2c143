package import Base

/// Which files a theme has.
package enum ThemeRule: String, Rule {
    case missingTemplate = "missing-template"
    case templateName = "template-name"
    case styleAddress = "style-address"

    package static var theme: (english: String, arabic: String) { ("The theme's files", "ملفات التصميم") }

    package var explanation: Explanation {
        switch self {
        case .missingTemplate:
            Explanation(
                en: "Each kind of page has a template in Templates/.",
                cause: "The file is missing, or has another name.",
                cure: "Add it; “sitegen new site” writes a full set to copy from.",
                ar: "لكل نوع من الصفحات قالب في Templates.",
                cause: "الملف ناقص، أو اسمه غير ذلك.",
                cure: "أضفه؛ والأمر «sitegen new site» يكتب قوالب كاملة تُنسخ منها.",
                Example(
                    .told, "Templates/error.html", mended: "Templates/404.html"))
        case .templateName:
            Explanation(
                en: "A template's name ends in “.html”.",
                cause: "It has another ending, and nobody reads it.",
                cure: "Rename the file as the message says.",
                ar: "ينتهي اسم القالب بـ«\u{200E}.html».",
                cause: "له نهاية أخرى، فلا يُقرأ.",
                cure: "غيّر اسم الملف كما تقول الرسالة.",
                Example(
                    .told, "Templates/article.html.j2", mended: "Templates/article.html"))
        case .styleAddress:
            Explanation(
                en: "A style sheet names files that the site has.",
                cause: "There is no file of this name in Content/assets or Templates/.",
                cure: "Correct the name, or add the file.",
                ar: "تسمّي ورقة الأنماط ملفات في الموقع.",
                cause: "لا ملف بهذا الاسم في Content/assets ولا في Templates.",
                cure: "صحّح الاسم، أو أضف الملف.",
                Example(
                    .file("Content/assets/style.css"), "body { background: url(papre.png); }",
                    mended: "body { background: white; }"))
        }
    }
}
