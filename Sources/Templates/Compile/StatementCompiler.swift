import Base

/// The tags that stay within one file.
extension Compiler {
    func statements(_ statements: [Statement]) {
        var macros: [MacroDefinition] = []
        for statement in statements {
            offset = statement.offset
            switch statement.node {
            case .text(let range):
                if !isSilent { text(range) }
            case .output(let expression):
                if !isSilent { releasing { output(expression) } }
            case .conditional(let branches, let otherwise): conditional(branches, otherwise)
            case .loop(let loop):
                if !isSilent { self.loop(loop, at: statement.offset) }
            case .set(let target, let expression):
                releasing { assign(target, value(expression), at: expression.offset) }
            case .capture(let name, let body, let filters):
                releasing { assign(.name(name), captured(body, filters), at: statement.offset) }
            case .filtered(let body, let filters):
                if !isSilent { releasing { filtered(body, filters) } }
            case .with(let pairs, let body):
                if !isSilent { with(pairs, body) }
            case .macro(let macro):
                macros.append(MacroDefinition(macro: macro, scope: scope, origin: origin))
                scope.names[macro.name] = .macro(macros[macros.count - 1])
            case .include(let names, let ignoreMissing, let withContext):
                if !isSilent { include(names, ignoreMissing, withContext, at: statement.offset) }
            case .importModule(let name, let alias, let withContext):
                if let module = module(name, withContext, at: statement.offset) { scope.names[alias] = .module(module) }
            case .importNames(let name, let names, let withContext):
                importNames(name, names, withContext, at: statement.offset)
            case .extends: isSilent = true
            case .block(let block):
                if !isSilent {
                    write(block: block.name, level: 0, in: block.scoped ? scope : scopeOfBlocks, at: statement.offset)
                }
            }
        }
        guard checked, !isSpeculative, !isCheckedModule else { return }
        for macro in macros { checkUncalled(macro) }
    }

    /// Statements with their own variables: what they set is gone behind them.
    func scoped(body: [Statement], in inner: Scope) {
        scoped(inner) {
            declare(Statement.assigned(in: body))
            statements(body)
        }
    }

    /// Gives the current scope a variable for each name, which begins with the value of the scope around it.
    func declare(_ names: [String]) {
        for name in names {
            let slot = reserve()
            var outer = Typed.undefined
            var type: ValueType?
            if case .variable(let variable)? = scope.find(name), let known = variable.type {
                outer = Typed(place: variable.place, type: known)
                type = known
            }
            load(outer, into: slot)
            let variable = Variable(.slot(slot, path: []), type)
            scope.variables[name] = variable
            switch scope.find(name) {
            case .macro?, .module?, .unsettled?: break
            default: scope.names[name] = .variable(variable)
            }
        }
    }

    // MARK: Text and output

