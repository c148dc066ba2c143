import Base

/// Expressions, with the precedence that Jinja gives them: inline `if`, `or`, `and`, `not`, comparisons, `+ -`, `~`, `*
/// / // %`, `**`, then sign, call, field, filter and test.
extension Parser {
    mutating func expression(conditional: Bool = true) throws(Fault) -> Expression {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.deepest else {
            throw Fault(
                .tooDeep, at: offset, en: "an expression may nest \(Self.deepest) levels",
                ar: "لا تتداخل العبارة أكثر من \(Self.deepest) مستوى")
        }
        let start = offset
        var value = try disjunction()
        while conditional, skip(word: "if") {
            let condition = try disjunction()
            let otherwise: Expression? = skip(word: "else") ? try expression() : nil
            value = try grown(.conditional(then: value, condition: condition, otherwise: otherwise), at: start)
        }
        return value
    }

    /// One expression, or several with commas between them, which make a tuple.
    mutating func tuple(conditional: Bool = true, parenthesised: Bool = false) throws(Fault) -> Expression {
        let start = offset
        var items: [Expression] = []
        var isTuple = false
        while true {
            if kind == .closeParen || kind == .tagEnd || kind == .outputEnd || kind == .assign { break }
            items.append(try expression(conditional: conditional))
            guard skip(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = items.first { return only }
        guard isTuple || parenthesised else { throw expected("an expression", "عبارة") }
        return Expression(.tuple(items), at: start)
    }

    /// Counts the links of a chain such as `a + b + c`, which nests as deep as it is long.
    private mutating func grown(_ node: Expression.Node, at offset: Int) throws(Fault) -> Expression {
        links += 1
        guard links <= Self.longest else {
            throw Fault(
                .tooDeep, at: offset, en: "an expression may have \(Self.longest) operators",
                ar: "لا تزيد معاملات العبارة على \(Self.longest)")
        }
        return Expression(node, at: offset)
    }

    private mutating func disjunction() throws(Fault) -> Expression {
        let start = offset
        var left = try conjunction()
        while skip(word: "or") { left = try grown(.or(left, try conjunction()), at: start) }
        return left
    }

    private mutating func conjunction() throws(Fault) -> Expression {
        let start = offset
        var left = try negation()
        while skip(word: "and") { left = try grown(.and(left, try negation()), at: start) }
        return left
    }

    private mutating func negation() throws(Fault) -> Expression {
        let start = offset
        var count = 0
        while skip(word: "not") { count += 1 }
        var value = try comparison()
        for _ in 0..<count { value = try grown(.not(value), at: start) }
        return value
    }

    private mutating func comparison() throws(Fault) -> Expression {
        let start = offset
        let first = try sum()
        var others: [(Comparator, Expression)] = []
        while let comparator = comparator() { others.append((comparator, try sum())) }
        return others.isEmpty ? first : Expression(.comparison(first, others), at: start)
    }

    private mutating func comparator() -> Comparator? {
        let found: Comparator? =
            switch kind {
            case .equal: .equal
            case .unequal: .unequal
            case .less: .less
            case .lessEqual: .lessEqual
            case .greater: .greater
            case .greaterEqual: .greaterEqual
            default: nil
            }
        if found != nil { advance() }
        if found == nil, skip(word: "in") { return .in }
        if found == nil, isWord("not"), nextIsWord("in") {
            advance()
            advance()
            return .notIn
        }
        return found
    }

    private mutating func sum() throws(Fault) -> Expression {
        let start = offset
        var left = try concatenation()
        while kind == .plus || kind == .minus {
            let op: Operator = kind == .plus ? .add : .subtract
            advance()
            left = try grown(.arithmetic(op, left, try concatenation()), at: start)
        }
        return left
    }

    private mutating func concatenation() throws(Fault) -> Expression {
        let start = offset
        var parts = [try product()]
        while skip(.tilde) { parts.append(try product()) }
        return parts.count == 1 ? parts[0] : Expression(.concatenation(parts), at: start)
    }

    private mutating func product() throws(Fault) -> Expression {
        let start = offset
        var left = try power()
        while true {
            let op: Operator
            switch kind {
            case .star: op = .multiply
            case .slash: op = .divide
            case .floor: op = .floor
            case .percent: op = .modulo
            default: return left
            }
            advance()
            left = try grown(.arithmetic(op, left, try power()), at: start)
        }
    }

    private mutating func power() throws(Fault) -> Expression {
        let start = offset
        var left = try signed()
        while skip(.power) { left = try grown(.arithmetic(.power, left, try signed()), at: start) }
        return left
    }

    private mutating func signed() throws(Fault) -> Expression {
        let start = offset
        var signs: [Token.Kind] = []
        while kind == .minus || kind == .plus {
            signs.append(kind)
            advance()
        }
        var value = try postfix(try primary(), start)
        for sign in signs.reversed() {
            value = try grown(sign == .minus ? .negative(value) : .positive(value), at: start)
        }
        return try filters(value, start)
    }

    // MARK: What stands behind a value

    private mutating func postfix(_ first: Expression, _ start: Int) throws(Fault) -> Expression {
        var value = first
        while true {
            switch kind {
            case .dot:
                advance()
                let place = offset
                if kind == .integer {
                    value = try grown(.item(value, try primary()), at: place)
                } else {
                    value = try grown(.field(value, try name("a field", "حقل")), at: place)
                }
            case .openBracket:
                advance()
                value = try grown(try item(of: value), at: start)
                try expect(.closeBracket, "]")
            case .openParen: value = try grown(.call(value, try arguments()), at: start)
            default: return value
            }
        }
    }

    private mutating func item(of value: Expression) throws(Fault) -> Expression.Node {
        if kind != .colon {
            let index = try expression()
            if kind != .colon { return .item(value, index) }
            return .slice(value, try sliceParts([index]))
        }
        return .slice(value, try sliceParts([nil]))
    }

    private mutating func sliceParts(_ first: [Expression?]) throws(Fault) -> [Expression?] {
        var parts = first
        while parts.count < 3, skip(.colon) {
            parts.append(kind == .colon || kind == .closeBracket ? nil : try expression())
        }
        while parts.count < 3 { parts.append(nil) }
        return parts
    }

    mutating func filters(_ first: Expression, _ start: Int) throws(Fault) -> Expression {
        var value = first
        while true {
            if skip(.pipe) {
                let place = offset
                let name = try name("a filter", "مرشّح")
                value = try grown(.filter(value, name, kind == .openParen ? try arguments() : []), at: place)
            } else if skip(word: "is") {
                value = try test(value)
            } else if kind == .openParen {
                value = try grown(.call(value, try arguments()), at: start)
            } else {
                return value
            }
        }
    }

    private mutating func test(_ value: Expression) throws(Fault) -> Expression {
        let negated = skip(word: "not")
        let place = offset
        let name = try name("a test", "اختبار")
        var arguments: [Argument] = []
        switch kind {
        case .openParen: arguments = try self.arguments()
        case .name where ["else", "or", "and", "if", "is", "in", "not"].contains(text): break
        case .name, .string, .integer, .float, .openBracket, .openBrace:
            let start = offset
            arguments = [Argument(name: nil, value: try postfix(try primary(), start))]
        default: break
        }
        if isWord("is") {
            throw Fault(
                .templateSyntax, at: offset, en: "one value takes one “is”; join tests with “and”",
                ar: "للقيمة «is» واحدة؛ اجمع الاختبارات بـ«and»")
        }
        let test = try grown(.test(value, name, arguments), at: place)
        return negated ? try grown(.not(test), at: place) : test
    }

    mutating func arguments() throws(Fault) -> [Argument] {
        try expect(.openParen, "(")
        var arguments: [Argument] = []
        while kind != .closeParen {
            if !arguments.isEmpty { try expect(.comma, ",") }
            if kind == .closeParen { break }
            if kind == .star || kind == .power {
                throw Fault(
                    .leftOut, at: offset, en: "arguments are written one by one; “*” is left out of the language",
                    ar: "تُكتب الوسائط واحدًا واحدًا؛ «*» ليست من اللغة")
            }
            var label: String?
            if kind == .name, nextKind == .assign {
                label = text
                advance()
                advance()
            } else if arguments.contains(where: { $0.name != nil }) {
                throw Fault(
                    .templateSyntax, at: offset, en: "arguments without a name stand before those with one",
                    ar: "الوسائط بلا اسم تسبق المسمّاة")
            }
            arguments.append(Argument(name: label, value: try expression()))
        }
        try expect(.closeParen, ")")
        return arguments
    }
}
