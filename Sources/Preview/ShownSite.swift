import ArabicText
package import Base
import Content
package import Pages
package import Publishing

/// The site at one moment: the table of its files, and how the bytes of each are made.
///
/// A page is rendered when a browser asks for it, so that a change in one article costs no other page anything. A path
/// that is not in the table does not exist, however it is spelled: no path from a request ever reaches the disk.
package struct ShownSite: Sendable {
    /// `/`, or the folder that the site lives in, such as `/news/`.
    package let base: String
    /// The outputs, by their files' paths.
    private let files: [TextKey: Output]
    /// Files of the feeds whose address ends with `/` and whose file is no `index.html`, by the name of that one.
    private let otherNames: [String: String]
    private let redirects: Redirects
    /// The headers that hosts will send.
    let headers: HeaderTable
    @Boxed private var press: Press
    private let site: any FileTree
    /// Address of each style sheet of the theme, by its name in Templates/assets.
    let styles: [String: String]

    /// Nil where the proof has errors.
    package init?(_ proof: Proof, from tree: some FileTree) {
        guard !proof.hasErrors, let press = proof.press, let plan = proof.plan, let outlet = proof.outlet else {
            return nil
        }
        self.press = press
        site = tree
        (redirects, headers) = (plan.redirects, plan.headers)
        base = outlet.address.base
        var files: [TextKey: Output] = [:]
        files.reserveCapacity(plan.outputs.count)
        for output in plan.outputs { files[TextKey(output.file)] = output }
        self.files = files
        otherNames = Dictionary(
            plan.feeds.feeds.filter { $0.file != $0.url.file }.map { ($0.url.file, $0.file) }
        ) { $1 }
        let base = base
        styles = Dictionary(
            proof.theme.assets.filter { $0.name.hasSuffix(".css") }.map { ($0.name, $0.url.href(base: base)) }
        ) { $1 }
    }

    /// The file that answers for a path of the site, such as `2024/01/x/index.html`; nil where there is none.
    package func file(at name: String) -> String? {
        files[TextKey(name)] != nil ? name : otherNames[name]
    }

    /// What a server would answer for an address at which the site has nothing any more; nil where no rule is about it.
    ///
    /// - Parameters:
    ///   - name: path beneath the site's base, decoded.
    ///   - query: as it was asked for, with its `?`.
    package func answer(forOld name: String, query: Substring) -> Redirects.Answer? {
        redirects.answer(to: name, query: query.dropFirst())
    }

    /// The bytes of a file of the site, as a build would write them; nil where there is none, or where a picture was
    /// deleted since.
    package func bytes(of file: String) -> [UInt8]? {
        guard let output = files[TextKey(file)] else { return nil }
        var buffer = ByteBuffer()
        return try? output.withBytes(by: press, from: site, in: &buffer) { Array($0) }
    }

    /// The file that is published as it lies in the site's folder and is too large to be held in memory; nil of every
    /// other one, and where it changed since the site was built.
    func largeFile(_ file: String) -> LargeFile? {
        guard let copy = files[TextKey(file)]?.copy, copy.stamp.size >= LargeFile.smallest else { return nil }
        let large = LargeFile(tree: site, path: copy.source, stamp: copy.stamp)
        guard let start = try? large.read(0..<12), !PictureMetadata.isPicture(start),
            !RecordingFile.isRecording(start)
        else { return nil }
        return large
    }

    /// The article of this page, where it is a draft or embargoed.
    func unpublishedArticle(at file: String) -> Article? {
        guard case .page(let page) = files[TextKey(file)], let article = page.article, article.isUnpublished else {
            return nil
        }
        return article
    }

    /// Old and new address of each style sheet that changed.
    func changedStyles(since other: ShownSite) -> [(old: String, new: String)] {
        styles.keys.sorted(by: bytesPrecede).compactMap { name in
            guard let new = styles[name], let old = other.styles[name], new != old else { return nil }
            return (old, new)
        }
    }
}
