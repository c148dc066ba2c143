public import Base

/// An article as its file states it, each value typed and checked, before the site is known. Its text stays on the
/// disk.
///
/// A key of front matter is a property here and a line of `visitParts`. What other rooms read of it is `package`: they
/// have it as a property of `Article`. A removed article keeps nothing but what `tombstone` names.
@usableFromInline package struct Manuscript: Sendable {
    /// The file, relative to the site's folder.
    package let path: String
    /// Where the Markdown behind the front matter starts in the file's text; see `articleText`.
    package internal(set) var bodyStart: Int
    /// Digest of the whole file.
    package internal(set) var digest: Digest
    /// Digest of the words that readers read: headline, kicker, summary and text.
    package internal(set) var readDigest: Digest
    /// Where it lives.
    package internal(set) var url = URLPath("")
    /// The headline.
    package internal(set) var title = ""
    /// A few words above the headline.
    package internal(set) var kicker: String?
    /// The headline where a link is shared; nil where it is `title`.
    package internal(set) var socialTitle: String?
    /// The headline that search engines show; nil where it is `title`.
    package internal(set) var searchTitle: String?
    /// What it says, in one or two sentences.
    package internal(set) var summary: String?
    var date: Stamp?
    /// When it was last changed in substance.
    package internal(set) var updated: Stamp?
    var expires: Stamp?
    var bylines: [Byline] = []
    var section: Word?
    var tags: [Word] = []
    var image: Image?
    /// Whom the text comes from, where it is not the outlet's own.
    package internal(set) var source: Article.Source?
    /// The kind of story.
    package internal(set) var kind = Article.Kind.news
    var slug: String?
    /// Paths at which it was once published.
    package internal(set) var aliases: [Article.Alias] = []
    var isDraft = false
    var status = Article.Status.standing
    /// Whether its removal leaves no notice and no rule: its very address would tell.
    var isSilent = false
    /// When readers were told of a change, and where that is written.
    var toldChanges: [ToldChange] = []
    /// Corrections, the newest first.
    package internal(set) var corrections: [Article.Correction] = []
    /// The series that it belongs to.
    package internal(set) var series: String?
    var related: [Word] = []
    /// The right of reply to it, or the story that it is the reply to.
    var reply: Word?
    /// What a fact check found.
    package internal(set) var claim: Article.Claim?
    /// Where it was reported from.
    package internal(set) var location: String?
    /// Whether readers may comment on it.
    package internal(set) var allowsComments = true
    /// Whether its page may have advertisements and scripts of others.
    package internal(set) var carriesAds = true
    /// Whether the search finds it.
    package internal(set) var isSearched = true
    /// Whether live coverage has come to its end.
    package internal(set) var hasEnded = false
    /// Where the lines of its paragraphs end.
    package internal(set) var lines = Article.Lines.asOutlet
    /// The theme's template that prints it; nil where it is that of all articles, or its section's.
    package internal(set) var template: OwnTemplate?
    /// BCP 47 tag of the article's language; nil where it is the site's.
    package internal(set) var language: String?
    var id: String?
    /// Where the id stands.
    var idLocation: Location?
    /// The outlet's own fields in the order in which site.yaml declares them; nil where the article has none.
    package internal(set) var extra: [Article.Extra?] = []
    /// Whether its file has its keys in Arabic.
    var hasArabicKeys = false

    init(path: String, bodyStart: Int, digest: Digest) {
        (self.path, self.bodyStart, self.digest, readDigest) = (path, bodyStart, digest, digest)
    }
}

