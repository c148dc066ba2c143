/// `**…` in a line, `1- …` and `2- ….**` in the next ones: a list ends the paragraph, and with it what is bold. It is
/// closed there and opened again in each item, up to where the author closed it.
extension BodyScan {
    /// Before an item that begins at `first` and ends a paragraph.
    mutating func carryStrong(to first: Int) {
        let isStar = inline.stars.isStrong
        guard isStar || inline.underscores.isStrong else { return }
        let delimiter = isStar ? UInt8(ascii: "*") : UInt8(ascii: "_")
        if inline.strongEnd <= first { inline.strongEnd = closingOfStrong(delimiter, from: first) ?? 0 }
        var end = inline.textEnd
        while end > 0, BlockStart.isBlank(body[end - 1]) { end -= 1 }
        guard inline.strongEnd > first, rewriting.frontier <= end, end > 0, body[end - 1] != UInt8(ascii: "\\") else {
            inline.strongEnd = 0
            return
        }
        inline.strongDelimiter = delimiter
        rewriting.replace(end, end, with: [delimiter, delimiter])
    }

    /// Opens strong emphasis again at the beginning of an item's text.
    mutating func resumeStrong(at first: Int) {
        rewriting.replace(first, first, with: [inline.strongDelimiter, inline.strongDelimiter])
        if inline.strongDelimiter == UInt8(ascii: "*") {
            inline.stars.take(.open, 2)
        } else {
            inline.underscores.take(.open, 2)
        }
    }

    /// Where the next run of two stands, if it can close alone and nothing but items and their texts stand before it.
    /// Looks ahead 4 KB at most.
    private func closingOfStrong(_ delimiter: UInt8, from first: Int) -> Int? {
        let limit = min(body.count, first + 4096)
        var lineStart = first
        while lineStart < limit {
            var lineEnd = lineStart
            while lineEnd < limit, body[lineEnd] != 0x0A, body[lineEnd] != 0x0D { lineEnd += 1 }
            var text = lineStart
            while text < lineEnd, BlockStart.isBlank(body[text]) { text += 1 }
            guard text < lineEnd else { return nil }
            if case .marker(let marker) = ListMarker.find(body, text, lineEnd, inParagraph: false) {
                text = marker.end
                while text < lineEnd, BlockStart.isBlank(body[text]) { text += 1 }
            }
            guard text < lineEnd, !Self.mayBeginBlock(body[text]) else { return nil }
            for i in text..<lineEnd {
                switch body[i] {
                case delimiter: return closes(delimiter, i, text, lineEnd) ? i : nil
                case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "["):
                    return nil
                default: break
                }
            }
            lineStart = lineEnd + 1
            if lineEnd + 1 < limit, body[lineEnd] == 0x0D, body[lineEnd + 1] == 0x0A { lineStart += 1 }
        }
        return nil
    }

    private func closes(_ delimiter: UInt8, _ start: Int, _ text: Int, _ lineEnd: Int) -> Bool {
        var end = start
        while end < lineEnd, body[end] == delimiter { end += 1 }
        let run = DelimiterRun(body, start, end, text, lineEnd)
        return end - start == 2 && start > text && run.canClose && !run.canOpen
    }

    private static func mayBeginBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "="),
            UInt8(ascii: "-"),
            UInt8(ascii: "+"),
            UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "h"), UInt8(ascii: "H"):
            true
        default: false
        }
    }
}
