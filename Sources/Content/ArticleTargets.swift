import ArabicText
import Base

/// Finds the article that an editor means by a file, a slug or a path.
struct ArticleTargets {
    private var places: [String: Int] = [:]
    private var slugs: [String: Int] = [:]
    /// What is there and in no list. Naming it must not stop a build: it became so by the clock, or by a decision about that
    /// article alone.
    private let held: Set<String>
    private let gone: Set<String>
    private let broken: Set<String>

    /// - Parameters:
    ///   - gone: retracted, removed and expired articles.
    ///   - held: drafts and articles under embargo, of which nothing may be public.
    ///   - leftOut: files of articles that are broken, which perhaps nobody could read.
    init(_ shown: [ManuscriptShelf.Kept], gone: [ManuscriptShelf.Kept], held: [ManuscriptShelf.Kept], leftOut: Set<String>) {
        func names(_ articles: [ManuscriptShelf.Kept]) -> Set<String> {
            Set(articles.flatMap { Self.names(of: $0.manuscript) + [$0.manuscript.nameWithoutDate] })
        }
        (self.gone, self.held) = (names(gone), names(held))
        let unread = leftOut.map { Manuscript(path: $0, bodyStart: 0, digest: Digest(of: "")) }
        broken = Set(unread.flatMap { Self.names(of: $0) + [$0.nameWithoutDate] })
        // The oldest first, so that of two with one slug the newest is meant.
        for index in shown.indices.reversed() {
            for name in Self.names(of: shown[index].manuscript) { places[name] = index }
            slugs[shown[index].manuscript.nameWithoutDate] = index
        }
    }

    private static func names(of manuscript: Manuscript) -> [String] {
        [
            manuscript.path, "articles/\(manuscript.stem).md", "\(manuscript.stem).md", manuscript.stem, "/\(manuscript.url.text)",
            manuscript.stem.split(separator: "/").last.map { "\($0).md" } ?? "",
            manuscript.stem.split(separator: "/").last.map(String.init) ?? "", manuscript.slug ?? "", manuscript.id ?? "",
        ].filter { !$0.isEmpty }.map(CanonicalForm.nfc)
    }

    func index(of word: String) -> Int? {
        // A file whose own name is percent-encoded is named by it as it stands.
        let written = CanonicalForm.nfc(word)
        if let index = places[written] ?? slugs[written] { return index }
        let name = Self.plain(word)
        return places[name] ?? slugs[name]
    }

    func problem(with word: Manuscript.Word) -> Diagnostic {
        let name = Self.plain(word.text)
        if broken.contains(name) {
            return Diagnostic(
                .warning, id: "held-article",
                Message(
                    en: "“\(word.text)” is broken and is left out until it is mended",
                    ar: "«\(word.text)» معطوب، ويُترك حتى يُصلح"),
                at: word.location)
        }
        if gone.contains(name) {
            return Diagnostic(
                .warning, id: "gone-article",
                Message(
                    en: "“\(word.text)” was retracted or removed, or has expired, and is left out; name another article",
                    ar: "«\(word.text)» سُحب أو أُزيل أو انتهى أجله، ويُترك؛ اذكر مقالًا آخر"),
                at: word.location)
        }
        if held.contains(name) {
            return Diagnostic(
                .warning, id: "held-article",
                Message(
                    en: "“\(word.text)” is a draft or under embargo and is left out until it is public",
                    ar: "«\(word.text)» مسودة أو تحت حظر النشر، ويُترك حتى يُنشر"),
                at: word.location)
        }
        let hint = suggestion(for: word.text, among: slugs.keys.sorted(by: bytesPrecede))
        return Diagnostic(
            id: "unknown-article",
            Message(
                en: "there is no article “\(word.text)”"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; name it by its file, slug or path"),
                ar: "لا مقال باسم «\(word.text)»" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اذكره باسم ملفه أو مساره")),
            at: word.location)
    }

    private static func plain(_ word: String) -> String { CanonicalForm.nfc(percentDecoded(word) ?? word) }
}
