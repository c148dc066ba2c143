/// Whether words that should say what a picture shows are the name of its file, or of some camera's.
///
/// - Parameter destination: the picture's address as its text names it.
package func isFileName(_ words: String, of destination: String) -> Bool {
    // Most say in plain words what is to be seen.
    guard words.utf8.contains(where: { $0.isDigit || isSign($0) }) else { return false }
    let words = words.lowercased()
    if pictureEndings.contains(where: { words.hasSuffix($0) }) { return true }
    if let end = cameraNames.lazy.compactMap({ words.hasPrefix($0) ? words.dropFirst($0.count) : nil }).first {
        // What is behind it counts pictures or tells the time.
        return end.utf8.count { $0.isDigit } > 2 && end.utf8.allSatisfy { !$0.isWordLetter || isOfTime(end) }
    }
    let bytes = words.utf8
    if bytes.count > 7, bytes.allSatisfy({ $0.isDigit || isSign($0) }) { return true }
    guard bytes.contains(where: { "-_".utf8.contains($0) }), !bytes.contains(0x20) else { return false }
    let file = destination.lowercased().split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map { $0 == words } ?? false
}

/// Signs that names of files have between their words and before their endings.
private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
}

private let pictureEndings = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff", ".svg", ".bmp",
]

/// How the names of files begin that cameras, phones and messengers give.
private let cameraNames = [
    "img", "dsc", "pxl", "dji", "gopr", "mvi", "sam", "fb_img", "received", "image", "photo", "picture",
    "whatsapp image", "screenshot", "screen shot", "لقطة شاشة", "صورة واتساب",
]

/// `2024-01-24 at 13.05.01`, `-20240124-wa0003`: letters of a time and of messengers, and no others.
private func isOfTime(_ text: Substring) -> Bool {
    text.split { !$0.isLetter }.allSatisfy { ["at", "am", "pm", "wa", "mp", "x", "في"].contains($0) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isWordLetter: Bool { self > 0x7F || (0x61...0x7A).contains(self) }
}
