import Base
import Content
import Markdown
import Typesetting

/// An article in the words of schema.org: every field that its front matter can fill.
struct ArticleData: Sendable {
    private let site: Site
    private let shared: SharedData
    private let edition: Edition
    /// By the author's index: `{"@type":"Person",…}`.
    private let authors: [[UInt8]]

    init(_ edition: Edition, shared: SharedData) {
        let site = edition.site
        self.edition = edition
        self.site = site
        self.shared = shared
        authors = site.authors.map { author in
            var json = JSONWriter()
            json.object { json in
                json.text("@type", author.isOrganization ? "Organization" : "Person")
                json.text("name", author.name)
                json.address("url", author.url, at: site.outlet.address)
            }
            return json.bytes
        }
    }

    /// - Parameter address: the article's own, whole and encoded.
    func write(_ subject: ArticlePage, description: String?, _ address: [UInt8], _ json: inout JSONWriter) {
        let article = subject.article
        json.object { json in
            json.text("@type", schemaType(article.kind))
            writeWhere(article, address, &json)
            json.text("headline", article.title)
            json.text("alternativeHeadline", article.kicker)
            json.text("description", description)
            if let image = article.image {
                json.array("image") { json in
                    writeImage(nil, image.main(site.outlet.pictures), site.outlet.address, of: image, &json)
                }
            }
            writeRecordings(subject, &json)
            writeWhen(article, subject.text, &json)
            writeWho(article, &json)
            writeWhat(article, words: subject.text.words, &json)
            writeCorrections(article, &json)
            writeComments(article, address, &json)
        }
    }

    private func schemaType(_ kind: Article.Kind) -> String {
        switch kind {
        case .news, .interview, .factcheck, .video, .cartoon: "NewsArticle"
        case .opinion, .editorial: "OpinionNewsArticle"
        case .analysis: "AnalysisNewsArticle"
        case .report, .investigation: "ReportageNewsArticle"
        case .live: "LiveBlogPosting"
        case .sponsored: "AdvertiserContentArticle"
        }
    }

    private func writeWhere(_ article: Article, _ address: [UInt8], _ json: inout JSONWriter) {
        json.address("@id", address, fragment: "#article")
        json.address("url", address)
        json.address("mainEntityOfPage", address)
        json.ready("isPartOf", shared.websiteReference)
        if let location = article.location {
            json.object("locationCreated") { json in
                json.text("@type", "Place")
                json.text("name", location)
            }
        }
    }

    private func writeWhen(_ article: Article, _ text: SetText, _ json: inout JSONWriter) {
        let last = text.updates.first.map { site.stamp(of: $0) }
        let modified = max(article.modified, last ?? article.modified)
        json.date("datePublished", article.date)
        json.date("dateModified", modified)
        guard article.kind == .live else { return }
        json.date("coverageStartTime", min(article.date, text.updates.last.map { site.stamp(of: $0) } ?? article.date))
        if article.hasEnded { json.date("coverageEndTime", modified) }
        guard !text.updates.isEmpty else { return }
        json.array("liveBlogUpdate") { json in
            for update in text.updates.prefix(Self.mostUpdates) { write(update, of: article, &json) }
        }
    }

    /// More would make the page's head longer than its text.
    private static let mostUpdates = 50

    private func write(_ update: LiveUpdate, of article: Article, _ json: inout JSONWriter) {
        json.object { json in
            json.text("@type", "BlogPosting")
            json.text("headline", update.title.isEmpty ? String(update.text.prefix { $0 != "\n" }) : update.title)
            json.text("url", site.outlet.address.absolute(article.url) + "#" + percentEncoded(update.id))
            json.date("datePublished", site.stamp(of: update))
            json.text("articleBody", update.text.isEmpty ? update.title : update.text)
            if let author = update.author {
                json.object("author") { json in
                    json.text("@type", "Person")
                    json.text("name", author)
                }
            }
        }
    }

    private func writeRecordings(_ subject: ArticlePage, _ json: inout JSONWriter) {
        let recordings = edition.recordings(in: subject.text, of: subject.article.path)
        for (name, kind) in [("audio" as StaticString, AttachmentKind.audio), ("video", .video)] {
            let own = recordings.filter { $0.file.kind == kind }
            guard !own.isEmpty else { continue }
            json.array(name) { json in
                for (use, file) in own { write(file, use, subject.article, &json) }
            }
        }
    }

