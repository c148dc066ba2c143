import Base

extension RandomEdit {
    static let ofStories = [
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
        RandomEdit("a file beside stories", weight: 4) { newsroom, random in
            guard let story = random.pick(newsroom.stories) else { return "nothing" }
            let name = random.pick(["talk.mp3", "film.mp4", "film.vtt", "table.csv", "paper.pdf"]) ?? ""
            let path = "Content/articles/" + story.folder + name
            newsroom.files[path] = random.oneIn(4) ? nil : Newsroom.attachment(name, random.below(5))
            return path
        },
        story("an update", weight: 3) { story, _, random in
            story.kind = "live"
            let (hour, minute) = (10 + random.below(14), 10 + random.below(50))
            story.body.append(.heading("\(hour):\(minute) \(Newsroom.words(3, &random))"))
            story.body.append(.paragraph(Newsroom.words(6, &random)))
        },
        story("a film of another site") { story, _, random in
            let sites = ["https://youtu.be/a\(random.below(9))", "https://x.com/u/status/\(random.below(9))"]
            story.body.append(.paragraph("[\(Newsroom.words(2, &random))](\(random.pick(sites) ?? ""))"))
        },
        story("shows a file", weight: 3) { story, newsroom, random in
            let folder = "Content/articles/" + story.folder
            let names = ["talk.mp3", "film.mp4", "table.csv", "paper.pdf"].filter {
                newsroom.files[folder + $0] != nil
            }
            guard let name = random.pick(names) else { return }
            let mark = name.hasPrefix("t") && name.hasSuffix("csv") || name.hasSuffix("pdf") ? "" : "!"
            story.body.append(.paragraph("\(mark)[\(Newsroom.words(2, &random))](\(name))"))
        },
        story("section") { story, newsroom, random in story.section = random.pick(newsroom.settings.sections)?.name },
        story("kind", weight: 1) { story, _, random in
            story.kind = random.pick(["news", "opinion", "live", "sponsored"]) ?? "news"
        },
        story("series") { story, _, random in story.series = random.oneIn(3) ? nil : random.pick(Newsroom.series) },
        story("an unknown field", weight: 1) { story, _, _ in story.kind = "خبر\nسطر: غريب" },
    ]

    static let ofComments = [
        RandomEdit("a comment", weight: 4) { newsroom, random in
            guard let story = random.pick(newsroom.stories) else { return "nothing" }
            let path = "Content/comments/\(story.rare["id"] ?? story.name).jsonl"
            let number = newsroom.newNumber()
            let parent = random.oneIn(2) ? ",\"parent\":\"c\(number - 1 - random.below(9))\"" : ""
            let name = random.oneIn(4) ? "" : ",\"name\":\"\(Newsroom.words(2, &random))\""
            let line =
                "{\"id\":\"c\(number)\"\(parent)\(name),\"date\":\"\(Story.written(story.date + number))\","
                + "\"text\":\"\(Newsroom.words(7, &random)) https://example.net/\(number)\"}\n"
            newsroom.files[path, default: []] += Array(line.utf8)
            return path
        },
        RandomEdit("comments go") { newsroom, random in
            let paths = newsroom.files.keys.filter { $0.hasPrefix("Content/comments/") }.sorted(by: bytesPrecede)
            guard let path = random.pick(paths) else { return "nothing" }
            newsroom.files[path] =
                random.oneIn(3)
                ? nil
                : Array(
                    String(decoding: newsroom.files[path] ?? [], as: UTF8.self).split(separator: "\n")
                        .dropFirst().joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
            return path
        },
        RandomEdit("feeds of comments", weight: 1) { newsroom, random in
            newsroom.settings.commentFeeds = random.pick(["none", "rss", "[atom, json]"]) ?? "none"
            return newsroom.settings.commentFeeds
        },
    ]

    static let ofReferences = [
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
        story("gallery") { story, newsroom, random in
            let pictures = newsroom.pictures(beside: story)
            let shown = (0..<random.below(5)).compactMap { _ in random.pick(pictures) }
            story.body.append(.gallery(shown, isBox: shown.isEmpty || random.oneIn(2)))
        },
        story("a picture that is not there", weight: 1) { story, _, random in
            story.body.append(.picture("picture-\(random.below(9)).png"))
        },
        RandomEdit("replace a picture", weight: 4) { newsroom, random in
            let pictures = newsroom.files.keys.filter { $0.hasSuffix(".png") }.sorted(by: bytesPrecede)
            guard let path = random.pick(pictures) else { return "nothing" }
            newsroom.files[path] =
                random.oneIn(3)
                ? Newsroom.photograph(random.below(1000))
                : Newsroom.picture(600 + random.below(900), 400 + random.below(9), UInt8(random.below(256)))
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
            newsroom.files[path] =
                random.oneIn(2) ? Newsroom.photograph(random.below(1000)) : Newsroom.picture(1300, 700, 7)
            return path
        },
        RandomEdit("remove a picture", weight: 1) { newsroom, random in
            let pictures = newsroom.files.keys.filter { $0.contains("/picture-") }.sorted(by: bytesPrecede)
            guard let path = random.pick(pictures) else { return "nothing" }
            newsroom.files[path] = nil
            return path
        },
    ]
}

extension Newsroom {
    /// Nobody leads to the story any more.
    mutating func forget(_ name: String) {
        for index in stories.indices where stories[index].rare["reply"] == name { stories[index].rare["reply"] = nil }
        for place in stories.indices {
            stories[place].related.removeAll { $0 == name }
            stories[place].body.removeAll { if case .link(_, name) = $0 { true } else { false } }
        }
    }

    mutating func repoint(_ old: String, to new: String) {
        for place in stories.indices {
            stories[place].related = stories[place].related.map { $0 == old ? new : $0 }
            if stories[place].rare["reply"] == old { stories[place].rare["reply"] = new }
            stories[place].body = stories[place].body.map { block in
                if case .link(let words, old) = block { .link(words, to: new) } else { block }
            }
        }
    }
}
