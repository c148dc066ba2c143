import Base
import Content
import FlyingFox
import Foundation

/// The HTTP library's side of the preview: requests become `Request`s, `Answer`s become responses.
struct HTTPFront: HTTPHandler {
    let state: ReloadState

    func handleRequest(_ incoming: HTTPRequest) async -> HTTPResponse {
        var headers: [String: String] = [:]
        for (name, value) in incoming.headers { headers[name.rawValue.lowercased()] = value }
        let request = Request(method: incoming.method.rawValue, target: incoming.target.rawValue, headers: headers)
        if request.path == InjectedScript.channel { return channel(request) }
        let now = state.current
        let answer = Reply(site: now.site, version: now.version, port: state.port).answer(to: request)
        return response(answer, isHead: request.method == "HEAD")
    }

    private func channel(_ request: Request) -> HTTPResponse {
        let requestGuard = RequestGuard(port: state.port)
        if let refusal = requestGuard.refusal(of: request) ?? requestGuard.refusalOfChannel(request) {
            return response(refusal, isHead: request.method == "HEAD")
        }
        let page = ReloadChannel.OpenPage(
            file: request.parameter("page").flatMap { percentDecoded($0) } ?? "",
            digest: request.parameter("digest") ?? "",
            version: request.parameter("version").flatMap { Int($0) } ?? 0)
        let headers = HTTPHeaders(Self.securityHeaders.merging([.contentType: "text/event-stream"]) { $1 })
        if request.method == "HEAD" { return HTTPResponse(statusCode: .ok, headers: headers) }
        return HTTPResponse(
            statusCode: .ok, headers: headers,
            body: HTTPBodySequence(from: ReloadChannel(state: state, page: page)))
    }

    private func response(_ answer: Answer, isHead: Bool) -> HTTPResponse {
        var headers = Self.securityHeaders
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        if answer.status != 304 { headers[.contentLength] = "\(answer.body.count)" }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: Self.phrases[answer.status] ?? ""),
            headers: HTTPHeaders(headers),
            body: HTTPBodySequence(data: Data(isHead ? [] : answer.body), suggestedBufferSize: 64 * 1024))
    }

    /// No other site may show, read or store what is not public yet.
    private static let securityHeaders: [HTTPHeader: String] = [
        .cacheControl: "no-cache", HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin", HTTPHeader("X-Frame-Options"): "SAMEORIGIN",
        HTTPHeader("Referrer-Policy"): "same-origin", HTTPHeader("X-Robots-Tag"): "noindex",
    ]

    private static let phrases: [Int: String] = [
        200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified",
        400: "Bad Request",
        403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 410: "Gone", 413: "Content Too Large",
        414: "URI Too Long",
        416: "Range Not Satisfiable", 421: "Misdirected Request", 431: "Request Header Fields Too Large",
        503: "Service Unavailable",
    ]
}
