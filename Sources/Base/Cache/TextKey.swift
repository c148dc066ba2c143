/// A text as the key of a dictionary: the digest of its UTF-8.
///
/// `String` is normalised for each hash and comparison, which costs ten times as much for Arabic, and takes two paths
/// for one that differ in their normal form alone.
package struct TextKey: Sendable, Hashable {
    package let digest: Digest

    package init(_ text: String) { digest = Digest(of: text) }

    /// - Parameter digest: of a text's UTF-8.
    package init(digest: Digest) { self.digest = digest }
}
