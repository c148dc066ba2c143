import Base

/// ISO 8601 as machines and most editors write it: `2024-01-24`, `2024-01-24T09:05`, `2024-01-24 09:05:30Z`,
/// `2024-01-24T09:05:30+03:00`.
///
/// Nil for every other form and for what no calendar or clock has: `DateReader` reads all forms, and says what is
/// wrong. Gives what that would give, and saves 3 % of a clean build's instructions (1,000 articles).
func isoDate(_ text: String) -> WrittenDate? {
    var text = text
    return text.withUTF8 { bytes in
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            !Hijri.isYear(year), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return bytes.count == 10 ? WrittenDate(date: date) : isoTime(of: date, bytes[10...])
    }
}

private func isoTime(of date: CivilDate, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> WrittenDate? {
    let colon = UInt8(ascii: ":")
    let bytes = UnsafeBufferPointer(rebasing: text)
    guard bytes.count >= 6, bytes[0] == UInt8(ascii: "T") || bytes[0] == UInt8(ascii: " "), bytes[3] == colon,
        let hour = number(bytes[1..<3]), let minute = number(bytes[4..<6])
    else { return nil }
    let hasSeconds = bytes.count >= 9 && bytes[6] == colon
    guard let second = hasSeconds ? number(bytes[7..<9]) : 0,
        let time = CivilTime(hour: hour, minute: minute, second: second)
    else { return nil }
    let zone = bytes[(hasSeconds ? 9 : 6)...]
    if zone.isEmpty { return WrittenDate(date: date, time: time) }
    return isoOffset(zone).map { WrittenDate(date: date, time: time, offsetSeconds: $0) }
}

/// Seconds east of Greenwich.
private func isoOffset(_ zone: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let bytes = UnsafeBufferPointer(rebasing: zone)
    if bytes.count == 1, bytes[0] == UInt8(ascii: "Z") { return 0 }
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
        bytes[3] == UInt8(ascii: ":"),
        let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]), hours <= 18, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (bytes[0] == UInt8(ascii: "+") ? 1 : -1)
}

private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        number = number * 10 + Int(digit - 0x30)
    }
    return number
}
