import Testing

@testable import Preview

/// The lines before an answer's body.
@Suite struct AnswerHeadTests {
    private func lines(_ head: AnswerHead) -> [Substring] {
        String(decoding: head.bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
    }

    @Test func anAnswerSaysWhatItIsAndHowLong() {
        let answer = Answer(200, ["Content-Type": "text/plain", "ETag": "\"x\""], .bytes([1, 2, 3]))
        #expect(
            lines(AnswerHead(answer, isLast: false)) == [
                "HTTP/1.1 200 OK", "Cache-Control: no-cache", "Content-Length: 3", "Content-Type: text/plain",
                "Cross-Origin-Resource-Policy: same-origin", "ETag: \"x\"", "Referrer-Policy: same-origin",
                "X-Content-Type-Options: nosniff", "X-Frame-Options: SAMEORIGIN", "X-Robots-Tag: noindex", "", "",
            ])
        #expect(lines(AnswerHead(answer, isLast: true)).contains("Connection: close"))
    }

    @Test func whatHasNoBodyHasNoLength() {
        for head in [AnswerHead(Answer(304), isLast: true), AnswerHead(streamOf: "text/event-stream")] {
            #expect(!lines(head).contains { $0.hasPrefix("Content-Length") })
        }
        #expect(lines(AnswerHead(Answer(404), isLast: false)).contains("Content-Length: 0"))
    }

    /// Every status that the preview sends has its words.
    @Test(arguments: [200, 206, 301, 304, 400, 403, 404, 405, 408, 413, 414, 416, 421, 431, 501, 503, 505])
    func aStatusHasItsPhrase(_ status: Int) throws {
        let first = try #require(lines(AnswerHead(Answer(status), isLast: false)).first)
        #expect(first.split(separator: " ").count >= 3)
    }
}
