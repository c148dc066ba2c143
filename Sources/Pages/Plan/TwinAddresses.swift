import ArabicText
package import Base
import Content
import Typesetting

extension Edition {
    /// Reports articles whose addresses are two and look like one: `/2024/01/احمد/` and `/2024/01/أحمد/`, equal under
    /// folding.
    package var twinAddresses: [Diagnostic] {
        let articles = site.articles
        var first: [Digest: Int] = [:]
        first.reserveCapacity(articles.count)
        var diagnostics: [Diagnostic] = []
        // The oldest keeps its address in peace.
        for index in articles.indices.reversed() {
            let url = articles[index].url
            let digest = Digest(of: folded(url.text))
            guard let other = first[digest] else {
                first[digest] = index
                continue
            }
            let twin = articles[other]
            guard twin.url.collisionKey != url.collisionKey else { continue }
            diagnostics.append(
                Diagnostic(
                    .warning, id: "twin-url",
                    Message(
                        en:
                            "“/\(url.text)” and “/\(twin.url.text)” of \(twin.path) look like one address to "
                            + "readers; give one of them another “slug”",
                        ar:
                            "«‎/\(url.text)» و«‎/\(twin.url.text)» في \(twin.path) عنوانان يراهما القارئ واحدًا؛ "
                            + "أعطِ أحد المقالين slug آخر"
                    ),
                    at: Location(path: articles[index].path)))
        }
        return diagnostics
    }
}
