import ArabicText
import Base

/// Live coverage on its way to being written: its updates in the order of the file.
struct LiveCoverage {
    struct Update {
        let id: String
        let title: [UInt8]
        let plainTitle: String
        let author: String?
        let isPinned: Bool
        /// As the last heading with a day says.
        let writtenDay: CivilDate?
        let time: CivilTime
        /// In the body.
        let offset: Int
        var body: [UInt8] = []
        var text = ""
        /// Known when all updates are.
        var date: CivilDate

        /// Minutes since 1970 by the outlet's clock.
        var moment: Int { date.daysSince1970 * 1440 + time.secondsSinceMidnight / 60 }
    }

    let clock: LiveClock
    var updates: [Update] = []
    var writtenDay: CivilDate?
    /// Where the last update's body begins in the HTML and in the text.
    var bodyStart = 0
    var textStart = 0

    init(_ clock: LiveClock) { self.clock = clock }

    /// Gives every update its day: it advances where times fall by a quarter of a day or more, as at midnight; a
    /// heading with a day sets it. Sorts the newest first.
    ///
    /// - Returns: the offsets of those whose time lies a little before that of the one before.
    mutating func settleDays() -> [Int] {
        if Self.isNewestFirst(updates) { updates.reverse() }
        var outOfOrder: [Int] = []
        var day = clock.day
        var written: CivilDate?
        var last = -1
        for index in updates.indices {
            let minutes = updates[index].time.secondsSinceMidnight / 60
            if let wanted = updates[index].writtenDay, wanted != written {
                (day, written) = (wanted, wanted)
                last = minutes
            } else if minutes < last, last - minutes < 360 {
                outOfOrder.append(updates[index].offset)
            } else {
                if minutes < last { day = CivilDate(daysSince1970: day.daysSince1970 + 1) }
                last = minutes
            }
            updates[index].date = day
        }
        let order = updates.indices.sorted { (updates[$1].moment, $1) < (updates[$0].moment, $0) }
        updates = order.map { updates[$0] }
        return outOfOrder
    }

    /// Whether the file has the newest update first, by what most neighbours say.
    private static func isNewestFirst(_ updates: [Update]) -> Bool {
        var falling = 0
        for (one, next) in zip(updates, updates.dropFirst()) {
            let days = (next.writtenDay ?? next.date).daysSince1970 - (one.writtenDay ?? one.date).daysSince1970
            let minutes = (next.time.secondsSinceMidnight - one.time.secondsSinceMidnight) / 60
            if days != 0 {
                falling += days < 0 ? 1 : -1
            } else if minutes != 0 {
                // From 00:10 to 23:50 the day goes back.
                falling += (minutes < 0) == (abs(minutes) < 720) ? 1 : -1
            }
        }
        return falling > 0
    }
}

extension Rendering {
    /// Begins an update where the heading begins with a time; false where it does not.
    mutating func beginUpdate(_ node: Node) -> Bool {
        guard live != nil, depth == 0, openBoxes.last == nil, let first = run.pieces.first, first.kind == .text else {
            return false
        }
        let start = String(decoding: document.text[first.start..<first.end], as: UTF8.self)
        guard let found = LeadingTime(of: start) else {
            reportUpdateWithoutTime(node)
            return false
        }
        let place = place(of: node)
        guard let time = found.time else {
            guard found.length == start.utf8.count, run.pieces.count == 1 else { return false }
            live?.writtenDay = found.date
            document.text.removeSubrange(run.start...)
            return true
        }
        endUpdate(before: run.start)
        if let date = found.date { live?.writtenDay = date }
        let (wanted, isPinned) = takeAttributes()
        dropText(upTo: min(run.start + found.length, run.pieces.first?.end ?? run.start))
        let author = takeAuthor()
        let title = run.start < run.end || run.pieces.count > 1 ? written { $0.writeInline(node) } : []
        let plainTitle = String(decoding: document.text[run.start..<run.end], as: UTF8.self)
        endTextLine()
        if let wanted, headingIDs.contains(wanted) { report(.doubleID(wanted, at: place)) }
        let id = headingIDs.take(Array((wanted ?? usualID(time)).utf8))
        document.anchors.append(String(decoding: id, as: UTF8.self))
        guard let open = live else { return false }
        let day = open.writtenDay ?? open.clock.day
        live?.updates.append(
            .init(
                id: String(decoding: id, as: UTF8.self), title: title, plainTitle: plainTitle, author: author,
                isPinned: isPinned, writtenDay: open.writtenDay, time: time, offset: place, date: day))
        live?.bodyStart = html.count
        live?.textStart = document.text.count
        return true
    }

    /// `u1405`
    private func usualID(_ time: CivilTime) -> String {
        "u\(time.hour / 10)\(time.hour % 10)\(time.minute / 10)\(time.minute % 10)"
    }

