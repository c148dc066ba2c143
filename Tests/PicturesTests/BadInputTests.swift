import Base
@testable import Content
@testable import Pictures
import Testing

/// What lies beside articles and is no ordinary picture.
struct BadInputTests {
    private func png(_ width: Int, _ height: Int, data: [UInt8] = [0x78, 0x9C, 3, 0, 0, 0, 0, 1]) -> [UInt8] {
        func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
            let bytes = Array(name.utf8) + content
            return big(content.count) + bytes + big(Int(crc(bytes)))
        }
        let head = big(width) + big(height) + [8, 2, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head) + chunk("IDAT", data)
            + chunk("IEND", [])
    }

    /// PNG, annex D.
    private func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : 0xEDB8_8320 ^ sum >> 1 }
        }
    }

    private func diagnostics(_ name: String, _ file: [UInt8]) -> [Diagnostic] {
        let files = MemoryTree([
            "Content/site.yaml": "name: a\nurl: https://example.org/\nmessages: en\n",
            "Content/articles/a.md": "---\ntitle: a\ndate: 2024-01-01\nimage: \(name)\n---\n\na\n",
        ])
        files["Content/articles/\(name)"] = file
        return loadSite(files, LoadOptions(now: Instant(seconds: 1_717_243_200), workers: Workers(jobs: 1))).diagnostics
    }

    @Test func `A bomb is refused by its header, and where only a decoder sees it, by that`() {
        let bomb = png(20_000, 20_000) + [UInt8](repeating: 0, count: 40_000)
        #expect(diagnostics("a.png", bomb).map(\.id) == ["picture-too-large"])
        #expect(diagnostics("a.png", bomb).first?.message.english.contains("20000 × 20000") == true)
        #expect(throws: PictureFault.self) { try PNGCodec.decode(bomb) }
        #expect(throws: PictureFault.self) { try PNGCodec.decode(png(10_000, 10_000)) }
    }

    @Test func `The smallest picture has every size that it can have`() throws {
        for file in [
            try PNGCodec.encode(DrawnPicture.pixels(1, 1)),
            try JPEGCodec.encode(DrawnPicture.pixels(1, 1), quality: 80, profile: nil),
        ] {
            let picture = try DrawnPicture.picture(file)
            let tree = MemoryTree()
            tree["Content/articles/a.jpg"] = file
            let all =
                (picture.renditions(PictureSettings())?.all ?? []) + (picture.card(nil, PictureSettings())?.all ?? [])
                + [picture.share(nil)].compactMap(\.self)
            #expect(all.count > 3)
            for rendition in all {
                let header = PictureHeader(try Darkroom().bytes(of: rendition, from: tree))
                #expect(header.map { [$0.width, $0.height] } == [rendition.width, rendition.height])
            }
        }
    }

    @Test func `A JPEG under another name is a JPEG`() throws {
        let file = try DrawnPicture.jpeg(400, 300)
        #expect(diagnostics("a.png", file).map(\.id) == [])
        #expect(try DrawnPicture.picture(file, path: "Content/articles/a.png").type == .jpeg)
    }

    @Test(arguments: ["heic", "tiff", "HEIF", "tif", "bmp"]) func `What no browser shows is told in a sentence`(
        _ ending: String
    ) {
        let found = diagnostics("a.\(ending)", Array("\0\0\0\u{18}ftypheic".utf8))
        #expect(found.contains { $0.id == "picture-format" && $0.message.english.contains("JPEG") })
    }

    @Test func `An Exif that leads in circles turns nothing`() throws {
        // Its only directory follows itself, and its count is larger than the file.
        let circle: [UInt8] = [
            0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8,
        ]
        let endless: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 0xFF, 0xFF]
        for tiff in [circle, endless] {
            var file = try DrawnPicture.jpeg(64, 48)
            let content = PictureOrientation.mark + tiff
            file.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content, at: 2)
            #expect(try DrawnPicture.picture(file).width == 64)
            #expect(try PictureSource(file, .jpeg).pixels(halvings: 0, after: nil).width == 64)
            #expect(PictureMetadata.cut(from: file) == (try DrawnPicture.jpeg(64, 48)))
        }
    }

    /// Seeds that are mutated: every decoder, with and without what can be seen through.
    private var seeds: [(type: PictureType, file: [UInt8])] {
        get throws {
            let (opaque, clear) = (DrawnPicture.pixels(61, 47), DrawnPicture.pixels(61, 47, channels: 4))
            return [
                (.jpeg, try JPEGCodec.encode(opaque, quality: 80, profile: nil)), (.png, try PNGCodec.encode(opaque)),
                (.png, try PNGCodec.encode(clear)), (.webp, try WebPCodec.encode(opaque, quality: 70, profile: nil)),
                (.webp, try WebPCodec.encode(clear, quality: 70, profile: nil)),
                (.webp, try WebPCodec.encode(clear, quality: nil, profile: nil)),
            ]
        }
    }

    @Test func `Three hundred broken files are a picture or a fault each`() throws {
        var random = Mulberry(state: 20_240_124)
        let seeds = try seeds
        var outcomes = (pictures: 0, faults: 0)
        for _ in 0..<300 {
            var (type, file) = seeds[random.below(seeds.count)]
            for _ in 0...random.below(4) {
                let place = random.below(file.count)
                switch random.below(4) {
                case 0: file[place] = UInt8(random.below(256))
                case 1: file[place] ^= 1 << UInt8(random.below(8))
                case 2: file.removeSubrange(place..<min(file.count, place + 1 + random.below(9)))
                default: file.insert(contentsOf: file[place...].prefix(random.below(40)), at: random.below(file.count))
                }
                if file.isEmpty { file = [0] }
            }
            do {
                let pixels = try PictureSource(file, type).pixels(halvings: random.below(4), after: nil)
                #expect(pixels.bytes.count == pixels.width * pixels.height * pixels.channels)
                outcomes.pictures += 1
            } catch { outcomes.faults += 1 }
        }
        #expect(outcomes.pictures > 20 && outcomes.faults > 20, "\(outcomes)")
    }
}

/// Numbers that are the same on every machine.
private struct Mulberry {
    var state: UInt32

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x6D2B_79F5
        var mixed = (state ^ state >> 15) &* (state | 1)
        mixed ^= mixed &+ (mixed ^ mixed >> 7) &* (mixed | 61)
        return Int(mixed ^ mixed >> 14) % max(1, bound)
    }
}
