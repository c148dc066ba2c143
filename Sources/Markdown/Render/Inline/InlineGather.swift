import Base

/// Fills the rendering's `run` with a block's inline content, and the document's text with its words.
extension Rendering {
    /// The children of `block`, or those from `first` up to `stop`. Iterative: emphasis may be nested as deep as the
    /// body is long. Of the first text, `skipped` bytes are left out.
    mutating func gather(_ block: Node, from first: Node? = nil, until stop: Node? = nil, skipping skipped: Int = 0) {
        run.reset(at: document.text.count)
        skippedBytes = skipped
        var depth = 0
        var current = first ?? block.firstChild
        while let node = current, node != stop {
            if let child = enter(node, depth, block) {
                depth += 1
                current = child
                continue
            }
            var done = node
            current = done.next
            while current == nil, depth > 0, let parent = done.parent {
                depth -= 1
                leave(parent, depth)
                done = parent
                current = done.next
            }
        }
        trimEnd()
        if scanned.features.contains(.openComments) { findOpenComment(in: block) }
        if settings.html == .allow, !isPlain { partLinks(block) }
    }

    /// What begins like a comment and was none to libcmark is text, which readers would see.
    private mutating func findOpenComment(in block: Node) {
        let start = Array("<!--".utf8)
        for piece in run.pieces where piece.kind == .text {
            let found = document.text[piece.start..<piece.end].place(of: start)
            guard let found else { continue }
            let place = place(ofTextAt: found, in: block)
            return report(.openComment(at: place))
        }
    }

    /// The first child, where there is something to enter.
    private mutating func enter(_ node: Node, _ depth: Int, _ block: Node) -> Node? {
        let kind = node.kind
        switch kind {
        case .text: addText(node.literal, in: depth == 0 ? nil : node.parent)
        case .softBreak where !settings.keepsLines:
            document.text.append(0x0A)
            run.hasSoftBreaks = true
            run.addText(upTo: document.text.count)
        case .softBreak, .lineBreak:
            document.text.append(0x20)
            run.end = document.text.count
            run.add(.lineBreak)
        case .code:
            append(restored: node.literal)
            run.addCode(upTo: document.text.count)
        case .htmlInline: addHTML(node)
        case .image: addImage(node)
        case .emphasis, .strong, .link:
            guard depth < Self.deepestInline else {
                reportDepth(block)
                return node.firstChild
            }
            run.add(kind == .link ? .openLink : kind == .strong ? .openStrong : .openEmphasis, node)
            if let child = node.firstChild { return child }
            leave(node, depth)
        default: break
        }
        return nil
    }

    /// Once a body.
    private mutating func reportDepth(_ block: Node) {
        guard !isDepthReported else { return }
        isDepthReported = true
        let place = place(of: block)
        report(.tooDeepEmphasis(Self.deepestInline, at: place))
    }

    private mutating func leave(_ node: Node, _ depth: Int) {
        guard depth < Self.deepestInline else { return }
        switch node.kind {
        case .emphasis: run.add(.closeEmphasis)
        case .strong: run.add(.closeStrong)
        case .link: run.add(.closeLink)
        default: break
        }
    }

    /// Elements in elements beyond this are left out, their text stays: browsers stop at 512.
    private static var deepestInline: Int { 100 }

    private mutating func addText(_ literal: Bytes, in parent: Node?) {
        let start = document.text.count
        var literal = literal
        if skippedBytes > 0 {
            literal = Bytes(rebasing: literal[min(skippedBytes, literal.count)...])
            skippedBytes = 0
        }
        if needsRestoring { addRestored(literal) } else { document.text.append(contentsOf: literal) }
        run.addText(upTo: document.text.count)
        if scanned.features.contains(.tildes) { noteTildes(from: start, in: parent) }
    }

    /// Exactly two, not three: `~~`; neither escaped.
    private mutating func noteTildes(from start: Int, in parent: Node?) {
        let tilde = UInt8(ascii: "~")
        var escaped = run.escapedTildes.firstIndex { $0 >= start } ?? run.escapedTildes.count
        var i = start
        while i < document.text.count {
            guard document.text[i] == tilde else {
                i += 1
                continue
            }
            let first = i
            while i < document.text.count, document.text[i] == tilde { i += 1 }
            let isEscaped = escaped < run.escapedTildes.count && run.escapedTildes[escaped] < i
            while escaped < run.escapedTildes.count, run.escapedTildes[escaped] < i { escaped += 1 }
            if i - first == 2, !isEscaped { run.tildes.append((first, parent)) }
        }
    }

    private mutating func addHTML(_ node: Node) {
        if !isPlain, Self.isComment(node.literal) { return }
        if settings.html == .allow {
            run.add(.html, node)
        } else {
            append(restored: node.literal)
            run.addText(upTo: document.text.count)
            reportHTML(node)
        }
    }

    /// The image's text goes to `alternatives`, not into the document's words.
    private mutating func addImage(_ image: Node) {
        let start = run.alternatives.count
        var current = image.firstChild
        while let node = current {
            switch node.kind {
            case .text, .code: run.alternatives.append(contentsOf: restored(node.literal))
            case .htmlInline where isPlain || !Self.isComment(node.literal):
                run.alternatives.append(contentsOf: restored(node.literal))
            case .softBreak, .lineBreak: run.alternatives.append(0x20)
            default: break
            }
            if let child = node.firstChild {
                current = child
                continue
            }
            var done = node
            current = done.next
            while current == nil, let parent = done.parent, parent != image {
                done = parent
                current = done.next
            }
        }
        run.pieces.append(.init(kind: .image, start: start, end: run.alternatives.count, node: image))
    }

    /// Blanks that a removed mark left at the end, and the hard break before a quotation's last line.
    private mutating func trimEnd() {
        if !isPlain, run.pieces.last?.kind == .lineBreak, document.text.count > run.start {
            run.pieces.removeLast()
            document.text.removeLast()
            run.end = document.text.count
        }
        guard let last = run.pieces.indices.last, run.pieces[last].kind == .text else { return }
        var end = run.end
        while end > run.pieces[last].start, document.text[end - 1] == 0x20 || document.text[end - 1] == 0x0A {
            end -= 1
        }
        guard end < run.end else { return }
        document.text.removeSubrange(end...)
        run.pieces[last].end = end
        run.end = end
        if run.pieces[last].start == end { run.pieces.removeLast() }
    }
}
