import Base
import Content
import Publishing
import Testing

/// Pages that look at articles as a whole come out right, though no template names the fields in which they differ.
@Suite struct WholeRecordsTests {
    private func pages(_ template: String, articles count: Int) -> [String: String] {
        let tree = MemoryTree([
            "Content/site.yaml":
                "name: جريدة\nurl: https://example.org/\nsections:\n  - {name: سياسة, slug: politics}\n",
            "Templates/article.html": template, "Templates/list.html": "<body></body>",
            "Templates/page.html": "<body></body>", "Templates/terms.html": "<body></body>",
            "Templates/corrections.html": "<body></body>", "Templates/404.html": "<body></body>",
        ])
        for number in 1...count {
            tree["Content/articles/a\(number).md"] = Array(
                "---\ntitle: خبر \(number)\ndate: 2024-01-0\(number % 9 + 1)\nsection: سياسة\n---\n\nنص\n".utf8)
        }
        let output = MemoryTree()
        let outcome = Build(.init(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).run(
            from: tree, to: output, named: "Public")
        #expect(outcome.diagnostics.map(\.id) == [])
        var pages: [String: String] = [:]
        for entry in output.entries(under: "2024") {
            pages[entry.path] = String(decoding: output[entry.path] ?? [], as: UTF8.self)
        }
        #expect(pages.count == count)
        return pages
    }

    /// 60 pages are enough for templates to be compiled once more for what all of them share.
    @Test(arguments: [3, 60]) func articlesThatDifferAreNotEqual(_ count: Int) {
        let template = "<p>{{ article.newer == article.older }} {{ article.newer in [article.older] }}</p>"
        let middle = "<p>False False</p>"
        let plain = pages(template, articles: count)
        #expect(plain.values.count { $0.contains(middle) } == count)
        #expect(plain == pages(template + "{# {{ article.newer.title }} #}", articles: count))
        let naming = pages("{% set t = article.newer.title %}" + template, articles: count)
        #expect(naming.values.sorted() == plain.values.sorted())
    }

    @Test(arguments: [
        (
            "{{ article.related|unique|length == article.related|map(attribute='url')|unique|length }}", "True"
        ),
        ("{{ [article.newer, article.older]|map(attribute='url')|unique|length }}", "2"),
        ("{{ (article.newer or article.older)|tojson is string }}", "True"),
        ("{{ article.title }}", "خبر"), ("{{ article.date | date('numeric') }}", "/1/2024"),
        ("{{ [article.date]|map('date', 'full')|join }}", "يناير"),
        ("{{ article.section == site.sections[0] }}{{ article.section in site.sections }}", "TrueTrue"),
        (
            "{% for key, value in {'card': article.newer or article.older}|items %}{{ value == none }}{% endfor %}",
            "False"
        ),
    ])
    func aFieldIsFilledHoweverItIsReached(_ template: String, _ expected: String) {
        for page in pages("<p>\(template)</p>", articles: 3).values { #expect(page.contains(expected)) }
    }

    @Test func aFilterOfDatesRefusesOtherRecordsWithinMap() {
        let tree = MemoryTree([
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\n",
            "Templates/404.html": "{{ site.sections|map('date', 'month_name')|join }}",
        ])
        let problems = Check(LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).run(on: tree)
            .problems
        #expect(problems.contains { $0.id == "wrong-arguments" && $0.message.english.contains("not section") })
    }
}
