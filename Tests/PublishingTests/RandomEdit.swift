import Base
import Content
import Publishing

/// Something that people do to a newsroom's folder. Some of it makes the site invalid, as people do.
struct RandomEdit: Sendable {
    let name: String
    /// How often it happens, against the others.
    let weight: Int
    private let apply: @Sendable (inout Newsroom, inout SplitMix64) -> String

    private init(
        _ name: String, weight: Int = 2, _ apply: @escaping @Sendable (inout Newsroom, inout SplitMix64) -> String
    ) {
        (self.name, self.weight, self.apply) = (name, weight, apply)
    }

    /// An edit of one story, which says what it was done to.
    private static func story(
        _ name: String, weight: Int = 2, _ change: @escaping @Sendable (inout Story, Newsroom, inout SplitMix64) -> Void
    ) -> RandomEdit {
        RandomEdit(name, weight: weight) { newsroom, random in
            guard !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            change(&newsroom.stories[place], newsroom, &random)
            return newsroom.stories[place].name
        }
    }

    /// An edit after which the story may be gone; who does it mostly takes the links to it away first.
    private static func vanishing(
        _ name: String, weight: Int = 2, _ change: @escaping @Sendable (inout Story, Newsroom, inout SplitMix64) -> Void
    ) -> RandomEdit {
        RandomEdit(name, weight: weight) { newsroom, random in
            guard !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            if !random.oneIn(5) { newsroom.forget(newsroom.stories[place].name) }
            change(&newsroom.stories[place], newsroom, &random)
            return newsroom.stories[place].name
        }
    }

    /// Does one of them; what was done, in words.
    static func any(of edits: [RandomEdit], to newsroom: inout Newsroom, _ random: inout SplitMix64) -> String {
        var left = random.below(edits.reduce(0) { $0 + $1.weight })
        for edit in edits {
            left -= edit.weight
            if left < 0 { return "\(edit.name): \(edit.apply(&newsroom, &random))" }
        }
        return "nothing"
    }

    static let all = ofStories + ofReferences + ofTheOutlet + ofTheTheme

    private static let ofStories = [
        RandomEdit("add", weight: 6) { newsroom, random in
            newsroom.addStory(at: newsroom.now - random.below(3600), &random)
            return newsroom.stories.last?.name ?? ""
        },
        RandomEdit("add an old one") { newsroom, random in
            newsroom.addStory(at: newsroom.now - random.below(700 * 86400), &random)
            return newsroom.stories.last?.name ?? ""
        },
        RandomEdit("add an embargoed one") { newsroom, random in
            newsroom.addStory(at: newsroom.now + 600 + random.below(5 * 86400), &random)
            return newsroom.stories.last?.name ?? ""
        },
        RandomEdit("delete", weight: 5) { newsroom, random in
            guard newsroom.stories.count > 10 else { return "nothing" }
            var names: [String] = []
            // More than come, where many have come.
            for _ in 0..<(newsroom.stories.count > newsroom.firstCount ? 4 : 1) {
                let gone = newsroom.stories.remove(at: random.below(newsroom.stories.count))
                if !random.oneIn(6) { newsroom.forget(gone.name) }
                names.append(gone.name)
            }
            return names.joined(separator: ", ")
        },
        story("text", weight: 5) { story, _, random in
            story.body.append(
                random.oneIn(3) ? .heading(Newsroom.words(2, &random)) : .paragraph(Newsroom.words(12, &random)))
            if story.body.count > 8 { story.body.removeFirst(3) }
        },
        story("headline", weight: 4) { story, _, random in story.title = Newsroom.words(5, &random) },
        story("summary") { story, _, random in story.summary = random.oneIn(3) ? nil : Newsroom.words(8, &random) },
        story("kicker", weight: 1) { story, _, random in
            story.kicker = random.oneIn(2) ? nil : Newsroom.words(2, &random)
        },
        story("retag", weight: 4) { story, newsroom, random in story.tags = newsroom.tags(&random) },
        story("a new tag") { story, _, random in story.tags.append("وسم جديد \(random.below(1000))") },
        story("redate", weight: 4) { story, newsroom, random in story.date = newsroom.now - random.below(600 * 86400) },
        story("redate a little") { story, _, random in story.date += random.below(7200) - 3600 },
        story("date by name") { story, _, _ in story.isDatedByName.toggle() },
        vanishing("draft", weight: 3) { story, _, _ in story.isDraft.toggle() },
        vanishing("expires") { story, newsroom, random in
            story.expires = random.oneIn(3) ? nil : newsroom.now + random.below(10 * 86400) - 2 * 86400
        },
        vanishing("status") { story, _, random in
            story.status = story.status == nil ? random.pick(["retracted", "removed"]) : nil
        },
        story("correction") { story, newsroom, random in
            story.corrections.append(
                .init(date: max(story.date, newsroom.now - random.below(86400)), text: Newsroom.words(6, &random)))
        },
        story("updated") { story, newsroom, random in
            story.updated = random.oneIn(3) ? nil : max(story.date, newsroom.now - 60)
        },
        story("authors", weight: 3) { story, _, random in
            story.authors = (0..<random.below(3)).map { _ in Newsroom.authors[random.below(Newsroom.authors.count)] }
        },
        story("section") { story, newsroom, random in story.section = random.pick(newsroom.settings.sections)?.name },
        story("kind", weight: 1) { story, _, random in
            story.kind = random.pick(["news", "opinion", "live", "sponsored"]) ?? "news"
        },
        story("series") { story, _, random in story.series = random.oneIn(3) ? nil : random.pick(Newsroom.series) },
        story("an unknown field", weight: 1) { story, _, _ in story.kind = "خبر\nسطر: غريب" },
    ]

