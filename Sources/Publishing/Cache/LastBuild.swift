import Base
import Content
import Typesetting

/// What the last build left in the cache, opened for this one.
struct LastBuild: Sendable {
    let record: BuildRecord?
    let manuscripts: ManuscriptCache
    let editions: EditionCaches
    private let manuscriptFiles: CacheFiles
    private let textFiles: CacheFiles

    /// - Parameters:
    ///   - cache: nil where there is none, or none is to be believed.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the site's files were listed.
    init(_ cache: BuildCache?, listedAt: Int, _ spill: SpillFile?) {
        record = BuildRecord(cache?.read(.record) ?? [])
        manuscriptFiles = cache?.files(of: .manuscripts) ?? CacheFiles()
        manuscripts = ManuscriptCache(manuscriptFiles, listedAt: listedAt)
        textFiles = cache?.files(of: .texts) ?? CacheFiles()
        editions = EditionCaches(
            texts: TextCache(textFiles, spill: spill), related: RelatedCache(cache?.read(.related) ?? []))
    }

    /// Stores what this build has read and set for the next one.
    func write(to cache: BuildCache, _ workers: Workers) {
        _ = workers.both {
            cache.write(manuscripts.stored(), as: .manuscripts, over: manuscriptFiles)
        } _: {
            cache.write(editions.texts.stored(), as: .texts, over: textFiles)
            if let related = editions.related.stored() { cache.write(related, as: .related) }
        }
    }
}
