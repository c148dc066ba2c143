import Base

/// Expressions: each becomes a place and a type, with the instructions that fill the place.
extension Compiler {
    func value(_ expression: Expression) -> Typed {
        let outer = offset
        offset = expression.offset
        defer { offset = outer }
        switch expression.node {
        case .literal(let value): return Typed(place: .constant(value), type: Self.type(of: value))
        case .name(let name): return named(name, at: expression.offset)
        case .list(let items): return list(items.map(value), .list)
        case .tuple(let items): return list(items.map(value), .tuple)
        case .map(let items): return map(items)
        case .field(let base, let name): return field(base, name, at: expression.offset)
        case .item(let base, let index): return item(base, index, at: expression.offset)
        case .slice(let base, let parts): return slice(base, parts)
        case .call(let callee, let arguments): return call(callee, arguments, at: expression.offset)
        case .filter(let base, let name, let arguments): return filter(base, name, arguments, at: expression.offset)
        case .test(let base, let name, let arguments): return test(base, name, arguments, at: expression.offset)
        case .not(let inner): return unary(.not, value(inner), at: expression.offset)
        case .negative(let inner): return unary(.negative, value(inner), at: expression.offset)
        case .positive(let inner): return unary(.positive, value(inner), at: expression.offset)
        case .and(let a, let b): return either(a, b, isAnd: true)
        case .or(let a, let b): return either(a, b, isAnd: false)
        case .arithmetic(let op, let a, let b): return arithmetic(op, value(a), value(b), at: expression.offset)
        case .concatenation(let parts): return concatenation(parts)
        case .comparison(let first, let others): return comparison(first, others)
        case .conditional(let then, let condition, let otherwise): return conditional(then, condition, otherwise)
        }
    }

    static func type(of value: Value) -> ValueType {
        switch value {
        case .undefined, .none: .nothing
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .markup: .markup
        case .list(let items): .list(items.map(type(of:)).reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .nothing)
        case .record(let items): .record(.tuple(items.map(type(of:))))
        case .map: .any
        }
    }

    // MARK: Names and fields

    private func named(_ name: String, at offset: Int) -> Typed {
        switch scope.find(name) {
        case .variable(let variable):
            if let type = variable.type { return Typed(place: variable.place, type: type) }
        case .macro, .module, .loop:
            report(
                "wrong-type", at: offset, en: "“\(name)” is no value; use what it gives",
                ar: "«\(name)» ليست قيمة؛ استعمل ما تعطيه")
            return .undefined
        case nil: break
        }
        if checked {
            let isFunction = library.functions[name] != nil
            reportUnknown(
                "unknown-variable", name, "variable", "متغير مجهول", among: scope.visible.filter { $0 != name },
                at: offset,
                hint: isFunction
                    ? Message(en: "it is a function: “\(name)(…)”", ar: "هي دالة: «\(name)(…)»")
                    : Message(
                        en: "where it may be missing, ask “\(name) is defined”",
                        ar: "حيث قد يغيب اسأل «\(name) is defined»"))
        }
        return .undefined
    }

    /// Whether `expression` is a name that stands for nothing here, which `is defined` and `default` may ask.
    func isUnknown(_ expression: Expression) -> Bool {
        guard case .name(let name) = expression.node else { return false }
        switch scope.find(name) {
        case nil: return true
        case .variable(let variable): return variable.type == nil
        default: return false
        }
    }

    private func field(_ base: Expression, _ name: String, at offset: Int) -> Typed {
        if case .name(let word) = base.node {
            switch scope.find(word) {
            case .loop(let loop): return loopField(loop, name, at: offset)
            case .module(let module): return member(module, word, name, at: offset)
            default: break
            }
        }
        return field(value(base), name, at: offset)
    }

    private func member(_ module: Scope, _ word: String, _ name: String, at offset: Int) -> Typed {
        if case .variable(let variable)? = module.names[name], let type = variable.type {
            return Typed(place: variable.place, type: type)
        }
        reportUnknown(
            "unknown-name", name, "name in “\(word)”", "اسم مجهول في «\(word)»", among: module.names.keys.sorted(),
            at: offset)
        return .undefined
    }

    private func loopField(_ loop: LoopBinding, _ name: String, at offset: Int) -> Typed {
        guard let field = LoopField.named(name) else {
            reportUnknown(
                "unknown-field", name, "field of “loop”", "حقل مجهول في «loop»",
                among: LoopField.allCases.map { "\($0)" } + ["cycle"], at: offset)
            return .undefined
        }
        let slot = reserve()
        emit(.loop, slot, loop.base, Int(field.rawValue))
        return switch field {
        case .first, .last: .slot(slot, .bool)
        case .previtem, .nextitem: .slot(slot, .optional(loop.element.unwrapped))
        default: .slot(slot, .int)
        }
    }

