import Base

/// What an expression begins with: literals, names, lists, tuples and maps.
extension Parser {
    mutating func primary() throws(Fault) -> Expression {
        let start = offset
        switch kind {
        case .name: return Expression(word(try name("a value", "قيمة")), at: start)
        case .string:
            var value = ""
            while kind == .string {
                value += unescaped(token.range)
                advance()
            }
            return Expression(.literal(.string(value)), at: start)
        case .integer, .float: return Expression(.literal(try number()), at: start)
        case .openParen:
            advance()
            nesting += 1
            defer { nesting -= 1 }
            let value = try tuple(parenthesised: true)
            try expect(.closeParen, ")")
            return value
        case .openBracket:
            advance()
            var items: [Expression] = []
            while kind != .closeBracket {
                items.append(try expression())
                if kind != .closeBracket { try expect(.comma, ",") }
            }
            advance()
            return Expression(.list(items), at: start)
        case .openBrace: return try map()
        default: throw expected("a value", "قيمة")
        }
    }

    private func word(_ name: String) -> Expression.Node {
        switch name {
        case "true", "True": .literal(.bool(true))
        case "false", "False": .literal(.bool(false))
        case "none", "None": .literal(.none)
        default: .name(name)
        }
    }

    private mutating func map() throws(Fault) -> Expression {
        let start = offset
        advance()
        var items: [(key: Expression, value: Expression)] = []
        while kind != .closeBrace {
            let key = try expression()
            try expect(.colon, ":")
            items.append((key, try expression()))
            if kind != .closeBrace { try expect(.comma, ",") }
        }
        advance()
        return Expression(.map(items), at: start)
    }

    private mutating func number() throws(Fault) -> Value {
        let start = offset
        let digits = text.filter { $0 != "_" }.lowercased()
        let isFloat = kind == .float
        advance()
        if isFloat, let value = Double(digits) { return .double(value) }
        let radix = digits.hasPrefix("0x") ? 16 : digits.hasPrefix("0o") ? 8 : digits.hasPrefix("0b") ? 2 : 10
        if let value = Int(radix == 10 ? digits : String(digits.dropFirst(2)), radix: radix) { return .int(value) }
        throw Fault(.templateSyntax, at: start, en: "no number: “\(digits)”", ar: "ليس عددًا: «\(digits)»")
    }

    /// A string without its quotes, the escapes of Python resolved.
    private func unescaped(_ range: Range<Int>) -> String {
        var content = text(range.lowerBound + 1..<range.upperBound - 1)
        if content.utf8.contains(0x0D) {
            let lines = content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            content = lines.map { $0.last == "\r" ? String($0.dropLast()) : String($0) }.joined(separator: "\n")
            content = String(String.UnicodeScalarView(content.unicodeScalars.map { $0 == "\r" ? "\n" : $0 }))
        }
        guard content.utf8.contains(UInt8(ascii: "\\")) else { return content }
        var result = String.UnicodeScalarView()
        var rest = content.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escape = rest.popFirst() else {
                result.append(scalar)
                continue
            }
            switch escape {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "b": result.append("\u{8}")
            case "f": result.append("\u{C}")
            case "v": result.append("\u{B}")
            case "a": result.append("\u{7}")
            case "0": result.append("\0")
            case "\\", "'", "\"": result.append(escape)
            case "\n": break
            case "x", "u", "U":
                let digits = rest.prefix(escape == "x" ? 2 : escape == "u" ? 4 : 8)
                if let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                    let scalar = Unicode.Scalar(code)
                {
                    result.append(scalar)
                    rest.removeFirst(digits.count)
                } else {
                    result.append(contentsOf: ["\\", escape])
                }
            default: result.append(contentsOf: ["\\", escape])
            }
        }
        return String(result)
    }
}
