import Base

/// Macros and whatever else is written out where it is called.
extension Compiler {
    /// What writes a macro, a block or `super()` out in place; nil where `callee` is none of them.
    func inline(_ callee: Expression, _ arguments: [Argument], at offset: Int) -> (() -> Void)? {
        switch callee.node {
        case .name("super"):
            guard let (name, level, outer) = block, let definitions = family.blocks[name], level + 1 < definitions.count
            else {
                return nil
            }
            return { self.write(block: name, level: level + 1, in: outer, at: offset) }
        case .name(let name): return inline(scope.find(name), name, arguments, at: offset)
        case .field(let base, let name):
            guard case .name(let word) = base.node else { return nil }
            if word == "self", scope.find(word) == nil {
                guard family.blocks[name] != nil else {
                    reportUnknown(
                        .unknownBlock, name, "block", "كتلة مجهولة", among: family.blocks.keys.sorted(),
                        at: callee.offset)
                    return {}
                }
                return { self.write(block: name, level: 0, in: self.scopeOfBlocks, at: offset) }
            }
            switch scope.find(word) {
            case .module(let module)?: return inline(module.names[name], name, arguments, at: offset)
            case .unsettled?: return inline(.unsettled, word, arguments, at: offset)
            default: return nil
            }
        default: return nil
        }
    }

    private func inline(
        _ binding: Binding?, _ name: String, _ arguments: [Argument], at offset: Int
    ) -> (() -> Void)? {
        switch binding {
        case .macro(let definition)?: return { self.expand(definition, arguments, at: offset) }
        case .unsettled?:
            reportUnsettled(name, at: offset)
            return {}
        default: return nil
        }
    }

    func reportUnsettled(_ name: String, at offset: Int) {
        report(
            .definedInIf, at: offset,
            en:
                "“\(name)” is defined inside of an “if” and used behind it; define it outside of the “if”, and put "
                + "the “if” inside",
            ar: "«\(name)» معرّف داخل «if» ومستعمل بعده؛ عرّفه خارج «if» وضع «if» داخله")
    }

    /// Writes a macro’s body out, its parameters standing for the arguments.
    func expand(_ definition: MacroDefinition, _ arguments: [Argument], at offset: Int) {
        let macro = definition.macro
        let inner = Scope(parent: definition.scope)
        var given: Set<String> = []
        for (index, argument) in arguments.enumerated() {
            let name = argument.name ?? (index < macro.parameters.count ? macro.parameters[index].name : "")
            guard macro.parameters.contains(where: { $0.name == name }), given.insert(name).inserted else {
                let near = suggestion(for: name, among: macro.parameters.map(\.name))
                report(
                    .wrongArguments, at: argument.value.offset,
                    en: argument.name == nil
                        ? "“\(macro.name)” takes \(macro.parameters.count) arguments"
                        : "“\(macro.name)” has no argument “\(name)” left"
                            + (near.map { "; did you mean “\($0)”?" } ?? ""),
                    ar: argument.name == nil
                        ? "عدد وسائط «\(macro.name)» \(macro.parameters.count)"
                        : "لا وسيط باسم «\(name)» في «\(macro.name)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
                _ = value(argument.value)
                continue
            }
            let value = value(argument.value)
            inner.names[name] = .variable(Variable(value.place, value.type))
        }
        let path = origins[definition.origin].source.path
        entering(Activity(kind: "macro", name: macro.name, path: path, offset: macro.offset), at: offset) {
            use(origins[definition.origin].source, at: offset) {
                let outer = (block, scope)
                block = nil
                defer { (block, scope) = outer }
                scope = inner
                let missing = macro.parameters.filter { inner.names[$0.name] == nil }
                // A default that names a later parameter means that, given or not, and nothing outside.
                let undefined = Typed.undefined
                for parameter in missing {
                    inner.names[parameter.name] = .variable(Variable(undefined.place, undefined.type))
                }
                for parameter in missing {
                    guard let fallback = parameter.fallback.map(value) else { continue }
                    inner.names[parameter.name] = .variable(Variable(fallback.place, fallback.type))
                }
                scoped(body: macro.body, in: Scope(parent: inner))
            }
        }
    }

    /// Checks a macro that nobody has called, knowing nothing of its arguments.
    func checkUncalled(_ definition: MacroDefinition) {
        _ = here()
        let (code, outerHTML, speculative, fieldsRead) = (program, html, isSpeculative, reads.fields)
        isSpeculative = true
        html = HTMLContext()
        let arguments = definition.macro.parameters.map { parameter in
            Argument(name: parameter.name, value: Expression(.name(Statement.placeholder), at: definition.macro.offset))
        }
        let outer = scope
        scope = Scope(parent: outer)
        scope.names[Statement.placeholder] = .variable(Variable(.slot(reserve(), path: []), .any))
        releasing { _ = capture { expand(definition, arguments, at: definition.macro.offset) } }
        scope = outer
        (program, html, isSpeculative, reads.fields) = (code, outerHTML, speculative, fieldsRead)
    }

    /// Runs `body` unless what it writes out is being written out already, which would never end.
    func entering(_ activity: Activity, at offset: Int, _ body: () -> Void) {
        if let first = active.firstIndex(of: activity) {
            let chain = (active[first...] + [activity]).filter { $0.kind == activity.kind }.map { "“\($0.name)”" }
            let (en, ar) = (chain.joined(separator: " → "), chain.joined(separator: " ← "))
            switch activity.kind {
            case "macro":
                report(
                    .macroCycle, at: offset, en: "a macro does not call itself: \(en)",
                    ar: "الماكرو لا يستدعي نفسه: \(ar)")
            case "block":
                report(
                    .blockCycle, at: offset, en: "a block does not print itself: \(en)",
                    ar: "الكتلة لا تطبع نفسها: \(ar)")
            default:
                report(
                    .templateCycle, at: offset, en: "a template does not reach itself: \(en)",
                    ar: "القالب لا يصل إلى نفسه: \(ar)")
            }
            return
        }
        expansions += 1
        guard active.count < 64, expansions < Self.mostExpansions else {
            if expansions > Self.mostExpansions { return }
            report(
                .templateTooLarge, at: offset, en: "includes and macros nest too deep or make the page too large",
                ar: "تداخل القوالب أو الماكرو أعمق أو أكبر من المسموح")
            return
        }
        active.append(activity)
        body()
        active.removeLast()
    }

    /// Compiles `body` as part of another file.
    func use(_ source: Source, at offset: Int, _ body: () -> Void) {
        let outer = (origin, self.offset)
        origins.append(Origin(source: source, parent: (origin, offset)))
        origin = origins.count - 1
        body()
        (origin, self.offset) = outer
    }
}
