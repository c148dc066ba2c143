/// A picture at the address where readers get it: a file as it is, or one of its renditions.
package enum PublishedPicture: Sendable, Hashable {
    case file(Picture)
    case rendition(Rendition)

    package var url: URLPath {
        switch self {
        case .file(let picture): picture.url
        case .rendition(let rendition): rendition.url
        }
    }

    package var type: PictureType {
        switch self {
        case .file(let picture): picture.type
        case .rendition(let rendition): rendition.type
        }
    }

    /// In pixels; zero where the format states none.
    package var width: Int {
        switch self {
        case .file(let picture): picture.width
        case .rendition(let rendition): rendition.width
        }
    }

    /// As `width`.
    package var height: Int {
        switch self {
        case .file(let picture): picture.height
        case .rendition(let rendition): rendition.height
        }
    }
}

extension Article.Image {
    /// What a link to the article shows, and feeds name.
    package var shared: PublishedPicture {
        picture.share(Focus(focus)).map { .rendition($0) } ?? .file(picture)
    }

    /// The whole of it for machines that take one file.
    package func main(_ settings: PictureSettings) -> PublishedPicture {
        picture.renditions(settings).map { .rendition($0.main) } ?? .file(picture)
    }
}

extension [Rendition] {
    /// As `srcset` has it: addresses with widths; nil of none.
    package func sourceSet(base: String) -> String? {
        isEmpty ? nil : map { "\($0.url.href(base: base)) \($0.width)w" }.joined(separator: ", ")
    }
}
