import ArabicText
import Base
import Content

/// The file of an article as an import writes it.
struct ArticleFile {
    var title = ""
    var kicker = ""
    var summary = ""
    /// As front matter has it; empty where there is none.
    var date = ""
    var updated = ""
    var expires = ""
    var authors: [(name: String, role: String)] = []
    var section = ""
    var tags: [String] = []
    var image: Figure?
    var source: (name: String, url: String, canonical: String)?
    var kind = ""
    var slug = ""
    var aliases: [String] = []
    var isDraft = false
    var closesComments = false
    var id = ""
    /// Fields of the outlet's own.
    var extra: [(key: String, text: String)] = []
    /// Markdown without an empty line at its ends.
    var body = ""

    /// The whole file.
    var bytes: [UInt8] {
        var matter = FrontMatterWriter()
        matter.add("title", title)
        for (key, text) in [("kicker", kicker), ("summary", summary), ("date", date), ("updated", updated)]
        where !text.isEmpty {
            matter.add(key, text)
        }
        addAuthors(to: &matter)
        if !section.isEmpty { matter.add("section", section) }
        matter.add("tags", list: tags)
        if let image {
            matter.add("image", map: [("src", image.destination), ("alt", image.alt), ("caption", image.caption)])
        }
        if let source {
            if source.url.isEmpty, source.canonical.isEmpty {
                matter.add("source", source.name)
            } else {
                matter.add(
                    "source", map: [("name", source.name), ("url", source.url), ("canonical", source.canonical)])
            }
        }
        for (key, text) in [("kind", kind), ("slug", slug)] where !text.isEmpty { matter.add(key, text) }
        matter.add("aliases", list: aliases)
        if !expires.isEmpty { matter.add("expires", expires) }
        if isDraft { matter.add("draft", "true") }
        if closesComments { matter.add("comments", "false") }
        if !id.isEmpty { matter.add("id", id) }
        if !extra.isEmpty { matter.add("extra", map: extra) }
        return Array((matter.text + "\n" + (body.isEmpty ? "" : body + "\n")).utf8)
    }

    private func addAuthors(to matter: inout FrontMatterWriter) {
        if authors.contains(where: { !$0.role.isEmpty }) {
            matter.add("author", maps: authors.map { [("name", $0.name), ("role", $0.role)] })
        } else if authors.count == 1, !authors[0].name.contains("،"), !authors[0].name.contains(",") {
            matter.add("author", authors[0].name)
        } else {
            matter.add("author", list: authors.map(\.name))
        }
    }
}
