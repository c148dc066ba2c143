import Base
import Content
import Pages

/// Finds what was once public and is lost now, and what has changed without a word.
struct LedgerCheck {
    private let site: Site
    private let plan: PagePlan
    private let articles: [Article]
    /// The pages at all addresses of the site; made where somebody asks.
    private lazy var outputs: [TextKey: Output] = Dictionary(
        plan.outputs.map { (TextKey($0.url.text), $0) }
    ) { first, _ in first }
    // An article that is held back keeps its pages, though no plan has them.
    private lazy var heldPages = Set(Array(site.lastPages.values) + site.silenced.flatMap(\.urls))
    private(set) var problems: [Diagnostic] = []

    init(_ site: Site, _ plan: PagePlan) {
        (self.site, self.plan) = (site, plan)
        guard !site.published.isEmpty else {
            articles = []
            return
        }
        articles = site.articles + site.tombstones
        // What nothing may tell of answers nothing.
        let silent = Set(site.silenced.map(\.identity)).union(site.heldBackIdentities)
        for (entry, article) in site.published.articles.differing where !silent.contains(entry.identity) {
            check(entry, article.map { articles[$0] })
        }
        for list in site.published.lists { check(list) }
        for feed in site.published.feeds { check(feed) }
    }

    private mutating func check(_ entry: Ledger.Entry, _ article: Article?) {
        let waiting = site.waiting[entry.identity]
        for url in entry.urls where url != article?.url {
            if !answers(url) {
                problems.append(.lostArticle(url, entry, article?.path, waiting: waiting))
            } else if article != nil, let owner = newOwner(of: url) {
                problems.append(.taken(url, from: article?.path ?? entry.identity, by: owner))
            }
        }
        if let article, entry.isChangedInSilence(by: article) { problems.append(.silentChange(article)) }
    }

    private mutating func check(_ list: PublishedList) {
        for url in list.entry.urls {
            switch list.state {
            case .stands(let page, _) where page == url: continue
            case .stands:
                if !answers(url) {
                    problems.append(LostList(list, url, site).diagnostic)
                } else if let owner = newOwner(of: url) {
                    problems.append(.taken(url, from: list.entry.identity, by: owner))
                }
            case .emptied, .lost: if !answers(url) { problems.append(LostList(list, url, site).diagnostic) }
            }
        }
    }

    private mutating func check(_ feed: Ledger.Entry) {
        guard let (kind, name, _) = feed.feedOf else { return }
        // Its list is lost with it, and that says how to mend both.
        let list = Ledger.Kind(rawValue: String(kind)).flatMap { site.published.list($0, String(name)) }
        let isReported = list.map { list in problems.contains { $0.isAbout(list.entry) } } ?? false
        for url in feed.urls where !isReported && !answers(url) { problems.append(.lostFeed(url, feed)) }
    }

    // MARK: Addresses

    private mutating func answers(_ url: URLPath) -> Bool {
        outputs[TextKey(url.text)] != nil || plan.redirects.answer(to: url.text) != nil || heldPages.contains(url)
    }

    /// The page that stands at an address without having been noted there: it has taken it.
    private mutating func newOwner(of url: URLPath) -> Location? {
        guard let page = outputs[TextKey(url.text)]?.page else { return nil }
        if let article = page.article {
            return site.published.articles.newcomers.contains(article.path) ? page.origin : nil
        }
        guard let (kind, name) = page.published, url == page.url else { return nil }
        let isNoted = site.published.list(kind, name)?.entry.urls.contains(url) ?? false
        return isNoted ? nil : page.origin
    }
}

extension Ledger.Entry {
    fileprivate func isChangedInSilence(by article: Article) -> Bool {
        article.status == .standing && !article.isUnpublished && digest != article.readDigest.hex
            && modified == article.lastChange?.seconds
    }
}

extension Diagnostic {
    fileprivate func isAbout(_ entry: Ledger.Entry) -> Bool {
        breaks(PublishingRule.publishedURLLost) && entry.urls.contains { message.english.contains("“/\($0.text)”") }
    }

    /// - Parameters:
    ///   - article: the file of the article that still stands, with other addresses.
    ///   - waiting: its file where it is a draft or under embargo.
    fileprivate static func lostArticle(_ url: URLPath, _ entry: Ledger.Entry, _ article: String?, waiting: String?)
        -> Diagnostic
    {
        let location = (article ?? waiting).map { Location(path: $0) } ?? Location(path: Ledger.path, line: entry.line)
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
            ? "bring the article back, without “draft” and with a date that has passed; give it “status: removed” if it must not be read; name “/\(url.text)” under “aliases” of another; or add “/\(url.text)\t410” to \(RedirectFile.path)"
            : "add a line “aliases: [/\(url.text)]”"
        let arabic =
            article == nil
            ? "أعد المقال، بلا «draft» وبتاريخ مضى؛ أو اجعله «status: removed» إن وجب حجبه؛ أو اذكر «‎/\(url.text)» في aliases مقال آخر؛ أو أضف «‎/\(url.text)\t410» إلى \(RedirectFile.path)"
            : "أضف سطرًا «aliases: [/\(url.text)]»"
        return Diagnostic(
            id: PublishingRule.publishedURLLost,
            Message(
                en: "what was once public keeps its address; “/\(url.text)” leads nowhere now; \(english)",
                ar: "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» لا يقود الآن إلى شيء؛ \(arabic)"),
            at: location)
    }

    fileprivate static func lostFeed(_ url: URLPath, _ feed: Ledger.Entry) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.publishedURLLost,
            Message(
                en:
                    "a feed keeps its address, or its subscribers hear nothing more; “/\(url.text)” leads nowhere now; "
                    + "bring it back under “feeds:” in site.yaml, or add to \(RedirectFile.path) “/\(url.text)\t/…\t301” "
                    + "with another feed, or “/\(url.text)\t410”",
                ar:
                    "تحتفظ الخلاصة بعنوانها وإلا انقطعت عن مشتركيها؛ و«‎/\(url.text)» لا يقود الآن إلى شيء؛ أعدها تحت "
                    + "«feeds:» في site.yaml، أو أضف إلى \(RedirectFile.path) «‎/\(url.text)\t/…\t301» بخلاصة أخرى، أو "
                    + "«‎/\(url.text)\t410»"),
            at: Location(path: Ledger.path, line: feed.line))
    }

    /// - Parameters:
    ///   - owner: who had the address first.
    ///   - location: what has it now.
    fileprivate static func taken(_ url: URLPath, from owner: String, by location: Location) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.publishedURLTaken,
            Message(
                en:
                    "an address stays with what was published there; “/\(url.text)” was that of “\(owner)”, which still "
                    + "stands; give this another “slug”",
                ar:
                    "يبقى العنوان لما نُشر فيه؛ و«‎/\(url.text)» كان عنوان «\(owner)» الذي ما زال قائمًا؛ أعطِ هذا "
                    + "slug آخر"),
            at: location)
    }

    fileprivate static func silentChange(_ article: Article) -> Diagnostic {
        Diagnostic(
            .warning, id: PublishingRule.silentChange,
            Message(
                en:
                    "a published text changes with a word to its readers; add “updated” with the time, or a "
                    + "line to “corrections”",
                ar: "إذا تغيّر نص منشور قيل ذلك للقراء؛ أضف «updated» مع الوقت، أو سطرًا إلى «corrections»"),
            at: Location(path: article.path))
    }
}
