import Libc
import Synchronization

/// Bytes that are written once and read later: in memory up to a limit, beyond it in a file without a name, which the
/// system deletes with the process.
///
/// A class because it owns a descriptor, and because the workers of a build share it.
package final class SpillFile: Sendable {
    private let descriptor: Int32
    private let limit: Int
    /// How many bytes were put so far, in memory and in the file.
    private let total = Atomic(0)
    /// End of the file.
    private let end = Atomic(0)

    /// Where bytes lie that were put.
    package enum Place: Sendable {
        case memory([UInt8])
        /// Their offsets in the file.
        case file(Range<Int>)
    }

    /// - Parameters:
    ///   - folder: where the file is made; if none can be made there, everything stays in memory.
    ///   - limit: how many bytes stay in memory.
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

    /// Stores bytes; on a full disk they stay in memory.
    package func put(_ bytes: [UInt8]) -> Place {
        guard descriptor >= 0, total.add(bytes.count, ordering: .relaxed).newValue > limit else {
            return .memory(bytes)
        }
        let start = end.add(bytes.count, ordering: .relaxed).oldValue
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(start + done))
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { return .memory(bytes) }
            done += put
        }
        return .file(start..<(start + bytes.count))
    }

    /// The bytes at a place; nil where the disk cannot read them any more.
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
