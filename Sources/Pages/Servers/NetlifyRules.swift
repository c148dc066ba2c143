import Content

/// `_headers` and `_redirects`, which Netlify and Cloudflare Pages read alike.
extension ServerRules {
    var netlifyHeaders: String {
        var text = "\(base)*\n"
        for header in headers.everywhere { text += "  \(header.name): \(header.value)\n" }
        // Two rules that set one header have their values joined: only these paths say how long they keep.
        for (scope, value) in headers.caching {
            switch scope {
            case .file(let path): text += "\(path)\n"
            case .folder(let path): text += "\(path)*\n"
            }
            text += "  Cache-Control: \(value)\n"
        }
        return text
    }

    /// A removed page's rule is Netlify's alone (`!`: also where a file is); Cloudflare passes over it and shows the
    /// page.
    var netlifyRedirects: String {
        var text = ""
        for move in redirects.moves { text += "\(href(move.from)) \(href(move.to)) 301\n" }
        for path in redirects.gone { text += "\(href(path)) \(href(FixedPaths.gone)) 410!\n" }
        for feed in folderFeeds { text += "\(feed.url) \(feed.file) 200\n" }
        return text
    }
}
