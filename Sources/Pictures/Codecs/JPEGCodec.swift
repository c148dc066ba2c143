import Base
import CTurboJPEG

/// Reads and writes JPEG: the one file that holds TurboJPEG's pointers.
enum JPEGCodec {
    /// Pixels with their sides halved so often, three times at most: the decoder leaves out what would be scaled away.
    static func decode(_ file: [UInt8], halvings: Int) throws(PictureFault) -> Pixels {
        guard let decoder = tjInitDecompress() else { throw .noMemory }
        defer { tjDestroy(decoder) }
        var (fullWidth, fullHeight, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard
            tjDecompressHeader3(
                decoder, file, UInt(file.count), &fullWidth, &fullHeight, &sampling, &space) == 0 || fullWidth > 0,
            fullWidth > 0, fullHeight > 0, Int(fullWidth) * Int(fullHeight) <= Pixels.most
        else { throw .damaged(reason(decoder)) }
        let part = 1 << halvings
        let (newWidth, newHeight) = ((Int(fullWidth) + part - 1) / part, (Int(fullHeight) + part - 1) / part)
        let isInk = space == TJCS_CMYK.rawValue || space == TJCS_YCCK.rawValue
        let (channels, format) = isInk ? (4, TJPF_CMYK) : (3, TJPF_RGB)
        var failure: PictureFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight * channels) { buffer, count in
            let result = tjDecompress2(
                decoder, file, UInt(file.count), buffer.baseAddress, Int32(newWidth), 0, Int32(newHeight),
                format.rawValue, TJFLAG_LIMITSCANS)
            if result != 0 {
                let reason = reason(decoder)
                // Bytes between segments that mean nothing harm nothing.
                if tjGetErrorCode(decoder) != TJERR_WARNING.rawValue || !reason.contains("extraneous bytes") {
                    failure = .damaged(reason)
                    return
                }
            }
            count = newWidth * newHeight * channels
        }
        if let failure { throw failure }
        let pixels = Pixels(width: newWidth, height: newHeight, channels: channels, bytes: bytes)
        return isInk ? inRGB(pixels, isInverted: file.containsAdobe) : pixels
    }

    private static func reason(_ handle: tjhandle) -> String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? ""
    }

    /// Inks as screens show them, without the colours of a press. Adobe's programs store them inverted.
    private static func inRGB(_ inks: Pixels, isInverted: Bool) -> Pixels {
        let count = inks.width * inks.height
        let bytes = [UInt8](unsafeUninitializedCapacity: count * 3) { buffer, filled in
            inks.bytes.withUnsafeBufferPointer { inks in
                for pixel in 0..<count {
                    let black = isInverted ? Int(inks[pixel * 4 + 3]) : 255 - Int(inks[pixel * 4 + 3])
                    for channel in 0..<3 {
                        let ink = isInverted ? Int(inks[pixel * 4 + channel]) : 255 - Int(inks[pixel * 4 + channel])
                        buffer[pixel * 3 + channel] = UInt8((ink * black + 127) / 255)
                    }
                }
            }
            filled = count * 3
        }
        return Pixels(width: inks.width, height: inks.height, channels: 3, bytes: bytes)
    }

    /// Three channels each.
    ///
    /// - Parameters:
    ///   - quality: 1 to 100.
    ///   - profile: the colours', where they are not sRGB's (ICC.1, B.4).
    static func encode(_ pixels: Pixels, quality: Int, profile: [UInt8]?) throws(PictureFault) -> [UInt8] {
        guard let encoder = tjInitCompress() else { throw .noMemory }
        var output: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer {
            tjFree(output)
            tjDestroy(encoder)
        }
        guard
            tjCompress2(
                encoder, pixels.bytes, Int32(pixels.width), 0, Int32(pixels.height), TJPF_RGB.rawValue, &output, &size,
                Int32(TJSAMP_420.rawValue), Int32(quality), TJFLAG_PROGRESSIVE) == 0, let output
        else { throw .damaged(reason(encoder)) }
        var file = Array(UnsafeBufferPointer(start: output, count: Int(size)))
        // Behind the header of JFIF, which comes first.
        if let profile, file.count > 6 {
            file.insert(contentsOf: Self.segments(of: profile), at: 4 + Int(file[4]) << 8 + Int(file[5]))
        }
        return file
    }

    /// A profile in as many segments as it needs, each with its number and how many there are (ICC.1, B.4).
    private static func segments(of profile: [UInt8]) -> [UInt8] {
        let most = 65_519
        let count = (profile.count + most - 1) / most
        guard count < 256 else { return [] }
        return (0..<count).flatMap { number -> [UInt8] in
            let part = profile[(number * most)..<min(profile.count, (number + 1) * most)]
            let length = part.count + 16
            return [0xFF, 0xE2, UInt8(length >> 8), UInt8(length & 255)] + Array("ICC_PROFILE\0".utf8)
                + [UInt8(number + 1), UInt8(count)] + part
        }
    }
}

extension [UInt8] {
    fileprivate var containsAdobe: Bool { place(of: [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8)) != nil }
}
