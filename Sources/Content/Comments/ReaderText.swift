import ArabicText

/// Text from a reader as pages may show it: without what is unseen and changes what others see.
package enum ReaderText {
    /// Marks that may follow one letter; Arabic writes three at most.
    private static let mostMarks = 4

    /// A text of lines: line ends are `\n`, at most one blank line stands between two, none at either end.
    package static func lines(_ text: String) -> String {
        var lines: [Substring] = []
        for line in visible(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let line = trimmed(line)
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// A text of one line, such as a name: runs of white space are one blank.
    package static func line(_ text: String) -> String {
        visible(text).split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.last?.isWhitespace ?? false { line.removeLast() }
        return line
    }

    /// Form C without controls, isolates, overrides, private characters and heaps of marks; of direction marks one in a
    /// row stays.
    private static func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var (marks, lastIsMark) = (0, false)
        var lastIsReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            defer { lastIsReturn = isReturn }
            if isReturn || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}" {
                scalars.append("\n")
                continue
            }
            if scalar == "\n" {
                if !lastIsReturn { scalars.append("\n") }
                continue
            }
            let isDirectionMark = scalar == "\u{200E}" || scalar == "\u{200F}" || scalar == "\u{61C}"
            if isDirectionMark, lastIsMark { continue }
            switch scalar.properties.generalCategory {
            case .control: scalars.append(" ")
            case .format where !isDirectionMark && scalar != "\u{200C}" && scalar != "\u{200D}": continue
            case .privateUse, .surrogate: continue
            case .nonspacingMark, .enclosingMark:
                marks += 1
                if marks <= mostMarks { scalars.append(scalar) }
                continue
            default: scalars.append(scalar)
            }
            (marks, lastIsMark) = (0, isDirectionMark)
        }
        return CanonicalForm.nfc(String(scalars))
    }
}
