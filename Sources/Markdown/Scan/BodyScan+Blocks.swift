extension BodyScan {
    /// The second half of a line: what new blocks it opens, and the text it adds.
    mutating func openBlocks(_ line: inout LineCursor, start: Int, next: Int, matched: Int) {
        var isOpen = OpenState(
            matched: matched, unclosed: matched < containers.count, lineStart: start,
            inParagraph: matched == containers.count && leaf == .paragraph, mayBeLazy: leaf == .paragraph)
        while line.indent < 4, !line.isBlank {
            switch openBlock(&line, &isOpen) {
            case .container: continue
            case .done: return
            case .nothing: return addRest(line, isOpen, next: next)
            }
        }
        addRest(line, isOpen, next: next)
    }

    /// What is known of a line while its blocks are opened one by one.
    struct OpenState {
        let matched: Int
        /// Whether containers are open that the line is not in, and not yet closed.
        var unclosed: Bool
        let lineStart: Int
        /// Whether the line would go on a paragraph that it is wholly inside of.
        var inParagraph: Bool
        /// Whether the line would go on a paragraph at all.
        var mayBeLazy: Bool
        /// The point behind a year that the line begins with.
        var year: Int?
    }

    enum Opening { case container, done, nothing }

    private mutating func openBlock(_ line: inout LineCursor, _ state: inout OpenState) -> Opening {
        let (first, end) = (line.first, line.end)
        switch line.byte {
        case UInt8(ascii: ">"):
            close(&state)
            guard open(.quote, width: 0, at: first) else { return .nothing }
            line.advance(to: first + 1, columns: 1)
            line.skipOneBlank()
            return .container
        case UInt8(ascii: "#") where BlockStart.isHeading(body, first, end):
            close(&state)
            startInline()
            scanInline(first, end)
            return .done
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            guard let length = BlockStart.fence(body, first, end) else { return .nothing }
            close(&state)
            leaf = .fence(delimiter: line.byte, length: length)
            return .done
        case UInt8(ascii: "<"):
            guard let kind = HTMLBlockStart.kind(body, first, end, inParagraph: state.mayBeLazy) else {
                return .nothing
            }
            close(&state)
            leaf = kind <= 5 && HTMLBlockStart.isClosed(kind, by: body, first, end) ? .none : .html(kind)
            return .done
        case UInt8(ascii: "=") where state.inParagraph && BlockStart.isUnderline(body, first, end):
            leaf = .none
            return .done
        case UInt8(ascii: ":"):
            return openBox(&line, &state)
        case UInt8(ascii: "["):
            return openNote(&line, &state)
        default:
            return openListItem(&line, &state)
        }
    }

    private mutating func openListItem(_ line: inout LineCursor, _ state: inout OpenState) -> Opening {
        let (first, end) = (line.first, line.end)
        switch line.byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
            let isUnderline =
                line.byte == UInt8(ascii: "-") && state.inParagraph && BlockStart.isUnderline(body, first, end)
            if isUnderline || BlockStart.isThematicBreak(body, first, end) {
                close(&state)
                return .done
            }
            if takeSourceLine(line, &state) { return .done }
        case UInt8(ascii: "+"), 0x30...0x39, 0xC2, 0xD9, 0xDB, 0xE2, 0xEF: break
        default: return .nothing
        }
        switch ListMarker.find(body, first, end, inParagraph: state.inParagraph) {
        case .none: return .nothing
        case .year(let delimiter):
            state.year = delimiter
            return .nothing
        case .marker(let marker):
            if leaf == .paragraph { carryStrong(to: first) }
            close(&state)
            return open(marker, &line, at: first) ? .container : .nothing
        }
    }

    /// The item's width is counted as libcmark does it, section 5.2 of CommonMark.
    private mutating func open(_ marker: ListMarker, _ line: inout LineCursor, at first: Int) -> Bool {
        let indent = line.indent
        var ahead = line
        ahead.advance(to: marker.end, columns: marker.width)
        let isText = !ahead.isBlank && !marker.touchesText && (1...4).contains(ahead.indent)
        let padding = isText ? ahead.indent : 1
        guard open(.item, width: indent + marker.width + padding, at: first) else { return false }
        if let replacement = marker.replacement { rewriting.replace(first, marker.end, with: replacement) }
        line.advance(to: marker.end, columns: marker.width)
        if isText || line.indent > 0 { line.advance(columns: padding) }
        return true
    }

    /// Ends the paragraph and the containers that the line is not in.
    mutating func close(_ state: inout OpenState) {
        if state.unclosed { closeContainers(downTo: state.matched, at: state.lineStart) }
        leaf = .none
        noteChild()
        state.unclosed = false
        state.inParagraph = false
        state.mayBeLazy = false
    }

    private mutating func addRest(_ line: LineCursor, _ state: OpenState, next: Int) {
        if line.isBlank {
            leaf = .none
            return closeContainers(downTo: state.unclosed ? state.matched : containers.count, at: state.lineStart)
        }
        if state.unclosed, state.mayBeLazy { return addLine(from: line.first, to: line.end, year: state.year) }
        if line.indent >= 4, !state.mayBeLazy {
            var state = state
            close(&state)
            leaf = .indentedCode
            return
        }
        if state.unclosed { closeContainers(downTo: state.matched, at: state.lineStart) }
        addText(from: line.first, to: line.end, next: next, year: state.year, indented: line.indent < 4 ? nil : line)
    }

    /// One line of a paragraph, or of a table.
    mutating func addText(from first: Int, to end: Int, next: Int, year: Int? = nil, indented: LineCursor? = nil) {
        if case .table(let columns) = leaf { return addRow(first, end, columns: columns) }
        if hasTabs, startsPastedTable(first, end, next: next, indented: indented) { return }
        if startsTable(first, end, next: next, indented: indented) { return }
        switch body[first] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "["), UInt8(ascii: "<"):
            if separateCard(first, end, next: next) { return }
        default: break
        }
        let goesOn = leaf == .paragraph
        if !goesOn {
            leaf = .paragraph
            noteChild()
            startInline()
            definitions.end()
            if first < inline.strongEnd { resumeStrong(at: first) }
            keepsLines = ShortLines.begin(in: body, first, end, next: next, atMargin: containers.isEmpty)
        } else if keepsLines || ShortLines.isTurn(body, first, end) {
            keepLineEnd()
        }
        adviseOnFirstSign(first, end, goesOn: goesOn)
        if body[first] == UInt8(ascii: "[") || definitions.isOpen { weighDefinition(first, end) }
        addLine(from: first, to: end, year: year)
    }

    private mutating func addLine(from first: Int, to end: Int, year: Int?) {
        if let year { rewriting.replace(year, year, with: "\\") }
        scanInline(first, end)
        inline.textEnd = end
    }

    mutating func noteChild() {
        if let last = containers.indices.last { containers[last].isEmpty = false }
    }
}
