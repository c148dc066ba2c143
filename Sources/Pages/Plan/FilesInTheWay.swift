import Base
import Content

/// Files of the site that stand where another of its paths needs a folder: `/feed.xml` and `/feed.xml/`, or `/a/` and
/// `/a/index.html/b/`.
struct FilesInTheWay {
    private(set) var diagnostics: [Diagnostic] = []
    /// Digests of the paths that are no folder's page; of all files' paths, where a folder is named as such a page's
    /// file.
    private var files: Set<Digest> = []

    init(of outputs: [Output]) {
        var hasIndexFolder = false
        for output in outputs {
            let path = output.url
            if let last = path.text.utf8.last, last != UInt8(ascii: "/") { files.insert(Digest(of: path.text)) }
            if let dot = path.text.utf8.firstIndex(of: UInt8(ascii: ".")),
                path.text.utf8[dot...].contains(UInt8(ascii: "/")), path.text.contains("index.html/")
            {
                hasIndexFolder = true
            }
        }
        // Hardly a site has such a folder, and then the files of all its pages need not be gathered.
        if hasIndexFolder { for output in outputs { files.insert(Digest(of: output.url.file)) } }
        guard !files.isEmpty else { return }
        for output in outputs {
            let path = output.url
            guard let file = fileInTheWay(of: path) else { continue }
            diagnostics.append(
                Diagnostic(
                    id: PageRule.duplicateURL,
                    Message(
                        en:
                            "“/\(path.text)” needs a folder where the site has the file “/\(file)”; give one of "
                            + "them another path",
                        ar: "يحتاج «‎/\(path.text)» إلى مجلد في موضع الملف «‎/\(file)» من الموقع؛ أعطِ أحدهما "
                            + "مسارًا آخر"),
                    at: output.origin))
        }
    }

    private func fileInTheWay(of path: URLPath) -> String? {
        var text = path.text
        return text.withUTF8 { bytes -> String? in
            guard let own = Self.folder(of: bytes[...]) else { return nil }
            if isFile(own) { return String(decoding: own, as: UTF8.self) }
            var folder = Self.folder(of: own)
            while let above = folder {
                if isFile(above) { return String(decoding: above, as: UTF8.self) }
                folder = Self.folder(of: above)
            }
            return nil
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
