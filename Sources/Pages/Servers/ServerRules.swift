import Base
import Content

/// What servers are told: headers, redirects, what is gone, which files serve a folder. Written for each kind of host
/// from the same tables; only percent-encoded paths and checked origins ever enter a rule.
struct ServerRules: Sendable {
    let base: String
    let headers: HeaderTable
    let redirects: Redirects
    /// Feeds whose address ends with `/`, with the file that serves it.
    let folderFeeds: [(url: String, file: String)]

    /// Files that a folder's address may mean, in this order.
    static let indexes = ["index.html", "index.xml", "index.json"]
    /// Rules for the servers that a newsroom runs itself; never sent to readers.
    static let folder = "_servers/"

    init(_ site: Site, _ theme: Theme, _ feeds: FeedPlan, _ redirects: Redirects, _ search: SearchPlan? = nil) {
        let base = site.outlet.address.base
        self.base = base
        self.redirects = redirects
        headers = HeaderTable(site, theme, search)
        folderFeeds = feeds.feeds.filter { $0.url.text.hasSuffix("/") }.map {
            ($0.url.href(base: base), URLPath($0.file).href(base: base))
        }
    }

    var files: [WrittenFile] {
        let files = [
            ("_headers", netlifyHeaders), ("_redirects", netlifyRedirects), (".htaccess", apache),
            (Self.folder + "nginx-maps.conf", nginxMaps), (Self.folder + "nginx.conf", nginxServer),
            (Self.folder + "Caddyfile", caddy),
        ]
        return files.filter { !$0.1.isEmpty }.map {
            .init(url: URLPath($0.0), bytes: Array($0.1.utf8), origin: Location(path: "Content/site.yaml"))
        }
    }

    func href(_ path: URLPath) -> String { path.href(base: base) }

    var hasGone: Bool { !redirects.gone.isEmpty }
}
