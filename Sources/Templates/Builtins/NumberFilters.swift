import Base
import Libc

extension Builtin {
    static let numberFilters: [Builtin] = [
        Builtin(
            "abs", [Parameter("number", .double)], "Without its sign", example: "{{ -3|abs }} → 3",
            prepare: { call in
                Prepared(type: call.types[0].unwrapped) { arguments throws(Message) in
                    if case .double(let number) = arguments[0] { return .double(abs(number)) }
                    guard let number = arguments[0].integer else { throw notANumber(arguments[0]) }
                    return number < 0 ? try arguments[0].negated() : .int(number)
                }
            }),
        Builtin(
            "int", [.value, .number("default", 0), .number("base", 10)], .int,
            "The whole number that stands there, else `default`", example: #"{{ "42.9"|int }} → 42"#,
            body: { arguments throws(Message) in
                .int(try Number.whole(arguments[0], base: arguments[2].integer ?? 10) ?? arguments[1].integer ?? 0)
            }),
        Builtin(
            "float", [.value, Parameter("default", .double, fallback: .double(0))], .double,
            "The number that stands there, else `default`", example: #"{{ "3.5"|float }} → 3.5"#,
            body: { arguments in .double(Number.real(arguments[0]) ?? arguments[1].number ?? 0) }),
        Builtin(
            "round", [Parameter("number", .double), .number("precision", 0), .string("method", "common")],
            "To `precision` decimals; `method` is common, ceil or floor",
            example: "{{ 42.55|round(1, \"floor\") }} → 42.5",
            prepare: { call throws(Message) in
                if case .string(let method)? = call.literals[2], !["common", "ceil", "floor"].contains(method) {
                    throw Message(en: "“method” is common, ceil or floor", ar: "«method» إما common أو ceil أو floor")
                }
                let staysInt = call.types[0].unwrapped == .int && call.literals[2]?.string == "common"
                return Prepared(type: staysInt ? .int : call.types[0].unwrapped == .any ? .any : .double, body: rounded)
            }),
        Builtin(
            "filesizeformat", [.value, .flag("binary")], .string, "A file’s size as people read it",
            example: "{{ 13500|filesizeformat }} → 13.5 kB",
            body: { arguments throws(Message) in
                guard let size = Number.real(arguments[0]) else { throw notANumber(arguments[0]) }
                guard size > -.infinity else { throw Value.tooLarge }
                return .string(Number.fileSize(size, binary: arguments[1].isTrue))
            }),
    ]

    private static func notANumber(_ value: Value) -> Message {
        Message(en: "a number is asked for, not \(value.kind)", ar: "المطلوب عدد لا \(value.kind)")
    }

    private static let rounded: Program.Body = { arguments throws(Message) in
        guard let number = arguments[0].number else { throw notANumber(arguments[0]) }
        let precision = min(max(arguments[1].integer ?? 0, -300), 300)
        let method = arguments[2].string
        if method == "common" {
            if let whole = arguments[0].integer {
                return precision >= 0 ? arguments[0] : .int(try Number.rounded(whole, zeros: -precision))
            }
            return .double(
                precision >= 0
                    ? Number.rounded(number, precision)
                    : (number / pow(10, Double(-precision))).rounded(.toNearestOrEven) * pow(10, Double(-precision)))
        }
        let factor = pow(10, Double(precision))
        return .double((number * factor).rounded(method == "ceil" ? .up : .down) / factor)
    }

    static let range = Builtin(
        "range", [.number("start"), .maybe("stop", .int), .number("step", 1)], .list(.int),
        "The numbers from `start` to before `stop`; with one argument, from 0 to before it",
        example: "{% for n in range(3) %}{{ n }}{% endfor %} → 012",
        body: { arguments throws(Message) in
            let isShort = arguments[1].isUndefined
            guard let start = isShort ? 0 : arguments[0].integer, let stop = arguments[isShort ? 0 : 1].integer,
                let step = arguments[2].integer, step != 0
            else {
                throw Message(
                    en: "“range” takes ints, and no step of 0", ar: "وسائط «range» أعداد صحيحة والخطوة ليست صفرًا")
            }
            guard start.magnitude < 1 << 40, stop.magnitude < 1 << 40,
                (stop - start).magnitude / step.magnitude < Value.longest
            else {
                throw Message(en: "a range may not grow this long", ar: "لا يطول النطاق إلى هذا الحد")
            }
            return .list(stride(from: start, to: stop, by: step).map(Value.int))
        })
}

