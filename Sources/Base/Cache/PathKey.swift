/// A path as the key of a dictionary: the digest of its UTF-8.
///
/// `String` would be normalised for each hash and comparison, and takes two files for one whose names differ in their
/// normal form alone.
package struct PathKey: Sendable, Hashable {
    package let digest: Digest

    package init(_ path: String) { digest = Digest(of: path) }

    /// - Parameter digest: of a path, from a file that was written earlier.
    package init(digest: Digest) { self.digest = digest }
}
