import ArabicText
import Base
import Templates

/// Isolates a name or a headline. A plain `<bdi>` takes its direction from the first strong letter, so that a headline
/// such as «Wi-Fi ليس اختصارًا» would run from left to right; here the direction is that of most of its letters, and
/// what breaks inside it (C++, a phone number, an ISO date) stands in an isolate of its own, as in an article's text.
func bdiFilter(isRightToLeft: Bool) -> Function {
    Function(
        "bdi", Parameter("text", .any), "In `<bdi>`, so that its direction touches nothing around it.",
        example: "{{ author.name | bdi }}"
    ) { values, output in
        if values.withText(0, { isolate($0, isRightToLeft, into: &output) }) != nil { return true }
        switch values[0] {
        case .markup(let bytes):
            output.append("<bdi>")
            output.append(bytes)
            output.append("</bdi>")
        case .int(let number):
            output.append("<bdi>")
            withDecimal(number) { output.append($0) }
            output.append("</bdi>")
        default: return false
        }
        return true
    }
}

func isolate(_ bytes: UnsafeBufferPointer<UInt8>, _ isRightToLeft: Bool, into output: inout ByteBuffer) {
    let rare = bytes.firstOffset(
        from: 0, to: bytes.count, where: { isLatinOrDigit($0) || isSpecialInHTML($0) },
        inSixteen: { $0.letters | $0.digits | $0.specialInHTML })
    guard rare < bytes.count else {
        // As most headlines and names are: Arabic letters and nothing else.
        output.append("<bdi>")
        output.append(bytes)
        return output.append("</bdi>")
    }
    let latin = bytes.firstOffset(
        from: rare, to: bytes.count, where: isLatinOrDigit, inSixteen: { $0.letters | $0.digits })
    guard isRightToLeft, latin < bytes.count else {
        output.append("<bdi>")
        output.append(escapingHTML: bytes)
        return output.append("</bdi>")
    }
    isolate(Array(bytes), latin, into: &output)
}

private func isolate(_ bytes: [UInt8], _ latin: Int, into output: inout ByteBuffer) {
    let isArabic = blockDirection(of: bytes) == .rtl
    // Arabic letters have the lead bytes D8 to DB.
    let arabic = bytes.firstIndex { (0xD8...0xDB).contains($0) } ?? bytes.count
    output.append(isArabic && latin < arabic ? "<bdi dir=\"rtl\">" : "<bdi>")
    var done = 0
    for repair in isArabic ? bidiRepairs(in: bytes, startsBlock: true) : [] {
        output.append(escapingHTML: bytes[done..<repair.range.lowerBound])
        switch repair.kind {
        case .mark: output.append("\u{200F}")
        case .isolate:
            output.append("<bdi dir=\"ltr\">")
            output.append(escapingHTML: bytes[repair.range])
            output.append("</bdi>")
        }
        done = repair.range.upperBound
    }
    output.append(escapingHTML: bytes[done...])
    output.append("</bdi>")
}

extension ByteBuffer {
    fileprivate mutating func append(escapingHTML bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { append(escapingHTML: $0) }
    }
}

private func isLatinOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
