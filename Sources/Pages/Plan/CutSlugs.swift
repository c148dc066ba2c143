import ArabicText
import Base
import Content

/// Two articles whose slugs are equal only because both were cut to the length that a slug may have: chapters of one long
/// headline.
struct CutSlugs {
    private let article: Article
    private let other: Article
    private let whole: String
    private let otherWhole: String

    /// Nil where the slugs are equal as they are, or the outputs are no articles.
    init?(_ output: Output, _ owner: Output, style: SlugStyle) {
        guard let article = output.page?.article, let other = owner.page?.article else { return nil }
        (self.article, self.other) = (article, other)
        (whole, otherWhole) = (article.uncutSlug(style: style), other.uncutSlug(style: style))
        guard whole != otherWhole, max(whole.utf8.count, otherWhole.utf8.count) > longestSlug else { return nil }
    }

    func diagnostic(besides outputs: [Output]) -> Diagnostic {
        let taken = Set(outputs.map { TextKey($0.url.collisionKey) })
        let slug = suggestion { taken.contains(TextKey(URLPath(url(with: $0)).collisionKey)) }
        return Diagnostic(
            id: PageRule.duplicateURL,
            Message(
                en:
                    "each page has a path of its own; the slug of this article and that of \(other.path) are equal where "
                    + "they are cut, behind \(longestSlug) bytes; add a line “slug: \(slug)”",
                ar:
                    "لكل صفحة مسار خاص بها؛ ومسار هذا المقال ومسار \(other.path) متساويان حيث يُقطعان، بعد \(longestSlug) "
                    + "بايت؛ أضف سطرًا «slug: \(slug)»"),
            at: Location(path: article.path))
    }

    private func url(with slug: String) -> String {
        article.url.text.replacing(shortenedSlug(whole), with: slug)
    }

    /// The first words and those in which it differs from the other, with a number behind them where that is taken too.
    private func suggestion(isTaken: (String) -> Bool) -> String {
        let words = whole.split(separator: "-")
        let common = zip(words, otherWhole.split(separator: "-")).prefix { $0 == $1 }.count
        let tail = Self.shortened(words[min(common, words.count - 1)...], to: longestSlug / 2)
        let head = Self.shortened(words[..<common], to: longestSlug - tail.utf8.count - 4)
        let slug = head.isEmpty ? tail : "\(head)-\(tail)"
        var (candidate, number) = (slug, 2)
        while isTaken(candidate) {
            candidate = "\(slug)-\(number)"
            number += 1
        }
        return candidate
    }

    /// As many of the words as have room.
    private static func shortened(_ words: ArraySlice<Substring>, to limit: Int) -> String {
        var text = ""
        for word in words {
            guard text.utf8.count + 1 + word.utf8.count <= limit else { break }
            text += text.isEmpty ? String(word) : "-\(word)"
        }
        guard text.isEmpty, let first = words.first else { return text }
        return String(decoding: first.utf8.prefix(limit), as: UTF8.self).replacing("\u{FFFD}", with: "")
    }
}
