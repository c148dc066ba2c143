import Base
import Testing

@testable import Templates

/// Conditions jump over what need not be asked; however they are nested, they come to what Python’s do.
@Suite struct ConditionTests {
    private indirect enum Condition: Sendable {
        case name(String)
        case known(Bool)
        case not(Condition)
        case and(Condition, Condition)
        case or(Condition, Condition)

        var text: String {
            switch self {
            case .name(let name): name
            case .known(let value): value ? "true" : "false"
            case .not(let inner): "not (\(inner.text))"
            case .and(let a, let b): "(\(a.text)) and (\(b.text))"
            case .or(let a, let b): "(\(a.text)) or (\(b.text))"
            }
        }

        func holds(_ values: [String: Bool]) -> Bool {
            switch self {
            case .name(let name): values[name] ?? false
            case .known(let value): value
            case .not(let inner): !inner.holds(values)
            case .and(let a, let b): a.holds(values) && b.holds(values)
            case .or(let a, let b): a.holds(values) || b.holds(values)
            }
        }
    }

    private static let atoms: [Condition] = ["a", "b", "c"].map { .name($0) } + [.known(true), .known(false)]

    private static func wider(_ parts: [Condition]) -> [Condition] {
        parts.map { .not($0) }
            + parts.flatMap { part in atoms.flatMap { [.and(part, $0), .or(part, $0), .and($0, part), .or($0, part)] } }
    }

    @Test func everyConditionTakesTheWayThatItSays() throws {
        let two = Self.wider(Self.atoms)
        let conditions = Self.atoms + two + Self.wider(two)
        let ways = conditions.map { condition in
            let text = condition.text
            return
                "{% if \(text) %}1{% else %}0{% endif %}{{ 1 if \(text) else 0 }}{% set x = 1 if \(text) else 0 %}{{ x }}"
                + "{% for x in [1] if \(text) %}{{ x }}{% else %}0{% endfor %}{% if false %}{% elif \(text) %}1{% else %}0{% endif %}\n"
        }
        #expect(conditions.count > 2_000)
        let globals = ["a", "b", "c"].map { (name: $0, type: ValueType.optional(.string)) }
        for few in stride(from: 0, to: conditions.count, by: 300) {
            let part = few..<min(few + 300, conditions.count)
            let source = Source(name: "page", path: "page", bytes: Array(ways[part].joined().utf8))
            let (compiled, problems) = Library(sources: [source]).compile("page", globals: globals, checked: true)
            #expect(problems.isEmpty)
            let template = try #require(compiled)
            for bits in 0..<8 {
                let values = ["a": bits & 1 != 0, "b": bits & 2 != 0, "c": bits & 4 != 0]
                var output = ByteBuffer()
                template.render(
                    globals.map { values[$0.name] == true ? .string("a text that is long enough") : .undefined },
                    into: &output)
                let printed = String(decoding: output.bytes(from: 0), as: UTF8.self).split(separator: "\n")
                #expect(printed.count == part.count)
                for (condition, line) in zip(conditions[part], printed) {
                    #expect(line == (condition.holds(values) ? "11111" : "00000"), "\(condition.text) of \(values)")
                }
            }
        }
    }
}
