@testable import Templates

/// Makes templates at random of every operator, filter, test and tag, over the values of `ReadFieldsTests`.
struct RandomTemplate {
    private var state: UInt64
    /// Names with a value at this place.
    private var names = ["a", "b", "cards", "n", "t", "nothing"]
    private var macros = 0

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

    mutating func template() -> String {
        names = ["a", "b", "cards", "n", "t", "nothing"]
        macros = 0
        var text = ""
        for _ in 0..<(1 + below(3)) { text += statement(2) + "\n" }
        return text
    }

    // MARK: Tags

    private mutating func statement(_ depth: Int) -> String {
        if depth == 0 { return output() }
        switch below(12) {
        case 0:
            return "{% if \(value(2)) %}\(statement(depth - 1))\(set())\(output())"
                + "{% elif \(value(1)) %}\(output()){% else %}\(set()){% endif %}"
        case 1: return scoped(["x"]) { "{% for x in \($0) %}\($1){% else %}-{% endfor %}" }
        case 2: return scoped(["x"]) { "{% for x in \($0) if x \("==") \($0) or x %}{{ loop.index }}\($1){% endfor %}" }
        case 3: return scoped(["x", "y"]) { "{% for x, y in \($0) %}\($1){% endfor %}" }
        case 4:
            return scoped(["x"]) {
                "{% for x in \($0) %}{{ loop.previtem == x }}{{ loop.cycle(\($0), x) == a }}\($1){% endfor %}"
            }
        case 5: return set() + output() + output()
        case 6: return scoped(["u"]) { "{% with u = \($0) %}\($1){% endwith %}" }
        case 7:
            macros += 1
            let name = "m\(macros)"
            let (first, second) = (value(2), value(2))
            return scoped(["p", "q"]) { "{% macro \(name)(p, q=\($0)) %}\($1){% endmacro %}" }
                + "{{ \(name)(\(first)) }}{{ \(name)(\(second), \(first)) }}"
        case 8: return pick(["{% include 'part' %}", "{% include 'part' without context %}"])
        case 9:
            return
                "{% import 'module' as m with context %}{{ m.same(\(value(1))) }}{{ m.both(\(value(1)), \(value(1))) }}"
        case 10: return "{% set z | \(filter()) %}\(output()){% endset %}{{ z }}"
        default: return output()
        }
    }

    private mutating func set() -> String {
        let name = pick(["v", "w"])
        defer { if !names.contains(name) { names.append(name) } }
        return pick([true, true, false])
            ? "{% set \(name) = \(value(2)) %}" : "{% set \(name), \(name) = \(value(2)), \(value(1)) %}"
    }

    private mutating func scoped(_ inner: [String], _ body: (String, String) -> String) -> String {
        let value = value(2)
        let outer = names
        names += inner
        let statement = statement(1) + output()
        names = outer
        return body(value, statement)
    }

    private mutating func output() -> String {
        switch below(7) {
        case 0: "{{ \(value(3)) }}"
        case 1: "{{ \(value(2))|tojson }}"
        case 2: "{{ \(value(2)) \(pick(["==", "!=", "in", "not in", "<"])) \(value(2)) }}"
        case 3: "{{ \(value(2))|length }}"
        case 4: "{{ \(value(2)).\(pick(Self.fields)) }}"
        case 5: "{{ (\(value(2)) or 5)[\(below(5) - 1)] }}"
        default: "{{ \(value(2))|string }}"
        }
    }

    // MARK: Expressions

    private static let fields = ["title", "n", "writer", "next", "hidden", "title", "writer.name", "next.title"]

    private mutating func value(_ depth: Int) -> String {
        if depth == 0 { return atom() }
        switch below(17) {
        case 0, 1: return "\(value(depth - 1)).\(pick(Self.fields))"
        case 2: return "\(value(depth - 1))['\(pick(["title", "writer", "hidden"]))']"
        case 3: return "\(value(depth - 1))[\(pick(["0", "1", "-1", ":1", "::-1", "n", "t"]))]"
        case 4: return "(\(value(depth - 1)) \(pick(["==", "!=", "in", "not in", "<", ">="])) \(value(depth - 1)))"
        case 5: return "(\(value(depth - 1)) \(pick(["and", "or", "or"])) \(value(depth - 1)))"
        case 6: return "(\(value(depth - 1)) if \(value(depth - 1)) else \(value(depth - 1)))"
        case 7: return "[\(value(depth - 1)), \(value(depth - 1))]"
        case 8: return "(\(value(depth - 1)), \(value(depth - 1)))"
        case 9: return "{\(pick(["'x'", "'y'", value(0)])): \(value(depth - 1)), 'x': \(value(depth - 1))}"
        case 10: return "(\(value(depth - 1)) \(pick(["+", "*", "~"])) \(value(depth - 1)))"
        case 11: return "(\(value(depth - 1)) is \(test()))"
        case 12: return "(not \(value(depth - 1)))"
        default: return "(\(value(depth - 1))|\(filter()))"
        }
    }

    private mutating func atom() -> String {
        pick([true, true, true, false]) ? pick(names) : pick(["1", "'x'", "none", "[]", "cards[0]", "cards", "(a, b)"])
    }

    private static let filters = Builtin.filters.keys.sorted() + ["show", "writer_of"]
    private static let tests = Builtin.tests.keys.sorted().filter { $0.first?.isLetter == true }

    private mutating func filter() -> String {
        let field = pick(["title", "n", "writer", "next", "writer.name", "hidden", "0", "1"])
        let other = pick(names)
        switch pick(
            Self.filters + ["map", "select", "selectattr", "rejectattr", "groupby", "unique", "default", "batch"])
        {
        case "map":
            return pick([
                "map(attribute='\(field)')", "map(attribute='\(field)', default=\(other))", "map('first')",
                "map('tojson')",
                "map('default', \(other))", "map('list')", "map('map', attribute='\(field)')", "map('length')",
            ])
        case let name where name == "select" || name == "reject":
            return pick([name, "\(name)('eq', \(other))", "\(name)('in', [\(other)])", "\(name)('defined')"])
        case let name where name == "selectattr" || name == "rejectattr":
            return pick([
                "\(name)('\(field)')", "\(name)('\(field)', 'eq', \(other))", "\(name)('\(field)', 'in', \(other))",
            ])
        case "groupby": return pick(["groupby('\(field)')", "groupby('\(field)', default=\(other))"])
        case let name where ["sort", "unique", "min", "max", "sum", "join"].contains(name):
            return pick([name, "\(name)(attribute='\(field)')"])
        case let name where name == "batch" || name == "slice": return pick(["\(name)(2)", "\(name)(3, \(other))"])
        case let name where name == "default" || name == "d":
            return pick(["\(name)(\(other))", "\(name)(\(other), true)"])
        case let name: return name
        }
    }

    private mutating func test() -> String {
        let name = pick(Self.tests + ["eq", "ne", "in", "defined"])
        return ["eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge", "in"].contains(name)
            ? "\(name)(\(pick(names)))" : name == "divisibleby" ? "divisibleby(2)" : name
    }
}
