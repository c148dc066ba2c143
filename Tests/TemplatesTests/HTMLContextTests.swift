import Base
import Testing

@testable import Templates

@Suite struct HTMLContextTests {
    @Test(arguments: [
        ("<a href={{ article.title }}>", "an attribute’s value stands in quotes: href=\"…\""),
        ("<a href=/x/{{ article.title }}>", "an attribute’s value stands in quotes: href=\"…\""),
        (
            "<a onclick=\"f('{{ article.title }}')\">",
            "nothing is printed into “onclick”; use a data- attribute and a script"
        ),
        ("<a ONCLICK='{{ article.title }}'>", "nothing is printed into “onclick”; use a data- attribute and a script"),
        ("<style>{{ article.title }}</style>", "nothing is printed into <style>; set a class, or a style attribute"),
        ("<script>x = {{ article.title }}</script>", "only “| tojson” is printed into <script>"),
        ("<script>x = {{ article.html }}</script>", "only “| tojson” is printed into <script>"),
        ("<p {{ article.title }}>", "inside a tag only ints and literals are printed outside quotes"),
        (
            "{% if article.kicker %}<a href=\"{% endif %}",
            "both ways of an “if” end at the same place in the HTML"
        ),
        ("{% for t in article.tags %}<a href='{% endfor %}", "a loop ends at the place in the HTML where it began"),
    ])
    func outputThatEscapingCannotProtectIsRefused(_ template: String, _ message: String) {
        #expect(Newsroom.page(template).contains("\(message) [html-context]"))
    }

    @Test(arguments: [
        "<a href=\"{{ article.title }}\" class='{{ article.title }}'>{{ article.title }}</a>",
        "<script>x = {{ article.title|tojson }}; y = \"<style>\"</script>{{ article.title }}",
        "<!-- onclick={{ article.title }} <script> -->{{ article.title }}<!DOCTYPE html>{{ article.title }}",
        "<h{{ article.words }}>{{ article.title }}</h{{ article.words }}>",
        "<p{% if article.kicker %} class=\"{{ article.kicker }}\"{% endif %}>{{ article.title }}</p>",
        "<option{{ ' selected' if article.kicker }}>{{ article.title }}</option>",
        "<title>{{ article.title }}</title><textarea><script>{{ article.title }}</textarea>",
        "a < b {{ article.title }} <br/>{{ article.title }}<img alt=\"\">{{ article.title }}",
        "<style>a > b {}</style>{{ article.title }}<STYLE></STYLE>{{ article.title }}",
        "{% set a %}<b title='{{ article.title }}'>{% endset %}{{ a }}",
    ])
    func outputThatEscapingProtectsIsPrinted(_ template: String) {
        #expect(!Newsroom.page(template).contains("[html-context]"))
    }

    @Test func theContextIsKeptAcrossFilesMacrosAndBlocks() {
        let included = Newsroom.page([
            "article.html": "<a onclick=\"{% include 'x.html' %}\">", "x.html": "{{ article.title }}",
        ])
        #expect(included.hasPrefix("x.html:1:12: nothing is printed into “onclick”"))
        #expect(included.hasSuffix("via Templates/article.html:1"))
        let inherited = Newsroom.page([
            "article.html": "{% extends 'base.html' %}{% block css %}{{ article.title }}{% endblock %}",
            "base.html": "<style>{% block css %}{% endblock %}</style>",
        ])
        #expect(inherited.contains("nothing is printed into <style>"))
        let macro = Newsroom.page("{% macro m(t) %}{{ t }}{% endmacro %}<a href={{ m(article.title) }}>")
        #expect(macro.contains("stands in quotes"))
    }
}
