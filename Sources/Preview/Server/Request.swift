/// A request of a browser, nothing in it decoded.
package struct Request: Sendable {
    /// `GET`
    package var method: String
    /// `127.0.0.1:8000`, of a target that is a whole address; nil of others.
    package var authority: String?
    /// `/2024/01/x/?q=1`
    package var target: String
    /// Values by lower-case names; those of a name that comes twice joined by commas (RFC 9110, 5.3).
    package var headers: [String: String]
    /// Whether the connection ends with the answer.
    package var isLast = false

    package init(method: String = "GET", target: String, headers: [String: String]) {
        (self.method, self.target, self.headers) = (method, target, headers)
    }

    var path: Substring { target.prefix { $0 != "?" } }

    var query: Substring { target.dropFirst(path.count) }

    /// The value of a name in the query, percent-encoded.
    func parameter(_ name: String) -> String? {
        for pair in query.dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return String(parts[1]) }
        }
        return nil
    }
}
