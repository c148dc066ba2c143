package import Base

/// What the withdrawal of a name needs, and what it leaves.
package enum NameRule: String, Rule {
    case desk = "withdraw-desk"
    case name = "withdraw-name"
    case kept = "withdraw-kept"

    package static var theme: (english: String, arabic: String) { ("Names that are withdrawn", "أسماء تُسحب") }

    package var explanation: Explanation {
        switch self {
        case .desk:
            Explanation(
                en: "A name is withdrawn as another.",
                cause:
                    "What is to take its place is empty, holds the name itself, or signs that mean something in front matter.",
                cure: "Name a desk, of letters, digits, spaces and hyphens.",
                ar: "يحل محل الاسم المسحوب اسم آخر.",
                cause: "الاسم البديل فارغ، أو فيه الاسم نفسه أو علامات لها معنى في بيانات المقالات.",
                cure: "اذكر مكتبًا من حروف وأرقام وفراغات وشرطات.",
                Example(
                    .told, "sitegen author withdraw NAME --as “desk: Beirut”",
                    mended: "sitegen author withdraw NAME --as “Beirut desk”",
                    ar: "sitegen author withdraw الاسم --as «مكتب: بيروت»",
                    mended: "sitegen author withdraw الاسم --as «مكتب بيروت»"))
        case .name:
            Explanation(
                en: "A name that is withdrawn stands in some file.",
                cause: "It is mistyped, or was withdrawn before.",
                cure: "Write it as bylines have it.",
                ar: "الاسم المسحوب وارد في ملف ما.",
                cause: "كُتب خطأ، أو سُحب من قبل.",
                cure: "اكتبه كما في أسماء الكتّاب.",
                Example(
                    .told, "sitegen author withdraw “Salmaa Tahan” …",
                    mended: "sitegen author withdraw “Salma Tahan” …",
                    ar: "sitegen author withdraw «سلما الطحان» …", mended: "sitegen author withdraw «سلمى الطحان» …"))
        case .kept:
            Explanation(
                en: "Articles keep their addresses when a name is withdrawn.",
                cause: "An address, an id or the name of a file spells the name.",
                cure: "Change it by hand where it must go; nothing leads to the old address then.",
                ar: "تحتفظ المقالات بعناوينها عند سحب اسم.",
                cause: "يرد الاسم في عنوان أو معرّف أو اسم ملف.",
                cure: "غيّره بيدك إن وجب؛ ولا يقود شيء إلى العنوان القديم بعدها.",
                Example(
                    .told, "slug: talk-with-salma-tahan", mended: "slug: talk-with-our-reporter"))
        }
    }
}