/// Numbers as Python reads and writes them.
enum Number {
    /// Nil for what is no number; throws for one that has no room in 64 bits.
    static func whole(_ value: Value, base: Int) throws(Message) -> Int? {
        func cut(_ number: Double) throws(Message) -> Int {
            guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw Value.tooLarge }
            return whole
        }
        switch value {
        case .int, .bool: return value.integer
        case .double(let number): return number.isNaN ? nil : try cut(number)
        case .string, .markup:
            if let whole = integer(value.string, base: base) { return whole }
            guard let number = real(value), number.isFinite else { return nil }
            return try cut(number)
        default: return nil
        }
    }

    private static func integer(_ text: String, base: Int) -> Int? {
        var digits = plain(text)
        let negative = digits.hasPrefix("-")
        if negative || digits.hasPrefix("+") { digits.removeFirst() }
        if let prefix = [16: "0x", 8: "0o", 2: "0b"][base], digits.lowercased().hasPrefix(prefix) {
            digits.removeFirst(2)
        }
        guard (2...36).contains(base), digits.first != "-", digits.first != "+", let number = Int(digits, radix: base)
        else { return nil }
        return negative ? -number : number
    }

    static func real(_ value: Value) -> Double? {
        switch value {
        case .string, .markup:
            let text = plain(value.string)
            // Swift reads hexadecimal here and Python does not.
            return text.lowercased().contains("x") ? nil : Double(text)
        default: return value.number
        }
    }

    /// Trimmed, without `_` between digits, the digits of every script as ASCII.
    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.trimmed(nil).unicodeScalars where scalar != "_" {
            if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
                result += String(Int(digit))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// With this many decimals, rounded on the exact value, as C does.
    static func fixed(_ number: Double, _ decimals: Int) -> String {
        var buffer = [CChar](repeating: 0, count: 400 + decimals)
        let length = withVaList([Int32(decimals), number]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
        return String(decoding: buffer.prefix(Int(max(0, length))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func rounded(_ number: Double, _ decimals: Int) -> Double {
        number.isFinite ? Double(fixed(number, decimals)) ?? number : number
    }

    /// With this many noughts at the end; halves go to the even neighbour.
    static func rounded(_ number: Int, zeros: Int) throws(Message) -> Int {
        guard zeros < 19 else {
            // Half of 10^19 has still room.
            if zeros == 19, number.magnitude > 5_000_000_000_000_000_000 { throw Value.tooLarge }
            return 0
        }
        let step = (0..<zeros).reduce(1) { power, _ in power * 10 }
        let (cut, remainder) = number.quotientAndRemainder(dividingBy: step)
        var quotient = cut
        let twice = remainder.magnitude * 2
        if twice > step || (twice == step && !quotient.isMultiple(of: 2)) { quotient += number < 0 ? -1 : 1 }
        let (rounded, overflow) = quotient.multipliedReportingOverflow(by: step)
        if overflow { throw Value.tooLarge }
        return rounded
    }

    static func fileSize(_ size: Double, binary: Bool) -> String {
        let base: Double = binary ? 1024 : 1000
        let units =
            binary
            ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]
            : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
        if size == 1 { return "1 Byte" }
        if size < base {
            return (Int(exactly: size.rounded(.towardZero)).map(String.init) ?? fixed(size, 0)) + " Bytes"
        }
        var unit = base
        for (index, name) in units.enumerated() {
            unit *= base
            if size < unit || index == units.count - 1 { return fixed(base * size / unit, 1) + " " + name }
        }
        return ""
    }
}
