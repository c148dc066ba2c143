import ArabicText
import Base

/// Names as WordPress stores them: percent-encoded, with references for signs, sometimes cut in the middle.
enum WordPressName {
    /// Letters of an encoded name, and whether its last escape was cut off.
    static func decoded(_ written: String) -> (text: String, isCut: Bool) {
        guard written.holds("%") else { return (CanonicalForm.nfc(written), false) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.utf8.count)
        var isCut = false
        var rest = Array(written.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            if let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else if rest.count < 2 {
                isCut = true
                rest = []
            } else {
                bytes.append(byte)
            }
        }
        // A last letter of which not all bytes are there.
        while let end = firstInvalidUTF8(bytes) {
            isCut = true
            if bytes.count - end > 4 { return (written, true) }
            bytes.removeSubrange(end...)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // Some were encoded twice.
        if written.holds("%25"), hasEscape(text) { return decoded(text) }
        return (CanonicalForm.nfc(text), isCut)
    }

    /// Value of a hexadecimal digit.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }

    private static func hasEscape(_ text: String) -> Bool {
        text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().contains { part in
            part.utf8.count > 1 && UInt8(part.prefix(2), radix: 16) != nil
        }
    }

    /// A text of one line: tags out, references resolved once, white space one blank.
    static func plain(_ html: String) -> String {
        var text = html
        if html.utf8.contains(UInt8(ascii: "<")) {
            var result: [UInt8] = []
            let bytes = Array(html.utf8)
            var place = 0
            while place < bytes.count {
                let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                if bytes[place] == UInt8(ascii: "<"), (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/"),
                    let end = bytes[place...].firstIndex(of: UInt8(ascii: ">"))
                {
                    place = end + 1
                } else {
                    result.append(bytes[place])
                    place += 1
                }
            }
            text = String(decoding: result, as: UTF8.self)
        }
        let words = CharacterReferences.resolved(text).unicodeScalars.split { isSpace($0) || $0 == "\u{A0}" }
        return words.map { String($0) }.joined(separator: " ")
    }
}
