/// The rules that a request must keep before its path is looked at.
///
/// A page of any other site may make its reader's browser ask 127.0.0.1. So the host must be ours, or such a page could
/// rename its own host to 127.0.0.1 and read drafts; and the reload channel talks to our own pages alone.
struct RequestGuard: Sendable {
    let port: Int

    /// In bytes.
    private static let longestTarget = 8 * 1024
    private static let largestHead = 16 * 1024

    private var hosts: [String] {
        ["127.0.0.1:\(port)", "localhost:\(port)"] + (port == 80 ? ["127.0.0.1", "localhost"] : [])
    }

    /// The answer to a request that breaks a rule; nil for one that keeps them all.
    func refusal(of request: Request) -> Answer? {
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = Answer(405, saying: "a preview is only read: GET or HEAD")
            answer.headers["Allow"] = "GET, HEAD"
            return answer
        }
        guard request.target.utf8.count <= Self.longestTarget else {
            return Answer(414, saying: "the address is too long")
        }
        let size = request.headers.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 4 }
        guard size <= Self.largestHead, request.headers.count <= 100 else {
            return Answer(431, saying: "the headers are too large")
        }
        guard let host = request.headers["host"] else { return Answer(400, saying: "a request names its host") }
        guard hosts.contains(host.lowercased()) else {
            return Answer(421, saying: "this preview answers for \(hosts[0]) and \(hosts[1]) only")
        }
        guard (request.headers["content-length"] ?? "0") == "0", request.headers["transfer-encoding"] == nil else {
            return Answer(413, saying: "a request that reads has no body")
        }
        guard request.target.hasPrefix("/") else { return Answer(400, saying: "an address starts with “/”") }
        return nil
    }

    /// The answer to a request for the reload channel from a page of another site, which browsers name; nil for our
    /// own.
    func refusalOfChannel(_ request: Request) -> Answer? {
        let refused = Answer(403, saying: "the reload channel is for pages of this preview")
        if let origin = request.headers["origin"], !hosts.contains(where: { "http://\($0)" == origin.lowercased() }) {
            return refused
        }
        if let fetcher = request.headers["sec-fetch-site"], fetcher != "same-origin", fetcher != "none" {
            return refused
        }
        return nil
    }
}
