import ArabicText
import Base

/// The text of a file that people wrote: valid UTF-8, `\n` line breaks, without a byte order mark.
struct SourceText {
    let bytes: [UInt8]

    init(_ file: [UInt8], path: String) throws(Diagnostic) {
        if let offset = firstInvalidUTF8(file) {
            throw Diagnostic(
                id: "utf-8",
                Message(
                    en: "text is UTF-8; save the file in that encoding", ar: "يُكتب النص بترميز UTF-8؛ احفظ الملف بهذا الترميز"),
                at: Location(path: path, offset: offset, in: file))
        }
        var text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
        if text.contains(UInt8(ascii: "\r")) { text = Self.withPlainLineBreaks(text) }
        bytes = text
    }

    private static func withPlainLineBreaks(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        for (index, byte) in text.enumerated() {
            if byte != UInt8(ascii: "\r") {
                output.append(byte)
            } else if index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") {
                output.append(UInt8(ascii: "\n"))
            }
        }
        return output
    }
}

/// Some bytes of a file without invisible debris and in form C, and what an editor should know of what stood there.
///
/// - Parameter start: where `bytes` starts in `file`.
func cleaned(_ bytes: [UInt8], at start: Int = 0, of file: [UInt8], path: String) -> (text: [UInt8], warnings: [Diagnostic]) {
    let (text, findings) = Hygiene.clean(bytes)
    let warnings = findings.map { finding in
        let code = "U+" + String(finding.scalar.value, radix: 16, uppercase: true)
        let (severity, message): (Diagnostic.Severity, Message) =
            switch finding.kind {
            case .override:
                (
                    .warning,
                    Message(
                        en: "the invisible \(code) turns text around and was left out; delete it",
                        ar: "الحرف الخفي \(code) يقلب اتجاه النص فتُرك؛ احذفه")
                )
            case .unbalancedIsolate:
                (
                    .warning,
                    Message(
                        en: "the invisible \(code) has no partner and was left out; delete it",
                        ar: "الحرف الخفي \(code) بلا قرين فتُرك؛ احذفه")
                )
            case .persianLetter:
                (
                    .advice,
                    Message(
                        en: "“\(finding.scalar)” is a Persian letter; use the Arabic one",
                        ar: "«\(finding.scalar)» حرف فارسي؛ استعمل نظيره العربي")
                )
            case .control, .invalidUTF8:
                (.warning, Message(en: "the control character \(code) was left out; delete it", ar: "حرف التحكم \(code) تُرك؛ احذفه"))
            }
        return Diagnostic(severity, id: finding.kind.rawValue, message, at: Location(path: path, offset: start + finding.offset, in: file))
    }
    return (text, warnings)
}

/// The offset of the first byte that belongs to no well-formed sequence (Unicode 16, table 3-7); nil where all is well.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
    var valid = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): valid += UTF8.width(scalar)
        case .emptyInput: return nil
        case .error: return valid
        }
    }
}
