import Libc

/// Where the program prints to.
enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all of the bytes, or as many as whoever reads still takes.
    func write(_ bytes: [UInt8]) {
        // What `print` has buffered comes first.
        fflush(nil)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Libc.write(rawValue, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
