/// How many brackets and braces of YAML are open, those between quotation marks not counted.
struct Braces {
    private(set) var depth = 0
    private var quote: UInt8?
    private var last: UInt8 = 0

    mutating func read(_ text: ArraySlice<UInt8>) {
        var isEscaped = false
        for byte in text {
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                    isEscaped = true
                } else if byte == open {
                    quote = nil
                }
            } else {
                readPlain(byte)
            }
            if byte > 0x20 { last = byte }
        }
    }

    private mutating func readPlain(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        // Within a word it is an apostrophe.
        case UInt8(ascii: "\""), UInt8(ascii: "'"): if "[{,:".utf8.contains(last) { quote = byte }
        default: break
        }
    }
}
