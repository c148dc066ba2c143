import Base
import Testing

@testable import Preview

/// A preview that listens, and clients that are not always kind.
@Suite struct ListenerTests {
    private let state = ReloadState()

    init() { state.publish { $0.site = PreviewedSite.shown } }

    private func listening(
        _ change: (inout Limits) -> Void = { _ in }, _ body: (_ port: Int) throws -> Void
    ) throws {
        var limits = Limits()
        change(&limits)
        let listener = try Listener(state, port: 0, limits: limits)
        defer { listener.stop() }
        try body(listener.port)
    }

    private func head(_ target: String, _ port: Int, _ fields: String = "", method: String = "GET") -> String {
        "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(fields)\r\n"
    }

    private func statuses(_ text: String?) -> [Int] {
        (text ?? "").split(separator: "HTTP/1.1 ").compactMap { Int($0.prefix(3)) }
    }

    // MARK: Connections

    @Test func pipelinedRequestsAreAnsweredInTheirOrder() throws {
        try listening { port in
            let client = RawClient(port)
            client.send(head("/", port) + head("/none", port) + head("/assets/data.txt", port, "Connection: close\r\n"))
            let text = client.readToEnd()
            #expect(statuses(text) == [200, 404, 200])
            #expect(text?.hasSuffix("0123456789") == true)
        }
    }

