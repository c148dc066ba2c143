import Base
import ArabicText

/// The footnotes of a body, while it is rendered: numbered by their first use, shown at the end.
struct Footnotes {
    private struct Note {
        var number = 0
        var uses = 0
        var html: [UInt8] = []
        var text: [UInt8] = []
    }

    let definitions: [NoteDefinition]
    private var notes: [Note]
    private var indexes: [[UInt8]: Int] = [:]
    private var order: [Int] = []
    /// Whether the note that is being rendered is defined in a link that the author wrote as HTML.
    var isInRawLink = false
    /// The note that is being rendered, where its HTML begins, and the document's text before it.
    private var interrupted: (index: Int, start: Int, text: [UInt8])?

    init(_ definitions: [NoteDefinition]) {
        self.definitions = definitions
        notes = definitions.map { _ in Note() }
        for (index, definition) in definitions.enumerated() where indexes[definition.label] == nil {
            indexes[definition.label] = index
        }
    }

    var isEmpty: Bool { definitions.isEmpty }
    var isInNote: Bool { interrupted != nil }
    var labels: [String] { definitions.map { String(decoding: $0.label, as: UTF8.self) } }

    /// The number of the note, and which use of it this is, both from 1. Nil for an unknown label.
    mutating func use(_ label: [UInt8]) -> (number: Int, use: Int)? {
        guard let index = indexes[label] else { return nil }
        if notes[index].number == 0 {
            order.append(index)
            notes[index].number = order.count
        }
        notes[index].uses += 1
        return (notes[index].number, notes[index].uses)
    }

    mutating func begin(_ index: Int, _ html: borrowing ByteBuffer, _ document: inout Document) {
        guard notes.indices.contains(index), interrupted == nil else { return }
        interrupted = (index, html.count, document.text)
        document.text = []
    }

    mutating func end(_ html: inout ByteBuffer, _ document: inout Document) {
        guard let (index, start, text) = interrupted else { return }
        notes[index].html = html.take(from: start)
        notes[index].text = document.text
        document.text = text
        interrupted = nil
    }

    /// The notes in the order of their numbers.
    var used: [(number: Int, uses: Int, html: [UInt8], text: [UInt8])] {
        order.map { (notes[$0].number, notes[$0].uses, notes[$0].html, notes[$0].text) }
    }

    var unused: [NoteDefinition] {
        definitions.indices.filter { notes[$0].uses == 0 && indexes[definitions[$0].label] == $0 }.map {
            definitions[$0]
        }
    }

    /// Definitions whose label was taken.
    var doubles: [NoteDefinition] {
        definitions.indices.filter { indexes[definitions[$0].label] != $0 }.map { definitions[$0] }
    }
}

extension Rendering {
    /// A note is rendered where it is defined, aside from the text around it.
    mutating func beginNote(_ index: Int) {
        endNote()
        footnotes.begin(index, html, &document)
        openBoxes.beginNote()
        footnotes.isInRawLink = isInRawLink
        isInRawLink = false
    }

    mutating func endNote() {
        guard footnotes.isInNote else { return }
        endExtensions(deeperThan: -1)
        openBoxes.endNote()
        isInRawLink = footnotes.isInRawLink
        footnotes.end(&html, &document)
    }

    mutating func writeNoteUse(_ index: Int) {
        let use = scanned.noteUses[index]
        guard let (number, count) = footnotes.use(use.label) else {
            html.write("[^")
            html.writeEscaped(use.label, from: 0, to: use.label.count)
            html.write("]")
            guard mayReport else { return }
            let label = String(decoding: use.label, as: UTF8.self)
            return report(.unknownNote(label, known: footnotes.labels, at: original(cleanOffset: use.offset)))
        }
        let digits = settings.numerals.plain(number)
        if isInLink || isInRawLink {
            html.write("<sup class=\"footnote-ref\" id=\"")
            writeUseID(number, count)
            html.write("\">")
            html.write(digits.utf8)
            return html.write("</sup>")
        }
        html.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
        html.write(number)
        html.write("\" id=\"")
        writeUseID(number, count)
        html.write("\" role=\"doc-noteref\">")
        html.write(digits.utf8)
        html.write("</a></sup>")
    }

    private mutating func writeUseID(_ number: Int, _ use: Int) {
        html.write("fnref-")
        html.write(number)
        guard use > 1 else { return }
        html.write("-")
        html.write(use)
    }

    /// The list at the end, with a way back to each use.
    mutating func renderFootnotes() {
        guard !footnotes.isEmpty else { return }
        for definition in footnotes.doubles.prefix(Remark.most) {
            let label = String(decoding: definition.label, as: UTF8.self)
            report(.doubleNote(label, at: original(cleanOffset: definition.offset)))
        }
        for definition in footnotes.unused.prefix(Remark.most) {
            let label = String(decoding: definition.label, as: UTF8.self)
            report(.unusedNote(label, at: original(cleanOffset: definition.offset)))
        }
        let used = footnotes.used
        guard !used.isEmpty else { return }
        document.notesStart = document.text.count
        startLine()
        html.write("<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>")
        html.writeEscaped(settings.words.footnotes)
        html.write("</h2>\n<ol>\n")
        for note in used {
            document.anchors.append("fn-\(note.number)")
            html.write("<li id=\"fn-")
            html.write(note.number)
            html.write("\">\n")
            let closing = Array("</p>\n".utf8)
            let endsInParagraph = note.html.suffix(closing.count).elementsEqual(closing)
            html.write(endsInParagraph ? note.html.dropLast(closing.count) : note.html)
            for use in 1...note.uses { writeBackLink(note.number, use) }
            html.write(endsInParagraph ? "</p>\n</li>\n" : "\n</li>\n")
            document.text.append(contentsOf: note.text)
        }
        html.write("</ol>\n</section>\n")
    }

    private mutating func writeBackLink(_ number: Int, _ use: Int) {
        html.write(" <a href=\"#")
        writeUseID(number, use)
        html.write("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"")
        html.writeEscaped(settings.words.backToText)
        html.write("\">↩</a>")
    }
}
