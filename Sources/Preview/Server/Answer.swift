/// An answer to a request, before it is put on the wire.
package struct Answer: Sendable {
    /// Status code (RFC 9110, 15).
    package var status: Int
    package var headers: [String: String]
    package var body: Body

    init(_ status: Int, _ headers: [String: String] = [:], _ body: Body = .bytes([])) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    /// A sentence in plain text.
    init(_ status: Int, saying sentence: String) {
        self.init(
            status, ["Content-Type": "text/plain; charset=utf-8"], .bytes(ArraySlice((sentence + "\n").utf8)))
    }
}

/// The bytes of an answer.
package enum Body: Sendable {
    case bytes(ArraySlice<UInt8>)
    /// A part of a large file, which is read while it is sent.
    case file(LargeFile, Range<Int>)

    package var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let part): part.count
        }
    }

    /// What it takes of the memory as long as it is sent.
    var held: Int { if case .bytes(let bytes) = self { bytes.count } else { 0 } }

    /// The part of it that a range within it names.
    func part(_ range: Range<Int>) -> Body {
        switch self {
        case .bytes(let bytes):
            .bytes(bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)])
        case .file(let file, let part):
            .file(file, (part.lowerBound + range.lowerBound)..<(part.lowerBound + range.upperBound))
        }
    }

    /// All its bytes, also those that are still on the disk.
    package func read() throws -> ArraySlice<UInt8> {
        switch self {
        case .bytes(let bytes): bytes
        case .file(let file, let part): try file.read(part)[...]
        }
    }
}
