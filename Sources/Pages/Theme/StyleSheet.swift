import ArabicText
import Base
import Content
import Typesetting

/// A style sheet of the theme or of the outlet, as far as it names files (CSS Syntax Level 3, section 4.3.6).
struct StyleSheet {
    let bytes: [UInt8]
    /// Where it lies on the site, without the fingerprint: `assets/style.css`.
    let path: String

    /// Each address in `url(…)` or behind `@import`, without its quotes.
    var addresses: [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            if starts("/*", at: place) {
                place = bytes.place(of: "*/".utf8, from: place + 2).map { $0 + 2 } ?? bytes.count
            } else if isQuote(bytes[place]) {
                place = endOfString(place) + 1
            } else if starts("url(", at: place), place == 0 || !isInName(bytes[place - 1]) {
                let (address, end) = address(at: place + 4)
                if let address { found.append(address) }
                place = end
            } else if starts("@import", at: place), let quote = firstInk(from: place + 7), isQuote(bytes[quote]) {
                let end = endOfString(quote)
                if end < bytes.count { found.append((quote + 1)..<end) }
                place = end + 1
            } else {
                place += 1
            }
        }
        return found
    }

    /// The path on the site that an address leads to; nil where it leads elsewhere, or nowhere that a file could be.
    func target(of address: Range<Int>) -> String? {
        let written = String(decoding: bytes[address], as: UTF8.self)
        let file = written.prefix { $0 != "?" && $0 != "#" }
        guard !file.isEmpty, !file.hasPrefix("//"), !file.prefix(while: { $0 != "/" }).contains(":"),
            !file.contains("\\"),
            let decoded = percentDecoded(String(file))
        else { return nil }
        var parts = decoded.hasPrefix("/") ? [] : path.split(separator: "/").dropLast()
        for part in decoded.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return decoded
            }
        }
        return CanonicalForm.nfc(parts.joined(separator: "/"))
    }

    /// The sheet in which each address of one of these files has its new name, which lies beside the old one.
    func renamed(_ names: [String: Substring]) -> [UInt8] {
        var renamed: [UInt8] = []
        var copied = 0
        for address in addresses {
            guard let target = target(of: address), let new = names[target] else { continue }
            let file = bytes[address].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            let start = file.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? file.startIndex
            renamed += bytes[copied..<start]
            renamed += new.utf8
            copied = file.endIndex
        }
        return renamed + bytes[copied...]
    }

    /// Behind `url(`: the address, nil where there is none; and where to go on.
    private func address(at start: Int) -> (Range<Int>?, end: Int) {
        guard let first = firstInk(from: start) else { return (nil, bytes.count) }
        if isQuote(bytes[first]) {
            let end = endOfString(first)
            return (end < bytes.count ? (first + 1)..<end : nil, end + 1)
        }
        let end = bytes[first...].firstIndex {
            $0 <= 0x20 || $0 == UInt8(ascii: ")") || isQuote($0) || $0 == UInt8(ascii: "(")
        }
        guard let end, firstInk(from: end).map({ bytes[$0] }) == UInt8(ascii: ")") else { return (nil, first) }
        return (first..<end, end)
    }

    private func starts(_ word: StaticString, at place: Int) -> Bool {
        guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { index in
                let byte = bytes[place + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letters[index]
            }
        }
    }

    private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private func isInName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private func firstInk(from start: Int) -> Int? { bytes[min(start, bytes.count)...].firstIndex { $0 > 0x20 } }

    /// Where the quote stands that closes the one at `start`; the end of all where none does in its line.
    private func endOfString(_ start: Int) -> Int {
        var place = start + 1
        while place < bytes.count, bytes[place] != bytes[start] {
            if bytes[place] == 0x0A { return bytes.count }
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place, bytes.count)
    }
}

extension StyleSheet {
    /// - Parameters:
    ///   - source: the sheet's own file.
    ///   - isThere: whether something lies at a path of the site.
    func strayAddresses(source: String, unless isThere: (String) -> Bool) -> [StrayAddress] {
        addresses.compactMap { address in
            guard let target = target(of: address), !isThere(target) else { return nil }
            return StrayAddress(target: target, location: Location(path: source, offset: address.lowerBound, in: bytes))
        }
    }
}

/// An address of a style sheet that leads to none of its neighbours.
struct StrayAddress: Sendable {
    /// A path on the site.
    let target: String
    let location: Location
}

/// What style sheets name and the site has not.
func checkStyleSheets(_ edition: Edition, _ theme: Theme, _ plan: PagePlan) -> [Diagnostic] {
    let own = plan.copies.filter { $0.url.text.hasSuffix(".css") }.flatMap { copy in
        let sheet = StyleSheet(bytes: edition.typesetter.bytes(of: copy.source) ?? [], path: copy.url.text)
        return sheet.strayAddresses(source: copy.source) { _ in false }
    }
    let strays = theme.strayAddresses + own
    guard !strays.isEmpty else { return [] }
    let paths = Set(plan.outputs.map(\.url.text))
    let known =
        theme.assets.map { "assets/" + $0.name } + plan.copies.map(\.url.text).filter { $0.hasPrefix("assets/") }
    return strays.filter { !paths.contains($0.target) }.map { stray in
        let near = suggestion(for: stray.target, among: known.sorted(by: bytesPrecede).filter { $0 != stray.target })
        return Diagnostic(
            .warning, id: ThemeRule.styleAddress,
            Message(
                en: "a style sheet names files that the site has; there is no “\(stray.target)”"
                    + (near.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "تسمّي ورقة الأنماط ملفات في الموقع؛ ولا ملف «\(stray.target)»"
                    + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
            at: stray.location)
    }
}
