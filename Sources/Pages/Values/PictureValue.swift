import Content
import Templates

/// A picture with what belongs to it, in all sizes that a page needs.
struct PictureValue: Sendable {
    let record: Record<Article.Image>

    init(_ outlet: Outlet) {
        let base = outlet.address.base
        let settings = outlet.pictures
        let cut = CutPictureValue.record
        record = Record(
            "picture",
            [
                Field("src", .string, "The file, for browsers that choose none of the others.") {
                    .string($0.main(settings).url.href(base: base))
                },
                Field("width", .int, "In pixels.") { .int($0.main(settings).width) },
                Field("height", .int, "In pixels.") { .int($0.main(settings).height) },
                Field("srcset", .optional(.string), "The same picture in other sizes, where there are any.") {
                    .optional($0.picture.renditions(settings)?.fallbacks.sourceSet(base: base))
                },
                Field("webp", .optional(.string), "The same as WebP, where there is any.") {
                    .optional($0.picture.renditions(settings)?.webp.sourceSet(base: base))
                },
                Field("card", .record(cut.type), "What a card shows of it, half as wide again as high.") { image in
                    cut.value(CutPicture(image, settings, base: base))
                },
                Field("alt", .string, "What it shows.") { .string($0.alt) },
                Field("caption", .optional(.string), "The line below it.") { .optional($0.caption) },
                Field("credit", .optional(.string), "Who made it.") { .optional($0.credit) },
                Field("focus", .optional(.string), "The part that must stay in sight.") { .optional($0.focus) },
            ])
    }
}

/// What a card shows of a picture: a part of it in several sizes, or the whole file where that is all there is.
private struct CutPicture: Sendable {
    let main: PublishedPicture
    let srcset: String?
    let webp: String?
    let base: String

    init(_ image: Article.Image, _ settings: PictureSettings, base: String) {
        let card = image.picture.card(Focus(image.focus), settings)
        main = card.map { .rendition($0.main) } ?? .file(image.picture)
        srcset = card?.fallbacks.sourceSet(base: base)
        webp = card?.webp.sourceSet(base: base)
        self.base = base
    }
}

private enum CutPictureValue {
    static let record = Record<CutPicture>(
        "cut",
        [
            Field("src", .string, "The file, for browsers that choose none of the others.") {
                .string($0.main.url.href(base: $0.base))
            },
            Field("width", .int, "In pixels.") { .int($0.main.width) },
            Field("height", .int, "In pixels.") { .int($0.main.height) },
            Field("srcset", .optional(.string), "The same picture in other sizes, where there are any.") {
                .optional($0.srcset)
            },
            Field("webp", .optional(.string), "The same as WebP, where there is any.") { .optional($0.webp) },
        ])
}
