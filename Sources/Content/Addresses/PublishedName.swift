import ArabicText
package import Base

/// What is wrong with the name of a file that is published under it, or of a folder above it; nil for most.
///
/// Such a name looks like another one or breaks the line that it stands in, wherever it is printed.
package func problemWithPublishedName(_ path: String) -> Diagnostic? {
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }),
        let found = path.unicodeScalars.first(where: { isControl($0.value) || isDirectionControl($0.value) })
    else { return nil }
    let code = String(found.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isDirection = isDirectionControl(found.value)
    return Diagnostic(
        id: ArticleRule.fileName,
        Message(
            en:
                "a published file's name has no "
                + "\(isDirection ? "sign that turns letters around" : "control character"); rename it without "
                + "\(name)",
            ar:
                "لا يحوي اسم ملف منشور \(isDirection ? "علامة تقلب اتجاه الحروف" : "محرف تحكم")؛ غيّر اسمه وأزل "
                + "منه \(name)"
        ),
        at: Location(path: path))
}

/// C0, DEL and C1, and the two separators that end a line.
private func isControl(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
}
