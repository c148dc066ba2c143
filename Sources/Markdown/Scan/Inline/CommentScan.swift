import Base

/// Comments in a line, which CommonMark 0.30 (section 6.6) and browsers take for such in different cases.
extension BodyScan {
    /// The place behind a comment, or behind the line where it ends in a later one. CommonMark takes only some for
    /// comments, a browser and an editor all: the hyphens that keep it from being one are parted. Looks ahead 4 KB at
    /// most.
    mutating func afterComment(_ start: Int, _ end: Int) -> Int {
        if start < inline.commentEnd { return min(inline.commentEnd, end) }
        guard let closing = closingOfComment(start) else {
            features.insert(.openComments)
            return start + 4
        }
        let inside = start + 4
        if closing < inside {
            // `<!-->` and `<!--->`
            rewriting.replace(start, closing + 3, with: "<!-- -->")
            return closing + 3
        }
        if body[inside] == UInt8(ascii: ">") || isFollowed(by: "->", at: inside, body.count) {
            rewriting.replace(inside, inside, with: " ")
        }
        for k in inside..<closing where body[k] == UInt8(ascii: "-") && body[k + 1] == UInt8(ascii: "-") {
            rewriting.replace(k + 1, k + 1, with: " ")
        }
        guard closing < end else {
            features.insert(.openComments)
            inline.commentEnd = closing + 3
            return end
        }
        return closing + 3
    }

    /// Where the `-->` stands; nil where a blank line or the end of the body comes first.
    private mutating func closingOfComment(_ start: Int) -> Int? {
        var isBlank = false
        let limit = min(body.count, start + 4096)
        let from = max(start + 2, inline.commentsSearched - 2)
        guard from < limit else { return nil }
        for i in from..<limit {
            switch body[i] {
            case UInt8(ascii: "-"):
                if isFollowed(by: "-->", at: i, body.count) { return i }
                isBlank = false
            case 0x0A:
                if isBlank {
                    inline.commentsSearched = i
                    return nil
                }
                isBlank = true
            case 0x20, 0x09, 0x0D: break
            default: isBlank = false
            }
        }
        inline.commentsSearched = limit
        return nil
    }
}
