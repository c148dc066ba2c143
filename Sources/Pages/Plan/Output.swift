package import Base
package import Content

/// One file of the site: at which address it is read, where its bytes lie, and what they are made from.
///
/// Whoever publishes, previews or checks a site goes over its outputs and knows no kind of them: a new kind is a case
/// here, with its digest in `PageFingerprints` and its bytes in `Press`. What is many is a class, what is few indirect,
/// so that a plan of 100,000 pages is an array of pointers.
package enum Output: Sendable {
    /// Rendered by a template.
    case page(Page)
    indirect case feed(Feed)
    /// A file of `Content/`: a picture, an asset of the outlet's.
    indirect case copy(CopiedFile)
    /// Bytes that were made with the plan: what machines read, the theme's assets.
    indirect case written(WrittenFile)

    /// The address, beneath the site's own.
    package var url: URLPath {
        switch self {
        case .page(let page): page.url
        case .feed(let feed): feed.url
        case .copy(let copy): copy.url
        case .written(let file): file.url
        }
    }

    /// The path beneath the output folder.
    package var file: String {
        switch self {
        case .page(let page): page.url.file
        case .feed(let feed): feed.file
        case .copy(let copy): copy.url.file
        case .written(let file): file.url.file
        }
    }

    /// The file that a message about this output names.
    package var origin: Location {
        switch self {
        case .page(let page): page.origin
        case .feed: Location(path: "Content/site.yaml")
        case .copy(let copy): Location(path: copy.source)
        case .written(let file): file.origin
        }
    }

    /// The page; nil of any other kind of output.
    package var page: Page? { if case .page(let page) = self { page } else { nil } }

    /// The copied file; nil of any other kind of output.
    package var copy: CopiedFile? { if case .copy(let copy) = self { copy } else { nil } }
}

/// A file of the site's folder that is published as it is, but for what pictures tell besides.
package struct CopiedFile: Sendable {
    package let url: URLPath
    /// The path in the site's folder.
    package let source: String
    /// Size and times of change, as the file was listed.
    package let stamp: FileStamp

    /// The bytes as they are published: those of a picture without what cameras and programs note in it.
    package func bytes(in tree: some FileTree) throws(Diagnostic) -> [UInt8] {
        PictureMetadata.cut(from: try tree.read(source))
    }
}

/// A file whose bytes are made with the plan.
package struct WrittenFile: Sendable {
    package let url: URLPath
    package let bytes: [UInt8]
    package let origin: Location
}
