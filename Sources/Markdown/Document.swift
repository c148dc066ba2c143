/// An article's body, rendered: the HTML, and what other parts of the site need to know of it.
///
/// Every `offset` counts bytes in the body that was given, so that a diagnostic can point at the editor's own line.
package struct Document: Sendable {
    /// UTF-8, in blocks, each with a line feed behind it.
    package var html: [UInt8] = []
    /// The headings in order, without the one that repeats the headline.
    package var outline: [Heading] = []
    /// Links that were written, in order, before any resolution.
    package var links: [Link] = []
    /// Pictures that were written, in order, before any resolution.
    package var pictures: [PictureUse] = []
    /// Recordings that were written, in order, before any resolution.
    package var recordings: [RecordingUse] = []
    /// The words alone, a line a block, for summaries, search and counting. No code blocks, notes last.
    package var text: [UInt8] = []
    /// Where in `text` the notes begin; nil where there are none.
    package var notesStart: Int?
    /// What `wordCount` counts in `text`.
    package var words = 0
    /// What stands in the newsroom's line `*المصدر: Transparency News`, which is not part of the text.
    package var source: String?
    /// Where that leads, if it is a link.
    package var sourceLink: String?
    /// Where that line stands in the body.
    package var sourceOffset: Int?
    /// The ids that links of the form `#id` may lead to, in order.
    package var anchors: [String] = []
    /// The updates of live coverage, the newest first.
    package var updates: [LiveUpdate] = []
    /// Whether it has poems or other parts of which most texts have none, and for which themes have a style of its own.
    package var hasRareParts = false
    /// Whether it has cards that a reader's click turns into players.
    package var hasEmbeds = false
    /// Where one paragraph of the text follows another, in no list, box, quotation or poem; empty where nobody asks.
    package var paragraphs = Paragraphs()
    /// Tags of the author's own HTML that load, run or send something, where it is passed through.
    package var activeTags: [ActiveTag] = []
    /// In the order of their offsets.
    package var remarks: [Remark] = []

    package init() {}
}

/// The paragraphs of a text that stand in nothing else.
package struct Paragraphs: Sendable, Hashable {
    /// A place between two of them.
    package struct Gap: Sendable, Hashable {
        /// Number of the paragraph before it, from 1.
        package let paragraph: Int
        /// Where the next one begins in the HTML.
        package let offset: Int

        package init(paragraph: Int, offset: Int) { (self.paragraph, self.offset) = (paragraph, offset) }
    }

    /// How many there are.
    package var count = 0
    /// In the order of the text.
    package var gaps: [Gap] = []

    package init() {}
}

/// A tag of the author's own HTML that a security policy may block.
package struct ActiveTag: Sendable, Hashable {
    /// As the author wrote it, with what stands in a script or a style.
    package let text: String
    package let offset: Int

    package init(text: String, offset: Int) { (self.text, self.offset) = (text, offset) }
}

/// A heading as a table of contents needs it.
package struct Heading: Sendable, Hashable {
    /// 1–6.
    package let level: Int
    /// The id of the heading's element, without `#`.
    package let id: String
    /// Plain text, not escaped.
    package let title: String
    package let offset: Int

    package init(level: Int, id: String, title: String, offset: Int) {
        (self.level, self.id, self.title, self.offset) = (level, id, title, offset)
    }
}

/// A link as the author wrote it.
package struct Link: Sendable, Hashable {
    /// As the author wrote it, entities decoded, before any resolution.
    package let destination: String
    /// Where the destination stands in the body; for a reference link, the block that uses it.
    package let offset: Int

    package init(destination: String, offset: Int) { (self.destination, self.offset) = (destination, offset) }
}

/// A picture as the author wrote it.
package struct PictureUse: Sendable, Hashable {
    /// As the author wrote it, entities decoded, before any resolution.
    package let destination: String
    /// Plain text, empty where there is none.
    package let alt: String
    package let offset: Int

    package init(destination: String, alt: String, offset: Int) {
        (self.destination, self.alt, self.offset) = (destination, alt, offset)
    }
}

/// A recording as the author wrote it.
package struct RecordingUse: Sendable, Hashable {
    /// As the author wrote it, entities decoded, before any resolution.
    package let destination: String
    /// Plain text, empty where there is none.
    package let title: String
    /// The picture that stands for it, as an author would name it; nil where there is none.
    package let poster: String?
    /// The same of the files that have its words.
    package let captions: [String]
    package let offset: Int

    package init(destination: String, title: String, poster: String?, captions: [String], offset: Int) {
        (self.destination, self.title, self.poster) = (destination, title, poster)
        (self.captions, self.offset) = (captions, offset)
    }
}
