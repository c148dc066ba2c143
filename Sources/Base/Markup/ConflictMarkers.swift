/// A conflict that git left in a file: the lines `<<<<<<< …`, `=======` and `>>>>>>> …`, with a version of the text
/// between each two of them.
package struct ConflictMarkers: Sendable, Hashable {
    /// Where the line `<<<<<<< …` starts, in bytes.
    package let start: Int
    /// The second version: from the line `=======` up to the line behind `>>>>>>> …`.
    package let other: Range<Int>

    /// The first conflict in `bytes`; nil where the three lines stand nowhere in this order.
    ///
    /// - Parameter bodyStart: where Markdown begins, whose fenced code may show such lines; nil where the file has
    /// none.
    package init?(in bytes: [UInt8], bodyStart: Int? = nil) {
        var fences = Fences(from: bodyStart ?? bytes.count)
        var place = 0
        while let start = Self.line("<<<<<<<", in: bytes, from: place) {
            guard let middle = Self.line("=======", in: bytes, from: start, isWhole: true),
                let end = Self.line(">>>>>>>", in: bytes, from: middle)
            else { return nil }
            if !fences.contain(start, in: bytes) {
                self.start = start
                other = middle..<Self.nextLine(from: end, in: bytes)
                return
            }
            place = start + 7
        }
        return nil
    }

    /// The text with the first versions alone; the other lines are blank, so that every place stays what it was.
    package static func withoutOthers(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes
        while let conflict = ConflictMarkers(in: rest) {
            for place in [conflict.start..<nextLine(from: conflict.start, in: rest), conflict.other].joined()
            where rest[place] != 0x0A {
                rest[place] = 0x20
            }
        }
        return rest
    }

    private static func nextLine(from start: Int, in bytes: [UInt8]) -> Int {
        (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }

    /// Where the next line starts that is `sign`, or that begins with it and a blank.
    private static func line(_ sign: StaticString, in bytes: [UInt8], from start: Int, isWhole: Bool = false) -> Int? {
        let letters = Array("\(sign)".utf8)
        var place = start
        while let found = bytes.place(of: letters, from: place) {
            place = found + letters.count
            guard found == 0 || bytes[found - 1] == 0x0A else { continue }
            if place == bytes.count || bytes[place] == 0x0A || bytes[place] == 0x0D { return found }
            if !isWhole, bytes[place] == 0x20 { return found }
        }
        return nil
    }

    /// The fenced code of a Markdown text (CommonMark 0.30, section 4.5), read once from its start to its end.
    private struct Fences {
        private var place: Int
        private var open: (character: UInt8, length: Int)?

        init(from start: Int) { place = start }

        /// Whether the line that starts at `line` is fenced code. To be asked of later and later lines.
        mutating func contain(_ line: Int, in bytes: [UInt8]) -> Bool {
            while place < line {
                var first = place
                while first < line, first < place + 3, bytes[first] == 0x20 { first += 1 }
                let character = bytes[first]
                let length = bytes[first..<line].prefix { $0 == character }.count
                if length >= 3, character == UInt8(ascii: "`") || character == UInt8(ascii: "~") {
                    if let (opened, least) = open {
                        let behind = bytes[(first + length)..<line].prefix { $0 != 0x0A }
                        if character == opened, length >= least, behind.allSatisfy({ $0 <= 0x20 }) { open = nil }
                    } else {
                        open = (character, length)
                    }
                }
                place = ConflictMarkers.nextLine(from: place, in: bytes)
            }
            return open != nil
        }
    }
}

extension Diagnostic {
    /// The error about a conflict that git left in the file; nil where there is none.
    ///
    /// - Parameter bodyStart: as in `ConflictMarkers`.
    package static func conflict(in bytes: [UInt8], path: String, bodyStart: Int? = nil) -> Diagnostic? {
        ConflictMarkers(in: bytes, bodyStart: bodyStart).map { conflict in
            Diagnostic(
                id: MarkupRule.conflictMarker,
                Message(
                    en:
                        "a file holds one version; git left two of them between the lines “<<<<<<<”, “=======” and "
                        + "“>>>>>>>”; keep what is right and delete these lines",
                    ar:
                        "في الملف نسخة واحدة؛ وقد ترك git هنا نسختين بين الأسطر «‎<<<<<<<» و«‎=======» "
                        + "و«‎>>>>>>>»؛ أبقِ الصحيح واحذف هذه الأسطر"
                ),
                at: Location(path: path, offset: conflict.start, in: bytes))
        }
    }
}
