package import Base

/// An article's body, rendered: the HTML, and what other parts of the site need to know of it.
///
/// Every `offset` counts bytes in the body that was given, so that a diagnostic can point at the editor's own line.
package struct Document: Sendable {
    package var html: [UInt8] = []
    /// The headings in order, without the one that repeats the headline.
    package var outline: [Heading] = []
    package var links: [Link] = []
    package var pictures: [PictureUse] = []
    /// The words alone, a line a block, for summaries, search and counting. No code blocks, notes last.
    package var text: [UInt8] = []
    /// Where in `text` the notes begin; nil where there are none.
    package var notesStart: Int?
    package var words = 0
    /// What stands in the newsroom's line `*المصدر: Transparency News`, which is not part of the text.
    package var source: String?
    /// Where that leads, if it is a link.
    package var sourceLink: String?
    /// Where that line stands in the body.
    package var sourceOffset: Int?
    /// The ids that links of the form `#id` may lead to, in order.
    package var anchors: [String] = []
    package var remarks: [Remark] = []

    package init() {}
}

/// A heading as a table of contents needs it.
package struct Heading: Sendable, Hashable {
    /// 1–6.
    package let level: Int
    package let id: String
    /// Plain text, not escaped.
    package let title: String
    package let offset: Int

    package init(level: Int, id: String, title: String, offset: Int) {
        (self.level, self.id, self.title, self.offset) = (level, id, title, offset)
    }
}

package struct Link: Sendable, Hashable {
    /// As the author wrote it, entities decoded, before any resolution.
    package let destination: String
    /// Where the destination stands in the body; for a reference link, the block that uses it.
    package let offset: Int

    package init(destination: String, offset: Int) { (self.destination, self.offset) = (destination, offset) }
}

package struct PictureUse: Sendable, Hashable {
    /// As the author wrote it, entities decoded, before any resolution.
    package let destination: String
    package let alt: String
    package let offset: Int

    package init(destination: String, alt: String, offset: Int) {
        (self.destination, self.alt, self.offset) = (destination, alt, offset)
    }
}

/// A picture that exists: what to write into `src`, and its size in pixels.
package struct ResolvedPicture: Sendable, Hashable {
    /// Ready for the attribute: percent-encoded, not yet escaped for HTML.
    package let source: String
    package let width: Int
    package let height: Int

    package init(source: String, width: Int, height: Int) {
        self.source = source
        self.width = width
        self.height = height
    }
}

/// A diagnostic of a body, before anyone knows in which file the body stands.
package struct Remark: Sendable, Hashable {
    package let severity: Diagnostic.Severity
    package let id: String
    package let message: Message
    package let offset: Int

    /// Of one body: a text full of debris is not to be answered with a book.
    package static let most = 200

    package init(_ severity: Diagnostic.Severity, id: String, _ message: Message, at offset: Int) {
        self.severity = severity
        self.id = id
        self.message = message
        self.offset = offset
    }

    /// The remark at its place in a file whose body begins at byte `bodyStart` of `file`.
    package func diagnostic(path: String, file: [UInt8], bodyStart: Int = 0) -> Diagnostic {
        Diagnostic(severity, id: id, message, at: Location(path: path, offset: bodyStart + offset, in: file))
    }
}
