import Base
import Content

/// Pictures and other files of a folder: where each system keeps what it publishes as it is.
struct FolderFiles: Sendable {
    private let roots: [(uploads: Uploads, prefix: String)]
    /// Reads whatever any of them found; nil of a source that has no files.
    let all: Uploads?
    /// Folder of the texts, beneath which bundles lie; empty where texts have no files beside them.
    private let content: String
    /// Paths of the pictures, recordings and documents that the old site published.
    let published: [String]

    /// Of a source that has none.
    init() { (roots, all, content, published) = ([], nil, "", []) }

    init(
        _ tree: DiskTree, site: DiskTree, _ system: FolderSystem, _ entries: [FileEntry] = [], source: String,
        content: String
    ) {
        let folders = system == .hugo ? ["static/", "assets/", content] : [source]
        published = entries.map(\.path).filter { path in
            Self.isPublished(path) && folders.contains { path.hasPrefix($0) }
        }
        let all = Uploads(tree, site: site, under: "")
        self.all = all
        self.content = content
        switch system {
        case .feed: roots = []
        case .jekyll: roots = [(Uploads(tree, site: site, under: source), "")]
        case .hugo:
            roots = [
                (Uploads(tree, site: site, under: "static/"), ""), (all, "assets/"),
                (Uploads(tree, site: site, under: content), ""),
            ]
        }
    }

    /// Whether a path is of something to look at, to hear or to read, and of no folder that a system keeps to itself.
    private static func isPublished(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        let isFile = PictureType.named(path) != nil || endings.contains(ending)
        return isFile && !path.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") }
    }

    private static let endings: Set<String> = [
        "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "epub", "zip", "mp3", "m4a", "ogg",
        "oga",
        "wav", "mp4", "m4v", "webm", "mov",
    ]

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
        return all?.find(whole)
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
