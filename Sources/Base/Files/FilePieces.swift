import Libc

/// A file that is read piece by piece, from anywhere on the disk: what is too large to be held.
///
/// A class because it owns a descriptor.
package final class FilePieces {
    /// Path as the user gave it.
    package let path: String
    private let descriptor: Int32
    private var buffer: [UInt8]

    /// Opens the file; an error for what is none.
    ///
    /// - Parameter size: bytes of a piece at most.
    package init(path: String, size: Int = 1 << 16) throws(Diagnostic) {
        self.path = path
        buffer = [UInt8](repeating: 0, count: size)
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missingFile(path) : Self.failure(path, errno)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Self.failure(path, EISDIR)
        }
    }

    deinit { close(descriptor) }

    /// The next piece for as long as `use` runs; false at the file's end.
    package func next<Failure>(_ use: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void) throws -> Bool {
        let got = buffer.withUnsafeMutableBytes { space -> Int in
            while true {
                let got = read(descriptor, space.baseAddress, space.count)
                if got < 0, errno == EINTR { continue }
                return got
            }
        }
        guard got >= 0 else { throw Self.failure(path, errno) }
        guard got > 0 else { return false }
        try buffer.withUnsafeBufferPointer { try use(UnsafeBufferPointer(rebasing: $0[..<got])) }
        return true
    }

    private static func failure(_ path: String, _ code: Int32) -> Diagnostic {
        Diagnostic(id: FileRule.disk, Message(errno: code), at: Location(path: path))
    }
}
