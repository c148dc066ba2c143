import ArabicText
import Base

/// Fills the pattern of an old address in, as Jekyll and Hugo do: `/:year/:month/:title/`.
struct OldAddress {
    /// Value of a name, as it stands in an address; nil for what the text has not.
    let value: (_ name: String) -> String?

    /// The path, decoded, with its first slash; a part that is left empty goes.
    func fill(_ pattern: String) -> String {
        var result = ""
        var rest = pattern[...]
        while let colon = rest.firstIndex(of: ":") {
            result += rest[..<colon]
            rest = rest[rest.index(after: colon)...]
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            // Hugo has `:sections[1:]` and `:slugorfilename`; the longest name that is known counts.
            var end = name.endIndex
            while end > name.startIndex, value(String(name[..<end])) == nil { end = name.index(before: end) }
            guard end > name.startIndex else {
                rest = rest[name.endIndex...]
                continue
            }
            result += value(String(name[..<end])) ?? ""
            rest = rest[end...]
            if rest.first == "[", let close = rest.firstIndex(of: "]") { rest = rest[rest.index(after: close)...] }
        }
        result += rest
        let parts = result.split(separator: "/", omittingEmptySubsequences: true)
        let path = "/" + parts.joined(separator: "/")
        return result.hasSuffix("/") && path != "/" ? path + "/" : path
    }

    /// Names that stand for parts of a date.
    static func value(_ name: String, of date: CivilDate, _ time: CivilTime?) -> String? {
        let time = time ?? .midnight
        switch name {
        case "year": return pad(date.year, 4)
        case "short_year": return pad(date.year % 100, 2)
        case "month": return pad(date.month, 2)
        case "i_month": return "\(date.month)"
        case "monthname", "long_month": return months[date.month - 1]
        case "short_month": return String(months[date.month - 1].prefix(3))
        case "day": return pad(date.day, 2)
        case "i_day": return "\(date.day)"
        case "y_day": return pad(yearDay(date), 3)
        case "yearday": return "\(yearDay(date))"
        case "weekday": return "\(date.weekday)"
        case "weekdayname": return weekdays[date.weekday]
        case "hour": return pad(time.hour, 2)
        case "minute": return pad(time.minute, 2)
        case "second": return pad(time.second, 2)
        default: return nil
        }
    }

    private static func yearDay(_ date: CivilDate) -> Int {
        date.daysSince1970 - (CivilDate(year: date.year, month: 1, day: 1) ?? date).daysSince1970 + 1
    }

    private static func pad(_ number: Int, _ count: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    // MARK: - Words in addresses

    /// A word as Hugo has it in addresses: lower case, blanks as hyphens, other signs gone.
    static func hugoPart(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar == " " || scalar == "-" {
                if !result.isEmpty, !result.hasSuffix("-") { result.append("-") }
            } else if scalar == "_" || scalar == "." || scalar == "+" || scalar == "~" || isWord(scalar) {
                result.unicodeScalars.append(scalar)
            }
        }
        return CanonicalForm.nfc(result.hasSuffix("-") ? String(result.dropLast()) : result)
    }

    /// A file's name as Jekyll has it in addresses: signs that an address may hold stay, and the case.
    static func jekyllName(_ text: String) -> String {
        var result = ""
        for scalar in CanonicalForm.nfc(text).unicodeScalars {
            if isWord(scalar) || "._~!$&'()+,;=@".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if !result.isEmpty, !result.hasSuffix("-") {
                result.append("-")
            }
        }
        return result.hasSuffix("-") ? String(result.dropLast()) : result
    }

    /// A word as Jekyll's `slugify` has it: lower case, all that is no letter and no digit as one hyphen.
    static func jekyllPart(_ text: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if isWord(scalar) {
                result.unicodeScalars.append(scalar)
            } else if !result.isEmpty, !result.hasSuffix("-") {
                result.append("-")
            }
        }
        return CanonicalForm.nfc(result.hasSuffix("-") ? String(result.dropLast()) : result)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }
}
