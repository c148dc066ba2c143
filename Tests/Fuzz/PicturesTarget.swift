import Base

@testable import Content
@testable import Pictures

/// A picture's head is read, and what cameras note is cut away: what is cut has nothing more to lose, and is as large
/// to readers. What it is decoded to has the pixels that it promises, and can be written again.
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
    return header.flatMap { faultInPixels(file, $0) }
}

/// A side after halvings, each rounded up.
private func shown(_ side: Int, _ halvings: Int) -> Int { (side + (1 << halvings) - 1) >> halvings }

private func faultInPixels(_ file: [UInt8], _ header: PictureHeader) -> String? {
    // A fuzzer waits for no large ones; a build refuses what is larger than it decodes.
    guard header.width * header.height <= 1 << 18, max(header.width, header.height) < 16_384,
        [.jpeg, .png, .webp].contains(header.type)
    else { return nil }
    let source = PictureSource(file, header.type)
    var level: (halvings: Int, pixels: Pixels)?
    for halvings in 0...3 {
        guard let pixels = try? source.pixels(halvings: halvings, after: level) else { continue }
        level = (halvings, pixels)
        guard pixels.bytes.count == pixels.width * pixels.height * pixels.channels else {
            return "\(pixels.width) × \(pixels.height) pixels have \(pixels.bytes.count) bytes"
        }
        let (width, height) = (shown(header.width, halvings), shown(header.height, halvings))
        guard [pixels.width, pixels.height] == [width, height] else {
            return "\(header) became \(pixels.width) × \(pixels.height) after \(halvings) halvings"
        }
    }
    guard let pixels = level?.pixels else { return nil }
    let whole = PixelRect(x: 0, y: 0, width: pixels.width, height: pixels.height)
    guard let small = try? Resampler.resample(pixels, whole, to: max(1, pixels.width / 3), max(1, pixels.height / 3)),
        let webp = try? WebPCodec.encode(small, quality: 75, profile: source.profile),
        let jpeg = try? JPEGCodec.encode(small.onWhite(), quality: 75, profile: source.profile),
        let png = try? PNGCodec.encode(small)
    else { return "what was decoded cannot be written" }
    for made in [webp, jpeg, png] {
        guard let header = PictureHeader(made), [header.width, header.height] == [small.width, small.height] else {
            return "what was written is \(String(describing: PictureHeader(made)))"
        }
    }
    return nil
}

extension [UInt8] {
    fileprivate func has(_ mark: [UInt8]) -> Bool { firstRange(of: mark) != nil }
}
