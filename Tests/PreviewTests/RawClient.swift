import Libc

/// A client of the preview that sends what it likes, as bytes on a socket.
final class RawClient {
    private let socket: Int32

    /// Connects to a port of 127.0.0.1. Ten seconds without a byte end a read, so that a failing test ends too.
    init(_ port: Int) {
        // To write to whoever has left is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        #if canImport(Glibc)
            socket = Libc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            socket = Libc.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    deinit { close(socket) }

    /// Sends as much as the other side takes.
    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var left = bytes[...]
        while !left.isEmpty {
            let sent = left.withUnsafeBytes { Libc.send(socket, $0.baseAddress, $0.count, 0) }
            guard sent > 0 else { return }
            left = left.dropFirst(sent)
        }
    }

    /// Says that no more is sent.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// All that comes until the connection is closed; nil where it is not.
    func readToEnd() -> String? {
        var all: [UInt8] = []
        while let more = readSome() {
            if more.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += more
        }
        return nil
    }

    /// What comes until it ends with `end`, or until the connection is closed.
    func read(to end: String) -> String {
        var all: [UInt8] = []
        while !all.suffix(end.utf8.count).elementsEqual(end.utf8), let more = readSome(), !more.isEmpty { all += more }
        return String(decoding: all, as: UTF8.self)
    }

    /// The next bytes; none at the end, nil where nothing comes.
    func readSome() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        // A reset is an end too.
        if count < 0 { return errno == ECONNRESET ? [] : nil }
        return Array(buffer[..<count])
    }

    /// Waits until the other side has thrown the connection away, with all that is under way on it.
    func isReset() -> Bool {
        var request = pollfd(fd: socket, events: 0, revents: 0)
        return poll(&request, 1, 10_000) == 1
    }
}
