package import Base

/// Why a zone cannot be had.
package enum ZoneProblem: Error, Sendable, Hashable {
    /// No zone has the name; one that may be meant.
    case unknown(suggestion: String?)
    /// The machine has no zones at all.
    case noDatabase(folder: String)
    case unreadable(file: String)
    case damaged(file: String, ZoneFileDamage)
}

/// What is wrong with the file of a zone.
package enum ZoneFileDamage: Error, Sendable, Hashable {
    case otherFormat, tooLarge, cutShort, counts, indexes, order, offsets, rule
    /// Times that count leap seconds, which those of POSIX do not.
    case leapSeconds
}

extension ZoneProblem {
    var rule: SettingsRule {
        switch self {
        case .unknown: .timeZone
        case .noDatabase: .noTimeZones
        case .unreadable, .damaged: .timeZoneFile
        }
    }

    /// The reason and what to do.
    ///
    /// - Parameter name: of the zone that was asked for.
    package func message(_ name: String) -> Message {
        switch self {
        case .unknown(let suggestion?):
            Message(
                en: "“\(name)” is no time zone; did you mean “\(suggestion)”?",
                ar: "«\(name)» ليست منطقة زمنية؛ هل قصدت «\(suggestion)»؟")
        case .unknown(nil):
            Message(
                en: "“\(name)” is no time zone; write a name such as Africa/Cairo or an offset such as +03:00",
                ar: "«\(name)» ليست منطقة زمنية؛ اكتب اسمًا مثل Africa/Cairo أو فارقًا مثل ‎+03:00")
        case .noDatabase(let folder):
            Message(
                en:
                    "the clocks of “\(name)” stand in the system's time zone database, and \(folder) holds none; install the "
                    + "package tzdata (“apt-get install tzdata”), or write an offset such as +03:00",
                ar:
                    "توقيت «\(name)» في قاعدة بيانات المناطق الزمنية للنظام، ولا شيء منها في \(folder)؛ ثبّت الحزمة "
                    + "tzdata \u{200E}(«apt-get install tzdata»)\u{200E}، أو اكتب فارقًا مثل ‎+03:00")
        case .unreadable(let file):
            Message(
                en: "the clocks of “\(name)” stand in \(file), which cannot be read; give this user leave to read it",
                ar: "توقيت «\(name)» في الملف \(file)، ولا يُقرأ؛ امنح هذا المستخدم إذن قراءته")
        case .damaged(let file, let damage):
            Message(
                en:
                    "the clocks of “\(name)” stand in \(file), and \(damage.message.english); install the package tzdata "
                    + "again (“apt-get install --reinstall tzdata”)",
                ar:
                    "توقيت «\(name)» في الملف \(file)، و\(damage.message.arabic)؛ أعد تثبيت الحزمة tzdata "
                    + "\u{200E}(«apt-get install --reinstall tzdata»)\u{200E}")
        }
    }
}

extension ZoneFileDamage {
    fileprivate var message: Message {
        switch self {
        case .otherFormat: Message(en: "it is no TZif file", ar: "ليس ملف TZif")
        case .tooLarge: Message(en: "it is larger than any zone is", ar: "هو أكبر من أن يكون لمنطقة زمنية")
        case .cutShort: Message(en: "it ends before its contents do", ar: "ينتهي قبل اكتمال محتواه")
        case .counts: Message(en: "its counts contradict each other", ar: "أعداده متناقضة")
        case .indexes: Message(en: "it points to entries that it does not have", ar: "يشير إلى عناصر ليست فيه")
        case .order: Message(en: "its times are in no order", ar: "أوقاته غير مرتبة")
        case .offsets: Message(en: "it has clocks that are days away from UTC", ar: "فيه فوارق تبلغ أيامًا")
        case .rule: Message(en: "its rule for later years is none", ar: "قاعدته للسنوات اللاحقة غير صحيحة")
        case .leapSeconds: Message(en: "it counts leap seconds", ar: "يحسب الثواني الكبيسة")
        }
    }
}
