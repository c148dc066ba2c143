package import Base

/// What may be wrong with the list of a landing page.
package enum StoryListRule: String, Rule {
    case unknownName = "unknown-in-stories"
    case onOnePage = "stories-on-one-page"

    package static var theme: (english: String, arabic: String) { ("Landing pages", "صفحات تسرد المواد") }

    package var explanation: Explanation {
        switch self {
        case .unknownName:
            Explanation(
                en: "A landing page lists sections, tags and authors that have articles.",
                cause: "The name is mistyped, or went with its last article; the list goes without it.",
                cure: "Correct the name, or take it out.",
                ar: "تسرد الصفحة مواد أقسام ووسوم وكتّاب لهم مقالات.",
                cause: "كُتب الاسم خطأ، أو غاب مع آخر مقال يحمله؛ فتبقى القائمة بدونه.",
                cure: "صحّح الاسم، أو احذفه.",
                Example(
                    .file("Content/pages/reading.md"), Self.page("tag: قراة"), mended: Self.page("tag: قراءة")))
        case .onOnePage:
            Explanation(
                en: "A list is cut into pages, or has a limit and one page.",
                cause: "“page_size” stands beside “limit”, which gives one page, and counts for nothing.",
                cure: "Delete one of them.",
                ar: "تُقسم القائمة صفحات، أو يكون لها حد وصفحة واحدة.",
                cause: "كُتب «طول الصفحة» مع «العدد» الذي يجعلها صفحة واحدة، فلا أثر له.",
                cure: "احذف أحدهما.",
                Example(
                    .file("Content/pages/reading.md"), Self.page("limit: 5\n  page_size: 10"),
                    mended: Self.page("limit: 5")))
        }
    }

    private static func page(_ lines: String) -> String {
        "---\ntitle: القراءة\ntemplate: list\nstories:\n  \(lines)\n---"
    }
}
