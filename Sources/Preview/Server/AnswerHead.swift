/// The status line and the headers of an answer (RFC 9112, 4 and 5).
struct AnswerHead {
    let status: Int
    let headers: [String: String]
    /// Of the body, in bytes; nil of one that ends with the connection.
    let length: Int?
    /// Whether the connection ends with the answer.
    let isLast: Bool

    init(_ answer: Answer, isLast: Bool) {
        (status, headers, self.isLast) = (answer.status, answer.headers, isLast)
        length = answer.status == 304 ? nil : answer.body.count
    }

    /// The head of a stream, which ends with its connection.
    init(streamOf type: String) {
        (status, headers, length, isLast) = (200, ["Content-Type": type], nil, true)
    }

    var bytes: [UInt8] {
        var all = headers.merging(Self.securityHeaders) { own, _ in own }
        if let length { all["Content-Length"] = "\(length)" }
        if isLast { all["Connection"] = "close" }
        var text = "HTTP/1.1 \(status) \(Self.phrases[status] ?? "")\r\n"
        for (name, value) in all.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// No other site may show, read or store what is not public yet.
    private static let securityHeaders = [
        "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex",
    ]

    private static let phrases: [Int: String] = [
        200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified",
        400: "Bad Request",
        403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
        410: "Gone", 413: "Content Too Large", 414: "URI Too Long", 416: "Range Not Satisfiable",
        421: "Misdirected Request",
        431: "Request Header Fields Too Large", 501: "Not Implemented", 503: "Service Unavailable",
        505: "HTTP Version Not Supported",
    ]
}
