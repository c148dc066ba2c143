import Base
import Content

/// Pictures of a feed, which lie on the old host or on Blogger's.
enum FeedPicture {
    /// The address of a picture of Blogger in its full size: `=s320` and `/s320/` become `s1600`.
    static func fullSize(_ address: String) -> String {
        guard isBlogger(address) else { return address }
        var parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for place in parts.indices.dropFirst(3) where isSize(parts[place]) { parts[place] = "s1600" }
        if let last = parts.last, let sign = last.lastIndex(of: "="), isSize(String(last[last.index(after: sign)...])) {
            parts[parts.count - 1] = last[...sign] + "s1600"
        }
        return parts.joined(separator: "/")
    }

    private static func isBlogger(_ address: String) -> Bool {
        let host = PictureAddress.host(address)
        return host.hasSuffix(".googleusercontent.com") || host.hasSuffix(".bp.blogspot.com")
    }

    /// `s320`, `w400-h300`, `s72-c`.
    private static func isSize(_ part: String) -> Bool {
        let pieces = part.split(separator: "-")
        guard let first = pieces.first, first.first == "s" || first.first == "w", first.count > 1 else { return false }
        return first.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The picture at its old address, to be fetched where the old site may go.
    static func answer(_ source: String, of item: FolderItem, _ settings: FolderSettings) -> PictureAnswer? {
        var whole = source.hasPrefix("//") ? "https:" + source : source
        if !whole.holds("://") {
            let folder = item.address.split(separator: "/").dropLast().joined(separator: "/")
            guard !settings.origin.isEmpty else { return nil }
            let path = whole.hasPrefix("/") ? String(whole.dropFirst()) : FolderFiles.resolved(whole, from: folder)
            guard let path else { return nil }
            whole = settings.origin + "/" + path
        }
        let full = fullSize(whole)
        guard let url = (try? WebURL(full)) ?? (try? WebURL(full.replacing(" ", with: "%20"))) else { return nil }
        let isOwn = PictureAddress.isOwn(url.text, host: settings.host) || isBlogger(url.text)
        return PictureAnswer(
            destination: url.text, row: isOwn ? nil : .init(.pictureRemote, url.text),
            use: isOwn ? .missing(address: url.text, path: PictureAddress.path(url.text)) : nil)
    }
}