    @Test func aConnectionStaysForTheNextRequest() throws {
        try listening { port in
            let client = RawClient(port)
            for _ in 0..<3 {
                client.send(head("/assets/data.txt", port))
                #expect(client.read(to: "0123456789").hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }
    }

    @Test func aClientThatSendsNoMoreStillGetsItsAnswer() throws {
        try listening { port in
            let client = RawClient(port)
            client.send(head("/assets/data.txt", port))
            client.endSending()
            #expect(client.readToEnd()?.hasSuffix("0123456789") == true)
        }
    }

    @Test func anOldClientIsAnsweredAndTheConnectionEnds() throws {
        try listening { port in
            let client = RawClient(port)
            client.send("GET /assets/data.txt HTTP/1.0\r\nHost: localhost:\(port)\r\n\r\n")
            #expect(client.readToEnd()?.hasSuffix("0123456789") == true)
        }
    }

    @Test func theHeadAloneHasNoBody() throws {
        try listening { port in
            let client = RawClient(port)
            client.send(head("/assets/data.txt", port, "Connection: close\r\n", method: "HEAD"))
            let text = try #require(client.readToEnd())
            #expect(text.contains("\r\nContent-Length: 10\r\n") && text.hasSuffix("\r\n\r\n"))
        }
    }

    // MARK: Hostile clients

    /// What follows a refused request on its connection is nobody's request.
    @Test(arguments: [
        ("GET / HTTP/1.1␤Host: evil␤Host: OURS␤␤", 400), ("GET / HTTP/1.1␤Host: evil␤␤", 421),
        ("GET / HTTP/1.1␤␤", 400), ("get / HTTP/1.1␤Host: OURS␤␤", 501),
        ("GET http://evil/ HTTP/1.1␤Host: OURS␤␤", 421),
        ("GET / HTTP/1.1␤Host: OURS␤Origin: null␤␤", 403),
        ("POST / HTTP/1.1␤Host: OURS␤Content-Length: 5␤␤hello", 405),
        ("GET / HTTP/1.1␤Host: OURS␤Content-Length: 5␤␤hello", 413),
        ("GET / HTTP/1.1␤Host: OURS␤Content-Length: 0␤Transfer-Encoding: chunked␤␤0␤␤", 400),
        ("GET / HTTP/1.1␤Host: OURS␤Transfer-Encoding: chunked␤␤0␤␤", 413),
        ("GET / HTTP/1.1␊Host: OURS␊␊", 400), ("GET / HTTP/1.1␤Host: OURS␤X: a␍b␤␤", 400),
        ("GET / HTTP/1.1␤Host: OURS␤X: a␀␤␤", 400), ("GET / HTTP/1.1␤Host: OURS␤ X: a␤␤", 400),
        ("GET / HTTP/1.1␤Host : OURS␤␤", 400), ("PRI * HTTP/2.0␤␤SM␤␤", 505),
        ("␖␃␁␂", 400),
    ])
    func aRefusalEndsTheConnection(_ request: String, _ expected: Int) throws {
        try listening { port in
            let client = RawClient(port)
            client.send(request.withControls.replacing("OURS", with: "127.0.0.1:\(port)") + head("/", port))
            #expect(statuses(client.readToEnd()) == [expected])
        }
    }

    @Test func aHeaderThatNeverEndsIsRefusedWhileItArrives() throws {
        try listening { port in
            let client = RawClient(port)
            client.send("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 200_000))
            #expect(statuses(client.readToEnd()) == [431])
        }
    }

    @Test func whoIsSlowToAskIsCut() throws {
        try listening({ $0.waiting = .milliseconds(20) }) { port in
            let (silent, slow) = (RawClient(port), RawClient(port))
            slow.send("GET / HT")
            #expect(silent.readToEnd() == "")
            #expect(statuses(slow.readToEnd()) == [408])
        }
    }

    @Test func whoDoesNotReadIsCut() throws {
        try listening({ $0.stalled = .milliseconds(20) }) { port in
            let client = RawClient(port)
            // More than the system's buffers take, of answers and of requests.
            client.send(String(repeating: head("/assets/film.mp4", port), count: 2000))
            #expect(client.isReset())
        }
    }

    @Test func whoHasWaitedLongestLeavesForTheNext() throws {
        try listening({ $0.connections = 3 }) { port in
            let silent = (0..<3).map { _ in RawClient(port) }
            let next = RawClient(port)
            next.send(head("/", port, "Connection: close\r\n"))
            #expect(statuses(next.readToEnd()) == [200])
            #expect(silent[0].readToEnd() == "")
        }
    }

    @Test func openPagesStayWhenManyCome() throws {
        try listening({ $0.connections = 2 }) { port in
            let pages = (0..<2).map { _ in RawClient(port) }
            for page in pages {
                page.send(head("/.sitegen/events?page=index.html", port))
                #expect(page.read(to: "}\n\n").contains("\"version\":1"))
            }
            #expect(statuses(RawClient(port).readToEnd()) == [503])
            state.publish { _ in }
            for page in pages { #expect(page.read(to: "}\n\n").contains("\"version\":2")) }
        }
    }

    @Test func anOpenPageStaysHoweverLongNothingIsSaved() throws {
        try listening({
            $0.stalled = .milliseconds(1)
            $0.waiting = .milliseconds(50)
        }) { port in
            let page = RawClient(port)
            page.send(head("/.sitegen/events?page=index.html", port))
            #expect(page.read(to: "}\n\n").contains("\"version\":1"))
            #expect(RawClient(port).readToEnd() == "")
            state.publish { _ in }
            #expect(page.read(to: "}\n\n").contains("\"version\":2"))
        }
    }

    @Test func twoHundredAtOnceAreAllAnswered() throws {
        try listening { port in
            let clients = (0..<200).map { _ in RawClient(port) }
            for client in clients { client.send("GET /assets/data.txt HTTP/1.1\r\nHost: 127.0.0.1") }
            let normal = RawClient(port)
            normal.send(head("/", port, "Connection: close\r\n"))
            #expect(statuses(normal.readToEnd()) == [200])
            for client in clients { client.send(":\(port)\r\nConnection: close\r\n\r\n") }
            #expect(clients.count { $0.readToEnd()?.hasSuffix("0123456789") == true } == 200)
        }
    }

    // MARK: Large files

    @Test func aLargeFileIsSentWholeAndInParts() throws {
        try listening { port in
            let whole = RawClient(port)
            whole.send(head("/assets/film.mp4", port, "Connection: close\r\n"))
            var bytes: [UInt8] = []
            while let more = whole.readSome(), !more.isEmpty { bytes += more }
            #expect(bytes.suffix(PreviewedSite.film.count).elementsEqual(PreviewedSite.film))
            let part = RawClient(port)
            part.send(head("/assets/film.mp4", port, "Range: bytes=2000000-2999999\r\nConnection: close\r\n"))
            bytes = []
            while let more = part.readSome(), !more.isEmpty { bytes += more }
            #expect(bytes.starts(with: "HTTP/1.1 206 ".utf8))
            #expect(bytes.suffix(1_000_000).elementsEqual(PreviewedSite.film[2_000_000..<3_000_000]))
        }
    }
}
