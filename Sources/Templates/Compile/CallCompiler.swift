import Base

/// Filters, tests, functions and macros.
extension Compiler {
    // MARK: Filters and tests

    func filter(_ base: Expression, _ name: String, _ arguments: [Argument], at offset: Int) -> Typed {
        guard let builtin = library.filters[name] ?? Builtin.filters[name] else {
            if let item = LeftOut.filters.first(where: { $0.name == name }) {
                report(.leftOut, at: offset, LeftOut.message(item))
            } else {
                reportUnknown(
                    .unknownFilter, name, "filter", "مرشّح مجهول",
                    among: Builtin.filters.keys.sorted() + library.filters.keys.sorted(), at: offset)
            }
            for argument in [base] + arguments.map(\.value) { _ = value(argument) }
            return Typed(place: .constant(.undefined), type: .any)
        }
        // What may be missing is asked for with a default.
        let isDefault = builtin.name == "default"
        let piped = isDefault && isDefined(base) == false ? .undefined : value(base)
        return invoke(builtin, piped: piped, arguments, at: offset)
    }

    func test(_ base: Expression, _ name: String, _ arguments: [Argument], at offset: Int) -> Typed {
        guard let builtin = Builtin.tests[name] else {
            if let item = LeftOut.tests.first(where: { $0.name == name }) {
                report(.leftOut, at: offset, LeftOut.message(item))
            } else {
                reportUnknown(
                    .unknownTest, name, "test", "اختبار مجهول", among: Builtin.tests.keys.sorted(), at: offset)
            }
            for argument in [base] + arguments.map(\.value) { _ = value(argument) }
            return Typed(place: .constant(.bool(false)), type: .any)
        }
        if name == "defined" || name == "undefined" {
            if let isDefined = isDefined(base) {
                return Typed(place: .constant(.bool(isDefined == (name == "defined"))), type: .bool)
            }
            let piped = value(base)
            if !piped.type.isOptional, piped.type != .any {
                return Typed(place: .constant(.bool(name == "defined")), type: .bool)
            }
            return invoke(builtin, piped: piped, arguments, at: offset)
        }
        return invoke(builtin, piped: value(base), arguments, at: offset)
    }

    /// A call: the arguments are put in the order of the parameters, checked and gathered. One whose arguments are all
    /// known is made now.
    func invoke(_ builtin: Builtin, piped: Typed?, _ arguments: [Argument], at offset: Int) -> Typed {
        let values = arguments.map {
            ArgumentBinding.Given(name: $0.name, value: value($0.value), offset: $0.value.offset)
        }
        guard let bound = ArgumentBinding.bound(builtin, piped, values, at: offset, by: self) else {
            return Typed(place: .constant(.undefined), type: .any)
        }
        let literals = bound.map(\.constant)
        let prepared: Builtin.Prepared
        do throws(Message) {
            prepared = try builtin.prepare(
                .init(
                    types: bound.map(\.type), literals: literals, filters: library.filters,
                    checked: checked && !isSpeculative, reads: reads))
        } catch {
            report(.wrongArguments, at: values.first?.offset ?? offset, Self.message(error, in: builtin.name))
            return Typed(place: .constant(.undefined), type: .any)
        }
        let known = literals.compactMap(\.self)
        let given = (piped.map { [$0] } ?? []) + values.map(\.value)
        if known.count == bound.count,
            let result = folded(
                given.map(\.constant), .wrongArguments, in: builtin.name, at: values.first?.offset ?? offset,
                { () throws(Message) in try prepared.result(of: known) }), isSmall(result)
        {
            fingerprint.add(builtin.name)
            fingerprint.add(result.python)
            return Typed(place: .constant(result), type: prepared.type == .any ? result.type : prepared.type)
        }
        let start = borrow(bound)
        let slot = reserve()
        program.callees.append(Program.Callee(prepared.body, write: prepared.write))
        emit(.call, slot, program.callees.count - 1, start, bound.count)
        return .slot(slot, prepared.type)
    }

    private func isSmall(_ value: Value) -> Bool {
        switch value {
        case .list(let items): items.count <= 100
        default: true
        }
    }

    static func message(_ message: Message, in name: String) -> Message {
        Message(en: "“\(name)”: \(message.english)", ar: "«\(name)»: \(message.arabic)")
    }

    // MARK: Calls

    func call(_ callee: Expression, _ arguments: [Argument], at offset: Int) -> Typed {
        if let inline = inline(callee, arguments, at: offset) { return capture(inline) }
        switch callee.node {
        case .name(let name):
            if let builtin = library.functions[name] ?? Builtin.functions[name] {
                return invoke(builtin, piped: nil, arguments, at: offset)
            }
            reportUncallable(name, at: offset)
        case .field(let base, let name):
            if case .name(let word) = base.node, case .loop(let loop)? = scope.find(word) {
                if name == "cycle" { return cycle(loop, arguments, at: offset) }
                _ = loopField(loop, name, at: callee.offset)
                break
            }
            if case .name(let word) = base.node, case .module(let module)? = scope.find(word) {
                reportUnknown(
                    .unknownMacro, name, "macro in “\(word)”", "ماكرو مجهول في «\(word)»",
                    among: module.names.keys.sorted(),
                    at: callee.offset)
                break
            }
            _ = value(base)
            let isFilter = Builtin.filters[name] != nil || library.filters[name] != nil
            let item = LeftOut.construct("methods")
            report(
                .leftOut, at: callee.offset,
                en: "“.\(name)(…)” is left out of the language: "
                    + (isFilter ? "write “| \(name)”" : item?.reason.english ?? ""),
                ar: "«.\(name)(…)» ليست من اللغة: " + (isFilter ? "اكتب «| \(name)»" : item?.reason.arabic ?? ""))
        default:
            _ = value(callee)
            report(
                .wrongType, at: offset, en: "only functions and macros are called",
                ar: "لا يُستدعى إلا الدوال والماكرو")
        }
        for argument in arguments { _ = value(argument.value) }
        return Typed(place: .constant(.undefined), type: .any)
    }

    private func reportUncallable(_ name: String, at offset: Int) {
        if let item = LeftOut.construct(name) {
            report(.leftOut, at: offset, LeftOut.message(item))
        } else if name == "super" {
            report(
                .wrongType, at: offset, en: "“super()” stands in a block that overrides another",
                ar: "موضع «super()» كتلة تحل محل أخرى")
        } else {
            let macros = scope.visible.filter { if case .macro? = scope.find($0) { true } else { false } }
            reportUnknown(
                .unknownFunction, name, "function", "دالة مجهولة",
                among: macros + library.functions.keys.sorted() + Builtin.functions.keys.sorted(), at: offset)
        }
    }

    private func cycle(_ loop: LoopBinding, _ arguments: [Argument], at offset: Int) -> Typed {
        let values = arguments.map { value($0.value) }
        guard !values.isEmpty else {
            report(.wrongArguments, at: offset, en: "“cycle” needs values", ar: "يلزم «cycle» قيم")
            return .undefined
        }
        let type = ValueType.joined(values.map(\.type)) ?? .any
        let constants = values.compactMap(\.constant)
        let list = constants.count == values.count ? constant(.list(constants)) : reserve()
        if list >= 0 { emit(.list, list, gather(values), values.count) }
        let index = reserve(2)
        emit(.loop, index, loop.base, Int(LoopField.index0.rawValue))
        emit(.arithmetic, index, index, constant(.int(values.count)), Int(Operator.modulo.number))
        emit(.item, index + 1, list, index)
        return .slot(index + 1, type)
    }
}
