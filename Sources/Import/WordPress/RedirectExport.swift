import Base
import Content

/// Redirects as plug-ins of WordPress export them: CSV (RFC 4180) with the names of its columns in the first line.
struct RedirectExport {
    private(set) var rows: [(from: String, to: String)] = []
    /// Those that are patterns, as written.
    private(set) var patterns: [String] = []

    /// - Parameter host: of the old site, whose addresses may be written whole.
    init(_ file: [UInt8], host: String) {
        let lines = Self.records(String(decoding: file, as: UTF8.self))
        guard let head = lines.first?.map({ $0.lowercased().trimmed() }) else { return }
        let column = { (names: [String]) in head.firstIndex { names.contains($0) } }
        guard let from = column(["source", "origin", "from", "source url"]),
            let to = column(["target", "to", "target url", "destination"])
        else { return }
        let pattern = column(["regex", "format"])
        for line in lines.dropFirst() where line.count > max(from, to) {
            let isPattern = pattern.map {
                line.indices.contains($0) && ["1", "regex", "true"].contains(line[$0].lowercased())
            }
            let (old, new) = (Self.path(line[from], host), Self.path(line[to], host))
            if isPattern == true || old.contains("*") || old.contains("(") {
                patterns.append("\(line[from]) → \(line[to])")
            } else if !old.isEmpty, !new.isEmpty {
                rows.append((old, new))
            }
        }
    }

    /// Path of an own address, decoded; other addresses as they are.
    private static func path(_ written: String, _ host: String) -> String {
        let text = written.trimmed()
        guard !text.isEmpty else { return "" }
        guard text.contains("://") else { return WordPressName.decoded(text.hasPrefix("/") ? text : "/" + text).text }
        guard PictureAddress.isOwn(text, host: host) else { return text }
        let query = text.firstIndex(of: "?").map { String(text[$0...]) } ?? ""
        return WordPressName.decoded(PictureAddress.path(text)).text + query
    }

    /// Records and their fields; quotation marks keep commas and line ends.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var last: Character?
        for character in text {
            if isQuoted {
                if character == "\"" { isQuoted = false } else { field.append(character) }
            } else if character == "\"" {
                // A doubled mark is one.
                if last == "\"" { field.append(character) }
                isQuoted = true
            } else if character == "," {
                fields.append(field)
                field = ""
            } else if character.isNewline {
                if !(fields.isEmpty && field.isEmpty) { records.append(fields + [field]) }
                (fields, field) = ([], "")
            } else {
                field.append(character)
            }
            last = character
        }
        if !(fields.isEmpty && field.isEmpty) { records.append(fields + [field]) }
        return records
    }
}
