import Base
import Testing

@testable import Templates

/// Whatever number a template comes to, a page is printed or an error is reported: nothing ends the program.
@Suite struct ExtremeNumbersTests {
    private static let lowest = "(0 - 9223372036854775807 - 1)"

    @Test(arguments: [
        ("'abc'|truncate(9223372036854775807)", "abc"),
        ("-1e300|filesizeformat|length", "308"),
        ("(0 - 0.5)|filesizeformat", "0 Bytes"),
        ("'abc'|replace('', '-', \(lowest))", "-a-b-c-"),
        ("'abc'|replace('b', '-', \(lowest))", "a-c"),
        ("'abc'|replace('', '-', 2)", "-a-bc"),
        ("'abc'|center(\(lowest))", "abc"),
        ("[1, 2][::\(lowest)]|length", "1"),
        ("[1, 2][\(lowest):9223372036854775807]|length", "2"),
        ("range(3, 0, \(lowest))|list", "[3]"),
        ("\(lowest) ** 0", "1"), ("\(lowest) % -1", "0"),
    ])
    func anExtremeNumberHasItsAnswer(_ expression: String, _ expected: String) throws {
        #expect(try Self.rendered(expression) == expected)
    }

    @Test(arguments: [
        "range(\(lowest))", "range(0, \(lowest))", "\(lowest) ** 2", "\(lowest)|abs", "-\(lowest)", "\(lowest) // -1",
        "9223372036854775807|round(-1)", "1e30|int", "'1e30'|int", "0 ** -1", "0.0 ** -1",
    ])
    func whatHasNoAnswerIsRefused(_ expression: String) {
        #expect(throws: Diagnostic.self) { try Self.rendered(expression) }
    }

    private static func rendered(_ expression: String) throws -> String {
        let source = Source(name: "a", path: "a", bytes: Array("{{ \(expression) }}".utf8))
        let template = try #require(Library(sources: [source]).compile("a", globals: [], checked: false).template)
        var output = ByteBuffer()
        try template.renderUnchecked([], into: &output)
        return String(decoding: output.bytes(from: 0), as: UTF8.self)
    }

    // MARK: Everything with everything

    private static let values: [Value] = [
        .int(.min), .int(.max), .int(.min + 1), .int(0), .int(-1), .int(1), .int(2), .double(1e300), .double(-1e300),
        .double(.nan), .double(.infinity), .double(-.infinity), .double(-0.0), .double(-9.3e18), .double(0.5),
        .bool(true), .undefined, .none, .string(""), .string("abc"), .string("-9223372036854775808"), .string("1e999"),
        .markup(Array("<b>".utf8)), .list([]), .list([.int(.min), .int(.max), .double(.nan)]),
        .record([.string("a"), .int(.min)]), .map(Map(alternating: [.string("a"), .int(.max)])),
    ]

    private struct Dice {
        var seed: UInt64
        mutating func value() -> Value {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return values[Int(seed >> 33) % values.count]
        }
    }

    @Test func noFilterTestOrFunctionTraps() {
        var dice = Dice(seed: 20_240_124)
        var answers = 0
        for table in [Builtin.filters, Builtin.tests, Builtin.functions] {
            for name in table.keys.sorted() {
                guard let builtin = table[name] else { continue }
                for _ in 0..<400 {
                    let arguments = builtin.parameters.map { $0.rest ? Value.int(.min) : dice.value() }
                    // What takes a name wants one that is there, and its arguments behind it.
                    let named = zip(builtin.parameters, arguments).map { parameter, value in
                        parameter.literal
                            ? Value.string(Self.applicable[Int(dice.seed >> 40) % Self.applicable.count]) : value
                    }
                    for arguments in [arguments, named] {
                        let call = Builtin.Call(
                            types: arguments.map { _ in .any }, literals: arguments, filters: [:], checked: false,
                            reads: ReadCollector())
                        guard let prepared = try? builtin.prepare(call) else { continue }
                        if (try? prepared.result(of: arguments)) != nil { answers += 1 }
                    }
                }
            }
        }
        #expect(answers > 1000)
    }

    private static let applicable = [
        "abs", "int", "round", "filesizeformat", "center", "odd", "divisibleby", "gt", "0", "a",
    ]

    @Test func noOperatorTraps() {
        var answers = 0
        for a in Self.values {
            if (try? a.negated()) != nil { answers += 1 }
            for b in Self.values {
                for op in Operator.allCases where (try? a.applying(op, b)) != nil { answers += 1 }
                for comparator in Comparator.allCases where (try? a.compare(comparator, b)) != nil { answers += 1 }
                if (try? a.item(b)) != nil { answers += 1 }
                for c in Self.values {
                    if (try? a.slice(b, c, .none)) != nil { answers += 1 }
                    if (try? a.slice(.none, b, c)) != nil { answers += 1 }
                }
            }
        }
        #expect(answers > 1000)
    }
}
