import ArabicText
import Base
import Testing

@testable import Content

/// A new key of articles is a property of `Manuscript`, and whoever forgets to pack it is told here.
@Suite struct ManuscriptTests {
    private static let path = "Content/articles/2024/rain.md"

    /// Every property with a value that it has nowhere else, and that it has not by itself.
    private static var full: Manuscript {
        var number = 0
        func place() -> Location {
            number += 1
            return Location(path: path, line: number, column: number + 100)
        }
        func stamp(_ day: Int) -> Stamp {
            Stamp(
                instant: Instant(seconds: day * 86400 + 3725), date: CivilDate(daysSince1970: day),
                time: day.isMultiple(of: 2) ? nil : CivilTime(hour: 1, minute: 2, second: day % 60), offset: day * 60)
        }
        var full = Manuscript(path: path, bodyStart: 311, digest: Digest(of: "file"))
        full.readDigest = Digest(of: "words")
        full.url = URLPath("2024/01/rain/")
        (full.title, full.kicker, full.summary) = ("مطر", "تمهيد", "")
        (full.date, full.updated, full.expires) = (stamp(19001), stamp(19002), stamp(19003))
        full.bylines = [
            .init(name: "سلمى", role: "تصوير", location: place()), .init(name: "كريم", role: nil, location: place()),
        ]
        full.section = .init(text: "علوم", location: place())
        full.tags = [.init(text: "ماء", location: place()), .init(text: "نهر", location: place())]
        full.image = .init(
            src: "a.png", alt: "وصف", caption: "شرح", credit: "مصور", focus: "50% 20%", location: place())
        full.source = .init(
            name: "وكالة", url: WebURL(checked: "https://a.example/"), canonical: WebURL(checked: "https://b.example/"))
        full.kind = .analysis
        full.slug = "matar"
        full.aliases = [.init(path: URLPath("old/"), location: place())]
        full.isDraft = true
        full.status = .retracted(reason: "خطأ")
        full.isSilent = true
        full.toldChanges = [.init(stamp: stamp(19004), location: place())]
        full.corrections = [.init(date: stamp(19005), text: "صُحح")]
        full.series = "سلسلة"
        full.reply = .init(text: "answer.md", location: place())
        full.claim = .init(
            text: "ادعاء", rating: "زائف", author: "فلان", url: WebURL(checked: "https://c.example/"))
        (full.socialTitle, full.searchTitle) = ("للمشاركة", "للبحث")
        full.related = [.init(text: "flood.md", location: place())]
        (full.location, full.allowsComments, full.language) = ("القاهرة", false, "ar-EG")
        full.isSearched = false
        full.carriesAds = false
        full.lines = .keep
        full.hasEnded = true
        full.template = .init(name: "longread", location: place())
        (full.id, full.idLocation) = ("7", place())
        full.extra = [nil, .text("خريف"), .number(-0.5), .flag(true)]
        full.hasArabicKeys = true
        return full
    }

