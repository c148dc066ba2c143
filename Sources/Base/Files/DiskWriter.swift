import Libc

/// Writes files beneath one folder, through no link. Leaves the folders of the last path open, since the next file is
/// mostly beside it.
///
/// A class because it owns descriptors.
final class DiskWriter: OutputWriter {
    private let tree: DiskTree
    /// The open folders: the root first, then each inside the one before it.
    private var chain: [(name: Substring, descriptor: Int32)] = []
    /// The path of the last folder of `chain`, where all of it could be opened.
    private var open: String?

    init(tree: DiskTree) { self.tree = tree }

    deinit { for folder in chain { close(folder.descriptor) } }

    func existing(_ path: String) throws(Diagnostic) -> [UInt8]? {
        guard let (folder, name) = try locate(path, creating: false) else { return nil }
        // A pipe in the file's place would let the program wait for ever.
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENAMETOOLONG { return nil }
            throw errno == ELOOP ? linkInTheWay(path) : tree.failure(path, errno)
        }
        defer { close(descriptor) }
        guard let bytes = contents(of: descriptor, count: .max) else { throw tree.failure(path, errno) }
        return bytes
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp {
        guard let (folder, name) = try locate(path, creating: true) else { throw tree.failure(path, ENOENT) }
        // No other writer has this name: builds of one site do not run at once, and each worker has its own paths.
        let temporary = DiskTree.temporaryPrefix + Digest(of: path).shortHex
        var descriptor = openat(folder, temporary, Self.newFile, 0o666)
        if descriptor < 0, errno == EEXIST {
            // A build that was killed left it behind.
            _ = unlinkat(folder, temporary, 0)
            descriptor = openat(folder, temporary, Self.newFile, 0o666)
        }
        guard descriptor >= 0 else { throw tree.failure(path, errno) }
        guard let stamp = Self.fill(descriptor, with: bytes, then: { renameat(folder, temporary, folder, name) == 0 })
        else {
            let failure = tree.failure(path, errno)
            unlinkat(folder, temporary, 0)
            throw failure
        }
        return stamp
    }

    func add(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp {
        guard let descriptor = try begin(path) else { return try write(bytes, to: path) }
        guard let stamp = Self.fill(descriptor, with: bytes) else {
            let failure = tree.failure(path, errno)
            try remove(path)
            throw failure
        }
        return stamp
    }

    /// Creates the file and opens it for writing; nil where something of this name is there.
    private func begin(_ path: String) throws(Diagnostic) -> Int32? {
        let (folder, name) = try Self.parts(of: path, tree)
        if let folder, !isOpen(folder) {
            let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
            let last = slash.map { folder[folder.utf8.index(after: $0)...] } ?? folder
            // A folder made just now is no link, so that it need not be opened for its one file.
            if let parent = try enter(slash.map { folder[..<$0] }, on: path, creating: true), Self.isPlain(last),
                mkdirat(parent, String(last), 0o777) == 0
            {
                return Self.checked(openat(parent, "\(last)/\(name)", Self.newFile, 0o666))
            }
        }
        guard let folder = try enter(folder, on: path, creating: true) else { return nil }
        return Self.checked(openat(folder, name, Self.newFile, 0o666))
    }

    private static let newFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC

    private static func checked(_ descriptor: Int32) -> Int32? { descriptor < 0 ? nil : descriptor }

    /// Writes the file, calls `finish` and closes the descriptor; nil with the reason in `errno` where one of these
    /// fails.
    private static func fill(
        _ descriptor: Int32, with bytes: UnsafeBufferPointer<UInt8>, then finish: () -> Bool = { true }
    ) -> FileStamp? {
        var status = stat()
        let written =
            writeAll(UnsafeRawBufferPointer(bytes), to: descriptor) && finish() && fstat(descriptor, &status) == 0
        let code = errno
        // Some disks say only now that they are full.
        guard close(descriptor) == 0 else { return nil }
        errno = code
        return written ? FileStamp(status) : nil
    }

    func stamp(of path: String) -> FileStamp? {
        if chain.isEmpty, let root = try? openRoot(creating: false) { chain.append(("", root)) }
        var status = stat()
        // Nothing is written, so that links on the way do no harm.
        guard let root = chain.first?.descriptor, fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return FileStamp(status)
    }

    func remove(_ path: String) throws(Diagnostic) {
        guard let (folder, name) = try locate(path, creating: false) else { return }
        guard unlinkat(folder, name, 0) == 0 || errno == ENOENT || errno == ENAMETOOLONG else {
            throw tree.failure(path, errno)
        }
        open = nil
        while chain.count > 1, let last = chain.popLast(), let parent = chain.last {
            close(last.descriptor)
            // Fails, as it should, where the folder still holds something.
            guard unlinkat(parent.descriptor, String(last.name), AT_REMOVEDIR) == 0 else { return }
        }
    }

    /// The open folder of `path` and the file's name in it; nil where a folder is missing and may not be made.
    private func locate(_ path: String, creating: Bool) throws(Diagnostic) -> (folder: Int32, name: String)? {
        let (folder, name) = try Self.parts(of: path, tree)
        return try enter(folder, on: path, creating: creating).map { ($0, name) }
    }

    /// The folder, nil for the tree's own, and the file's name.
    private static func parts(of path: String, _ tree: DiskTree) throws(Diagnostic) -> (
        folder: Substring?, name: String
    ) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        guard isPlain(name) else { throw tree.failure(path, EINVAL) }
        return (slash.map { path[..<$0] }, String(name))
    }

