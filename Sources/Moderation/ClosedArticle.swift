import ArabicText

/// An article's file with the line that closes it to comments.
enum ClosedArticle {
    /// Nil where the file has no front matter between two fences.
    static func closing(_ file: [UInt8]) -> [UInt8]? {
        var lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, isFence(first),
            let end = lines.indices.dropFirst().first(where: { isFence(lines[$0]) })
        else { return nil }
        let matter = lines[1..<end]
        let ending = first.last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
        let isArabic = matter.contains { $0.starts(with: "العنوان".utf8) }
        let line = Array((isArabic ? "التعليقات: لا" : "comments: false").utf8) + ending
        let known = matter.firstIndex { $0.starts(with: "comments:".utf8) || $0.starts(with: "التعليقات:".utf8) }
        if let known { lines[known] = line[...] } else { lines.insert(line[...], at: end) }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return line.elementsEqual("---".utf8)
    }
}