    private func text(_ range: Range<Int>) {
        let bytes = origins[origin].source.bytes[range]
        if checked { html.read(bytes) }
        // Line ends are “\n”, as Jinja makes them.
        guard bytes.contains(0x0D) else { return write(bytes) }
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                write(CollectionOfOne(0x0A))
            } else if !(byte == 0x0A && previous == 0x0D) {
                write(CollectionOfOne(byte))
            }
            previous = byte
        }
    }

    /// Prints without a detour: the parts of `~` and of an inline `if`, macros and blocks each where they stand.
    func output(_ expression: Expression) {
        offset = expression.offset
        switch expression.node {
        case .concatenation(let parts) where !parts.allSatisfy(\.isLiteral):
            for part in parts { output(part) }
        case .conditional(let then, let condition, let otherwise): output(then, if: condition, else: otherwise)
        case .call(let callee, let arguments):
            if let inline = inline(callee, arguments, at: expression.offset) {
                inline()
            } else {
                print(value(expression), expression)
            }
        default: print(value(expression), expression)
        }
    }

    private func print(_ value: Typed, _ expression: Expression) {
        reads.note(whole: value.type)
        if checked {
            checkPrintable(value, at: expression.offset)
            if let message = html.refusal(of: expression, value) {
                report(.htmlContext, at: expression.offset, message)
            }
            html.wrote()
        }
        if let constant = value.constant { return write(constant.escapedBytes) }
        // What has a name may be wanted once more; what a filter gives here is wanted only to be printed.
        if case .filter = expression.node, writeDirectly(value) { return }
        let (operand, start, count) = path(value)
        emit(.print, operand, start, count)
    }

    // MARK: for

    private func loop(_ loop: Loop, at offset: Int) {
        releasing {
            let list = value(loop.iterable)
            let element = elementType(of: list.type, at: loop.iterable.offset)
            let base = reserve(3)
            items(of: list, into: base)
            if let filter = loop.filter { select(filter, loop.target, base, element, at: offset) }
            let start = html
            var toEnd: Int?
            if !loop.otherwise.isEmpty {
                let toBody = jump(.jumpIfTrue, if: .slot(base, .any))
                scoped(body: loop.otherwise, in: Scope(parent: scope))
                toEnd = jump()
                land(toBody)
                html = start
            }
            let next = here()
            emit(.next, base)
            let inner = Scope(parent: scope)
            scoped(inner) {
                bind(loop.target, to: .slot(base + 2, element), at: offset)
                inner.names["loop"] = .loop(LoopBinding(base: base, element: element))
                scoped(body: loop.body, in: Scope(parent: inner))
            }
            emit(.jump, next)
            land(next)
            if let toEnd { land(toEnd) }
            if checked, !start.agrees(with: html) {
                report(
                    .htmlContext, at: offset, en: "a loop ends at the place in the HTML where it began",
                    ar: "تنتهي الحلقة عند موضع بدئها من HTML")
            }
            html = start
        }
    }

    private func items(of list: Typed, into base: Int) {
        if list.constant == nil { load(list, into: base) }
        emit(.items, base, list.constant == nil ? base : operand(list))
    }

    /// Keeps the items for which `filter` is true.
    private func select(_ filter: Expression, _ target: Target, _ base: Int, _ element: ValueType, at offset: Int) {
        releasing {
            let kept = reserve()
            load(Typed(place: .constant(.list([])), type: .nothing), into: kept)
            let next = here()
            emit(.next, base)
            scoped(Scope(parent: scope)) {
                bind(target, to: .slot(base + 2, element), at: offset)
                let (known, toNext) = condition(filter)
                for miss in toNext { land(miss, at: next) }
                if known != false { emit(.append, kept, base + 2) }
                emit(.jump, next)
            }
            land(next)
            emit(.items, base, kept)
        }
    }

    private func elementType(of type: ValueType, at offset: Int) -> ValueType {
        reads.note(itemsOf: type)
        switch type.unwrapped {
        case .list(let element): return element
        case .string, .markup: return .string
        case .any, .optional: return type.something
        case .record(let record) where record.isMap: return .string
        case .record(let record) where record.isTuple:
            return ValueType.joined(record.fields.map(\.type)) ?? .any
        default:
            if checked {
                report(
                    .wrongType, at: offset, en: "a loop goes through a list, not \(type)",
                    ar: "تمر الحلقة بقائمة لا بـ\(type.arabicName)")
            }
            return .any
        }
    }

    // MARK: Names

    /// New names for a value, for the items of a loop.
    func bind(_ target: Target, to value: Typed, at offset: Int) {
        switch target {
        case .name(let name): scope.names[name] = .variable(Variable(value.place, value.type))
        case .tuple(let targets):
            for (part, typed) in zip(targets, unpack(value, targets.count, at: offset)) {
                bind(part, to: typed, at: offset)
            }
        }
    }

    private func unpack(_ value: Typed, _ count: Int, at offset: Int) -> [Typed] {
        let types: [ValueType]
        reads.note(itemsOf: value.type)
        switch value.type.unwrapped {
        case .record(let record) where record.isTuple && record.fields.count == count: types = record.fields.map(\.type)
        case .list(let element): types = Array(repeating: element, count: count)
        case .any, .optional: types = Array(repeating: value.type.something, count: count)
        default:
            if checked {
                report(
                    .wrongType, at: offset, en: "\(value.type) does not fall into \(count) names",
                    ar: "لا يتوزع \(value.type.arabicName) على \(count) من الأسماء")
            }
            reads.note(whole: value.type)
            types = Array(repeating: .any, count: count)
        }
        let start = reserve(count)
        emit(.unpack, start, operand(value), count)
        return types.enumerated().map { .slot(start + $0.offset, $0.element) }
    }

    private func assign(_ target: Target, _ value: Typed, at offset: Int) {
        switch target {
        case .name(let name):
            guard let variable = scope.variables[name], case .slot(let slot, _) = variable.place else { return }
            load(value, into: slot)
            variable.type = value.type
            scope.names[name] = .variable(variable)
        case .tuple(let targets):
            for (part, typed) in zip(targets, unpack(value, targets.count, at: offset)) {
                assign(part, typed, at: offset)
            }
        }
    }

    private func with(_ pairs: [(Target, Expression)], _ body: [Statement]) {
        releasing {
            let inner = Scope(parent: scope)
            for (target, expression) in pairs {
                let value = value(expression)
                for name in target.names { inner.names[name] = .variable(Variable(value.place, value.type)) }
            }
            scoped(inner) { scoped(body: body, in: Scope(parent: inner)) }
        }
    }

    // MARK: Collected bodies

    private func captured(_ body: [Statement], _ filters: Expression?) -> Typed {
        let markup = capture { scoped(body: body, in: Scope(parent: scope)) }
        guard let filters else { return markup }
        let inner = Scope(parent: scope)
        inner.names[Statement.placeholder] = .variable(Variable(markup.place, markup.type))
        let outer = scope
        scope = inner
        defer { scope = outer }
        return value(filters)
    }

    private func filtered(_ body: [Statement], _ filters: Expression) {
        print(captured(body, filters), filters)
    }
}
