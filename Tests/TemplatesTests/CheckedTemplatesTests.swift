import Base
import Testing

@testable import Templates

@Suite struct CheckedTemplatesTests {
    @Test func fiveMistakesGiveFiveMessages() {
        let template = """
            <h1>{{ article.titel }}</h1>
            <p>{{ article.title|uper }}</p>
            {% if article.kicker is defind %}{% endif %}
            {% for tag in article.tags %}{{ tag.nam }}{% endfor %}
            {{ articl.words }}
            """
        #expect(
            Newsroom.page(template) == """
                article.html:1:16: unknown field of article “titel”; did you mean “title”? [unknown-field]
                article.html:2:21: unknown filter “uper”; did you mean “upper”? [unknown-filter]
                article.html:3:25: unknown test “defind”; did you mean “defined”? [unknown-test]
                article.html:4:37: unknown field of tag “nam”; did you mean “name”? [unknown-field]
                article.html:5:4: unknown variable “articl”; did you mean “article”? [unknown-variable]
                """)
    }

    @Test func anAbsentValueAndItsFieldsPrintNothing() {
        #expect(
            Newsroom.page("[{{ article.kicker }}{{ article.section.name }}{{ article.section.name.x|default('') }}]")
                .hasPrefix("article.html"))
        #expect(
            Newsroom.page("[{{ article.kicker }}{{ article.section.name }}{% if article.section %}s{% endif %}]")
                == "[]")
        #expect(Newsroom.page("{{ article.section is defined }}{{ article.title is defined }}") == "FalseTrue")
    }

    @Test func readyHTMLIsPrintedAsItIsAndTextIsEscaped() {
        #expect(Newsroom.page("{{ article.title }}{{ article.html }}") == "قمة &lt;نيروبي&gt;<p>نص</p>")
    }

    @Test func aCallWithLiteralsIsMadeOnceAndItsRefusalIsAnError() {
        #expect(Newsroom.page(#"<link href="{{ asset("style.css") }}">"#) == #"<link href="/assets/style.1234.css">"#)
        #expect(
            Newsroom.page(#"{{ asset("styl.css") }}"#)
                == "article.html:1:10: “asset”: no asset “styl.css” [wrong-arguments]")
        #expect(
            Newsroom.page("{{ asset(article.title) }}")
                == "article.html:1:18: “asset”: “path” is written out [wrong-arguments]")
    }

    @Test func filtersFromOutsideAreTypedAndNotCalledForAbsentValues() {
        #expect(
            Newsroom.page("{{ article.words|number }}{{ article.tags[0]|link(rel='x') }}") == "№363<a rel=x>كينيا</a>")
        #expect(Newsroom.page("[{{ article.section|link }}]") == "[]")
        #expect(
            Newsroom.page("{{ article.title|number }}")
                == "article.html:1:18: “number”: “value” is int, not string [wrong-arguments]")
    }

    @Test(arguments: [
        ("{{ article }}", "1:4: article cannot be printed; print one of its fields [wrong-type]"),
        ("{{ article.words + 'a' }}", "1:4: “+” does not work between int and string [wrong-type]"),
        ("{% for x in article.words %}{% endfor %}", "1:21: a loop goes through a list, not int [wrong-type]"),
        ("{% if article.title > 3 %}{% endif %}", "1:23: “>” does not work between string and int [wrong-type]"),
        ("{{ article.title.upper() }}", "1:18: “.upper(…)” is left out of the language: write “| upper” [left-out]"),
        (
            "{{ article.tags|map(attribute='nam')|join }}",
            "1:31: “map”: unknown field of tag “nam”; did you mean “name”? [wrong-arguments]"
        ),
        (
            "{{ article.tags.length }}",
            "1:17: list of tag has no field “length”; did you mean “| length”? [unknown-field]"
        ),
        (
            "{{ article.title|truncate(lenght=3) }}",
            "1:34: “truncate”: there is no argument “lenght”; did you mean “length”? [wrong-arguments]"
        ),
        (
            "{{ [article]|map('link')|join }}",
            "1:18: “map”: “tag” is tag, not article [wrong-arguments]"
        ),
        ("{{ (article.section or 5)['name'] }}", "1:4: any has no field “name” [unknown-field]"),
        (
            "{{ [article.section or 5]|map(attribute='name')|join }}",
            "1:41: “map”: any has no field “name” [wrong-arguments]"
        ),
        (
            "{{ [article.section, 5]|tojson }}",
            "1:25: “tojson”: this may be a whole tag or something else; write the one or the other [wrong-arguments]"
        ),
        (
            "{{ namespace(a=1) }}",
            "1:4: “namespace” is left out of the language: a value is set once and read below [left-out]"
        ),
        ("{% block a required %}{% endblock %}", "1:1: the block “a” must be overridden [required-block]"),
        (
            "{{ article.title|urlize }}",
            "1:18: “urlize” is left out of the language: Markdown makes the links [left-out]"
        ),
        ("{{ asset }}", "1:4: unknown variable “asset”; it is a function: “asset(…)” [unknown-variable]"),
        (
            "{% autoescape false %}{% endautoescape %}",
            "1:4: “autoescape” is left out of the language: escaping is always on; “| safe” opts out [left-out]"
        ),
    ])
    func aMistakeNamesTheRuleAndTheThing(_ template: String, _ message: String) {
        #expect(Newsroom.page(template).split(separator: "\n").first ?? "" == "article.html:\(message)")
    }

    @Test(arguments: [
        "{{ article.newer or 'none' }}", "{{ article.title and article.newer }}",
        "{{ article.title or article.newer }}",
        "{% set x = article.newer or 5 %}{{ x }}", "{{ article.newer if article.kicker else 'x' }}",
        "{% if article.kicker %}{% set x = article.newer %}{% else %}{% set x = 5 %}{% endif %}{{ x }}",
        "{{ article.newer or article.title or 5 }}", "{{ article.newer|default('x') }}", "{{ [article, 5] }}",
        "{{ (1, article) }}", "{{ {'a': article} }}", "{{ [article, 5]|first }}", "{{ [5, article.newer][1] }}",
        "{% for x in [5, article] %}{{ x }}{% endfor %}", "{{ (article.newer or 5) ~ 'x' }}",
        "{{ article.tags|groupby('name') }}", "{{ article|escape }}", "{{ (article.newer or 5)|string }}",
        "{{ article|safe }}", "{{ article.tags|join(', ') }}", "{{ article.tags|map('e')|join }}",
        "{{ article.title|replace('x', article) }}", "{{ article|striptags }}",
        "{{ (article.newer or 'x')|reverse }}", "{{ {article.title: article} }}", "{{ {'a': article}[article.title] }}",
        "{{ (1, article)[article.words] }}", "{{ (1, article)[:2] }}", "{{ (article.kicker or [article]) + [1] }}",
        "{{ [[article]]|sum(start=[]) }}", "{{ [article]|list|last }}", "{{ {'a': article}|dictsort }}",
    ])
    func aRecordIsNotPrintedByWhateverWay(_ template: String) {
        #expect(Newsroom.page(template).contains("cannot be printed; print one of its fields"))
    }

    @Test(arguments: ["group", "tuple", "map"]) func aRecordOfASiteIsNoTupleWhateverItsName(_ name: String) {
        let record = RecordType(name: name, fields: [FieldType(name: "letter", type: .string, documentation: "")])
        for (template, isRight) in [
            ("{{ g.letter }}", true), ("{{ g }}", false), ("{% for x in g %}{% endfor %}", false),
            ("{{ g[0] }}", false),
        ] {
            let diagnostics = Newsroom.library(["a": template]).compile(
                "a", globals: [("g", .record(record))], checked: true
            ).diagnostics
            #expect(diagnostics.isEmpty == isRight, "\(template)")
        }
    }

    @Test func whatMayBeARecordIsAskedForAndItsFieldsArePrinted() {
        #expect(Newsroom.page("{% if article.newer or article.kicker %}y{% endif %}") == "y")
        #expect(Newsroom.page("{{ 'a' if article.newer or 5 else 'b' }}") == "a")
        #expect(Newsroom.page("{% set x = article.section or article.newer %}{{ x.name }}") == "أحدث")
        #expect(Newsroom.page("{{ article.tags|map(attribute='name')|join(' ') }}") == "كينيا C&amp;A")
        #expect(Newsroom.page("{{ (1, 'a') }}{{ (article.kicker or 5) }}") == "(1, &#39;a&#39;)5")
    }

    @Test(arguments: [
        "{% if article.kicker %}{% macro a() %}1{% endmacro %}{% else %}{% macro a() %}2{% endmacro %}{% endif %}{{ a() }}",
        "{% macro a() %}1{% endmacro %}{% if article.kicker %}{% macro a() %}2{% endmacro %}{% endif %}{{ a() }}",
        "{% if article.kicker %}{% from 'ui' import a %}{% endif %}{{ a() }}",
        "{% if article.kicker %}{% set a = 1 %}{% else %}{% macro a() %}2{% endmacro %}{% endif %}{{ a }}",
        "{% if article.kicker %}{% if article.words %}{% macro a() %}2{% endmacro %}{% endif %}{% endif %}{{ a() }}",
        "{% from 'half' import a %}{{ a() }}", "{% from 'half' import a as b %}{{ b is defined }}",
        "{% import 'half' as ui %}{{ ui.a() }}",
        "{% if article.kicker %}{% import 'ui' as a %}{% else %}{% import 'half' as a %}{% endif %}{{ a.b() }}",
    ])
    func whatAnIfMayDefineIsUsedInsideOfItOnly(_ template: String) {
        let page = Newsroom.page([
            "article.html": template, "ui": "{% macro a() %}u{% endmacro %}",
            "half": "{% if range(3)|length > 2 %}{% if [1]|first %}{% endif %}{% endif %}"
                + "{% for x in range(500) %}{% endfor %}{% set t = range(500)|first %}"
                + "{% if t %}{% macro a() %}h{% endmacro %}{% endif %}",
        ])
        #expect(page.contains("is defined inside of an “if” and used behind it"))
        #expect(page.contains("[defined-in-if]"))
    }

    @Test func aMacroOfAnIfThatIsDecidedOrAroundItsUseIsBound() {
        let macros =
            "{% if article is defined %}{% macro a() %}1{% endmacro %}{% else %}{% macro a() %}2{% endmacro %}{% endif %}"
        #expect(Newsroom.page(macros + "{{ a() }}") == "1")
        #expect(
            Newsroom.page("{% if article.words %}{% macro a() %}1{% endmacro %}{{ a() }}{% else %}{{ 0 }}{% endif %}")
                == "1")
    }

    @Test func theConditionOfAnElifSeesNothingOfTheWayBefore() {
        #expect(
            Newsroom.page("{% set x = 'a' %}{% if article.kicker %}{% set x = 5 %}{% elif x > 'A' %}y{% endif %}")
                == "y")
        #expect(
            Newsroom.page(
                "{% macro m() %}m{% endmacro %}"
                    + "{% if article.kicker %}{% macro m() %}{% endmacro %}{% elif m() == 'm' %}y{% endif %}") == "y")
    }

    @Test func aMacroOfAModuleIsDefinedAndNoValue() {
        let ui = "{% macro card() %}c{% endmacro %}"
        #expect(
            Newsroom.page([
                "article.html": "{% import 'ui' as ui %}{{ ui.card is defined }}{{ ui.cart is defined }}", "ui": ui,
            ])
                == "TrueFalse")
        #expect(
            Newsroom.page(["article.html": "{% import 'ui' as ui %}{{ ui.card }}", "ui": ui])
                == "article.html:1:30: “ui.card” is no value; use what it gives [wrong-type]")
        #expect(Newsroom.page("{% macro f() %}x{% endmacro %}{% set f = f() %}{{ f }}") == "x")
    }

    @Test(arguments: [
        ("{{ 1 / 0 }}", "1:4: a division by zero [wrong-value]"),
        ("{{ article.words + 1 // 0 }}", "1:20: a division by zero [wrong-value]"),
        ("{{ 'a' * 2000000 }}", "1:4: a value may not grow this long [wrong-value]"),
        ("{{ 9223372036854775807 + 1 }}", "1:4: a number is too large [wrong-value]"),
        ("{{ 0 ** -1 }}", "1:4: a division by zero [wrong-value]"),
        ("{{ 10.0 ** 400 }}", "1:4: a number is too large [wrong-value]"),
        ("{{ -(0 - 9223372036854775807 - 1) }}", "1:4: a number is too large [wrong-value]"),
        ("{{ [1, 2][::0] }}", "1:13: the step of a slice is not 0 [wrong-value]"),
        ("{{ 1e30|int }}", "1:9: “int”: a number is too large [wrong-arguments]"),
        (
            "{% for x in range(0, 5, 0) %}{{ x }}{% endfor %}",
            "1:19: “range”: “range” takes ints, and no step of 0 [wrong-arguments]"
        ),
        (
            "{% for x in range(2000000) %}{{ x }}{% endfor %}",
            "1:19: “range”: a range may not grow this long [wrong-arguments]"
        ),
        (
            "{% macro m(n) %}{{ 10 // n }}{% endmacro %}{{ m(2) }}{{ m(0) }}",
            "1:20: a division by zero [wrong-value] via Templates/article.html:1"
        ),
    ])
    func whatFailsOnEveryPageIsAnError(_ template: String, _ message: String) {
        #expect(Newsroom.page(template) == "article.html:\(message)")
    }

    @Test func whatFailsOnSomePagesOrIsAbsentPrintsNothing() {
        #expect(Newsroom.page("[{{ article.words // (article.words - 363) }}]") == "[]")
        #expect(Newsroom.page("{% macro m(n) %}[{{ n + 1 }}{{ n|abs }}]{% endmacro %}{{ m() }}") == "[]")
        #expect(
            Newsroom.page("{% macro m(n) %}{% if n %}{{ 10 // n }}{% endif %}{% endmacro %}[{{ m(0) }}]") == "[]")
    }

    /// Jinja does not escape it: entities that `striptags` resolves would become tags.
    @Test func whatAFilteredBlockGivesIsEscaped() {
        #expect(
            Newsroom.page("{% filter striptags %}{{ article.title }}{% endfilter %}") == "قمة &lt;نيروبي&gt;")
    }

    @Test func whatIsKnownToBeMissingIsNotCompiled() {
        #expect(
            Newsroom.page("{% if list is defined %}{{ list.title }}{% else %}{{ article.words }}{% endif %}") == "363")
        #expect(
            Newsroom.page("{{ list.title if list is defined else 'x' }}{% if list is defined and list.x %}{% endif %}")
                == "x")
        #expect(Newsroom.page("{{ heading|default('عنوان') }}") == "عنوان")
    }

    @Test func aMacroIsCheckedForTheTypesOfEachCall() {
        let macro = "{% macro m(t) %}{{ t.name }}{% endmacro %}"
        #expect(Newsroom.page(macro + "{{ m(article.tags[0]) }}") == "كينيا")
        #expect(
            Newsroom.page(macro + "{{ m(article) }}")
                == "article.html:1:22: unknown field of article “name” [unknown-field] via Templates/article.html:1")
        #expect(Newsroom.page("{% macro m(t) %}{{ t|bogus }}{% endmacro %}").contains("unknown filter “bogus”"))
    }

    @Test func aMacroThatNobodyCallsIsCheckedHoweverItsModuleWasReachedFirst() {
        let unknown = "ui.html:1:22: unknown filter “bogus” [unknown-filter]"
        let ui = "{% macro m(t) %}{{ t|bogus }}{% endmacro %}"
        let twice = Newsroom.page([
            "article.html": "{% import 'ui.html' as ui %}{% import 'ui.html' as again %}", "ui.html": ui,
        ])
        #expect(twice.hasPrefix(unknown))
        // Within a macro nothing is known, and what is reached from there is looked at again.
        let page = Newsroom.page([
            "article.html": "{% include 'part.html' %}{% import 'ui.html' as ui %}",
            "part.html": "{% macro a() %}{% import 'ui.html' as ui %}{% endmacro %}", "ui.html": ui,
        ])
        #expect(page.hasPrefix(unknown))
    }

    @Test func aModuleOfSeveralTemplatesIsFaultyOnceForAll() {
        let library = Newsroom.library([
            "a.html": "{% import 'ui.html' as ui %}", "b.html": "{% import 'ui.html' as ui %}{{ nope }}",
            "ui.html": "{% macro m(t) %}{{ t|bogus }}{% endmacro %}",
        ])
        var modules: Set<String> = []
        let faults = ["a.html", "b.html"].map {
            library.compile($0, globals: [], checked: true, skipping: &modules).diagnostics.map(\.id)
        }
        #expect(faults == [["unknown-filter"], ["unknown-variable"]])
    }

    @Test func anErrorNamesTheChainThatLedThere() {
        let page = Newsroom.page([
            "article.html": "{% extends 'base.html' %}\n{% block main %}{% include 'card.html' %}{% endblock %}",
            "base.html": "<main>{% block main %}{% endblock %}</main>",
            "card.html": "\n\n{{ article.nope }}",
        ])
        #expect(page == "card.html:3:12: unknown field of article “nope” [unknown-field] via Templates/article.html:2")
    }

    @Test func aBlockThatNoParentHasIsReported() {
        let page = Newsroom.page([
            "article.html": "{% extends 'base.html' %}{% block contnet %}{% endblock %}",
            "base.html": "{% block content %}{% endblock %}",
        ])
        #expect(page == "article.html:1:35: unknown block “contnet”; did you mean “content”? [unknown-block]")
    }

    @Test func theDigestFollowsEverySourceAndEveryFoldedCall() {
        func digest(_ templates: KeyValuePairs<String, String>) -> Digest? {
            Newsroom.library(templates).compile(
                templates[0].key, globals: [("article", .record(Newsroom.article.type))], checked: true
            ).template?.digest
        }
        let one = digest(["a": "{% include 'b' %}", "b": "x", "c": "1"])
        #expect(one != nil)
        #expect(one == digest(["a": "{% include 'b' %}", "b": "x", "c": "2"]))
        #expect(one != digest(["a": "{% include 'b' %}", "b": "y", "c": "1"]))
    }

    @Test func arithmeticThatFailsIsUndefinedInAPage() {
        #expect(Newsroom.page("[{{ article.words // (article.words - 363) }}]") == "[]")
    }
}
