import Base

/// The key `urls`.
extension Fields {
    mutating func readPatterns(into patterns: inout URLPatterns) {
        for entry in pairs("urls") {
            if let feed = URLPatterns.feeds.first(where: { $0.key == entry.key }) {
                if let ending = readFeedEnding(entry) { patterns[keyPath: feed.path] = ending }
                continue
            }
            guard let known = URLPatterns.names.first(where: { $0.key == entry.key }) else {
                let keys = URLPatterns.names.map(\.key) + URLPatterns.feeds.map(\.key)
                let hint = suggestion(for: entry.key, among: keys)
                report(
                    KeyRule.unknownKey, at: entry.location,
                    Message(
                        en: "unknown pattern “\(entry.key)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? "; known are \(keys.joined(separator: ", "))"),
                        ar: "نمط غير معروف «\(entry.key)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المعروف: \(keys.joined(separator: ", "))")))
                continue
            }
            guard let pattern = word(entry.value, entry.key, Message(en: "a pattern", ar: "نمطًا")) else { continue }
            if Self.isSound(pattern, allowed: known.allowed) {
                patterns[keyPath: known.path] = pattern
            } else {
                let names = known.allowed.map { "{\($0)}" }.joined(separator: " ")
                report(
                    SettingsRule.urlPattern, at: entry.value.location,
                    Message(
                        en:
                            "a pattern starts and ends with “/”, holds {slug} or {id}, and of names only \(names); "
                            + "this is “\(pattern)”",
                        ar:
                            "يبدأ النمط وينتهي بـ«/» ويحوي {slug} أو {id}، ولا يحوي من الأسماء إلا \(names)؛ "
                            + "والمكتوب «\(pattern)»"
                    ))
            }
        }
    }

    private mutating func readFeedEnding(_ entry: Yaml.Entry) -> String? {
        let wanted = Message(
            en: "what a feed adds to a page's path, such as feed/ or feed.xml",
            ar: "ما تضيفه الخلاصة إلى مسار الصفحة، مثل feed/ أو feed.xml")
        guard let text = word(entry.value, entry.key, wanted) else { return nil }
        let ending = text.hasPrefix("/") ? text : "/" + text
        guard !text.contains("{"), let path = try? URLPath(written: ending), !path.text.isEmpty else {
            wrongType(entry.key, entry.value.location, wanted)
            return nil
        }
        return path.text
    }

    private static func isSound(_ pattern: String, allowed: [String]) -> Bool {
        guard pattern.hasPrefix("/"), pattern.hasSuffix("/"), pattern.contains("{slug}") || pattern.contains("{id}")
        else {
            return false
        }
        var plain = pattern
        for name in allowed { plain = plain.replacing("{\(name)}", with: "x") }
        guard !plain.contains("{"), !plain.contains("}") else { return false }
        return (try? URLPath(written: plain)) != nil
    }
}
