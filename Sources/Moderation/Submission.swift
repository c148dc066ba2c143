import Base
package import Content

/// A comment that waits for a moderator, or was sorted out: what may become public of it, and nothing else.
package struct Submission: Sendable {
    /// The comment as it will be.
    package var comment: Comment
    /// Identity of its article; empty where the form named none of the site's.
    package var article: String
    /// Why it was taken for spam; nil of one that waits.
    package var reason: Reason?

    /// What gives spam away.
    package enum Reason: String, Sendable, CaseIterable {
        /// It filled in the field that people do not see.
        case honeypot
        /// The same text came again and again.
        case repetition
        /// More addresses than people write.
        case links
        /// A word of `Moderation/blocked.txt`.
        case blocked
        /// It is for no article of the site.
        case page
    }

    /// As a line of `Moderation/`.
    var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.text("id", comment.id)
            json.text("article", article)
            json.text("reason", reason?.rawValue)
            json.text("parent", comment.parent)
            json.text("name", comment.name)
            json.text("url", comment.url?.text)
            json.text("date", comment.date.instant.utc)
            json.text("text", comment.text)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Nil where the line is none of `line`.
    init?(line: [UInt8]) {
        guard let json = try? JSONText(whole: line), let id = json["id"]?.string, Comment.isID(id),
            let text = json["text"]?.string, let date = Stamp(utc: json["date"]?.string ?? "")
        else { return nil }
        comment = Comment(
            id: id, parent: json["parent"]?.string, name: json["name"]?.string,
            url: json["url"]?.string.flatMap { WebURL(reader: $0) }, date: date, text: text)
        article = json["article"]?.string ?? ""
        reason = json["reason"]?.string.flatMap(Reason.init(rawValue:))
    }

    init(comment: Comment, article: String, reason: Reason?) {
        (self.comment, self.article, self.reason) = (comment, article, reason)
    }
}
