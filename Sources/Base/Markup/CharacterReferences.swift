/// Character references of HTML (Living Standard, 13.2.5.72 to 13.2.5.80): numeric ones, and the names that news text
/// and addresses have.
package enum CharacterReferences {
    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "laquo": "«", "raquo": "»",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…", "copy": "©",
        "reg": "®", "trade": "™", "deg": "°", "middot": "·", "bull": "•", "times": "×", "euro": "€", "pound": "£",
        "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "eacute": "é",
        "egrave": "è", "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "ocirc": "ô", "ucirc": "û",
        "uuml": "ü", "ouml": "ö", "auml": "ä", "szlig": "ß", "iuml": "ï", "icirc": "î", "ntilde": "ñ", "colon": ":",
        "sol": "/", "num": "#", "lpar": "(", "rpar": ")", "Tab": "\t", "NewLine": "\n",
    ]

    /// Bytes from `&` to `;` at most, both included.
    private static let longest = 34

    /// `text` with its references resolved; those without a semicolon or with another name stay as they are.
    package static func resolved(_ text: String) -> String {
        var text = text
        return text.withUTF8 { $0.contains(UInt8(ascii: "&")) ? resolved(Array($0)[...]) : nil } ?? text
    }

    /// The text of UTF-8 bytes, such as the value of an attribute, with its references resolved.
    package static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var rest = bytes
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += rest[..<ampersand]
            rest = rest[ampersand...]
            if let end = rest.prefix(longest).firstIndex(of: UInt8(ascii: ";")),
                let character = character(rest[(ampersand + 1)..<end])
            {
                text += character.utf8
                rest = rest[(end + 1)...]
            } else {
                text.append(UInt8(ascii: "&"))
                rest = rest.dropFirst()
            }
        }
        return String(decoding: text + rest, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// - Parameter reference: without `&` and `;`.
    private static func character(_ reference: ArraySlice<UInt8>) -> String? {
        guard reference.first == UInt8(ascii: "#") else { return names[String(decoding: reference, as: UTF8.self)] }
        var digits = String(decoding: reference.dropFirst(), as: UTF8.self)[...]
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        if isHexadecimal { digits = digits.dropFirst() }
        // No sign, which `UInt32(_:radix:)` would take.
        guard !digits.isEmpty,
            digits.utf8.allSatisfy({ isDigit($0) || isHexadecimal && (0x61...0x66).contains($0 | 0x20) })
        else { return nil }
        // Section 13.2.5.80: zero, a surrogate and what lies beyond Unicode are shown as a missing character.
        let code = UInt32(digits, radix: isHexadecimal ? 16 : 10) ?? .max
        return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code).map { String($0) } ?? "\u{FFFD}"
    }
}
