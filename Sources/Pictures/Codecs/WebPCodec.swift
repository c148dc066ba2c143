import CWebP

/// Reads and writes WebP: the one file that holds libwebp's pointers.
enum WebPCodec {
    static func decode(_ file: [UInt8]) throws(PictureFault) -> Pixels {
        var features = WebPBitstreamFeatures()
        guard WebPGetFeatures(file, file.count, &features) == VP8_STATUS_OK, features.width > 0, features.height > 0,
            Int(features.width) * Int(features.height) <= Pixels.most
        else { throw .damaged("") }
        let (width, height) = (Int(features.width), Int(features.height))
        let channels = features.has_alpha != 0 ? 4 : 3
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: width * height * channels) { buffer, count in
            let stride = Int32(width * channels)
            let decoded =
                channels == 4
                ? WebPDecodeRGBAInto(file, file.count, buffer.baseAddress, buffer.count, stride)
                : WebPDecodeRGBInto(file, file.count, buffer.baseAddress, buffer.count, stride)
            isWhole = decoded != nil
            count = isWhole ? width * height * channels : 0
        }
        guard isWhole else { throw .damaged("") }
        return Pixels(width: width, height: height, channels: channels, bytes: bytes)
    }

    /// - Parameters:
    ///   - quality: 0 to 100; nil keeps every pixel as it is.
    ///   - profile: the colours', where they are not sRGB's.
    static func encode(_ pixels: Pixels, quality: Int?, profile: [UInt8]?) throws(PictureFault) -> [UInt8] {
        var config = WebPConfig()
        var picture = WebPPicture()
        guard WebPConfigInit(&config) != 0, WebPPictureInit(&picture) != 0 else { throw .noMemory }
        if let quality {
            config.quality = Float(quality)
            config.method = 4
        } else {
            guard WebPConfigLosslessPreset(&config, 6) != 0 else { throw .noMemory }
        }
        picture.use_argb = quality == nil ? 1 : 0
        (picture.width, picture.height) = (Int32(pixels.width), Int32(pixels.height))
        defer { WebPPictureFree(&picture) }
        let stride = Int32(pixels.width * pixels.channels)
        let isImported =
            pixels.channels == 4
            ? WebPPictureImportRGBA(&picture, pixels.bytes, stride)
            : WebPPictureImportRGB(&picture, pixels.bytes, stride)
        guard isImported != 0 else { throw .noMemory }
        let writer = UnsafeMutablePointer<WebPMemoryWriter>.allocate(capacity: 1)
        WebPMemoryWriterInit(writer)
        defer {
            WebPMemoryWriterClear(writer)
            writer.deallocate()
        }
        picture.writer = WebPMemoryWrite
        picture.custom_ptr = UnsafeMutableRawPointer(writer)
        guard WebPEncode(&config, &picture) != 0 else { throw .noMemory }
        let file = Array(UnsafeBufferPointer(start: writer.pointee.mem, count: writer.pointee.size))
        return try profile.map { (profile) throws(PictureFault) in try with(profile, file) } ?? file
    }

    private static func with(_ profile: [UInt8], _ file: [UInt8]) throws(PictureFault) -> [UInt8] {
        var result: [UInt8]?
        file.withUnsafeBufferPointer { file in
            profile.withUnsafeBufferPointer { profile in
                var whole = WebPData(bytes: file.baseAddress, size: file.count)
                guard let mux = WebPMuxCreate(&whole, 0) else { return }
                defer { WebPMuxDelete(mux) }
                var chunk = WebPData(bytes: profile.baseAddress, size: profile.count)
                var output = WebPData()
                guard WebPMuxSetChunk(mux, "ICCP", &chunk, 0) == WEBP_MUX_OK,
                    WebPMuxAssemble(mux, &output) == WEBP_MUX_OK
                else { return }
                result = Array(UnsafeBufferPointer(start: output.bytes, count: output.size))
                WebPDataClear(&output)
            }
        }
        guard let result else { throw .noMemory }
        return result
    }

    /// Of the encoder: another one may make other bytes of the same pixels.
    static var version: Int { Int(WebPGetEncoderVersion()) }
}
