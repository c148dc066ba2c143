import ArabicText
import Base
import Templates

/// Isolates a name or a headline. A plain `<bdi>` takes its direction from the first strong letter, so that a headline such as
/// «Wi-Fi ليس اختصارًا» would run from left to right; here the direction is that of most of its letters, and what breaks inside
/// it (C++, a phone number, an ISO date) stands in an isolate of its own, as in an article's text.
func bdiFilter(isRightToLeft: Bool) -> Function {
    Function(
        "bdi", [Parameter("text", .any)], .markup, "In `<bdi>`, so that its direction touches nothing around it.",
        example: "{{ author.name | bdi }}"
    ) { _ in
        { values in
            switch values[0] {
            case .string(let text): .markup(isolated(text, isRightToLeft: isRightToLeft))
            case .markup(let bytes): .markup(Array("<bdi>".utf8) + bytes + Array("</bdi>".utf8))
            case .int(let number): .markup(Array("<bdi>\(number)</bdi>".utf8))
            default: .undefined
            }
        }
    }
}

func isolated(_ text: String, isRightToLeft: Bool) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
        let rare = bytes.firstOffset(
            from: 0, to: bytes.count, where: { isLatinOrDigit($0) || isSpecialInHTML($0) },
            inSixteen: { $0.letters | $0.digits | $0.specialInHTML })
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + (rare < bytes.count ? 48 : 11))
        guard rare < bytes.count else {
            // As most headlines and names are: Arabic letters and nothing else.
            output.append("<bdi>")
            output.append(contentsOf: bytes)
            output.append("</bdi>")
            return output
        }
        let latin = bytes.firstOffset(from: rare, to: bytes.count, where: isLatinOrDigit, inSixteen: { $0.letters | $0.digits })
        guard isRightToLeft, latin < bytes.count else {
            output.append("<bdi>")
            output.append(escapingHTML: bytes)
            output.append("</bdi>")
            return output
        }
        isolate(Array(bytes), latin, into: &output)
        return output
    }
}

private func isolate(_ bytes: [UInt8], _ latin: Int, into output: inout [UInt8]) {
    let isArabic = blockDirection(of: bytes) == .rtl
    // Arabic letters have the lead bytes D8 to DB.
    let arabic = bytes.firstIndex { (0xD8...0xDB).contains($0) } ?? bytes.count
    output += (isArabic && latin < arabic ? "<bdi dir=\"rtl\">" : "<bdi>").utf8
    var done = 0
    for repair in isArabic ? bidiRepairs(in: bytes, startsBlock: true) : [] {
        output += escaped(bytes[done..<repair.range.lowerBound])
        switch repair.kind {
        case .mark: output += "\u{200F}".utf8
        case .isolate:
            output += "<bdi dir=\"ltr\">".utf8
            output += escaped(bytes[repair.range])
            output += "</bdi>".utf8
        }
        done = repair.range.upperBound
    }
    output += escaped(bytes[done...])
    output += "</bdi>".utf8
}

private func isLatinOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
