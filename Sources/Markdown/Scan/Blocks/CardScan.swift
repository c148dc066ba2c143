extension BodyScan {
    /// Puts a line that is nothing but a link to such a site into a paragraph of its own.
    mutating func separateCard(_ first: Int, _ end: Int, next: Int) -> Bool {
        guard containers.isEmpty, let url = cardURL(first, end), CardSite.of(Bytes(rebasing: body[url])) != nil else {
            return false
        }
        if leaf == .paragraph { rewriting.replace(first, first, with: "\n") }
        leaf = .paragraph
        startInline()
        scanInline(first, end)
        if next < body.count, body[next] != 0x0A, body[next] != 0x0D {
            rewriting.replace(next, next, with: "\n")
            leaf = .none
        }
        return true
    }

    /// The URL of `https://…`, `<https://…>` or `[…](https://…)` as a whole line.
    private func cardURL(_ first: Int, _ lineEnd: Int) -> Range<Int>? {
        var end = lineEnd
        while end > first, BlockStart.isBlank(body[end - 1]) { end -= 1 }
        var start = first
        switch body[first] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"): break
        case UInt8(ascii: "<"):
            guard body[end - 1] == UInt8(ascii: ">") else { return nil }
            start += 1
            end -= 1
        case UInt8(ascii: "["):
            guard body[end - 1] == UInt8(ascii: ")"),
                let middle = (first..<end - 1).first(where: { body[$0] == 0x5D && body[$0 + 1] == 0x28 })
            else { return nil }
            start = middle + 2
            end -= 1
        default: return nil
        }
        guard start < end, (start..<end).allSatisfy({ body[$0] > 0x20 }) else { return nil }
        return start..<end
    }
}
