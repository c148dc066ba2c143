package import Base

/// What an outlet last took from the program's theme: the digest of each file, in `Templates/.theme`, which is committed
/// with the outlet.
///
/// A line a file, `digest path`, behind a line that names the format; sorted by the path's bytes. A line that is none, as
/// a merge may leave it, tells nothing: its file counts as edited, and no file that was edited is ever overwritten.
package struct ThemeRecord: Sendable, Equatable {
    package static let path = "Templates/.theme"
    private static let header = "sitegen-theme 1"

    /// By path, such as `Templates/base.html`.
    package var digests: [String: Digest]

    package init(of files: [(path: String, bytes: [UInt8])] = []) {
        digests = Dictionary(files.map { ($0.path, Self.digest(of: $0.bytes)) }) { $1 }
    }

    /// - Parameter bytes: the record's file; nil where an outlet has none, which then has taken nothing.
    package init(reading bytes: [UInt8]?) {
        digests = [:]
        for line in String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2, let digest = Digest(hex: parts[0]) { digests[String(parts[1])] = digest }
        }
    }

    package var bytes: [UInt8] {
        let lines = digests.sorted { bytesPrecede($0.key, $1.key) }.map { "\($0.value.hex) \($0.key)" }
        return Array(([Self.header] + lines).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    }

    /// The digest of a file's lines: git may end them with CR LF where it checks them out.
    package static func digest(of bytes: [UInt8]) -> Digest {
        let (carriage, feed) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        guard bytes.contains(carriage) else { return Digest(of: bytes) }
        let kept = bytes.indices.filter { index in
            bytes[index] != carriage || index + 1 == bytes.endIndex || bytes[index + 1] != feed
        }
        return Digest(of: kept.map { bytes[$0] })
    }
}
