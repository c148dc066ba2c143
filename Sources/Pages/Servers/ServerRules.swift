import Base
import Content

/// What servers are told: headers, redirects, what is gone, which files serve a folder. Written for each kind of host
/// from the same tables; only percent-encoded paths and checked origins ever enter a rule.
struct ServerRules: Sendable {
    let base: String
    /// `base` in letters, as servers compare it.
    let decodedBase: String
    let headers: HeaderTable
    let redirects: Redirects
    /// Feeds whose address ends with `/`, with the file that serves it.
    let folderFeeds: [(url: String, file: String)]

    /// Files that a folder's address may mean, in this order.
    static let indexes = ["index.html", "index.xml", "index.json"]
    /// Rules for the servers that a newsroom runs itself; never sent to readers.
    static let folder = "_servers/"

    private let kinds: [Services.Server]

    init(_ site: Site, _ theme: Theme, _ feeds: FeedPlan, _ redirects: Redirects) {
        let base = site.outlet.address.base
        self.base = base
        decodedBase = percentDecoded(base) ?? base
        kinds = site.outlet.services.servers
        self.redirects = redirects
        headers = HeaderTable(site, theme)
        folderFeeds = feeds.feeds.filter { $0.url.text.hasSuffix("/") }.map {
            ($0.url.href(base: base), URLPath($0.file).href(base: base))
        }
    }

    var files: [WrittenFile] {
        var files: [(name: String, text: String)] = []
        if kinds.contains(.netlify) || kinds.contains(.cloudflare) {
            files += [("_headers", netlifyHeaders), ("_redirects", netlifyRedirects)]
        }
        if kinds.contains(.apache) { files.append((".htaccess", apache)) }
        if kinds.contains(.nginx) {
            files += [(Self.folder + "nginx-maps.conf", nginxMaps), (Self.folder + "nginx.conf", nginxServer)]
        }
        if kinds.contains(.caddy) { files.append((Self.folder + "Caddyfile", caddy)) }
        return files.filter { !$0.text.isEmpty }.map {
            .init(url: URLPath($0.name), bytes: Array($0.text.utf8), origin: Location(path: "Content/site.yaml"))
        }
    }

    func href(_ path: URLPath) -> String { path.href(base: base) }

    var hasGone: Bool { redirects.hasGone }

    /// The path in letters, with and without the slash at its end: so are both spellings of `(` and `%28` one.
    func spellings(of path: URLPath) -> [String] {
        let whole = decodedBase + path.text
        return whole.hasSuffix("/") && whole != "/" ? [whole, String(whole.dropLast())] : [whole]
    }

    /// The rules for folders, by how many folders their paths have from the server's root, the most first: a server finds
    /// the one for an address by as many look-ups as there are such numbers.
    var starsByDepth: [(depth: Int, rules: [Redirects.Rule])] {
        let rules = Dictionary(grouping: redirects.stars) {
            (decodedBase + $0.from.path.text).utf8.split(separator: UInt8(ascii: "/")).count
        }
        return rules.filter { $0.key > 0 }.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }

    /// The rules that ask for a query, by the names that they ask for.
    var queriesByNames: [(names: [String], rules: [Redirects.Rule])] {
        let all = redirects.queries.map { $0.from.query.map(\.name) }.uniqued()
        let rules = Dictionary(grouping: redirects.queries) { $0.from.query.map(\.name) }
        return all.map { ($0, rules[$0] ?? []) }
    }
}

extension Redirects.Answer {
    /// Status code (RFC 9110, section 15).
    var status: Int {
        switch self {
        case .moved(_, _, let isPermanent): isPermanent ? 301 : 302
        case .gone: 410
        }
    }

    /// Where it leads; nil for what is gone.
    var target: URLPath? { if case .moved(let to, _, _) = self { to } else { nil } }

    /// Whether what stands in the place of the star follows the target.
    var carriesRest: Bool { if case .moved(_, let carries, _) = self { carries } else { false } }
}
