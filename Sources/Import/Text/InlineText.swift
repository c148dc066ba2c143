import ArabicText

/// The marks that Markdown has for words.
struct Styles: OptionSet, Sendable {
    let rawValue: UInt8
    static let strong = Styles(rawValue: 1)
    static let emphasis = Styles(rawValue: 2)
    static let deleted = Styles(rawValue: 4)
}

/// The words of one block: pieces, each with its marks and its link.
struct InlineText: Sendable {
    struct Piece: Sendable {
        enum Content: Sendable {
            case text(String)
            case lineBreak
            case code(String)
            case picture(Figure)
            /// Reference to the footnote of this number.
            case note(Int)
        }

        var content: Content
        var styles: Styles = []
        /// Place in `links`.
        var link: Int?

        var isBlank: Bool {
            guard case .text(let text) = content else { return false }
            return text.unicodeScalars.allSatisfy { isSpace($0) || $0 == "\u{A0}" }
        }

        var isBreak: Bool { if case .lineBreak = content { true } else { false } }
    }

    private(set) var pieces: [Piece] = []
    /// Destinations.
    var links: [String] = []

    var isEmpty: Bool { pieces.allSatisfy { $0.isBlank || $0.isBreak } }

    /// Plain text, as the pieces say it.
    init(_ text: String = "") { if !text.isEmpty { append(.text(text)) } }

    mutating func append(_ content: Piece.Content, _ styles: Styles = [], link: Int? = nil) {
        if case .text(let text) = content, let last = pieces.last, last.styles == styles, last.link == link,
            case .text(let before) = last.content
        {
            pieces[pieces.count - 1].content = .text(before + text)
        } else {
            pieces.append(Piece(content: content, styles: styles, link: link))
        }
    }

    /// The words as they are printed, without marks.
    var plain: String {
        pieces.map { piece in
            switch piece.content {
            case .text(let text), .code(let text): text
            case .lineBreak: "\n"
            case .picture: ""
            case .note(let number): "[^\(number)]"
            }
        }.joined()
    }

    /// The figure, where the block is nothing else.
    var loneFigure: Figure? {
        let rest = pieces.filter { !$0.isBlank && !$0.isBreak }
        guard rest.count == 1, case .picture(var figure) = rest[0].content else { return nil }
        if let link = rest[0].link { figure.link = links[link] }
        return figure
    }

    /// Paragraphs: two line breaks part them. Blanks are one, as HTML has it, and none at the ends of lines, of marks
    /// and of links.
    ///
    /// - Parameter keepsBlanks: whether blanks inside of a line stay as many as they are.
    func paragraphs(keepsBlanks: Bool = false) -> [InlineText] {
        var found: [InlineText] = []
        var current = InlineText()
        current.links = links
        var breaks = 0
        for piece in keepsBlanks ? pieces : collapsed {
            if piece.isBreak {
                breaks += 1
                continue
            }
            if breaks > 0, piece.isBlank { continue }
            if breaks > 1, !current.isEmpty {
                found.append(current)
                current.pieces = []
            } else if breaks > 0, !current.isEmpty {
                current.pieces.append(Piece(content: .lineBreak))
            }
            breaks = 0
            current.pieces.append(piece)
        }
        if !current.isEmpty { found.append(current) }
        return found.map { $0.tidied }.filter { !$0.isEmpty }
    }

    /// Runs of white space as one blank, over all pieces.
    private var collapsed: [Piece] {
        var result: [Piece] = []
        var endsInBlank = true
        for piece in pieces {
            guard case .text(let text) = piece.content else {
                endsInBlank = piece.isBreak
                result.append(piece)
                continue
            }
            var kept: [UInt8] = []
            kept.reserveCapacity(text.utf8.count)
            for byte in text.utf8 {
                let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
                if !isBlank { kept.append(byte) } else if !endsInBlank { kept.append(0x20) }
                endsInBlank = isBlank
            }
            guard !kept.isEmpty else { continue }
            var piece = piece
            piece.content = .text(String(decoding: kept, as: UTF8.self))
            result.append(piece)
        }
        return result
    }

    /// Blanks moved out of marks and links, and off the ends of lines.
    private var tidied: InlineText {
        var split: [Piece] = []
        for piece in pieces {
            guard case .text(let text) = piece.content, !piece.styles.isEmpty || piece.link != nil else {
                split.append(piece)
                continue
            }
            for part in Self.parts(text) {
                split.append(Piece(content: .text(part), styles: piece.styles, link: piece.link))
            }
        }
        for place in split.indices where split[place].isBlank || split[place].isBreak {
            let before = split[..<place].last { !$0.isBlank && !$0.isBreak }
            let after = split[(place + 1)...].first { !$0.isBlank && !$0.isBreak }
            split[place].styles = (before?.styles ?? []).intersection(after?.styles ?? [])
            split[place].link = before?.link == after?.link ? before?.link : nil
        }
        var result = InlineText()
        result.links = links
        for (place, piece) in split.enumerated() {
            let startsLine = place == 0 || split[place - 1].isBreak
            let endsLine = place == split.count - 1 || split[place + 1].isBreak
            guard case .text(var text) = piece.content else {
                result.pieces.append(piece)
                continue
            }
            if startsLine { text = text.trimmed(ends: [.start]) }
            if endsLine { text = text.trimmed(ends: [.end]) }
            if !text.isEmpty { result.append(.text(text), piece.styles, link: piece.link) }
        }
        return result
    }

    /// Blanks at the start, the words, blanks at the end; without those that are empty.
    private static func parts(_ text: String) -> [String] {
        let start = String(text.unicodeScalars.prefix { isSpace($0) || $0 == "\u{A0}" })
        guard start.unicodeScalars.count < text.unicodeScalars.count else { return [text] }
        let rest = text.unicodeScalars.dropFirst(start.unicodeScalars.count)
        let end = rest.reversed().prefix { isSpace($0) || $0 == "\u{A0}" }.count
        return [start, String(rest.dropLast(end)), String(rest.suffix(end))].filter { !$0.isEmpty }
    }
}

/// White space of HTML, which NBSP is not.
func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }

struct TextEnds: OptionSet {
    let rawValue: UInt8
    static let start = TextEnds(rawValue: 1)
    static let end = TextEnds(rawValue: 2)
}

extension String {
    /// Text without white space and NBSP at its ends.
    func trimmed(ends: TextEnds = [.start, .end]) -> String {
        var rest = unicodeScalars[...]
        let isBlank = { (scalar: Unicode.Scalar) in isSpace(scalar) || scalar == "\u{A0}" || scalar == "\u{FEFF}" }
        if ends.contains(.start) { while let first = rest.first, isBlank(first) { rest.removeFirst() } }
        if ends.contains(.end) { while let last = rest.last, isBlank(last) { rest.removeLast() } }
        return String(rest)
    }
}
