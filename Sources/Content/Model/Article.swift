package import Base

/// A published article, its references resolved to places in the `Site` that holds it.
///
/// What its file states is read as a property of the article (`article.title`), and what others say of it stands here.
/// A class, so that every page that shows an article shares it; nothing of it changes.
@dynamicMemberLookup
@usableFromInline package final class Article: Sendable {
    @usableFromInline let read: ReadManuscript
    /// Who is named for it.
    package let bylines: [Byline]
    /// Index into `Site.sections`.
    package let section: Int?
    /// Indexes into `Site.tags`.
    package let tags: [Int]
    /// The lead picture, where there is one and its file was found.
    package let image: Image?
    /// What the editor chose, as indexes into `Site.articles`, in the editor's order.
    package let related: [Int]
    /// The story that it replies to, or the reply to it, as an index into `Site.articles`; `Site.replies` has both ways.
    package let reply: Int?
    /// Whether it stands, by the build's clock.
    package let status: Status
    /// What readers wrote under it; nil where there is no file of comments, and where it was taken back.
    package let thread: Discussion?
    /// A draft or an embargoed article, shown because the build was asked to.
    package let isUnpublished: Bool

    init(
        _ read: ReadManuscript, bylines: [Byline], section: Int?, tags: [Int], image: Image?, related: [Int],
        reply: Int?, status: Status, thread: Discussion?, isUnpublished: Bool
    ) {
        self.read = read
        (self.bylines, self.section, self.tags, self.image) = (bylines, section, tags, image)
        self.reply = reply
        (self.related, self.status, self.thread, self.isUnpublished) = (related, status, thread, isUnpublished)
    }

    /// What its file states. Inlined, so that an optimised build loads the field as if it were stored here; a function
    /// for each took seven times as long.
    @inlinable package subscript<Value>(dynamicMember field: KeyPath<Manuscript, Value>) -> Value {
        read.manuscript[keyPath: field]
    }

    /// When it is published.
    package var date: Stamp { read.manuscript.date ?? .epoch }
    /// When it last changed in substance: published, updated or corrected, whichever came last.
    package var modified: Stamp {
        let manuscript = read.manuscript
        var last = manuscript.updated.map { Swift.max($0, date) } ?? date
        for correction in manuscript.corrections where correction.date > last { last = correction.date }
        return last
    }
    /// Its date cannot be read, which is an error, so that nobody knows its address.
    package var isUndated: Bool { read.manuscript.date == nil }
    /// Whether its front matter names a picture, be it there or not.
    package var namesPicture: Bool { read.manuscript.image != nil }
    /// Where it names it.
    package var imageLocation: Location? { read.manuscript.image?.location }

    /// The sections, tags and authors that its file names, as it spells them.
    package var lists: [(Ledger.Kind, String)] {
        let manuscript = read.manuscript
        return manuscript.tags.map { (.tag, $0.text) } + manuscript.bylines.map { (.author, $0.name) }
            + (manuscript.section.map { [(.section, $0.text)] } ?? [])
    }

    /// What stays of an article that was taken back: its place, its headline, its byline and its dates.
    package var tombstone: Article {
        Article(
            ReadManuscript(read.manuscript.tombstone, []), bylines: bylines, section: section, tags: [], image: nil,
            related: [], reply: nil, status: status, thread: nil, isUnpublished: isUnpublished)
    }

    /// The article with another text, whose file states the same.
    func with(_ edited: ReadManuscript) -> Article {
        Article(
            edited, bylines: bylines, section: section, tags: tags, image: image, related: related, reply: reply,
            status: status, thread: thread, isUnpublished: isUnpublished)
    }
}
