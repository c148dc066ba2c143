package import Base

/// What the outlet settles about the formats that machines read.
package struct Services: Sendable, Hashable {
    /// Which feeds there are.
    package var feeds = FeedSettings()
    /// Stands in every feed's ids for ever, also after the site has moved to another host.
    package var guidHost = ""
    /// What the ids of articles in feeds are made as, with `{id}` for the article's identity, as the system had them that
    /// the outlet came from; nil where they are `tag:` addresses.
    package var guidPattern: String?
    /// The name in the news sitemap; the outlet's where nil.
    package var publication: String?
    /// A shorter or a Latin name of the outlet.
    package var alternateName: String?
    /// Rules for robots in the order of site.yaml.
    package var crawlers: [Crawler] = []
    /// Lines of `ads.txt`, each checked.
    package var ads: [String] = []
    /// Where to report a weakness.
    package var security: SecurityContact?
    /// What phones show of the site.
    package var app = WebApp()
    /// Files of `Content/assets`; nil where the usual names are looked for.
    package var icons: [String]?
    /// File of `Content/assets`; nil where the usual names are looked for.
    package var shareImage: String?
    /// Pages that say how the newsroom works.
    package var policies: [Policy] = []
    /// Servers and hosts that rules are written for.
    package var servers = Server.allCases
    /// Paths of the host, each a folder, beneath which its server answers by itself; as `URLPath.text`.
    package var elsewhere: [URLPath] = []
    /// Sources that a directive of the content security policy allows besides the site's own.
    package var contentSecurity: [Allowance] = []
    /// Who is told what the policy blocks.
    package var report: SecurityReport?
    /// Scripts besides the theme's, in the order of site.yaml.
    package var scripts: [OutletScript] = []
    /// What readers are asked before scripts come that wait for it, in the order of site.yaml.
    package var consents: [Consent] = []
    /// Places for advertisements, in the order of site.yaml.
    package var adPlaces: [AdPlace] = []

    /// A kind of server, or a host, with rules of its own.
    package enum Server: String, Sendable, Hashable, CaseIterable {
        case nginx, apache, caddy, netlify, cloudflare
    }

    /// A robot by its product token (RFC 9309, section 2.2.1), and what it must not fetch.
    package struct Crawler: Sendable, Hashable {
        /// Product token, or `*`.
        package let name: String
        /// Paths of the site; the whole site where it is the front page alone, nothing where it is empty.
        package let disallowed: [URLPath]

        /// Rule for one robot.
        package init(name: String, disallowed: [URLPath]) { (self.name, self.disallowed) = (name, disallowed) }
    }

    /// `/.well-known/security.txt` (RFC 9116).
    package struct SecurityContact: Sendable, Hashable {
        /// Where to write, the preferred first.
        package let contacts: [WebURL]
        /// Until when this holds.
        package let expires: Stamp
        /// Address of the policy.
        package let policy: WebURL?
        /// Address of a key.
        package let encryption: WebURL?
        /// Address of a page of thanks.
        package let acknowledgments: WebURL?
        /// BCP 47 tags of the languages in which reports are read.
        package let languages: [String]
    }

    /// What a phone shows when the site is on its home screen.
    package struct WebApp: Sendable, Hashable {
        /// Name below the icon.
        package var shortName: String?
        /// `#rgb` or `#rrggbb`.
        package var themeColor: String?
        /// Colour behind the icon while the site loads, `#rgb` or `#rrggbb`.
        package var backgroundColor: String?
        /// Display mode of the web app manifest (W3C, section 1.7).
        package var display = "minimal-ui"

        /// App without a word of site.yaml.
        package init() {}
    }

    /// A page that says how the newsroom works, under a property of schema.org's `NewsMediaOrganization`.
    package struct Policy: Sendable, Hashable {
        /// Property of schema.org.
        package let property: String
        /// The page.
        package let target: Outlet.Link.Target
        /// Where it is written.
        package let location: Location
    }

    /// Sources of one directive of the content security policy.
    package struct Allowance: Sendable, Hashable {
        /// Name of the directive, such as `img-src`.
        package let directive: String
        /// Origins, schemes and hashes, as the header has them.
        package let sources: [String]

        /// Directives that site.yaml may add to.
        static let directives = [
            "connect-src", "font-src", "form-action", "frame-src", "img-src", "manifest-src", "media-src", "script-src",
            "style-src", "worker-src",
        ]
    }
}
