import Base
import Testing

@testable import Templates

/// A page prints the same whether all fields of its records are filled or only those that its template reads.
@Suite struct ReadFieldsTests {
    // MARK: Each construct

    /// Each looks at records as a whole; `a` and `b` are equal but for a field that stands nowhere in the templates.
    private static let wholes = [
        "{{ a == b }}", "{{ a != b }}", "{{ a in [b] }}", "{{ a not in [b] }}", "{{ [a] == [b] }}",
        "{{ (a, 1) == (b, 1) }}",
        "{{ [a] in [[b]] }}", "{{ {'x': a} == {'x': b} }}", "{{ {a: 1} == {b: 1} }}", "{{ a in {b: 1} }}",
        "{{ {b: 1}[a] }}", "{{ a is eq b }}", "{{ a is ne(b) }}", "{{ a is in [b] }}", "{{ a == b == a }}",
        "{{ not a == b }}", "{{ 'y' if a == b else 'n' }}", "{% if a == b %}y{% endif %}", "{{ (a or 5) == (b or 5) }}",
        "{{ (a if n else 5) == (b if n else 5) }}", "{{ (a and b) == a }}", "{{ a|default(b) == b }}",
        "{{ nothing|default(a) == b }}", "{{ cards|unique|length }}", "{{ [cards, cards[1:]]|unique|length }}",
        "{{ cards|map(attribute='writer')|unique|length }}", "{{ cards|unique(attribute='writer')|length }}",
        "{{ cards|groupby('writer')|length }}", "{% for g in cards|groupby('n') %}{{ g.list[0] == b }}{% endfor %}",
        "{% for g in cards|groupby('writer') %}{{ g.grouper == b.writer }}{% endfor %}",
        "{{ cards|select('eq', b)|length }}", "{{ cards|reject('in', [a])|length }}",
        "{{ cards|selectattr('writer', 'eq', b.writer)|length }}", "{{ cards|rejectattr('next', 'in', [b])|length }}",
        "{{ cards|map(attribute='next', default=a)|unique|length }}", "{{ a|tojson }}", "{{ cards|tojson(2) }}",
        "{{ (5, a)|tojson }}", "{{ {'x': a}|tojson }}", "{{ (a or 5)|tojson }}", "{{ cards|map('tojson')|join }}",
        "{{ cards|map('list')|list|tojson }}", "{{ {'x': a}|items|tojson }}",
        "{{ {'x': a}|dictsort(by='value')|tojson }}",
        "{% for k, v in {'x': a}|items %}{{ v == b }}{% endfor %}", "{{ [cards]|sum(start=[])|unique|length }}",
        "{{ (cards + [b])|unique|length }}", "{{ (cards * 2)|unique|length }}", "{{ cards|first == b }}",
        "{{ cards|last == a }}", "{{ cards|reverse|first == a }}", "{{ cards|batch(1)|first == [b] }}",
        "{{ [1]|batch(2, a)|first == [1, b] }}", "{{ [1]|slice(2, a)|last == [b] }}",
        "{{ cards|slice(1)|first == cards[::-1] }}",
        "{{ cards|sort(attribute='n')|first == b }}", "{{ cards|min(attribute='n') == b }}",
        "{{ cards|max(attribute='n') == b }}", "{{ cards|list == cards[::-1] }}",
        "{{ [(a, 1), (b, 2)]|map(attribute=0)|list|unique|length }}",
        "{{ [(a, 1), (b, 2)]|map(attribute='0')|unique|length }}",
        "{{ [(a, 1), (b, 1)]|sort(attribute='1')|first == (b, 1) }}",
        "{% set x = a %}{{ x == b }}", "{% set x, y = (a, b) %}{{ x == y }}", "{% set x, y = cards %}{{ x == y }}",
        "{% with x = a %}{{ x == b }}{% endwith %}",
        "{% macro m(x, y=b) %}{{ x == y }}{% endmacro %}{{ m(a) }}{{ m(y=a) }}",
        "{% macro m(x) %}{{ x|tojson }}{% endmacro %}{{ m(a) }}{% set t = m(b) %}{{ t }}",
        "{% for x in cards %}{{ x == b }}{% endfor %}", "{% for x in cards if x == b %}{{ loop.length }}{% endfor %}",
        "{% for x in cards %}{{ loop.previtem == x }}{{ loop.nextitem == x }}{% endfor %}",
        "{% for x in cards %}{{ loop.cycle(a, b) == x }}{% endfor %}",
        "{% for x, y in [(a, b)] %}{{ x == y }}{% endfor %}",
        "{% for x in (a, 5) %}{{ x == b }}{% endfor %}", "{% include 'part' %}", "{% include ['none', 'part'] %}",
        "{% import 'module' as m with context %}{{ m.same(a) }}",
        "{% from 'module' import same with context %}{{ same(a) }}",
        "{% import 'module' as m %}{{ m.both(a, b) }}", "{% block x %}{{ a == b }}{% endblock %}",
        "{% extends 'parent' %}{% block x %}{{ super() }}{{ a in [b] }}{% endblock %}",
        "{% for x in cards %}{% block y scoped %}{{ x == b }}{% endblock %}{% endfor %}",
        "{% set x %}{{ a == b }}{% endset %}{{ x }}", "{% filter upper %}{{ a == b }}{% endfilter %}",
        "{{ a['next'] == b['next'] }}", "{{ a.next == b.next }}", "{{ a.writer == b.writer }}",
        "{{ {'x': 5, 'x': a}.x == b }}", "{{ {'x': a}['x'] == b }}", "{{ {'x': a, 'y': b}[t] == b }}",
        "{{ (a, b)[n] == a }}", "{{ (a or 5)[0] }}", "{{ (a or 5)[-1] }}", "{{ (a or 5)[:] == (b or 5)[:] }}",
        "{% for x in (a or 5) %}{{ x }},{% endfor %}", "{% set x, y, z, u, v = (a or 5) %}{{ z }}{{ v }}",
        "{{ (a or 5)|first }}", "{{ (a or 5)|list|length }}", "{{ (a or 5)|reverse|first }}", "{{ (5 or a)|list }}",
        "{{ show(a) }}", "{{ a|show }}", "{{ cards|map('show')|join }}",
        "{{ writer_of(a) }}{{ cards|map('writer_of')|join }}",
    ]

