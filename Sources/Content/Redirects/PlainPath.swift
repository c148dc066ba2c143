import Base

extension URLPath {
    /// The path as `init(written:)` gives it, where it is plain to see that it is one: of ASCII's letters, digits and signs
    /// and of the letters of Arabic, encoded or not. Nil for all others, sound or not.
    ///
    /// Saves three quarters of the time for 100,000 lines of redirects.
    init?(plain written: String) {
        guard let decoded = percentDecoded(written) else { return nil }
        var bytes = decoded.utf8[...]
        guard bytes.popFirst() == UInt8(ascii: "/") else { return nil }
        var (length, lead, isFile): (Int, UInt8, Bool) = (0, 0, false)
        for byte in bytes {
            if lead != 0 {
                guard Self.isArabicLetter(lead, byte) else { return nil }
                lead = 0
            } else if byte == 0xD8 || byte == 0xD9 {
                lead = byte
            } else if byte == UInt8(ascii: "/") {
                guard length > 0 else { return nil }
                (length, isFile) = (0, false)
                continue
            } else {
                guard (0x21...0x7E).contains(byte), !Self.meansMore(byte) else { return nil }
                if byte == UInt8(ascii: ".") {
                    // A part that begins so may be a way out, or one of the program's own files.
                    guard length > 0 else { return nil }
                    isFile = true
                }
            }
            length += 1
            guard length <= 255 else { return nil }
        }
        guard lead == 0 else { return nil }
        let path = String(Substring(bytes))
        self.init(length == 0 || isFile ? path : path + "/")
    }

    private static func meansMore(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "*"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Letters and digits that no other mark is joined with.
    private static func isArabicLetter(_ lead: UInt8, _ byte: UInt8) -> Bool {
        lead == 0xD8 ? (0xA1...0xBA).contains(byte) : (0x81...0x8A).contains(byte) || (0xA0...0xA9).contains(byte)
    }
}
