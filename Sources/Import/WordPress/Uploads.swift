import ArabicText
import Base
import Content

/// The folder of uploads: what of it is there, and under what name it comes.
struct Uploads: Sendable {
    private let folder: DiskTree
    private let site: DiskTree
    private let prefix: String
    /// Whether `-300x200` in a name may be of a smaller copy.
    private var hasCopies = true

    /// Where files of the folder go.
    static let places = ["Content/articles/uploads/", "Content/assets/uploads/"]

    /// A file that is there.
    struct Found: Sendable, Equatable {
        /// In the folder.
        let source: String
        /// Beneath `uploads/` in the site.
        let target: String
        /// Nil where it is no picture that browsers show.
        let type: PictureType?
    }

    /// - Parameters:
    ///   - folder: the folder itself, or one that holds `wp-content/uploads`.
    ///   - site: has files of its own, which keep their names.
    init(_ folder: DiskTree, site: DiskTree) {
        (self.folder, self.site) = (folder, site)
        let inner = DiskTree(root: folder.root + "/wp-content/uploads")
        prefix = (try? inner.exists()) == true ? "wp-content/uploads/" : ""
    }

    /// A part of another folder, whose files keep their names beneath it.
    ///
    /// - Parameter prefix: path of the part, with its last slash.
    init(_ folder: DiskTree, site: DiskTree, under prefix: String) {
        (self.folder, self.site, self.prefix) = (folder, site, prefix)
        hasCopies = false
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
        for name in hasCopies ? Self.names(path) : [path] {
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
        return Found(source: prefix + name, target: freeName(of: name, type), type: type)
    }

    /// The file's name in the site: with a number behind it where another file has the name, of this folder or of the
    /// site itself.
    private func freeName(of name: String, _ type: PictureType?) -> String {
        let wanted = Self.target(CanonicalForm.nfc(name), type)
        let dot = wanted.lastIndex(of: ".") ?? wanted.endIndex
        var free = wanted
        for number in 2..<1000 where isTaken(free, by: name) { free = wanted[..<dot] + "-\(number)" + wanted[dot...] }
        return free
    }

    private func isTaken(_ target: String, by name: String) -> Bool {
        if target != name, (try? folder.readStart(of: prefix + target, count: 1)) != nil { return true }
        for place in Self.places where (try? site.readStart(of: place + target, count: 1)) != nil {
            if (try? site.read(place + target)) != (try? read(prefix + name)) { return true }
        }
        return false
    }

    /// Whether a file has a number behind its name, since another one has the name.
    func isTwin(_ source: String, named target: String) -> Bool {
        let name = String(source.dropFirst(prefix.count))
        guard let start = try? folder.readStart(of: source, count: 1 << 16) else { return false }
        return target != Self.target(CanonicalForm.nfc(name), pictureType(ofStart: start))
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
