import ArabicText
import Base

/// One body on its way from libcmark's nodes to a `Document`.
struct Rendering: ~Copyable {
    let settings: MarkdownSettings
    let resolver: Resolver
    /// What libcmark has read.
    let parsed: Bytes
    let scanned: ScannedBody
    let unparsedSigns: UnparsedSigns
    /// A heading that says the same is dropped, if it is the first block.
    var headline: [UInt8]?

    var document = Document()
    /// The document's, until it is done.
    var html = ByteBuffer()
    var run = InlineRun()
    var quotes: QuotePairing
    var footnotes: Footnotes
    var headingIDs = HeadingIDs()
    var table: OpenTable?
    var openBoxes = OpenBoxes()
    var openQuotes: [OpenQuote] = []
    /// The updates of live coverage; nil in other articles.
    var live: LiveCoverage?
    /// The words below the pictures of galleries, a line each.
    var pictureText: [UInt8] = []
    /// How many containers the current block stands in.
    var depth = 0
    /// Bytes of the next text that are the scan's, not the author's.
    var skippedBytes = 0
    var isFirstBlock = true
    /// The first picture may be what the reader is waiting for, unless the page shows one above the body.
    lazy var isFirstPicture = !resolver.followsPicture
    /// Whether what is written stands in a link of Markdown's; in one that the author wrote as HTML.
    var isInLink = false
    var isInRawLink = false
    /// What is to be said behind the link that is open.
    var fileNote: FileNote?
    /// Where the last `</a` stands in the parsed text.
    lazy var lastRawLinkEnd = parsed.lastPlace(of: "</a")
    var isHTMLReported = false
    /// Where the paragraph that was written last ends in `html`.
    var paragraphEnd = -1
    var htmlElements = OpenElements()
    var isDepthReported = false
    /// Offsets in `parsed` at which lines start, filled when somebody asks.
    var lineStarts: [Int] = []
    /// How far links and pictures have been searched for.
    var searched = SearchedBlock()
    /// The same of tags that a security policy may block.
    var activeSearched = SearchedBlock()

    /// Closures that know the site.
    struct Resolver {
        let picture: (String) -> ResolvedPicture?
        let recording: (String) -> ResolvedRecording?
        let link: (String) -> ResolvedLink
        let followsPicture: Bool
        let live: LiveClock?
    }

    var isPlain: Bool { settings.isPlain }

    /// Renders all below `root`, which stays out itself. Iterative, as nodes may be nested deep.
    mutating func renderBlocks(of root: Node) {
        var current = root.firstChild
        while let node = current {
            var done = node
            if enter(node) {
                if let child = node.firstChild {
                    current = child
                    depth += 1
                    continue
                }
                leave(node)
            }
            current = done.next
            while current == nil, depth > 0, let parent = done.parent {
                depth -= 1
                endExtensions(deeperThan: depth)
                leave(parent)
                done = parent
                current = done.next
            }
        }
        endNote()
        endExtensions(deeperThan: -1)
    }

    /// Whether there may be blocks inside that are to be rendered.
    private mutating func enter(_ node: Node) -> Bool {
        let kind = node.kind
        if kind == .heading {
            if !isPlain, renderStructure(node) { return false }
            endTable()
            if isInGallery { divideGallery() }
            renderHeading(node)
            isFirstBlock = false
            return false
        }
        endTable()
        isFirstBlock = false
        if isInGallery {
            // Lists do no more than part its pictures.
            if kind == .list || kind == .item { return true }
            if kind != .paragraph { divideGallery() }
        }
        switch kind {
        case .paragraph: renderParagraph(node)
        case .blockQuote:
            beginQuote(node)
            return true
        case .list:
            beginList(node)
            return true
        case .item:
            beginItem()
            return true
        case .codeBlock: renderCode(node)
        case .htmlBlock: renderHTML(node)
        case .thematicBreak:
            startLine()
            html.write("<hr />\n")
        default: break
        }
        return false
    }

    private mutating func leave(_ node: Node) {
        switch node.kind {
        case .blockQuote: endQuote()
        case .list where !isInGallery: html.write(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item where !isInGallery: html.write("</li>\n")
        default: break
        }
    }

    /// Begins a new line, unless one has just begun, as libcmark's `cr` does.
    mutating func startLine() {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
    }

    /// Ends the plain text of a block, which is one line there.
    mutating func endTextLine() {
        applyInsertionsToText()
        if run.hasSoftBreaks {
            for i in run.start..<min(run.end, document.text.count) where document.text[i] == 0x0A {
                document.text[i] = 0x20
            }
        }
        guard run.end > run.start || (document.text.last.map { $0 != 0x0A } ?? false) else { return }
        if document.text.last != 0x0A { document.text.append(0x0A) }
    }

    private mutating func beginList(_ node: Node) {
        startLine()
        if !node.isOrdered { return html.write("<ul>\n") }
        let start = node.listStart
        if start == 1 { return html.write("<ol>\n") }
        html.write("<ol start=\"")
        html.write(start)
        html.write("\">\n")
    }

    private mutating func beginItem() {
        startLine()
        html.write("<li>")
    }

    private mutating func renderCode(_ node: Node) {
        startLine()
        html.write(isPlain ? "<pre><code" : "<pre dir=\"ltr\"><code")
        let info = node.fenceInfo
        if !info.isEmpty {
            var end = 0
            while end < info.count, !Self.isSpace(info[end]) { end += 1 }
            html.write(" class=\"language-")
            writeEscapedRestored(Bytes(rebasing: info[..<end]))
            html.write("\"")
        }
        html.write(">")
        writeEscapedRestored(node.literal)
        html.write("</code></pre>\n")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    mutating func writeEscapedRestored(_ literal: Bytes) {
        if needsRestoring {
            restored(literal).withUnsafeBufferPointer { html.writeEscaped($0) }
        } else {
            html.writeEscaped(literal)
        }
    }

    /// No more is reported of a body than anyone would read.
    var mayReport: Bool { document.remarks.count < Remark.most }

    mutating func report(_ remark: Remark) {
        if mayReport {
            document.remarks.append(remark)
        } else if remark.severity == .error, let last = document.remarks.lastIndex(where: { $0.severity != .error }) {
            // What stops a build is not crowded out by what does not.
            document.remarks[last] = remark
        }
    }
}
