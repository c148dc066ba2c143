import ArabicText
import Base

/// What differs between the systems whose folders come in.
package enum FolderSystem: String, Sendable {
    case jekyll, hugo

    /// Patterns of lists that keep their old addresses.
    var sectionPattern: String { "/categories/{slug}/" }
    var tagPattern: String { "/tags/{slug}/" }
    var feed: String { self == .hugo ? "index.xml" : "feed.xml" }

    /// Where a file of the folder was, as far as the system publishes it as it is.
    func address(ofFile path: String) -> String {
        let prefix = self == .hugo ? ["static/", "content/", "assets/"].first { path.hasPrefix($0) } : nil
        return "/" + path.dropFirst(prefix?.count ?? 0)
    }

    /// First part of an item's address, which lists its folder; nil for one that has no folder.
    func folder(of item: FolderItem) -> String? {
        let parts = item.address.split(separator: "/")
        let folders = item.path.split(separator: "/").dropFirst().dropLast()
        guard parts.count > 1, folders.contains(where: { OldAddress.hugoPart(String($0)) == parts[0] }) else {
            return nil
        }
        return String(parts[0])
    }

    /// Names an item in the state.
    func key(_ item: FolderItem) -> String { "\(rawValue):\(item.path)" }

    /// Names by which texts refer to an item, the surest first.
    func names(of item: FolderItem) -> [String] {
        var stem = CanonicalForm.nfc(item.path)
        if let dot = stem.lastIndex(of: ".") { stem = String(stem[..<dot]) }
        for ending in ["/index", "/_index"] where stem.hasSuffix(ending) { stem = String(stem.dropLast(ending.count)) }
        var names = [stem]
        // Every end of the path, so that `post/x`, `posts/post/x` and `x` find it.
        while let slash = names[names.count - 1].firstIndex(of: "/") {
            names.append(String(names[names.count - 1][names[names.count - 1].index(after: slash)...]))
        }
        return names
    }
}
