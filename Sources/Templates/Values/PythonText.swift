import Base

/// How Python writes values: `str` and `repr`.
extension Value {
    /// As `str` gives it, in UTF-8.
    var bytes: [UInt8] {
        switch self {
        case .undefined: []
        case .string(let text): Array(text.utf8)
        case .markup(let bytes): bytes
        default: Array(python.utf8)
        }
    }

    /// As `str` gives it.
    var string: String {
        switch self {
        case .undefined: ""
        case .string(let text): text
        case .markup(let bytes): String(decoding: bytes, as: UTF8.self)
        default: python
        }
    }

    /// Safe for HTML: markup as it is, anything else escaped.
    var escapedBytes: [UInt8] {
        if case .markup(let bytes) = self { return bytes }
        var output = ByteBuffer()
        output.print(self)
        return output.bytes(from: 0)
    }

    /// `text` as the same kind of string that this is.
    func text(_ text: String) -> Value {
        isMarkup ? .markup(Array(text.utf8)) : .string(text)
    }

    /// As `repr` gives it; for numbers and lists, `str` is the same.
    var python: String {
        switch self {
        case .undefined: "Undefined"
        case .none: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .int(let number): String(number)
        case .double(let number): Self.python(number)
        case .string(let text): Self.python(text)
        case .markup: "Markup(\(Self.python(string)))"
        case .list(let items): "[" + items.map(\.python).joined(separator: ", ") + "]"
        case .record(let items): "(" + items.map(\.python).joined(separator: ", ") + (items.count == 1 ? ",)" : ")")
        case .map(let map):
            "{" + zip(map.keys, map.values).map { "\($0.python): \($1.python)" }.joined(separator: ", ") + "}"
        }
    }

    private static func python(_ text: String) -> String {
        let quote: Unicode.Scalar = text.utf8.contains(0x27) && !text.utf8.contains(0x22) ? "\"" : "'"
        var result = String.UnicodeScalarView([quote])
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\": result.append(contentsOf: ["\\", scalar])
            case "\n": result.append(contentsOf: ["\\", "n"])
            case "\r": result.append(contentsOf: ["\\", "r"])
            case "\t": result.append(contentsOf: ["\\", "t"])
            default:
                if scalar == " " || isPrintable(scalar) {
                    result.append(scalar)
                } else {
                    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
                    let digits = String(scalar.value, radix: 16)
                    let zeros = String(repeating: "0", count: max(0, width - digits.count))
                    result.append(contentsOf: "\\\(letter)\(zeros)\(digits)".unicodeScalars)
                }
            }
        }
        result.append(quote)
        return String(result)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    /// The shortest digits that read back as the number, with an exponent below 0.0001 and from 1e16.
    private static func python(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
        let sign = number < 0 ? "-" : ""
        let (digits, point) = decimal(number.magnitude)
        if point > 16 || point < -3 {
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let exponent = abs(point - 1)
            return
                "\(sign)\(digits.prefix(1))\(fraction)e\(point > 0 ? "+" : "-")\(exponent < 10 ? "0" : "")\(exponent)"
        }
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        if digits.count <= point { return sign + digits + String(repeating: "0", count: point - digits.count) + ".0" }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }

    /// The digits of a positive number, without zeros around them, and where the point stands among them.
    private static func decimal(_ number: Double) -> (digits: String, point: Int) {
        var mantissa = Substring(number.description)
        var exponent = 0
        if let mark = mantissa.firstIndex(of: "e") {
            exponent = Int(mantissa[mantissa.index(after: mark)...].drop { $0 == "+" }) ?? 0
            mantissa = mantissa[..<mark]
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0]
        var digits = String(whole) + (parts.count > 1 ? parts[1] : "")
        let zeros = digits.prefix { $0 == "0" }.count
        digits.removeFirst(min(zeros, digits.count))
        while digits.last == "0" { digits.removeLast() }
        return (digits, whole.count + exponent - zeros)
    }
}
