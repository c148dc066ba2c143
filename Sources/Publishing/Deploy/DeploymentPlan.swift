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
        brokenURLs = removed.filter { $0.hasSuffix(".html") }.map { path in
            let url = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
            return "/" + percentEncoded(url)
        }
        let fresh = Set(added)
        published = (site?.articles ?? []).filter { fresh.contains($0.url.file) }
            .map { Story(page: $0.url.file, file: $0.path, date: $0.date.instant) }
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

    /// `{"added", "changed", "removed", "published": [{"page", "file", "seconds"}], "broken_urls", "steps"}`; `seconds`
    /// count since 1970.
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
            json.object("steps") { json in
                for step in UploadStep.allCases { json.texts(under: step.rawValue, paths(of: step)) }
            }
        }
        return json.string
    }

    /// Lines: paths with `+`, `~` or `-`, articles that become public, broken addresses, totals.
    package func text(arabic: Bool) -> String {
        var lines = added.map { "+ \($0)" } + changed.map { "~ \($0)" } + removed.map { "- \($0)" }
        for story in published { lines.append((arabic ? "يُنشر: " : "published: ") + story.file) }
        for url in brokenURLs {
            lines.append((arabic ? "عنوان لا يقود إلى شيء: " : "leads nowhere: ") + (percentDecoded(url) ?? url))
        }
        lines.append(
            arabic
                ? "\(added.count) تُضاف، \(changed.count) تتغير، \(removed.count) تُحذف"
                : "\(added.count) added, \(changed.count) changed, \(removed.count) removed")
        return lines.map(visible).joined(separator: "\n")
    }
}
