package import Base

/// How an outlet prints dates and times. Every form is read back by `parseDate`, Hijri months in Latin letters apart.
package struct DateStyle: Sendable, Hashable {
    /// Hours of a day, or of its halves with ص and م.
    package enum Clock: Int, Sendable, Hashable, CaseIterable {
        case twelve = 12
        case twentyFour = 24
    }

    /// Which names the months of the Gregorian calendar have.
    package let months: MonthSet
    package let numerals: Numerals
    package let clock: Clock
    /// For outlets whose readers live in several time zones: the times end in `بتوقيت {city}`.
    package let city: String?
    package let language: Language
    /// Days added to the calendar of Umm al-Qura.
    package let hijriAdjust: Int
    /// Beginnings of Hijri months as they were announced, where they differ from the table.
    package let hijriOverrides: [Hijri.Override]

    package init(
        months: MonthSet = .egypt, numerals: Numerals = .latn, clock: Clock = .twelve, city: String? = nil,
        language: Language = .arabic, hijriAdjust: Int = 0, hijriOverrides: [Hijri.Override] = []
    ) {
        self.months = months
        self.numerals = numerals
        self.clock = clock
        self.city = city
        self.language = language
        self.hijriAdjust = hijriAdjust
        self.hijriOverrides = hijriOverrides
    }

    /// How the same outlet prints dates in an article of another language: Arabic with its own months and digits, the
    /// others with Latin digits, French by the clock of 24 hours (CLDR 47). The city has a name in one language alone.
    package func speaking(_ other: Language) -> DateStyle {
        DateStyle(
            months: months, numerals: other == .arabic ? numerals : .latn,
            clock: other == .french ? .twentyFour : clock,
            language: other, hijriAdjust: hijriAdjust, hijriOverrides: hijriOverrides)
    }

    /// `الأربعاء، 24 يناير 2024`
    package func full(_ date: CivilDate) -> String {
        weekday(date) + (language == .french ? " " : language == .arabic ? "، " : ", ") + long(date)
    }

    /// `24 يناير 2024`
    package func long(_ date: CivilDate) -> String {
        numerals.plain(date.day) + " " + monthYear(year: date.year, month: date.month)
    }

    /// `24/1/2024`, the newsroom's own form. In Arabic digits U+200F precedes each slash, so that the day stands right.
    package func numeric(_ date: CivilDate) -> String {
        let slash = numerals == .arab ? "\u{200F}/" : "/"
        return [date.day, date.month, date.year].map { numerals.plain($0) }.joined(separator: slash)
    }

    /// The day's name.
    package func weekday(_ date: CivilDate) -> String {
        switch language {
        case .arabic: arabicWeekdays[date.weekday]
        case .english: WesternNames.english.weekdays[date.weekday]
        case .french: WesternNames.french.weekdays[date.weekday]
        }
    }

    /// The name of month 1–12; empty outside.
    package func monthName(_ month: Int) -> String {
        guard (1...12).contains(month) else { return "" }
        return switch language {
        case .arabic: months.name(month)
        case .english: WesternNames.english.months[month - 1]
        case .french: WesternNames.french.months[month - 1]
        }
    }

    /// `يناير 2024`
    package func monthYear(year: Int, month: Int) -> String { monthName(month) + " " + numerals.plain(year) }

    /// `9:05 ص`, or `09:05` on a 24-hour clock; five past midnight is `12:05 ص`. Without the city.
    package func time(_ time: CivilTime) -> String {
        let minute = numerals.plain(time.minute, width: 2)
        guard clock == .twelve else { return numerals.plain(time.hour, width: 2) + ":" + minute }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let half = language == .arabic ? (time.hour < 12 ? "ص" : "م") : (time.hour < 12 ? "AM" : "PM")
        return numerals.plain(hour) + ":" + minute + " " + half
    }

    /// `24 يناير 2024، 9:05 ص`, and `بتوقيت القاهرة` behind it where a city is set.
    package func longWithTime(_ date: CivilDate, _ time: CivilTime) -> String { join(long(date), time) }

    /// `الأربعاء، 24 يناير 2024، 9:05 ص`
    package func fullWithTime(_ date: CivilDate, _ time: CivilTime) -> String { join(full(date), time) }

    /// `24/1/2024، 9:05 ص`
    package func numericWithTime(_ date: CivilDate, _ time: CivilTime) -> String { join(numeric(date), time) }

    /// `بتوقيت القاهرة`; nil without a city.
    package var zone: String? {
        guard let city, !city.isEmpty else { return nil }
        return switch language {
        case .arabic: "بتوقيت " + city
        case .english: city + " time"
        case .french: "heure de " + city
        }
    }

    /// `12 رجب 1445 هـ`, `12 Rajab 1445 AH`; nil for a day outside the calendar's tables.
    package func hijri(_ date: CivilDate) -> String? {
        guard let day = Hijri(date, adjust: hijriAdjust, overrides: hijriOverrides) else { return nil }
        let (names, era) =
            switch language {
            case .arabic: (Hijri.monthNames, "هـ")
            case .english: (WesternNames.english.hijriMonths, "AH")
            case .french: (WesternNames.french.hijriMonths, "AH")
            }
        return "\(numerals.plain(day.day)) \(names[day.month - 1]) \(numerals.plain(day.year)) \(era)"
    }

    private func join(_ date: String, _ time: CivilTime) -> String {
        date + (language == .arabic ? "، " : ", ") + self.time(time) + (zone.map { " " + $0 } ?? "")
    }
}
