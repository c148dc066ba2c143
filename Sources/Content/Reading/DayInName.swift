import ArabicText
import Base

/// The day that the file's name begins with, in the digits of either script: `2024-01-24-rain.md`, `2024_01_24
/// rain.md`. Nil where no calendar has it, and before 1900, when there was none of the files that are read here.
func day(inNameOf path: String) -> CivilDate? {
    var path = namingPath(of: path)
    if let plain = path.withUTF8(plainDay) { return plain }
    let name = path.utf8[
        (path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex)...]
    // Most names of files without a date begin with a letter.
    guard let first = name.first,
        (0x30...0x39).contains(first) || first == 0xD9 || first == 0xDB || first == UInt8(ascii: "%")
    else {
        return nil
    }
    let signs = Array(decodedName(String(Substring(name))).unicodeScalars.prefix(11))
    guard signs.count > 10, signs[4] == signs[7], signs[4] == "-" || signs[4] == "_" || signs[4] == "." else {
        return nil
    }
    func number(_ range: Range<Int>) -> Int? {
        range.reduce(0) { sum, place in
            guard let sum,
                let digit = signs[place].properties.numericType == .decimal ? signs[place].properties.numericValue : nil
            else {
                return nil
            }
            return sum * 10 + Int(digit)
        }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), number(10..<11) == nil,
        year >= 1900
    else {
        return nil
    }
    return CivilDate(year: year, month: month, day: day)
}

/// Day of a name that begins with ASCII, as most do; nil for another.
private func plainDay(inNameOf path: UnsafeBufferPointer<UInt8>) -> CivilDate?? {
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let signs = UnsafeBufferPointer(rebasing: path[start...].prefix(11))
    guard signs.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") }) else { return nil }
    guard signs.count > 10, signs[4] == signs[7], "-_.".utf8.contains(signs[4]) else { return .some(nil) }
    func number(_ range: Range<Int>) -> Int? {
        signs[range].allSatisfy { (0x30...0x39).contains($0) }
            ? signs[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), number(10..<11) == nil,
        year >= 1900
    else {
        return .some(nil)
    }
    return .some(CivilDate(year: year, month: month, day: day))
}