    private static func isPlain(_ name: Substring) -> Bool {
        !name.utf8.isEmpty && !name.utf8.elementsEqual(".".utf8) && !name.utf8.elementsEqual("..".utf8)
    }

    private func isOpen(_ folder: Substring) -> Bool { open.map { $0.utf8.elementsEqual(folder.utf8) } ?? false }

    /// Opens the folder, and those above it that are not open yet; nil where one is missing and may not be made.
    private func enter(_ folder: Substring?, on path: String, creating: Bool) throws(Diagnostic) -> Int32? {
        // The last path's folder is mostly this one's too.
        if let last = chain.last, isOpen(folder ?? "") { return last.descriptor }
        let parts =
            folder?.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
            ?? []
        guard parts.allSatisfy(Self.isPlain) else { throw tree.failure(path, EINVAL) }
        if chain.isEmpty {
            guard let root = try openRoot(creating: creating) else { return nil }
            chain.append(("", root))
        }
        open = nil
        var kept = 0
        while kept < parts.count, kept + 1 < chain.count, chain[kept + 1].name.utf8.elementsEqual(parts[kept].utf8) {
            kept += 1
        }
        while chain.count > kept + 1 { close(chain.removeLast().descriptor) }
        for part in parts.dropFirst(kept) {
            guard try enter(part, on: path, creating: creating) else { return nil }
        }
        open = String(folder ?? "")
        return chain[chain.count - 1].descriptor
    }

    private func openRoot(creating: Bool) throws(Diagnostic) -> Int32? {
        var root = openFolder(tree.root)
        if root < 0, errno == ENOENT {
            guard creating else { return nil }
            try tree.create()
            root = openFolder(tree.root)
        }
        guard root >= 0 else { throw tree.failure("", errno) }
        return root
    }

    private func enter(_ part: Substring, on path: String, creating: Bool) throws(Diagnostic) -> Bool {
        let parent = chain[chain.count - 1].descriptor
        let name = String(part)
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var folder = openat(parent, name, flags)
        if folder < 0, errno == ENOENT {
            guard creating else { return false }
            guard mkdirat(parent, name, 0o777) == 0 || errno == EEXIST else { throw tree.failure(path, errno) }
            folder = openat(parent, name, flags)
        }
        guard folder >= 0 else {
            let code = errno
            if !creating, cannotBe(in: parent, part) { return false }
            throw code == ELOOP || code == ENOTDIR ? linkInTheWay(path) : tree.failure(path, code)
        }
        chain.append((part, folder))
        return true
    }

    /// Whether nothing can lie beneath a folder of this name: the name is longer than the disk takes, or a file has it.
    private func cannotBe(in parent: Int32, _ name: Substring) -> Bool {
        var status = stat()
        guard fstatat(parent, String(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else { return errno == ENAMETOOLONG }
        return status.st_mode & S_IFMT == S_IFREG
    }

    private func linkInTheWay(_ path: String) -> Diagnostic {
        Diagnostic(
            id: FileRule.outputLink,
            Message(
                en: "the output is never written through a symbolic link or a file in a folder's place; remove it",
                ar: "لا يُكتب الموقع عبر رابط رمزي ولا عبر ملف يشغل مكان مجلد؛ احذفه"),
            at: Location(path: tree.full(path)))
    }
}
