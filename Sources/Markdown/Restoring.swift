/// Takes the scan's marks out of what libcmark returns.
extension Rendering {
    /// A literal that an entity made of one character which no reader sees, or which reorders what they see.
    func isHidden(_ literal: Bytes) -> Bool {
        switch literal.count {
        case 1: return literal[0] < 0x20 && literal[0] != 0x0A && literal[0] != 0x09 || literal[0] == 0x7F
        case 2: return literal[0] == 0xC2 && (literal[1] == 0xAD || literal[1] < 0xA0)
        case 3: return isInvisible(literal, at: 0)
        default: return false
        }
    }

    /// U+200B, the embeddings and overrides, U+2060, the isolates, U+FEFF.
    private func isInvisible(_ bytes: Bytes, at i: Int) -> Bool {
        guard i + 2 < bytes.count else { return false }
        switch (bytes[i], bytes[i + 1]) {
        case (0xE2, 0x80): return bytes[i + 2] == 0x8B || (0xAA...0xAE).contains(bytes[i + 2])
        case (0xE2, 0x81): return bytes[i + 2] == 0xA0 || (0xA6...0xA9).contains(bytes[i + 2])
        case (0xEF, 0xBB): return bytes[i + 2] == 0xBF
        default: return false
        }
    }

    /// Adds a text to the document's, and uses of footnotes to the run.
    mutating func addRestored(_ literal: Bytes) {
        var clean = 0
        var i = 0
        while i < literal.count {
            let length = markLength(literal, i)
            guard length > 0 else {
                i += 1
                continue
            }
            document.text.write(literal, from: clean, to: i)
            if literal[i] == Mark.note, let use = noteUse(literal, i) {
                run.addText(upTo: document.text.count)
                run.pieces.append(.init(kind: .note, start: use, end: use, node: nil))
            }
            i += length
            clean = i
        }
        document.text.write(literal, from: clean, to: literal.count)
    }

    mutating func append(restored literal: Bytes) {
        if hasMarks { document.text.append(contentsOf: restored(literal)) } else { document.text.append(contentsOf: literal) }
    }

    /// As the author wrote it, uses of footnotes included; without invisible characters that entities brought in.
    func restored(_ literal: Bytes) -> [UInt8] {
        guard hasMarks || features.contains(.entities) else { return Array(literal) }
        var text: [UInt8] = []
        text.reserveCapacity(literal.count)
        var i = 0
        while i < literal.count {
            let length = markLength(literal, i)
            if length == 0 {
                if features.contains(.entities), isInvisible(literal, at: i) {
                    i += 3
                } else {
                    text.append(literal[i])
                    i += 1
                }
                continue
            }
            if literal[i] == Mark.note, let use = noteUse(literal, i) {
                text.write("[^")
                text.append(contentsOf: noteUses[use].label)
                text.write("]")
            }
            i += length
        }
        return text
    }

    /// The length of the mark at `i`, 0 if there is none.
    @inline(__always)
    private func markLength(_ bytes: Bytes, _ i: Int) -> Int {
        let byte = bytes[i]
        if byte < 0x20 {
            guard byte != 0x0A, byte != 0x09 else { return 0 }
            guard byte == Mark.note else { return 1 }
            var end = i + 1
            while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
            return end < bytes.count && bytes[end] == Mark.note ? end + 1 - i : 1
        }
        guard joint.count == 3, byte == joint[0], i + 2 < bytes.count, bytes[i + 1] == joint[1], bytes[i + 2] == joint[2]
        else { return 0 }
        return 3
    }

    private func noteUse(_ bytes: Bytes, _ i: Int) -> Int? {
        var number = 0
        var k = i + 1
        while k < bytes.count, bytes[k] != Mark.note, number < noteUses.count {
            number = number * 10 + Int(bytes[k]) - 0x30
            k += 1
        }
        return k > i + 1 && noteUses.indices.contains(number) ? number : nil
    }
}
