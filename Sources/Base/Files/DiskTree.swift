#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif
private import Synchronization

/// A folder on the disk. This file is the only one that touches the disk, which is why it is long.
package struct DiskTree: OutputTree {
    /// As the user gave it; relative to the working directory or absolute.
    package let root: String

    private let workers: Workers
    /// Stands before the paths in messages.
    private let name: String
    private let folders = OpenFolders()

    /// - Parameters:
    ///   - name: what messages call the folder, as `root` does by default; in the site's own, paths stand alone.
    ///   - workers: who list its folders.
    package init(root: String, named name: String? = nil, workers: Workers = Workers(jobs: 1)) {
        self.root = root.isEmpty ? "." : root
        self.name = name ?? self.root
        self.workers = workers
    }

    /// When a file of the tree was last written, in seconds since 1970; nil where there is none.
    package func modified(_ path: String) throws(Diagnostic) -> Int? {
        try look(at: path).map { entry(path, $0).modified / 1_000_000_000 }
    }

    /// Whether there is such a folder. Throws where the system refuses to say.
    package func exists() throws(Diagnostic) -> Bool {
        try look(at: "").map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// Nil for what is not there; every other refusal is an error.
    private func look(at path: String) throws(Diagnostic) -> stat? {
        var status = stat()
        if stat(full(path), &status) == 0 { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure(path, errno) }
        return nil
    }

    /// One name for the folder, however it was called, also before it is made.
    package var place: String {
        if let resolvedRoot { return resolvedRoot }
        let parts = root.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.dropLast().joined(separator: "/")
        return (Self.resolved(parts.count > 1 ? parent + "/" : ".") ?? parent) + "/" + (parts.last ?? "")
    }

    /// The folder's path with every link and `..` resolved; nil where there is none.
    package var resolvedRoot: String? { Self.resolved(root) }

    // MARK: Reading

    /// How deep folders may nest.
    private static let deepest = 64
    private static let tooDeep = Message(
        en: "folders lie at most \(deepest) deep in each other here; move this one up",
        ar: "لا يزيد تداخل المجلدات هنا على \(deepest) مستوى؛ انقل هذا المجلد إلى مستوى أعلى")

    /// The folders of one depth at once.
    package func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        folders.forget()
        var found: [FileEntry] = []
        var (folders, depth) = ([folder], 0)
        while let first = folders.first {
            guard depth < Self.deepest else { throw failure(first, Self.tooDeep) }
            let listings = workers.map(folders) { folder in Result { () throws(Diagnostic) in try list(folder) } }
            folders = []
            depth += 1
            for listing in listings {
                let (files, inner) = try listing.get()
                found += files
                folders += inner
            }
        }
        return placesByPath(found.map(\.path)).map { found[$0] }
    }

    /// What lies in the folder itself. A file that is there and that the system refuses to show is an error, never a
    /// file that is gone: a build would take its page away.
    private func list(_ folder: String) throws(Diagnostic) -> (files: [FileEntry], folders: [String]) {
        var (files, folders): ([FileEntry], [String]) = ([], [])
        guard let stream = opendir(full(folder)) else {
            if errno == ENOENT { return (files, folders) }
            throw failure(folder, errno)
        }
        defer { closedir(stream) }
        let descriptor = dirfd(stream)
        var path = folder.isEmpty ? [] : Array("\(folder)/".utf8)
        let start = path.count
        func add(_ name: UnsafePointer<CChar>) throws(Diagnostic) {
            path.removeSubrange(start...)
            UnsafeRawBufferPointer(start: name, count: strlen(name)).withMemoryRebound(to: UInt8.self) {
                path.append(contentsOf: $0)
            }
            if path[start...].elementsEqual(".".utf8) || path[start...].elementsEqual("..".utf8) { return }
            guard let path = String(validating: path, as: UTF8.self) else {
                return files.append(
                    FileEntry(path: String(decoding: path, as: UTF8.self), kind: .unreadableName, size: 0))
            }
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                // A file that went away since its name was read is no file.
                if errno == ENOENT { return }
                throw failure(path, errno)
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: folders.append(path)
            case S_IFREG: files.append(entry(path, status))
            case S_IFLNK: files.append(try followed(path))
            default: break
            }
        }
        while true {
            // The end of a folder and an error look alike but for this.
            errno = 0
            guard let record = readdir(stream) else {
                guard errno == 0 else { throw failure(folder, errno) }
                return (files, folders)
            }
            // The name is read through a pointer because the tuple it is declared as holds 256 elements.
            try withUnsafePointer(to: &record.pointee.d_name) { (name) throws(Diagnostic) in
                try name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { (name) throws(Diagnostic) in
                    try add(name)
                }
            }
        }
    }

    private func entry(_ path: String, _ status: stat) -> FileEntry {
        let stamp = FileStamp(status)
        return FileEntry(path: path, size: stamp.size, modified: stamp.modified, changed: stamp.changed)
    }

    private func followed(_ path: String) throws(Diagnostic) -> FileEntry {
        let stray = FileEntry(path: path, kind: .strayLink, size: 0)
        guard let root = Self.resolved(root) else { throw failure("", errno) }
        guard let target = Self.resolved(full(path)) else {
            guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw failure(path, errno) }
            return stray
        }
        guard Self.path(of: target, in: root) != nil, let status = try look(at: path),
            status.st_mode & S_IFMT == S_IFREG
        else { return stray }
        return entry(path, status)
    }

    package func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        try readStart(of: path, count: .max)
    }

    package func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        guard let bytes = Self.contents(of: descriptor, count: count) else { throw failure(path, errno) }
        return bytes
    }

    /// Opens the file as `followed` listed it: what became a link to a place outside the tree meanwhile is not followed
    /// there.
    private func open(_ path: String) throws(Diagnostic) -> Int32 {
        var descriptor = folders.open(path, in: root)
        if descriptor < 0, errno == ELOOP || errno == ENOTDIR {
            guard let root = Self.resolved(root), let target = Self.resolved(full(path)),
                let inside = Self.path(of: target, in: root)
            else { throw failure(path, EAGAIN) }
            descriptor = folders.open(inside, in: root)
        }
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missingFile(path) : failure(path, errno == ELOOP ? EAGAIN : errno)
        }
        return descriptor
    }

    /// The path beneath `root`; nil where it lies elsewhere. Both have no links in them.
    private static func path(of target: String, in root: String) -> String? {
        let folder = root == "/" ? root : root + "/"
        return target.utf8.starts(with: folder.utf8) ? String(target.utf8.dropFirst(folder.utf8.count)) : nil
    }

    fileprivate static func contents(of descriptor: Int32, count: Int) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            errno = EISDIR
            return nil
        }
        let wanted = min(count, Int(status.st_size))
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted, let start = buffer.baseAddress {
                let got = Platform.read(descriptor, start + filled, wanted - filled)
                if got < 0 {
                    if errno == EINTR { continue }
                    failed = true
                    return
                }
                if got == 0 {
                    // The file was cut short while it was read: what is there of it is not what it is to be.
                    errno = EAGAIN
                    failed = true
                    return
                }
                filled += got
            }
        }
        return failed ? nil : bytes
    }

    // MARK: Writing

    package func writer() -> any OutputWriter { DiskWriter(tree: self) }

    fileprivate static let draftMark = ".sitegen-"

    package func isDraft(_ path: String) -> Bool {
        let digits = path.utf8.dropFirst(Self.draftMark.utf8.count)
        return path.utf8.starts(with: Self.draftMark.utf8) && digits.count == 16
            && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Makes the folder and those above it that are missing.
    fileprivate func create() throws(Diagnostic) {
        var path = root.utf8.first == UInt8(ascii: "/") ? "/" : ""
        for part in root.split(separator: "/") {
            path += part + "/"
            if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure("", errno) }
        }
    }

    fileprivate func full(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

    /// What to say of a call that the system refused, by its `errno`.
    func failure(_ path: String, _ code: Int32) -> Diagnostic { failure(path, Self.reason(code)) }

    private func failure(_ path: String, _ reason: Message) -> Diagnostic {
        let shown = path.isEmpty ? root : name.isEmpty ? path : name + "/" + path
        return Diagnostic(
            id: "disk", reason, at: Location(path: shown.hasPrefix("./") ? String(shown.dropFirst(2)) : shown))
    }

    private static func reason(_ code: Int32) -> Message {
        switch code {
        case EACCES, EPERM, EROFS:
            return Message(
                en:
                    "this may not be read or written here; ask the machine's administrator for the right to it, or "
                    + "work in another folder",
                ar: "لا إذن بالقراءة أو الكتابة هنا؛ اطلب الإذن من مدير الجهاز، أو اعمل في مجلد آخر")
        case ENOSPC, EDQUOT:
            return Message(
                en: "the disk is full; make room and try again", ar: "القرص ممتلئ؛ أفرغ مكانًا ثم أعد المحاولة")
        case EAGAIN:
            return Message(
                en: "this file changed while it was read; try again", ar: "تغيّر هذا الملف أثناء قراءته؛ أعد المحاولة")
        case ENAMETOOLONG:
            return Message(
                en: "the disk takes no name this long; shorten it", ar: "لا يقبل القرص اسمًا بهذا الطول؛ قصّره")
        case EISDIR:
            return Message(
                en: "a file belongs here, and this is a folder; move it away", ar: "هنا موضع ملف، وهذا مجلد؛ انقله")
        case ENOTDIR:
            return Message(
                en: "a folder belongs here, and this is a file; move it away", ar: "هنا موضع مجلد، وهذا ملف؛ انقله")
        case ELOOP:
            return Message(
                en: "a symbolic link leads back to itself here; remove it", ar: "رابط رمزي هنا يعود إلى نفسه؛ احذفه")
        case EIO:
            return Message(
                en: "the disk cannot read or write this (Input/output error); look after the disk",
                ar: "يعجز القرص عن قراءة هذا أو كتابته (خطأ إدخال وإخراج)؛ افحص القرص")
        case EMFILE, ENFILE:
            return Message(
                en: "the system lets no more files be open at once; try again with --jobs 1",
                ar: "لا يسمح النظام بفتح ملفات أكثر في الوقت نفسه؛ أعد المحاولة مع «--jobs 1»")
        case EFBIG:
            return Message(en: "the disk takes no file this large", ar: "لا يقبل القرص ملفًا بهذا الحجم")
        default:
            let words = String(cString: strerror(code))
            return Message(en: "the disk refuses: \(words)", ar: "القرص يرفض العملية: \(words)")
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// The folders of a tree that were read from last, each reached through no link.
///
/// A class because it owns descriptors and all who read share it.
private final class OpenFolders: Sendable {
    private final class Folder: Sendable {
        let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }

    private struct State: Sendable {
        /// In the order in which they were opened, in which they are closed too.
        var folders: [Folder] = []
        /// By their paths; the tree's own is the empty one.
        var places: [String: Int] = [:]

        subscript(path: String) -> Folder? { places[path].map { folders[$0] } }
    }

    private let state = Mutex(State())
    /// More than workers need at once, fewer than a process may have open.
    private let most = 64

    /// A folder that was removed and made again is another one.
    func forget() { state.withLock { $0 = State() } }

    /// Opens a file for reading; negative with the reason in `errno`, which is `ELOOP` or `ENOTDIR` where a link is in
    /// the way.
    func open(_ path: String, in root: String) -> Int32 {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[..<$0]) } ?? ""
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        if let kept = state.withLock({ $0[folder] }) {
            // A pipe in the file's place would let the program wait for ever.
            let descriptor = openat(kept.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor < 0, errno == ENOENT else { return descriptor }
            forget()
        }
        guard let opened = self.folder(folder, in: root) else { return -1 }
        return openat(opened.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }

    private func folder(_ path: String, in root: String) -> Folder? {
        if let kept = state.withLock({ $0[path] }) { return kept }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let descriptor: Int32
        if path.isEmpty {
            descriptor = Platform.open(root, flags)
        } else {
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            guard let above = folder(slash.map { String(path[..<$0]) } ?? "", in: root) else { return nil }
            let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
            guard name != ".." else {
                errno = EINVAL
                return nil
            }
            descriptor = openat(above.descriptor, name, flags | O_NOFOLLOW)
        }
        guard descriptor >= 0 else { return nil }
        let opened = Folder(descriptor)
        state.withLock { state in
            if state.folders.count >= most { state = State() }
            state.places[path] = state.folders.count
            state.folders.append(opened)
        }
        return opened
    }
}

/// Writes beneath one descriptor. Keeps the folders of the last path open, since the next one is mostly beside it.
///
/// A class because it owns descriptors.
private final class DiskWriter: OutputWriter {
    private let tree: DiskTree
    /// The root first, then each open folder inside the one before it.
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
        guard let bytes = DiskTree.contents(of: descriptor, count: .max) else { throw tree.failure(path, errno) }
        return bytes
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp {
        guard let (folder, name) = try locate(path, creating: true) else { throw tree.failure(path, ENOENT) }
        // The name is taken by nobody else: two builds of one site do not run at once, and workers have paths of their
        // own.
        let draft = DiskTree.draftMark + Digest(of: path).shortHex
        var descriptor = openat(folder, draft, Self.newFile, 0o666)
        if descriptor < 0, errno == EEXIST {
            // What a build that was killed left behind.
            _ = unlinkat(folder, draft, 0)
            descriptor = openat(folder, draft, Self.newFile, 0o666)
        }
        guard descriptor >= 0 else { throw tree.failure(path, errno) }
        guard let stamp = Self.fill(descriptor, with: bytes, then: { renameat(folder, draft, folder, name) == 0 })
        else {
            let failure = tree.failure(path, errno)
            unlinkat(folder, draft, 0)
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

    /// A new file, open to be written; nil where something stands in its place.
    private func begin(_ path: String) throws(Diagnostic) -> Int32? {
        let (folder, name) = try Self.parts(of: path, tree)
        if let folder, !isOpen(folder) {
            let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
            let last = slash.map { folder[folder.utf8.index(after: $0)...] } ?? folder
            // A folder that was made just now leads nowhere else: for its one file it need not be opened.
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

    /// Writes the whole file, does `then`, closes; nil with the reason in `errno` where one of these fails.
    private static func fill(
        _ descriptor: Int32, with bytes: UnsafeBufferPointer<UInt8>, then finish: () -> Bool = { true }
    ) -> FileStamp? {
        var status = stat()
        let written =
            put(UnsafeRawBufferPointer(bytes), into: descriptor) && finish() && fstat(descriptor, &status) == 0
        let code = errno
        // Some disks say only now that they are full.
        guard close(descriptor) == 0 else { return nil }
        errno = code
        return written ? FileStamp(status) : nil
    }

    func stamp(of path: String) -> FileStamp? {
        if chain.isEmpty, let root = try? openRoot(creating: false) { chain.append(("", root)) }
        var status = stat()
        // Nothing is written here, so that the kernel may walk the path by itself.
        guard let root = chain.first?.descriptor, fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return FileStamp(status)
    }

    private static func put(_ bytes: UnsafeRawBufferPointer, into descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count, let start = bytes.baseAddress {
            let put = Platform.write(descriptor, start + done, bytes.count - done)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { return false }
            done += put
        }
        return true
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
        var root = Platform.open(tree.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if root < 0, errno == ENOENT {
            guard creating else { return nil }
            try tree.create()
            root = Platform.open(tree.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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
            id: "output-link",
            Message(
                en: "the output is never written through a symbolic link or a file in a folder's place; remove it",
                ar: "لا يُكتب الموقع عبر رابط رمزي ولا عبر ملف يشغل مكان مجلد؛ احذفه"),
            at: Location(path: tree.full(path)))
    }
}

/// The C functions whose names the methods above hide.
private enum Platform {
    static func open(_ path: String, _ flags: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, flags)
        #elseif canImport(Musl)
            Musl.open(path, flags)
        #else
            Darwin.open(path, flags)
        #endif
    }

    static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }

    static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, buffer, count)
        #else
            Darwin.write(descriptor, buffer, count)
        #endif
    }
}

extension FileStamp {
    /// The machine's clock in nanoseconds since 1970, as the disk writes it beside files.
    package static var clock: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// Of the file that this very process runs from, which tells one build of the program from another; nil where the
    /// system does not say.
    package static var program: FileStamp? {
        #if os(Linux)
            var status = stat()
            return stat("/proc/self/exe", &status) == 0 ? FileStamp(status) : nil
        #else
            return nil
        #endif
    }

    fileprivate init(_ status: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            size: Int(status.st_size), modified: Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec),
            changed: Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec))
    }
}
