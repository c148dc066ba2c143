extension RandomEdit {
    static let ofTheTheme = [
        RandomEdit("template", weight: 3) { newsroom, random in
            let names = [
                "article", "home", "section", "author", "list", "page", "terms", "archive", "corrections", "404",
                "breaking", "search", "landing", "longread", "essay", "sheet", "front",
            ]
            let path = "Templates/\(random.pick(names) ?? "").html"
            newsroom.change(path, before: "{%- endblock", "{% endblock", with: "<i>\(random.below(1000))</i>")
            return path
        },
        RandomEdit("look") { newsroom, random in
            let name = random.pick(["cards", "column", "list", "opinion", "ranking"]) ?? ""
            newsroom.change(
                "Templates/blocks/\(name).html", before: "</section>",
                with: random.pick(["<i>\(random.below(1000))</i>", "{{ block.rows | length }}", "{{ block.kind }}"])
                    ?? "")
            return name
        },
        RandomEdit("include") { newsroom, random in
            let path =
                random.pick(["Templates/footer.html", "Templates/nameplate.html", "Templates/comments.html"]) ?? ""
            newsroom.files[path]? += Array("<!-- \(random.below(1000)) -->".utf8)
            return path
        },
        RandomEdit("macro") { newsroom, random in
            newsroom.change("Templates/macros.html", before: "<time datetime", with: "<i>\(random.below(1000))</i>")
            return ""
        },
        RandomEdit("what cards show") { newsroom, random in
            let fields = [
                "{{ story.comment_count }}",
                "{{ story.tags | length }}{% for tag in story.tags %}{{ tag.name }}{% endfor %}",
                "{{ story.series }}", "{% if story.updated %}{{ story.updated.numeric }}{% endif %}",
                "{{ story.reading_minutes }}", "{% for who in story.authors %}{{ who.image.src }}{% endfor %}",
                "{{ story.extra.season }}",
            ]
            let field = random.pick(fields) ?? ""
            if field.contains("extra"), !newsroom.settings.more.contains(where: { $0.hasPrefix("extra:") }) {
                newsroom.settings.more.append("extra: {season: text}")
            }
            newsroom.change("Templates/macros.html", before: "{{ headline(story) }}", with: field)
            return field
        },
        RandomEdit("data shown") { newsroom, random in
            let name = random.oneIn(2) ? "most-read" : "rivers"
            let loop =
                "{% for row in data.\(name.replacing("-", with: "_")) %}{{ row.article.title }}{{ row.views }}{% endfor %}"
            if newsroom.files["Content/data/\(name).csv"] == nil {
                newsroom.files["Content/data/\(name).csv"] = Array("article,views\n".utf8)
            }
            if random.oneIn(2) {
                newsroom.files["Templates/fragments/\(name).html"] = random.oneIn(4) ? nil : Array(loop.utf8)
            } else {
                // Pages of articles see data where they name their template themselves.
                let path = "Templates/\(random.pick(["home", "landing", "longread", "sheet", "front"]) ?? "").html"
                newsroom.change(path, before: "{%- endblock", "{% endblock", with: loop)
            }
            return name
        },
        RandomEdit("base", weight: 1) { newsroom, random in
            newsroom.change("Templates/base.html", before: "</body>", with: "<!-- \(random.below(1000)) -->")
            return ""
        },
        RandomEdit("style or script") { newsroom, random in
            let path =
                random.pick(["Templates/assets/style.css", "Templates/assets/script.js", "Templates/assets/search.js"])
                ?? ""
            newsroom.files[path]? += Array("/* \(random.below(1000)) */\n".utf8)
            return path
        },
        RandomEdit("template taken away", weight: 1) { newsroom, random in
            let path =
                random.pick([
                    "Templates/tag.html", "Templates/author.html", "Templates/breaking.html", "Templates/search.html",
                    "Templates/landing.html", "Templates/longread.html", "Templates/sheet.html",
                ]) ?? ""
            newsroom.files[path] = nil
            return path
        },
        RandomEdit("template in error", weight: 1) { newsroom, _ in
            newsroom.change(
                "Templates/article.html", before: "{%- endblock", "{% endblock", with: "{{ article.nothing }}")
            return ""
        },
    ]
}

extension Newsroom {
    /// Puts something before the last place of a template where one of `marks` stands.
    mutating func change(_ path: String, before marks: String..., with text: String) {
        guard let bytes = files[path] else { return }
        var template = String(decoding: bytes, as: UTF8.self)
        guard let place = marks.compactMap({ template.ranges(of: $0).last?.lowerBound }).max() else { return }
        template.insert(contentsOf: text, at: place)
        files[path] = Array(template.utf8)
    }
}
