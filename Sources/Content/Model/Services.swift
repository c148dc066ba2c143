package import Base

/// What the outlet settles about the formats that machines read.
package struct Services: Sendable, Hashable {
    package var feeds = FeedSettings()
    /// Stands in every feed's ids for ever, also after the site has moved to another host.
    package var guidHost = ""
    /// The name in the news sitemap; the outlet's where nil.
    package var publication: String?
    package var alternateName: String?
    /// In the order of site.yaml.
    package var crawlers: [Crawler] = []
    /// Lines of `ads.txt`, each checked.
    package var ads: [String] = []
    package var security: SecurityContact?
    package var app = WebApp()
    /// Files of `Content/assets`; nil where the usual names are looked for.
    package var icons: [String]?
    package var shareImage: String?
    package var policies: [Policy] = []
    /// Origins that a directive of the content security policy allows besides the site's own.
    package var contentSecurity: [Allowance] = []

    /// A robot by its product token (RFC 9309, section 2.2.1), and what it must not fetch.
    package struct Crawler: Sendable, Hashable {
        package let name: String
        /// Paths of the site; the whole site where it is the front page alone, nothing where it is empty.
        package let disallowed: [URLPath]

        package init(name: String, disallowed: [URLPath]) { (self.name, self.disallowed) = (name, disallowed) }
    }

    /// `/.well-known/security.txt` (RFC 9116).
    package struct SecurityContact: Sendable, Hashable {
        package let contacts: [WebURL]
        package let expires: Stamp
        package let policy: WebURL?
        package let encryption: WebURL?
        package let acknowledgments: WebURL?
        package let languages: [String]
    }

    /// What a phone shows when the site is on its home screen.
    package struct WebApp: Sendable, Hashable {
        package var shortName: String?
        /// `#rgb` or `#rrggbb`.
        package var themeColor: String?
        package var backgroundColor: String?
        package var display = "minimal-ui"

        package init() {}
    }

    /// A page that says how the newsroom works, under a property of schema.org's `NewsMediaOrganization`.
    package struct Policy: Sendable, Hashable {
        package let property: String
        package let target: Outlet.Link.Target
        /// Where it is written.
        package let location: Location
    }

    package struct Allowance: Sendable, Hashable {
        package let directive: String
        package let sources: [String]
    }
}
