/// The steps of an upload that leaves no reader with half a page: what pages need comes before the pages, and nothing is
/// deleted while a page that is still out may ask for it.
package enum UploadStep: String, Sendable, CaseIterable {
    case assets, pages, deletions

    /// The step in which a new file is uploaded.
    ///
    /// - Parameter path: beneath the output folder.
    package init(of path: String) {
        self = Self.folders.contains { path.hasPrefix($0) } ? .assets : .pages
    }

    /// Folders of files that pages need.
    private static let folders = ["assets/", "media/"]
    /// Files that come last in their step, in this order: what the front page links to is there before it, and what the
    /// search index's map leads to before that.
    private static let last = ["index.html", "search/map.json"]

    /// The paths in the order in which they are uploaded: sorted, but for those that come last.
    package static func inOrder(_ sorted: [String]) -> [String] {
        sorted.filter { !last.contains($0) } + last.filter { sorted.contains($0) }
    }
}
