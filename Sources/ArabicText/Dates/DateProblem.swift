package import Base

/// Why a text is no date.
package enum DateProblem: Error, Sendable, Hashable {
    case notADate
    case noSuchDay(year: Int, month: Int, day: Int)
    case noSuchTime
    /// A year of two digits.
    case shortYear
    /// A date of the Hijri calendar, which countries count differently, and the day that it is by Umm al-Qura's; nil
    /// where that has no such day.
    case hijri(CivilDate?)
    /// 0 is Sunday, the day's real weekday.
    case otherWeekday(Int)
    /// Two names that are not one month: `كانون الثاني/فبراير`.
    case monthsDisagree
    /// The clock of a place that nobody knows: `بتوقيت الواحة`.
    case unknownPlace(String)
    /// The clock of a place that is known, and why the system does not have it.
    case noClock(Message)
}

extension DateProblem {
    /// The diagnostic's message, with a form that is right where there is one.
    package var message: Message {
        switch self {
        case .notADate:
            Message(
                en: "a date is written day first or as ISO 8601, such as “24/1/2024” or “2024-01-24T09:05”",
                ar: "يُكتب التاريخ مبدوءًا باليوم أو بصيغة ISO 8601، مثل «24/1/2024» أو «2024-01-24T09:05»")
        case .noSuchDay(let year, let month, let day):
            noSuchDay(year, month, day)
        case .noSuchTime:
            Message(
                en: "a time runs from 00:00 to 23:59, or to 12:59 with ص or م",
                ar: "يقع الوقت بين 00:00 و23:59، أو حتى 12:59 مع «ص» أو «م»")
        case .shortYear:
            Message(
                en: "a year has four digits, such as “24/1/2024”",
                ar: "تُكتب السنة بأربعة أرقام، مثل «24/1/2024»")
        case .hijri(let day?):
            Message(
                en:
                    "a date is written in the Gregorian calendar, and this is a Hijri one: by Umm al-Qura's "
                    + "“\(day.day)/\(day.month)/\(day.year)”",
                ar: "يُكتب التاريخ ميلاديًا، وهذا هجري: يوافق بتقويم أم القرى «\(day.day)/\(day.month)/\(day.year)»")
        case .hijri(nil):
            Message(
                en: "a date is written in the Gregorian calendar; the Hijri date is derived from it",
                ar: "يُكتب التاريخ ميلاديًا، ومنه يُشتق التاريخ الهجري")
        case .otherWeekday(let weekday):
            Message(
                en: "the weekday must agree with the date, which is a \(WesternNames.english.weekdays[weekday])",
                ar: "يجب أن يوافق اليوم التاريخ، وهو يوم \(arabicWeekdays[weekday])")
        case .monthsDisagree:
            Message(
                en: "the two names of a month must mean the same one, such as “كانون الثاني/يناير”",
                ar: "يجب أن يدل الاسمان على شهر واحد، مثل «كانون الثاني/يناير»")
        case .noClock(let reason): reason
        case .unknownPlace:
            Message(
                en:
                    "the place whose clock is meant is not known, or has more than one; write the offset, such as "
                    + "“9:05 +03:00”",
                ar: "توقيت هذا المكان غير معروف أو يحتمل أكثر من منطقة زمنية؛ اكتب الفارق، مثل «9:05 +03:00»")
        }
    }

    private func noSuchDay(_ year: Int, _ month: Int, _ day: Int) -> Message {
        if month > 12, let turned = CivilDate(year: year, month: day, day: month) {
            let fix = "\(turned.day)/\(turned.month)/\(year)"
            return Message(
                en: "the day comes before the month; did you mean “\(fix)”?",
                ar: "اليوم قبل الشهر؛ هل قصدت «\(fix)»؟")
        }
        return Message(
            en: "no calendar has the day \(day)/\(month)/\(year)",
            ar: "لا يوجد في التقويم اليوم \(day)/\(month)/\(year)")
    }
}
