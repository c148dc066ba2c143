import Base

/// The tags.
extension Parser {
    static let tags = [
        "if", "for", "set", "with", "macro", "include", "import", "from", "extends", "block", "filter", "raw",
    ]

    /// The tag `name`, with its body if it has one. The parser stands at the name.
    mutating func statement(_ name: String, at start: Int) -> Statement.Node? {
        let place = offset
        advance()
        switch name {
        case "if": return conditional(at: start)
        case "for": return loop(at: start)
        case "set": return set(at: start)
        case "with": return with(at: start)
        case "macro": return macro(at: start)
        case "filter": return filtered(at: start)
        case "block": return block(at: start)
        case "include": return line { parser throws(Fault) in try parser.include() }
        case "import": return line { parser throws(Fault) in try parser.importModule() }
        case "from": return line { parser throws(Fault) in try parser.importNames() }
        case "extends": return extends(at: start)
        default:
            faults.append(unknown(name, at: place))
            skipTag()
            return nil
        }
    }

    private func unknown(_ name: String, at offset: Int) -> Fault {
        if let tag = LeftOut.tags.first(where: { $0.name == name }) { return LeftOut.fault(tag, at: offset) }
        let near =
            ["elsif", "elseif"].contains(name)
            ? "elif" : suggestion(for: name, among: Self.tags + ["elif", "else"] + Self.tags.map { "end" + $0 })
        if let near {
            return Fault(
                .unknownTag, at: offset, en: "unknown tag “\(name)”; did you mean “\(near)”?",
                ar: "وسم مجهول «\(name)»؛ أتقصد «\(near)»؟")
        }
        return Fault(.unknownTag, at: offset, en: "unknown tag “\(name)”", ar: "وسم مجهول «\(name)»")
    }

    /// The rest of a tag, with its end.
    mutating func line<Result>(_ parse: (inout Parser) throws(Fault) -> Result) -> Result? {
        attempt { parser throws(Fault) in
            let result = try parse(&parser)
            try parser.expect(.tagEnd, "%}")
            return result
        }
    }

    /// Stands for a condition or a list that could not be parsed, which is reported already.
    private func missing(at offset: Int) -> Expression { Expression(.literal(.undefined), at: offset) }

    // MARK: if, for

    private mutating func conditional(at start: Int) -> Statement.Node {
        var branches: [(condition: Expression, body: [Statement])] = []
        var end: String? = "elif"
        while end == "elif" {
            let condition = line { parser throws(Fault) in try parser.tuple(conditional: false) } ?? missing(at: start)
            let part = block("if", at: start, until: ["elif", "else", "endif"])
            branches.append((condition, part.statements))
            end = part.end
        }
        var otherwise: [Statement] = []
        if end == "else" {
            _ = line { _ in }
            let part = block("if", at: start, until: ["endif"])
            (otherwise, end) = (part.statements, part.end)
        }
        if end != nil { _ = line { _ in } }
        return .conditional(branches, otherwise: otherwise)
    }

    private mutating func loop(at start: Int) -> Statement.Node {
        let head = line { parser throws(Fault) in try parser.loopHead() }
        let part = block("for", at: start, until: ["else", "endfor"])
        var otherwise: [Statement] = []
        var end = part.end
        if end == "else" {
            _ = line { _ in }
            let rest = block("for", at: start, until: ["endfor"])
            (otherwise, end) = (rest.statements, rest.end)
        }
        if end != nil { _ = line { _ in } }
        return .loop(
            Loop(
                target: head?.target ?? .tuple([]), iterable: head?.iterable ?? missing(at: start),
                filter: head?.filter,
                body: part.statements, otherwise: otherwise))
    }

    private mutating func loopHead() throws(Fault) -> (target: Target, iterable: Expression, filter: Expression?) {
        let target = try target()
        guard skip(word: "in") else { throw expected("“in”", "«in»") }
        let iterable = try tuple(conditional: false)
        let filter: Expression? = skip(word: "if") ? try expression() : nil
        if isWord("recursive") { throw LeftOut.fault(named: "recursive", at: offset) }
        return (target, iterable, filter)
    }

