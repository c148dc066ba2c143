import Base

/// The tests behind `is`.
extension Builtin {
    static let valueTests: [Builtin] = [
        test("defined", "Is there", #"{{ page.description is defined }}"#) { !$0.isUndefined },
        test("undefined", "Is not there", #"{{ page.description is undefined }}"#) { $0.isUndefined },
        test("none", "Is none, JSON’s null", "{{ none is none }} → True") {
            if case .none = $0 { true } else { false }
        },
        test("boolean", "Is true or false", "{{ false is boolean }} → True") {
            if case .bool = $0 { true } else { false }
        },
        test("true", "Is true itself", "{{ 1 is true }} → False") { if case .bool(true) = $0 { true } else { false } },
        test("false", "Is false itself", "{{ 0 is false }} → False") {
            if case .bool(false) = $0 { true } else { false }
        },
        test("integer", "Is a whole number", "{{ 1 is integer }} → True") { if case .int = $0 { true } else { false } },
        test("float", "Is a number with decimals", "{{ 1.0 is float }} → True") {
            if case .double = $0 { true } else { false }
        },
        test("number", "Is a number", "{{ 1 is number }} → True") { $0.number != nil },
        test("string", "Is text", #"{{ "a" is string }} → True"#) {
            switch $0 {
            case .string, .markup: true
            default: false
            }
        },
        test("mapping", "Is a map", "{{ {} is mapping }} → True") { if case .map = $0 { true } else { false } },
        test("sequence", "Has items and a length", "{{ [] is sequence }} → True") { (try? $0.length()) != nil },
        test("iterable", "A loop can go through it", "{{ [] is iterable }} → True") { (try? $0.items()) != nil },
        test("escaped", "Is markup", #"{{ "a"|safe is escaped }} → True"#) { $0.isMarkup },
        test("lower", "Has small letters only", #"{{ "a" is lower }} → True"#, of: .value) {
            let text = $0.string
            return text == text.lowercased() && text != text.uppercased()
        },
        test("upper", "Has capital letters only", #"{{ "A" is upper }} → True"#, of: .value) {
            let text = $0.string
            return text == text.uppercased() && text != text.lowercased()
        },
        Builtin(
            "odd", [.value], .bool, "Is an odd number", example: "{{ 3 is odd }} → True",
            body: { arguments throws(Message) in .bool(try remainder(arguments[0], .int(2)).equals(.int(1))) }),
        Builtin(
            "even", [.value], .bool, "Is an even number", example: "{{ 3 is even }} → False",
            body: { arguments throws(Message) in .bool(try remainder(arguments[0], .int(2)).equals(.int(0))) }),
        Builtin(
            "divisibleby", [.value, .number("num")], .bool, "Divides without a remainder",
            example: "{{ 9 is divisibleby 3 }} → True",
            body: { arguments throws(Message) in .bool(try remainder(arguments[0], arguments[1]).equals(.int(0))) }),
        Builtin(
            "filter", [.value], "Is the name of a filter", example: #"{{ "date" is filter }}"#,
            prepare: { call in
                let others = call.filters
                return Prepared(type: .bool) { arguments in
                    let name = arguments[0].string
                    return .bool(others[name] != nil || filters[name] != nil)
                }
            }),
        Builtin(
            "test", [.value], .bool, "Is the name of a test", example: #"{{ "odd" is test }} → True"#,
            body: { arguments in
                let name = arguments[0].string
                return .bool(isTest(name))
            }),
    ]

    static let comparingTests: [Builtin] = [
        comparing("eq", ["equalto", "=="], .equal, "Equals"), comparing("ne", ["!="], .unequal, "Does not equal"),
        comparing("lt", ["lessthan", "<"], .less, "Is less than"), comparing("le", ["<="], .lessEqual, "Is at most"),
        comparing("gt", ["greaterthan", ">"], .greater, "Is greater than"),
        comparing("ge", [">="], .greaterEqual, "Is at least"), comparing("in", [], .in, "Is among"),
    ]

    private static func isTest(_ name: String) -> Bool { tests[name] != nil }

    private static func remainder(_ a: Value, _ b: Value) throws(Message) -> Value {
        guard a.number != nil else {
            throw Message(en: "a number is asked for, not \(a.kind)", ar: "المطلوب عدد لا \(a.kind)")
        }
        return try a.applying(.modulo, b)
    }

    private static func test(
        _ name: String, _ documentation: String, _ example: String, of parameter: Parameter = .handedOn,
        _ holds: @escaping @Sendable (Value) -> Bool
    ) -> Builtin {
        Builtin(name, [parameter], .bool, documentation, example: example) { arguments in .bool(holds(arguments[0])) }
    }

    private static func comparing(
        _ name: String, _ aliases: [String], _ comparator: Comparator, _ documentation: String
    ) -> Builtin {
        let example = name == "in" ? #"{{ "a" is in ["a", "b"] }} → True"# : "{{ 1 is \(name) 2 }}"
        return Builtin(
            name, aliases: aliases, [.value, Parameter("other", .any)], .bool, documentation, example: example
        ) { arguments throws(Message) in .bool(try arguments[0].compare(comparator, arguments[1])) }
    }
}
