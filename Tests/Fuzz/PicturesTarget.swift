import Base

@testable import Content

/// A picture's head is read, and what cameras note is cut away: what is cut has nothing more to lose, and is as large
/// to readers.
func faultInPicture(_ file: [UInt8]) -> String? {
    let header = PictureHeader(file)
    if let header, header.width <= 0 || header.height <= 0 { return "a picture of \(header.width) × \(header.height)" }
    // The boxes of AVIF name each other from afar.
    for length in [16, 64, file.count / 2] where length < file.count && header?.type != .avif {
        if let start = PictureHeader(Array(file.prefix(length)), isWhole: false), start != header {
            return
                "its first \(length) bytes are \(start.width) × \(start.height), all are \(String(describing: header))"
        }
    }
    let shown = PictureMetadata.cut(from: file)
    let again = PictureMetadata.cut(from: shown)
    // A box that overlaps another was overwritten with it: now it is one without a name, and gets one.
    let isSame =
        shown.count == again.count && zip(shown, again).allSatisfy { $0 == $1 || $0 == 0 && file.has("ftyp", at: 4) }
    if !isSame { return "what was cut is cut again" }
    // An orientation that other tags surrounded needs a segment of its own, and little more.
    if shown.count > file.count + 64 { return "\(file.count) bytes became \(shown.count)" }
    // What is broken before its first pixel may lose all that told its size.
    let isPicture = header?.type == .gif || header?.type == .jpeg && shown.has([0xFF, 0xDA])
    if let header, isPicture, PictureHeader(shown) != header {
        return "it was \(header) and is \(String(describing: PictureHeader(shown)))"
    }
    // What recordings and documents tell is read as far as it goes, and what is cut has nothing more to lose.
    let cut = RecordingFile.cut(from: file)
    if RecordingFile.cut(from: cut) != cut { return "what was cut of a recording is cut again" }
    _ = PDFDocument.facts(of: file)
    _ = OfficeDocument.facts(of: file)
    _ = svgSize(String(decoding: file, as: UTF8.self))
    return nil
}

extension [UInt8] {
    fileprivate func has(_ mark: [UInt8]) -> Bool { firstRange(of: mark) != nil }
}
