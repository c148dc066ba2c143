import ArabicText
import Base

/// What lies in `Content/`, sorted into what each file is.
struct ContentFolder: Sendable {
    var settings: FileEntry?
    var frontPage: FileEntry?
    var redirects: FileEntry?
    var articles: [FileEntry] = []
    var authors: [FileEntry] = []
    var pages: [FileEntry] = []
    var pictures: [FileEntry] = []
    /// What lies beside articles and is neither a text nor a picture.
    var others: [FileEntry] = []
    var assets: [FileEntry] = []
    var comments: [FileEntry] = []
    var data: [FileEntry] = []
    var diagnostics: [Diagnostic] = []

    init(_ tree: some FileTree) throws(Diagnostic) {
        for entry in try tree.entries(under: "Content") where !isEditorsTemporary(entry.path) { sort(entry) }
    }

    private mutating func sort(_ entry: FileEntry) {
        guard entry.kind == .file else { return diagnostics.append(Self.refused(entry)) }
        let path = entry.path
        switch path {
        case "Content/site.yaml": settings = entry
        case "Content/frontpage.yaml": frontPage = entry
        case RedirectFile.path: redirects = entry
        case "Content/published.tsv": break
        default:
            let isText = isMarkdown(path)
            if isText, path.utf8.starts(with: "Content/articles/".utf8) {
                articles.append(entry)
            } else if path.utf8.starts(with: "Content/assets/".utf8) {
                add(entry, to: \.assets)
            } else if isText, path.utf8.starts(with: "Content/authors/".utf8) {
                authors.append(entry)
            } else if isText, path.utf8.starts(with: "Content/pages/".utf8) {
                pages.append(entry)
            } else if path.utf8.starts(with: DataFile.folder.utf8) {
                data.append(entry)
            } else if CommentFile.identity(of: path) != nil {
                comments.append(entry)
            } else if PictureType.named(path) != nil {
                add(entry, to: \.pictures)
            } else {
                others.append(entry)
            }
        }
    }

    private mutating func add(_ entry: FileEntry, to files: WritableKeyPath<Self, [FileEntry]>) {
        if let problem = problemWithPublishedName(entry.path) {
            diagnostics.append(problem)
        } else {
            self[keyPath: files].append(entry)
        }
    }

    private static func refused(_ entry: FileEntry) -> Diagnostic {
        if entry.kind == .strayLink {
            return Diagnostic(
                id: FolderRule.strayLink,
                Message(
                    en:
                        "a symbolic link points to a file inside the site's folder; this one leaves it; put the "
                        + "file itself here",
                    ar: "يشير الرابط الرمزي إلى ملف داخل مجلد الموقع؛ هذا يخرج منه؛ ضع الملف نفسه هنا"),
                at: Location(path: entry.path))
        }
        return Diagnostic(
            id: ArticleRule.fileName,
            Message(en: "a file's name is UTF-8; rename this one", ar: "يُكتب اسم الملف بترميز UTF-8؛ غيّر اسمه"),
            at: Location(path: entry.path))
    }
}

private func isMarkdown(_ path: String) -> Bool { path.utf8.count > 3 && path.utf8.suffix(3).elementsEqual(".md".utf8) }

/// Whether an article's file lies at `path`.
package func isArticleFile(_ path: String) -> Bool {
    isMarkdown(path) && path.utf8.starts(with: "Content/articles/".utf8) && !isEditorsTemporary(path)
}

/// Whether a picture lies at `path` that is published for the texts beside it.
package func isPictureFile(_ path: String) -> Bool {
    path.utf8.starts(with: "Content/".utf8) && !path.utf8.starts(with: "Content/assets/".utf8)
        && PictureType.named(path) != nil
        && !isEditorsTemporary(path)
}

/// Whether nobody's text lies at `path`: hidden files but for those that sites are known by, what editors leave beside
/// the file that is open (`~`, `#…#`, `4913`), and what systems leave in a folder that was opened.
package func isEditorsTemporary(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
        let shown = "Content/assets/.well-known/".utf8
        let start = bytes.starts(with: shown) ? shown.count : 0
        return bytes[start...].split(separator: UInt8(ascii: "/")).contains { name in
            name.first == UInt8(ascii: ".") || name.first == UInt8(ascii: "#") || name.last == UInt8(ascii: "~")
                || name.starts(with: "~$".utf8) || name.elementsEqual("4913".utf8) || isSystems(name)
        }
    }
}

/// Windows' `Thumbs.db`, `ehthumbs.db` and `desktop.ini`, however they are spelt.
private func isSystems(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard name.count == 9 || name.count == 11 else { return false }
    let letters = name.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ["thumbs.db", "ehthumbs.db", "desktop.ini"].contains { letters.elementsEqual($0.utf8) }
}
