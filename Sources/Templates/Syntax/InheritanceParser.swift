import Base

/// The tags that name other templates, and blocks.
extension Parser {
    mutating func extends(at start: Int) -> Statement.Node? {
        guard let name = line({ parser throws(Fault) in try parser.templateName("extends") }) else { return nil }
        if awaited.count > 1 {
            faults.append(LeftOut.fault(named: "computed extends", at: start))
            return nil
        }
        if parent != nil {
            faults.append(
                Fault(.templateSyntax, at: start, en: "a template extends one other", ar: "يمتد القالب من قالب واحد"))
            return nil
        }
        parent = (name, start)
        return .extends(name)
    }

    private mutating func templateName(_ tag: String) throws(Fault) -> String {
        let start = offset
        guard case .literal(.string(let name)) = try expression().node else {
            throw LeftOut.fault(named: "computed \(tag)", at: start)
        }
        return name
    }

    mutating func block(at start: Int) -> Statement.Node? {
        let place = offset
        let head = line { parser throws(Fault) -> (String, Bool, Bool) in
            let name = try parser.name("the block’s name", "اسم الكتلة")
            let scoped = parser.skip(word: "scoped")
            return (name, scoped, parser.skip(word: "required"))
        }
        let part = block("block", at: start, until: ["endblock"])
        if part.end != nil {
            _ = line { parser throws(Fault) in
                if parser.kind == .name, parser.text != head?.0 ?? parser.text {
                    throw Fault(
                        .templateSyntax, at: parser.offset,
                        en: "“endblock” bears its block’s name, “\(head?.0 ?? "")”",
                        ar: "يحمل «endblock» اسم كتلته «\(head?.0 ?? "")»")
                }
                _ = parser.skip(.name)
            }
        }
        guard let (name, scoped, required) = head else { return nil }
        let block = Block(name: name, body: part.statements, offset: place, scoped: scoped, required: required)
        if blocks.contains(where: { $0.name == name }) {
            faults.append(
                Fault(
                    .templateSyntax, at: place, en: "a template has each block once; “\(name)” comes twice",
                    ar: "لكل كتلة موضع واحد في القالب؛ «\(name)» مكررة"))
        }
        blocks.append(block)
        return .block(block)
    }

    mutating func include() throws(Fault) -> Statement.Node {
        let start = offset
        let value = try expression()
        var names: [String] = []
        switch value.node {
        case .literal(.string(let name)): names = [name]
        case .list(let items), .tuple(let items):
            for item in items {
                guard case .literal(.string(let name)) = item.node else {
                    throw LeftOut.fault(named: "computed include", at: start)
                }
                names.append(name)
            }
        default: throw LeftOut.fault(named: "computed include", at: start)
        }
        var ignoreMissing = false
        if isWord("ignore"), nextIsWord("missing") {
            advance()
            advance()
            ignoreMissing = true
        }
        return .include(names: names, ignoreMissing: ignoreMissing, withContext: context(otherwise: true))
    }

    private mutating func context(otherwise: Bool) -> Bool {
        guard isWord("with") || isWord("without"), nextIsWord("context") else { return otherwise }
        defer {
            advance()
            advance()
        }
        return isWord("with")
    }

    mutating func importModule() throws(Fault) -> Statement.Node {
        let name = try templateName("import")
        guard skip(word: "as") else { throw expected("“as”", "«as»") }
        let alias = try self.name("a name", "اسم")
        return .importModule(name, alias: alias, withContext: context(otherwise: false))
    }

    mutating func importNames() throws(Fault) -> Statement.Node {
        let name = try templateName("import")
        guard skip(word: "import") else { throw expected("“import”", "«import»") }
        var names: [(name: String, alias: String)] = []
        while kind == .name {
            if (isWord("with") || isWord("without")), nextIsWord("context") { break }
            let imported = text
            advance()
            let alias = skip(word: "as") ? try self.name("a name", "اسم") : imported
            names.append((imported, alias))
            if !skip(.comma) { break }
        }
        guard !names.isEmpty else { throw expected("a name", "اسم") }
        return .importNames(name, names: names, withContext: context(otherwise: false))
    }
}
