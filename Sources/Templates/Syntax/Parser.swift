import Base

/// Makes the tree of one template. Goes on behind each fault, so that one run reports them all.
struct Parser {
    /// How deep expressions and tags may nest, and how many operators one expression may chain: nobody writes more, and
    /// the stack holds this on every thread.
    static let deepest = 64
    static let longest = 200
    /// A template that is wrong everywhere is told so this often.
    static let mostFaults = 100

    private let bytes: [UInt8]
    private let tokens: [Token]
    private var index = 0
    var faults: [Fault]
    var nesting = 0
    var links = 0
    /// The end tags that the open blocks wait for, the innermost last.
    var awaited: [[String]] = []
    var blocks: [Block] = []
    var parent: (name: String, offset: Int)?

    static func syntax(of source: Source) -> Syntax {
        if let offset = firstInvalidUTF8(source.bytes) {
            let fault = Fault(
                .invalidUTF8, at: offset, en: "a template is UTF-8; this byte is not",
                ar: "القالب بترميز UTF-8؛ وهذا البايت ليس منه")
            return Syntax(source: source, statements: [], blocks: [], parent: nil, faults: [fault])
        }
        let (tokens, faults) = Lexer.tokens(of: source.bytes)
        var parser = Parser(bytes: source.bytes, tokens: tokens, faults: faults)
        let statements = parser.template()
        return Syntax(
            source: source, statements: statements, blocks: parser.blocks, parent: parser.parent,
            faults: Array(parser.faults.prefix(mostFaults)))
    }

    private init(bytes: [UInt8], tokens: [Token], faults: [Fault]) {
        self.bytes = bytes
        self.tokens = tokens
        self.faults = faults
    }

    private mutating func template() -> [Statement] {
        var statements: [Statement] = []
        while true {
            statements += body(until: []).statements
            if kind == .end { return statements }
            // A tag that closes nothing.
            faults.append(stray(text, at: offset))
            skipTag()
        }
    }

    // MARK: Bodies

    /// The statements up to a tag named in `ends`, whose name is then behind, or up to a tag that an outer block waits
    /// for.
    mutating func body(until ends: [String]) -> (statements: [Statement], end: String?) {
        awaited.append(ends)
        defer { awaited.removeLast() }
        var statements: [Statement] = []
        while true {
            links = 0
            let start = offset
            switch kind {
            case .end: return (statements, nil)
            case .text:
                statements.append(Statement(.text(token.range), at: start))
                advance()
            case .outputBegin:
                advance()
                if let value = attempt({ parser throws(Fault) in
                    let value = try parser.tuple()
                    try parser.expect(.outputEnd, "}}")
                    return value
                }) {
                    statements.append(Statement(.output(value), at: value.offset))
                }
            case .tagBegin:
                advance()
                guard kind == .name else {
                    faults.append(expected("a tag’s name", "اسم وسم"))
                    skipTag()
                    continue
                }
                let name = text
                if ends.contains(name) {
                    advance()
                    return (statements, name)
                }
                if awaited.contains(where: { $0.contains(name) }) { return (statements, nil) }
                if isEnd(name) { return (statements, nil) }
                if let node = statement(name, at: start) { statements.append(Statement(node, at: start)) }
            default: advance()
            }
        }
    }

    /// Whether nothing can begin with `name`: then the outermost level reports it.
    private func isEnd(_ name: String) -> Bool {
        name.hasPrefix("end") || name == "else" || name == "elif"
    }

