/// Encodings of one byte a letter that old exports declare.
struct CodePage: Sendable {
    /// What the bytes from 0x80 on stand for.
    private let upper: [[UInt8]]

    private init(_ letters: String) { upper = letters.unicodeScalars.map { Array(String($0).utf8) } }

    /// Nil for UTF-8 and for what is not known.
    static func named(_ name: String) -> CodePage? {
        switch name.lowercased() {
        case "windows-1256", "cp1256", "x-cp1256": windows1256
        case "windows-1252", "cp1252", "iso-8859-1", "latin1": windows1252
        case "iso-8859-6": arabicISO
        default: nil
        }
    }

    func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { if byte < 0x80 { text.append(byte) } else { text += upper[Int(byte) - 0x80] } }
        return text
    }

    private static let windows1256 = CodePage(
        "\u{20AC}\u{67E}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{679}\u{2039}\u{152}\u{686}\u{698}"
            + "\u{688}\u{6AF}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{6A9}\u{2122}\u{691}\u{203A}\u{153}"
            + "\u{200C}\u{200D}\u{6BA}\u{A0}\u{60C}" + latin(0xA2...0xA9) + "\u{6BE}" + latin(0xAB...0xB9) + "\u{61B}"
            + latin(0xBB...0xBE) + "\u{61F}\u{6C1}" + letters(0x621...0x636) + "\u{D7}" + letters(0x637...0x63A)
            + "\u{640}\u{641}\u{642}\u{643}\u{E0}\u{644}\u{E2}\u{645}\u{646}\u{647}\u{648}" + latin(0xE7...0xEB)
            + "\u{649}\u{64A}\u{EE}\u{EF}\u{64B}\u{64C}\u{64D}\u{64E}\u{F4}\u{64F}\u{650}\u{F7}\u{651}\u{F9}\u{652}\u{FB}"
            + "\u{FC}\u{200E}\u{200F}\u{6D2}")
    private static let windows1252 = CodePage(
        "\u{20AC}\u{FFFD}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{FFFD}"
            + "\u{17D}\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}"
            + "\u{203A}\u{153}\u{FFFD}\u{17E}\u{178}" + latin(0xA0...0xFF))
    private static let arabicISO = CodePage(
        String(repeating: "\u{FFFD}", count: 32) + "\u{A0}\u{FFFD}\u{FFFD}\u{FFFD}\u{A4}"
            + String(repeating: "\u{FFFD}", count: 7) + "\u{60C}\u{AD}" + String(repeating: "\u{FFFD}", count: 13)
            + "\u{61B}\u{FFFD}\u{FFFD}\u{FFFD}\u{61F}\u{FFFD}" + letters(0x621...0x63A)
            + String(repeating: "\u{FFFD}", count: 5) + letters(0x640...0x652)
            + String(repeating: "\u{FFFD}", count: 13))

    private static func latin(_ range: ClosedRange<UInt32>) -> String { letters(range) }

    private static func letters(_ range: ClosedRange<UInt32>) -> String {
        var text = ""
        for value in range { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
        return text
    }
}