/// A manuscript between builds.
extension Manuscript: Packable {
    /// All that is packed, in the order of the packed bytes.
    private mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&bodyStart)
        try visitor.visit(&digest)
        try visitor.visit(&readDigest)
        try visitor.visit(&url)
        try visitor.visit(&title)
        try visitor.visit(&kicker)
        try visitor.visit(&socialTitle)
        try visitor.visit(&searchTitle)
        try visitor.visit(&summary)
        try visitor.visit(&date)
        try visitor.visit(&updated)
        try visitor.visit(&expires)
        try visitor.visit(&bylines)
        try visitor.visit(&section)
        try visitor.visit(&tags)
        try visitor.visit(&image)
        try visitor.visit(&source)
        try visitor.visit(&kind)
        try visitor.visit(&slug)
        try visitor.visit(&aliases)
        try visitor.visit(&isDraft)
        try visitor.visit(&status)
        try visitor.visit(&isSilent)
        try visitor.visit(&toldChanges)
        try visitor.visit(&corrections)
        try visitor.visit(&series)
        try visitor.visit(&related)
        try visitor.visit(&reply)
        try visitor.visit(&claim)
        try visitor.visit(&location)
        try visitor.visit(&allowsComments)
        try visitor.visit(&carriesAds)
        try visitor.visit(&isSearched)
        try visitor.visit(&lines)
        try visitor.visit(&hasEnded)
        try visitor.visit(&template)
        try visitor.visit(&language)
        try visitor.visit(&id)
        try visitor.visit(place: &idLocation)
        try visitor.visit(&extra)
        try visitor.visit(&hasArabicKeys)
    }

    @usableFromInline package func pack(into packer: inout Packer) {
        packer.add(path)
        var parts = self
        parts.visitParts(&packer)
    }

    @usableFromInline package init(from unpacker: inout Unpacker) throws(Damaged) {
        self.init(path: try unpacker.text(), bodyStart: 0, digest: Digest(high: 0, low: 0))
        var visitor = PartUnpacker(unpacker, path: path)
        try visitParts(&visitor)
        unpacker = visitor.unpacker
    }
}

extension Manuscript {
    /// The path beneath `Content/articles/` and without `.md`.
    var stem: String { Self.stem(of: path) }

    static func stem(of path: String) -> String {
        String(Substring(path.utf8.dropFirst("Content/articles/".utf8.count).dropLast(".md".utf8.count)))
    }

    /// What stays when the article moves: its `id`, else its path beneath `articles/`.
    package var identity: String { id ?? stem }

    /// Digest of `identity`, which need not be made for it.
    var identityDigest: Digest {
        if let id { return Digest(of: id) }
        return Digest(of: path.utf8.dropFirst("Content/articles/".utf8.count).dropLast(".md".utf8.count))
    }

    /// The file's name without its date, in letters: `2024-01-24-rain.md` → `rain`.
    var nameWithoutDate: String {
        var path = namingPath(of: path)
        return path.withUTF8 { path in
            let bytes = path.dropLast(".md".utf8.count)
            let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
            let pattern = "0000-00-00".utf8
            let rest = name.dropFirst(pattern.count)
            // Some write a blank or a low line between the two.
            let isDated =
                rest.count > 1 && rest.first.map { "- _".utf8.contains($0) } ?? false
                && zip(pattern, name).allSatisfy { $0 == UInt8(ascii: "-") ? $1 == $0 : (0x30...0x39).contains($1) }
            return decodedName(String(decoding: isDated ? rest.dropFirst() : name, as: UTF8.self))
        }
    }
}

extension Manuscript {
    /// What stays of an article that was taken back: its place, its headline, its byline and its dates.
    var tombstone: Manuscript {
        var rest = Manuscript(path: path, bodyStart: 0, digest: digest)
        (rest.readDigest, rest.url, rest.title, rest.kind, rest.language) = (readDigest, url, title, kind, language)
        (rest.date, rest.updated, rest.expires, rest.toldChanges) = (date, updated, expires, toldChanges)
        (rest.bylines, rest.section, rest.slug, rest.aliases) = (bylines, section, slug, aliases)
        (rest.isDraft, rest.status, rest.isSilent, rest.allowsComments) = (isDraft, status, isSilent, false)
        rest.isSearched = isSearched
        (rest.id, rest.idLocation, rest.hasArabicKeys) = (id, idLocation, hasArabicKeys)
        // As many as site.yaml declares.
        rest.extra = extra.map { _ in nil }
        return rest
    }

    /// Updates and corrections that are dated later than the clock: readers would be told of a change that is yet to
    /// come.
    func changesAhead(of now: Instant) -> [Diagnostic] {
        toldChanges.filter { $0.stamp.instant > now }.map { change in
            Diagnostic(
                .warning, id: ArticleRule.changeInFuture,
                Message(
                    en:
                        "an update or a correction has happened; this one is dated in the future; write the day it "
                        + "was made",
                    ar: "التحديث والتصويب مما وقع؛ وتاريخ هذا في المستقبل؛ اكتب يوم وقوعه"),
                at: change.location)
        }
    }
}
