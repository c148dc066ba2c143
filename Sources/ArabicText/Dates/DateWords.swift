/// The words of dates, folded.
enum DateWords {
    enum Half { case morning, noon, evening, night }

    static let halves: [String: Half] = [
        "ص": .morning, "صباحا": .morning, "صباح": .morning, "فجرا": .morning, "am": .morning, "ظهرا": .noon,
        "الظهر": .noon, "عصرا": .noon, "م": .evening, "مساء": .evening, "pm": .evening, "ليلا": .night,
    ]

    /// Seconds east of Greenwich of places whose clocks never change and are named everywhere.
    static let offsets = ["غرينتش": 0, "غرينيتش": 0, "جرينتش": 0, "جرينيتش": 0, "مكه": 10800, "مكه المكرمه": 10800]

    /// The clock of whoever writes.
    static let own: Set<String> = ["بالتوقيت المحلي", "محلي", "local", "locale"]

    /// Every set's names, other spellings in use, and the English and French ones; two words with one space.
    static let months: [String: Int] = {
        var table: [String: Int] = [:]
        let sets = [
            MonthSet.egyptian, MonthSet.levantine, MonthSet.maghrebi, MonthSet.moroccan, MonthSet.mauritanian,
            WesternNames.english.months, WesternNames.french.months,
            WesternNames.english.months.map { String($0.prefix(3)) },
        ]
        for names in sets {
            for (index, name) in names.enumerated() { table[folded(name)] = index + 1 }
        }
        for (name, month) in otherSpellings { table[folded(name)] = month }
        return table
    }()

    private static let otherSpellings: [(String, Int)] = [
        ("كانون ثاني", 1), ("كانون ثان", 1), ("فبرائر", 2), ("فيبراير", 2), ("فيفريي", 2), ("اذار", 3), ("أذار", 3),
        ("ابريل", 4), ("آيار", 5), ("مايس", 5), ("يونيه", 6), ("يوليه", 7), ("جويليه", 7), ("يوليوس", 7), ("أغسطوس", 8),
        ("أوغسطس", 8), ("شتمبر", 9), ("سبتنبر", 9), ("ايلول", 9), ("تشرين أول", 10), ("أوكتوبر", 10),
        ("تشرين ثاني", 11),
        ("تشرين ثان", 11), ("نوفنبر", 11), ("كانون أول", 12), ("ديسنبر", 12), ("دسمبر", 12), ("sept", 9),
        ("fevrier", 2), ("aout", 8), ("decembre", 12),
    ]

    static let hijriMonths: [String: Int] = {
        let more = [
            ("محرم الحرام", 1), ("ربيع أول", 3), ("ربيع الثاني", 4), ("ربيع آخر", 4), ("جمادى الأول", 5),
            ("جمادى الثانية", 6),
            ("جمادى الثاني", 6), ("رمضان المبارك", 9), ("ذي القعدة", 11), ("ذي الحجة", 12),
        ]
        let names = Hijri.monthNames.enumerated().map { ($1, $0 + 1) } + more
        return Dictionary(names.map { (folded($0), $1) }) { first, _ in first }
    }()

    /// 0 is Sunday.
    static let weekdays: [String: Int] = {
        var table: [String: Int] = [:]
        for names in [arabicWeekdays, WesternNames.english.weekdays, WesternNames.french.weekdays] {
            for (index, name) in names.enumerated() { table[folded(name)] = index }
        }
        for (index, name) in arabicWeekdays.enumerated() { table[folded(String(name.dropFirst(2)))] = index }
        table[folded("الثلثاء")] = 2
        table[folded("الأربعا")] = 3
        return table
    }()
}