    private static let parts = [
        ("part", "{{ a == b }}{% for x in cards %}{{ x in [b] }}{% endfor %}"),
        ("module", "{% macro same(x) %}{{ x == b }}{% endmacro %}{% macro both(x, y) %}{{ x == y }}{% endmacro %}"),
        ("parent", "<p>{% block x %}{{ a != b }}{% endblock %}</p>"),
    ]

    private static let writer = RecordType(
        name: "writer", fields: [field("name", .string), field("born", .optional(.int))])
    private static let plain = RecordType(
        name: "plain", fields: [field("title", .string), field("hidden", .string)])
    private static let card = RecordType(
        name: "card",
        fields: [
            field("title", .string), field("n", .int), field("writer", .record(writer)),
            field("next", .optional(.record(plain))), field("hidden", .optional(.string)),
        ])

    private static func field(_ name: String, _ type: ValueType) -> FieldType {
        FieldType(name: name, type: type, documentation: "")
    }

    private static func card(_ hidden: String) -> Value {
        .record([
            .string("عنوان"), .int(1), .record([.string("هند"), .int(hidden.utf8.count)]),
            .record([.string("تال"), .string(hidden)]), .string(hidden),
        ])
    }

    static let values = TypedValues([
        ("a", .optional(.record(card)), card("أ")), ("b", .optional(.record(card)), card("باء")),
        ("cards", .list(.record(card)), .list([card("أ"), card("باء")])), ("n", .int, .int(1)),
        ("t", .string, .string("y")),
        ("nothing", .optional(.record(card)), .undefined),
    ])

