package import Base
package import Content

extension Ledger {
    /// Warnings for published texts that changed without an update or a correction, errors for URLs that lead nowhere.
    ///
    /// - Parameter paths: every path of the site, of redirects and tombstones too.
    package func problems(in site: Site, paths: () -> [URLPath]) -> [Diagnostic] {
        guard !entries.isEmpty else { return [] }
        // An article that is held back keeps its pages, though no plan has them.
        let silenced = site.silenced.flatMap(\.urls)
        let known = Set((paths() + site.lastPages.values + silenced).map { Digest(of: $0.text) })
        let silent = Set(site.silenced.map(\.identity))
        let current = Dictionary((site.articles + site.tombstones).map { ($0.identity, $0) }) { first, _ in first }
        return entries.filter { !site.heldBackIdentities.contains($0.identity) && !silent.contains($0.identity) }
            .flatMap {
                entry in
                let article = current[entry.identity]
                let gone = entry.urls.filter { !known.contains(Digest(of: $0.text)) }
                    .map { Self.lost($0, entry, article?.path, waiting: site.waiting[entry.identity]) }
                return gone + (article.map { entry.silentChange(of: $0) } ?? [])
            }
    }

    /// - Parameters:
    ///   - article: the file of the article that still stands, with other addresses.
    ///   - waiting: its file where it is a draft or under embargo.
    private static func lost(_ url: URLPath, _ entry: Entry, _ article: String?, waiting: String?) -> Diagnostic {
        let location = (article ?? waiting).map { Location(path: $0) } ?? Location(path: path, line: entry.line)
        guard waiting == nil else {
            return Diagnostic(
                id: PublishingRule.publishedURLLost,
                Message(
                    en:
                        "what was once public keeps its address; “/\(url.text)” would lead nowhere, since this "
                        + "article is a draft or under "
                        + "embargo now; write “status: removed” in place of that, or “status: retracted” with a “reason”",
                    ar:
                        "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» لن يقود إلى شيء لأن المادة صارت مسودة أو تحت حظر "
                        + "النشر؛ اكتب بدل ذلك "
                        + "«status: removed»، أو «status: retracted» مع «السبب»"),
                at: location)
        }
        let english =
            article == nil
            ? "bring the article back, without “draft” and with a date that has passed; give it “status: removed” if it must not be read; or name “/\(url.text)” under “aliases” of another"
            : "add a line “aliases: [/\(url.text)]”"
        let arabic =
            article == nil
            ? "أعد المقال، بلا «draft» وبتاريخ مضى؛ واجعله «status: removed» إن وجب حجبه؛ أو اذكر «‎/\(url.text)» في aliases مقال آخر"
            : "أضف سطرًا «aliases: [/\(url.text)]»"
        return Diagnostic(
            id: PublishingRule.publishedURLLost,
            Message(
                en: "what was once public keeps its address; “/\(url.text)” leads nowhere now; \(english)",
                ar: "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» لا يقود الآن إلى شيء؛ \(arabic)"),
            at: location)
    }
}

extension Ledger.Entry {
    fileprivate func silentChange(of article: Article) -> [Diagnostic] {
        guard article.status == .standing, !article.isUnpublished, digest != article.readDigest.hex,
            modified == article.lastChange?.seconds
        else {
            return []
        }
        return [
            Diagnostic(
                .warning, id: PublishingRule.silentChange,
                Message(
                    en:
                        "a published text changes with a word to its readers; add “updated” with the time, or a "
                        + "line to “corrections”",
                    ar: "إذا تغيّر نص منشور قيل ذلك للقراء؛ أضف «updated» مع الوقت، أو سطرًا إلى «corrections»"),
                at: Location(path: article.path))
        ]
    }
}
