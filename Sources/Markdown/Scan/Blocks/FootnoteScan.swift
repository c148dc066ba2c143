/// `[^label]: …`, with further paragraphs indented by four columns.
struct NoteDefinition {
    let label: [UInt8]
    let offset: Int
}

/// `[^label]` in a text.
struct NoteUse {
    let label: [UInt8]
    let offset: Int
}

extension BodyScan {
    /// A definition at the margin is a container whose indentation is taken away; two headings enclose it.
    mutating func openNote(_ line: inout LineCursor, _ state: inout OpenState) -> Opening {
        let first = line.first
        guard state.matched == 0, containers.isEmpty || state.unclosed,
            let labelEnd = FootnoteScan.labelEnd(body, first, line.end), labelEnd + 1 < line.end,
            body[labelEnd + 1] == UInt8(ascii: ":")
        else { return .nothing }
        close(&state)
        let index = notes.count
        notes.append(NoteDefinition(label: Array(body[first + 2..<labelEnd]), offset: first))
        line.restart(at: labelEnd + 2)
        var heading: [UInt8] = []
        heading.write("# \u{1}N")
        heading.write(index)
        heading.write("\u{1} \u{1}\n")
        rewriting.replace(first, line.first, with: heading)
        line.restart(at: line.first)
        return open(.note, width: 0, at: first) ? .container : .nothing
    }

    mutating func endNote(at lineStart: Int) {
        var heading: [UInt8] = []
        if lineStart == body.count, body.last != 0x0A { heading.write("\n") }
        // What stands in a list or a quote of the note ends with it.
        switch leaf {
        case .fence(let delimiter, let length) where containers.count == 1:
            heading.append(contentsOf: repeatElement(delimiter, count: length) + [0x0A])
        case .html(let kind) where containers.count == 1: heading.write(HTMLBlockStart.closing(of: kind))
        default: break
        }
        heading.write("# \u{1}n\u{1} \u{1}\n")
        rewriting.replace(lineStart, lineStart, with: heading)
    }
}

enum FootnoteScan {
    /// The labels of all lines that may define a note.
    static func definitions(in body: Bytes) -> Set<[UInt8]> {
        var labels: Set<[UInt8]> = []
        var i = 0
        while i < body.count {
            var first = i
            while first < body.count, first < i + 3, body[first] == 0x20 { first += 1 }
            if first < body.count, body[first] == UInt8(ascii: "["), let labelEnd = labelEnd(body, first, body.count),
                labelEnd + 1 < body.count, body[labelEnd + 1] == UInt8(ascii: ":")
            {
                labels.insert(Array(body[first + 2..<labelEnd]))
            }
            while i < body.count, body[i] != 0x0A, body[i] != 0x0D { i += 1 }
            i += 1
        }
        return labels
    }

    /// The offset of `]` behind `[^label`; a label is 1–200 bytes without blanks and brackets.
    static func labelEnd(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
        guard start + 3 < end, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        for i in start + 2..<min(end, start + 203) {
            switch bytes[i] {
            case UInt8(ascii: "]"): return i > start + 2 ? i : nil
            case UInt8(ascii: "["), 0...0x20: return nil
            default: break
            }
        }
        return nil
    }
}
