import ArabicText
package import Base

/// Where a page or a file of the site lives: the one source of its name on disk and of its links.
///
/// Decoded UTF-8 in NFC, without a leading slash. Ends with `/` where it is a folder's `index.html`; the empty path is
/// the front page.
package struct URLPath: Sendable, Hashable, Comparable {
    /// Path itself, decoded.
    package let text: String

    /// - Parameter text: decoded, and safe: no empty part, `.` or `..`, which `init(written:)` makes sure of.
    package init(_ text: String) { self.text = text }

    /// The file's path beneath the output folder.
    package var file: String {
        text.isEmpty || text.utf8.last == UInt8(ascii: "/") ? text + "index.html" : text
    }

    /// The path whose page is `file`, as `file` gives it.
    package init(file: String) {
        let index = "index.html"
        text = file == index || file.hasSuffix("/" + index) ? String(file.dropLast(index.count)) : file
    }

    /// Percent-encoded with upper-case hex, behind `base` (`/` or `/news/`).
    package func href(base: String) -> String { base + percentEncoded(text) }

    package static func < (a: Self, b: Self) -> Bool { bytesPrecede(a.text, b.text) }

    /// What two paths must not share, or a disk that folds case or normalisation takes one for the other.
    package var collisionKey: String {
        // Arabic knows no case; what other letters may stand here begins with other bytes.
        let isCaseless = text.utf8.allSatisfy {
            !(0x41...0x5A).contains($0) && ($0 < 0xC0 || (0xD8...0xDB).contains($0))
        }
        return isCaseless ? file : file.lowercased()
    }

    /// Digest of `collisionKey`.
    package var collisionDigest: Digest { Digest(of: collisionKey) }

    /// Why a written path is refused.
    package enum Problem: Error {
        case leavesSite, foreign, malformed
        /// A static file answers whatever the query says.
        case query
    }

    /// A path as an editor writes it (`/2019/old-name/`), decoded once and then checked.
    package init(written: String) throws(Problem) {
        guard !written.namesHost, !written.hasPrefix("//") else { throw .foreign }
        guard let decoded = percentDecoded(written), !decoded.isEmpty else { throw .malformed }
        var parts = decoded.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.first == "" else { throw .leavesSite }
        parts = parts.dropFirst()
        let isFolder = parts.last == ""
        if isFolder { parts = parts.dropLast() }
        for part in parts {
            guard !part.unicodeScalars.contains(where: { "?#".unicodeScalars.contains($0) }) else { throw .query }
            guard part != "..", part != ".", !part.contains("\\") else { throw .leavesSite }
            // A path that decodes to another escape was encoded twice, to slip past this check.
            guard !part.isEmpty, part.utf8.count <= 255, !part.hasPrefix(".sitegen"),
                percentDecoded(String(part)) == String(part),
                part.unicodeScalars.allSatisfy({
                    $0.value >= 0x20 && $0.value != 0x7F && !isInvisible($0)
                })
            else { throw .malformed }
        }
        let path = parts.joined(separator: "/")
        // What has no extension is a page.
        let isFile = !isFolder && (parts.last?.contains(".") ?? false)
        text = CanonicalForm.nfc(path.isEmpty || isFile ? path : path + "/")
    }
}

/// Letters, digits and `-._~/` stay; every other byte becomes `%XX`.
package func percentEncoded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count * 3) { output in
            output.baseAddress.map { percentEncode(bytes, keeping: .inPath, into: $0) } ?? 0
        }
    }
}

extension URLPath: Packable {
    package func pack(into packer: inout Packer) { packer.add(text) }
    package init(from unpacker: inout Unpacker) throws(Damaged) { self.init(try unpacker.text()) }
}

/// Characters that stay as they are where an address is percent-encoded: some of those that may (RFC 3986, sections 2.3
/// and 3.3).
package struct Unreserved: Sendable {
    /// A bit for each character of ASCII.
    private let low: UInt64
    private let high: UInt64

    private init(besides more: String = "") {
        var bits: (low: UInt64, high: UInt64) = (0, 0)
        for byte in ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~" + more).utf8 {
            if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
        }
        (low, high) = bits
    }

    /// Letters, digits and `-._~`: what a part of a path or a value of a query may hold.
    package static let inComponent = Unreserved()
    /// The slash too.
    package static let inPath = Unreserved(besides: "/")

    fileprivate func holds(_ byte: UInt8) -> Bool {
        let bits = byte < 64 ? low : byte < 128 ? high : 0
        return bits >> UInt64(byte & 63) & 1 != 0
    }
}

/// Writes every byte as it is or as `%XX` with upper-case hex, and gives how many that makes.
///
/// - Parameter output: has room for three times as many bytes.
package func percentEncode(
    _ bytes: UnsafeBufferPointer<UInt8>, keeping kept: Unreserved, into output: UnsafeMutablePointer<UInt8>
) -> Int {
    var end = 0
    for byte in bytes {
        if kept.holds(byte) {
            output[end] = byte
            end += 1
        } else {
            output[end] = UInt8(ascii: "%")
            output[end + 1] = hexDigit(byte >> 4)
            output[end + 2] = hexDigit(byte & 15)
            end += 3
        }
    }
    return end
}

@inline(__always)
private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

/// Text with its percent codes decoded; nil where one is cut short or the bytes are no UTF-8.
package func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var output: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            output.append(byte)
            continue
        }
        guard let high = bytes.popFirst().flatMap(hexValue), let low = bytes.popFirst().flatMap(hexValue) else {
            return nil
        }
        output.append(high << 4 | low)
    }
    return String(validating: output, as: UTF8.self)
}

/// A file's name or a slug in letters, where it is percent-encoded, as exports of other programs are; else as it is.
func decodedName(_ written: String) -> String { percentDecoded(written) ?? written }

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
}

/// Format characters and surrogates of bidi: never part of a path or an address.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .format }

extension String {
    /// Whether `://` stands anywhere in it, as in the address of another site.
    package var namesHost: Bool {
        let (colon, slash) = (UInt8(ascii: ":"), UInt8(ascii: "/"))
        return utf8.withContiguousStorageIfAvailable { bytes in
            bytes.indices.dropLast(2).contains {
                bytes[$0] == colon && bytes[$0 + 1] == slash && bytes[$0 + 2] == slash
            }
        } ?? contains("://")
    }
}
