import ArabicText
import Base
import Content

/// A comment of an export: what readers saw of it, and nothing of who wrote it but the name.
struct WordPressComment: Sendable {
    var id = ""
    var parent = ""
    var name = ""
    var url = ""
    /// UTC, `2024-01-24 09:05:00`.
    var date = ""
    var text = ""
    var isApproved = false
    /// A reader's, and no ping of another site nor an editor's note.
    var isReaders = true

    /// Whether a new site shows it.
    var isShown: Bool { isApproved && isReaders }

    /// Plain text: tags go, the ends of paragraphs and lines stay.
    static func plain(_ html: String) -> String {
        var text = html.replacing("\r\n", with: "\n")
        for tag in ["<br>", "<br/>", "<br />", "</li>", "</div>"] { text = text.replacing(tag, with: "\n") }
        for tag in ["</p>", "<p>", "</blockquote>"] { text = text.replacing(tag, with: "\n\n") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            WordPressName.plain(String(line))
        }
        return ReaderText.lines(lines.joined(separator: "\n"))
    }

    /// Comments of one post as its file has them; those that answer what is not there answer nothing.
    ///
    /// - Parameters:
    ///   - fallback: the date of a comment whose own is none.
    ///   - cut: told of each that is longer than a site shows.
    static func comments(
        of item: WordPressItem, _ names: ImportOptions.CommentNames, fallback: Stamp, cut: (String) -> Void
    ) -> [Comment] {
        var comments: [Comment] = []
        var seen: Set<String> = []
        for written in item.comments where Comment.isID(written.id) && seen.insert(written.id).inserted {
            var text = plain(written.text)
            guard !text.isEmpty else { continue }
            if text.unicodeScalars.count > Comment.Limits.text {
                text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Comment.Limits.text)))
                cut(written.id)
            }
            let date = (try? parseDate(written.date)).flatMap { try? Stamp($0, zone: .utc) } ?? fallback
            let url = names == .keep ? WebURL(reader: written.url) : nil
            comments.append(
                Comment(
                    id: written.id, parent: written.parent, name: names.shown(ReaderText.line(written.name)), url: url,
                    date: date, text: text))
        }
        return comments.map { comment in
            seen.contains(comment.parent ?? "") && comment.parent != comment.id
                ? comment
                : Comment(
                    id: comment.id, parent: nil, name: comment.name, url: comment.url, date: comment.date,
                    text: comment.text)
        }
    }
}

extension ImportOptions {
    /// What becomes of the names of those who commented.
    package enum CommentNames: String, Sendable, CaseIterable {
        case keep, initials, none

        /// The name as the new site has it.
        func shown(_ name: String) -> String? {
            let name = String(name.prefix(Comment.Limits.name / 2))
            switch self {
            case .none: return nil
            case .keep: return name.isEmpty ? nil : name
            case .initials:
                let letters = name.split(separator: " ").compactMap { $0.first { $0.isLetter } }
                return letters.isEmpty ? nil : letters.map { "\($0)." }.joined(separator: " ")
            }
        }
    }
}
