import Base
import Pages
import Testing

@Suite struct RenderTemplateTests {
    private func render(_ template: String, _ values: String, parent: String = "") -> (output: String?, ids: [String]) {
        let tree = MemoryTree(["t.html": template, "base.html": parent, "v.json": values])
        let result = renderTemplate("t.html", in: tree, values: "v.json", of: tree, language: "ar")
        return (result.output.map { String(decoding: $0, as: UTF8.self) }, result.diagnostics.map(\.id))
    }

    @Test func valuesComeFromTheFile() {
        let (output, ids) = render(
            "{{ a.b }} {{ missing }}{{ n }} {{ plural('articles', 2) }}", #"{"a": {"b": "<&>"}, "n": null}"#)
        #expect(output == "&lt;&amp;&gt; None مقالان")
        #expect(ids == [])
    }

    @Test func parentsAreFoundBesideTheTemplate() {
        let (output, _) = render(
            "{% extends 'base.html' %}{% block x %}{{ super() }}2{% endblock %}", "{}",
            parent: "[{% block x %}1{% endblock %}]")
        #expect(output == "[12]")
    }

    @Test func fieldOfAnUndefinedValueIsAnError() {
        let (output, ids) = render("{{ a.b.c }}", #"{"a": {}}"#)
        #expect(output == nil)
        #expect(ids.count == 1)
    }

    @Test(arguments: ["", "[1]", "{", "{\"a\": 01}", "{\"a\": }"]) func brokenValuesAreAnError(_ json: String) {
        #expect(render("x", json).ids == ["json"])
    }
}
