import Testing

@testable import Content

@Suite struct PictureHeaderTests {
    private func number(_ value: Int, _ count: Int, little: Bool = false) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return little ? bytes : bytes.reversed()
    }

    private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + number(content.count + 2, 2) + content
    }

    /// The directory of an Exif segment, behind an entry that says something else.
    private func exif(_ orientation: Int, little: Bool, type: Int = 3) -> [UInt8] {
        func part(_ value: Int, _ count: Int) -> [UInt8] { number(value, count, little: little) }
        let model = part(0x0110, 2) + part(2, 2) + part(4, 4) + Array("abc\0".utf8)
        let turn = part(0x0112, 2) + part(type, 2) + part(1, 4) + part(orientation, 2) + [0, 0]
        let tiff =
            Array((little ? "II" : "MM").utf8) + part(42, 2) + part(8, 4) + part(2, 2) + model + turn + part(0, 4)
        return Array("Exif\0\0".utf8) + tiff
    }

    private func jpeg(_ segments: [UInt8]) -> [UInt8] {
        [0xFF, 0xD8] + segments
            + segment(0xC0, [8] + number(3000, 2) + number(4000, 2) + [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
    }

    private func size(_ bytes: [UInt8]) -> [Int]? { PictureHeader(bytes).map { [$0.width, $0.height] } }

    @Test(arguments: 0...9, [true, false]) func aPictureTakenUprightIsAsHighAsReadersSeeIt(
        _ orientation: Int, _ little: Bool
    ) {
        let shown = (5...8).contains(orientation) ? [3000, 4000] : [4000, 3000]
        #expect(
            size(jpeg(segment(0xE0, Array("JFIF\0".utf8)) + segment(0xE1, exif(orientation, little: little)))) == shown)
        #expect(
            size(
                jpeg(
                    segment(0xE1, Array("http://ns.adobe.com/".utf8)) + segment(0xE1, exif(orientation, little: little))
                )) == shown)
    }

    @Test func theFirstExifThatTellsCounts() {
        let (upright, level) = (segment(0xE1, exif(6, little: true)), segment(0xE1, exif(1, little: false)))
        #expect(size(jpeg(upright + level)) == [3000, 4000])
        #expect(size(jpeg(level + upright)) == [4000, 3000])
        #expect(size(jpeg(segment(0xE1, exif(6, little: true, type: 4)))) == [4000, 3000])
        // As decoders do, over bytes that belong to nothing.
        #expect(size(jpeg([0x61, 0, 0xFF, 0] + upright)) == [3000, 4000])
    }

    /// Whatever stands in the segment, and wherever it ends, it is the picture's own size or that on its side.
    @Test func noExifLeadsOutOfItsSegment() {
        for little in [true, false] {
            let sound = exif(6, little: little)
            for length in 0..<sound.count { #expect(size(jpeg(segment(0xE1, Array(sound[..<length])))) != nil) }
            for place in sound.indices {
                for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var changed = sound
                    changed[place] = byte
                    #expect(size(jpeg(segment(0xE1, changed)))?.sorted() == [3000, 4000])
                    changed.replaceSubrange(
                        place..<min(place + 4, changed.count), with: Array(repeating: byte, count: 4))
                    #expect(size(jpeg(segment(0xE1, changed)))?.sorted() == [3000, 4000])
                }
            }
        }
        let whole = jpeg(segment(0xE1, exif(8, little: true)))
        for length in whole.indices { _ = PictureHeader(Array(whole[..<length])) }
    }
}
