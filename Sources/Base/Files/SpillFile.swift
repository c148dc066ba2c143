#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif
private import Synchronization

/// Bytes that this run needs once more and that are too many to hold: beyond a limit they lie in a file that has no
/// name and is gone with the process.
///
/// A class because it owns a descriptor, and because the workers of a build share it.
package final class SpillFile: Sendable {
    private let descriptor: Int32
    private let limit: Int
    private let inMemory = Atomic(0)
    private let end = Atomic(0)

    package enum Place: Sendable {
        case memory([UInt8])
        case file(Range<Int>)
    }

    /// - Parameters:
    ///   - folder: on whose disk the file is to be; where that takes none, everything stays in memory.
    ///   - limit: how many bytes are kept in memory at most.
    package init(in folder: String, holding limit: Int) {
        self.limit = limit
        descriptor = Self.nameless(in: folder)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func nameless(in folder: String) -> Int32 {
        var name = Array("\(folder)/.sitegen-spill-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        if descriptor >= 0 { unlink(name) }
        return descriptor
    }

    package func put(_ bytes: [UInt8]) -> Place {
        guard descriptor >= 0, inMemory.add(bytes.count, ordering: .relaxed).newValue > limit else {
            return .memory(bytes)
        }
        let start = end.add(bytes.count, ordering: .relaxed).oldValue
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(start + done))
            }
            if put < 0, errno == EINTR { continue }
            // A disk that is full costs memory.
            guard put > 0 else { return .memory(bytes) }
            done += put
        }
        return .file(start..<(start + bytes.count))
    }

    /// Nil where the disk does not give back what it took.
    package func bytes(at place: Place) -> [UInt8]? {
        switch place {
        case .memory(let bytes): bytes
        case .file(let range): read(range)
        }
    }

    private func read(_ range: Range<Int>) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, range.count - filled,
                    off_t(range.lowerBound + filled))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { return }
                filled += got
            }
        }
        return bytes.count == range.count ? bytes : nil
    }
}
