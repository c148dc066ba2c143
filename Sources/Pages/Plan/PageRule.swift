package import Base

/// Which paths the site's pages, copies and redirects may have.
package enum PageRule: String, Rule {
    case duplicateURL = "duplicate-url"
    case twinURL = "twin-url"
    case longPath = "long-path"
    case aliasIsPage = "alias-is-page"
    case duplicateAlias = "duplicate-alias"

    package static var theme: (english: String, arabic: String) { ("Addresses of pages", "عناوين الصفحات") }

    package var explanation: Explanation {
        switch self {
        case .duplicateURL:
            Explanation(
                en: "Each page has an address of its own.",
                cause: """
                    Two files have the same slug in the same month, or one needs a folder where the other is a file.
                    """,
                cure: "Give one of them another “slug”.",
                ar: "لكل صفحة عنوان خاص بها.",
                cause: "لملفين مسار واحد في شهر واحد، أو يحتاج أحدهما إلى مجلد في موضع الآخر.",
                cure: "أعطِ أحدهما «slug» آخر.",
                Example(
                    .frontMatter, "slug: river", mended: "slug: flood"))
        case .twinURL:
            Explanation(
                en: "Two addresses can be told apart by readers.",
                cause: "They differ only in the kind of their digits or in signs that look alike.",
                cure: "Give one of them another “slug”.",
                ar: "يفرّق القارئ بين أي عنوانين.",
                cause: "لا يختلفان إلا في نوع الأرقام أو في علامات متشابهة.",
                cure: "أعطِ أحدهما «slug» آخر.",
                Example(
                    .frontMatter, "slug: summit-٢٨", mended: "slug: summit-29"))
        case .longPath:
            Explanation(
                en: "The parts of an address are as short as file names must be.",
                cause: "The headline or slug is so long that no disk can hold the file.",
                cure: "Write a short “slug”.",
                ar: "أجزاء العنوان قصيرة كأسماء الملفات.",
                cause: "العنوان أو slug أطول مما يحمله أي قرص.",
                cure: "اكتب «slug» قصيرًا.",
                Example(
                    .told, "slug: a-whole-sentence-of-two-hundred-and-sixty-letters-…", mended: "slug: flood"))
        case .aliasIsPage:
            Explanation(
                en: "An alias is an address at which there was a page once.",
                cause: "A page of the site is still there, and readers could not reach it.",
                cure: "Delete the alias here.",
                ar: "الرابط السابق عنوان كانت فيه صفحة.",
                cause: "ما زالت فيه صفحة من الموقع، ولن يصل إليها القراء.",
                cure: "احذفه من هنا.",
                Example(
                    .frontMatter, "aliases: /2024/01/river/", mended: "aliases: /2019/flood/"))
        case .duplicateAlias:
            Explanation(
                en: "An alias leads to one article.",
                cause: "Two articles claim the same old address.",
                cure: "Keep it in one of them.",
                ar: "الرابط السابق يقود إلى مقال واحد.",
                cause: "يذكره مقالان.",
                cure: "أبقه في أحدهما.",
                Example(
                    .frontMatter, "aliases: /old/river/", mended: "aliases: /old/flood/"))
        }
    }
}
