import Testing

@testable import Preview

/// What is judged before a path is looked at, and in which order.
@Suite struct RequestGuardTests {
    private let ours = "127.0.0.1:8000"

    private func status(
        _ headers: [String: String], method: String = "GET", target: String = "/", authority: String? = nil
    ) -> Int {
        var request = Request(method: method, target: target, headers: headers)
        request.authority = authority
        return RequestGuard(port: 8000).refusal(of: request)?.status ?? 200
    }

    @Test(arguments: [
        "evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1:8000.evil.example", "",
        "[::1]:8000", "127.0.0.1:08000", "evil@127.0.0.1:8000", "127.0.0.1:8000, evil.example", "localhost.:8000",
        "127.1:8000", "0.0.0.0:8000", "127.0.0.1:8000/",
    ])
    func aForeignHostIsRefused(_ host: String) { #expect(status(["host": host]) == 421) }

    @Test(arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"])
    func ourOwnHostsAreServed(_ host: String) { #expect(status(["host": host]) == 200) }

    @Test func theHostIsJudgedFirst() {
        #expect(status([:], method: "BREW") == 400)
        #expect(status(["host": "evil.example"], method: "BREW") == 421)
        #expect(status(["host": ours], authority: "evil.example") == 421)
        #expect(status(["host": "evil.example"], authority: ours) == 421)
        #expect(status(["host": ours], authority: "localhost:8000") == 200)
    }

    @Test(arguments: [
        ("HEAD", 200), ("POST", 405), ("OPTIONS", 405), ("TRACE", 405), ("CONNECT", 405), ("get", 501), ("Get", 501),
        ("BREW", 501), ("GETT", 501),
    ])
    func onlyReadingIsAMethod(_ method: String, _ expected: Int) {
        #expect(status(["host": ours], method: method) == expected)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8000", 200), ("http://LOCALHOST:8000", 200), ("null", 403), ("", 403),
        ("http://evil.example", 403), ("https://127.0.0.1:8000", 403), ("http://127.0.0.1:8001", 403),
        ("http://127.0.0.1:8000.evil.example", 403),
    ])
    func pagesOfOtherSitesAreRefused(_ origin: String, _ expected: Int) {
        #expect(status(["host": ours, "origin": origin]) == expected)
    }

    @Test(arguments: [("same-origin", true), ("none", true), ("cross-site", false), ("same-site", false)])
    func theChannelIsForOurPages(_ fetcher: String, _ isOurs: Bool) {
        let request = Request(target: InjectedScript.channel, headers: ["host": ours, "sec-fetch-site": fetcher])
        #expect((RequestGuard(port: 8000).refusalOfChannel(request) == nil) == isOurs)
    }

    @Test(
        arguments: [
            ("0", nil, 200), ("3", nil, 413), (nil, "chunked", 413), ("0", "chunked", 400), ("", nil, 400),
            ("+0", nil, 400), ("-1", nil, 400), ("0x0", nil, 400), ("0, 0", nil, 400), ("٠", nil, 400),
            ("99999999999999999999", nil, 413),
        ] as [(String?, String?, Int)])
    func aBodyIsRefused(_ length: String?, _ encoding: String?, _ expected: Int) {
        var headers = ["host": ours]
        headers["content-length"] = length
        headers["transfer-encoding"] = encoding
        #expect(status(headers) == expected)
    }

    @Test(arguments: ["", "*", "x", "https://127.0.0.1:8000/", "file:///etc/passwd"])
    func whatIsNoPathIsRefused(_ target: String) { #expect(status(["host": ours], target: target) == 400) }
}
