/// A page that is no news: about, contact, policies.
package struct StandingPage: Sendable {
    /// The file, relative to the site's folder.
    package let path: String
    /// Where it lives.
    package let url: URLPath
    /// Its title.
    package let title: String
    /// What it says, in a sentence.
    package let description: String?
    /// Its Markdown.
    package let body: [UInt8]
    /// Where `body` starts in `file`.
    package let bodyStart: Int
    /// Text of the file, as `SourceText` has it.
    package let file: [UInt8]
}
