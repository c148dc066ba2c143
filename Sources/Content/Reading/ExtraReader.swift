import Base

/// The key `extra` of articles.
extension Fields {
    mutating func readExtra(
        into manuscript: inout Manuscript, declared: [(name: String, type: Outlet.ExtraType)]
    ) {
        var values: [String: Article.Extra] = [:]
        for entry in pairs("extra") {
            guard let type = declared.first(where: { $0.name == entry.key })?.type else {
                let hint = suggestion(for: entry.key, among: declared.map(\.name))
                report(
                    ArticleRule.undeclaredExtra, at: entry.location,
                    Message(
                        en: "site.yaml declares no extra field “\(entry.key)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? "; add it there under “extra”"),
                        ar: "لا يعلن site.yaml حقلًا إضافيًا «\(entry.key)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ أضفه هناك تحت extra"))
                )
                continue
            }
            values[entry.key] = extra(entry, type)
        }
        manuscript.extra = declared.map { values[$0.name] }
    }

    private mutating func extra(_ entry: Yaml.Entry, _ type: Outlet.ExtraType) -> Article.Extra? {
        let wanted =
            switch type {
            case .text: Message(en: "text", ar: "نصًا")
            case .number: Message(en: "a number", ar: "عددًا")
            case .flag: Message(en: "true or false", ar: "true أو false")
            }
        guard !entry.value.isNull, let text = scalar(entry.value, entry.key, wanted) else { return nil }
        let word = bare(text)
        switch (type, Double(word), word) {
        case (.text, _, _): return .text(text)
        case (.number, let number?, _) where number.isFinite: return .number(number)
        case (.flag, _, "true"), (.flag, _, "نعم"): return .flag(true)
        case (.flag, _, "false"), (.flag, _, "لا"): return .flag(false)
        default:
            wrongType(entry.key, entry.value.location, wanted)
            return nil
        }
    }
}
