import Base

/// The signs in a body without which it holds no markup of which nothing became: searched for once, so that most bodies
/// need no search block by block.
struct UnparsedSigns: OptionSet {
    let rawValue: UInt8
    /// `{`, `<%`.
    static let braces = UnparsedSigns(rawValue: 1)
    /// `[`.
    static let brackets = UnparsedSigns(rawValue: 2)
    /// `https:/` with one slash.
    static let halfSchemes = UnparsedSigns(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(in body: Bytes) {
        rawValue = 0
        if body.firstOffset(of: UInt8(ascii: "{"), from: 0) < body.count || body.contains("<%") { insert(.braces) }
        if body.firstOffset(of: UInt8(ascii: "["), from: 0) < body.count { insert(.brackets) }
        if body.contains("http:/", butNotBefore: UInt8(ascii: "/"))
            || body.contains("https:/", butNotBefore: UInt8(ascii: "/"))
        {
            insert(.halfSchemes)
        }
    }
}

extension Bytes {
    fileprivate func contains(_ text: StaticString, butNotBefore next: UInt8? = nil) -> Bool {
        let letters = Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var place = 0
        while let found = firstOffset(of: letters, from: place) {
            place = found + letters.count
            if next == nil || place == count || self[place] != next { return true }
        }
        return false
    }
}
