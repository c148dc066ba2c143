import Base
import Content
import Pictures
import Typesetting

/// What the last build left in the cache, opened for this one.
struct LastBuild: Sendable {
    let record: BuildRecord?
    let manuscripts: ManuscriptCache
    let pictures: PictureCache
    let attachments: AttachmentCache
    let editions: EditionCaches
    private let manuscriptFiles: CacheFiles
    private let pictureFiles: CacheFiles
    private let attachmentFiles: CacheFiles
    private let textFiles: CacheFiles

    /// - Parameters:
    ///   - cache: nil where there is none, or none is to be believed.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the site's files were listed.
    ///   - darkroom: keeps pictures longer than for one build.
    init(_ cache: BuildCache?, listedAt: Int, _ spill: SpillFile?, _ darkroom: Darkroom) {
        record = BuildRecord(cache?.read(.record) ?? [])
        manuscriptFiles = cache?.files(of: .manuscripts) ?? CacheFiles()
        manuscripts = ManuscriptCache(manuscriptFiles, listedAt: listedAt)
        pictureFiles = cache?.files(of: .pictures) ?? CacheFiles()
        pictures = PictureCache(pictureFiles, listedAt: listedAt)
        attachmentFiles = cache?.files(of: .attachments) ?? CacheFiles()
        attachments = AttachmentCache(attachmentFiles, listedAt: listedAt)
        textFiles = cache?.files(of: .texts) ?? CacheFiles()
        editions = EditionCaches(
            texts: TextCache(textFiles, spill: spill), related: RelatedCache(cache?.read(.related) ?? []),
            darkroom: darkroom)
    }

    /// Stores what this build has read and set for the next one.
    func write(to cache: BuildCache, _ workers: Workers) {
        _ = workers.both {
            cache.write(manuscripts.stored(), as: .manuscripts, over: manuscriptFiles)
            cache.write(pictures.stored(), as: .pictures, over: pictureFiles)
            cache.write(attachments.stored(), as: .attachments, over: attachmentFiles)
        } _: {
            cache.write(editions.texts.stored(), as: .texts, over: textFiles)
            if let related = editions.related.stored() { cache.write(related, as: .related) }
        }
    }
}
