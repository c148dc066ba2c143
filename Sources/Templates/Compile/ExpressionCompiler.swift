import Base

/// Expressions: each becomes a place and a type, with the instructions that fill the place.
extension Compiler {
    func value(_ expression: Expression) -> Typed {
        let outer = offset
        offset = expression.offset
        defer { offset = outer }
        switch expression.node {
        case .literal(let value): return Typed(place: .constant(value), type: value.type)
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

    // MARK: Lists and maps

    private func list(_ items: [Typed], _ operation: Instruction.Operation) -> Typed {
        let type: ValueType =
            operation == .tuple
            ? .record(.tuple(items.map(\.type)))
            : .list(ValueType.joined(items.map(\.type)) ?? .nothing)
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
        var known: [FieldType] = []
        for field in fields.compactMap(\.self) {
            // A key that comes twice keeps its place and takes the last value.
            if let place = known.firstIndex(where: { $0.name == field.name }) {
                known[place] = field
            } else {
                known.append(field)
            }
        }
        let areKnown = fields.allSatisfy { $0 != nil }
        let type: ValueType =
            areKnown ? .record(.map(known)) : .something(holding: parts.flatMap(\.type.records))
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
            let result = folded([value], at: offset) { () throws(Message) in
                switch operation {
                case .not: .bool(!value.isTrue)
                case .negative: try value.negated()
                default: try Value.int(0).applying(.add, value)
                }
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
            return .slot(slot, first.type.isOptional ? .optional(second.type.present) : second.type)
        }
        return .slot(slot, (isAnd ? first.type : first.type.present).joined(with: second.type))
    }

    private func arithmetic(_ op: Operator, _ a: Typed, _ b: Typed, at offset: Int) -> Typed {
        let type = Self.type(op, a.type.unwrapped, b.type.unwrapped)
        if checked, type == nil {
            report(
                .wrongType, at: offset, en: "“\(op.rawValue)” does not work between \(a.type) and \(b.type)",
                ar: "لا تعمل «\(op.rawValue)» بين \(a.type.arabicName) و\(b.type.arabicName)")
        }
        if let x = a.constant, let y = b.constant, type != nil,
            let result = folded([x, y], at: offset, { () throws(Message) in try x.applying(op, y) })
        {
            return Typed(place: .constant(result), type: result.type)
        }
        let (x, y) = (operand(a), operand(b))
        let slot = reserve()
        emit(.arithmetic, slot, x, y, Int(op.number))
        let result = type == .any ? a.type.joined(with: b.type).something : type ?? .any
        reads.note(lostFrom: [a.type, b.type], in: result)
        return .slot(slot, result)
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
            return .record(RecordType(name: x.name, fields: x.fields + y.fields, shape: .tuple))
        default: return nil
        }
    }

    private func concatenation(_ parts: [Expression]) -> Typed {
        let values = parts.map { part in
            let value = value(part)
            checkPrintable(value, at: part.offset)
            reads.note(whole: value.type)
            return value
        }
        let constants = values.compactMap(\.constant)
        if constants.count == values.count {
            let areLiterals = parts.allSatisfy(\.isLiteral)
            let result =
                areLiterals ? .string(constants.map(\.string).joined()) : Value.concatenated(constants)
            return Typed(place: .constant(result), type: result.type)
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
            noteReads(of: left, comparator, right)
            if others.count == 1, let a = left.constant, let b = right.constant,
                let truth = folded(
                    [a, b], at: expression.offset, { () throws(Message) in .bool(try a.compare(comparator, b)) })
            {
                result = Typed(place: .constant(truth), type: .bool)
            } else {
                let (a, b) = (borrow(left, in: 0), borrow(right, in: 1))
                emit(.compare, slot, a, b, Int(comparator.number))
                if index < others.count - 1 { ends.append(jump(.jumpIfFalse, if: .slot(slot, .bool))) }
            }
            left = right
        }
        for end in ends { land(end) }
        return result ?? .slot(slot, .bool)
    }

    /// What a number or a text is compared with need not be looked into, but for what it may be in.
    private func noteReads(of left: Typed, _ comparator: Comparator, _ right: Typed) {
        if comparator == .in || comparator == .notIn { reads.note(itemsOf: right.type) }
        guard !left.isScalar, !right.isScalar else { return }
        reads.note(whole: left.type)
        reads.note(whole: right.type)
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
                .wrongType, at: offset, en: "“\(comparator.rawValue)” does not work between \(a) and \(b)",
                ar: "لا تعمل «\(comparator.rawValue)» بين \(a.arabicName) و\(b.arabicName)")
        }
    }

    private func conditional(_ then: Expression, _ condition: Expression, _ otherwise: Expression?) -> Typed {
        let (known, toElse) = self.condition(condition)
        if let known { return known ? value(then) : otherwise.map(value) ?? .undefined }
        let slot = reserve()
        let first = value(then)
        load(first, into: slot)
        let toEnd = jump()
        toElse.forEach(land)
        let second = otherwise.map(value) ?? .undefined
        load(second, into: slot)
        land(toEnd)
        return .slot(slot, first.type.joined(with: second.type))
    }
}
