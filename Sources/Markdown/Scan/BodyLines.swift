import Base

/// The lines of a body: `\n`, `\r\n` or `\r` ends one.
struct BodyLines {
    let bytes: Bytes
    private var start = 0
    private var nextFeed = -1
    private var nextReturn = -1

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// The next line: start, end without the line ending, and start of the following line.
    mutating func next() -> (start: Int, end: Int, next: Int)? {
        guard start < bytes.count else { return nil }
        // Either is searched for again only when it has been passed: a body mostly has one of them.
        if nextFeed < start { nextFeed = bytes.firstOffset(of: 0x0A, from: start) }
        if nextReturn < start { nextReturn = bytes.firstOffset(of: 0x0D, from: start) }
        let lineStart = start
        let end = min(nextFeed, nextReturn)
        start = min(bytes.count, nextFeed == end + 1 && nextReturn == end ? end + 2 : end + 1)
        return (lineStart, end, start)
    }
}
