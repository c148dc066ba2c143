package struct Author: Sendable {
    package let name: String
    package let url: URLPath
    package let role: String?
    /// A desk or an agency.
    package let isOrganization: Bool
    package let image: Article.Image?
    package let links: [Outlet.Link]
    /// The profile's file, the Markdown in it, empty where there is no profile, and where that starts.
    package let path: String?
    package let bio: [UInt8]
    package let bioStart: Int
    package let file: [UInt8]
    /// Indexes into `Site.articles`, the newest first.
    package let articles: [Int]
}

package struct Section: Sendable {
    package let name: String
    package let url: URLPath
    package let description: String?
    package let articles: [Int]
}

package struct Tag: Sendable {
    package let name: String
    package let url: URLPath
    package let articles: [Int]
}
