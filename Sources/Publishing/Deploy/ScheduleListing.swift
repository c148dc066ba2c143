package import Base
package import Content

/// Scheduled changes as `sitegen next` prints them.
package struct ScheduleListing: Sendable {
    private let changes: [ScheduledChange]
    private let outlet: Outlet

    package init(changes: [ScheduledChange], outlet: Outlet) { (self.changes, self.outlet) = (changes, outlet) }

    /// A line for each instant, in the outlet's zone, and below it a line for each change.
    ///
    /// - Parameter isolated: keeps an Arabic title from turning the path beside it around, where a terminal shows it.
    package func text(_ isolated: (String) -> String = { $0 }) -> String {
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
    package var json: String {
        let items = changes.map { change in
            "{\"at\":\"\(outlet.zone.iso(change.instant))\",\"seconds\":\(change.instant.seconds),\"kind\":\"\(change.kind.rawValue)\","
                + "\"path\":\(jsonText(change.path)),\"title\":\(jsonText(change.title))}"
        }
        let next = changes.first.map { "\"\(outlet.zone.iso($0.instant))\"" } ?? "null"
        let seconds = changes.first.map { "\($0.instant.seconds)" } ?? "null"
        return "{\"next\":\(next),\"seconds\":\(seconds),\"changes\":[\(items.joined(separator: ","))]}"
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

extension Zone {
    /// ISO 8601 with the offset: `2024-01-24T06:00:00+02:00`.
    package func iso(_ instant: Instant) -> String {
        let (date, time) = civil(instant)
        let offset = offset(at: instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = String(repeating: "0", count: max(0, 4 - "\(date.year)".utf8.count)) + "\(date.year)"
        let zone =
            offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 3600)):\(two(abs(offset) / 60 % 60))"
        return
            "\(year)-\(two(date.month))-\(two(date.day))T\(two(time.hour)):\(two(time.minute)):\(two(time.second))\(zone)"
    }
}

/// A JSON string (RFC 8259, section 7).
package func jsonText(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": output += "\\\""
        case "\\": output += "\\\\"
        case _ where steersTerminals(scalar) || scalar == "<":
            let hex = String(scalar.value, radix: 16)
            output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output + "\""
}

/// Without what would steer a terminal or end a line: such characters become U+FFFD.
package func visible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(steersTerminals(scalar) ? "\u{FFFD}" : scalar) }
    return String(output)
}

/// Control characters, line separators and bidi overrides.
private func steersTerminals(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
}