    private static let environment = Environment(
        functions: [
            Function("show", [Parameter("value", .any)], .string, "All of it", example: "show(a)") { _ in
                { .string($0[0].python) }
            },
            Function(
                "writer_of", [Parameter("card", .record(card))], .optional(.string), "Its writer's name", example: "…",
                reads: { _ in ["writer"] }
            ) { _ in writerOf },
        ],
        filters: [
            Function("show", [Parameter("value", .any)], .string, "All of it", example: "a|show") { _ in
                { .string($0[0].python) }
            },
            Function(
                "writer_of", [Parameter("card", .record(card))], .optional(.string), "Its writer's name", example: "…",
                reads: { _ in ["writer"] }
            ) { _ in writerOf },
        ])

    private static let writerOf: Function.Body = { arguments in
        if case .record(let fields) = arguments[0], fields.count > 2 { .string(fields[2].python) } else { .undefined }
    }

    @Test(arguments: [true, false]) func whatLooksAtARecordAsAWholeSeesAllOfIt(_ checked: Bool) {
        var compared = 0
        for template in Self.wholes {
            let outputs = Self.outputs(template, Self.parts, Self.values, checked: checked)
            compared += outputs.isEmpty ? 0 : 1
            for output in outputs.dropFirst() { #expect(output == outputs[0], "\(template)") }
        }
        #expect(compared > (checked ? Self.wholes.count - 14 : Self.wholes.count - 4))
    }

    // MARK: What is read

    @Test(arguments: [
        ("{{ a.title }}", ["card.title"]), ("{{ a['title'] }}", ["card.title"]), ("{{ n }}", []),
        ("{{ a.writer.name }}", ["card.writer", "writer.name"]), ("{% if a %}{{ 1 }}{% endif %}", []),
        ("{% for x in cards %}{{ x.n }}{% endfor %}", ["card.n"]),
        ("{{ cards|length }}{{ cards|first is defined }}", []),
        ("{{ cards|map(attribute='next.title')|join }}", ["card.next", "plain.title"]),
        ("{{ cards|sort(attribute='n,title')|length }}", ["card.n", "card.title"]),
        ("{{ cards|selectattr('hidden')|map(attribute='n')|join }}", ["card.hidden", "card.n"]),
        (
            "{% for g in cards|groupby('writer.name') %}{{ g.grouper }}{{ g.list[0].n }}{% endfor %}",
            ["card.n", "card.writer", "writer.name"]
        ),
        ("{% set x = a %}{% with y = x %}{{ (y or b).title }}{% endwith %}", ["card.title"]),
        ("{% macro m(x, y=a) %}{{ x.n }}{% endmacro %}{{ m(a) }}", ["card.n"]),
        ("{% macro m(x) %}{{ x == a }}{% endmacro %}", []), ("{{ a.n if false else 1 }}", []),
        (
            "{{ a.title == 'x' }}{{ a.hidden == none }}{{ a == none }}{{ a in ['x'] }}",
            [
                "card.hidden", "card.n", "card.next", "card.title", "card.writer", "plain.hidden", "plain.title",
                "writer.born", "writer.name",
            ]
        ),
        ("{{ a == none }}{{ 5 in cards }}", []), ("{{ a|default(b) is defined }}", []),
        ("{{ a.next == b.next }}", ["card.next", "plain.hidden", "plain.title"]),
        ("{{ writer_of(a) }}", ["card.writer", "writer.born", "writer.name"]),
        ("{% for x in [a, b]|reverse|batch(2)|first %}{{ x.title }}{% endfor %}", ["card.title"]),
    ])
    func aTemplateReadsTheseFieldsAndNoOthers(_ template: String, _ expected: [String]) throws {
        let library = Self.library(template, Self.parts)
        let compiled = try #require(
            library.compile("the template", globals: Self.values.globals, checked: true).template)
        let read = [Self.card, Self.writer, Self.plain].flatMap { record in
            record.fields.filter { compiled.reads.has(record: record.name, field: $0.name) }.map {
                "\(record.name).\($0.name)"
            }
        }
        #expect(read.sorted() == expected)
    }

