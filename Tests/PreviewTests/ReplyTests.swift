import Testing

@testable import Preview

/// What the preview answers, without a socket.
@Suite struct ReplyTests {
    private func get(_ target: String, at address: String? = nil, _ headers: [String: String] = [:]) -> Answer {
        let site = address.map { PreviewedSite.shown(at: $0) } ?? PreviewedSite.shown
        return Reply(site: site, version: 1).answer(to: Request(target: target, headers: headers))
    }

    private func text(_ answer: Answer) throws -> String { String(decoding: try answer.body.read(), as: UTF8.self) }

    @Test(arguments: [
        "/2024/01/%D9%85%D8%B7%D8%B1/", "/2024/01/%d9%85%d8%b7%d8%b1/", "/2024/01/مطر/", "/2024/01/مطر/index.html",
    ])
    func anAddressIsFoundInEitherHexCase(_ target: String) throws {
        let answer = get(target)
        #expect(answer.status == 200)
        #expect(try text(answer).hasPrefix("<body>مطر<script src=\"/.sitegen/reload.js\""))
    }

    @Test func aFolderWithoutItsSlashIsRedirected() {
        let answer = get("/2024/01/مطر?x=1")
        #expect(answer.status == 301)
        #expect(answer.headers["Location"] == "/2024/01/%D9%85%D8%B7%D8%B1/?x=1")
    }

    @Test(arguments: [
        ("/old.php?x=1", 301, "2024/01/%D9%85%D8%B7%D8%B1/"), ("/?x=1&p=7", 302, "2024/01/%D9%85%D8%B7%D8%B1/"),
        ("/up/data.txt", 301, "assets/data.txt"), ("/up//evil.example", 301, "assets/evil.example"),
        ("/dead/x", 410, nil), ("/old.phpx", 404, nil),
    ])
    func anOldAddressIsAnsweredAsServersDo(_ target: String, _ status: Int, _ place: String?) {
        for base in ["/", "/news/"] {
            let answer = get(base + target.dropFirst(), at: "https://example.org" + base)
            #expect(answer.status == status && answer.headers["Location"] == place.map { base + $0 })
        }
    }

    @Test func aSiteInAFolderIsServedThere() {
        let address = "https://example.org/news/"
        #expect(get("/news/", at: address).status == 200)
        #expect(get("/news/2024/01/مطر/", at: address).status == 200)
        #expect(get("/2024/01/مطر/", at: address).status == 404)
        #expect(get("/", at: address).headers["Location"] == "/news/")
        #expect(get("/news", at: address).headers["Location"] == "/news/")
    }

    @Test(arguments: [
        "/../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/Content/site.yaml", "/Content/site.yaml", "//etc/passwd",
        "/assets/../Content/site.yaml", "/assets/..%5c..%5cContent", "/.sitegen-manifest", "/%252e%252e/x",
    ])
    func traversalFindsNothing(_ target: String) throws {
        let answer = get(target)
        #expect(answer.status == 404)
        #expect(try text(answer).hasPrefix("<body>لا صفحة"))
    }

    @Test func answersCarryTheHeadersOfHosts() {
        for target in ["/", "/assets/data.txt", "/nothing", "/old.php", "/dead/x"] {
            let headers = get(target).headers
            #expect(headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(headers["X-Content-Type-Options"] == "nosniff")
            #expect(headers["Referrer-Policy"] == "strict-origin-when-cross-origin")
            #expect(headers["Cache-Control"] == "no-cache")
        }
    }

    @Test(arguments: ["/%zz", "/%ff", "/%00", "/a%0d%0ab", "/%"])
    func whatCannotBeDecodedIsRefused(_ target: String) {
        #expect(get(target).status == 400)
    }

    @Test(arguments: [
        ("bytes=0-3", 206, "0123"), ("bytes=-2", 206, "89"), ("bytes=8-", 206, "89"), ("bytes=5-99", 206, "56789"),
        ("bytes=-99", 206, "0123456789"),
        ("bytes=10-", 416, ""), ("bytes=-0", 416, ""), ("bytes=3-1", 200, "0123456789"),
        ("bytes=a-b", 200, "0123456789"),
        ("bytes=0-1,4-5", 200, "0123456789"), ("bytes=99999999999999999999-", 200, "0123456789"),
        ("lines=0-1", 200, "0123456789"),
    ])
    func rangesAreCut(_ header: String, _ status: Int, _ body: String) throws {
        let answer = get("/assets/data.txt", ["range": header])
        #expect(answer.status == status)
        #expect(try text(answer) == body)
    }

    @Test func aKnownEntityTagIsAnsweredWithoutABody() throws {
        let tag = try #require(get("/assets/data.txt").headers["ETag"])
        for header in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let answer = get("/assets/data.txt", ["if-none-match": header])
            #expect(answer.status == 304)
            #expect(answer.body.count == 0)
        }
        #expect(get("/assets/data.txt", ["if-none-match": "\"other\""]).status == 200)
        #expect(get("/assets/data.txt", ["if-range": "\"other\"", "range": "bytes=0-1"]).status == 200)
    }

    @Test func aFilmIsReadWhileItIsSent() throws {
        let answer = get("/assets/film.mp4")
        #expect(answer.body.held == 0)
        #expect(answer.body.count == PreviewedSite.film.count)
        let part = get("/assets/film.mp4", ["range": "bytes=-5"])
        #expect(part.status == 206)
        #expect(try part.body.read().elementsEqual(PreviewedSite.film.suffix(5)))
        #expect(get("/assets/film.mp4", ["range": "bytes=9999999-"]).status == 416)
        let tag = try #require(answer.headers["ETag"])
        #expect(get("/assets/film.mp4", ["if-none-match": tag]).status == 304)
        #expect(get("/assets/data.txt").body.held == 10)
    }

    @Test func beforeTheFirstSoundBuildAPageStillListens() throws {
        let answer = Reply(site: nil, version: 1).answer(to: Request(target: "/", headers: [:]))
        #expect(answer.status == 503)
        #expect(try text(answer).contains("/.sitegen/reload.js"))
    }
}
