import Base

/// Takes the scan's marks out of what libcmark returns.
extension Rendering {
    /// Whether literals may hold anything that no reader should see.
    var needsRestoring: Bool { scanned.isRewritten || scanned.features.contains(.entities) }

    /// What only an entity can have brought in, as the body was cleaned before: U+200B, the embeddings and overrides,
    /// U+2060, the isolates, U+FEFF.
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
        while true {
            let mark = nextMark(in: literal, from: clean)
            document.text.write(literal, from: clean, to: mark.lowerBound)
            if mark.isEmpty { return }
            if literal[mark.lowerBound] == ScanMark.tilde {
                run.escapedTildes.append(document.text.count)
                document.text.append(UInt8(ascii: "~"))
            } else if literal[mark.lowerBound] == ScanMark.note, let use = noteUse(literal, mark.lowerBound) {
                run.addText(upTo: document.text.count)
                run.pieces.append(.init(kind: .note, start: use, end: use, node: nil))
            }
            clean = mark.upperBound
        }
    }

    mutating func append(restored literal: Bytes) {
        if needsRestoring {
            document.text.append(contentsOf: restored(literal))
        } else {
            document.text.append(contentsOf: literal)
        }
    }

    /// As the author wrote it, uses of footnotes included; without invisible characters that entities brought in.
    func restored(_ literal: Bytes) -> [UInt8] {
        guard needsRestoring else { return Array(literal) }
        var text: [UInt8] = []
        text.reserveCapacity(literal.count)
        var clean = 0
        while true {
            let mark = nextMark(in: literal, from: clean)
            text.write(literal, from: clean, to: mark.lowerBound)
            if mark.isEmpty { return text }
            if literal[mark.lowerBound] == ScanMark.tilde {
                text.write("\\~")
            } else if literal[mark.lowerBound] == ScanMark.note, let use = noteUse(literal, mark.lowerBound) {
                text.write("[^")
                text.append(contentsOf: scanned.noteUses[use].label)
                text.write("]")
            }
            clean = mark.upperBound
        }
    }

    /// The next mark from `start` on; empty, at the end, if there is none. All begin with control bytes or with E2 and
    /// higher.
    private func nextMark(in bytes: Bytes, from start: Int) -> Range<Int> {
        var i = start
        while true {
            i = bytes.firstOffset(
                from: i, to: bytes.count, where: { $0 < 0x20 || $0 >= 0xE2 },
                inSixteen: { $0.among(0, 0x20) | $0.from(0xE2) })
            if i == bytes.count { return i..<i }
            let length = markLength(bytes, i)
            if length > 0 { return i..<i + length }
            i += 1
        }
    }

    /// The length of the mark at `i`, 0 if there is none.
    @inline(__always)
    private func markLength(_ bytes: Bytes, _ i: Int) -> Int {
        let byte = bytes[i]
        if byte < 0x20 {
            guard byte != 0x0A, byte != 0x09 else { return 0 }
            guard byte == ScanMark.note else { return 1 }
            var end = i + 1
            while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
            return end < bytes.count && bytes[end] == ScanMark.note ? end + 1 - i : 1
        }
        if byte < 0x80 { return 0 }
        // What libcmark makes of `&#xFFFE;` and `&#xFFFF;`, which are no characters.
        if byte >= 0xFE { return 1 }
        if byte >= 0xE2, scanned.features.contains(.entities), isInvisible(bytes, at: i) { return 3 }
        let joint = scanned.joint
        guard joint.count == 3, byte == joint[0], i + 2 < bytes.count, bytes[i + 1] == joint[1],
            bytes[i + 2] == joint[2]
        else { return 0 }
        return 3
    }

    private func noteUse(_ bytes: Bytes, _ i: Int) -> Int? {
        var number = 0
        var k = i + 1
        while k < bytes.count, bytes[k] != ScanMark.note, number < scanned.noteUses.count {
            number = number * 10 + Int(bytes[k]) - 0x30
            k += 1
        }
        return k > i + 1 && scanned.noteUses.indices.contains(number) ? number : nil
    }
}
