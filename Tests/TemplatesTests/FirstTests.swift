import Base
import Testing

@testable import Templates

@Suite struct FirstTests {
    @Test func tryout() throws {
        func run(_ text: String, _ json: String = "{}") -> String {
            let library = Library(sources: [Source(name: "t", path: "t", bytes: Array(text.utf8))])
            guard case .map(let map) = try? JSONReader.value(of: Array(json.utf8), path: "v") else { return "json" }
            let (template, diagnostics) = library.compile(
                "t", globals: map.keys.map { ($0.string, .any) }, checked: false)
            guard let template else { return "\(diagnostics.map(\.message.english))" }
            var output: [UInt8] = []
            do { try template.renderUnchecked(map.values, into: &output) } catch { return error.message.english }
            return String(decoding: output, as: UTF8.self)
        }
        print(run("Hello {{ name }}! {% for x in [1,2,3] if x != 2 %}{{ loop.index }}:{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", #"{"name": "<b>"}"#))
        print(run("{% macro m(a, b='x') %}[{{ a }}{{ b }}]{% endmacro %}{{ m('<') }}{{ m('1', b='2') | upper }}"))
        print(run("{% set x = 1 %}{% if y %}{% set x = 2 %}{% elif z %}{% set x = 3 %}{% else %}e{% endif %}{{ x }}", #"{"y": false, "z": 1}"#))
        print(run("{{ y.a.b }}|{{ y | map(attribute='k') | join('-') }}", #"{"y": {"a": {"b": 1.5}}}"#))
        print(run("{{ y | map(attribute='k') | join('-') }}{{ y|groupby('k') }}", #"{"y": [{"k": 2}, {"k": 1}]}"#))
    }
}
