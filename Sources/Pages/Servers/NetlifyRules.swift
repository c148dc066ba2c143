import Base
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

    /// Cloudflare takes the first 2,000 rules, and passes over what it has no word for: a query, and 410 (`!`: also where
    /// a file is). So what no page can answer comes first, and rules with a star last, where they cost the others
    /// nothing.
    var netlifyRedirects: String {
        var text = ""
        for rule in redirects.queries {
            let query = rule.from.query.map { "\($0.name)=\(percentEncoded($0.value, keeping: .inComponent))" }
            for path in netlifyPaths(rule.from.path) {
                text += "\(path) \(query.joined(separator: " ")) \(netlifyAnswer(rule.answer, isForced: true))\n"
            }
        }
        for hasPage in [false, true] {
            for rule in redirects.whole where rule.hasPage == hasPage {
                for path in netlifyPaths(rule.from.path) { text += "\(path) \(netlifyAnswer(rule.answer))\n" }
            }
        }
        for feed in folderFeeds { text += "\(feed.url) \(feed.file) 200\n" }
        for rule in redirects.stars {
            for path in netlifyPaths(rule.from.path) { text += "\(path)* \(netlifyAnswer(rule.answer))\n" }
        }
        return text
    }

    private func netlifyAnswer(_ answer: Redirects.Answer, isForced: Bool = false) -> String {
        guard let target = answer.target else { return "\(href(FixedPaths.gone)) 410!" }
        return href(target) + (answer.carriesRest ? ":splat" : "") + " \(answer.status)" + (isForced ? "!" : "")
    }

    /// Both hosts compare a path as it was sent: its signs encoded, and as browsers leave them.
    private func netlifyPaths(_ path: URLPath) -> [String] {
        let encoded = href(path)
        let sent = base + percentEncoded(path.text, keeping: .inSentPath)
        return encoded == sent ? [encoded] : [encoded, sent]
    }
}
