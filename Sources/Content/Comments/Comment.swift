/// What a reader wrote under an article, after a moderator let it through. Of who wrote it there is a name and perhaps
/// an address of the web; nothing else is ever kept.
package struct Comment: Sendable, Hashable {
    /// Name of the comment within its article: letters, digits, `-`, `_` and `.`, 64 at most.
    package let id: String
    /// The comment that this one answers.
    package let parent: String?
    /// Nil where the reader's name is not shown.
    package let name: String?
    /// An `http` address that the reader gave.
    package let url: WebURL?
    /// When it was sent.
    package let date: Stamp
    /// Plain text: a line end is one, a blank line parts paragraphs.
    package let text: String
    /// Taken away; its place stays for the answers to it.
    package let isRemoved: Bool

    /// A comment whose parts are checked.
    package init(
        id: String, parent: String?, name: String?, url: WebURL?, date: Stamp, text: String, isRemoved: Bool = false
    ) {
        (self.id, self.parent, self.name, self.url) = (id, parent, name, url)
        (self.date, self.text, self.isRemoved) = (date, text, isRemoved)
    }

    /// Its anchor on the article's page, whatever a heading there is called.
    package var anchor: String { Self.anchorStart + id }

    private static let anchorStart = "comment-"

    /// The id that an anchor names, or an id by itself; nil of what is neither.
    package static func id(ofAnchor text: String) -> String? {
        let id = text.hasPrefix(anchorStart) ? String(text.dropFirst(anchorStart.count)) : text
        return isID(id) ? id : nil
    }

    /// Most that a comment may hold; counted in Unicode scalars.
    package enum Limits {
        package static let id = 64
        package static let name = 200
        package static let text = 20_000
    }

    /// Whether `text` may be a comment's id.
    package static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= Limits.id
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
            }
    }
}