    @Test func allAndNoneAndTheSourceOfAnother() {
        #expect(ReadFields.all.has(record: "card", field: "title"))
        #expect(!ReadFields().has(record: "card", field: "title"))
        var reads = ReadFields()
        reads.insert("title", of: Self.plain)
        #expect(reads.withSource("card", of: "plain").has(record: "card", field: "title"))
        #expect(!reads.withSource("card", of: "plain").has(record: "card", field: "n"))
        reads.insert(whole: .record(Self.plain))
        #expect(reads.withSource("card", of: "plain").has(record: "card", field: "n"))
    }

    // MARK: Many templates

    @Test(arguments: try RecordedPairsTests.topics()) func recordedTemplatesPrintTheSame(
        _ topic: RecordedPairsTests.Topic
    ) {
        let others = topic.templates.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        for pair in topic.pairs {
            for checked in [true, false] {
                let outputs = Self.outputs(
                    pair.template, others, TypedValues(pair.values ?? topic.values), checked: checked)
                for output in outputs.dropFirst() { #expect(output == outputs[0], "\(pair.template)") }
            }
        }
    }

    @Test func examplesOfTheReferencePrintTheSame() throws {
        let item = #"{"name": "ن", "image": "i", "kind": "news", "section": {"name": "س", "url": "u"}, "words": 3}"#
        let json =
            "{\"tags\": [\(item)], \"cards\": [\(item)], \"articles\": [\(item)], \"page\": \(item), \"text\": \"نص\"}"
        guard case .map(let map) = try JSONReader.value(of: Array(json.utf8), path: "values") else {
            Issue.record("no object")
            return
        }
        var compared = 0
        for example in ReferenceTests.entries.map(\.example) {
            let template = example.split(separator: " → ").first.map(String.init) ?? example
            for checked in [true, false] {
                let outputs = Self.outputs(template, [], TypedValues(map), checked: checked)
                compared += outputs.isEmpty ? 0 : 1
                for output in outputs.dropFirst() { #expect(output == outputs[0], "\(template)") }
            }
        }
        #expect(compared > 120)
    }

    @Test(arguments: 0..<8) func randomTemplatesPrintTheSame(_ seed: Int) {
        var generator = RandomTemplate(seed: UInt64(seed))
        var compared = 0
        for _ in 0..<400 {
            let template = generator.template()
            for checked in [true, false] {
                let outputs = Self.outputs(template, Self.parts, Self.values, checked: checked)
                if !outputs.isEmpty { compared += 1 }
                for output in outputs.dropFirst() { #expect(output == outputs[0], "\(template)") }
            }
        }
        #expect(compared > 150)
    }

    // MARK: Rendering

    private static func library(_ template: String, _ others: [(String, String)]) -> Library {
        Library(
            sources: (others + [("the template", template)]).map {
                Source(name: $0.0, path: $0.0, bytes: Array($0.1.utf8))
            }, environment: environment)
    }

    /// What the template prints with all fields filled, with those that it reads, and with marks in the others; nothing
    /// where it is refused.
    private static func outputs(
        _ template: String, _ others: [(String, String)], _ values: TypedValues, checked: Bool
    ) -> [String] {
        let library = library(template, others)
        guard
            let compiled = library.compile("the template", globals: values.globals, checked: checked).template
        else { return [] }
        let some = [values.filled(compiled.reads), values.filled(compiled.reads, unread: .marks)]
        return ([values.filled(.all)] + some).map { rendered(compiled, $0, checked: checked) }
    }

    private static func rendered(_ template: Template, _ values: [Value], checked: Bool) -> String {
        var output = ByteBuffer()
        if checked {
            template.render(values, into: &output)
        } else {
            do throws(Diagnostic) {
                try template.renderUnchecked(values, into: &output)
            } catch {
                return "failed: \(error.message.english)"
            }
        }
        return String(decoding: output.bytes(from: 0), as: UTF8.self)
    }
}
