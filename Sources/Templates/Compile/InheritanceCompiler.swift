import Base

/// What reaches other files: `extends` with its blocks, `include`, `import`.
extension Compiler {
    /// Writes out the template `syntax` with its parents. The names around it are seen through `outer`.
    func write(template syntax: Syntax, outer: Scope, at offset: Int) {
        let activity = Activity(kind: "template", name: syntax.source.name, path: syntax.source.path, offset: 0)
        entering(activity, at: offset) {
            let line = line(of: syntax)
            let saved = (origin, family, block, isSilent, active.count)
            let root = Scope(parent: outer)
            family = Family(root: root)
            block = nil
            isSilent = false
            collectBlocks(of: line)
            scoped(root) {
                declare(Statement.assigned(in: line.flatMap(\.syntax.statements)))
                for (index, member) in line.enumerated() {
                    origin = member.origin
                    isSilent = false
                    if index > 0 {
                        active.append(
                            Activity(
                                kind: "template", name: member.syntax.source.name, path: member.syntax.source.path,
                                offset: 0))
                    }
                    statements(member.syntax.statements)
                }
            }
            active.removeLast(active.count - saved.4)
            (origin, family, block, isSilent) = (saved.0, saved.1, saved.2, saved.3)
        }
    }

    /// The template and its parents, the child first, each as it is used here.
    private func line(of syntax: Syntax) -> [(syntax: Syntax, origin: Int)] {
        var line = [(syntax: syntax, origin: origin)]
        var current = syntax
        let outer = origin
        defer { origin = outer }
        while let (name, offset) = current.parent {
            origin = line[line.count - 1].origin
            guard let parent = template(name, at: offset) else { break }
            let cycle = line.map(\.syntax.source.name) + [name]
            if line.contains(where: { $0.syntax.source.name == name }) {
                report(
                    .templateCycle, at: offset,
                    en: "a template does not extend itself: \(cycle.map { "“\($0)”" }.joined(separator: " → "))",
                    ar: "القالب لا يمتد من نفسه: \(cycle.map { "«\($0)»" }.joined(separator: " ← "))")
                break
            }
            origins.append(Origin(source: parent.source, parent: (origin, offset)))
            line.append((parent, origins.count - 1))
            current = parent
        }
        return line
    }

    /// The template called `name`, with its faults reported; nil and an error where there is none.
    private func template(_ name: String, at offset: Int) -> Syntax? {
        guard let syntax = library.syntax(name) else {
            reportUnknown(.unknownTemplate, name, "template", "قالب مجهول", among: library.names, at: offset)
            return nil
        }
        reach(syntax)
        return syntax
    }

    /// Counts a file’s bytes into the digest and passes on what is wrong with it.
    func reach(_ syntax: Syntax) {
        fingerprint.add(syntax.source.name)
        fingerprint.add(syntax.source.bytes)
        guard !syntax.faults.isEmpty else { return }
        origins.append(Origin(source: syntax.source, parent: origins.isEmpty ? nil : (origin, offset)))
        let outer = origin
        origin = origins.count - 1
        for fault in syntax.faults { report(fault.rule, at: fault.offset, fault.message) }
        origin = outer
    }

    // MARK: Blocks

    private func collectBlocks(of line: [(syntax: Syntax, origin: Int)]) {
        for member in line {
            for block in member.syntax.blocks { family.blocks[block.name, default: []].append((block, member.origin)) }
        }
        guard checked else { return }
        let outer = origin
        for (index, member) in line.dropLast().enumerated() {
            let parents = Set(line[(index + 1)...].flatMap { $0.syntax.blocks.map(\.name) })
            origin = member.origin
            for statement in member.syntax.statements {
                guard case .block(let block) = statement.node, !parents.contains(block.name) else { continue }
                reportUnknown(
                    .unknownBlock, block.name, "block", "كتلة مجهولة", among: parents.sorted(), at: block.offset,
                    hint: Message(
                        en: "“\(line[index + 1].syntax.source.name)” has none of this name",
                        ar: "ليست في «\(line[index + 1].syntax.source.name)»"))
            }
        }
        origin = outer
    }

    /// Writes out the definition of a block that overrides `level` others… `super()` asks for the next.
    func write(block name: String, level: Int, in outer: Scope, at offset: Int) {
        guard let definitions = family.blocks[name], level < definitions.count else { return }
        let (definition, place) = definitions[level]
        if definition.required {
            report(
                .requiredBlock, at: offset, en: "the block “\(name)” must be overridden",
                ar: "تلزم كتلة «\(name)» في القالب الابن")
        }
        let activity = Activity(
            kind: "block", name: name, path: origins[place].source.path, offset: definition.offset)
        entering(activity, at: offset) {
            let saved = (block, origin)
            block = (name, level, outer)
            origin = place
            let current = scope
            scope = outer
            scoped(body: definition.body, in: Scope(parent: outer))
            scope = current
            (block, origin) = saved
        }
    }

    // MARK: include, import

    func include(_ names: [String], _ ignoreMissing: Bool, _ withContext: Bool, at offset: Int) {
        guard let name = names.first(where: library.has) ?? (ignoreMissing ? nil : names.first) else { return }
        guard let syntax = template(name, at: offset) else { return }
        use(syntax.source, at: offset) {
            write(
                template: syntax, outer: withContext ? Scope(parent: scope, hidesLoop: true) : Scope(parent: nil),
                at: offset)
        }
    }

    /// The names that a template defines at its top level.
    func module(_ name: String, _ withContext: Bool, at offset: Int) -> Scope? {
        guard let syntax = template(name, at: offset) else { return nil }
        let module = Scope(parent: withContext ? asItIs(scope) : nil)
        let activity = Activity(kind: "template", name: name, path: syntax.source.path, offset: 0)
        entering(activity, at: offset) {
            use(syntax.source, at: offset) {
                let saved = (scope, isSilent, block, isCheckedModule)
                (scope, isSilent, block) = (module, true, nil)
                isCheckedModule = !withContext && !isSpeculative && !checkedModules.insert(name).inserted
                declare(Statement.assigned(in: syntax.statements))
                statements(syntax.statements)
                (scope, isSilent, block, isCheckedModule) = saved
            }
        }
        return module
    }

    /// The names of `scope` with the values that they have here: what is set further below, a module does not see.
    private func asItIs(_ scope: Scope) -> Scope {
        let copy = Scope(parent: scope, hidesLoop: true)
        var current: Scope? = scope
        while let outer = current {
            for name in outer.variables.keys.sorted() where copy.names[name] == nil {
                guard case .variable(let variable)? = scope.find(name), let type = variable.type else { continue }
                let slot = reserve()
                load(Typed(place: variable.place, type: type), into: slot)
                copy.names[name] = .variable(Variable(.slot(slot, path: []), type))
            }
            current = outer.parent
        }
        return copy
    }

    func importNames(_ template: String, _ names: [(name: String, alias: String)], _ withContext: Bool, at offset: Int)
    {
        guard let module = module(template, withContext, at: offset) else { return }
        for (name, alias) in names {
            switch module.names[name] {
            case let binding?: scope.names[alias] = binding
            case nil:
                reportUnknown(
                    .unknownMacro, name, "macro in “\(template)”", "ماكرو مجهول في «\(template)»",
                    among: module.names.keys.sorted(), at: offset)
            }
        }
    }
}