    func field(_ base: Typed, _ name: String, at offset: Int) -> Typed {
        guard case .record(let record) = base.type.unwrapped else { return dynamicField(base, name, at: offset) }
        guard let index = record.slot(of: name) else {
            if checked || !record.isMap {
                reportUnknown(
                    "unknown-field", name, "field of \(record.name)", "حقل مجهول في \(record.name)",
                    among: record.fields.map(\.name), at: offset)
            }
            return .undefined
        }
        var type = record.fields[index].type
        if base.type.isOptional, !type.isOptional { type = .optional(type) }
        if record.isMap { return Typed(place: dynamicField(base, name, at: offset).place, type: type) }
        switch base.place {
        case .constant(.record(let fields)) where index < fields.count:
            return Typed(place: .constant(fields[index]), type: type)
        case .constant: return .undefined
        case .slot(let slot, let path): return Typed(place: .slot(slot, path: path + [index]), type: type)
        }
    }

    private func dynamicField(_ base: Typed, _ name: String, at offset: Int) -> Typed {
        let type = base.type.unwrapped
        let isMap = if case .record(let record) = type { record.isMap } else { false }
        if checked, !isSpeculative, !isMap, base.type != .nothing {
            let filter = library.filters[name] != nil || Builtin.filters[name] != nil
            report(
                "unknown-field", at: offset,
                en: "\(type) has no field “\(name)”" + (filter ? "; did you mean “| \(name)”?" : ""),
                ar: "ليس لـ\(type) حقل «\(name)»" + (filter ? "؛ أتقصد «| \(name)»؟" : ""))
            return .undefined
        }
        if let value = base.constant, let result = try? value.field(name) {
            return Typed(place: .constant(result), type: Self.type(of: result))
        }
        let base = operand(base)
        let slot = reserve()
        emit(.field, slot, base, constant(.string(name)))
        return .slot(slot, .any)
    }

    private func item(_ base: Expression, _ index: Expression, at offset: Int) -> Typed {
        if case .literal(.string(let name)) = index.node, case .name(let word) = base.node {
            if case .loop(let loop)? = scope.find(word) { return loopField(loop, name, at: offset) }
        }
        let (base, index) = (value(base), value(index))
        let type: ValueType
        switch base.type.unwrapped {
        case .record(let record):
            if case .string(let name)? = index.constant { return field(base, name, at: offset) }
            if record.isTuple, case .int(let position)? = index.constant {
                let position = position < 0 ? position + record.fields.count : position
                type = record.fields.indices.contains(position) ? record.fields[position].type : .nothing
            } else {
                if checked, !record.isMap, !record.isTuple {
                    report(
                        "wrong-type", at: offset, en: "a field of \(record.name) is asked by its name",
                        ar: "يُطلب حقل \(record.name) باسمه")
                }
                type = .any
            }
        case .list(let element):
            expect(index, .int, "an index", "الفهرس", at: offset)
            type = .optional(element.unwrapped)
        case .string, .markup:
            expect(index, .int, "an index", "الفهرس", at: offset)
            type = .optional(base.type.unwrapped)
        case .any, .optional: type = .any
        case .int, .double, .bool:
            if checked {
                report("wrong-type", at: offset, en: "\(base.type) has no items", ar: "ليس لـ\(base.type) عناصر")
            }
            return .undefined
        }
        if let a = base.constant, let b = index.constant, let result = try? a.item(b) {
            return Typed(place: .constant(result), type: type)
        }
        let (a, b) = (operand(base), operand(index))
        let slot = reserve()
        emit(.item, slot, a, b)
        return .slot(slot, type)
    }

    private func slice(_ base: Expression, _ parts: [Expression?]) -> Typed {
        let base = value(base)
        switch base.type.unwrapped {
        case .list, .string, .markup, .any, .optional: break
        case .record(let record) where record.isTuple: break
        default:
            if checked {
                report("wrong-type", at: offset, en: "\(base.type) has no items", ar: "ليس لـ\(base.type) عناصر")
            }
        }
        let bounds = parts.map { part in
            guard let part else { return Typed(place: .constant(.none), type: .nothing) }
            let bound = value(part)
            expect(bound, .int, "an index", "الفهرس", at: part.offset)
            return bound
        }
        let source = operand(base)
        let start = gather(bounds)
        let slot = reserve()
        emit(.slice, slot, source, start)
        let isTuple = if case .record = base.type.unwrapped { true } else { false }
        return .slot(slot, isTuple ? .any : base.type)
    }

    // MARK: Lists and maps

    private func list(_ items: [Typed], _ operation: Instruction.Operation) -> Typed {
        let type: ValueType =
            operation == .tuple
            ? .record(.tuple(items.map(\.type)))
            : .list(items.map(\.type).reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .nothing)
        let constants = items.compactMap(\.constant)
        if constants.count == items.count {
            return Typed(place: .constant(operation == .tuple ? .record(constants) : .list(constants)), type: type)
        }
        let start = gather(items)
        let slot = reserve()
        emit(operation, slot, start, items.count)
        return .slot(slot, type)
    }

