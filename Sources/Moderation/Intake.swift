import ArabicText
import Base
import Content

/// Turns what form endpoints deliver into submissions. A mail address, an IP, a browser's name are not read.
struct Intake {
    /// Most links of a comment that is not taken for spam.
    private static let mostLinks = 3
    /// How often one text may come before it is a repetition.
    private static let mostTimes = 1
    /// Endpoints' names for the time.
    private static let dates = ["date", "created_at", "_date", "timestamp", "submitted_at", "time"]

    private let form: Outlet.CommentForm?
    @Boxed private var outlet: Outlet
    private let articles: [TextKey: String]
    private let blocked: [String]
    private let now: Instant
    private var texts: [Digest: Int] = [:]

    /// - Parameter blocked: words and hosts that no comment of a reader holds.
    init(_ site: Site, blocked: [String], now: Instant) {
        outlet = site.outlet
        form = site.outlet.comments
        self.now = now
        self.blocked = blocked.map { folded($0) }.filter { !$0.isEmpty }
        var articles: [TextKey: String] = [:]
        for article in site.articles {
            articles[TextKey(article.url.text)] = article.identity
            for alias in article.aliases where articles[TextKey(alias.path.text)] == nil {
                articles[TextKey(alias.path.text)] = article.identity
            }
        }
        self.articles = articles
    }

    /// What is wrong with a delivery that is no comment.
    enum Refusal: Error {
        case noText, tooLong
    }

    mutating func submission(_ fields: FormFields) throws(Refusal) -> Submission {
        let names = form ?? .usual
        let written = fields.first(of: [names.comment, "comment", "message", "text", "body"]) ?? ""
        guard written.unicodeScalars.count <= Comment.Limits.text else { throw .tooLong }
        let text = ReaderText.lines(written)
        guard !text.isEmpty else { throw .noText }
        let name = ReaderText.line(fields.first(of: [names.name, "name", "author"]) ?? "")
        guard name.unicodeScalars.count <= Comment.Limits.name else { throw .tooLong }
        let url = fields.first(of: [names.website, "website", "url"]).flatMap { WebURL(reader: $0) }
        let article = identity(of: fields.first(of: [names.page, "page", "slug"]) ?? "")
        let parent = fields.first(of: [names.parent, "parent", "reply_to"]).flatMap { Comment.id(ofAnchor: $0) }
        let date = fields.first(of: Self.dates).flatMap { stamp($0) } ?? Stamp(now, outlet.zone)
        var parts = Fingerprint()
        for part in [article ?? "", name, text] { parts.add(part) }
        let comment = Comment(
            id: String(parts.digest.shortHex.prefix(10)), parent: parent, name: name.isEmpty ? nil : name, url: url,
            date: date, text: text)
        let reason = reason(comment, trap: fields.first(of: [names.honeypot, "phone"]), hasArticle: article != nil)
        return Submission(comment: comment, article: article ?? "", reason: reason)
    }

    private mutating func reason(_ comment: Comment, trap: String?, hasArticle: Bool) -> Submission.Reason? {
        let key = Digest(of: folded(comment.text))
        texts[key, default: 0] += 1
        if trap != nil { return .honeypot }
        let all = folded("\(comment.name ?? "") \(comment.url?.text ?? "") \(comment.text)")
        if blocked.contains(where: { all.contains($0) }) { return .blocked }
        let links =
            all.split(separator: "://", omittingEmptySubsequences: false).count - 1 - (comment.url == nil ? 0 : 1)
        if links > Self.mostLinks { return .links }
        if texts[key, default: 0] > Self.mostTimes { return .repetition }
        return hasArticle ? nil : .page
    }

    /// Notes a text that came before, so that its repetition is one.
    mutating func know(_ text: String) { texts[Digest(of: folded(text)), default: 0] += 1 }

    private func identity(of page: String) -> String? {
        let page = String(page.prefix { $0 != "#" && $0 != "?" })
        let own =
            outlet.address.ownPath(of: page)
            ?? (page.hasPrefix(outlet.address.base) ? "/" + page.dropFirst(outlet.address.base.count) : nil)
        guard let path = (own ?? (page.hasPrefix("/") ? page : nil)).flatMap({ try? URLPath(written: $0) }) else {
            return nil
        }
        if let found = articles[TextKey(path.text)] { return found }
        return articles[TextKey(path.text + "/")] ?? articles[TextKey(String(path.text.dropLast()))]
    }

    /// A date as endpoints write it: ISO 8601, or seconds or milliseconds since 1970. Nothing is sent in the future.
    private func stamp(_ written: String) -> Stamp? {
        let stamp: Stamp?
        if let number = Int(written) {
            stamp =
                (0..<1 << 44).contains(number)
                ? Stamp(Instant(seconds: number > 1 << 36 ? number / 1000 : number), outlet.zone) : nil
        } else {
            stamp = (try? parseDate(Self.withoutFraction(written))).flatMap { try? Stamp($0, zone: outlet.zone) }
        }
        return stamp.flatMap { $0.instant > now ? nil : $0 }
    }

    /// `2024-01-24T09:05:30.123Z` without its milliseconds.
    private static func withoutFraction(_ text: String) -> String {
        guard let dot = text.firstIndex(of: ".") else { return text }
        return String(text[..<dot] + text[text.index(after: dot)...].drop { $0.isNumber })
    }
}
