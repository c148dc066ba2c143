import ArabicText
package import Base
package import Content
import Markdown

/// An update that is written into an article's live coverage: the file with it, all other bytes as they were.
///
/// Where it belongs is tried and not guessed: the text is set with it, and only if all other updates come out as before
/// and this one is the newest, at this minute and under its anchor, is it there.
package struct AddedUpdate: Sendable {
    /// The article's file, relative to the site's folder.
    package let path: String
    /// The whole file.
    package let file: [UInt8]
    /// The update's anchor, which stays when its words or its time are corrected.
    package let id: String
    /// The update's address, without the site's.
    package let url: String

    /// What an editor says of an update.
    package struct Words: Sendable {
        let text: String
        let title: String?
        let author: String?
        let isPinned: Bool

        /// - Parameters:
        ///   - text: its first line is the heading where it is short and no title is given.
        ///   - title: the heading.
        package init(text: String, title: String? = nil, author: String? = nil, isPinned: Bool = false) {
            (self.text, self.title, self.author, self.isPinned) = (text, title, author, isPinned)
        }
    }

    /// - Parameters:
    ///   - name: the article's path, the name of its file, its slug or its id.
    ///   - now: the update's time, to the minute.
    package init(_ words: Words, to name: String, in site: Site, from tree: some FileTree, now: Instant)
        throws(Diagnostic)
    {
        let article = try Self.article(name, in: site)
        let place = Location(path: article.path)
        let file = try tree.read(article.path)
        let text = try articleText(of: article, unchanged: file)
        let lines = LineBreaks(of: file)
        let setter = LiveSetter(article, site)
        let before = setter.set(text)
        let (day, time) = site.outlet.zone.civil(now)
        var update = try WrittenUpdate(words, at: place)
        update.id = Self.freeID(day, time, besides: before.anchors)
        var found: (offset: Int, bytes: [UInt8])?
        for spot in LiveSpots(text, article.bodyStart, before.updates).spots where found == nil {
            for showsDay in [false, true] where found == nil {
                let heading = update.heading(time, on: showsDay ? day : nil)
                let piece = spot.piece(update.block(heading), in: text)
                let after = setter.set(Array(text[..<spot.offset] + piece + text[spot.offset...]))
                guard let first = after.updates.first, first.id == update.id, first.date == day,
                    first.time == CivilTime(hour: time.hour, minute: time.minute),
                    Self.isSame(after.updates.dropFirst(), before.updates),
                    !after.remarks.contains(where: { $0.severity == .error })
                else { continue }
                found = (spot.offset, piece)
            }
        }
        guard let found else {
            let isAhead = before.updates.first.map { ($0.date, $0.time) > (day, time) } ?? false
            throw .refused(isAhead ? .future : .place, at: place)
        }
        (path, id) = (article.path, update.id)
        self.file = lines.inserting(found.bytes, at: found.offset)
        url = site.outlet.address.absolute(article.url) + "#" + update.id
    }

    private static func isSame(_ some: some Collection<LiveUpdate>, _ others: [LiveUpdate]) -> Bool {
        some.count == others.count
            && zip(some, others).allSatisfy {
                ($0.id, $0.title, $0.text, $0.isPinned) == ($1.id, $1.title, $1.text, $1.isPinned)
                    && ($0.date, $0.time, $0.author) == ($1.date, $1.time, $1.author)
            }
    }

    /// `u0124-1405`, with a number behind it where that is taken.
    private static func freeID(_ day: CivilDate, _ time: CivilTime, besides taken: [String]) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let id = "u\(two(day.month))\(two(day.day))-\(two(time.hour))\(two(time.minute))"
        var (free, number) = (id, 2)
        while taken.contains(free) { (free, number) = ("\(id)-\(number)", number + 1) }
        return free
    }

    private static func article(_ name: String, in site: Site) throws(Diagnostic) -> Article {
        let name = CanonicalForm.nfc(name)
        func stem(_ path: String) -> String { String((path.split(separator: "/").last ?? "").dropLast(".md".count)) }
        let named = site.articles.filter { article in
            let path = CanonicalForm.nfc(article.path)
            return path == name || path.hasSuffix("/" + name) || stem(path) == name || stem(path).hasSuffix("-" + name)
                || site.identity(of: article) == name
                || article.url.text.split(separator: "/").last.map { $0 == name } ?? false
        }
        let exact = named.filter { CanonicalForm.nfc($0.path) == name }
        let found = exact.isEmpty ? named : exact
        guard let article = found.first else {
            let all = site.articles.filter { $0.kind == .live }.map { stem($0.path) }
            throw .noArticle(name, hint: suggestion(for: name, among: all) ?? all.first)
        }
        guard found.count == 1 else { throw .severalArticles(name, found.map(\.path)) }
        let place = Location(path: article.path)
        guard article.kind == .live else { throw .refused(.kind, at: place) }
        guard !article.hasEnded else { throw .refused(.ended, at: place) }
        return article
    }
}

