package import Base
package import Content
package import Pages

/// The changes that an upload would make: the difference of two lists of published files.
package struct DeploymentPlan: Sendable, Equatable {
    /// Paths in the output folder.
    package let added: [String]
    package let changed: [String]
    package let removed: [String]
    /// Articles that become public with the upload, those whose embargo has ended among them.
    package let published: [Story]
    /// Addresses of pages that lead nowhere after the upload.
    package let brokenURLs: [String]
    /// The same of feeds, and of all other files that readers may have links to.
    package let brokenFeeds: [String]
    package let brokenFiles: [String]
    /// Addresses of pages and feeds that show something else after the upload: another article, another list.
    package let reassignedURLs: [String]

    /// Whole addresses of pictures that are gone or are others now: caches that stand before the site keep them for
    /// ever, since they were told so.
    package let purgedURLs: [String]

    package struct Story: Sendable, Equatable {
        /// Path of its page in the output folder.
        package let page: String
        /// Path of its file in the site's folder.
        package let file: String
        package let date: Instant
    }

    /// - Parameter site: the site as built, for its articles.
    package init(from deployed: Manifest, to built: Manifest, site: Site?) {
        let old = Dictionary(deployed.files.filter { $0.digest != nil }.map { ($0.path, $0.digest) }) { first, _ in
            first
        }
        let new = Set(built.files.map(\.path))
        let added = built.files.filter { old[$0.path] == nil }.map(\.path)
        self.added = added
        changed = built.files.filter { file in old[file.path].map { $0 != file.digest } ?? false }.map(\.path)
        removed = deployed.files.map(\.path).filter { !new.contains($0) }
        let pages = removed.filter { $0.hasSuffix(".html") }
        let feeds = removed.filter(Self.isFeed)
        brokenURLs = pages.map(Self.url)
        brokenFeeds = feeds.map(Self.url)
        let files = Set(pages + feeds)
        brokenFiles = removed.filter { !files.contains($0) && !Self.isForMachines($0) }.map(Self.url)
        let address = site?.outlet.address
        purgedURLs = (removed + changed).filter { PictureType.named($0) != nil }.sorted(by: bytesPrecede)
            .map { path in address?.absolute(URLPath(file: path)) ?? Self.url(path) }
        let owners = Dictionary(built.files.map { ($0.path, $0) }) { first, _ in first }
        reassignedURLs = deployed.files.filter { file in
            guard file.article != nil || file.list != nil, let new = owners[file.path] else { return false }
            return (new.article, new.list) != (file.article, file.list)
        }.map { Self.url($0.path) }
        let fresh = Set(added)
        published = (site?.articles ?? []).filter { fresh.contains($0.url.file) }
            .map { Story(page: $0.url.file, file: $0.path, date: $0.date.instant) }
    }

    private static func url(_ path: String) -> String { URLPath(file: path).href(base: "/") }

    private static func isFeed(_ path: String) -> Bool {
        (path.hasSuffix(".xml") || path.hasSuffix(".json")) && !isForMachines(path)
            && !["assets/", "media/"].contains { path.hasPrefix($0) }
    }

    /// Rules of servers and maps of the site: nobody has a link to them.
    private static func isForMachines(_ path: String) -> Bool {
        ["_", ".", "sitemap"].contains { path.hasPrefix($0) }
    }

    /// Paths beneath the output folder, one a line, as `rsync --files-from` and `rclone --files-from-raw` read them.
    package func paths(of step: UploadStep) -> [String] {
        let uploads = UploadStep.inOrder((added + changed).sorted(by: bytesPrecede))
        switch step {
        case .assets, .pages: return uploads.filter { UploadStep(of: $0) == step }
        case .deletions:
            return [.pages, .assets].flatMap { step in removed.filter { UploadStep(of: $0) == step } }
        }
    }

    /// `{"added", "changed", "removed", "published": [{"page", "file", "seconds"}], "broken_urls", "broken_feeds",
    /// "broken_files", "reassigned_urls", "purge_urls", "steps"}`; `seconds` count since 1970.
    package var json: String {
        var json = JSONWriter(controls: .escaped)
        json.object { json in
            json.texts("added", added)
            json.texts("changed", changed)
            json.texts("removed", removed)
            json.array("published") { json in
                for story in published {
                    json.object { json in
                        json.text("page", story.page)
                        json.text("file", story.file)
                        json.number("seconds", story.date.seconds)
                    }
                }
            }
            json.texts("broken_urls", brokenURLs)
            json.texts("broken_feeds", brokenFeeds)
            json.texts("broken_files", brokenFiles)
            json.texts("reassigned_urls", reassignedURLs)
            json.texts("purge_urls", purgedURLs)
            json.object("steps") { json in
                for step in UploadStep.allCases { json.texts(under: step.rawValue, paths(of: step)) }
            }
        }
        return json.string
    }

    /// Lines: paths with `+`, `~` or `-`, articles that become public, broken addresses, those to purge, totals.
    package func text(arabic: Bool) -> String {
        var lines = added.map { "+ \($0)" } + changed.map { "~ \($0)" } + removed.map { "- \($0)" }
        for story in published { lines.append((arabic ? "يُنشر: " : "published: ") + story.file) }
        for (urls, label) in [
            (brokenURLs, arabic ? "عنوان لا يقود إلى شيء: " : "leads nowhere: "),
            (brokenFeeds, arabic ? "خلاصة لا تقود إلى شيء: " : "feed leads nowhere: "),
            (brokenFiles.filter { PictureType.named($0) == nil }, arabic ? "ملف لم يعد هناك: " : "file is gone: "),
            (reassignedURLs, arabic ? "عنوان صار لغيره: " : "is another's now: "),
            (purgedURLs, arabic ? "امسح من الذاكرات المؤقتة: " : "purge from caches: "),
        ] {
            for url in urls { lines.append(label + (percentDecoded(url) ?? url)) }
        }
        lines.append(
            arabic
                ? "\(added.count) تُضاف، \(changed.count) تتغير، \(removed.count) تُحذف"
                : "\(added.count) added, \(changed.count) changed, \(removed.count) removed")
        return lines.map(visible).joined(separator: "\n")
    }
}
