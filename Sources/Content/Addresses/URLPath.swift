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

    /// Where a file of `Content/assets` is published: below `assets/`, but for `.well-known/`, which is looked for at the
    /// site's root alone (RFC 8615).
    ///
    /// - Parameter path: the file's, beneath the site's folder.
    package init(ofAsset path: String) {
        let name = CanonicalForm.nfc(String(path.dropFirst("Content/assets/".count)))
        text = name.hasPrefix(".well-known/") ? name : "assets/" + name
    }

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

extension URLPath: Packable {
    package func pack(into packer: inout Packer) { packer.add(text) }
    package init(from unpacker: inout Unpacker) throws(Damaged) { self.init(try unpacker.text()) }
}

/// A file's name or a slug in letters, where it is percent-encoded, as exports of other programs are; else as it is.
func decodedName(_ written: String) -> String { percentDecoded(written) ?? written }

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
