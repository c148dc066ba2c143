import NIOCore

/// What one client, and all together, may take of the preview. Sizes are in bytes.
struct Limits: Sendable {
    /// Of a request line, and of a whole head (RFC 9112, 2.1), which is refused while it still arrives.
    var requestLine = 8 * 1024
    var head = 16 * 1024
    /// Header fields of a request.
    var fields = 100
    /// What a client may send ahead of its turn, while it is being answered.
    var ahead = 64 * 1024

    /// Open connections, and those of them that are reload streams. More than browsers open: each has six to a host.
    var connections = 256
    var streams = 128
    /// Bodies in memory, of all answers under way.
    var bodies = 256 << 20
    /// What is written at once, and read at once of a large file.
    var piece = 256 * 1024

    /// In which the whole head of the next request arrives.
    var waiting = TimeAmount.seconds(15)
    /// In which a client takes the next piece of an answer.
    var stalled = TimeAmount.seconds(30)
    /// In which what a refused client still sends is read and dropped, and how much of it, so that it sees the answer.
    var draining = TimeAmount.seconds(1)
    var drained = 1 << 20
}