    private mutating func target() throws(Fault) -> Target {
        var targets: [Target] = []
        var isTuple = false
        repeat {
            if kind == .assign || isWord("in") { break }
            if skip(.openParen) {
                nesting += 1
                defer { nesting -= 1 }
                guard nesting <= Self.deepest else { throw expected("a name", "اسم") }
                targets.append(try target())
                try expect(.closeParen, ")")
            } else {
                let start = offset
                let name = try name("a name", "اسم")
                if kind == .dot { throw LeftOut.fault(named: "namespace", at: start) }
                if ["true", "false", "none", "True", "False", "None", "loop", "self", "super"].contains(name) {
                    throw Fault(
                        .templateSyntax, at: start, en: "“\(name)” cannot be given another value",
                        ar: "لا تُعطى «\(name)» قيمة أخرى")
                }
                targets.append(.name(name))
            }
            if kind == .comma { isTuple = true }
        } while skip(.comma)
        guard let first = targets.first else { throw expected("a name", "اسم") }
        return isTuple ? .tuple(targets) : first
    }

    // MARK: set, with, filter, macro

    private mutating func set(at start: Int) -> Statement.Node? {
        guard let target = attempt({ parser throws(Fault) in try parser.target() }) else { return nil }
        if skip(.assign) {
            return line { parser throws(Fault) in try parser.tuple() }.map { .set(target, $0) }
        }
        guard case .name(let name) = target else {
            faults.append(expected("“=”", "«=»"))
            skipTag()
            return nil
        }
        let filters = line { parser throws(Fault) -> Expression? in
            parser.kind == .pipe ? try parser.filterChain() : nil
        }
        let part = block("set", at: start, until: ["endset"])
        if part.end != nil { _ = line { _ in } }
        return .capture(name, body: part.statements, filters: filters ?? nil)
    }

    private mutating func filterChain() throws(Fault) -> Expression {
        let start = offset
        return try filters(Expression(.name(Statement.placeholder), at: start), start)
    }

    private mutating func filtered(at start: Int) -> Statement.Node {
        let filters = line { parser throws(Fault) -> Expression in
            let start = parser.offset
            let name = try parser.name("a filter", "مرشّح")
            return try parser.filterTag(name, start)
        }
        let part = block("filter", at: start, until: ["endfilter"])
        if part.end != nil { _ = line { _ in } }
        return .filtered(
            body: part.statements, filters: filters ?? Expression(.name(Statement.placeholder), at: start))
    }

    private mutating func filterTag(_ name: String, _ start: Int) throws(Fault) -> Expression {
        let body = Expression(.name(Statement.placeholder), at: start)
        let first = Expression(.filter(body, name, kind == .openParen ? try arguments() : []), at: start)
        return try filters(first, start)
    }

    private mutating func with(at start: Int) -> Statement.Node {
        let pairs = line { parser throws(Fault) -> [(Target, Expression)] in
            var pairs: [(Target, Expression)] = []
            while parser.kind != .tagEnd {
                if !pairs.isEmpty { try parser.expect(.comma, ",") }
                let name = Target.name(try parser.name("a name", "اسم"))
                try parser.expect(.assign, "=")
                pairs.append((name, try parser.expression()))
            }
            return pairs
        }
        let part = block("with", at: start, until: ["endwith"])
        if part.end != nil { _ = line { _ in } }
        return .with(pairs ?? [], body: part.statements)
    }

    private mutating func macro(at start: Int) -> Statement.Node {
        let head = line { parser throws(Fault) in try parser.macroHead() }
        let part = block("macro", at: start, until: ["endmacro"])
        if part.end != nil { _ = line { parser throws(Fault) in _ = parser.skip(.name) } }
        return .macro(
            Macro(name: head?.name ?? "", parameters: head?.parameters ?? [], body: part.statements, offset: start))
    }

    private mutating func macroHead() throws(Fault) -> (
        name: String, parameters: [(name: String, fallback: Expression?)]
    ) {
        let name = try name("the macro’s name", "اسم الماكرو")
        try expect(.openParen, "(")
        var parameters: [(name: String, fallback: Expression?)] = []
        while kind != .closeParen {
            if !parameters.isEmpty { try expect(.comma, ",") }
            if kind == .closeParen { break }
            if kind == .star || kind == .power { throw LeftOut.fault(named: "varargs", at: offset) }
            let place = offset
            let parameter = try self.name("a parameter", "وسيط")
            if parameters.contains(where: { $0.name == parameter }) {
                throw Fault(
                    .templateSyntax, at: place, en: "a macro names each parameter once; “\(parameter)” comes twice",
                    ar: "لكل وسيط اسم واحد في الماكرو؛ «\(parameter)» مكرر")
            }
            let fallback: Expression? = skip(.assign) ? try expression() : nil
            if fallback == nil, parameters.last?.fallback != nil {
                throw Fault(
                    .templateSyntax, at: place, en: "parameters without a default stand before those with one",
                    ar: "الوسائط بلا قيمة مبدئية تسبق غيرها")
            }
            parameters.append((parameter, fallback))
        }
        try expect(.closeParen, ")")
        return (name, parameters)
    }
}
