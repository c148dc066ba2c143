import ArabicText
import Base

extension Vocabulary {
    static let months = Vocabulary([
        Key("first", ["الأول"], "The set that comes first: `levant` (the default) or `egypt`."),
        Key("separator", ["الفاصل"], .text, "What stands between, `/` by default."),
    ])
}

/// The keys that say how dates are written.
extension Fields {
    mutating func readDateStyle(language: String) -> DateStyle {
        let numerals =
            choice("numerals", [(Numerals.latn, ["latn", "لاتينية"]), (.arab, ["arab", "عربية"])]) ?? .latn
        let clock = choice("clock", [(DateStyle.Clock.twelve, ["12"]), (.twentyFour, ["24"])]) ?? .twelve
        return DateStyle(
            months: readMonths() ?? .egypt, numerals: numerals, clock: clock, city: text("city"),
            language: Language(tag: language), hijriAdjust: number("hijri_adjust", in: -2...2) ?? 0,
            hijriOverrides: readHijriMonths())
    }

    private mutating func readMonths() -> MonthSet? {
        guard let value = value("months") else { return nil }
        guard case .map = value.content else { return choice("months", MonthSet.named.map { ($0.set, [$0.name]) }) }
        return nested(value, .months) { fields in
            let first = fields.choice("first", MonthSet.DualOrder.allCases.map { ($0, [$0.rawValue]) }) ?? .levant
            return .dual(first: first, separator: fields.text("separator") ?? "/")
        }
    }

    /// `1445/9: 2024-03-12`, the first day of a month as the country sighted its moon.
    private mutating func readHijriMonths() -> [Hijri.Override] {
        pairs("hijri_months").compactMap { entry in
            let wanted = Message(
                en: "“1445/9: 2024-03-12”: year/month and its first day",
                ar: "‎1445/9: 2024-03-12: السنة/الشهر وأول أيامه")
            guard let text = word(entry.value, entry.key, wanted) else { return nil }
            let parts = entry.key.split(separator: "/").compactMap { Int($0) }
            guard parts.count == 2, (1...12).contains(parts[1]), let day = try? parseDate(text).date else {
                wrongType("hijri_months", entry.location, wanted)
                return nil
            }
            return Hijri.Override(year: parts[0], month: parts[1], first: day)
        }
    }
}
