import Base

/// Strings taken apart and changed by their bytes. By letters, as the standard library does it, takes ten times as long,
/// and holds the two bytes of a line end of Windows for one letter.
extension String {
    /// Lines, the empty ones too.
    var splitLines: [String] {
        utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// With `new` wherever `old` stands.
    func replacing(_ old: String, with new: String) -> String {
        var text = self
        let bytes = text.withUTF8 { text -> [UInt8]? in
            let old = Array(old.utf8)
            guard let first = old.first, text.contains(first) else { return nil }
            var result: [UInt8] = []
            var (place, copied) = (0, 0)
            while place + old.count <= text.count {
                if text[place] == first, text[place..<place + old.count].elementsEqual(old) {
                    result += text[copied..<place]
                    result += new.utf8
                    place += old.count
                    copied = place
                } else {
                    place += 1
                }
            }
            guard copied > 0 else { return nil }
            return result + text[copied...]
        }
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? self
    }
}

extension StringProtocol {
    /// Where `text`, which begins with ASCII and ends with it, stands first. By letters it would not be found before a
    /// sign that joins them, such as the non-joiner of Persian.
    func byteRange(of text: String) -> Range<Index>? {
        guard let first = text.utf8.first else { return nil }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            if utf8[start...].starts(with: text.utf8) {
                return start..<utf8.index(start, offsetBy: text.utf8.count)
            }
            rest = utf8[utf8.index(after: start)...]
        }
        return nil
    }

    func holds(_ text: String) -> Bool { byteRange(of: text) != nil }
}
