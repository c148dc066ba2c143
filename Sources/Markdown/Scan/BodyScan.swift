private import Base

/// Follows the block structure of a body line by line, as libcmark will, and notes what must be rewritten before it
/// reads it: extensions, Arabic list markers, emphasis beside Arabic, and whatever would cost it quadratic time.
///
/// Block-level extensions become headings that start with a control byte (`ScanMark.structure`): a heading ends any
/// paragraph, makes no list loose, and holds inline text, so that one parse serves the whole body and link references
/// work everywhere. A body holds no control bytes of its own, they are removed before.
struct BodyScan {
    enum Leaf: Equatable {
        case none, paragraph, indentedCode
        case fence(delimiter: UInt8, length: Int)
        case html(Int)
        case table(columns: Int)
        case pastedTable(columns: Int)
        case poem(followsBlank: Bool)
    }

    struct Container {
        enum Kind { case quote, item, note }
        let kind: Kind
        /// The columns by which an item's further lines are indented; 0 for others.
        let width: Int
        var isEmpty = true
    }

    /// What occurs somewhere in the text, so that later stages search only for what is there.
    struct Features: OptionSet {
        let rawValue: UInt8
        static let quotes = Features(rawValue: 1)
        static let entities = Features(rawValue: 2)
        static let tildes = Features(rawValue: 4)
        static let bareLinks = Features(rawValue: 8)
        /// Some run of stars or underscores is longer than one.
        static let strongRuns = Features(rawValue: 32)
        /// Some bare link begins with `www.`.
        static let bareHosts = Features(rawValue: 16)
        /// Some comment does not end in its line, and may be none to libcmark.
        static let openComments = Features(rawValue: 64)
    }

    let body: Bytes
    let limits: ScanLimits
    var rewriting: Rewriting
    var containers: [Container] = []
    var leaf = Leaf.none
    var features: Features = []
    var inline = InlineState()
    var tables: [TableShape] = []
    var notes: [NoteDefinition] = []
    var noteUses: [NoteUse] = []
    /// The labels of the body's notes; nil until somebody asks.
    var definedNotes: Set<[UInt8]>?
    var boxes: [BoxOpening] = []
    var openBoxes: [(index: Int, depth: Int)] = []
    var source: SourceLine?
    var definitions = DefinitionCost()
    var remarks: [Remark] = []
    /// The line of a table's dashes that comes next, -1 if none does.
    var dashesStart = -1
    /// Whether the lines of the open paragraph end where the author ended them.
    var keepsLines = false
    /// Whether a tab stands somewhere in the body.
    let hasTabs: Bool
    var firstSigns: Set<FirstSign> = []
    private var followsBlank = false
    private var isNestingReported = false

    init(_ body: Bytes, limits: ScanLimits = ScanLimits()) {
        hasTabs = body.firstOffset(of: 0x09, from: 0) < body.count
        self.body = body
        self.limits = limits
        rewriting = Rewriting(body)
    }

    mutating func report(_ remark: Remark) {
        if remarks.count < Remark.most { remarks.append(remark) }
    }

    mutating func run() {
        if hasEntities { features.insert(.entities) }
        var lines = BodyLines(body)
        while let (start, end, next) = lines.next() { scan(from: start, to: end, next: next) }
        closeContainers(downTo: 0, at: body.count)
        for box in openBoxes { report(unclosed: box.index) }
    }

    /// `&` before a letter or `#`: an entity may bring in what the body itself was cleaned of.
    private var hasEntities: Bool {
        var i = body.firstOffset(of: UInt8(ascii: "&"), from: 0)
        while i + 1 < body.count {
            if body[i + 1] == UInt8(ascii: "#") || (body[i + 1] | 0x20) &- 0x61 < 26 { return true }
            i = body.firstOffset(of: UInt8(ascii: "&"), from: i + 1)
        }
        return false
    }

    private mutating func scan(from start: Int, to end: Int, next: Int) {
        if start == dashesStart { return rewriting.replace(start, next, with: "") }
        if passesBlank(from: start, to: end, next: next) { return }
        var line = LineCursor(body, from: start, to: end)
        var matched = 0
        while matched < containers.count, matches(containers[matched], &line) { matched += 1 }
        let allMatched = matched == containers.count
        if allMatched, continuesLeaf(&line) { return }
        openBlocks(&line, start: start, next: next, matched: matched)
    }

