/// Looks for the end of a request's head while its bytes arrive, each byte once.
///
/// What no head may hold ends the search at once: a control character, a line feed without its carriage return or the
/// other way round, more than `Limits` allows.
struct HeadScan {
    enum Outcome {
        case unfinished
        /// The head with its empty line has so many bytes.
        case whole(Int)
        case refused(Answer)
    }

    private let limits: Limits
    private var seen = 0
    private var lines = 0
    private var lineStart = 0
    private var previous: UInt8 = 0

    init(_ limits: Limits) { self.limits = limits }

    /// - Parameter bytes: all that has arrived, from the first byte of the head.
    mutating func scan(_ bytes: [UInt8]) -> Outcome {
        while seen < bytes.count {
            let byte = bytes[seen]
            guard isAllowed(byte) else { return .refused(.malformed) }
            seen += 1
            previous = byte
            if seen > limits.head { return .refused(Answer(431, saying: "the headers are too large")) }
            if lines == 0, seen > limits.requestLine { return .refused(Answer(414, saying: "the address is too long")) }
            guard byte == .lineFeed else { continue }
            if seen - lineStart == 2 { return lines == 0 ? .refused(.malformed) : .whole(seen) }
            lines += 1
            lineStart = seen
            if lines > limits.fields + 1 { return .refused(Answer(431, saying: "these are too many headers")) }
        }
        return .unfinished
    }

    private func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case .lineFeed: previous == .carriageReturn
        case _ where previous == .carriageReturn: false
        case .carriageReturn, .tab: true
        default: byte >= 0x20 && byte != 0x7F
        }
    }
}

extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
}

extension Answer {
    static let malformed = Answer(400, saying: "this is no HTTP request")
}
