/// A file that newsrooms write in YAML, or whose head they do.
package enum KeyedFile: String, CaseIterable, Sendable {
    case article, author, page, site, frontpage

    /// The keys of the file itself.
    var vocabulary: Vocabulary {
        switch self {
        case .article: .article
        case .author: .author
        case .page: .page
        case .site: .site
        case .frontpage: .frontPage
        }
    }

    /// The keys that hold mappings, each with the keys of these.
    var nested: [String: Vocabulary] {
        switch self {
        case .article:
            ["author": .byline, "authors": .byline, "image": .image, "source": .source, "corrections": .correction]
        case .author: ["image": .image, "links": .link]
        case .page: ["stories": .stories]
        case .site:
            [
                "sections": .section, "tags": .tag, "navigation": .menuEntry, "social": .link, "comments": .comments,
                "feeds": .feeds, "search": .search, "app": .app, "security": .security, "scripts": .script,
            ]
        case .frontpage: ["slots": .slot, "blocks": .block, "breaking": .breaking]
        }
    }

    /// Mappings that stand alone and never in a list, which the schemas leave to the program.
    var single: [String: Vocabulary] {
        switch self {
        case .article: ["claim": .claim]
        case .site: ["months": .months, "pictures": .pictures, "documents": .documents, "ads": .ad]
        case .author, .page, .frontpage: [:]
        }
    }
}