    /// Whether the line is blank after a blank one, which changes nothing. Inside of containers it is taken out:
    /// libcmark goes through all of them for every line, and ends an item that holds nothing but a link's
    /// definition.
    private mutating func passesBlank(from start: Int, to end: Int, next: Int) -> Bool {
        guard leaf == .none else {
            followsBlank = false
            return false
        }
        var i = start
        while i < end, BlockStart.isBlank(body[i]) { i += 1 }
        guard i == end else {
            followsBlank = false
            return false
        }
        guard followsBlank else {
            followsBlank = true
            return false
        }
        if !containers.isEmpty { rewriting.replace(start, next, with: "") }
        return true
    }

    // MARK: - Containers

    private mutating func matches(_ container: Container, _ line: inout LineCursor) -> Bool {
        switch container.kind {
        case .quote:
            guard line.indent <= 3, line.byte == UInt8(ascii: ">") else { return false }
            line.advance(to: line.first + 1, columns: 1)
            line.skipOneBlank()
            return true
        case .item:
            if line.indent >= container.width {
                line.advance(columns: container.width)
                return true
            }
            guard line.isBlank, !container.isEmpty else { return false }
            line.advance(columns: min(line.indent, container.width))
            return true
        case .note:
            if line.isBlank { return true }
            guard line.indent >= 4 else { return false }
            let margin = line.offset
            line.advance(columns: 4)
            rewriting.replace(margin, line.offset, with: "")
            line.restart(at: line.offset)
            return true
        }
    }

    /// Whether a line that is in all open containers belongs to the open leaf and is done with.
    private mutating func continuesLeaf(_ line: inout LineCursor) -> Bool {
        switch leaf {
        case .fence(let delimiter, let length):
            if line.indent <= 3, line.byte == delimiter,
                BlockStart.closesFence(body, line.first, line.end, delimiter: delimiter, length: length)
            {
                leaf = .none
            }
            return true
        case .html(let kind):
            if kind >= 6 {
                if line.isBlank { leaf = .none }
            } else if HTMLBlockStart.isClosed(kind, by: body, line.first, line.end) {
                leaf = .none
            }
            return true
        case .indentedCode:
            if line.indent >= 4 || line.isBlank { return true }
            leaf = .none
            return false
        case .pastedTable(let columns): return continuesPastedTable(line, columns: columns)
        case .poem(let followsBlank): return continuesPoem(&line, followsBlank: followsBlank)
        case .paragraph, .table, .none:
            guard line.isBlank else { return false }
            leaf = .none
            followsBlank = true
            return true
        }
    }

    /// Ends the containers from `count` on; what is written for that goes before the line that starts at `lineStart`.
    mutating func closeContainers(downTo count: Int, at lineStart: Int) {
        guard containers.count > count else { return }
        while let box = openBoxes.last, box.depth > count {
            report(unclosed: box.index)
            openBoxes.removeLast()
        }
        if count == 0, containers[0].kind == .note { endNote(at: lineStart) }
        containers.removeSubrange(count...)
        leaf = .none
    }

    /// False at the limit: the rest of the line is to be text.
    mutating func open(_ kind: Container.Kind, width: Int, at offset: Int) -> Bool {
        guard containers.count < limits.nesting else {
            if !isNestingReported { report(.tooDeep(limits.nesting, at: offset)) }
            isNestingReported = true
            rewriting.replace(offset, offset, with: ScanMark.letterText)
            return false
        }
        if let last = containers.indices.last { containers[last].isEmpty = false }
        containers.append(Container(kind: kind, width: width))
        return true
    }

    /// What a further line must begin with to be in all open containers.
    var linePrefix: [UInt8] {
        var prefix: [UInt8] = []
        for container in containers {
            switch container.kind {
            case .quote: prefix.write("> ")
            case .item: prefix.append(contentsOf: repeatElement(0x20, count: container.width))
            case .note: break
            }
        }
        return prefix
    }
}
