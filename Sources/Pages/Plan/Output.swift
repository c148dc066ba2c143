package import Base
package import Content
import Pictures

/// One file of the site: at which address it is read, where its bytes lie, and what they are made from.
///
/// Whoever publishes, previews or checks a site goes over its outputs and knows no kind of them: a new kind is a case
/// here, made in `PagePlan`; in which step it is uploaded, `UploadStep` says by its path. What is many is a class, what is few indirect,
/// so that a plan of 100,000 pages is an array of pointers.
package enum Output: Sendable {
    /// Rendered by a template.
    case page(Page)
    indirect case feed(Feed)
    /// A file of `Content/`: a picture, an asset of the outlet's.
    indirect case copy(CopiedFile)
    /// A picture of an article in another size than its own.
    indirect case rendition(Rendition)
    /// A file of the search index.
    indirect case search(SearchFile)
    /// The newest updates of live coverage.
    indirect case updates(LiveUpdates)
    /// Bytes that were made with the plan: what machines read, the theme's assets.
    indirect case written(WrittenFile)

    /// The address, beneath the site's own.
    package var url: URLPath {
        switch self {
        case .page(let page): page.url
        case .feed(let feed): feed.url
        case .copy(let copy): copy.url
        case .rendition(let rendition): rendition.url
        case .search(let file): file.url
        case .updates(let updates): updates.url
        case .written(let file): file.url
        }
    }

    /// The path beneath the output folder.
    package var file: String {
        switch self {
        case .page(let page): page.url.file
        case .feed(let feed): feed.file
        case .copy(let copy): copy.url.file
        case .rendition(let rendition): rendition.url.file
        case .search(let file): file.url.file
        case .updates(let updates): updates.url.file
        case .written(let file): file.url.file
        }
    }

    /// The file that a message about this output names.
    package var origin: Location {
        switch self {
        case .page(let page): page.origin
        case .feed: Location(path: "Content/site.yaml")
        case .search: Location(path: "Templates/search.html")
        case .copy(let copy): Location(path: copy.source)
        case .rendition(let rendition): Location(path: rendition.picture.path)
        case .updates(let updates): Location(path: updates.path)
        case .written(let file): file.origin
        }
    }

    /// The digest of all that the output is made from; nil where one of its files is so young that its stamp tells
    /// nothing.
    ///
    /// - Parameter listedAt: the machine's clock in nanoseconds since 1970, from before the files were listed.
    package func digest(by fingerprints: PageFingerprints, listedAt: Int) -> Digest? {
        switch self {
        case .page(let page): fingerprints.digest(of: page)
        case .feed(let feed): fingerprints.digest(of: feed, listedAt: listedAt)
        case .copy(let copy): fingerprints.digest(of: copy, listedAt: listedAt)
        case .rendition(let rendition): fingerprints.digest(of: rendition)
        case .search(let file): fingerprints.search?.digest(of: file)
        case .updates(let updates): fingerprints.digest(of: updates)
        case .written(let file): Digest(of: file.bytes)
        }
    }

    /// Gives the output's bytes to `body`. Throws where a file that they are made from is gone or was changed meanwhile.
    ///
    /// - Parameters:
    ///   - tree: the site's folder.
    ///   - buffer: holds the bytes of a page meanwhile; whoever makes many outputs brings one for all of them.
    package func withBytes<Result>(
        by press: Press, from tree: some FileTree, in buffer: inout ByteBuffer,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> Result
    ) throws(Diagnostic) -> Result {
        let bytes: [UInt8]
        switch self {
        case .page(let page):
            buffer.remove(from: 0)
            try press.print(page, into: &buffer)
            return try buffer.withBytes(body)
        case .feed(let feed): bytes = try press.print(feed)
        case .copy(let copy): bytes = try copy.bytes(in: tree)
        case .rendition(let rendition): bytes = try press.darkroom.bytes(of: rendition, from: tree)
        case .search(let file): bytes = try press.print(file)
        case .updates(let updates): bytes = try press.print(updates)
        case .written(let file): bytes = file.bytes
        }
        return try bytes.withUnsafeBufferPointer(body)
    }

    /// The page; nil of any other kind of output.
    package var page: Page? { if case .page(let page) = self { page } else { nil } }

    /// The copied file; nil of any other kind of output.
    package var copy: CopiedFile? { if case .copy(let copy) = self { copy } else { nil } }

    /// The picture in another size; nil of any other kind of output.
    package var rendition: Rendition? { if case .rendition(let rendition) = self { rendition } else { nil } }

    /// The file of the search index; nil of any other kind of output.
    package var search: SearchFile? { if case .search(let file) = self { file } else { nil } }
}

/// A file of the site's folder that is published as it is, but for what pictures tell besides.
package struct CopiedFile: Sendable {
    package let url: URLPath
    /// The path in the site's folder.
    package let source: String
    /// Size and times of change, as the file was listed.
    package let stamp: FileStamp

    /// The bytes as they are published: those of a picture or a recording without what cameras and programs note in it.
    package func bytes(in tree: some FileTree) throws(Diagnostic) -> [UInt8] {
        RecordingFile.cut(from: PictureMetadata.cut(from: try tree.read(source)))
    }
}

/// A file whose bytes are made with the plan.
package struct WrittenFile: Sendable {
    package let url: URLPath
    package let bytes: [UInt8]
    package let origin: Location
}
