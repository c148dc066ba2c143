package import Base

/// The files that builds have written: what `Public/.sitegen-manifest` holds. Only they are ever deleted.
///
/// A line a file, `digest size article path`, sorted by the path's bytes, behind a line that names the format. The digest is
/// `-` for a file that a build was about to write: an interrupted build leaves no file that nobody owns. The third column
/// tells which article a page is of, as half a digest of its file's path, and is `-` elsewhere.
package struct Manifest: Sendable, Equatable {
    package static let path = ".sitegen-manifest"
    private static let header = "sitegen-manifest 2\n"

    package struct File: Sendable, Equatable {
        package let path: String
        /// Nil for a file that was about to be written.
        package let digest: String?
        package let size: Int
        /// `articleMark` of the article's path, on its page.
        package let article: String?

        package init(path: String, digest: String?, size: Int, article: String? = nil) {
            (self.path, self.digest, self.size, self.article) = (path, digest, size, article)
        }
    }

    /// 16 hexadecimal digits that stand for an article's file, whose name is nobody's business in the output.
    package static func articleMark(_ path: String) -> String { String(Digest(of: path).hex.prefix(16)) }

    /// Sorted by path.
    package let files: [File]

    package init(_ files: [File]) {
        self.files = files.sorted { bytesPrecede($0.path, $1.path) }
    }

    package var bytes: [UInt8] {
        var output = Array(Self.header.utf8)
        for file in files { output += "\(file.digest ?? "-") \(file.size) \(file.article ?? "-") \(file.path)\n".utf8 }
        return output
    }

    package init(_ bytes: [UInt8], at location: Location) throws(Diagnostic) {
        let damaged = Diagnostic(
            id: "manifest",
            Message(
                en: "this list of published files is damaged; delete the output folder's files and build again",
                ar: "قائمة الملفات المنشورة تالفة؛ احذف ملفات مجلد الإخراج وأعد البناء"), at: location)
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(Self.header) else { throw damaged }
        var files: [File] = []
        for line in text.utf8.dropFirst(Self.header.utf8.count).split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard parts.count == 4, let size = Int(Substring(parts[1])) else { throw damaged }
            let digest = String(Substring(parts[0]))
            let article = String(Substring(parts[2]))
            files.append(
                File(
                    path: String(Substring(parts[3])), digest: digest == "-" ? nil : digest, size: size,
                    article: article == "-" ? nil : article))
        }
        self.init(files)
    }
}
