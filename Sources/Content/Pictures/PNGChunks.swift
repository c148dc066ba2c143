/// The chunks of a PNG (PNG specification, third edition, section 11) of which its picture is made.
enum PNGChunks {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The picture, its colours and transparency, its size on paper, its animation; `CgBI` is how Apple marks its own
    /// kind.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "CgBI", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
        "bKGD", "pHYs",
        "acTL", "fcTL", "fdAT",
    ]

    static func shown(of file: [UInt8]) -> [UInt8] {
        var output = signature
        output.reserveCapacity(file.count)
        var offset = signature.count
        var hasExif = false
        while let length = file.big(offset, 4), let name = file.name(at: offset + 4) {
            guard length <= file.count - offset - 12 else {
                // The file was cut off: browsers show the lines that are there.
                if name == "IDAT" { output += file[offset...] }
                break
            }
            let end = offset + 12 + length
            if kept.contains(name) {
                output += file[offset..<end]
            } else if name == "eXIf", !hasExif, let orientation = orientation(in: file, offset..<end) {
                hasExif = true
                if let exif = PictureOrientation.exif(orientation) { add(name, exif, to: &output) }
            }
            offset = end
            if name == "IEND" { break }
        }
        return output
    }

    /// How the camera was held, by the first `eXIf` in front of the picture; 1 where nothing is turned.
    ///
    /// - Parameter file: the whole of it or its start; nil where that ends within what stands in front of the picture.
    static func orientation(of file: [UInt8]) -> Int? {
        var offset = signature.count
        while let length = file.big(offset, 4), let name = file.name(at: offset + 4), name != "IDAT" {
            guard length <= file.count - offset - 12 else { return nil }
            let end = offset + 12 + length
            if name == "eXIf", let orientation = orientation(in: file, offset..<end) { return orientation }
            offset = end
        }
        return 1
    }

    /// - Parameter chunk: an `eXIf`; browsers pass over one whose checksum is wrong, for which this is nil.
    private static func orientation(in file: [UInt8], _ chunk: Range<Int>) -> Int? {
        guard file.big(chunk.upperBound - 4, 4) == checksum(file[(chunk.lowerBound + 4)..<(chunk.upperBound - 4)])
        else { return nil }
        return PictureOrientation.value(inTIFF: file[(chunk.lowerBound + 8)..<(chunk.upperBound - 4)])
    }

    private static func add(_ name: String, _ content: [UInt8], to output: inout [UInt8]) {
        output.append(big: content.count, 4)
        let start = output.count
        output += name.utf8
        output += content
        output.append(big: checksum(output[start...]), 4)
    }

    /// CRC-32 as PNG takes it (section 5.5 and Annex D).
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return Int(~rest)
    }
}
