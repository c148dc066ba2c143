import Base
import Content
import Publishing
import Testing

/// Articles, pages and sections with templates of their own.
@Suite struct OwnPagesTests {
    private static func outlet(_ files: [String: String]) -> Newsstand {
        var all = [
            "Content/articles/2024-12-01-rain.md": "---\ntitle: مطر\ndate: 2024-12-01\nsection: طقس\n---\n\nنص\n",
            "Content/articles/2024-12-02-snow.md":
                "---\ntitle: ثلج\ndate: 2024-12-02\nsection: طقس\ntemplate: longread\n---\n\nنص\n",
            "Content/data/rivers.csv": "name\nالنيل\n",
            "Templates/longread.html":
                "<main>{{ article.title }}:{% for river in data.rivers %}{{ river.name }}{% endfor %}</main>",
        ]
        all.merge(files) { _, new in new }
        return Newsstand(all)
    }

    @Test func anArticleIsPrintedWithTheTemplateThatItNames() {
        let outlet = Self.outlet([:])
        #expect(outlet.build() == [])
        #expect(outlet.text("2024/12/snow/index.html") == "<main>ثلج:النيل</main>")
        #expect(outlet.text("2024/12/rain/index.html") == "<body></body>")
    }

    @Test(arguments: ["longread.html", "Longread", "longraed", "parts/longread", "page", "fragments/x"])
    func aTemplateThatMayNotBeNamedIsSaidAtItsPlace(_ name: String) {
        let outlet = Self.outlet([
            "Content/articles/2024-12-02-snow.md": "---\ntitle: ثلج\ndate: 2024-12-02\nالقالب: \(name)\n---\n\nنص\n",
            "Templates/fragments/x.html": "x",
        ])
        let problems = outlet.build()
        guard name != "longread.html" else { return #expect(problems == []) }
        #expect(problems.map(\.id) == ["missing-template"])
        #expect(
            problems.first?.location
                == Location(path: "Content/articles/2024-12-02-snow.md", line: 4, column: 9))
        let message = problems.first?.message.english ?? ""
        #expect(name == "page" ? message.contains("another kind of page") : message.contains("longread"))
    }

    @Test func aChangedTemplateRenewsThePagesThatItPrintsAlone() {
        let outlet = Self.outlet([
            "Templates/part.html": "x", "Templates/page.html": #"{% include "part.html" %}"#,
            "Content/pages/about.md": "---\ntitle: من نحن\n---\n\nنص\n",
        ])
        #expect(outlet.build() == [])
        #expect(outlet.renewed("Templates/longread.html", "<p>{{ article.title }}</p>") == ["2024/12/snow/index.html"])
        #expect(outlet.renewed("Templates/article.html", "<p></p>") == ["2024/12/rain/index.html"])
        #expect(outlet.renewed("Templates/part.html", "y") == ["about/index.html"])
    }

    @Test func aChangedDataFileRenewsTheArticleWhoseOwnTemplateShowsItAlone() {
        let outlet = Self.outlet([:])
        #expect(outlet.build() == [])
        #expect(outlet.renewed("Content/data/rivers.csv", "name\nالفرات\n") == ["2024/12/snow/index.html"])
    }

    @Test func aSectionHasATemplateForItsListAndOneForItsArticles() {
        let outlet = Self.outlet([
            "Content/site.yaml": """
            name: جريدة
            url: https://example.org/
            messages: en
            sections:
              - {name: طقس, slug: weather, template: sky, story_template: cloud}
              - بحر

            """,
            "Templates/sky.html": "<ul>{{ list.items | length }}{{ data.rivers | length }}</ul>",
            "Templates/cloud.html": "<b>{{ article.title }}</b>",
        ])
        #expect(outlet.build() == [])
        #expect(outlet.text("section/weather/index.html") == "<ul>21</ul>")
        #expect(outlet.text("2024/12/rain/index.html") == "<b>مطر</b>")
        #expect(outlet.text("2024/12/snow/index.html") == "<main>ثلج:النيل</main>", "its own comes first")
        // It prints a part of the archive, which no data file may change.
        outlet.tree["Templates/cloud.html"] = Array("{{ data.rivers | length }}".utf8)
        let problems = outlet.build()
        #expect(problems.map { $0.location?.path } == ["Templates/cloud.html"])
    }

    @Test func aSectionsMissingTemplateIsSaidInSiteYaml() {
        let outlet = Self.outlet([
            "Content/site.yaml":
                "name: جريدة\nurl: https://example.org/\nmessages: en\nsections:\n  - name: طقس\n    template: skies\n"
        ])
        let problems = outlet.build()
        #expect(problems.map(\.id) == ["missing-template"])
        #expect(problems.first?.location == Location(path: "Content/site.yaml", line: 6, column: 15))
    }

    @Test func aTemplateThatNothingNamesIsAnAdvice() {
        let outlet = Self.outlet([
            "Templates/essay.html": "x", "Templates/part.html": "x", "Templates/landing.html": "{{ nothing.at.all }}",
            "Templates/404.html": "{% include 'part.html' %}",
        ])
        #expect(outlet.build() == [])
        #expect(outlet.checked("unused-template") == ["Templates/essay.html"])
        outlet.tree["Content/articles/2024-12-02-snow.md"] = Array(
            "---\ntitle: ثلج\ndate: 2024-12-02\nstatus: removed\ntemplate: longread\n---\n\nنص\n".utf8)
        #expect(outlet.checked("unused-template") == ["Templates/essay.html", "Templates/longread.html"])
    }

    @Test func aRetractedArticleShowsItsNoticeInTheTemplateOfAll() {
        let outlet = Self.outlet([
            "Content/articles/2024-12-02-snow.md":
                "---\ntitle: ثلج\ndate: 2024-12-02\nstatus: retracted\nreason: خطأ\ntemplate: longread\n---\n\nنص\n"
        ])
        #expect(outlet.build() == [])
        #expect(outlet.text("2024/12/snow/index.html") == "<body></body>")
    }

    @Test func anArticleInAnotherLanguageKeepsItsTemplateAndHasItsOwnWords() {
        let outlet = Self.outlet([
            "Content/articles/2024-12-02-snow.md":
                "---\ntitle: Neige\ndate: 2024-12-02\nlang: fr\ntemplate: longread\n---\n\nLe texte.\n",
            "Templates/longread.html": "{{ page.language }}:{{ text(\"home\") }}",
            "Templates/article.html": "{{ page.language }}",
        ])
        #expect(outlet.build() == [])
        #expect(outlet.text("2024/12/snow/index.html") == "fr:Accueil")
    }

    @Test func aSectionBeneathAnotherHasItsTemplates() {
        let outlet = Self.outlet([
            "Content/site.yaml": """
            name: جريدة
            url: https://example.org/
            messages: en
            sections:
              - name: مناخ
                template: sky
                story_template: cloud
                children: [طقس]

            """,
            "Templates/sky.html": "<ul></ul>", "Templates/cloud.html": "<b>{{ article.title }}</b>",
        ])
        #expect(outlet.build() == [])
        #expect(outlet.text("2024/12/rain/index.html") == "<b>مطر</b>")
        #expect(outlet.text("section/طقس/index.html") == "<ul></ul>")
    }
}