    private func map(_ items: [(key: Expression, value: Expression)]) -> Typed {
        let parts = items.flatMap { [value($0.key), value($0.value)] }
        let constants = parts.compactMap(\.constant)
        let keys = stride(from: 0, to: parts.count, by: 2).map { parts[$0].constant }
        let fields = keys.indices.map { index -> FieldType? in
            guard case .string(let name)? = keys[index] else { return nil }
            return FieldType(name: name, type: parts[2 * index + 1].type, documentation: "")
        }
        let known = fields.compactMap(\.self)
        let type: ValueType =
            known.count == fields.count ? .record(RecordType(name: RecordType.mapName, fields: known)) : .any
        if constants.count == parts.count {
            return Typed(place: .constant(.map(Map(alternating: constants))), type: type)
        }
        let start = gather(parts)
        let slot = reserve()
        emit(.map, slot, start, parts.count)
        return .slot(slot, type)
    }

    // MARK: Operators

    private func unary(_ operation: Instruction.Operation, _ inner: Typed, at offset: Int) -> Typed {
        if operation != .not { expect(inner, .double, "a sign’s value", "ما بعد الإشارة", at: offset) }
        let type: ValueType = operation == .not ? .bool : inner.type
        if let value = inner.constant {
            let result: Value? =
                switch operation {
                case .not: .bool(!value.isTrue)
                case .negative: try? value.negated()
                default: try? Value.int(0).applying(.add, value)
                }
            if let result { return Typed(place: .constant(result), type: type) }
        }
        let operand = operand(inner)
        let slot = reserve()
        emit(operation, slot, operand)
        return .slot(slot, type)
    }

    private func either(_ a: Expression, _ b: Expression, isAnd: Bool) -> Typed {
        let first = value(a)
        if let constant = first.constant { return constant.isTrue == isAnd ? value(b) : first }
        let slot = reserve()
        load(first, into: slot)
        let end = jump(isAnd ? .jumpIfFalse : .jumpIfTrue, if: .slot(slot, .any))
        let second = value(b)
        load(second, into: slot)
        land(end)
        // A record is true, so that what is left of it behind “and” is only its absence.
        if isAnd, case .record = first.type.unwrapped {
            return .slot(slot, first.type.isOptional ? .optional(second.type.unwrapped) : second.type)
        }
        return .slot(slot, (isAnd ? first.type : first.type.unwrapped).joined(with: second.type))
    }

    private func arithmetic(_ op: Operator, _ a: Typed, _ b: Typed, at offset: Int) -> Typed {
        let type = Self.type(op, a.type.unwrapped, b.type.unwrapped)
        if checked, type == nil {
            report(
                "wrong-type", at: offset, en: "“\(op.rawValue)” does not work between \(a.type) and \(b.type)",
                ar: "لا تعمل «\(op.rawValue)» بين \(a.type) و\(b.type)")
        }
        if let x = a.constant, let y = b.constant, let result = try? x.applying(op, y) {
            return Typed(place: .constant(result), type: Self.type(of: result))
        }
        let (x, y) = (operand(a), operand(b))
        let slot = reserve()
        emit(.arithmetic, slot, x, y, Int(op.number))
        return .slot(slot, type ?? .any)
    }

    /// What `a op b` is; nil for what cannot be.
    private static func type(_ op: Operator, _ a: ValueType, _ b: ValueType) -> ValueType? {
        func isNumber(_ type: ValueType) -> Bool { type == .int || type == .double || type == .bool }
        if a == .any || b == .any { return .any }
        if isNumber(a), isNumber(b) {
            // `2 ** -1` is a fraction.
            if op == .power { return .any }
            return a == .double || b == .double || op == .divide ? .double : .int
        }
        switch (op, a, b) {
        case (.add, .string, .string), (.multiply, .string, .int), (.multiply, .int, .string): return .string
        case (.add, .string, .markup), (.add, .markup, .string), (.add, .markup, .markup): return .markup
        case (.multiply, .markup, .int), (.multiply, .int, .markup): return .markup
        case (.add, .list, .list): return a.joined(with: b)
        case (.multiply, .list, .int): return a
        case (.add, .record(let x), .record(let y)) where x.isTuple && y.isTuple:
            return .record(RecordType(name: x.name, fields: x.fields + y.fields))
        default: return nil
        }
    }

