import Base
import TestSupport
import Testing

@testable import Templates

@Suite struct BadTemplatesTests {
    /// As Jinja 3.1 has it.
    @Test func includedTemplateSeesTheValuesOfALoopButNotTheLoop() {
        let loop = "{% for tag in article.tags %}{% set number = loop.index %}{% include 'b' %}{% endfor %}"
        #expect(
            Newsroom.page(["a": loop, "b": "{{ number }}{{ tag.name|length > 0 }}{{ loop is defined }} "]).hasPrefix(
                "1TrueFalse "))
        #expect(Newsroom.page(["a": loop, "b": "{% for x in [7] %}{{ loop.length }}{% endfor %}"]).hasPrefix("1"))
        #expect(
            Newsroom.page(["a": loop, "b": "{{ loop.index }}"]).contains(
                "b:1:4: “loop” is seen in its loop alone, not in a template that is included there; set what is needed before it: "
                    + "“{% set number = loop.index %}” [unknown-variable]"))
        let module = "{% for tag in article.tags %}{% import 'b' as b with context %}{{ b.f() }}{% endfor %}"
        #expect(
            Newsroom.page(["a": module, "b": "{% macro f() %}{{ loop is defined }} {% endmacro %}"]).hasPrefix("False ")
        )
    }

    @Test(arguments: [
        ("{% if article.title %}", "1:1: “if” needs “{% endif %}” [unclosed-block]"),
        ("{% for x in article.tags %}{% if x %}{% endfor %}", "1:28: “if” needs “{% endif %}” [unclosed-block]"),
        ("{% endif %}", "1:4: “endif” closes nothing; it stands behind “{% if … %}” [stray-tag]"),
        ("{{ article.title\n<p>{% if article.title %}{% endif %}", "1:1: a tag needs “}}” at its end [unclosed-tag]"),
        ("x {# no end", "1:3: a comment needs “#}” at its end [unclosed-tag]"),
        ("{% raw %}", "1:1: “raw” needs “{% endraw %}” [unclosed-block]"),
        ("{{ 'abc }}", "1:4: a string needs its closing quote [unclosed-string]"),
        ("{{ (1 }}", "1:7: unexpected “}” in a tag [template-syntax]"),
        ("{{ }}", "1:4: an expression must stand here, before the tag’s end [template-syntax]"),
        ("{{ 1 + }}", "1:8: a value must stand here, before the tag’s end [template-syntax]"),
        ("{{ $ }}", "1:4: unexpected “$” in a tag [template-syntax]"),
        ("{{ article.words،title }}", "1:17: unexpected “،” in a tag [template-syntax]"),
        ("{{ ٢ }}", "1:4: unexpected “٢” in a tag [template-syntax]"),
        (
            "{{ article.words\u{200F} }}",
            "1:17: unexpected invisible character U+200F in a tag; delete it [template-syntax]"
        ),
        (
            "{% \u{200B}if article %}",
            "1:4: unexpected invisible character U+200B in a tag; delete it [template-syntax]"
        ),
        ("{{ \u{1} }}", "1:4: unexpected invisible character U+0001 in a tag; delete it [template-syntax]"),
        ("{% elsif x %}", "1:4: unknown tag “elsif”; did you mean “elif”? [unknown-tag]"),
        ("{% elseif x %}", "1:4: unknown tag “elseif”; did you mean “elif”? [unknown-tag]"),
        ("{% esle %}", "1:4: unknown tag “esle”; did you mean “else”? [unknown-tag]"),
        ("{% edfor %}", "1:4: unknown tag “edfor”; did you mean “endfor”? [unknown-tag]"),
        (
            "{{ varargs }}",
            "1:4: “varargs” is left out of the language: macros name their parameters [left-out]"
        ),
        (
            "{% for x in article.tags %}{{ loop.changed(x.name) }}{% endfor %}",
            "1:36: “loop.changed” is left out of the language: compare with “loop.previtem” [left-out]"
        ),
        (
            "{% for x in article.tags %}{{ loop.depth }}{% endfor %}",
            "1:36: “loop.depth” is left out of the language: loops do not call themselves [left-out]"
        ),
        ("{% ife x %}", "1:4: unknown tag “ife”; did you mean “if”? [unknown-tag]"),
        (
            "{% include article.title %}",
            "1:12: “computed include” is left out of the language: the name is a literal, or a list of literals [left-out]"
        ),
        ("{% include 'crad.html' %}", "1:1: unknown template “crad.html” [unknown-template]"),
    ])
    func aFaultHasItsPlaceAndItsRule(_ template: String, _ message: String) {
        #expect(Newsroom.page(template).split(separator: "\n").first ?? "" == "article.html:\(message)")
    }

    @Test func oneRunReportsEveryFault() {
        let lines = Newsroom.page("{{ }}\n{% endif %}\n{% elze %}\n{{ 1 + }}").split(separator: "\n")
        #expect(lines.count == 4)
    }

    @Test func cyclesAreErrors() {
        #expect(
            Newsroom.page(["a": "{% extends 'b' %}", "b": "{% extends 'a' %}"]).contains(
                "a template does not extend itself: “a” → “b” → “a” [template-cycle]"))
        #expect(
            Newsroom.page(["a": "{% include 'b' %}", "b": "{% include 'a' %}"]).contains(
                "a template does not reach itself: “a” → “b” → “a” [template-cycle]"))
        #expect(Newsroom.page(["a": "{% import 'a' as b %}"]).contains("[template-cycle]"))
        #expect(
            Newsroom.page(
                "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"
            ).contains("a macro does not call itself: “a” → “b” → “a” [macro-cycle]"))
        #expect(Newsroom.page("{% block a %}{{ self.a() }}{% endblock %}").contains("[block-cycle]"))
    }

    @Test(arguments: [
        String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
        String(repeating: "[", count: 10_000), "1" + String(repeating: "+1", count: 10_000),
        String(repeating: "not ", count: 10_000) + "1", String(repeating: "-", count: 10_000) + "1",
        "1" + String(repeating: "|e", count: 10_000), "a" + String(repeating: ".b", count: 10_000),
        "1" + String(repeating: " if 1 else 1", count: 10_000),
    ])
    func deepExpressionsAreRefused(_ expression: String) {
        #expect(Newsroom.page("{{ \(expression) }}").contains("[too-deep]"))
    }

    @Test func deepTagsAreRefused() {
        #expect(Newsroom.page(String(repeating: "{% if 1 %}", count: 10_000)).contains("[too-deep]"))
    }

    @Test func macrosThatDoubleAtEachLevelAreRefused() {
        let levels = (1...40).map { "{% macro m\($0)() %}{{ m\($0 - 1)() }}{{ m\($0 - 1)() }}{% endmacro %}" }
        #expect(
            Newsroom.page("{% macro m0() %}x{% endmacro %}" + levels.joined() + "{{ m40() }}").contains(
                "[template-too-large]"))
    }

    @Test func tenMegabytesAreCompiledInLinearTime() {
        func seconds(_ count: Int) -> Double {
            let paragraph = "<p>" + String(repeating: "كلام طويل في الخبر ", count: 300) + "{{ article.title }}</p>\n"
            let template = String(repeating: paragraph, count: count)
            let time = threadTime { #expect(Newsroom.page(template).utf8.count >= template.utf8.count) }
            return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        }
        // 1 MB, then 10: a quadratic engine would take a hundred times as long.
        let (one, ten) = (seconds(97), seconds(970))
        #expect(ten < one * 40)
    }

    @Test func invalidUTF8IsLocated() {
        let source = Source(name: "a", path: "Templates/a", bytes: Array("سطر\nab".utf8) + [0xFF, 0x41])
        let diagnostics = Library(sources: [source]).compile("a", globals: [], checked: true).diagnostics
        #expect(Newsroom.lines(diagnostics) == "a:2:3: a template is UTF-8; this byte is not [invalid-utf8]")
    }

    @Test func anUncheckedTemplateStopsWhereJinjaDoes() throws {
        let source = Source(name: "a", path: "a", bytes: Array("x\n{{ page.author.name }}".utf8))
        let template = try #require(
            Library(sources: [source]).compile("a", globals: [("page", .any)], checked: false).template)
        var output = ByteBuffer()
        #expect(throws: Diagnostic.self) { try template.renderUnchecked([.map(Map())], into: &output) }
        #expect(output.bytes(from: 0).isEmpty)
        do {
            try template.renderUnchecked([.map(Map())], into: &output)
        } catch {
            #expect(Newsroom.lines([error]).hasSuffix(":2:16: “name” is asked of an undefined value [render]"))
        }
    }
}
