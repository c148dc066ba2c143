extension CivilDate {
    /// The date as ISO 8601 writes it: `2024-01-24`.
    package var iso: String {
        var text: [UInt8] = []
        text.append(iso: self)
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends `2024-01-24`.
    package mutating func append(iso date: CivilDate) {
        append(decimal: date.year, width: 4)
        append(UInt8(ascii: "-"))
        append(decimal: date.month, width: 2)
        append(UInt8(ascii: "-"))
        append(decimal: date.day, width: 2)
    }

    /// Appends `09:05:00`.
    package mutating func append(iso time: CivilTime) {
        append(decimal: time.hour, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: time.minute, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: time.second, width: 2)
    }

    /// Appends `+03:00`, or `+0300` without a separator.
    ///
    /// - Parameter offset: seconds east of UTC.
    package mutating func append(offset: Int, separator: StaticString) {
        append(UInt8(ascii: offset < 0 ? "-" : "+"))
        append(decimal: abs(offset) / 3600, width: 2)
        append(separator)
        append(decimal: abs(offset) / 60 % 60, width: 2)
    }

    /// Appends a date and a time as RFC 3339 has them: `2024-01-24T09:05:00+03:00`, with `Z` for an offset of 0.
    package mutating func append(iso date: CivilDate, _ time: CivilTime, offset: Int) {
        append(iso: date)
        append(UInt8(ascii: "T"))
        append(iso: time)
        if offset == 0 { append(UInt8(ascii: "Z")) } else { append(offset: offset, separator: ":") }
    }
}
