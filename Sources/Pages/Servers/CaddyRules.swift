import Base
import Content

/// A file for Caddy to import into a site's block, behind its `root`.
extension ServerRules {
    var caddy: String {
        var text = "header {\n"
        for header in headers.everywhere { text += "\t\(header.name) \"\(header.quotable)\"\n" }
        text += "}\n"
        text += caddyCaching
        text += "header \(href(FixedPaths.webManifest)) Content-Type application/manifest+json\n"
        text += "encode gzip\n"
        text +=
            "@sitegen_hidden path \(base)\(Self.folder)* " + Self.hidden.map { base + $0 }.joined(separator: " ") + "\n"
        text += "error @sitegen_hidden 404\n"
        text += caddyRedirects
        let errors = [404] + (hasGone ? [410] : [])
        // What is not there yet may be there tomorrow, whatever lies in its folder.
        text += "handle_errors {\n\theader Cache-Control \"\(headers.otherwise)\"\n"
        for status in errors {
            let page = status == 404 ? FixedPaths.notFound : FixedPaths.gone
            text += "\t@sitegen_\(status) expression {http.error.status_code} == \(status)\n"
            text += "\thandle @sitegen_\(status) {\n\t\trewrite * \(href(page))\n\t\tfile_server\n\t}\n"
        }
        text += "}\n"
        text += "file_server {\n\tindex \(Self.indexes.joined(separator: " "))\n}\n"
        return text
    }

    private var caddyCaching: String {
        let files = headers.caching.compactMap { entry -> (String, String)? in
            if case .file(let path) = entry.scope { (path, entry.value) } else { nil }
        }
        var text = ""
        var named: [String] = []
        for (number, value) in files.map(\.1).uniqued().enumerated() {
            let paths = files.filter { $0.1 == value }.map(\.0)
            named += paths
            text +=
                "@sitegen_asset\(number) path \(paths.joined(separator: " "))\nheader @sitegen_asset\(number) "
                + "Cache-Control \"\(value)\"\n"
        }
        for (number, entry) in headers.caching.enumerated() {
            guard case .folder(let path) = entry.scope else { continue }
            // Of two that fit, Caddy would let the second count.
            let inner = named.filter { $0.hasPrefix(path) }
            let others = inner.isEmpty ? "" : "\tnot path \(inner.joined(separator: " "))\n"
            text +=
                "@sitegen_folder\(number) {\n\tpath \(path)*\n\(others)}\nheader @sitegen_folder\(number) Cache-Control "
                + "\"\(entry.value)\"\n"
            named.append(path + "*")
        }
        text +=
            "@sitegen_others not path \(named.joined(separator: " "))\nheader @sitegen_others Cache-Control "
            + "\"\(headers.otherwise)\"\n"
        return text
    }
}
