import Content
import Testing

@Suite struct PictureMetadataTests {
    private static let canary = Array("CANARY 30.0444 N 31.2357 E".utf8)

    @Test(arguments: [
        ("____ftypavif", true), ("____ftypisom", false), ("RIFF____WEBP", true),
        ("RIFF____WAVE", false), ("GIF89a______", true), ("ID3_________", false), ("", false),
    ])
    func picturesAreKnownByTheirFirstTwelveBytes(_ start: String, _ isPicture: Bool) {
        #expect(PictureMetadata.isPicture(Array(start.utf8)) == isPicture)
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

    private static func tiff(_ orientation: Int, isLittle: Bool = false) -> [UInt8] {
        let number = isLittle ? little : big
        let entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        let model = number(0x0110, 2) + number(2, 2) + number(canary.count, 4) + number(38, 4)
        return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + model + entry
            + number(0, 4) + canary
    }

    /// What is left of Exif: this tag alone.
    private static func turned(_ orientation: Int) -> [UInt8] {
        Array("MM".utf8) + big(42, 2) + big(8, 4) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1, 4)
            + big(orientation, 2) + [0, 0]
            + big(0, 4)
    }

    private static let exif = Array("Exif\0\0".utf8)

    // MARK: JPEG

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(content.count + 2, 2) + content
    }

    private static let jfif = Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1]
    private static let icc = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + Array("colours".utf8))
    private static let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])
    private static let frame =
        segment(0xDB, [0, 1, 2]) + segment(0xC2, [8] + big(30, 2) + big(40, 2) + [1, 1, 0x11, 0])
    private static let scans = [
        segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4],
        segment(0xDA, [1, 1, 0, 0, 63, 0]) + [5, 6, 0xFF, 0],
    ]
    private static let plainJPEG =
        [0xFF, 0xD8] + segment(0xE0, jfif + [0, 0]) + icc + adobe + frame + scans[0] + scans[1] + [0xFF, 0xD9]

    private static let jpeg: [UInt8] = {
        let notes: [UInt8] =
            segment(0xE0, Array("JFXX\0".utf8) + canary) + segment(0xE1, exif + tiff(6)) + segment(0xE1, exif + tiff(3))
            + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + canary)
            + segment(0xE2, Array("MPF\0".utf8) + canary)
            + segment(0xEB, canary) + segment(0xEC, canary) + segment(0xED, canary) + segment(0xEF, canary)
            + segment(0xFE, canary)
        let small = segment(0xE0, jfif + [1, 1] + [9, 9, 9] + canary)
        let end: [UInt8] = [0xFF, 0xD9] + canary + [0xFF, 0xD8] + segment(0xFE, canary)
        return [0xFF, 0xD8] + small + notes + icc + adobe + segment(0xEE, canary) + frame + scans[0]
            + segment(0xFE, canary)
            + segment(0xE1, canary) + scans[1] + end
    }()

    @Test func jpegKeepsItsPictureAndHowTheCameraWasHeld() {
        let expected =
            [0xFF, 0xD8] + Self.segment(0xE0, Self.jfif + [0, 0]) + Self.segment(0xE1, Self.exif + Self.turned(6))
            + Self.icc + Self.adobe
            + Self.frame + Self.scans[0] + Self.scans[1] + [0xFF, 0xD9]
        #expect(PictureMetadata.cut(from: Self.jpeg) == expected)
    }

    @Test(arguments: [true, false], 0...9) func orientationIsKeptWhereItTurnsAnything(
        _ isLittle: Bool, _ orientation: Int
    ) {
        let exif = Self.segment(0xE1, Self.exif + Self.tiff(orientation, isLittle: isLittle))
        let rest = Self.frame + Self.scans[0] + [0xFF, 0xD9]
        let kept = (2...8).contains(orientation) ? Self.segment(0xE1, Self.exif + Self.turned(orientation)) : []
        #expect(PictureMetadata.cut(from: [0xFF, 0xD8] + exif + rest) == [0xFF, 0xD8] + kept + rest)
    }

    @Test func jpegThatWasCutOffShowsWhatItHas() {
        let whole = Self.plainJPEG
        let start = whole.count - 4
        for end in start..<whole.count {
            #expect(PictureMetadata.cut(from: Array(whole[..<end])) == Array(whole[..<end]))
        }
    }

    // MARK: PNG

    /// The checksum is not looked at where a chunk stays.
    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count, 4) + Array(name.utf8) + content + [1, 2, 3, 4]
    }

    /// With its checksum: CRC-32 of name and content, as zlib computes it.
    private static func sound(_ name: String, _ content: [UInt8], _ checksum: Int) -> [UInt8] {
        chunk(name, content).dropLast(4) + big(checksum, 4)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let header = chunk("IHDR", big(40, 4) + big(30, 4) + [8, 3, 0, 0, 0])
    private static let colours = ["sRGB", "gAMA", "iCCP", "PLTE", "tRNS", "pHYs", "acTL", "fcTL"].flatMap {
        chunk($0, [7])
    }
    private static let plainPNG =
        signature + header + colours + chunk("IDAT", [1, 2]) + chunk("fdAT", [3]) + chunk("IEND", [])

    private static let png: [UInt8] = {
        let notes = ["tEXt", "zTXt", "iTXt", "tIME", "caNv", "vpAg", "dSIG", "mkBF"].flatMap { chunk($0, canary) }
        return signature + header + notes + sound("eXIf", tiff(8), 0x50E8_51BE) + colours + chunk("IDAT", [1, 2])
            + chunk("tEXt", canary)
            + chunk("fdAT", [3]) + chunk("iTXt", canary) + chunk("IEND", []) + canary
    }()

    @Test func pngKeepsItsPictureAndHowTheCameraWasHeld() {
        let cut = PictureMetadata.cut(from: Self.png)
        let exif = Self.sound("eXIf", Self.turned(8), 0x8658_3034)
        let expected =
            Self.signature + Self.header + exif + Self.colours + Self.chunk("IDAT", [1, 2]) + Self.chunk("fdAT", [3])
            + Self.chunk("IEND", [])
        #expect(cut == expected)
    }

    // MARK: WebP

    private static func part(_ name: String, _ content: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little(content.count, 4) + content + (content.count % 2 == 1 ? [0] : [])
    }

    private static func webp(_ parts: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little(parts.count + 4, 4) + Array("WEBP".utf8) + parts
    }

    private static func extended(_ flags: UInt8) -> [UInt8] { part("VP8X", [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]) }

    private static let image = part("ALPH", [1, 2, 3]) + part("VP8 ", [4, 5, 6, 7, 8])
    private static let plainWebP = webp(extended(0x30) + part("ICCP", [1, 2, 3]) + image)

    private static let webp: [UInt8] = {
        let frame = part("ANMF", Array(repeating: 2, count: 16) + image + part("note", canary))
        return webp(
            extended(0x3E) + part("ICCP", [1, 2, 3]) + part("ANIM", [0, 0, 0, 0, 0, 0]) + frame
                + part("EXIF", tiff(6, isLittle: true))
                + part("XMP ", canary) + part("note", canary)) + canary
    }()

    @Test func webpKeepsItsPictureAndHowTheCameraWasHeld() {
        let frame = Self.part("ANMF", Array(repeating: 2, count: 16) + Self.image)
        let expected = Self.webp(
            Self.extended(0x3A) + Self.part("ICCP", [1, 2, 3]) + Self.part("ANIM", [0, 0, 0, 0, 0, 0]) + frame
                + Self.part("EXIF", Self.turned(6)))
        #expect(PictureMetadata.cut(from: Self.webp) == expected)
    }

    @Test func webpThatTurnsNothingSaysNothingOfExif() {
        let file = Self.webp(Self.extended(0x18) + Self.image + Self.part("EXIF", Self.tiff(1)))
        #expect(PictureMetadata.cut(from: file) == Self.webp(Self.extended(0x10) + Self.image))
    }

    // MARK: GIF

    private static let screen =
        Array("GIF89a".utf8) + little(40, 2) + little(30, 2) + [0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    private static let loop = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    private static let control: [UInt8] = [0x21, 0xF9, 4, 0, 10, 0, 0, 0]
    private static let picture = [0x2C] + little(0, 4) + little(40, 2) + little(30, 2) + [0] + [2, 3, 1, 2, 3, 0]
    private static let plainGIF = screen + loop + control + picture + control + picture + [0x3B]

    private static let gif: [UInt8] = {
        let note = [0x21, 0xFE, UInt8(canary.count)] + canary + [0]
        let xmp = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [UInt8(canary.count)] + canary + [0]
        let text = [0x21, 0x01, 12] + Array(repeating: UInt8(0), count: 12) + [UInt8(canary.count)] + canary + [0]
        return screen + note + loop + xmp + control + picture + text + note + control + picture + note + [0x3B] + canary
    }()

    @Test func gifKeepsItsPicturesAndHowOftenTheyRun() { #expect(PictureMetadata.cut(from: Self.gif) == Self.plainGIF) }

    // MARK: AVIF and HEIC

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(name.utf8) + content
    }

    private static func item(_ number: Int, _ type: String) -> [UInt8] {
        box("infe", [2, 0, 0, 0] + big(number, 2) + [0, 0] + Array(type.utf8) + [0])
    }

    /// With one extent.
    private static func place(_ number: Int, _ offset: Int, _ length: Int) -> [UInt8] {
        big(number, 2) + big(0, 2) + big(1, 2) + big(offset, 4) + big(length, 4)
    }

    private static func avif(exif: [UInt8], film: Bool = false) -> (file: [UInt8], exifStart: Int) {
        let start = box("ftyp", Array("avif".utf8) + big(0, 4) + Array("avifmif1".utf8))
        func meta(_ exifPlace: Int) -> [UInt8] {
            let iinf = box("iinf", big(0, 4) + big(2, 2) + item(1, "av01") + item(2, "Exif"))
            let places = place(1, exifPlace + exif.count, 4) + place(2, exifPlace, exif.count)
            let iloc = box("iloc", big(0, 4) + [0x44, 0x00] + big(2, 2) + places)
            return box("meta", big(0, 4) + iinf + iloc)
        }
        let exifStart = start.count + meta(0).count + 8
        let movie =
            film ? box("moov", box("mvhd", [1, 2]) + box("udta", canary) + box("trak", box("meta", canary))) : []
        return (
            start + meta(exifStart) + box("mdat", exif + [9, 9, 9, 9]) + movie + box("uuid", canary)
                + box("mpvd", canary), exifStart
        )
    }

    @Test(arguments: [true, false]) func itemsOfAVIFAreOverwrittenWhereTheyLie(_ film: Bool) throws {
        let (file, exifStart) = Self.avif(exif: Self.big(0, 4) + Self.tiff(6), film: film)
        let cut = PictureMetadata.cut(from: file)
        #expect(cut.count == file.count)
        #expect(cut[..<exifStart] == file[..<exifStart])
        let end = exifStart + 4 + Self.tiff(6).count
        #expect(cut[(exifStart + 4)..<end].allSatisfy { $0 == 0 || [0x4D, 42, 8].contains($0) })
        #expect(Array(cut[end..<(end + 4)]) == [9, 9, 9, 9])
        #expect(!cut.holds(Self.canary))
        #expect(cut.holds(Array("mvhd".utf8)) == film)
    }

    @Test func boxesOfAVIFThatSaySomethingAreOverwritten() {
        let start = Self.box("ftyp", Array("avif".utf8) + Self.big(0, 4))
        let properties = Self.box(
            "ipco", Self.box("ispe", [1]) + Self.box("udes", Self.canary) + Self.box("uuid", Self.canary))
        let meta = Self.box("meta", Self.big(0, 4) + Self.box("iprp", properties) + Self.box("xml ", Self.canary))
        let times = Self.canary.prefix(16)
        let header = Self.box("mvhd", [1, 0, 0, 0] + times + [7])
        let track = Self.box(
            "trak", Self.box("tkhd", [0, 0, 0, 1] + times.prefix(8) + [7]) + Self.box("udta", Self.canary))
        let file =
            start + Self.box("free", Self.canary) + meta + Self.box("moov", header + track)
            + Self.box("prft", Self.canary)
            + Self.box("mdat", [9]) + [0, 0, 0, 1] + Self.canary
        let cut = PictureMetadata.cut(from: file)
        #expect(cut.count == file.count && !cut.holds(Array(times.prefix(8))))
        #expect(
            cut.holds(Self.box("ispe", [1])) && cut.holds(Self.box("mdat", [9]))
                && cut.holds(Array("udes".utf8)) == false)
    }

    @Test func smallPicturesOfAVIFAreOverwritten() {
        let start = Self.box("ftyp", Array("avif".utf8) + Self.big(0, 4))
        func meta(_ place: Int) -> [UInt8] {
            let references = Self.box("thmb", Self.big(2, 2) + Self.big(1, 2) + Self.big(1, 2))
            let places = Self.place(1, place, 4) + Self.place(2, place + 4, Self.canary.count)
            let boxes = [
                Self.box("iinf", Self.big(0, 4) + Self.big(2, 2) + Self.item(1, "av01") + Self.item(2, "av01")),
                Self.box("iref", Self.big(0, 4) + references),
                Self.box("iloc", Self.big(0, 4) + [0x44, 0] + Self.big(2, 2) + places),
            ]
            return Self.box("meta", Self.big(0, 4) + boxes.flatMap { $0 })
        }
        let file = start + meta(start.count + meta(0).count + 8) + Self.box("mdat", [1, 2, 3, 4] + Self.canary)
        let cut = PictureMetadata.cut(from: file)
        #expect(cut.holds([1, 2, 3, 4]) && !cut.holds(Self.canary))
    }

    /// Neither depth nor numbers that lie cost more than the file is long.
    @Test func hostileBoxesCostLittle() {
        var nested: [UInt8] = []
        for depth in 0..<20_000 { nested += Self.big(8 * (20_000 - depth), 4) + Array("moov".utf8) }
        let start = Self.box("ftyp", Array("avif".utf8) + Self.big(0, 4))
        #expect(PictureMetadata.cut(from: start + nested).count == start.count + nested.count)

        let iinf = Self.box("iinf", Self.big(0, 4) + Self.big(1, 2) + Self.item(1, "Exif"))
        for (sizes, extent) in [(UInt8(0), 0), (0x44, 8)] {
            let count = 60_000
            let extents = [UInt8](repeating: 0, count: count * extent)
            let head: [UInt8] = Self.big(0, 4) + [sizes, 0] + Self.big(1, 2)
            let iloc = Self.box("iloc", head + Self.big(1, 2) + Self.big(0, 2) + Self.big(count, 2) + extents)
            let file =
                start + Self.box("meta", Self.big(0, 4) + iinf + iloc)
                + Self.box("mdat", Array(repeating: 5, count: 100_000))
            #expect(PictureMetadata.cut(from: file).count == file.count)
        }
    }

    @Test func filmsStayAsTheyAre() {
        let film = Self.box("ftyp", Array("isom".utf8)) + Self.box("moov", Self.box("udta", Self.canary))
        #expect(PictureMetadata.cut(from: film) == film)
    }

    // MARK: All

    private static let files = [jpeg, png, webp, gif, avif(exif: big(0, 4) + tiff(6), film: true).file]
    private static let plain = [plainJPEG, plainPNG, plainWebP, plainGIF]

    @Test(arguments: files) func nothingThatCamerasAndProgramsNoteIsPublished(_ file: [UInt8]) {
        #expect(file.holds(Self.canary))
        let cut = PictureMetadata.cut(from: file)
        #expect(!cut.holds(Self.canary))
        #expect(PictureMetadata.cut(from: cut) == cut)
    }

    @Test(arguments: plain) func pictureWithoutMetadataIsPublishedAsItIs(_ file: [UInt8]) {
        #expect(PictureMetadata.cut(from: file) == file)
    }

    @Test func whatIsNoPictureIsPublishedAsItIs() {
        for text in [
            "", "G", "RIFF", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "%PDF-1.7 Exif",
            "RIFF\u{1}\u{1}\u{1}\u{1}WAVE",
        ] {
            #expect(PictureMetadata.cut(from: Array(text.utf8)) == Array(text.utf8))
        }
    }

    /// Whatever a file's numbers say, and wherever it ends: no crash, and nothing that was not there.
    @Test(arguments: files + plain) func damagedFileStaysWithinItsBounds(_ file: [UInt8]) {
        for end in file.indices { #expect(PictureMetadata.cut(from: Array(file[..<end])).count <= end + 40) }
        for place in file.indices {
            for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var changed = file
                changed[place] = byte
                #expect(PictureMetadata.cut(from: changed).count <= file.count + 40)
                changed.replaceSubrange(
                    place..<min(place + 4, file.count), with: Array(repeating: byte, count: min(4, file.count - place)))
                #expect(PictureMetadata.cut(from: changed).count <= file.count + 40)
            }
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard count >= bytes.count else { return false }
        return (0...(count - bytes.count)).contains { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }
    }
}
