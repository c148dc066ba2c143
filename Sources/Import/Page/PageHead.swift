import ArabicText

/// What stands between a page's headline and its text, line by line.
struct PageHead {
    var section = ""
    var authors: [(name: String, role: String)] = []
    var date: WrittenDate?
    var updated: WrittenDate?
    /// Lines that are none of these.
    private(set) var rest: [String] = []

    /// - Parameter lines: those before the first line of text.
    init(_ lines: [String], title: String) {
        let dates = lines.map { Self.date($0) }
        for (place, line) in lines.enumerated() {
            if let (found, isUpdate) = dates[place] {
                if isUpdate { updated = updated ?? found } else { date = date ?? found }
            } else if let second = Self.breadcrumb(line) {
                if folded(second) != folded(title) { section = second }
            } else if PageWords.isCountLine(line) || PageWords.isShareLine(line) {
                continue
            } else if let names = Self.authors(
                line, besidesDate: [place - 1, place + 1].contains { dates.indices.contains($0) && dates[$0] != nil })
            {
                authors += names
            } else {
                rest.append(line)
            }
        }
    }

    // MARK: - Dates

    /// The date that the whole line is, and whether it is of a change.
    static func date(_ line: String) -> (WrittenDate, isUpdate: Bool)? {
        var words = line.split(whereSeparator: \.isWhitespace)[...]
        var isUpdate = false
        while let first = words.first, dateWords.contains(PageWords.words(String(first)).joined()) {
            if updateWords.contains(PageWords.words(String(first)).joined()) { isUpdate = true }
            words.removeFirst()
        }
        guard let date = try? parseDate(words.joined(separator: " ")) else { return nil }
        return (date, isUpdate)
    }

    private static let dateWords = Set(
        PageWords.all([
            "في", "نشر", "نُشر", "نشرت", "بتاريخ", "آخر", "تحديث", "تاريخ", "النشر", "التحديث", "Published", "on",
            "Updated",
        ]))
    private static let updateWords = Set(PageWords.all(["تحديث", "التحديث", "Updated"]))

    // MARK: - Where it stands

    private static func breadcrumb(_ line: String) -> String? {
        let parts = line.split { "»›>/←\\".contains($0) }.map { String($0).trimmed() }.filter { !$0.isEmpty }
        guard parts.count > 1,
            ["الرئيسية", "Home", "الصفحة الرئيسية"].contains(where: { folded($0) == folded(parts[0]) })
        else { return nil }
        return parts[1]
    }

    // MARK: - Who wrote it

    /// Names of a byline; nil for any other line.
    static func authors(_ line: String, besidesDate: Bool) -> [(name: String, role: String)]? {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        var role = ""
        var isMarked = false
        if let first = words.first {
            let word = PageWords.words(first).joined()
            if bylineWords.contains(word) {
                isMarked = true
                if word == folded("ترجمة") { role = "ترجمة" }
                words.removeFirst()
                if words.first == ":" { words.removeFirst() }
            }
        }
        guard isMarked || besidesDate else { return nil }
        var rest = words.joined(separator: " ")
        if rest.hasPrefix(":") { rest = String(rest.dropFirst()).trimmed() }
        let names = split(rest)
        guard !names.isEmpty, names.allSatisfy({ isName($0, isMarked: isMarked) }) else { return nil }
        return names.map { ($0, role) }
    }

    private static let bylineWords = Set(
        PageWords.all([
            "بقلم", "كتب", "كتبت", "كتبه", "كتبها", "إعداد", "تقرير", "ترجمة", "الكاتب", "الكاتبة", "بواسطة", "By",
        ]))

    /// Names between commas, and before and behind an “and” where each side is a whole name.
    private static func split(_ text: String) -> [String] {
        text.split { "،,".contains($0) }.flatMap { part -> [String] in
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            for place in words.indices.dropFirst(2) where words[place].hasPrefix("و") && words[place].count > 3 {
                guard words.count - place >= 2 else { continue }
                let behind = [String(words[place].dropFirst())] + words[(place + 1)...]
                return [words[..<place].joined(separator: " "), behind.joined(separator: " ")]
            }
            return [words.joined(separator: " ")]
        }.filter { !$0.isEmpty }
    }

    private static func isName(_ name: String, isMarked: Bool) -> Bool {
        let words = name.split(separator: " ")
        return (isMarked ? 1...5 : 2...5).contains(words.count)
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
                    || "- .".unicodeScalars.contains($0)
            } && !name.hasSuffix(".")
    }
}
