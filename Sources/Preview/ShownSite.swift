import ArabicText
package import Base
import Content
import Pages
package import Publishing

/// What the preview shows at one moment: the table of the site's own paths, and how the bytes of each are made.
///
/// A page is rendered when it is asked for, so that a change in one article costs no other page anything. A path that
/// is not in the table does not exist, however it is spelled: no path from a request ever reaches the disk.
package struct ShownSite: Sendable {
    /// `/`, or the folder that the site lives in, such as `/news/`.
    package let base: String
    /// By the digests of the files' paths.
    private let files: [Digest: Output]
    /// Where a feed's file is no `index.html` although its address ends with `/`.
    private let otherNames: [String: String]
    private let press: Press
    private let site: any FileTree
    /// Where each style sheet of the theme lives, by its own name.
    let styles: [String: String]

    /// Nil where the proof is not sound enough to show.
    package init?(_ proof: Proof, from tree: some FileTree) {
        guard !proof.hasErrors, let press = proof.press, let plan = proof.plan, let outlet = proof.outlet else {
            return nil
        }
        self.press = press
        site = tree
        base = outlet.address.base
        var files: [Digest: Output] = [:]
        files.reserveCapacity(plan.outputs.count)
        for output in plan.outputs { files[Digest(of: output.file)] = output }
        self.files = files
        otherNames = Dictionary(
            plan.feeds.feeds.filter { $0.file != $0.url.file }.map { ($0.url.file, $0.file) }
        ) { $1 }
        let base = base
        styles = Dictionary(
            proof.theme.assets.filter { $0.name.hasSuffix(".css") }.map { ($0.name, $0.url.href(base: base)) }
        ) { $1 }
    }

    /// The file behind an address, by the name that a page there would have; nil where there is none.
    package func file(at name: String) -> String? {
        files[Digest(of: name)] != nil ? name : otherNames[name]
    }

    /// The bytes of a file of the site, as a build would write them; nil where there is none, or none any more.
    package func bytes(of file: String) -> [UInt8]? {
        guard let output = files[Digest(of: file)] else { return nil }
        var buffer = ByteBuffer()
        return try? press.withBytes(of: output, from: site, in: &buffer) { Array($0) }
    }

    /// A draft or an embargoed article at this file, with the date it waits for.
    func unpublishedArticle(at file: String) -> Article? {
        guard case .page(let page) = files[Digest(of: file)], let article = page.article, article.isUnpublished else {
            return nil
        }
        return article
    }

    /// The old and new addresses of style sheets that differ, by pairs.
    func changedStyles(since other: ShownSite) -> [(old: String, new: String)] {
        styles.keys.sorted(by: bytesPrecede).compactMap { name in
            guard let new = styles[name], let old = other.styles[name], new != old else { return nil }
            return (old, new)
        }
    }
}
