/// An answer to a request, before it is put on the wire.
package struct Answer: Sendable, Equatable {
    /// Status code (RFC 9110, 15).
    package var status: Int
    package var headers: [String: String]
    package var body: [UInt8]

    init(_ status: Int, _ headers: [String: String] = [:], _ body: [UInt8] = []) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    /// A sentence in plain text.
    init(_ status: Int, saying sentence: String) {
        self.init(status, ["Content-Type": "text/plain; charset=utf-8"], Array((sentence + "\n").utf8))
    }
}
