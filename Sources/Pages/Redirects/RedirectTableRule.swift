package import Base

/// Where old addresses may begin and end.
package enum RedirectTableRule: String, Rule {
    case isPage = "redirect-is-page"
    case tells = "redirect-tells"
    case duplicate = "duplicate-redirect"
    case itself = "redirect-self"
    case circle = "redirect-circle"
    case nowhere = "redirect-nowhere"
    case chain = "redirect-chain"
    case limit = "redirect-limit"

    package static var theme: (english: String, arabic: String) { ("Old addresses", "العناوين القديمة") }

    package var explanation: Explanation {
        switch self {
        case .isPage:
            Explanation(
                en: "A redirect begins where nothing is any more.",
                cause: "A page or a file of the site is there, or lies beneath the star.",
                cure: "Delete the line, or name what has moved more closely.",
                ar: "يبدأ التحويل حيث لم يعد شيء.",
                cause: "هناك صفحة أو ملف من الموقع، أو تحت النجمة منه شيء.",
                cure: "احذف السطر، أو حدّد ما انتقل بدقة أكبر.",
                Example(
                    .file("Content/redirects.tsv"), "/2024/* /about/", mended: "/2019/* /about/"))
        case .tells:
            Explanation(
                en: "An article that was removed without a trace has no rule.",
                cause: "A line of redirects.tsv begins at its address, and would tell it to everybody.",
                cure: "Delete the line.",
                ar: "ما أُزيل بلا أثر لا قاعدة له.",
                cause: "يبدأ سطر من redirects.tsv عند عنوانه فيكشفه للجميع.",
                cure: "احذف السطر.",
                Example(
                    .file("Content/redirects.tsv"), "/2024/01/trace/ 410", mended: ""))
        case .duplicate:
            Explanation(
                en: "An old address has one rule.",
                cause: "Two lines begin at it, or an article names it under “aliases” as well.",
                cure: "Keep one of them.",
                ar: "للعنوان القديم قاعدة واحدة.",
                cause: "يبدأ عنده سطران، أو يذكره مقال في «روابط سابقة» أيضًا.",
                cure: "أبقِ أحدهما.",
                Example(
                    .file("Content/redirects.tsv"), "/old/ /about/\n/old /tags/", mended: "/old/ /about/"))
        case .itself:
            Explanation(
                en: "A redirect leads to another address.",
                cause: "Both addresses of the line are the same.",
                cure: "Delete the line.",
                ar: "يقود التحويل إلى عنوان آخر.",
                cause: "عنوانا السطر واحد.",
                cure: "احذف السطر.",
                Example(
                    .file("Content/redirects.tsv"), "/old/ /old/", mended: ""))
        case .circle:
            Explanation(
                en: "A redirect ends at a page.",
                cause: "The lines lead from one to the next and back.",
                cure: "Give one of them its page.",
                ar: "ينتهي التحويل عند صفحة.",
                cause: "تقود الأسطر من أحدها إلى الآخر وتعود.",
                cure: "اجعل أحدها يقود إلى صفحته.",
                Example(
                    .file("Content/redirects.tsv"), "/a/ /b/\n/b/ /a/", mended: "/a/ /b/\n/b/ /about/"))
        case .nowhere:
            Explanation(
                en: "A redirect leads to a page or a file of the site.",
                cause: "The new address is mistyped, or its page is not there any more.",
                cure: "Write the right one, or 410 where nothing takes the old one’s place.",
                ar: "يقود التحويل إلى صفحة أو ملف في الموقع.",
                cause: "كُتب العنوان الجديد خطأ، أو لم تعد صفحته موجودة.",
                cure: "اكتب الصحيح، أو 410 إن لم يكن للقديم بديل.",
                Example(
                    .file("Content/redirects.tsv"), "/old/ /abuot/", mended: "/old/ /about/"))
        case .chain:
            Explanation(
                en: "Readers are led once.",
                cause: "The new address has moved itself. The rules lead to the end of the way already.",
                cure: "Write the address at the end.",
                ar: "يُقاد القارئ مرة واحدة.",
                cause: "العنوان الجديد منقول هو نفسه. والقواعد تقود إلى نهاية الطريق أصلًا.",
                cure: "اكتب العنوان الأخير.",
                Example(
                    .file("Content/redirects.tsv"), "/a/ /b/\n/b/ /about/", mended: "/a/ /about/\n/b/ /about/"))
        case .limit:
            Explanation(
                en: "Every host can do what its rules ask for.",
                cause: "A host takes fewer rules, or none with a query.",
                cure:
                    "Let a line with “/*” take the place of many; if the site is on other servers, name these under “servers”.",
                ar: "يقدر كل مستضيف على قواعده.",
                cause: "يقبل أحد المستضيفين قواعد أقل، أو لا يقبل ما فيه استعلام.",
                cure: "اجمع كثيرًا منها في سطر ينتهي بـ«‎/*»؛ وإن كان الموقع على خوادم أخرى فاذكرها تحت «servers».",
                Example(
                    .file("Content/redirects.tsv"), "/?p=7 /about/", mended: "/old/ /about/"))
        }
    }
}