    /// A body that must end with one of `ends`; nil and a fault where it does not.
    mutating func block(_ name: String, at start: Int, until ends: [String]) -> (statements: [Statement], end: String?)
    {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.deepest else {
            faults.append(
                Fault(
                    .tooDeep, at: start, en: "tags may nest \(Self.deepest) levels",
                    ar: "لا تتداخل الوسوم أكثر من \(Self.deepest) مستوى"))
            index = tokens.count - 1
            return ([], nil)
        }
        while true {
            let (statements, end) = body(until: ends)
            if let end { return (statements, end) }
            let awaitedOutside = kind == .name && awaited.contains { $0.contains(text) }
            if kind == .end || awaitedOutside {
                if faults.last?.rule != .tooDeep {
                    let closing = ends.last ?? ""
                    faults.append(
                        Fault(
                            .unclosedBlock, at: start, en: "“\(name)” needs “{% \(closing) %}”",
                            ar: "ينقص «\(name)» وسم الإغلاق «{% \(closing) %}»"))
                }
                // The tag's beginning is behind; the outer block takes up at its name.
                if awaitedOutside { index -= 1 }
                return (statements, nil)
            }
            faults.append(stray(text, at: offset))
            skipTag()
        }
    }

    private func stray(_ name: String, at offset: Int) -> Fault {
        for tag in LeftOut.tags where name == "end" + tag.name { return LeftOut.fault(tag, at: offset) }
        let opener = name.hasPrefix("end") ? String(name.dropFirst(3)) : "if"
        let near = suggestion(for: name, among: Self.tags.map { "end" + $0 })
        if let near, near != name, !Self.tags.contains(opener), name != "else", name != "elif" {
            return Fault(
                .unknownTag, at: offset, en: "unknown tag “\(name)”; did you mean “\(near)”?",
                ar: "وسم مجهول «\(name)»؛ أتقصد «\(near)»؟")
        }
        return Fault(
            .strayTag, at: offset, en: "“\(name)” closes nothing; it stands behind “{% \(opener) … %}”",
            ar: "«\(name)» لا يغلق شيئًا؛ موضعه بعد «{% \(opener) … %}»")
    }

    // MARK: Tokens

    var token: Token { tokens[index] }
    var kind: Token.Kind { tokens[index].kind }
    var nextKind: Token.Kind { tokens[min(index + 1, tokens.count - 1)].kind }
    var offset: Int { Int(tokens[index].start) }
    var text: String { text(tokens[index].range) }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    mutating func skip(_ kind: Token.Kind) -> Bool {
        guard self.kind == kind else { return false }
        advance()
        return true
    }

    func isWord(_ word: StaticString) -> Bool { isWord(word, at: index) }
    func nextIsWord(_ word: StaticString) -> Bool { isWord(word, at: min(index + 1, tokens.count - 1)) }

    private func isWord(_ word: StaticString, at index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .name, token.range.count == word.utf8CodeUnitCount else { return false }
        for (offset, position) in token.range.enumerated() where bytes[position] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    mutating func skip(word: StaticString) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    mutating func name(_ english: String, _ arabic: String) throws(Fault) -> String {
        guard kind == .name else { throw expected(english, arabic) }
        defer { advance() }
        return text
    }

    mutating func expect(_ kind: Token.Kind, _ sign: String) throws(Fault) {
        guard skip(kind) else { throw expected("“\(sign)”", "«\(sign)»") }
    }

    func expected(_ english: String, _ arabic: String) -> Fault {
        switch kind {
        case .tagEnd, .outputEnd, .end:
            Fault(
                .templateSyntax, at: offset, en: "\(english) must stand here, before the tag’s end",
                ar: "يلزم هنا \(arabic) قبل نهاية الوسم")
        default:
            Fault(
                .templateSyntax, at: offset, en: "\(english) must stand here, not “\(text)”",
                ar: "يلزم هنا \(arabic) لا «\(text)»")
        }
    }

    /// What `parse` gives; where it fails, the fault is kept and the rest of the tag skipped.
    mutating func attempt<Result>(_ parse: (inout Parser) throws(Fault) -> Result) -> Result? {
        let before = nesting
        do throws(Fault) {
            return try parse(&self)
        } catch {
            faults.append(error)
            nesting = before
            skipTag()
            return nil
        }
    }

    /// To behind the end of the tag that is open.
    mutating func skipTag() {
        while kind != .end {
            if kind == .text || kind == .tagBegin || kind == .outputBegin { return }
            let ends = kind == .tagEnd || kind == .outputEnd
            advance()
            if ends { return }
        }
    }
}
