import ArabicText
import Base

/// What an import counted, for its report and its closing lines.
struct ImportTotals {
    var articles = 0
    var pages = 0
    var drafts = 0
    /// Those that are not public and stay behind; nil where the source can have none.
    var hidden: Int?
    /// Comments that came; nil where the source can have none.
    var comments: Int?
    var files = 0
    var written = 0
    var unchanged = 0
    /// Old addresses that stay, that lead to new ones, that lead nowhere.
    var same = 0
    var redirected = 0
    var lost = 0

    /// Texts that came.
    var came: Int { articles + pages + drafts }

    /// Writes the report of a run that is over, and gives what is told of it.
    mutating func finish(
        _ folder: ImportFolder, _ redirects: RedirectRows, settings: String, downloads: Int, arabic: Bool
    ) throws -> ImportOutcome {
        (written, unchanged) = (folder.tally.written, folder.tally.unchanged)
        same += redirects.same
        redirected += redirects.redirected
        if lost > 0 { try folder.report(ReportRow(.addressLost, "\(lost)")) }
        var report = ImportReport(arabic: arabic)
        (report.figures, report.settings, report.downloads) = (figures, settings, downloads)
        try folder.put(report.text(folder.rows), at: "Import/report.md")
        try folder.finish()
        var outcome = ImportOutcome()
        outcome.isWhole = lost == 0 && came + (hidden ?? 0) > 0
        outcome.lines = lines(settings: settings, arabic: arabic)
        return outcome
    }

    var figures: [(words: Message, count: Int)] {
        let all: [(words: Message, count: Int?)] = [
            (Message(en: "articles", ar: "مقالات"), articles), (Message(en: "pages", ar: "صفحات ثابتة"), pages),
            (Message(en: "drafts", ar: "مسودات"), drafts),
            (Message(en: "not taken, since they are not public", ar: "تُركت لأنها ليست منشورة"), hidden),
            (Message(en: "comments", ar: "تعليقات"), comments),
            (Message(en: "files copied", ar: "ملفات نُسخت"), files),
            (Message(en: "files written", ar: "ملفات كُتبت"), written),
            (Message(en: "as they were", ar: "بقيت كما هي"), unchanged),
            (Message(en: "old addresses that stay", ar: "عناوين قديمة باقية"), same),
            (Message(en: "old addresses that lead to new ones", ar: "عناوين قديمة تحيل إلى جديدة"), redirected),
            (Message(en: "old addresses lost", ar: "عناوين قديمة ضائعة"), lost),
        ]
        return all.compactMap { row in row.count.map { (row.words, $0) } }
    }

    /// - Parameter settings: lines of site.yaml that are the editor's to put in.
    func lines(settings: String, arabic: Bool) -> [String] {
        let number = { (count: Int) in ArabicText.number(count, numerals: .latn) }
        let message = Message(
            en: "site.yaml was not touched; this is what it needs:", ar: "لم يُمس site.yaml؛ وهذا ما يحتاجه:")
        let start = settings.isEmpty ? [] : [arabic ? message.arabic : message.english, settings]
        let more =
            arabic
            ? [
                "مقالات: \(articles)، صفحات: \(pages)، مسودات: \(drafts)"
                    + (hidden.map { "، تُركت لأنها ليست منشورة: \($0)" } ?? ""),
                "كُتب \(written) من الملفات، وبقي كما هو \(unchanged)؛ التقرير في Import/report.md",
                "العناوين القديمة: \(number(same)) كما هي، و\(number(redirected)) محوّلة، و\(number(lost)) ضائعة",
            ]
            : [
                "articles: \(articles), pages: \(pages), drafts: \(drafts)"
                    + (hidden.map { ", not public and left out: \($0)" } ?? ""),
                "files: \(written) written, \(unchanged) as they were; the report is Import/report.md",
                "old addresses: \(number(same)) the same, \(number(redirected)) redirected, \(number(lost)) lost",
            ]
        return start + more
    }
}
