import ArabicText
package import Base

/// A moment at which the site changes although nobody touches it.
package struct ScheduledChange: Sendable, Hashable {
    /// What changes then.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An embargo ends.
        case published
        case expired
        /// A story leaves its place on the front page.
        case slotEnds = "slot-ends"
        case breakingEnds = "breaking-ends"
        /// News sitemaps list what is at most two days old.
        case leavesNewsSitemap = "leaves-news-sitemap"
    }

    /// When it happens.
    package let instant: Instant
    /// What happens.
    package let kind: Kind
    /// The file that says so.
    package let path: String
    /// The headline, or the bar's text.
    package let title: String
}

/// Everything that will change by itself after `options.now`, the soonest first; what drafts say counts for nothing.
package func schedule(
    of tree: some FileTree, _ options: LoadOptions
) -> (changes: [ScheduledChange], outlet: Outlet?, diagnostics: [Diagnostic]) {
    let folder: ContentFolder
    do throws(Diagnostic) {
        folder = try ContentFolder(tree)
    } catch {
        return ([], nil, [error])
    }
    let settings = SettingsFile(folder.settings, in: tree, options)
    guard let outlet = settings.outlet else { return ([], nil, settings.diagnostics) }
    var loader = SiteLoader(outlet: outlet, settingsDigest: settings.digest, options: options, tree: tree)
    loader.readArticles(folder.articles)
    var changes = loader.manuscripts.flatMap(\.manuscript.changes)
    let (front, more) = loader.frontPageFields(folder)
    changes += front?.changes ?? []
    let now = options.now
    let coming = Set(changes).filter { $0.instant > now }.sorted { a, b in
        a.instant == b.instant ? (a.path, a.kind.rawValue) < (b.path, b.kind.rawValue) : a.instant < b.instant
    }
    return (coming, outlet, settings.diagnostics + loader.diagnostics + more)
}

extension SiteLoader {
    /// The next instant after the build's clock at which the site changes by itself; nil where it stays as it is.
    func nextChange(_ front: FrontPagePlan?) -> Instant? {
        let now = options.now
        var next: Instant?
        for read in manuscripts {
            for told in read.manuscript.toldChanges where told.stamp.instant > now {
                next = min(next ?? told.stamp.instant, told.stamp.instant)
            }
            // Most articles are so old that nothing of them is to come.
            if let date = read.manuscript.date, date.instant.seconds + Site.newsSitemapAge < now.seconds,
                read.manuscript.expires == nil
            {
                continue
            }
            for instant in read.manuscript.turns where instant > now { next = min(next ?? instant, instant) }
        }
        for change in front?.changes ?? [] where change.instant > now {
            next = min(next ?? change.instant, change.instant)
        }
        if let expires = outlet.services.security?.expires.instant, expires > now {
            next = min(next ?? expires, expires)
        }
        return next
    }
}

extension Site {
    /// How long news sitemaps list an article, in seconds (Google: two days).
    package static let newsSitemapAge = 48 * 3600
}

extension Manuscript {
    /// When anything of it may change by itself. Holds more than `changes`, which is for editors: an article that was
    /// retracted before its hour, or expires before it, is no news then, and gets its tombstone all the same.
    fileprivate var turns: [Instant] {
        guard !isDraft, let date else { return [] }
        return [date.instant, Instant(seconds: date.instant.seconds + Site.newsSitemapAge)]
            + (expires.map { [$0.instant] } ?? [])
    }

    fileprivate var changes: [ScheduledChange] {
        guard !isDraft, let date, status == .standing else { return [] }
        func change(_ instant: Instant, _ kind: ScheduledChange.Kind) -> ScheduledChange {
            .init(instant: instant, kind: kind, path: path, title: title)
        }
        // What expires before it is published never shows.
        if let expires, expires.instant <= date.instant { return [] }
        var changes = [change(date.instant, .published)]
        if let expires { changes.append(change(expires.instant, .expired)) }
        let leaves = Instant(seconds: date.instant.seconds + Site.newsSitemapAge)
        if expires.map({ $0.instant > leaves }) ?? true { changes.append(change(leaves, .leavesNewsSitemap)) }
        return changes
    }
}

extension FrontPagePlan {
    fileprivate var changes: [ScheduledChange] {
        let path = "Content/frontpage.yaml"
        var changes = slots.compactMap { slot in
            slot.until.map {
                ScheduledChange(instant: $0.instant, kind: .slotEnds, path: path, title: slot.article?.text ?? "")
            }
        }
        if let breaking, let until = breaking.until {
            changes.append(.init(instant: until.instant, kind: .breakingEnds, path: path, title: breaking.text))
        }
        return changes + sections.flatMap(\.front.changes)
    }
}
