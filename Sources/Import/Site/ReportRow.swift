/// Something that an import dropped, guessed, moved or wants decided.
package struct ReportRow: Sendable, Hashable {
    /// What was found, before it is known where.
    struct Finding: Sendable, Hashable {
        let kind: Kind
        let text: String

        init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
    }

    package let kind: Kind
    /// Number of the post; empty where it is of none.
    package let id: String
    /// Line in the source; 0 where it is of none.
    package let line: Int
    /// File that was written; empty where none was.
    package let file: String
    /// What stood there: of one line.
    package let text: String

    package init(_ kind: Kind, id: String = "", line: Int = 0, file: String = "", _ text: String) {
        (self.kind, self.id, self.line, self.file) = (kind, id, line, file)
        self.text = oneLine(text)
    }

    init(_ finding: Finding, id: String = "", line: Int = 0, file: String = "") {
        self.init(finding.kind, id: id, line: line, file: file, finding.text)
    }

    /// Columns of `Import/report.tsv`: kind, id, line in the export, file, text.
    package var tsv: String { "\(kind.rawValue)\t\(id)\t\(line)\t\(file)\t\(text)\n" }
}

/// The text on one line, without control characters, at most 400 bytes.
func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
        if scalar.value <= 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) {
            if !line.isEmpty, line.unicodeScalars.last != " " { line.unicodeScalars.append(" ") }
        } else {
            line.unicodeScalars.append(scalar)
        }
        if line.utf8.count > 400 { return line + "…" }
    }
    return line
}
