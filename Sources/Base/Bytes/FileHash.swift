/// The digest of a file as browsers write it: `sha384-` and 48 bytes in base64 (Subresource Integrity, section 3.1).
package struct FileHash: Sendable, Hashable {
    /// As it is written.
    package let text: String
    private let function: SHA2

    /// A written digest; nil for one of another function or length.
    package init?(_ written: String) {
        guard let dash = written.firstIndex(of: "-"), let function = SHA2(rawValue: String(written[..<dash])) else {
            return nil
        }
        let digits = written[written.index(after: dash)...].utf8
        let length = (function.length + 2) / 3 * 4
        let padding = (3 - function.length % 3) % 3
        guard digits.count == length, digits.suffix(padding).allSatisfy({ $0 == UInt8(ascii: "=") }),
            digits.dropLast(padding).allSatisfy({ byte in Self.digits.contains(byte) })
        else { return nil }
        (text, self.function) = (written, function)
    }

    /// The digest of a file's bytes.
    package init(of bytes: [UInt8], by function: SHA2) {
        let digest = function.digest(of: bytes)
        var text = "\(function.rawValue)-"
        for start in stride(from: 0, to: digest.count, by: 3) {
            let three = digest[start..<min(start + 3, digest.count)]
            let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
            for place in 0..<4 {
                let isPadding = place > three.count
                text.unicodeScalars.append(
                    Unicode.Scalar(isPadding ? UInt8(ascii: "=") : Self.digits[bits >> (18 - 6 * place) & 63]))
            }
        }
        (self.text, self.function) = (text, function)
    }

    /// Whether it is that of these bytes.
    package func fits(_ bytes: [UInt8]) -> Bool { self == FileHash(of: bytes, by: function) }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
