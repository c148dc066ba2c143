import ArabicText

/// The things that totals count, in the plural that a number takes.
enum Counted {
    case articles, drafts, pages, files, errors, remarks, minutes

    func phrase(_ number: Int, arabic: Bool) -> String {
        guard arabic else { return "\(number) \(number == 1 ? english.one : english.many)" }
        let words = arabicWords
        return switch pluralCategory(number) {
        case .zero: "\(words.none)"
        case .one: words.one
        case .two: words.two
        case .few: "\(number) \(words.few)"
        case .many: "\(number) \(words.many)"
        case .other: "\(number) \(words.other)"
        }
    }

    private var english: (one: String, many: String) {
        switch self {
        case .articles: ("article", "articles")
        case .drafts: ("draft", "drafts")
        case .pages: ("page", "pages")
        case .files: ("file", "files")
        case .errors: ("error", "errors")
        case .remarks: ("remark", "remarks")
        case .minutes: ("minute", "minutes")
        }
    }

    private var arabicWords: (none: String, one: String, two: String, few: String, many: String, other: String) {
        switch self {
        case .articles: ("لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالًا", "مقال")
        case .drafts: ("لا مسودات", "مسودة واحدة", "مسودتان", "مسودات", "مسودة", "مسودة")
        case .pages: ("لا صفحات", "صفحة واحدة", "صفحتان", "صفحات", "صفحة", "صفحة")
        case .files: ("لا ملفات", "ملف واحد", "ملفان", "ملفات", "ملفًا", "ملف")
        case .errors: ("لا أخطاء", "خطأ واحد", "خطآن", "أخطاء", "خطأً", "خطأ")
        case .remarks: ("لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "ملاحظات", "ملاحظة", "ملاحظة")
        case .minutes: ("لا دقائق", "دقيقة واحدة", "دقيقتين", "دقائق", "دقيقة", "دقيقة")
        }
    }
}
