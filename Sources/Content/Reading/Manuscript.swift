import ArabicText
import Base

/// An article as its file states it, each value typed and checked, before the site is known. Its text stays on the
/// disk.
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
    /// Where the text behind the front matter starts.
    var bodyStart: Int
    /// Of the whole file, and of the words that readers read.
    var digest: Digest
    var readDigest: Digest
    var url = URLPath("")
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
    var aliases: [Article.Alias] = []
    var isDraft = false
    var expires: Stamp?
    var status = Article.Status.standing
    /// When readers were told of a change, and where that is written.
    var toldChanges: [(stamp: Stamp, location: Location)] = []
    /// The newest first.
    var corrections: [Article.Correction] = []
    var series: String?
    var related: [Word] = []
    var location: String?
    var allowsComments = true
    var language: String?
    var id: String?
    /// Where the id stands.
    var idLocation: Location?
    var extra: [Article.Extra?] = []
    /// Whether its file has its keys in Arabic.
    var hasArabicKeys = false

    init(path: String, bodyStart: Int, digest: Digest) {
        (self.path, self.bodyStart, self.digest, readDigest) = (path, bodyStart, digest, digest)
    }

    /// The path beneath `Content/articles/` and without `.md`.
    var stem: String { Self.stem(of: path) }

    static func stem(of path: String) -> String {
        String(Substring(path.utf8.dropFirst("Content/articles/".utf8.count).dropLast(".md".utf8.count)))
    }

    /// In bytes.
    var stemLength: Int { path.utf8.count - "Content/articles/.md".utf8.count }

    var identity: String { id ?? stem }

    /// The file's name without its date, in letters: `2024-01-24-rain.md` → `rain`.
    var nameWithoutDate: String {
        var path = path
        return path.withUTF8 { path in
            let bytes = path.dropLast(".md".utf8.count)
            let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
            let pattern = "0000-00-00".utf8
            let rest = name.dropFirst(pattern.count)
            // Some write a blank or a low line between the two.
            let isDated =
                rest.count > 1 && rest.first.map { "- _".utf8.contains($0) } ?? false
                && zip(pattern, name).allSatisfy { $0 == UInt8(ascii: "-") ? $1 == $0 : (0x30...0x39).contains($1) }
            return decodedName(String(decoding: isDated ? rest.dropFirst() : name, as: UTF8.self))
        }
    }
}

/// The day that the file's name begins with, in the digits of either script: `2024-01-24-rain.md`, `2024_01_24
/// rain.md`. Nil where no calendar has it, and before 1900, when there was none of the files that are read here.
func day(inNameOf path: String) -> CivilDate? {
    var path = path
    if let plain = path.withUTF8(plainDay) { return plain }
    let name = path.utf8[
        (path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex)...]
    // Most names of files without a date begin with a letter.
    guard let first = name.first,
        (0x30...0x39).contains(first) || first == 0xD9 || first == 0xDB || first == UInt8(ascii: "%")
    else {
        return nil
    }
    let signs = Array(decodedName(String(Substring(name))).unicodeScalars.prefix(11))
    guard signs.count > 10, signs[4] == signs[7], signs[4] == "-" || signs[4] == "_" || signs[4] == "." else {
        return nil
    }
    func number(_ range: Range<Int>) -> Int? {
        range.reduce(0) { sum, place in
            guard let sum,
                let digit = signs[place].properties.numericType == .decimal ? signs[place].properties.numericValue : nil
            else {
                return nil
            }
            return sum * 10 + Int(digit)
        }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), number(10..<11) == nil,
        year >= 1900
    else {
        return nil
    }
    return CivilDate(year: year, month: month, day: day)
}

/// The same of a name that begins with ASCII, as most do; nil for another.
private func plainDay(inNameOf path: UnsafeBufferPointer<UInt8>) -> CivilDate?? {
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let signs = UnsafeBufferPointer(rebasing: path[start...].prefix(11))
    guard signs.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") }) else { return nil }
    guard signs.count > 10, signs[4] == signs[7], "-_.".utf8.contains(signs[4]) else { return .some(nil) }
    func number(_ range: Range<Int>) -> Int? {
        signs[range].allSatisfy { (0x30...0x39).contains($0) }
            ? signs[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), number(10..<11) == nil,
        year >= 1900
    else {
        return .some(nil)
    }
    return .some(CivilDate(year: year, month: month, day: day))
}

extension Manuscript {
    /// Without all that an article loses when it is taken back.
    var tombstone: Manuscript {
        var tombstone = self
        (tombstone.kicker, tombstone.summary, tombstone.image, tombstone.source) = (nil, nil, nil, nil)
        (tombstone.tags, tombstone.corrections, tombstone.related) = ([], [], [])
        (tombstone.series, tombstone.location, tombstone.allowsComments) = (nil, nil, false)
        tombstone.extra = extra.map { _ in nil }
        tombstone.bodyStart = 0
        return tombstone
    }

    /// Updates and corrections that are dated later than the clock: readers would be told of a change that is yet to
    /// come.
    func changesAhead(of now: Instant) -> [Diagnostic] {
        toldChanges.filter { $0.stamp.instant > now }.map { change in
            Diagnostic(
                .warning, id: "change-in-future",
                Message(
                    en:
                        "an update or a correction has happened; this one is dated in the future; write the day it "
                        + "was made",
                    ar: "التحديث والتصويب مما وقع؛ وتاريخ هذا في المستقبل؛ اكتب يوم وقوعه"),
                at: change.location)
        }
    }
}