    private func write(_ file: Attachment, _ use: RecordingUse, _ article: Article, _ json: inout JSONWriter) {
        json.object { json in
            json.text("@type", file.kind == .video ? "VideoObject" : "AudioObject")
            json.text("name", use.title.isEmpty ? article.title : use.title)
            json.address("contentUrl", file.url, at: site.outlet.address)
            json.text("encodingFormat", file.mediaType)
            json.text("contentSize", String(file.size))
            // Search engines want a day, and have no other than the article's.
            json.date("uploadDate", article.date)
            let seconds = (file.milliseconds + 500) / 1000
            if seconds > 0 { json.text("duration", "PT\(seconds)S") }
            if file.width > 0 {
                json.number("width", file.width)
                json.number("height", file.height)
            }
            let poster = use.poster.flatMap { edition.typesetter.targets.picture($0, from: article.path) }
            if let picture = poster ?? article.image?.picture {
                let url = picture.renditions(site.outlet.pictures)?.main.url ?? picture.url
                json.address("thumbnailUrl", url, at: site.outlet.address)
            }
        }
    }

    /// Who wrote it is its author; who did something else for it (`تصوير`, `ترجمة`) contributed.
    private func writeWho(_ article: Article, _ json: inout JSONWriter) {
        let writers = article.bylines.filter { $0.role == nil }
        let others = article.bylines.filter { $0.role != nil }
        json.array("author") { json in
            for byline in writers { json.ready(nil, authors[byline.author]) }
            if writers.isEmpty { json.ready(nil, shared.organizationReference) }
        }
        if !others.isEmpty {
            json.array("contributor") { json in
                for byline in others { json.ready(nil, authors[byline.author]) }
            }
        }
        json.ready("publisher", shared.organizationReference)
        json.ready("copyrightHolder", shared.organizationReference)
        json.number("copyrightYear", article.date.date.year)
        if article.kind == .sponsored, let sponsor = article.source?.name {
            json.object("sponsor") { json in
                json.text("@type", "Organization")
                json.text("name", sponsor)
            }
        }
    }

    private func writeWhat(_ article: Article, words: Int, _ json: inout JSONWriter) {
        if let section = article.section { json.text("articleSection", site.sections[section].name) }
        let tags = site.tags(of: article)
        if !tags.isEmpty {
            json.array("keywords") { json in
                for tag in tags { json.text(site.tags[tag].name) }
            }
        }
        json.text("inLanguage", article.language ?? site.outlet.language)
        json.number("wordCount", words)
        json.flag("isAccessibleForFree", true)
        if let original = article.source?.canonical ?? article.source?.url { json.text("isBasedOn", original.text) }
    }

    /// The first of them; the page shows all.
    private func writeComments(_ article: Article, _ address: [UInt8], _ json: inout JSONWriter) {
        guard let thread = article.thread, thread.count > 0 else { return }
        json.number("commentCount", thread.count)
        json.array("comment") { json in
            for comment in thread.entries.lazy.map(\.comment).filter({ !$0.isRemoved }).prefix(Self.mostComments) {
                json.object { json in
                    json.text("@type", "Comment")
                    json.quoted("@id") { $0 += address + Array("#comment-\(comment.id)".utf8) }
                    json.date("datePublished", comment.date)
                    json.text("text", String(comment.text.prefix(Self.longestComment)))
                    if let name = comment.name {
                        json.object("author") { json in
                            json.text("@type", "Person")
                            json.text("name", name)
                            json.text("url", comment.url?.text)
                        }
                    }
                }
            }
        }
    }

    private static let mostComments = 20
    /// In characters.
    private static let longestComment = 1000

    /// What a fact check found (schema.org/ClaimReview), where its fields are given.
    func writeClaim(_ article: Article, _ address: [UInt8], _ json: inout JSONWriter) {
        guard let claim = article.claim else { return }
        json.object { json in
            json.text("@type", "ClaimReview")
            json.address("url", address)
            json.text("claimReviewed", claim.text)
            json.date("datePublished", article.date)
            json.ready("author", shared.organizationReference)
            json.object("reviewRating") { json in
                json.text("@type", "Rating")
                json.text("alternateName", claim.rating)
            }
            json.object("itemReviewed") { json in
                json.text("@type", "Claim")
                if let author = claim.author {
                    json.object("author") { json in
                        json.text("@type", "Person")
                        json.text("name", author)
                    }
                }
                json.text("appearance", claim.url?.text)
            }
        }
    }

    private func writeCorrections(_ article: Article, _ json: inout JSONWriter) {
        guard !article.corrections.isEmpty else { return }
        json.array("correction") { json in
            for correction in article.corrections {
                json.object { json in
                    json.text("@type", "CorrectionComment")
                    json.text("text", correction.text)
                    json.date("datePublished", correction.date)
                }
            }
        }
    }
}

extension Site {
    /// Its tags, but for one of its section's name: beside the section that would be said twice.
    func tags(of article: Article) -> [Int] {
        guard let section = article.section.map({ sections[$0].name.utf8 }) else { return article.tags }
        return article.tags.filter { tag in
            let name = tags[tag].name.utf8
            return name.count != section.count || !name.elementsEqual(section)
        }
    }
}
