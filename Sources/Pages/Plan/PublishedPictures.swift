import Base
import Content
import Typesetting

/// The files of a site's pictures: each as it is, or in all sizes and shapes that pages show.
struct PublishedPictures {
    private(set) var outputs: [Output] = []
    /// Two equal files are one picture.
    private var taken: Set<Digest> = []

    /// - Parameter pages: those that links are shared to.
    init(_ edition: Edition, _ pages: [Page]) {
        let settings = edition.site.outlet.pictures
        for picture in edition.pictures {
            guard let renditions = picture.renditions(settings) else {
                add(.copy(CopiedFile(picture)))
                continue
            }
            for rendition in renditions.all { add(.rendition(rendition)) }
            // Where paths are kept, one at which nothing else lies keeps its file.
            if settings.publishesOriginals || settings.keepsPaths { add(.copy(CopiedFile(picture))) }
        }
        guard edition.pictures.contains(where: \.isScaled) else { return }
        let site = edition.site
        for image in (site.articles.map(\.image) + site.authors.map(\.image) + site.tags.map(\.image)).compactMap(
            \.self)
        {
            for rendition in image.picture.card(Focus(image.focus), settings)?.all ?? [] { add(.rendition(rendition)) }
        }
        for page in pages {
            if case .rendition(let rendition) = page.picture(in: edition.site)?.shared { add(.rendition(rendition)) }
        }
    }

    private mutating func add(_ output: Output) {
        if taken.insert(output.url.collisionDigest).inserted { outputs.append(output) }
    }
}

extension CopiedFile {
    fileprivate init(_ picture: Picture) {
        self.init(url: picture.url, source: picture.path, stamp: picture.stamp)
    }
}
