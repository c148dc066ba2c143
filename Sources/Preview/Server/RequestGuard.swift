/// The rules that a request must keep before its path is looked at.
///
/// A page of any other site may make its reader's browser ask 127.0.0.1. So the host must be ours, or such a page could
/// rename its own host to 127.0.0.1 and read drafts; and the reload channel talks to our own pages alone.
struct RequestGuard: Sendable {
    let port: Int

    private var hosts: [String] {
        ["127.0.0.1:\(port)", "localhost:\(port)"] + (port == 80 ? ["127.0.0.1", "localhost"] : [])
    }

    private static let methods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT",
    ]

    /// The answer to a request that breaks a rule; nil for one that keeps them all.
    func refusal(of request: Request) -> Answer? {
        guard let host = request.headers["host"] else { return Answer(400, saying: "a request names its host") }
        guard isOurs(host), request.authority.map({ isOurs($0) }) ?? true else {
            return Answer(421, saying: "this preview answers for \(hosts[0]) and \(hosts[1]) only")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = Answer(
                Self.methods.contains(request.method) ? 405 : 501, saying: "a preview is only read: GET or HEAD")
            answer.headers["Allow"] = "GET, HEAD"
            return answer
        }
        if let origin = request.headers["origin"], !isOurs(origin: origin) {
            return Answer(403, saying: "a preview is for its own pages, not for those of another site")
        }
        if let refusal = refusalOfBody(request) { return refusal }
        guard request.target.hasPrefix("/") else { return Answer(400, saying: "an address starts with “/”") }
        return nil
    }

    /// The answer to a request for the reload channel from a page of another site, which browsers name; nil for our
    /// own.
    func refusalOfChannel(_ request: Request) -> Answer? {
        guard let fetcher = request.headers["sec-fetch-site"], fetcher != "same-origin", fetcher != "none" else {
            return nil
        }
        return Answer(403, saying: "the reload channel is for pages of this preview")
    }

    /// What a request with a body is told. Where it ends nobody has to know: the connection ends with the answer.
    private func refusalOfBody(_ request: Request) -> Answer? {
        let (length, encoding) = (request.headers["content-length"], request.headers["transfer-encoding"])
        if let length {
            guard !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }), encoding == nil else {
                return .malformed
            }
        }
        guard length ?? "0" == "0", encoding == nil else {
            return Answer(413, saying: "a request that reads has no body")
        }
        return nil
    }

    private func isOurs(_ host: String) -> Bool { hosts.contains(host.lowercased()) }

    private func isOurs(origin: String) -> Bool { hosts.contains { "http://\($0)" == origin.lowercased() } }
}
