import ArabicText

/// A poem that has begun and not ended. All texts are HTML.
struct Poem {
    struct Verse {
        var hemistichs: [[UInt8]]
        /// In columns.
        let indent: Int
        let startsStanza: Bool
    }

    /// Where its words begin in the document's text.
    let textStart: Int
    var title: [UInt8] = []
    var poet: [UInt8] = []
    var metre: [UInt8] = []
    var verses: [Verse] = []

    init(textStart: Int) { self.textStart = textStart }

    /// Whether it stands in two columns; else it is free verse.
    var hasHemistichs: Bool { verses.contains { $0.hemistichs.count > 1 } }

    /// Blank lines between all verses part nothing.
    var hasStanzas: Bool { verses.dropFirst().contains { !$0.startsStanza } }

    /// A last line that begins with a dash names the poet.
    mutating func takeSignature() {
        guard poet.isEmpty, verses.count > 1, let last = verses.last, last.hemistichs.count == 1,
            let dash = ["— ", "-- "].first(where: { last.hemistichs[0].starts(with: $0.utf8) })
        else { return }
        poet = Array(last.hemistichs[0].dropFirst(dash.utf8.count))
        verses.removeLast()
    }
}

extension Rendering {
    /// - Parameter place: twice the indent, and 1 for a verse behind a blank line; nil for what goes on with a verse.
    mutating func renderHemistich(_ node: Node, place: Int?, skipping: Int) {
        if place == nil, document.text.last == 0x0A {
            document.text.removeLast()
            document.text.append(contentsOf: " / ".utf8)
        }
        gather(node, skipping: skipping)
        let html = written { $0.writeInline(node) }
        endTextLine()
        _ = openBoxes.editPoem { poem in
            if let place {
                poem.verses.append(
                    .init(hemistichs: [html], indent: place / 2, startsStanza: place % 2 == 1))
            } else if let last = poem.verses.indices.last {
                poem.verses[last].hemistichs.append(html)
            }
        }
    }

    mutating func renderPoemFact(_ kind: UInt8, _ node: Node, skipping: Int) {
        gather(node, skipping: skipping)
        let html = written { $0.writeInline(node) }
        endTextLine()
        _ = openBoxes.editPoem { poem in
            switch PoemFact(rawValue: kind) {
            case .poet: poem.poet = html
            case .metre: poem.metre = html
            case .title: poem.title = html
            case nil: break
            }
        }
    }

    /// Each verse is a paragraph of lines, so that whoever knows no style sheet, as feed readers, shows them one below
    /// the other.
    mutating func write(_ poem: Poem) {
        var poem = poem
        poem.takeSignature()
        guard !poem.verses.isEmpty || !poem.title.isEmpty || !poem.poet.isEmpty else { return }
        document.hasRareParts = true
        startLine()
        html.write("<figure class=\"poem\"")
        writeDirection(of: direction(of: Array(document.text[min(poem.textStart, document.text.count)...])))
        html.write(">\n")
        if !poem.title.isEmpty {
            html.write("<p class=\"poem-title\">")
            html.write(poem.title)
            html.write("</p>\n")
        }
        html.write(poem.hasHemistichs ? "<div class=\"verses couplets\">\n" : "<div class=\"verses\">\n")
        if poem.hasHemistichs { writeCouplets(poem) } else { writeStanzas(poem) }
        html.write("</div>\n")
        endFigure(attribution: attribution(of: poem))
    }

    private mutating func writeCouplets(_ poem: Poem) {
        for (number, verse) in poem.verses.enumerated() {
            html.write("<p class=\"verse")
            if verse.hemistichs.count == 1 { html.write(" single") }
            if number > 0, verse.startsStanza, poem.hasStanzas { html.write(" stanza") }
            html.write("\">")
            for (number, hemistich) in verse.hemistichs.enumerated() {
                html.write(number == 0 ? "<span>" : "<br />\n<span>")
                html.write(hemistich)
                html.write("</span>")
            }
            html.write("</p>\n")
        }
    }

    private mutating func writeStanzas(_ poem: Poem) {
        for (number, verse) in poem.verses.enumerated() {
            let begins = number == 0 || verse.startsStanza && poem.hasStanzas
            html.write(number == 0 ? "<p>" : begins ? "</p>\n<p>" : "<br />\n")
            // Blanks that no browser takes together.
            for _ in 0..<verse.indent / 2 { html.write("\u{2003}") }
            html.write(verse.hemistichs[0])
        }
        if !poem.verses.isEmpty { html.write("</p>\n") }
    }

    private func attribution(of poem: Poem) -> [UInt8] {
        guard !poem.metre.isEmpty else { return poem.poet }
        var metre = poem.poet
        if !metre.isEmpty { metre.write(" ") }
        metre.write("<small>")
        metre.writeEscaped(settings.words.metre)
        metre.write(": ")
        metre.append(contentsOf: poem.metre)
        metre.write("</small>")
        return metre
    }
}
