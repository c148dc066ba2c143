import ArabicText
import Base

/// `Import/report.md`: what came, what did not and why, and what is to be decided.
struct ImportReport {
    let arabic: Bool
    /// What was counted, in order: words and number.
    var figures: [(words: Message, count: Int)] = []
    /// Lines of site.yaml that are the editor's to put in.
    var settings = ""
    /// How the pictures that wait come.
    var downloads = 0

    func text(_ rows: [ReportRow.Kind: (count: Int, first: [ReportRow])]) -> [UInt8] {
        var lines = [arabic ? "# تقرير النقل" : "# Report of the import", ""]
        for (words, count) in figures { lines.append("- \(say(words)): \(count)") }
        if downloads > 0 {
            lines += [
                "",
                arabic
                    ? "ملفات لم تُنقل بعد: \(downloads)، وقائمتها في Import/downloads.tsv. لتنزيلها:"
                    : "Files that are not here yet: \(downloads), listed in Import/downloads.tsv. To fetch them:",
                "", "    cut -f1 Import/downloads.tsv | wget -x -nH -P media -i -", "",
                arabic
                    ? "ثم أعد الأمر نفسه مع ‎--media media: تكتمل الملفات التي لم تُحرر."
                    : "Then give the same command with --media media: files that nobody edited are completed.",
            ]
        }
        if !settings.isEmpty {
            lines += ["", arabic ? "## لملف site.yaml" : "## For site.yaml", "", "```", settings, "```"]
        }
        let decisions = ReportRow.Kind.allCases.filter { $0.isDecision && rows[$0] != nil }
        let others = ReportRow.Kind.allCases.filter { !$0.isDecision && rows[$0] != nil }
        if !decisions.isEmpty { lines += ["", arabic ? "## للقرار" : "## To decide"] }
        for kind in decisions { lines += section(kind, rows[kind]) }
        if !others.isEmpty { lines += ["", arabic ? "## للعلم" : "## To know"] }
        for kind in others { lines += section(kind, rows[kind]) }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func say(_ message: Message) -> String { arabic ? message.arabic : message.english }

    private func section(_ kind: ReportRow.Kind, _ found: (count: Int, first: [ReportRow])?) -> [String] {
        guard let found else { return [] }
        var lines = ["", "### \(say(kind.heading)) (\(found.count))", ""]
        lines += found.first.map { row in
            let place = [row.file, row.line > 0 ? (arabic ? "سطر \(row.line)" : "line \(row.line)") : "", row.id]
                .filter { !$0.isEmpty }.joined(separator: arabic ? "، " : ", ")
            let words = String(row.text.prefix(80))
            return "- "
                + [place, Escaping.minimal.escaped(words, startsLine: false)].filter { !$0.isEmpty }.joined(
                    separator: ": ")
        }
        if found.count > found.first.count {
            let more = found.count - found.first.count
            lines.append(arabic ? "- و\(more) غيرها في report.tsv" : "- and \(more) more in report.tsv")
        }
        return lines
    }
}
