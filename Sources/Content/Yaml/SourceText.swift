import ArabicText
import Base

/// The text of a file that people wrote: valid UTF-8, `\n` line breaks, without a byte order mark.
struct SourceText {
    let bytes: [UInt8]

    /// Throws where the file is no UTF-8.
    init(_ file: [UInt8], path: String) throws(Diagnostic) {
        if let encoding = WideEncoding(of: file) {
            throw Self.refusal(encoding.rawValue, at: Location(path: path))
        }
        if let offset = firstInvalidUTF8(file) {
            let place = Location(path: path, offset: offset, in: file)
            throw Self.refusal(isWindows1256(file) ? "Windows-1256" : nil, at: place)
        }
        self.init(valid: file)
    }

    /// - Parameter encoding: what the file seems to be.
    private static func refusal(_ encoding: String?, at place: Location) -> Diagnostic {
        Diagnostic(
            id: YamlRule.utf8,
            Message(
                en: "text is UTF-8" + (encoding.map { "; this is \($0)" } ?? "")
                    + "; save the file in that encoding (“Save as”, UTF-8)",
                ar: "يُكتب النص بترميز UTF-8" + (encoding.map { "؛ وهذا بترميز \($0)" } ?? "")
                    + "؛ احفظ الملف بهذا الترميز («حفظ باسم» ثم UTF-8)"),
            at: place)
    }

    /// Text of a file that is known to be UTF-8.
    init(valid file: [UInt8]) {
        let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
        bytes = Self.hasReturns(text) ? Self.withPlainLineBreaks(text) : text
    }

    /// Settings, of which there is one version.
    func settings(path: String) throws(Diagnostic) -> [UInt8] {
        if let conflict = Diagnostic.conflict(in: bytes, path: path) { throw conflict }
        return bytes
    }

    /// Front matter, of which there is one version; two of the text behind it are no reason not to read it.
    func frontMatter(path: String, textKeys: TextKeys) throws(Diagnostic) -> (
        matter: FrontMatter, conflict: Diagnostic?
    ) {
        guard ConflictMarkers(in: bytes) != nil else {
            return (try FrontMatter(of: bytes, path: path, textKeys: textKeys), nil)
        }
        do throws(Diagnostic) {
            let matter = try FrontMatter(of: bytes, path: path, textKeys: textKeys)
            if let conflict = Diagnostic.conflict(in: Array(bytes[..<matter.bodyStart]), path: path) { throw conflict }
            return (matter, .conflict(in: bytes, path: path, bodyStart: matter.bodyStart))
        } catch {
            throw .conflict(in: bytes, path: path) ?? error
        }
    }

    private static func hasReturns(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "\r"), from: 0) < $0.count }
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

/// Some bytes of a file after hygiene and in form C, and warnings of what was left out.
///
/// - Parameter start: where `bytes` starts in `file`.
func cleaned(_ bytes: [UInt8], at start: Int = 0, of file: [UInt8], path: String) -> (
    text: [UInt8], warnings: [Diagnostic]
) {
    let (text, findings) = Hygiene.clean(bytes)
    return (text, findings.map { $0.diagnostic(at: Location(path: path, offset: start + $0.offset, in: file)) })
}

extension Hygiene.Finding {
    /// What an editor should know of it.
    func diagnostic(at location: Location) -> Diagnostic {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        let (severity, message): (Diagnostic.Severity, Message) =
            switch kind {
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
            case .persianLetter: (.advice, self.message)
            case .control, .invalidUTF8:
                (
                    .warning,
                    Message(
                        en: "the control character \(code) was left out; delete it",
                        ar: "حرف التحكم \(code) تُرك؛ "
                            + "احذفه"
                    )
                )
            }
        return Diagnostic(severity, id: kind, message, at: location)
    }
}

/// Encodings that write two or four bytes a character.
private enum WideEncoding: String {
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"

    /// Encoding by the byte order mark, or by the zeros in the letters and signs of ASCII; nil for any other.
    init?(of file: [UInt8]) {
        let start = file.prefix(64)
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
            self = .utf32
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            let zeros = start.count { $0 == 0 }
            guard zeros > 3, file.count % 2 == 0 else { return nil }
            self = 2 * zeros > start.count + start.count / 8 ? .utf32 : .utf16
        }
    }
}

/// Whether most of what is no ASCII would be Arabic letters there, and none of it is a sign that nobody types.
private func isWindows1256(_ file: [UInt8]) -> Bool {
    let high = file.prefix(4096).filter { $0 >= 0x80 }
    let letters = high.count {
        (0xC1...0xD6).contains($0) || (0xD8...0xDF).contains($0)
            || [0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED].contains($0)
    }
    return high.count > 3 && 5 * letters > 4 * high.count
}
