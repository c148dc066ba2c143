import Testing

@testable import Templates

/// A filter that writes its markup straight onto the page gives the same markup wherever its value is wanted.
@Suite struct WritingFilterTests {
    @Test(arguments: [
        ("{{ article.title | framed }}", "[قمة &lt;نيروبي&gt;]"),
        ("{{ article.kicker | framed }}", ""),
        ("{{ article.words | framed }}", ""),
        ("<p>{{ article.title | framed }} ثم {{ \"نص\" | framed }}</p>", "<p>[قمة &lt;نيروبي&gt;] ثم [نص]</p>"),
        ("{% set x = article.title | framed %}{{ x }}{{ x }}", "[قمة &lt;نيروبي&gt;][قمة &lt;نيروبي&gt;]"),
        ("{{ (article.title | framed) ~ \"<\" }}", "[قمة &lt;نيروبي&gt;]&lt;"),
        ("{{ article.title | framed | length }}", "20"),
        ("{{ article.title | framed if article.words else 0 }}", "[قمة &lt;نيروبي&gt;]"),
        ("{{ 1 if article.words | framed else 2 }}", "2"),
        ("{{ text(\"by\", article.title | framed) }}", "by/[قمة &lt;نيروبي&gt;]"),
        ("{% for tag in article.tags %}{{ tag.name | framed }},{% endfor %}", "[كينيا],[C&amp;A],"),
        (
            "{% with x = article.title | framed %}{{ x }}{{ x }}{% endwith %}",
            "[قمة &lt;نيروبي&gt;][قمة &lt;نيروبي&gt;]"
        ),
        (
            "{% with x = article.title | framed %}{{ x }}{% if x %}نعم{% endif %}{% endwith %}",
            "[قمة &lt;نيروبي&gt;]نعم"
        ),
        (
            "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{{ m(article.title | framed) }}",
            "[قمة &lt;نيروبي&gt;][قمة &lt;نيروبي&gt;]"
        ),
        (
            "{% macro m(x, y=x | framed) %}{{ y }}/{{ y }}{% endmacro %}{{ m(article.title) }}",
            "[قمة &lt;نيروبي&gt;]/[قمة &lt;نيروبي&gt;]"
        ),
        (
            "{% for tag in article.tags %}{% with x = tag.name | framed %}{{ x }}{% if loop.last %}{{ x }}{% endif %}{% endwith %}{% endfor %}",
            "[كينيا][C&amp;A][C&amp;A]"
        ),
        (
            "{% set x %}{{ article.title | framed }}{% endset %}{{ x }}{{ x }}",
            "[قمة &lt;نيروبي&gt;][قمة &lt;نيروبي&gt;]"
        ),
        ("{% filter upper %}{{ \"a\" | framed }}{% endfilter %}", "[A]"),
        ("{% for tag in article.tags %}{{ loop.cycle(tag.name | framed, 2) }}{% endfor %}", "[كينيا]2"),
        (
            "{% macro m(x) %}{{ x | framed }}{% endmacro %}{{ m(article.title) }}{% set y = m(article.kicker) %}{{ y }}.",
            "[قمة &lt;نيروبي&gt;]."
        ),
    ])
    func itsMarkupIsTheSameEverywhere(_ template: String, _ expected: String) {
        #expect(Newsroom.page(template) == expected)
    }
}
