package import Base

/// The files that builds have written: what `Public/.sitegen-manifest` holds. Only they are ever deleted.
///
/// A line a file, `digest size path`, sorted by the path's bytes, behind a line that names the format. The digest is `-` for
/// a file that a build was about to write: an interrupted build leaves no file that nobody owns.
package struct Manifest: Sendable, Equatable {
    package static let path = ".sitegen-manifest"
    private static let header = "sitegen-manifest 1\n"

    package struct File: Sendable, Equatable {
        package let path: String
        /// Nil for a file that was about to be written.
        package let digest: String?
        package let size: Int
    }

    /// Sorted by path.
    package let files: [File]

    package init(_ files: [File]) {
        self.files = files.sorted { bytesPrecede($0.path, $1.path) }
    }

    package var bytes: [UInt8] {
        var output = Array(Self.header.utf8)
        for file in files { output += "\(file.digest ?? "-") \(file.size) \(file.path)\n".utf8 }
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
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard parts.count == 3, let size = Int(Substring(parts[1])) else { throw damaged }
            let digest = String(Substring(parts[0]))
            files.append(File(path: String(Substring(parts[2])), digest: digest == "-" ? nil : digest, size: size))
        }
        self.init(files)
    }
}
