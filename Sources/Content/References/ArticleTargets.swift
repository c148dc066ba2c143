import ArabicText
import Base

/// Finds the article that an editor means by a file, a slug or a path.
struct ArticleTargets {
    private var places: [String: Int] = [:]
    private var slugs: [String: Int] = [:]
    private var absent: [String: Absence] = [:]
    /// Names that several articles have, with those articles' files.
    private var shared: [String: [String]] = [:]

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
        for index in shown.indices.reversed() {
            let manuscript = shown[index].manuscript
            for name in Self.names(of: manuscript) { add(name, index, to: \.places, shown) }
            add(manuscript.nameWithoutDate, index, to: \.slugs, shown)
        }
        // At the hour of an embargo nobody may be at the desk to answer the question.
        for read in unpublished where !read.manuscript.isDraft && !leftOut.contains(read.manuscript.path) {
            for name in Self.names(of: read.manuscript) + [read.manuscript.nameWithoutDate] {
                guard let other = places[name] ?? slugs[name] else { continue }
                share(name, shown[other].manuscript.path, read.manuscript.path)
            }
        }
    }

    private mutating func add(
        _ name: String, _ index: Int, to places: WritableKeyPath<Self, [String: Int]>, _ shown: [ReadManuscript]
    ) {
        for other in [self.places[name], slugs[name]].compactMap({ $0 }) where other != index {
            share(name, shown[other].manuscript.path, shown[index].manuscript.path)
        }
        self[keyPath: places][name] = index
    }

    private mutating func share(_ name: String, _ first: String, _ second: String) {
        // A preview of what is to come shows articles under embargo too.
        guard first != second else { return }
        for path in [first, second] where !(shared[name]?.contains(path) ?? false) {
            shared[name, default: []].append(path)
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

    func index(of word: String) -> Int? {
        Self.spellings(of: word).lazy.compactMap { shared[$0] == nil ? places[$0] ?? slugs[$0] : nil }.first
    }

    /// Whether several articles go by this name, which is an error whatever else could take their place.
    func isShared(_ word: String) -> Bool { files(of: word) != nil }

    private func files(of word: String) -> [String]? {
        shared.isEmpty ? nil : Self.spellings(of: word).lazy.compactMap { shared[$0] }.first
    }

    func problem(with word: Manuscript.Word) -> Diagnostic {
        if let files = files(of: word.text) { return Self.question(word, files) }
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

    /// The same of a row of data, which is left out: what is shown of an export may name pages that are no articles.
    func problem(withRow name: String, at place: Location) -> Diagnostic {
        let problem = problem(with: Manuscript.Word(text: name, location: place))
        guard problem.severity == .error else { return problem }
        return Diagnostic(
            .warning, id: ReferenceRule.unknownArticle,
            Message(
                en: problem.message.english + "; the row is left out", ar: problem.message.arabic + "؛ ويُترك هذا الصف"),
            at: place)
    }

    private static func question(_ word: Manuscript.Word, _ files: [String]) -> Diagnostic {
        let files = files.sorted(by: bytesPrecede)
        let name = files[0].dropFirst("Content/".count)
        return Diagnostic(
            id: ReferenceRule.ambiguousArticle,
            Message(
                en:
                    "a name means one article; “\(word.text)” fits \(files.joined(separator: " and ")); write which, such as "
                    + "“\(name)”",
                ar:
                    "يدل الاسم على مقال واحد؛ و«\(word.text)» يصح على \(files.joined(separator: " و"))؛ اكتب أيهما، مثل "
                    + "«\(name)»"),
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
