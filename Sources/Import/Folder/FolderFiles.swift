import Base
import Content

/// Pictures and other files of a folder: where each system keeps what it publishes as it is.
struct FolderFiles: Sendable {
    private let roots: [(uploads: Uploads, prefix: String)]
    /// Reads whatever any of them found.
    let all: Uploads
    /// Folder of the texts, beneath which bundles lie; empty where texts have no files beside them.
    private let content: String

    init(_ tree: DiskTree, site: DiskTree, _ system: FolderSystem, source: String, content: String) {
        all = Uploads(tree, site: site, under: "")
        self.content = content
        switch system {
        case .jekyll: roots = [(Uploads(tree, site: site, under: source), "")]
        case .hugo:
            roots = [
                (Uploads(tree, site: site, under: "static/"), ""), (all, "assets/"),
                (Uploads(tree, site: site, under: content), ""),
            ]
        }
    }

    /// The file at a path of the old site, without its first slash.
    func find(_ path: String) -> Uploads.Found? {
        let name = String(path.drop { $0 == "/" })
        guard Uploads.isSafe(name) else { return nil }
        return roots.lazy.compactMap { $0.uploads.find($0.prefix + name) }.first
    }

    /// The file beside a text.
    ///
    /// - Parameter folder: of the text, relative to the whole folder.
    func find(_ path: String, beside folder: String) -> Uploads.Found? {
        guard let whole = Self.resolved(path, from: folder) else { return nil }
        if !content.isEmpty, whole.hasPrefix(content) {
            return roots.last?.uploads.find(String(whole.dropFirst(content.count)))
        }
        return all.find(whole)
    }

    /// A path without `.` and `..`; nil where it leaves the folder.
    static func resolved(_ path: String, from folder: String) -> String? {
        var parts = folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
