import CZlib

/// Unpacks what DEFLATE packed (RFC 1951): the one file that holds zlib's pointers.
enum Inflate {
    /// What stands around the data.
    enum Wrapping: Int32 {
        /// A header and a checksum (RFC 1950), as in PDF.
        case zlib = 15
        /// Nothing, as in ZIP.
        case none = -15
    }

    /// Nil where the data are damaged, or come to more than `limit` bytes.
    static func unpacked(_ data: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int = 64 << 20) -> [UInt8]? {
        guard data.count <= Int(Int32.max) else { return nil }
        var stream = z_stream()
        guard sitegen_inflate_init(&stream, wrapping.rawValue) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        let status = data.withUnsafeBufferPointer { input -> Int32 in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = uInt(input.count)
            while true {
                let (status, made) = piece.withUnsafeMutableBufferPointer { buffer -> (Int32, Int) in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = uInt(buffer.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, buffer.count - Int(stream.avail_out))
                }
                output += piece[..<made]
                if status != Z_OK { return status }
                if made == 0 || output.count > limit { return Z_BUF_ERROR }
            }
        }
        return status == Z_STREAM_END && output.count <= limit ? output : nil
    }
}