    private mutating func reportUpdateWithoutTime(_ node: Node) {
        guard node.headingLevel <= 2, !(live?.updates.isEmpty ?? true) else { return }
        let place = place(of: node)
        report(.updateWithoutTime(at: place))
    }

    /// Takes `{#id مثبت}` off the end of the heading.
    private mutating func takeAttributes() -> (id: String?, isPinned: Bool) {
        guard let last = run.pieces.last, last.kind == .text, run.end > last.start,
            document.text[run.end - 1] == UInt8(ascii: "}"),
            let open = document.text[last.start..<run.end].lastIndex(of: UInt8(ascii: "{"))
        else { return (nil, false) }
        let words = String(decoding: document.text[open + 1..<run.end - 1], as: UTF8.self).split(separator: " ")
        let pins = ["مثبت", "مثبّت", "تثبيت", "pinned", ".pinned"]
        guard words.allSatisfy({ $0.hasPrefix("#") && $0.utf8.count > 1 || pins.contains(String($0)) }), !words.isEmpty
        else { return (nil, false) }
        cutRun(at: open)
        return (
            words.first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }, words.contains { !$0.hasPrefix("#") }
        )
    }

    /// Takes `| الاسم` off the end of the heading.
    private mutating func takeAuthor() -> String? {
        guard let last = run.pieces.last, last.kind == .text,
            let bar = document.text[last.start..<run.end].lastIndex(of: UInt8(ascii: "|"))
        else { return nil }
        let name = String(decoding: Self.trimmed(document.text[(bar + 1)..<run.end]), as: UTF8.self)
        cutRun(at: bar)
        return name.isEmpty ? nil : name
    }

    /// Ends the run, and the text, before the blanks at `place` in its last piece.
    private mutating func cutRun(at place: Int) {
        guard let last = run.pieces.indices.last else { return }
        var end = place
        while end > run.pieces[last].start, document.text[end - 1] == 0x20 { end -= 1 }
        document.text.removeSubrange(end...)
        run.end = end
        run.pieces[last].end = end
    }

    /// - Parameter end: where what follows begins in the text.
    private mutating func endUpdate(before end: Int) {
        guard let open = live, let last = open.updates.indices.last else { return }
        endExtensions(deeperThan: -1)
        startLine()
        let body = html.take(from: open.bodyStart)
        live?.updates[last].body = body
        live?.updates[last].text = String(
            decoding: document.text[min(open.textStart, end)..<end], as: UTF8.self)
    }

    /// Writes the key points and the updates, the newest first.
    mutating func writeUpdates() {
        endUpdate(before: document.text.count)
        guard var coverage = live, !coverage.updates.isEmpty else { return }
        for offset in coverage.settleDays() { report(.updateOutOfOrder(at: offset)) }
        document.hasRareParts = true
        startLine()
        writeKeyPoints(coverage.updates.filter(\.isPinned))
        html.write("<div class=\"updates\">\n")
        for update in coverage.updates { write(update, coverage.clock) }
        html.write("</div>\n")
        document.updates = coverage.updates.map {
            LiveUpdate(
                id: $0.id, title: $0.plainTitle, author: $0.author, isPinned: $0.isPinned, date: $0.date, time: $0.time,
                text: $0.text, offset: $0.offset)
        }
    }

    private mutating func writeKeyPoints(_ updates: [LiveCoverage.Update]) {
        guard !updates.isEmpty else { return }
        html.write("<aside class=\"box key-points\">\n<p class=\"box-title\">")
        html.writeEscaped(settings.words.keyPoints)
        html.write("</p>\n<ul>\n")
        for update in updates {
            html.write("<li><a href=\"#")
            html.writeDestination(update.id)
            html.write("\">")
            html.writeEscaped(update.plainTitle.isEmpty ? String(update.text.prefix { $0 != "\n" }) : update.plainTitle)
            html.write("</a></li>\n")
        }
        html.write("</ul>\n</aside>\n")
    }

    private mutating func write(_ update: LiveCoverage.Update, _ clock: LiveClock) {
        html.write(update.isPinned ? "<article class=\"update pinned\" id=\"" : "<article class=\"update\" id=\"")
        html.writeEscaped(update.id)
        html.write("\">\n<h2><a href=\"#")
        html.writeDestination(update.id)
        html.write("\"><time datetime=\"")
        html.writeEscaped(clock.iso(update.date, update.time))
        html.write("\">")
        html.writeEscaped(clock.words(update.date, update.time, update.date != clock.day))
        html.write("</time></a>")
        if !update.title.isEmpty {
            html.write(" ")
            html.write(update.title)
        }
        html.write("</h2>\n")
        if let author = update.author {
            html.write("<p class=\"update-by\"><bdi>")
            html.writeEscaped(author)
            html.write("</bdi></p>\n")
        }
        html.write(update.body)
        html.write("</article>\n")
    }
}