    /// The properties as text, by their names.
    private static func properties(_ manuscript: Manuscript) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: manuscript).children.map {
                ($0.label ?? "", String(reflecting: $0.value))
            })
    }

    private static func changed(_ one: Manuscript, _ other: Manuscript) -> Set<String> {
        let other = properties(other)
        return Set(properties(one).filter { other[$0.key] != $0.value }.keys)
    }

    private static let empty = Manuscript(path: "", bodyStart: 0, digest: Digest(high: 0, low: 0))

    @Test func everyPropertyIsPacked() throws {
        let full = Self.full
        let names = Set(Self.properties(full).keys)
        #expect(Self.changed(full, Self.empty) == names, "the test must set each property")
        #expect(Set(Self.properties(full).values).count == names.count - 5, "only four flags and three are alike")
        for manuscript in [full, Self.empty] {
            let unpacked = try Self.unpacked(manuscript)
            #expect(Self.changed(unpacked, manuscript) == [])
        }
    }

    private static func unpacked(_ manuscript: Manuscript) throws -> Manuscript {
        var packer = Packer()
        packer.add(manuscript)
        packer.add("behind")
        return try packer.bytes.withUnsafeBytes { bytes in
            var unpacker = Unpacker(bytes)
            let manuscript: Manuscript = try unpacker.value()
            let behind = try unpacker.text()
            #expect(behind == "behind" && unpacker.isAtEnd)
            return manuscript
        }
    }

    @Test func bytesThatAreCutShortAreDamaged() {
        var packer = Packer()
        packer.add(Self.full)
        for end in packer.bytes.indices {
            packer.bytes[..<end].withUnsafeBytes { bytes in
                var unpacker = Unpacker(bytes)
                let manuscript: Manuscript? = try? unpacker.value()
                #expect(manuscript == nil)
            }
        }
    }

    /// What is not named here is gone, whoever adds a key.
    @Test func removedArticleKeepsPlaceHeadlineBylineAndDates() {
        let tombstone = Self.full.tombstone
        let gone = Self.changed(tombstone, Self.full)
        #expect(
            Set(Self.properties(tombstone).keys).subtracting(gone) == [
                "path", "digest", "readDigest", "url", "title", "date", "updated", "expires", "bylines", "section",
                "kind", "slug", "aliases", "isDraft", "status", "isSilent", "toldChanges", "allowsComments",
                "isSearched", "language", "id",
                "idLocation", "hasArabicKeys",
            ])
        #expect(!tombstone.allowsComments && tombstone.extra == [nil, nil, nil, nil])
        var lessFull = Self.full
        lessFull.allowsComments = true
        #expect(!lessFull.tombstone.allowsComments)
    }

    // MARK: Keys

    /// For each key a value, with what else must stand there for it to count.
    private static let values = [
        "title": "title: عنوان آخر", "kicker": "kicker: تمهيد", "summary": "summary: ملخص", "date": "date: 2024-02-03",
        "updated": "updated: 2024-03-04", "author": "author: سلمى", "authors": "authors: سلمى، كريم",
        "section": "section: علوم", "tags": "tags: ماء", "image": "image: a.png", "source": "source: وكالة",
        "kind": "kind: opinion", "slug": "slug: matar", "aliases": "aliases: /old/", "draft": "draft: true",
        "expires": "expires: 2030-01-01", "status": "status: removed", "silent": "status: legal-removal\nsilent: true",
        "reason": "status: retracted\nreason: خطأ",
        "corrections": "corrections:\n  - date: 2024-02-03\n    text: صُحح", "series": "series: سلسلة",
        "related": "related: flood.md", "reply": "reply: answer.md",
        "claim": "claim: {text: ادعاء, rating: زائف}", "social_title": "social_title: للمشاركة",
        "search_title": "search_title: للبحث", "location": "location: القاهرة", "comments": "comments: false",
        "search": "search: false", "ads": "ads: false",
        "template": "template: longread",
        "lang": "lang: fr", "lines": "lines: keep",
        "ended": "ended: true", "id": "id: 7",
        "extra": "extra: {season: خريف}",
    ]

    @Test func everyKeyHasAValueHere() {
        #expect(Set(Self.values.keys) == Set(Vocabulary.article.keys.map(\.name)))
    }

    @Test(arguments: values.keys.sorted()) func everyKeyIsReadIntoAProperty(_ key: String) throws {
        let settings = "name: جريدة\nurl: https://example.org/\nextra: {season: text}\n"
        let outlet = try #require(
            Outlet.load(
                from: MemoryTree(["Content/site.yaml": settings]),
                LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1))
            ).outlet)
        func read(_ lines: [String]) -> Manuscript {
            let (manuscript, diagnostics) = readManuscript(
                Array("---\n\(lines.joined(separator: "\n"))\n---\nنص\n".utf8), path: Self.path, outlet: outlet,
                digest: Digest(of: ""))
            #expect(diagnostics.isEmpty, "\(diagnostics)")
            return manuscript
        }
        let plain = ["title: مطر", "date: 2024-01-24"]
        let line = Self.values[key] ?? ""
        let found = Self.changed(read(plain.filter { !$0.hasPrefix("\(key):") } + [line]), read(plain))
        // These three are those of the file, which is another one.
        #expect(!found.subtracting(["bodyStart", "readDigest", "digest"]).isEmpty, "\(found)")
    }
}
