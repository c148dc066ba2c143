import Base
import Content
import Pages
import Publishing

extension RandomEdit {
    static let ofTheOutlet = [
        RandomEdit("profile", weight: 3) { newsroom, random in
            let number = random.below(Newsroom.authors.count)
            let bytes = Newsroom.profile(
                Newsroom.authors[number], role: Newsroom.words(1, &random), Newsroom.words(6, &random),
                image: random.oneIn(2))
            let rare = RareKey.lines(of: RareKey.profile, newsroom, &random)
            newsroom.files["Content/authors/author-\(number).md"] = Array("---\n\(rare)".utf8) + bytes.dropFirst(4)
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
        RandomEdit("section's templates") { newsroom, random in
            let place = random.below(newsroom.settings.sections.count)
            newsroom.settings.sections[place].template = random.oneIn(2) ? nil : "front"
            newsroom.settings.sections[place].storyTemplate = random.oneIn(2) ? nil : "essay"
            return newsroom.settings.sections[place].slug
        },
        RandomEdit("order of sections", weight: 1) { newsroom, _ in
            newsroom.settings.sections.append(newsroom.settings.sections.removeFirst())
            return ""
        },
        RandomEdit("a section beneath another", weight: 4) { newsroom, random in
            let place = random.below(newsroom.settings.sections.count)
            let section = newsroom.settings.sections[place]
            // Two levels and a third now and then, and no circle, which nobody can write.
            let others = newsroom.settings.sections.filter { other in
                other.name != section.name && other.parent != section.name
                    && newsroom.settings.sections.first { $0.name == other.parent }?.parent != section.name
            }
            newsroom.settings.sections[place].parent = random.oneIn(3) ? nil : random.pick(others)?.name
            return "\(section.name) beneath \(newsroom.settings.sections[place].parent ?? "none")"
        },
        RandomEdit("a section's keys") { newsroom, random in
            let place = random.below(newsroom.settings.sections.count)
            let keys = [
                "", "color: \"#0b5d4\(random.below(9))\"", "feed: false", "feed: true", "search: false",
                "editor: \(Newsroom.authors[random.below(4)])", "aliases: [/was-section-\(random.below(9))/]",
            ]
            newsroom.settings.sections[place].more = random.pick(keys) ?? ""
            return newsroom.settings.sections[place].more
        },
        RandomEdit("a story to another level") { newsroom, random in
            guard let child = random.pick(newsroom.settings.sections.filter { $0.parent != nil }),
                let place = newsroom.stories.indices.first(where: { newsroom.stories[$0].section == child.parent })
            else { return "nothing" }
            newsroom.stories[place].section = child.name
            return newsroom.stories[place].name
        },
        RandomEdit("the menu", weight: 3) { newsroom, random in
            newsroom.settings.more.removeAll { $0.hasPrefix("navigation:") }
            let entries =
                newsroom.settings.sections.map { "{section: \($0.name)}" } + [
                    "{tag: \(Newsroom.hugeTags[random.below(3)])}", "{page: about}", "{title: الأرشيف, url: /archive/}",
                    "{tag: وسم \(random.below(30))}",
                ]
            guard !random.oneIn(4) else { return "the sections" }
            let children = (0..<random.below(3)).compactMap { _ in random.pick(entries) }.joined(separator: ", ")
            newsroom.settings.more.append(
                "navigation: [\(random.pick(entries) ?? ""), {title: المزيد, children: [\(children)]}]")
            return newsroom.settings.more.last ?? ""
        },
        RandomEdit("a setting", weight: 3) { newsroom, random in
            switch random.below(6) {
            case 0: newsroom.settings.name = "جريدة \(Newsroom.words(1, &random))"
            case 1: newsroom.settings.description = Newsroom.words(5, &random)
            case 2: newsroom.settings.numerals = random.pick(["latn", "arab"]) ?? "latn"
            case 3: newsroom.settings.zone = random.pick(["UTC", "Africa/Cairo", "+03:00"]) ?? "UTC"
            case 4: newsroom.settings.quotes = random.pick(["preserve", "guillemets", "curly"]) ?? "preserve"
            default: newsroom.settings.feedItems = 3 + random.below(15)
            }
            return "\(newsroom.settings)"
        },
        RandomEdit("page size") { newsroom, random in
            newsroom.settings.pageSize = 5 + random.below(12)
            return "\(newsroom.settings.pageSize)"
        },
        RandomEdit("standing page", weight: 4) { newsroom, random in
            let title = Newsroom.words(2, &random)
            let rare = RareKey.lines(of: RareKey.page, newsroom, &random)
            newsroom.files["Content/pages/page-\(random.below(3)).md"] =
                random.oneIn(3)
                ? nil : Array("---\ntitle: \(title)\n\(rare)---\n\n\(Newsroom.words(7, &random))\n".utf8)
            return title
        },
        RandomEdit("old addresses") { newsroom, random in
            // Some lead nowhere, or begin at a page, as lines of people do.
            let targets = [
                "/", "/about/", "/tags/", "/section/\(newsroom.settings.sections[0].slug)/", "/old-1/", "/old-2.php",
            ]
            let lines = (0..<random.below(6)).map { number in
                let from = [
                    "/old-\(random.below(4))/", "/old-\(number).php", "/?p=\(random.below(9))", "/archived-\(number)/*",
                ]
                return "\(random.pick(from) ?? "") \(random.oneIn(4) ? "410" : random.pick(targets) ?? "/")"
            }
            newsroom.files["Content/redirects.tsv"] = Array(lines.joined(separator: "\n").utf8)
            return lines.joined(separator: ", ")
        },
        RandomEdit("front page", weight: 4) { newsroom, random in
            newsroom.editFrontPage(&random)
            return String(decoding: newsroom.files["Content/frontpage.yaml"] ?? [], as: UTF8.self)
        },
        RandomEdit("data", weight: 3) { newsroom, random in
            let name = random.oneIn(2) ? "most-read" : "rivers"
            let rows = (0..<random.below(5)).map { _ in
                "\(random.pick(newsroom.stories)?.path.dropFirst("Content/articles/".count) ?? "x.md"),\(random.below(100))"
            }
            let text = "article,views\n" + rows.map { $0 + "\n" }.joined()
            newsroom.files["Content/data/\(name).csv"] = random.oneIn(6) ? nil : Array(text.utf8)
            return text
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
}

extension Newsroom {
    mutating func editFrontPage(_ random: inout SplitMix64) {
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
        if random.oneIn(2) { lines += blocks(&random) }
        if random.oneIn(3), let section = random.pick(settings.sections)?.name {
            lines += ["sections:", "  \(section):"]
            if let story = random.pick(standing) { lines += ["    slots: [articles/\(story.name).md]"] }
            lines += blocks(&random).map { "    " + $0 }
        }
        if random.oneIn(3) {
            lines += [
                "breaking:", "  text: \(Self.words(4, &random))",
                "  until: \(Story.written(now + random.below(86400)))",
            ]
        }
        files["Content/frontpage.yaml"] = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// A few blocks of every kind, some of which name what is not there.
    private func blocks(_ random: inout SplitMix64) -> [String] {
        var lines = ["blocks:"]
        for _ in 0..<(1 + random.below(4)) {
            switch random.below(5) {
            case 0: lines.append("  - section: \(random.pick(settings.sections)?.name ?? "")")
            case 1: lines.append("  - tag: \(random.pick(Self.hugeTags) ?? "")")
            case 2: lines.append("  - author: \(random.pick(Self.authors) ?? "")")
            case 3: lines.append("  - data: \(random.oneIn(2) ? "most-read" : "rivers.csv")")
            default:
                let stories = (0..<3).compactMap { _ in random.pick(standing)?.name }
                lines.append("  - stories: [\(stories.map { "articles/\($0).md" }.joined(separator: ", "))]")
            }
            if random.oneIn(2) {
                lines.append("    look: \(random.pick(["list", "ranking", "column", "opinion"]) ?? "")")
            }
            if random.oneIn(2) { lines.append("    limit: \(1 + random.below(9))") }
            if random.oneIn(3) { lines += ["    title: \(Self.words(2, &random))", "    url: /archive/"] }
        }
        return lines
    }

    /// What `sitegen record` does after a deployment.
    mutating func record() {
        let tree = MemoryTree()
        save(into: tree)
        let proof = Proof.pull(from: tree, LoadOptions(now: Instant(seconds: now), workers: Workers(jobs: 1)))
        guard let site = proof.site, !proof.hasErrors else { return }
        files[Ledger.path] =
            Ledger.read(tree).ledger.recording(site, feeds: proof.plan?.feeds.feeds ?? [], as: nil).ledger.bytes
    }
}