/// Sets the text of live coverage as the site does, as far as its updates go.
private struct LiveSetter {
    private let renderer: Renderer
    private let clock: LiveClock
    private let bodyStart: Int

    init(_ article: Article, _ site: Site) {
        let (outlet, wording) = (site.outlet, Wordings.make(for: site).0[article.language])
        renderer = Renderer(MarkdownSettings(outlet, wording, language: article.language ?? outlet.language))
        clock = LiveClock(outlet.zone, wording, since: article.date.date)
        bodyStart = article.bodyStart
    }

    func set(_ text: [UInt8]) -> Document { renderer.render(Array(text[bodyStart...]), live: clock) }
}

/// An update as it will stand in the file.
private struct WrittenUpdate {
    var id = ""
    private let title: String
    private let body: String
    private let author: String?
    private let isPinned: Bool

    /// Letters of a line that is a heading.
    private static let longestTitle = 120

    init(_ words: AddedUpdate.Words, at place: Location) throws(Diagnostic) {
        let text = Self.clean(words.text)
        guard !text.isEmpty else { throw .refused(.empty, at: place) }
        (author, isPinned) = (words.author.map(Self.line), words.isPinned)
        if let title = words.title.map(Self.line), !title.isEmpty {
            (self.title, body) = (title, text)
            return
        }
        let first = text.prefix { $0 != "\n" }
        let isTitle = first.count <= Self.longestTitle
        title = isTitle ? Self.line(String(first)) : ""
        body = isTitle ? Self.clean(String(text.dropFirst(first.count))) : text
    }

    /// Without what nobody sees, without blank lines at both ends.
    private static func clean(_ text: String) -> String {
        let clean = String(decoding: Hygiene.clean(Array(text.utf8)).text, as: UTF8.self)
        var lines = clean.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)[...]
        func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
        while let line = lines.first, isBlank(line) { lines.removeFirst() }
        while let line = lines.last, isBlank(line) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static func line(_ text: String) -> String {
        clean(text).split { $0.isWhitespace }.joined(separator: " ")
    }

