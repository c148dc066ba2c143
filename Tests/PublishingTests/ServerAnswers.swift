import Base
import Content
import Pages
import Preview
import Publishing

/// What a site's address is answered by the servers that its rules are written for, and by the preview: the statuses of
/// rules for whole paths, read from the files as those servers read them.
struct ServerAnswers {
    private let output: MemoryTree
    private let preview: ShownSite?
    /// Statuses by the decoded path, which begins with `/`.
    private let rules: [(server: String, statuses: [String: Int])]

    /// - Parameter proof: of the same site, for the preview.
    init(_ output: MemoryTree, _ proof: Proof, from tree: MemoryTree) {
        self.output = output
        preview = ShownSite(proof, from: tree)
        func lines(_ path: String) -> [Substring] {
            String(decoding: output[path] ?? [], as: UTF8.self).split(separator: "\n")
        }
        let redirects = lines("_redirects")
        rules = [
            ("Netlify", Self.netlify(redirects)), ("Cloudflare", Self.cloudflare(redirects)),
            ("Apache", Self.apache(lines(".htaccess"))),
            ("nginx", Self.map("map $uri $sitegen_whole {", lines("_servers/nginx-maps.conf"))),
            ("Caddy", Self.map("map {path} {sitegen_whole} ", lines("_servers/Caddyfile"))),
        ]
    }

    /// Each server with the status that it answers.
    func statuses(of url: URLPath) -> [(server: String, status: Int)] {
        let file = output[url.file] == nil ? 404 : 200
        let target = url.href(base: "/")
        let previewed = Reply(site: preview, version: 1).answer(to: Request(target: target, headers: [:])).status
        return rules.map { ($0.server, $0.statuses["/" + url.text] ?? file) } + [("preview", previewed)]
    }

    private static func netlify(_ lines: [Substring]) -> [String: Int] {
        var statuses: [String: Int] = [:]
        for line in lines {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let path = percentDecoded(String(parts[0])), statuses[path] == nil else { continue }
            statuses[path] = Int(parts[2].prefix { $0 != "!" })
        }
        return statuses
    }

    /// Cloudflare has no 410, and takes the first 2,000 rules.
    private static func cloudflare(_ lines: [Substring]) -> [String: Int] {
        netlify(Array(lines.prefix(2000))).filter { $0.value != 410 }
    }

    /// `RewriteRule "^old/?$" "/new/" [R=301,L,NE,QSD]` and `RewriteRule "^gone/?$" - [G,L]`.
    private static func apache(_ lines: [Substring]) -> [String: Int] {
        var statuses: [String: Int] = [:]
        for line in lines where line.hasPrefix("RewriteRule \"^") {
            let parts = line.split(separator: " ")
            let pattern = parts[1].dropFirst(2).dropLast(2)
            let isFolder = pattern.hasSuffix("/?")
            let path = "/" + bytes(isFolder ? pattern.dropLast(2) : pattern) + (isFolder ? "/" : "")
            guard statuses[path] == nil, let flags = parts.last else { continue }
            statuses[path] = flags == "[G,L]" ? 410 : Int(flags.dropFirst("[R=".count).prefix(3))
        }
        return statuses
    }

    /// The text of a pattern in which `\xD8` stands for a byte.
    private static func bytes(_ pattern: Substring) -> String {
        let parts = pattern.split(separator: "\\x", omittingEmptySubsequences: false)
        var bytes = Array(parts[0].utf8)
        for part in parts.dropFirst() {
            bytes.append(UInt8(part.prefix(2), radix: 16) ?? 0)
            bytes.append(contentsOf: part.utf8.dropFirst(2))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The entries of a map of nginx or Caddy: `"/old/" "301 /new/";` or `"/old/" 301 /new/`.
    private static func map(_ head: String, _ lines: [Substring]) -> [String: Int] {
        var statuses: [String: Int] = [:]
        for line in lines.drop(while: { !$0.hasPrefix(head) }).dropFirst().prefix(while: { $0 != "}" }) {
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard parts.count > 2 else { continue }
            statuses[String(parts[1])] = Int(parts[2...].joined().drop { $0 == " " }.prefix(3))
        }
        return statuses
    }
}
