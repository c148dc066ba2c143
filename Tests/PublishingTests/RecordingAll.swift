import Base
import Content
import Publishing

extension Ledger {
    /// As if all of `site` had just been built.
    func recordingAll(_ site: Site) -> Ledger {
        let pages = (site.articles + site.tombstones).map { article in
            Manifest.File(
                path: article.url.file, digest: article.digest, size: 0, article: Manifest.articleMark(article.path),
                text: article.readDigest)
        }
        return recording(site, as: Manifest(pages)).ledger
    }
}