    /// - Parameter day: stands in front of the time; nil where the place of the update tells it.
    func heading(_ time: CivilTime, on day: CivilDate?) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = (day.map { "\($0.iso) " } ?? "") + two(time.hour) + ":" + two(time.minute)
        let by = author.flatMap { $0.isEmpty ? nil : " | \($0)" } ?? ""
        return "## \(clock)\(title.isEmpty ? "" : " \(title)")\(by) {#\(id)\(isPinned ? " pinned" : "")}"
    }

    func block(_ heading: String) -> [String] {
        [heading]
            + (body.isEmpty
                ? [] : [""] + body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
}

/// Where in a file a new update may stand: in front of the others where the newest come first, else behind them.
private struct LiveSpots {
    struct Spot {
        /// In the text; the beginning of a line, or its end.
        let offset: Int

        /// What is to be inserted: the lines, with a blank one in front and behind where there is none.
        func piece(_ lines: [String], in text: [UInt8]) -> [UInt8] {
            let before = text[..<offset]
            var piece: [UInt8] = []
            if let last = before.last, last != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
            if !before.isEmpty, !(Array(before.suffix(200)) + piece).endsInBlankLine {
                piece.append(UInt8(ascii: "\n"))
            }
            piece += lines.joined(separator: "\n").utf8
            piece.append(UInt8(ascii: "\n"))
            if let next = text[offset...].first, next != UInt8(ascii: "\n") { piece.append(UInt8(ascii: "\n")) }
            return piece
        }
    }

    private(set) var spots: [Spot] = []
    private let text: [UInt8]
    private let bodyStart: Int

    init(_ text: [UInt8], _ bodyStart: Int, _ updates: [LiveUpdate]) {
        (self.text, self.bodyStart) = (text, bodyStart)
        let inFile = updates.sorted { $0.offset < $1.offset }
        let end = Spot(offset: endOfUpdates)
        guard let first = inFile.first, let last = inFile.last else {
            spots = [end]
            return
        }
        let isNewestFirst = (first.date, first.time) >= (last.date, last.time)
        guard isNewestFirst else {
            spots = [end]
            return
        }
        let start = lineStart(bodyStart + first.offset)
        spots = [Spot(offset: start)]
        if let day = headingBefore(start) { spots.append(Spot(offset: day)) }
        // Of one update nobody can tell which way the file goes on.
        if inFile.count == 1 { spots.append(end) }
    }

    private func lineStart(_ offset: Int) -> Int {
        (text[..<min(offset, text.count)].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    /// A heading right in front of a line, which may be that of a day.
    private func headingBefore(_ start: Int) -> Int? {
        var place = start
        while place > bodyStart {
            let line = lineStart(place - 1)
            let words = text[line..<place].filter { $0 > 0x20 }
            if words.first == UInt8(ascii: "#") { return max(line, bodyStart) }
            if !words.isEmpty { return nil }
            place = line
        }
        return nil
    }

    /// In front of what stands at the end of a text and belongs to no update: its source, notes, definitions.
    private var endOfUpdates: Int {
        var (end, place) = (text.count, text.count)
        while place > bodyStart {
            let line = max(lineStart(place - 1), bodyStart)
            let words = text[line..<place].drop { $0 <= 0x20 }
            let isApart = ["*المصدر", "[^", "[مراجع"].contains { words.starts(with: $0.utf8) }
            if !words.isEmpty, !isApart { break }
            if isApart { end = line }
            place = line
        }
        return end
    }
}

/// A file beside its text, in which each line ends with one byte and no mark stands in front.
private struct LineBreaks {
    private let file: [UInt8]
    private let isLong: Bool

    init(of file: [UInt8]) {
        self.file = file
        isLong = file.place(of: "\r\n".utf8) != nil
    }

    /// - Parameter offset: in the text.
    func inserting(_ piece: [UInt8], at offset: Int) -> [UInt8] {
        var place = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var left = offset
        while left > 0, place < file.count {
            let isPair = file[place] == 0x0D && place + 1 < file.count && file[place + 1] == 0x0A
            place += isPair ? 2 : 1
            left -= 1
        }
        let lines = isLong ? piece.flatMap { $0 == UInt8(ascii: "\n") ? [0x0D, 0x0A] : [$0] } : piece
        return Array(file[..<place] + lines + file[place...])
    }
}

extension [UInt8] {
    fileprivate var endsInBlankLine: Bool {
        var breaks = 0
        for byte in reversed() {
            if byte == UInt8(ascii: "\n") { breaks += 1 } else if byte > 0x20 { break }
            if breaks == 2 { return true }
        }
        return false
    }
}

extension Diagnostic {
    fileprivate enum Refusal {
        case kind, ended, empty, future, place

        var message: Message {
            switch self {
            case .kind:
                Message(
                    en: "updates are added to live coverage; write “kind: live” into this article first",
                    ar: "تضاف التحديثات إلى تغطية مباشرة؛ اكتب «النوع: تغطية مباشرة» في هذا المقال أولًا")
            case .ended:
                Message(
                    en: "this coverage has ended; take the line “ended: true” out to go on",
                    ar: "انتهت هذه التغطية؛ احذف السطر «انتهت: نعم» للمتابعة")
            case .empty:
                Message(
                    en: "an update has a text; put it between quotes", ar: "للتحديث نص؛ اكتبه بين علامتي اقتباس")
            case .future:
                Message(
                    en: "the last update is of a time to come; correct its time first",
                    ar: "وقت آخر تحديث لم يحن بعد؛ صحّحه أولًا")
            case .place:
                Message(
                    en:
                        "an update changes nothing around it; this text would, or the file's updates are out of order; add it "
                        + "in an editor",
                    ar: "لا يغيّر التحديث ما حوله؛ وهذا النص يغيّره، أو ترتيب تحديثات الملف مختل؛ أضفه في محرر النصوص")
            }
        }
    }

    fileprivate static func refused(_ reason: Refusal, at place: Location) -> Diagnostic {
        Diagnostic(id: LiveRule.updateRefused, reason.message, at: place)
    }

    fileprivate static func noArticle(_ name: String, hint: String?) -> Diagnostic {
        Diagnostic(
            id: LiveRule.updateRefused,
            Message(
                en: "there is no article “\(name)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "لا مقال باسم «\(name)»" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
            at: nil)
    }

    fileprivate static func severalArticles(_ name: String, _ paths: [String]) -> Diagnostic {
        let list = paths.prefix(5)
        return Diagnostic(
            id: LiveRule.updateRefused,
            Message(
                en: "“\(name)” names several articles; write the path of one: " + list.joined(separator: ", "),
                ar: "«\(name)» اسم لعدة مقالات؛ اكتب مسار أحدها: " + list.joined(separator: "، ")),
            at: nil)
    }
}
