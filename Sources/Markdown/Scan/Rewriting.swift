/// Replacements in a body, made from its start to its end. A body without any goes to libcmark as it is.
struct Rewriting {
    let body: Bytes
    private var out: [UInt8] = []
    private var copied = 0
    private(set) var offsets = OffsetMap()

    init(_ body: Bytes) { self.body = body }

    var isEmpty: Bool { offsets.isIdentity }

    /// Where the next replacement may begin at the earliest.
    var frontier: Int { copied }

    /// Replaces `start..<end`; ignored where an earlier replacement reaches beyond `start`.
    mutating func replace(_ start: Int, _ end: Int, with text: StaticString) {
        guard advance(to: start) else { return }
        out.write(text)
        resume(at: end)
    }

    mutating func replace(_ start: Int, _ end: Int, with text: [UInt8]) {
        guard advance(to: start) else { return }
        out.append(contentsOf: text)
        resume(at: end)
    }

    private mutating func advance(to start: Int) -> Bool {
        guard start >= copied else { return false }
        if offsets.isIdentity { out.reserveCapacity(body.count + body.count / 8 + 64) }
        out.write(body, from: copied, to: start)
        return true
    }

    private mutating func resume(at end: Int) {
        copied = end
        offsets.add(derived: out.count, original: end)
    }

    /// The rewritten body. Call it once, and only if not `isEmpty`.
    consuming func finish() -> [UInt8] {
        out.write(body, from: copied, to: body.count)
        return out
    }
}
