import Base

extension BodyScan {
    /// A new block of text begins: emphasis and brackets do not reach into it.
    mutating func startInline() {
        inline.stars = OpenRuns()
        inline.underscores = OpenRuns()
        inline.brackets = 0
    }

    /// Looks through one line's text for what libcmark should read differently.
    mutating func scanInline(_ start: Int, _ end: Int) {
        var i = start
        while true {
            i = body.firstOffset(from: i, to: end, where: Self.isSign, inSixteen: Self.signs)
            guard i < end else { return }
            switch body[i] {
            case UInt8(ascii: "\""): features.insert(.quotes)
            case UInt8(ascii: "~"): features.insert(.tildes)
            case UInt8(ascii: "\\"):
                if i + 1 < end, body[i + 1] == UInt8(ascii: "~") { rewriting.replace(i, i + 2, with: "\u{8}") }
                // No letter is escaped.
                if i + 1 < end, body[i + 1] | 0x20 != UInt8(ascii: "w") { i += 1 }
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                i = weighRun(i, start, end)
                continue
            case UInt8(ascii: "`"):
                i = afterCode(i, end)
                continue
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                i = bracket(i, end)
                continue
            case UInt8(ascii: "<"):
                i = isFollowed(by: "!--", at: i + 1, end) ? afterComment(i, end) : afterTag(i, end)
                continue
            case UInt8(ascii: ":") where isFollowed(by: "//", at: i + 1, end):
                i = afterBareLink(i, end)
                continue
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                guard isThreeWs(i, end) else { break }
                features.insert(.bareHosts)
                i = afterBareLink(i + 3, end)
                continue
            default: break
            }
            i += 1
        }
    }

    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "~"),
            0x5B...0x60,
            UInt8(ascii: "W"), UInt8(ascii: "w"):
            true
        default: false
        }
    }

    /// `" * : < ~`, `w`, and from `[` to the backtick.
    @inline(__always)
    private static func signs(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
        bytes.among(0x5B, 6) | bytes.with(0x20).equal(0x77) | bytes.equal(0x22) | bytes.equal(0x2A) | bytes.equal(0x3A)
            | bytes.equal(0x3C) | bytes.equal(0x7E)
    }

    /// `www.`
    private func isThreeWs(_ i: Int, _ end: Int) -> Bool {
        i + 3 < end && body[i + 1] | 0x20 == 0x77 && body[i + 2] | 0x20 == 0x77 && body[i + 3] == UInt8(ascii: ".")
    }

    func isFollowed(by text: StaticString, at start: Int, _ end: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= end else { return false }
        for k in 0..<text.utf8CodeUnitCount where body[start + k] != text.utf8Start[k] { return false }
        return true
    }

    /// The place behind a code span that ends in the same line, else behind its backticks. Reads 4 KB at most, so that
    /// a line of backticks costs no more than any other.
    private func afterCode(_ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, body[i] == UInt8(ascii: "`") { i += 1 }
        let ticks = i - start
        let behind = i
        let limit = min(end, i + 4096)
        while i < limit {
            guard body[i] == UInt8(ascii: "`") else {
                i += 1
                continue
            }
            let run = i
            while i < end, body[i] == UInt8(ascii: "`") { i += 1 }
            if i - run == ticks { return i }
        }
        return behind
    }

    /// The place behind what may be a tag or a link in angle brackets.
    private func afterTag(_ start: Int, _ end: Int) -> Int {
        let next = start + 1 < end ? body[start + 1] : 0
        guard (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
            return start + 1
        }
        for i in start + 1..<min(end, start + 2048) {
            if body[i] == UInt8(ascii: ">") { return i + 1 }
            if body[i] == UInt8(ascii: "<") { break }
        }
        return start + 1
    }

    private mutating func bracket(_ i: Int, _ end: Int) -> Int {
        if body[i] == UInt8(ascii: "]") {
            definitions.brackets += 1
            inline.brackets = max(0, inline.brackets - 1)
            if inline.usesNote, i + 1 < end, body[i + 1] == UInt8(ascii: ":") {
                // With the note's brackets gone, libcmark would take what stands in these for a definition's label.
                rewriting.replace(i + 1, i + 1, with: "\\")
                return i + 2
            }
            guard i + 1 < end, body[i + 1] == UInt8(ascii: "(") else { return i + 1 }
            return bracketFileName(i + 2, end) ?? afterDestination(i + 2, end)
        }
        if let labelEnd = FootnoteScan.labelEnd(body, i, end), isNote(i, labelEnd, end) {
            useNote(i, labelEnd)
            return labelEnd + 1
        }
        inline.brackets += 1
        if inline.brackets > limits.nesting, i > 0, body[i - 1] == UInt8(ascii: "!") {
            if !inline.isReported { report(.tooManyBrackets(limits.nesting, at: i)) }
            inline.isReported = true
            rewriting.replace(i, i, with: ScanMark.letterText)
        }
        return i + 1
    }

    private func afterDestination(_ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, body[i] > 0x20, body[i] != UInt8(ascii: ")"), body[i] != UInt8(ascii: "<") { i += 1 }
        return i
    }

    /// The place behind a bare link's text. An underscore in it must not become emphasis.
    private mutating func afterBareLink(_ start: Int, _ end: Int) -> Int {
        features.insert(.bareLinks)
        var i = start + 1
        while i < end {
            switch body[i] {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: ")"),
                UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
                return i
            case UInt8(ascii: "_"):
                // The last one of a link belongs to the text around it.
                guard i + 1 < end, body[i + 1] > 0x20, body[i + 1] < 0x80 else { return i }
                let joinsWords = isWord(body[i - 1]) && isWord(body[i + 1])
                if !joinsWords {
                    rewriting.replace(i, i, with: ScanMark.letterText)
                    rewriting.replace(i + 1, i + 1, with: ScanMark.letterText)
                }
            default: break
            }
            i += 1
        }
        return i
    }

    private func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Whether it may not be the text of a link: before a parenthesis or a bracket only what is defined is a note, or
    /// is followed by another.
    private mutating func isNote(_ start: Int, _ labelEnd: Int, _ end: Int) -> Bool {
        guard labelEnd + 1 < end else { return true }
        switch body[labelEnd + 1] {
        case UInt8(ascii: "["):
            if FootnoteScan.labelEnd(body, labelEnd + 1, end) != nil { return true }
        case UInt8(ascii: "("): break
        default: return true
        }
        if definedNotes == nil { definedNotes = FootnoteScan.definitions(in: body) }
        return definedNotes?.contains(Array(body[start + 2..<labelEnd])) ?? false
    }

    /// The use is punctuation to libcmark, as its brackets were.
    private mutating func useNote(_ start: Int, _ labelEnd: Int) {
        guard let joint = joint() else { return }
        var text = joint
        text.append(ScanMark.note)
        text.write(noteUses.count)
        text.append(ScanMark.note)
        text.append(contentsOf: joint)
        inline.usesNote = true
        noteUses.append(NoteUse(label: Array(body[start + 2..<labelEnd]), offset: start))
        rewriting.replace(start, labelEnd + 1, with: text)
    }

    mutating func joint() -> [UInt8]? {
        if inline.joint == nil { inline.joint = ScanMark.joint(absentFrom: body) ?? [] }
        return inline.joint.flatMap { $0.isEmpty ? nil : $0 }
    }
}
