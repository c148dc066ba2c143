import Base
import Content

/// Files of the site that stand where another of its paths needs a folder: `/feed.xml` and `/feed.xml/`, or `/a/` and
/// `/a/index.html/b/`.
struct FilesInTheWay {
    typealias Claims = ((URLPath, () -> Location) -> Void) -> Void

    private(set) var diagnostics: [Diagnostic] = []
    /// Of the paths that are no folder's page, where no folder is named as such a page's file.
    private var files: Set<Digest> = []
    /// All folders from the root to here were looked at; most pages share it with the page before.
    private var above: [UInt8] = []

    /// - Parameter claims: calls its argument with each path of the site.
    init(of claims: Claims) {
        var hasIndexFolder = false
        claims { path, _ in
            if let last = path.text.utf8.last, last != UInt8(ascii: "/") { files.insert(Digest(of: path.text)) }
            if path.text.utf8.contains(UInt8(ascii: ".")), path.text.contains("index.html/") { hasIndexFolder = true }
        }
        // Hardly a site has such a folder, and then the files of all its pages need not be gathered.
        if hasIndexFolder { claims { path, _ in files.insert(Digest(of: path.file)) } }
        guard !files.isEmpty else { return }
        claims { path, origin in
            guard let file = fileInTheWay(of: path) else { return }
            diagnostics.append(
                Diagnostic(
                    id: "duplicate-url",
                    Message(
                        en:
                            "“/\(path.text)” needs a folder where the site has the file “/\(file)”; give one of "
                            + "them another path",
                        ar: "يحتاج «‎/\(path.text)» إلى مجلد في موضع الملف «‎/\(file)» من الموقع؛ أعطِ أحدهما "
                            + "مسارًا آخر"),
                    at: origin()))
        }
    }

    private mutating func fileInTheWay(of path: URLPath) -> String? {
        var text = path.text
        return text.withUTF8 { bytes -> String? in
            guard let own = Self.folder(of: bytes[...]) else { return nil }
            if isFile(own) { return String(decoding: own, as: UTF8.self) }
            guard var folder = Self.folder(of: own), !folder.elementsEqual(above) else { return nil }
            above = Array(folder)
            while true {
                if isFile(folder) { return String(decoding: folder, as: UTF8.self) }
                guard let next = Self.folder(of: folder) else { return nil }
                folder = next
            }
        }
    }

    private func isFile(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        files.contains(Digest(of: UnsafeBufferPointer(rebasing: path)))
    }

    /// What stands before the last slash.
    private static func folder(of path: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>>? {
        path.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    }
}
