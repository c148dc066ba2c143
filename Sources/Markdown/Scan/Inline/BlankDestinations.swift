import Base

extension BodyScan {
    /// `![…](قارب في الميناء.jpg)`: to CommonMark an address ends at a blank, and this is none. What ends as files of
    /// the site do is a file's name, and gets the brackets that hold blanks.
    ///
    /// - Parameter start: behind `](`.
    /// - Returns: behind the name; nil where nothing had to be done.
    mutating func bracketFileName(_ start: Int, _ end: Int) -> Int? {
        let limit = min(end, start + 300)
        var first = start
        while first < limit, body[first] == 0x20 { first += 1 }
        guard first < limit, var last = endOfName(from: first, limit) else { return nil }
        while last > first, body[last - 1] == 0x20 { last -= 1 }
        let name = body[first..<last]
        guard name.contains(0x20), !name.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }),
            isFileName(String(decoding: name, as: UTF8.self))
        else { return nil }
        rewriting.replace(first, first, with: "<")
        rewriting.replace(last, last, with: ">")
        return last
    }

    /// Where the title begins, or the bracket that closes the link.
    private func endOfName(from start: Int, _ limit: Int) -> Int? {
        var depth = 0
        for place in start..<limit {
            switch body[place] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if place > start, body[place - 1] == 0x20 { return place }
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return place }
                depth -= 1
            default: break
            }
        }
        return nil
    }

    private func isFileName(_ name: String) -> Bool {
        let file = name.prefix { $0 != "#" }.lowercased()
        return !file.contains("://") && Self.endings.contains { file.hasSuffix($0) }
    }

    private static let endings = [
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".md", ".pdf", ".csv", ".tsv", ".txt", ".doc",
        ".docx",
        ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".zip", ".mp3", ".m4a", ".aac", ".ogg",
        ".opus",
        ".wav", ".flac", ".mp4", ".m4v", ".mov", ".webm", ".vtt", ".srt",
    ]
}