    private static let ofReferences = [
        RandomEdit("rename", weight: 4) { newsroom, random in
            guard !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            let (old, number) = (newsroom.stories[place].name, newsroom.newNumber())
            let day = random.oneIn(2) ? "" : "\(Story.written(newsroom.now - random.below(600 * 86400)).prefix(10))-"
            let new = "\(newsroom.stories[place].folder)\(day)\(Newsroom.words(1, &random))-\(number)"
            newsroom.stories[place].name = new
            if !random.oneIn(5) { newsroom.repoint(old, to: new) }
            return "\(old) to \(new)"
        },
        story("slug", weight: 3) { story, _, random in story.slug = random.oneIn(3) ? nil : Newsroom.words(2, &random)
        },
        story("alias", weight: 3) { story, _, random in story.aliases.append("/was/\(random.below(60))/") },
        story("link", weight: 3) { story, newsroom, random in
            if let other = random.pick(newsroom.standing) {
                story.body.append(.link(Newsroom.words(2, &random), to: other.name))
            }
        },
        story("unlink", weight: 1) { story, _, _ in
            story.body.removeAll { if case .link = $0 { true } else { false } }
        },
        story("related") { story, newsroom, random in
            story.related = (0..<random.below(3)).compactMap { _ in random.pick(newsroom.standing)?.name }.filter {
                $0 != story.name
            }
        },
        story("lead picture", weight: 3) { story, newsroom, random in
            story.image = random.oneIn(3) ? nil : random.pick(newsroom.pictures(beside: story))
        },
        story("picture in the text") { story, newsroom, random in
            if let picture = random.pick(newsroom.pictures(beside: story)) { story.body.append(.picture(picture)) }
        },
        story("a picture that is not there", weight: 1) { story, _, random in
            story.body.append(.picture("picture-\(random.below(9)).png"))
        },
        RandomEdit("replace a picture", weight: 4) { newsroom, random in
            let pictures = newsroom.files.keys.filter { $0.hasSuffix(".png") }.sorted(by: bytesPrecede)
            guard let path = random.pick(pictures) else { return "nothing" }
            newsroom.files[path] = Newsroom.picture(
                600 + random.below(900), 400 + random.below(9), UInt8(random.below(256)))
            return path
        },
        RandomEdit("touch a picture up", weight: 1) { newsroom, random in
            let pictures = newsroom.files.keys.filter { $0.hasSuffix(".png") }.sorted(by: bytesPrecede)
            guard let path = random.pick(pictures), let bytes = newsroom.files[path] else { return "nothing" }
            // What is seen of it, or what is noted in it.
            var touched = bytes
            touched[random.oneIn(2) ? 32 : bytes.count - 1] = UInt8(random.below(256))
            newsroom.files[path] = touched
            return path
        },
        RandomEdit("add a picture") { newsroom, random in
            let path = "Content/articles/\(2023 + random.below(3))/picture-\(newsroom.newNumber()).png"
            newsroom.files[path] = Newsroom.picture(1300, 700, 7)
            return path
        },
        RandomEdit("remove a picture", weight: 1) { newsroom, random in
            let pictures = newsroom.files.keys.filter { $0.contains("/picture-") }.sorted(by: bytesPrecede)
            guard let path = random.pick(pictures) else { return "nothing" }
            newsroom.files[path] = nil
            return path
        },
    ]

