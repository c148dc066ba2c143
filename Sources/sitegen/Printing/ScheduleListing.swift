import Base
import Content

/// Scheduled changes as `sitegen next` prints them.
struct ScheduleListing {
    let changes: [ScheduledChange]
    @Boxed private(set) var outlet: Outlet

    /// A line for each instant, in the outlet's zone, and below it a line for each change.
    ///
    /// - Parameter isolated: puts isolating characters around a title, so that on a terminal it leaves the path beside it
    ///   in its place.
    func text(_ isolated: (String) -> String) -> String {
        guard !changes.isEmpty else {
            return outlet.arabicMessages
                ? "لا شيء مجدول: لا يتغير الموقع من تلقاء نفسه"
                : "nothing is scheduled: the site does not change by itself"
        }
        var lines: [String] = []
        var last: Instant?
        for change in changes {
            if change.instant != last { lines.append(outlet.zone.iso(change.instant)) }
            last = change.instant
            lines.append("  \(word(change.kind))  \(change.path)  \(isolated(visible(change.title)))")
        }
        return lines.joined(separator: "\n")
    }

    /// `{"next": "…", "seconds": …, "changes": [{"at", "seconds", "kind", "path", "title"}]}`; `next` is null for
    /// nothing. `seconds` count since 1970.
    var json: String {
        var json = JSONWriter(controls: .escaped)
        json.object { json in
            if let first = changes.first {
                json.text("next", outlet.zone.iso(first.instant))
                json.number("seconds", first.instant.seconds)
            } else {
                json.null("next")
                json.null("seconds")
            }
            json.array("changes") { json in
                for change in changes {
                    json.object { json in
                        json.text("at", outlet.zone.iso(change.instant))
                        json.number("seconds", change.instant.seconds)
                        json.text("kind", change.kind.rawValue)
                        json.text("path", change.path)
                        json.text("title", change.title)
                    }
                }
            }
        }
        return json.string
    }

    private func word(_ kind: ScheduledChange.Kind) -> String {
        switch (kind, outlet.arabicMessages) {
        case (.published, true): "يُنشر"
        case (.expired, true): "ينتهي"
        case (.slotEnds, true): "يخلو موضعه في الواجهة"
        case (.breakingEnds, true): "يزول شريط العاجل"
        case (.leavesNewsSitemap, true): "يغادر خريطة الأخبار"
        case (.published, false): "is published"
        case (.expired, false): "expires"
        case (.slotEnds, false): "leaves its slot"
        case (.breakingEnds, false): "breaking bar goes"
        case (.leavesNewsSitemap, false): "leaves the news sitemap"
        }
    }
}
