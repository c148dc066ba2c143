import ArabicText
import Base

/// Finds the article that an editor means by a file, a slug or a path.
struct ArticleTargets {
    private var places: [String: Int] = [:]
    private var slugs: [String: Int] = [:]
    private var absent: [String: Absence] = [:]

    /// Why an article that is there stands in no list. Naming it must not stop a build: it became so by the clock, or
    /// by a decision about that article alone.
    fileprivate enum Absence {
        case unpublished, gone, broken
    }

    /// - Parameters:
    ///   - gone: retracted, removed and expired articles.
    ///   - unpublished: drafts and articles under embargo, of which nothing may be public.
    ///   - leftOut: files of articles that are broken, which perhaps nobody could read.
    init(_ shown: [ReadManuscript], gone: [ReadManuscript], unpublished: [ReadManuscript], leftOut: Set<String>) {
        add(unpublished.map(\.manuscript), as: .unpublished)
        add(gone.map(\.manuscript), as: .gone)
        add(leftOut.map { Manuscript(path: $0, bodyStart: 0, digest: Digest(of: "")) }, as: .broken)
        // The oldest first, so that of two with one slug the newest is meant.
        for index in shown.indices.reversed() {
            for name in Self.names(of: shown[index].manuscript) { places[name] = index }
            slugs[shown[index].manuscript.nameWithoutDate] = index
        }
    }

    private mutating func add(_ manuscripts: [Manuscript], as absence: Absence) {
        for manuscript in manuscripts {
            for name in Self.names(of: manuscript) + [manuscript.nameWithoutDate] { absent[name] = absence }
        }
    }

    private static func names(of manuscript: Manuscript) -> [String] {
        [
            manuscript.path, "articles/\(manuscript.stem).md", "\(manuscript.stem).md", manuscript.stem,
            manuscript.url.text.isEmpty ? "" : "/\(manuscript.url.text)",
            manuscript.stem.split(separator: "/").last.map { "\($0).md" } ?? "",
            manuscript.stem.split(separator: "/").last.map(String.init) ?? "", manuscript.slug ?? "",
            manuscript.id ?? "",
        ].filter { !$0.isEmpty }.map(CanonicalForm.nfc)
    }

    func index(of word: String) -> Int? { Self.spellings(of: word).lazy.compactMap { places[$0] ?? slugs[$0] }.first }

    func problem(with word: Manuscript.Word) -> Diagnostic {
        if let absence = Self.spellings(of: word.text).lazy.compactMap({ absent[$0] }).first {
            return .init(
                .warning, id: absence == .gone ? ReferenceRule.goneArticle : .heldArticle, absence.message(word.text),
                at: word.location)
        }
        let hint = suggestion(for: word.text, among: slugs.keys.sorted(by: bytesPrecede))
        return Diagnostic(
            id: ReferenceRule.unknownArticle,
            Message(
                en: "there is no article “\(word.text)”"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; name it by its file, slug or path"),
                ar: "لا مقال باسم «\(word.text)»"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ اذكره باسم ملفه أو "
                        + "مساره")),
            at: word.location)
    }

    /// The word as it stands, for a file's own name may be percent-encoded, and decoded.
    private static func spellings(of word: String) -> [String] {
        [word, percentDecoded(word) ?? word].map(CanonicalForm.nfc)
    }
}

extension ArticleTargets.Absence {
    fileprivate func message(_ name: String) -> Message {
        switch self {
        case .unpublished:
            Message(
                en: "“\(name)” is a draft or under embargo and is left out until it is public",
                ar: "«\(name)» مسودة أو تحت حظر النشر، ويُترك حتى يُنشر")
        case .gone:
            Message(
                en: "“\(name)” was retracted or removed, or has expired, and is left out; name another article",
                ar: "«\(name)» سُحب أو أُزيل أو انتهى أجله، ويُترك؛ اذكر مقالًا آخر")
        case .broken:
            Message(en: "“\(name)” is broken and is left out until it is mended", ar: "«\(name)» معطوب، ويُترك حتى يُصلح")
        }
    }
}
