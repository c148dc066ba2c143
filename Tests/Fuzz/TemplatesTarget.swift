import Base
import Pages

@testable import Templates

/// A template is compiled, as a page's and as one by itself; what compiles is rendered. What was checked fails at
/// nothing, and both give the same bytes each time.
func faultInTemplate(_ bytes: [UInt8]) -> String? {
    let source = Source(name: "a.html", path: "Templates/a.html", bytes: bytes)
    let library = Library(sources: [source] + parts)
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for checked in [true, false] {
        let (template, diagnostics) = library.compile("a.html", globals: globals, checked: checked)
        guard let template else {
            if diagnostics.isEmpty { return "no template, and no reason" }
            for problem in diagnostics {
                guard let place = problem.location else { continue }
                if place.path == source.path, place.line > lines + 1 || place.line < 1 || place.column < 1 {
                    return "“\(problem.id)” stands at \(place.line):\(place.column) of \(lines) lines"
                }
            }
            continue
        }
        // Loops in loops take their time, and a theme's author waits for nobody else.
        if repeats(bytes) { continue }
        var first = ByteBuffer()
        var second = ByteBuffer()
        do throws(Diagnostic) {
            try template.renderUnchecked(values, into: &first)
        } catch {
            if checked { return "a checked template fails: \(error.message.english)" }
            continue
        }
        template.render(values, into: &second)
        let one = first.bytes(from: 0)
        if second.bytes(from: 0) != one { return "it prints something else the second time" }
        if String(validating: bytes, as: UTF8.self) != nil, String(validating: one, as: UTF8.self) == nil {
            return "what it prints is no UTF-8"
        }
    }
    return nil
}

private func repeats(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("range") || text.contains("*")
        || text.split(separator: "for", omittingEmptySubsequences: false).count > 4
        || text.split(separator: "call", omittingEmptySubsequences: false).count > 4
}

private let globals: [(name: String, type: ValueType)] = [
    ("title", .string), ("html", .markup), ("number", .int), ("share", .double), ("yes", .bool),
    ("words", .list(.string)),
    ("lists", .list(.list(.int))), ("absent", .optional(.string)), ("any", .any),
]
private let values: [Value] = [
    .string("قمة <نيروبي> & \"x\""), .markup(Array("<p>نص</p>".utf8)), .int(-7), .double(2.5), .bool(true),
    .list([.string("ماء"), .string("C&A")]), .list([.list([.int(1), .int(2)]), .list([])]), .undefined,
    .list([.none, .int(1), .string("أ")]),
]
private let parts = [
    Source(
        name: "base.html", path: "Templates/base.html",
        bytes: Array("<p title=\"{{ title }}\">{% block main %}{{ number }}{% endblock %}</p>".utf8)),
    Source(
        name: "macros.html", path: "Templates/macros.html",
        bytes: Array("{% macro card(a, b=1) %}<b>{{ a }}{{ b }}{{ caller is defined }}</b>{% endmacro %}".utf8)),
]
