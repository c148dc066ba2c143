import CPNG

/// Reads and writes PNG: the one file that holds libpng's pointers.
enum PNGCodec {
    static func decode(_ file: [UInt8]) throws(PictureFault) -> Pixels {
        var image = png_sitegen_image(0, 0, 0)
        defer { png_image_free(&image) }
        var failure: PictureFault?
        let bytes = file.withUnsafeBytes { file -> [UInt8] in
            guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0,
                Int(image.width) * Int(image.height) <= Pixels.most
            else {
                failure = .damaged(reason(image))
                return []
            }
            let channels = png_sitegen_has_alpha(&image) != 0 ? 4 : 3
            png_sitegen_expect(&image, channels == 4 ? 1 : 0)
            let size = Int(image.width) * Int(image.height) * channels
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                guard png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil) != 0 else {
                    failure = .damaged(reason(image))
                    return
                }
                count = size
            }
        }
        if let failure { throw failure }
        let pixels = Int(image.width) * Int(image.height)
        return Pixels(
            width: Int(image.width), height: Int(image.height), channels: bytes.count / max(1, pixels), bytes: bytes)
    }

    static func encode(_ pixels: Pixels) throws(PictureFault) -> [UInt8] {
        var image = png_sitegen_image(UInt32(pixels.width), UInt32(pixels.height), pixels.channels == 4 ? 1 : 0)
        defer { png_image_free(&image) }
        // What does not compress at all grows by a few bytes a row.
        var size = pixels.bytes.count + pixels.bytes.count / 100 + pixels.height + 10_000
        var isWritten = false
        let file = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            isWritten = png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels.bytes, 0, nil) != 0
            count = isWritten ? size : 0
        }
        guard isWritten else { throw .noMemory }
        return file
    }

    /// What the chunk `iCCP` holds behind its name, as it was before it was compressed; nil for what is none, or is
    /// larger than any profile of a picture on the web.
    static func inflated(_ content: [UInt8]) -> [UInt8]? {
        var size = uLongf(1 << 20)
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            count = uncompress(buffer.baseAddress, &size, content, uLong(content.count)) == Z_OK ? Int(size) : 0
        }
        return bytes.isEmpty ? nil : bytes
    }

    private static func reason(_ image: png_image) -> String {
        withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    static var version: Int { Int(png_access_version_number()) }
}