    private static let ofTheOutlet = [
        RandomEdit("profile", weight: 3) { newsroom, random in
            let number = random.below(Newsroom.authors.count)
            newsroom.files["Content/authors/author-\(number).md"] = Newsroom.profile(
                Newsroom.authors[number], role: Newsroom.words(1, &random), Newsroom.words(6, &random),
                image: random.oneIn(2))
            return Newsroom.authors[number]
        },
        RandomEdit("remove a profile", weight: 1) { newsroom, random in
            newsroom.files["Content/authors/author-\(random.below(Newsroom.authors.count)).md"] = nil
            return ""
        },
        RandomEdit("section's description") { newsroom, random in
            let place = random.below(newsroom.settings.sections.count)
            newsroom.settings.sections[place].description = Newsroom.words(4, &random)
            return newsroom.settings.sections[place].slug
        },
        RandomEdit("section's slug", weight: 1) { newsroom, random in
            let place = random.below(newsroom.settings.sections.count)
            newsroom.settings.sections[place].slug = "section-\(random.below(4))"
            return newsroom.settings.sections[place].slug
        },
        RandomEdit("order of sections", weight: 1) { newsroom, _ in
            newsroom.settings.sections.append(newsroom.settings.sections.removeFirst())
            return ""
        },
        RandomEdit("a setting", weight: 3) { newsroom, random in
            switch random.below(7) {
            case 0: newsroom.settings.name = "جريدة \(Newsroom.words(1, &random))"
            case 1: newsroom.settings.description = Newsroom.words(5, &random)
            case 2: newsroom.settings.numerals = random.pick(["latn", "arab"]) ?? "latn"
            case 3: newsroom.settings.zone = random.pick(["UTC", "Africa/Cairo", "+03:00"]) ?? "UTC"
            case 4: newsroom.settings.quotes = random.pick(["preserve", "guillemets", "curly"]) ?? "preserve"
            case 5:
                newsroom.settings.more =
                    random.pick([[], ["slug_style: ascii"], ["html: allow"], ["guid_host: example.net"]]) ?? []
            default: newsroom.settings.feedItems = 3 + random.below(15)
            }
            return "\(newsroom.settings)"
        },
        RandomEdit("page size") { newsroom, random in
            newsroom.settings.pageSize = 5 + random.below(12)
            return "\(newsroom.settings.pageSize)"
        },
        RandomEdit("standing page") { newsroom, random in
            let title = Newsroom.words(2, &random)
            newsroom.files["Content/pages/page-\(random.below(3)).md"] =
                random.oneIn(3) ? nil : Array("---\ntitle: \(title)\n---\n\n\(Newsroom.words(7, &random))\n".utf8)
            return title
        },
        RandomEdit("front page", weight: 4) { newsroom, random in
            newsroom.editFrontPage(&random)
            return String(decoding: newsroom.files["Content/frontpage.yaml"] ?? [], as: UTF8.self)
        },
        RandomEdit("asset of the outlet") { newsroom, random in
            let path = "Content/assets/file-\(random.below(3)).txt"
            newsroom.files[path] = random.oneIn(3) ? nil : Array(Newsroom.words(3, &random).utf8)
            return path
        },
        RandomEdit("the clock", weight: 8) { newsroom, random in
            newsroom.now += random.oneIn(3) ? random.below(3 * 86400) : random.below(6 * 3600)
            return "\(newsroom.now)"
        },
        RandomEdit("the clock back", weight: 1) { newsroom, random in
            newsroom.now -= random.below(2 * 86400)
            return "\(newsroom.now)"
        },
        RandomEdit("the address", weight: 1) { newsroom, _ in
            newsroom.address = newsroom.address == nil ? "https://other.example/news/" : nil
            return newsroom.address ?? "as site.yaml has it"
        },
        RandomEdit("record what is public") { newsroom, _ in
            newsroom.record()
            return ""
        },
        RandomEdit("lose the ledger", weight: 1) { newsroom, _ in
            newsroom.files[Ledger.path] = nil
            return ""
        },
    ]

