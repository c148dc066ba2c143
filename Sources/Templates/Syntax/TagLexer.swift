import Base

/// What stands inside a tag: names, numbers, strings and signs.
extension Lexer {
    mutating func tag(from start: Int, closer: UInt8, begin: Token.Kind, end: Token.Kind) {
        add(begin, start, position)
        var brackets: [UInt8] = []
        while position < limit {
            let space = WhiteSpace.length(at: position, in: bytes)
            if space > 0 {
                position += space
                continue
            }
            if brackets.isEmpty, let length = closing(closer) {
                let trims = bytes[position] == UInt8(ascii: "-")
                add(end, position, position + length)
                position += length
                if trims { skipWhiteSpace() }
                return
            }
            if bytes[position] == UInt8(ascii: "{"), let next = peek(1),
                next == UInt8(ascii: "%") || next == UInt8(ascii: "{") || next == UInt8(ascii: "#")
            {
                break
            }
            do throws(Fault) {
                try token(&brackets)
            } catch {
                faults.append(error)
                skipToEnd(of: closer)
                add(end, position, position)
                return
            }
        }
        let text = closer == UInt8(ascii: "%") ? "%}" : "}}"
        faults.append(
            Fault(.unclosedTag, at: start, en: "a tag needs “\(text)” at its end", ar: "ينقص الوسم «\(text)» في آخره")
        )
        add(end, position, position)
    }

    private func closing(_ closer: UInt8) -> Int? {
        var index = 0
        if bytes[position] == UInt8(ascii: "-") || (bytes[position] == UInt8(ascii: "+") && closer != UInt8(ascii: "}"))
        {
            index = 1
        }
        return peek(index) == closer && peek(index + 1) == UInt8(ascii: "}") ? index + 2 : nil
    }

    private mutating func skipToEnd(of closer: UInt8) {
        while position < limit {
            if bytes[position] == closer, peek(1) == UInt8(ascii: "}") {
                position += 2
                return
            }
            if bytes[position] == UInt8(ascii: "{"), peek(1) == UInt8(ascii: "%") || peek(1) == UInt8(ascii: "{") {
                return
            }
            position += 1
        }
    }

    private mutating func token(_ brackets: inout [UInt8]) throws(Fault) {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            while position < limit {
                if isName(bytes[position]) {
                    position += 1
                    continue
                }
                guard bytes[position] >= 0x80 else { break }
                // Letters of every script belong to a name; white space, marks of direction and the like do not.
                let (scalar, length) = scalar()
                if position == start, !scalar.properties.isXIDStart { throw unexpected(scalar) }
                guard scalar.properties.isXIDContinue else { break }
                position += length
            }
            add(.name, start, position)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try string()
        default: try symbol(&brackets)
        }
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private mutating func number() {
        let start = position
        // Behind a dot stands an index, as in `row.0.1`, never a fraction.
        let afterDot = tokens.last?.kind == .dot
        var isFloat = false
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        if bytes[position] == 0x30, let base = peek(1), "xXoObB".utf8.contains(base) {
            position += 2
            while position < limit, isName(bytes[position]) { position += 1 }
        } else {
            while position < limit, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: "_") { position += 1 }
            if !afterDot, peek(0) == UInt8(ascii: "."), isDigit(peek(1)) {
                isFloat = true
                position += 1
                while position < limit, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: "_") {
                    position += 1
                }
            }
            if !afterDot, peek(0) == UInt8(ascii: "e") || peek(0) == UInt8(ascii: "E") {
                let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
                if isDigit(peek(1 + sign)) {
                    isFloat = true
                    position += 1 + sign
                    while position < limit, isDigit(bytes[position]) { position += 1 }
                }
            }
        }
        add(isFloat ? .float : .integer, start, position)
    }

    private mutating func string() throws(Fault) {
        let start = position
        let quote = bytes[position]
        position += 1
        while position < limit, bytes[position] != quote { position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1 }
        guard position < limit else {
            position = start + 1
            throw Fault(
                .unclosedString, at: start, en: "a string needs its closing quote", ar: "ينقص النص علامة الإغلاق")
        }
        position += 1
        add(.string, start, position)
    }

    private mutating func symbol(_ brackets: inout [UInt8]) throws(Fault) {
        let byte = bytes[position]
        let next = peek(1)
        let (kind, length): (Token.Kind?, Int) =
            switch byte {
            case UInt8(ascii: "+"): (.plus, 1)
            case UInt8(ascii: "-"): (.minus, 1)
            case UInt8(ascii: "*"): next == byte ? (.power, 2) : (.star, 1)
            case UInt8(ascii: "/"): next == byte ? (.floor, 2) : (.slash, 1)
            case UInt8(ascii: "%"): (.percent, 1)
            case UInt8(ascii: "~"): (.tilde, 1)
            case UInt8(ascii: "|"): (.pipe, 1)
            case UInt8(ascii: "."): (.dot, 1)
            case UInt8(ascii: ","): (.comma, 1)
            case UInt8(ascii: ":"): (.colon, 1)
            case UInt8(ascii: ";"): (.semicolon, 1)
            case UInt8(ascii: "="): next == byte ? (.equal, 2) : (.assign, 1)
            case UInt8(ascii: "!") where next == UInt8(ascii: "="): (.unequal, 2)
            case UInt8(ascii: "<"): next == UInt8(ascii: "=") ? (.lessEqual, 2) : (.less, 1)
            case UInt8(ascii: ">"): next == UInt8(ascii: "=") ? (.greaterEqual, 2) : (.greater, 1)
            case UInt8(ascii: "("): (.openParen, 1)
            case UInt8(ascii: "["): (.openBracket, 1)
            case UInt8(ascii: "{"): (.openBrace, 1)
            case UInt8(ascii: ")"): (.closeParen, 1)
            case UInt8(ascii: "]"): (.closeBracket, 1)
            case UInt8(ascii: "}"): (.closeBrace, 1)
            default: (nil, 1)
            }
        guard let kind else { throw unexpected(byte) }
        switch kind {
        case .openParen: brackets.append(UInt8(ascii: ")"))
        case .openBracket: brackets.append(UInt8(ascii: "]"))
        case .openBrace: brackets.append(UInt8(ascii: "}"))
        case .closeParen, .closeBracket, .closeBrace:
            guard brackets.popLast() == byte else { throw unexpected(byte) }
        default: break
        }
        add(kind, position, position + length)
        position += length
    }

    private func unexpected(_ byte: UInt8) -> Fault { unexpected(Unicode.Scalar(byte)) }

    /// One that shows nothing is named by its code.
    private func unexpected(_ scalar: Unicode.Scalar) -> Fault {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate:
            return Fault(
                .templateSyntax, at: position, en: "unexpected invisible character \(code) in a tag; delete it",
                ar: "محرف خفي \(code) في الوسم؛ احذفه")
        default:
            return Fault(
                .templateSyntax, at: position, en: "unexpected “\(String(scalar))” in a tag",
                ar: "«\(String(scalar))» في غير موضعه في الوسم")
        }
    }

    /// The character at the current position, of more bytes than one, and how many they are.
    private func scalar() -> (scalar: Unicode.Scalar, length: Int) {
        let rest = UnsafeBufferPointer(rebasing: bytes[position..<min(position + 4, limit)])
        var decoder = UTF8()
        var iterator = rest.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
        return (scalar, UTF8.width(scalar))
    }
}