    private func concatenation(_ parts: [Expression]) -> Typed {
        let values = parts.map { part in
            let value = value(part)
            checkPrintable(value, at: part.offset)
            return value
        }
        let constants = values.compactMap(\.constant)
        if constants.count == values.count {
            let areLiterals = parts.allSatisfy(\.isLiteral)
            let result =
                areLiterals ? .string(constants.map(\.string).joined()) : Value.concatenated(constants)
            return Typed(place: .constant(result), type: Self.type(of: result))
        }
        let start = gather(values)
        let slot = reserve()
        emit(.concatenate, slot, start, values.count)
        let types = values.map(\.type.unwrapped)
        return .slot(slot, types.contains(.markup) ? .markup : types.contains(.any) ? .any : .string)
    }

    private func comparison(_ first: Expression, _ others: [(Comparator, Expression)]) -> Typed {
        var left = value(first)
        var result: Typed?
        var ends: [Int] = []
        let slot = reserve()
        for (index, (comparator, expression)) in others.enumerated() {
            let right = value(expression)
            check(comparator, left.type.unwrapped, right.type.unwrapped, at: expression.offset)
            if others.count == 1, let a = left.constant, let b = right.constant,
                let truth = try? a.compare(comparator, b)
            {
                result = Typed(place: .constant(.bool(truth)), type: .bool)
            } else {
                let (a, b) = (operand(left), operand(right))
                emit(.compare, slot, a, b, Int(comparator.number))
                if index < others.count - 1 { ends.append(jump(.jumpIfFalse, if: .slot(slot, .bool))) }
            }
            left = right
        }
        for end in ends { land(end) }
        return result ?? .slot(slot, .bool)
    }

    private func check(_ comparator: Comparator, _ a: ValueType, _ b: ValueType, at offset: Int) {
        guard checked, a != .any, b != .any else { return }
        func isNumber(_ type: ValueType) -> Bool { type == .int || type == .double || type == .bool }
        func isText(_ type: ValueType) -> Bool { type == .string || type == .markup }
        let fits: Bool
        switch comparator {
        case .equal, .unequal: fits = true
        case .less, .lessEqual, .greater, .greaterEqual:
            if case (.list, .list) = (a, b) { return }
            fits = (isNumber(a) && isNumber(b)) || (isText(a) && isText(b))
        case .in, .notIn:
            switch b {
            case .list: fits = true
            case .record(let record): fits = record.isTuple || record.isMap
            default: fits = isText(a) && isText(b)
            }
        }
        if !fits {
            report(
                "wrong-type", at: offset, en: "“\(comparator.rawValue)” does not work between \(a) and \(b)",
                ar: "لا تعمل «\(comparator.rawValue)» بين \(a) و\(b)")
        }
    }

    private func conditional(_ then: Expression, _ condition: Expression, _ otherwise: Expression?) -> Typed {
        let test = value(condition)
        if let constant = test.constant {
            return constant.isTrue ? value(then) : otherwise.map(value) ?? .undefined
        }
        let slot = reserve()
        let toElse = jump(.jumpIfFalse, if: test)
        let first = value(then)
        load(first, into: slot)
        let toEnd = jump()
        land(toElse)
        let second = otherwise.map(value) ?? .undefined
        load(second, into: slot)
        land(toEnd)
        return .slot(slot, first.type.joined(with: second.type))
    }

    // MARK: Checks

    /// Reports a value whose type does not fit, in a checked template.
    func expect(_ value: Typed, _ type: ValueType, _ english: String, _ arabic: String, at offset: Int) {
        guard checked, !value.type.fits(type) else { return }
        report(
            "wrong-type", at: offset, en: "\(english) is \(type), not \(value.type)",
            ar: "\(arabic) من نوع \(type) لا \(value.type)")
    }

    func checkPrintable(_ value: Typed, at offset: Int) {
        guard checked, case .record(let record) = value.type.innermost, !record.isTuple, !record.isMap else { return }
        report(
            "wrong-type", at: offset, en: "\(value.type) cannot be printed; print one of its fields",
            ar: "لا يُطبع \(value.type)؛ اطبع حقلًا منه")
    }
}

extension RecordType {
    static let mapName = "map"
    /// A map written in the template: its keys are known, its value is a map.
    var isMap: Bool { name == Self.mapName }
    var isTuple: Bool { name == "tuple" || name == "group" }
}

extension ValueType {
    /// What lists hold.
    var innermost: ValueType {
        switch self {
        case .list(let element): element.innermost
        case .optional(let type): type.innermost
        default: self
        }
    }

    /// Whether a value of this type may stand where `expected` is asked for; absent ones are looked after at run time.
    func fits(_ expected: ValueType) -> Bool {
        switch (unwrapped, expected.unwrapped) {
        case (_, .any), (.optional, _): true
        case (.any, let type): if case .record = type { false } else { true }
        case (.int, .double), (.bool, .int), (.bool, .double): true
        case (.list(let a), .list(let b)): a == .nothing || a.fits(b)
        case (let a, let b): a == b
        }
    }
}
