/// Words as one line of Markdown, or several with hard breaks between.
struct InlineMarkdown {
    let escaping: Escaping
    /// Whether marks are written.
    var isMarked = true
    var inTable = false

    func written(_ text: InlineText) -> String {
        var result = ""
        var open: [Mark] = []
        var startsLine = true
        for piece in text.pieces {
            let wanted = marks(of: piece, text.links)
            let shared = zip(open, wanted).prefix { $0 == $1 }.count
            while open.count > shared { result += open.removeLast().end }
            for mark in wanted.dropFirst(shared) {
                result += mark.start
                open.append(mark)
            }
            switch piece.content {
            case .text(let words): result += escaping.escaped(words, startsLine: startsLine, inTable: inTable)
            case .lineBreak: result += inTable ? " / " : "\\\n"
            case .code(let code): result += Self.code(code)
            case .picture(let figure): result += Self.picture(figure)
            case .note(let number): result += "[^\(number)]"
            }
            startsLine = piece.isBreak
        }
        while let mark = open.popLast() { result += mark.end }
        return result
    }

    private enum Mark: Equatable {
        case link(String)
        case style(String)

        var start: String { if case .style(let sign) = self { sign } else { "[" } }

        var end: String {
            switch self {
            case .style(let sign): sign
            case .link(let destination): "](\(destination))"
            }
        }
    }

    private func marks(of piece: InlineText.Piece, _ links: [String]) -> [Mark] {
        var marks: [Mark] = []
        if let link = piece.link { marks.append(.link(Self.destination(links[link]))) }
        guard isMarked else { return marks }
        if piece.styles.contains(.strong) { marks.append(.style("**")) }
        if piece.styles.contains(.emphasis) { marks.append(.style("*")) }
        if piece.styles.contains(.deleted) { marks.append(.style("~~")) }
        return marks
    }

    /// Address with what would end it written as escapes.
    static func destination(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            switch scalar {
            case " ": result += "%20"
            case "(": result += "%28"
            case ")": result += "%29"
            case "<": result += "%3C"
            case ">": result += "%3E"
            case "\\": result += "%5C"
            case "\"": result += "%22"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Code between more backticks than it holds.
    static func code(_ code: String) -> String {
        let text = code.split(whereSeparator: \.isNewline).joined(separator: " ")
        let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
        let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + pad + text + pad + fence
    }

    static func picture(_ figure: Figure) -> String {
        let alt = Escaping.minimal.escaped(figure.alt, startsLine: false)
            .replacing("[", with: "\\[").replacing("]", with: "\\]").replacing("\\\\[", with: "\\[")
        var title = ""
        if !figure.caption.isEmpty {
            // A last bar parts the caption from whom the picture is by.
            let caption = figure.caption.contains("|") ? figure.caption + " |" : figure.caption
            title =
                " \"" + caption.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "\\&")
                + "\""
        }
        let picture = "![\(alt)](\(destination(figure.destination))\(title))"
        return figure.link.map { "[\(picture)](\(destination($0)))" } ?? picture
    }
}

/// How often `sign` stands behind itself at most.
func longestRun(of sign: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
        run = character == sign ? run + 1 : 0
        longest = max(longest, run)
    }
    return longest
}
