import ArabicText
import Base
import Content

/// The folder of uploads: what of it is there, and under what name it comes.
struct Uploads: Sendable {
    private let folder: DiskTree
    private let prefix: String

    /// A file that is there.
    struct Found: Sendable, Equatable {
        /// In the folder.
        let source: String
        /// Beneath `uploads/` in the site.
        let target: String
        /// Nil where it is no picture that browsers show.
        let type: PictureType?
    }

    /// - Parameter folder: the folder itself, or one that holds `wp-content/uploads`.
    init(_ folder: DiskTree) {
        self.folder = folder
        let inner = DiskTree(root: folder.root + "/wp-content/uploads")
        prefix = (try? inner.exists()) == true ? "wp-content/uploads/" : ""
    }

    /// Whether a name stays in the folder.
    static func isSafe(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/")
            && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
                $0 == ".." || $0 == "." || $0.isEmpty
            }
            && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
    }

    /// The file that a name means: the original before a smaller copy, under whatever spelling it has.
    func find(_ path: String) -> Found? {
        guard Self.isSafe(path) else { return nil }
        for name in Self.names(path) {
            for spelling in [name, CanonicalForm.nfc(name), percentDecoded(name) ?? name] {
                if let found = open(spelling) { return found }
            }
        }
        return nil
    }

    private func open(_ name: String) -> Found? {
        guard Self.isSafe(name), let start = try? folder.readStart(of: prefix + name, count: 1 << 16) else {
            return nil
        }
        let type = pictureType(ofStart: start)
        return Found(source: prefix + name, target: Self.target(CanonicalForm.nfc(name), type), type: type)
    }

    /// The name with the ending that the bytes have, since that is what browsers are told.
    private static func target(_ name: String, _ type: PictureType?) -> String {
        guard let type, let dot = name.lastIndex(of: ".") else { return name }
        let ending = name[name.index(after: dot)...].lowercased()
        let right = type == .jpeg ? "jpg" : type.rawValue
        if ending == right || type == .jpeg && ending == "jpeg" { return name }
        return name[...dot] + right
    }

    /// Names to look for, in order.
    private static func names(_ path: String) -> [String] {
        let original = PictureAddress.withoutSize(path)
        var names = [original, path]
        for ending in ["-scaled", "-rotated"] {
            if let dot = original.lastIndex(of: "."), original[..<dot].hasSuffix(ending) {
                names.append(String(original[..<dot].dropLast(ending.count)) + original[dot...])
            } else if let dot = original.lastIndex(of: ".") {
                names.append(original[..<dot] + ending + original[dot...])
            }
        }
        if let dot = original.lastIndex(of: ".") {
            // An edited copy has the time of the edit in its name: `-e1706080500123`.
            let stem = String(original[..<dot])
            let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
            if let last = parts.last, last.count == 14, last.hasPrefix("e"), last.dropFirst().allSatisfy(\.isNumber) {
                names.append(String(stem.dropLast(15)) + original[dot...])
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// All bytes of a file; nil for one of more than 64 MB.
    func read(_ found: String) throws(Diagnostic) -> [UInt8]? {
        let bytes = try folder.readStart(of: found, count: 64 << 20 + 1)
        return bytes.count > 64 << 20 ? nil : bytes
    }
}
