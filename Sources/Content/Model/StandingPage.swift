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
    /// BCP 47 tag of its language; nil where it is the site's.
    package let language: String?
    /// Paths at which it once was.
    package let aliases: [Article.Alias]
    /// Its Markdown.
    package let body: [UInt8]
    /// Where `body` starts in `file`.
    package let bodyStart: Int
    /// Text of the file, as `SourceText` has it.
    package let file: [UInt8]
    /// The theme's template that prints it; nil where it is that of all pages.
    package let template: OwnTemplate?
    /// What it asks of the list of stories, of a landing page.
    let query: StoryQuery?
    /// The stories that it lists; nil of a page that is no landing page.
    package internal(set) var list: StoryList?

    /// What stays when its address changes: the path beneath `Content/pages/` and without `.md`.
    package var identity: String { Self.identity(of: path) }

    /// The identity of the page whose file lies at `path`.
    package static func identity(of path: String) -> String {
        String(Substring(path.utf8.dropFirst("Content/pages/".utf8.count).dropLast(".md".utf8.count)))
    }
}
