import ArabicText
import Base

// What the terms come to once every article was added.

extension Terms {
    /// Place of its section; nil where it has none, or one that nobody knows.
    func section(of manuscript: Manuscript) -> Int? {
        manuscript.section.flatMap { sectionSpellings[TextKey($0.text)] ?? section($0.text) }
    }

    var sectionNames: [String] { sections.map(\.name) }

    var tagNames: [String] { tags.map(\.name) }

    /// Its authors, each once for what they did, in the order of the names.
    func bylines(of manuscript: Manuscript) -> [Article.Byline] {
        var bylines: [Article.Byline] = []
        bylines.reserveCapacity(manuscript.bylines.count)
        for byline in manuscript.bylines {
            // What was taken back was never added, and may spell a name as nobody else does.
            for author in authorSpellings[TextKey(byline.name)] ?? knownAuthors(byline.name) ?? []
            where !bylines.contains(where: { $0.author == author && $0.role == byline.role }) {
                bylines.append(.init(author: author, role: byline.role))
            }
        }
        return bylines
    }

    /// Places of its tags, each once, in the order of the words.
    func tags(of manuscript: Manuscript) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(manuscript.tags.count)
        for word in manuscript.tags {
            guard let place = tagSpellings[TextKey(word.text)] ?? tag(word.text), !places.contains(place) else {
                continue
            }
            places.append(place)
        }
        return places
    }

    /// - Parameter image: of a tag that site.yaml gives one.
    func frozenTags(_ image: (Manuscript.Image) -> Article.Image?) -> [Tag] {
        tags.map {
            Tag(
                name: $0.name, url: URLPatterns.fill(outlet.patterns.tag, slug: $0.slug),
                description: $0.settings?.description, image: $0.settings?.image.flatMap(image),
                aliases: $0.settings?.aliases ?? [],
                articles: $0.articles.reversed())
        }
    }
}
