import Libc

/// A file of lines that is too large to be held: lines are added as they come, so that a process that is killed leaves
/// what it did, and are read back one by one.
///
/// A class because it owns a descriptor.
package final class LineLog {
    private let tree: DiskTree
    private let path: String
    private let descriptor: Int32
    /// Name under which a draft is written; nil for a file in its own place.
    private var draft: String?
    /// Bytes in the file, and those that are still to come behind them.
    private var size: Int
    private var waiting: [UInt8] = []

    /// What is done with a file that is there.
    package enum Opening {
        /// Lines come behind those that it holds; where a process was killed within one, that one ends first.
        case appending
        case anew
        /// Nothing is written; the file is there.
        case reading
        /// Lines go into a draft, which takes the file's place with `replace`.
        case replacing
    }

    /// Opens the file beneath the tree's folder, never through a link in its own place; its folder is there.
    package init(_ path: String, in tree: DiskTree, _ opening: Opening) throws(Diagnostic) {
        (self.tree, self.path) = (tree, path)
        if opening == .replacing {
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            let folder = slash.map { String(path[...$0]) } ?? ""
            draft = folder + DiskTree.temporaryPrefix + Digest(of: path).shortHex
        }
        let flags =
            switch opening {
            case .appending: O_RDWR | O_CREAT | O_APPEND
            case .anew, .replacing: O_RDWR | O_CREAT | O_TRUNC
            case .reading: O_RDONLY
            }
        descriptor = open(tree.full(draft ?? path), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o666)
        guard descriptor >= 0 else { throw tree.failure(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw tree.failure(path, EISDIR)
        }
        size = Int(status.st_size)
        if opening == .appending, size > 0, try bytes(at: size - 1, count: 1) != [0x0A] { waiting = [0x0A] }
    }

    deinit {
        close(descriptor)
        if let draft { unlink(tree.full(draft)) }
    }

    // MARK: - Writing

    /// Adds a line with its end; it reaches the disk by the time of the next `flush`. Gives the offset at which it begins.
    @discardableResult
    package func add(_ line: some Collection<UInt8>) throws(Diagnostic) -> Int {
        let start = size + waiting.count
        waiting += line
        if waiting.count > 1 << 16 { try flush() }
        return start
    }

    package func flush() throws(Diagnostic) {
        guard !waiting.isEmpty else { return }
        guard waiting.withUnsafeBytes({ writeAll($0, to: descriptor) }) else { throw tree.failure(path, errno) }
        size += waiting.count
        waiting.removeAll(keepingCapacity: true)
    }

    /// Puts the draft in the file's place at once: a reader sees the old lines or the new ones.
    package func replace() throws(Diagnostic) {
        try flush()
        guard let from = draft else { return }
        guard rename(tree.full(from), tree.full(path)) == 0 else { throw tree.failure(path, errno) }
        draft = nil
    }

    // MARK: - Reading

    /// The line that begins at an offset, without its end.
    package func line(at start: Int) throws(Diagnostic) -> [UInt8] {
        try flush()
        var line: [UInt8] = []
        while true {
            let piece = try bytes(at: start + line.count, count: 512)
            if let end = piece.firstIndex(of: 0x0A) { return line + piece[..<end] }
            guard !piece.isEmpty else { return line }
            line += piece
        }
    }

    /// Gives each line, without its end, and the offset at which it begins, in their order.
    package func forEachLine(
        _ use: (_ start: Int, _ line: ArraySlice<UInt8>) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        try flush()
        var rest: [UInt8] = []
        // Where `rest` begins in the file, and how much of it holds no end of a line.
        var (start, searched) = (0, 0)
        while start + rest.count < size {
            rest += try bytes(at: start + rest.count, count: 1 << 16)
            var used = 0
            while let end = rest[max(used, searched)...].firstIndex(of: 0x0A) {
                try use(start + used, rest[used..<end])
                used = end + 1
            }
            rest.removeFirst(used)
            (start, searched) = (start + used, rest.count)
        }
        if !rest.isEmpty { try use(start, rest[...]) }
    }

    /// At most `count` bytes; fewer only at the file's end.
    private func bytes(at start: Int, count: Int) throws(Diagnostic) -> [UInt8] {
        let wanted = max(0, min(count, size - start))
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, wanted - filled, off_t(start + filled))
                if got < 0, errno == EINTR { continue }
                if got == 0 { errno = EAGAIN }
                if got <= 0 { return }
                filled += got
            }
        }
        guard bytes.count == wanted else { throw tree.failure(path, errno) }
        return bytes
    }
}