    private static let ofTheTheme = [
        RandomEdit("template", weight: 3) { newsroom, random in
            let names = [
                "article", "home", "section", "author", "list", "page", "terms", "archive", "corrections", "404",
                "breaking",
            ]
            let path = "Templates/\(random.pick(names) ?? "").html"
            newsroom.change(path, before: "{%- endblock", "{% endblock", with: "<i>\(random.below(1000))</i>")
            return path
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
        RandomEdit("base", weight: 1) { newsroom, random in
            newsroom.change("Templates/base.html", before: "</body>", with: "<!-- \(random.below(1000)) -->")
            return ""
        },
        RandomEdit("style or script") { newsroom, random in
            let path = random.pick(["Templates/assets/style.css", "Templates/assets/script.js"]) ?? ""
            newsroom.files[path]? += Array("/* \(random.below(1000)) */\n".utf8)
            return path
        },
        RandomEdit("template taken away", weight: 1) { newsroom, random in
            let path = random.pick(["Templates/tag.html", "Templates/author.html", "Templates/breaking.html"]) ?? ""
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
    /// Nobody leads to the story any more.
    fileprivate mutating func forget(_ name: String) {
        for place in stories.indices {
            stories[place].related.removeAll { $0 == name }
            stories[place].body.removeAll { if case .link(_, name) = $0 { true } else { false } }
        }
    }

    fileprivate mutating func repoint(_ old: String, to new: String) {
        for place in stories.indices {
            stories[place].related = stories[place].related.map { $0 == old ? new : $0 }
            stories[place].body = stories[place].body.map { block in
                if case .link(let words, old) = block { .link(words, to: new) } else { block }
            }
        }
    }

    fileprivate mutating func editFrontPage(_ random: inout SplitMix64) {
        var lines = ["slots:"]
        for _ in 0..<(1 + random.below(4)) {
            switch random.below(4) {
            case 0: lines.append("  - newest: true")
            case 1: lines.append("  - section: \(random.pick(settings.sections)?.name ?? "")")
            case 2: lines.append("  - tag: \(random.pick(Self.hugeTags) ?? "")")
            default:
                guard let story = random.pick(standing) else { continue }
                lines += ["  - article: articles/\(story.name).md", "    newest: true"]
                if random.oneIn(2) { lines.append("    until: \(Story.written(now + random.below(86400)))") }
            }
        }
        if lines.count == 1 { lines = [] }
        if random.oneIn(3) {
            lines += [
                "breaking:", "  text: \(Self.words(4, &random))",
                "  until: \(Story.written(now + random.below(86400)))",
            ]
        }
        files["Content/frontpage.yaml"] = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Puts something before the last place of a template where one of `marks` stands.
    fileprivate mutating func change(_ path: String, before marks: String..., with text: String) {
        guard let bytes = files[path] else { return }
        var template = String(decoding: bytes, as: UTF8.self)
        guard let place = marks.compactMap({ template.ranges(of: $0).last?.lowerBound }).max() else { return }
        template.insert(contentsOf: text, at: place)
        files[path] = Array(template.utf8)
    }

    /// What `sitegen record` does after a deployment.
    fileprivate mutating func record() {
        let tree = MemoryTree()
        save(into: tree)
        let proof = Proof.pull(from: tree, LoadOptions(now: Instant(seconds: now), workers: Workers(jobs: 1)))
        guard let site = proof.site, !proof.hasErrors else { return }
        files[Ledger.path] = Ledger.read(tree).ledger.recording(site, as: nil).ledger.bytes
    }
}
