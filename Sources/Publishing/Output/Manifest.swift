package import Base
package import Content

/// The files that builds have written: what `Public/.sitegen-manifest` holds. Only they are ever deleted.
///
/// A line a file, `digest size article path`, behind a line that names the format; sorted by the path's bytes when the
/// build is done. The digest is `-` for a file that a build was about to write: an interrupted build leaves no file
/// that nobody owns. The third column tells which article a page, or a redirect, is of, as half a digest of its file's
/// path, with the digest of the words that readers read there right behind it; or, behind `~`, which list or feed it is,
/// as half a digest of its name; it is `-` elsewhere.
package struct Manifest: Sendable, Equatable {
    /// The path beneath the output folder.
    package static let path = ".sitegen-manifest"
    private static let header = "sitegen-manifest 2\n"

    /// A line of the manifest.
    package struct File: Sendable, Equatable {
        /// Beneath the output folder.
        package let path: String
        /// Nil for a file that was about to be written.
        package let digest: Digest?
        /// In bytes.
        package let size: Int
        /// `articleHash` of the article's path, on its page.
        package let article: UInt64?
        /// What the page lets readers read of it, as `Article.readDigest`; nil where it shows nothing, or nobody noted
        /// it.
        package let text: Digest?
        /// `listHash` of the list, the standing page or the feed, on the first page of it.
        package let list: UInt64?

        package init(
            path: String, digest: Digest?, size: Int, article: UInt64? = nil, text: Digest? = nil, list: UInt64? = nil
        ) {
            (self.path, self.digest, self.size) = (path, digest, size)
            (self.article, self.text, self.list) = (article, text, list)
        }

        fileprivate func appendLine(to output: inout [UInt8]) {
            let (dash, space) = (UInt8(ascii: "-"), UInt8(ascii: " "))
            func append(_ digest: Digest) {
                Digest.appendHex(of: digest.high, to: &output)
                Digest.appendHex(of: digest.low, to: &output)
            }
            if let digest { append(digest) } else { output.append(dash) }
            output.append(space)
            output += String(size).utf8
            output.append(space)
            if let article {
                Digest.appendHex(of: article, to: &output)
            } else if let list {
                output.append(UInt8(ascii: "~"))
                Digest.appendHex(of: list, to: &output)
            } else {
                output.append(dash)
            }
            if article != nil, let text { append(text) }
            output.append(space)
            output += path.utf8
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// Stands for an article's file, whose name is nobody's business in the output.
    package static func articleHash(_ path: String) -> UInt64 { Digest(of: path).high }

    /// Stands for a section, a tag, an author, a standing page or a feed, by its name or another spelling of it.
    package static func listHash(_ kind: Ledger.Kind, _ name: String) -> UInt64 {
        Digest(of: "\(kind.rawValue)/\(kind.key(of: name))").high
    }

    /// Stands for it on the pages that lead from addresses which it had to the one that it has.
    static func redirectHash(_ path: String) -> UInt64 { Digest(of: "redirect to " + path).high }

    /// Sorted by path.
    package let files: [File]

    /// A file that is named twice, as after two lists were merged, counts once.
    package init(_ files: [File]) {
        var sorted: [File] = []
        sorted.reserveCapacity(files.count)
        for file in files.sorted(by: { bytesPrecede($0.path, $1.path) }) {
            if let last = sorted.last, last.path.utf8.elementsEqual(file.path.utf8) { sorted.removeLast() }
            sorted.append(file)
        }
        self.files = sorted
    }

    /// - Parameter files: in the order of their paths already.
    init(sorted files: [File]) { self.files = files }

    /// The file's text.
    package var bytes: [UInt8] {
        var output = Array(Self.header.utf8)
        output.reserveCapacity(output.count + files.count * 192)
        for file in files { file.appendLine(to: &output) }
        return output
    }

    /// A manifest's bytes with the files besides that a build is about to write, in whatever order until it has written
    /// them.
    ///
    /// - Parameter bytes: nil where no build has written.
    static func announcing(_ paths: some Sequence<String>, after bytes: consuming [UInt8]?) -> [UInt8] {
        var output = bytes ?? Array(header.utf8)
        for path in paths { File(path: path, digest: nil, size: 0).appendLine(to: &output) }
        return output
    }

    /// Nil where nothing was built. Throws where the list cannot be read, or is damaged.
    ///
    /// - Parameter name: of the output folder.
    package init?(of output: some OutputTree, named name: String = "Public") throws(Diagnostic) {
        guard let bytes = try output.writer().existing(Self.path) else { return nil }
        try self.init(bytes, at: Location(path: "\(name)/\(Self.path)"))
    }

    /// The pages of the articles at `paths`, where builds have written any.
    func pages(of paths: Set<String>) -> [String: URLPath] {
        var byHash: [UInt64: String] = [:]
        for path in paths { byHash[Self.articleHash(path)] = path }
        var pages: [String: URLPath] = [:]
        for (hash, file) in articlePages {
            if let path = byHash[hash] { pages[path] = URLPath(file: file.path) }
        }
        return pages
    }

    /// By the articles' hashes: the page that builds have written of each.
    var articlePages: [UInt64: File] {
        Dictionary(files.lazy.filter { $0.digest != nil }.compactMap { file in file.article.map { ($0, file) } }) { $1 }
    }

    /// By the hashes of lists, standing pages and feeds: the file that is the first page of each.
    var lists: [UInt64: String] {
        Dictionary(files.lazy.filter { $0.digest != nil }.compactMap { file in file.list.map { ($0, file.path) } }) {
            $1
        }
    }

    /// Reads a manifest. Throws where it is damaged.
    package init(_ bytes: [UInt8], at location: Location) throws(Diagnostic) {
        guard bytes.starts(with: Self.header.utf8), let files = Self.files(in: bytes.dropFirst(Self.header.utf8.count))
        else {
            throw Diagnostic(
                id: PublishingRule.manifest,
                Message(
                    en: "this list of published files is damaged; delete the output folder's files and build again",
                    ar: "قائمة الملفات المنشورة تالفة؛ احذف ملفات مجلد الإخراج وأعد البناء"), at: location)
        }
        self.init(files)
    }

    private static func files(in bytes: ArraySlice<UInt8>) -> [File]? {
        var files: [File] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard parts.count == 4, let size = Int(String(decoding: parts[1], as: UTF8.self)), size >= 0 else {
                return nil
            }
            let dash = "-".utf8
            let digest = Digest(hex: String(decoding: parts[0], as: UTF8.self))
            let isList = parts[2].first == UInt8(ascii: "~")
            let list = isList ? UInt64(String(decoding: parts[2].dropFirst(), as: UTF8.self), radix: 16) : nil
            let article = isList ? nil : UInt64(String(decoding: parts[2].prefix(16), as: UTF8.self), radix: 16)
            let text = Digest(hex: String(decoding: parts[2].dropFirst(16), as: UTF8.self))
            guard digest != nil || parts[0].elementsEqual(dash),
                article != nil || list != nil || parts[2].elementsEqual(dash), text != nil || parts[2].count <= 17
            else { return nil }
            files.append(
                File(
                    path: String(decoding: parts[3], as: UTF8.self), digest: digest, size: size, article: article,
                    text: text, list: list))
        }
        return files
    }
}
