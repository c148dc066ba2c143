import Testing

@testable import Preview

/// The grammar of a request's head.
@Suite struct RequestHeadTests {
    private func read(_ text: String) throws(Refusal) -> Request { try Request(Array(text.utf8)[...]) }

    private func status(_ text: String) -> Int {
        do throws(Refusal) { _ = try read(text) } catch { return error.answer.status }
        return 200
    }

    @Test func aRequestIsItsLines() throws {
        let request = try read(
            "GET /a?b=c HTTP/1.1\r\nHost: localhost:8000\r\nX-Y:\t z z \r\nRange: a\r\nrange: b\r\n\r\n")
        #expect(request.method == "GET")
        #expect(request.target == "/a?b=c")
        #expect(request.headers == ["host": "localhost:8000", "x-y": "z z", "range": "a, b"])
        #expect(request.authority == nil)
        #expect(!request.isLast)
    }

    @Test func aWholeAddressIsSplit() throws {
        let request = try read("GET HTTP://localhost:8000/a?b HTTP/1.1\r\n\r\n")
        #expect(request.authority == "localhost:8000")
        #expect(request.target == "/a?b")
        #expect(try read("GET http://localhost:8000?b HTTP/1.1\r\n\r\n").target == "/?b")
        #expect(try read("GET http://localhost:8000 HTTP/1.1\r\n\r\n").target == "/")
        #expect(try read("GET https://localhost/ HTTP/1.1\r\n\r\n").authority == nil)
    }

    @Test(arguments: [
        ("HTTP/1.0␤␤", true), ("HTTP/1.1␤␤", false), ("HTTP/1.1␤Connection: close␤␤", true),
        ("HTTP/1.1␤Connection: X, Close␤␤", true), ("HTTP/1.1␤Connection: keep-alive␤␤", false),
    ])
    func theLastRequestOfAConnectionIsKnown(_ rest: String, _ isLast: Bool) throws {
        #expect(try read("GET / " + rest.withControls).isLast == isLast)
    }

    @Test(arguments: [
        "GET /␤␤", "GET  / HTTP/1.1␤␤", "GET␉/␉HTTP/1.1␤␤", " GET / HTTP/1.1␤␤",
        "GET / HTTP/1.1 ␤␤", "GET / /x HTTP/1.1␤␤", "G(T / HTTP/1.1␤␤", "مثل / HTTP/1.1␤␤",
        "GET / http/1.1␤␤", "GET / HTTP/1.␤␤", "GET / HTTP/1.11␤␤", "GET / HTTPS/1.1␤␤",
    ])
    func aRequestLineHasThreeParts(_ text: String) { #expect(status(text.withControls) == 400) }

    @Test(arguments: ["HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/9.9"])
    func anotherVersionIsNamed(_ version: String) { #expect(status("GET / \(version)\r\n\r\n") == 505) }

    @Test(arguments: [
        "X", ": x", "X : y", " X: y", "␉X: y", "X: y␤ folded", "X: y␤␉folded", "(): x", "ا: x", "X␋: y",
        "Host: a␤Host: b", "Host: a␤HOST: a", "Content-Length: 0␤Content-Length: 0",
        "Transfer-Encoding: chunked␤Transfer-Encoding: identity",
    ])
    func whatTwoServersMightReadInTwoWaysIsRefused(_ lines: String) {
        #expect(status("GET / HTTP/1.1\r\n\(lines.withControls)\r\n\r\n") == 400)
    }

    @Test func bytesThatAreNoTextAreNoAddress() {
        #expect(throws: Refusal.self) {
            try Request((Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1\r\n\r\n".utf8))[...])
        }
    }

    @Test func anOldRequestHasNoEncoding() {
        #expect(status("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400)
    }
}
