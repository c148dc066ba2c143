package import Base

/// Which files a theme has.
package enum ThemeRule: String, Rule {
    case missingTemplate = "missing-template"
    case unusedTemplate = "unused-template"
    case templateName = "template-name"
    case styleAddress = "style-address"
    case policyBlocks = "policy-blocks"
    case pageLanguage = "page-language"
    case unknownLook = "unknown-look"
    case blocksNotPrinted = "blocks-not-printed"

    package static var theme: (english: String, arabic: String) { ("The theme's files", "ملفات التصميم") }

    package var explanation: Explanation {
        switch self {
        case .missingTemplate:
            Explanation(
                en: "Each kind of page has a template in Templates/, and so has each page that names one of its own.",
                cause: "The file is missing, or has another name, or is that of another kind of page.",
                cure: "Add it, or correct the name; “sitegen new site” writes a full set to copy from.",
                ar: "لكل نوع من الصفحات قالب في Templates، ولكل صفحة تذكر قالبًا خاصًا قالبها.",
                cause: "الملف ناقص، أو اسمه غير ذلك، أو هو قالب نوع آخر من الصفحات.",
                cure: "أضفه، أو صحّح الاسم؛ والأمر «sitegen new site» يكتب قوالب كاملة تُنسخ منها.",
                Example(
                    .told, "Templates/error.html", mended: "Templates/404.html"))
        case .unusedTemplate:
            Explanation(
                en: "A template prints a page, or is a part of one that does.",
                cause:
                    "No public article, page or section names it under “template”, and no other template extends, includes "
                    + "or imports it.",
                cure: "Name it where it is wanted, or delete it.",
                ar: "يطبع القالب صفحة، أو يكون جزءًا من قالب يطبعها.",
                cause: "لا مقال منشور ولا صفحة ولا قسم يذكره تحت «القالب»، ولا يمتد منه قالب آخر أو يضمّه أو يستورده.",
                cure: "اذكره حيث تريده، أو احذفه.",
                Example(
                    .told, "Templates/longread.html", mended: "template: longread"))
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
        case .pageLanguage:
            Explanation(
                en: "A page says in which language its words are, which on an article in another language is that one.",
                cause:
                    "The template of articles writes site.language on every page, so that dates and labels around an "
                    + "article in another language stay in the site's.",
                cure: "Write page.language and page.direction in the tag html, and article.lang at the text.",
                ar: "تذكر الصفحة لغة عباراتها، وهي في صفحة مقال بلغة أخرى لغة ذلك المقال.",
                cause:
                    "يكتب قالب المقالات site.language في كل صفحة، فتبقى التواريخ والعبارات حول مقال بلغة أخرى بلغة الموقع.",
                cure: "اكتب page.language وpage.direction في وسم html، وarticle.lang عند النص.",
                Example(
                    .told, "<html lang=\"{{ site.language }}\">", mended: "<html lang=\"{{ page.language }}\">"))
        case .unknownLook:
            Explanation(
                en: "The look of a block is a template of Templates/blocks/, by its name.",
                cause: "The name is mistyped, or the theme has no such template.",
                cure: "Choose one of those that the message names, or add the template.",
                ar: "شكل الكتلة قالب في Templates/blocks باسمه.",
                cause: "كُتب الاسم خطأ، أو ليس في التصميم قالب كهذا.",
                cure: "اختر أحد ما تسميه الرسالة، أو أضف القالب.",
                Example(.told, "look: crads", mended: "look: cards"))
        case .blocksNotPrinted:
            Explanation(
                en: "The template of a front prints the blocks that editors order.",
                cause: "It shows the sections alone, as themes did before editors ordered blocks.",
                cure: "Add the line of the message to it.",
                ar: "يطبع قالب الواجهة الكتل التي يرتبها المحررون.",
                cause: "يعرض الأقسام وحدها.",
                cure: "أضف إليه السطر الذي في الرسالة.",
                Example(
                    .told, "{% for block in list.blocks %}{{ block.section.name }}{% endfor %}",
                    mended: "{% for block in list.blocks %}{{ block.html | safe }}{% endfor %}"))
        case .policyBlocks:
            Explanation(
                en: "Pages load, run and send only what the site’s security policy allows.",
                cause:
                    "A template, a style sheet or a script names another host, or has script or style within the page. "
                    + "The preview sends the same policy, so that it shows what readers will see.",
                cure: "Put script and style into files; write the line of “csp” that the message gives.",
                ar: "لا تحمّل الصفحات ولا تشغّل ولا ترسل إلا ما تسمح به سياسة أمن الموقع.",
                cause:
                    "في قالب أو ورقة أنماط أو برنامج اسم مضيف آخر، أو برنامج أو أنماط داخل الصفحة. وترسل المعاينة السياسة "
                    + "نفسها، فتُري ما سيراه القراء.",
                cure: "ضع البرامج والأنماط في ملفات، واكتب سطر «csp» الذي تعطيه الرسالة.",
                Example(
                    .file("Content/assets/style.css"), "@import url(https://fonts.example/a.css);",
                    mended: "body { color: black; }"))
        }
    }
}
