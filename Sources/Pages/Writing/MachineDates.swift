import Base
import Content

/// Dates as formats want them.
extension [UInt8] {
    /// W3C: as the editor wrote it, `2024-01-24` or `2024-01-24T09:05:00+03:00`. An hour that nobody wrote is none.
    mutating func append(written stamp: Stamp) {
        if stamp.time == nil { append(iso: stamp.date) } else { append(zoned: stamp) }
    }

    /// RFC 3339, which has no day without a time: midnight where the editor wrote only the day:
    /// `2024-01-24T09:05:00+03:00`.
    mutating func append(zoned stamp: Stamp) {
        append(iso: stamp.date, stamp.time ?? .midnight, offset: stamp.offset)
    }

    /// RFC 822 as RSS has it, in English: `Wed, 24 Jan 2024 09:05:00 +0300`.
    mutating func append(rfc822 stamp: Stamp) {
        let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months: [StaticString] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        append(weekdays[stamp.date.weekday])
        append(", ")
        append(decimal: stamp.date.day, width: 2)
        append(UInt8(ascii: " "))
        append(months[stamp.date.month - 1])
        append(UInt8(ascii: " "))
        append(decimal: stamp.date.year, width: 4)
        append(UInt8(ascii: " "))
        append(iso: stamp.time ?? .midnight)
        append(UInt8(ascii: " "))
        append(offset: stamp.offset, separator: "")
    }
}
