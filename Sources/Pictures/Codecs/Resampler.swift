import CResample

/// Scales pixels down: the one file that holds stb_image_resize's pointers.
enum Resampler {
    /// A part of the picture in another size.
    ///
    /// - Parameter part: in pixels, within the picture.
    static func resample(_ pixels: Pixels, _ part: PixelRect, to width: Int, _ height: Int) throws(PictureFault)
        -> Pixels
    {
        let channels = pixels.channels
        if part.isWhole(of: pixels), width == pixels.width, height == pixels.height { return pixels }
        var isDone = false
        let bytes = [UInt8](unsafeUninitializedCapacity: width * height * channels) { buffer, count in
            pixels.bytes.withUnsafeBufferPointer { from in
                guard let from = from.baseAddress else { return }
                isDone =
                    sitegen_resample(
                        from + (part.y * pixels.width + part.x) * channels, Int32(part.width), Int32(part.height),
                        Int32(pixels.width * channels), buffer.baseAddress, Int32(width), Int32(height), Int32(channels)
                    ) != 0
            }
            count = isDone ? width * height * channels : 0
        }
        guard isDone else { throw .noMemory }
        return Pixels(width: width, height: height, channels: channels, bytes: bytes)
    }

    static var version: Int { Int(SITEGEN_RESAMPLER) }
}

/// A part of a picture, in pixels from its upper left corner.
struct PixelRect: Sendable, Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    func isWhole(of pixels: Pixels) -> Bool {
        x == 0 && y == 0 && width == pixels.width && height == pixels.height
    }
}
