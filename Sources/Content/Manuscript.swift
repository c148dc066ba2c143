import ArabicText
import Base

/// An article as its file states it, each value typed and checked, before the site is known.
struct Manuscript: Sendable {
    struct Word: Sendable {
        let text: String
        let location: Location
    }

    struct Byline: Sendable {
        let name: String
        let role: String?
        let location: Location
    }

    struct Image: Sendable {
        let src: String
        let alt: String?
        let caption: String?
        let credit: String?
        let focus: String?
        let location: Location
    }

    let path: String
    let file: [UInt8]
    let bodyStart: Int
    var title = ""
    var kicker: String?
    var summary: String?
    var date: Stamp?
    var updated: Stamp?
    var bylines: [Byline] = []
    var section: Word?
    var tags: [Word] = []
    var image: Image?
    var source: Article.Source?
    var kind = Article.Kind.news
    var slug: String?
    var aliases: [(path: URLPath, location: Location)] = []
    var isDraft = false
    var expires: Stamp?
    var status = Article.Status.standing
    var corrections: [Article.Correction] = []
    var series: String?
    var related: [Word] = []
    var location: String?
    var allowsComments = true
    var language: String?
    var id: String?
    var extra: [Article.Extra?] = []
    /// Where the keys stand, for what is found later.
    var places: [String: Location] = [:]

    /// The path beneath `Content/articles/` and without `.md`.
    var stem: String {
        String(path.dropFirst("Content/articles/".count).dropLast(".md".count))
    }

    var identity: String { id ?? stem }

    func place(of key: String) -> Location { places[key] ?? Location(path: path) }

    /// Whether nothing of it may be public at `now`.
    func isHeld(at now: Instant) -> Bool { isDraft || (date.map { $0.instant > now } ?? false) }

    /// The file's name without its date: `2024-01-24-rain.md` → `rain`.
    var nameWithoutDate: String {
        let name = stem.split(separator: "/").last.map(String.init) ?? stem
        let bytes = Array(name.utf8)
        let pattern = Array("0000-00-00-".utf8)
        guard bytes.count > pattern.count,
            zip(pattern, bytes).allSatisfy({ $0 == UInt8(ascii: "-") ? $1 == $0 : (0x30...0x39).contains($1) })
        else { return name }
        return String(decoding: bytes[pattern.count...], as: UTF8.self)
    }
}
