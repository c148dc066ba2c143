import Libc

/// A folder on the disk: reads through `OpenFolders`, writes through `DiskWriter`.
package struct DiskTree: OutputTree {
    /// Path of the folder as the user gave it; relative to the working directory or absolute.
    package let root: String

    private let workers: Workers
    /// Name of the folder, before the paths in messages.
    private let name: String
    private let folders = OpenFolders()

    /// - Parameters:
    ///   - name: name of the folder in messages, `root` by default; empty for the site's own, whose paths stand alone.
    ///   - workers: the workers that list its folders.
    package init(root: String, named name: String? = nil, workers: Workers = Workers(jobs: 1)) {
        self.root = root.isEmpty ? "." : root
        self.name = name ?? self.root
        self.workers = workers
    }

    /// When a file of the tree was last written, in seconds since 1970; nil where there is none.
    package func modified(_ path: String) throws(Diagnostic) -> Int? {
        try status(of: path).map { entry(path, $0).modified / 1_000_000_000 }
    }

    /// Whether there is such a folder. Throws where the system refuses to say.
    package func exists() throws(Diagnostic) -> Bool {
        try status(of: "").map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// The file's status, links followed; nil for what is not there. Every other refusal is an error.
    private func status(of path: String) throws(Diagnostic) -> stat? {
        var status = stat()
        if stat(full(path), &status) == 0 { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure(path, errno) }
        return nil
    }

    /// Absolute path of the folder with every link resolved, the same however it was named; also before it is made.
    package var canonicalPath: String {
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

    package func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        folders.forget()
        var found: [FileEntry] = []
        // All folders of one depth are listed at once.
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
        return found.sorted { bytesPrecede($0.path, $1.path) }
    }

    /// Lists the folder itself. A file that the system refuses to show is an error, not a missing file, whose page a
    /// build would delete.
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
                // The file was deleted after its name was read.
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

    /// The entry of a symbolic link.
    private func followed(_ path: String) throws(Diagnostic) -> FileEntry {
        let stray = FileEntry(path: path, kind: .strayLink, size: 0)
        guard let root = Self.resolved(root) else { throw failure("", errno) }
        guard let target = Self.resolved(full(path)) else {
            guard [ENOENT, ENOTDIR, ELOOP].contains(errno) else { throw failure(path, errno) }
            return stray
        }
        guard Self.path(of: target, in: root) != nil, let status = try status(of: path),
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
        guard let bytes = contents(of: descriptor, count: count) else { throw failure(path, errno) }
        return bytes
    }

    package func read(_ part: Range<Int>, of path: String, as stamp: FileStamp) throws(Diagnostic) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        guard FileStamp(status) == stamp else { throw failure(path, EAGAIN) }
        guard lseek(descriptor, off_t(part.lowerBound), SEEK_SET) >= 0,
            let bytes = contents(of: descriptor, count: part.count), bytes.count == part.count
        else { throw failure(path, errno) }
        return bytes
    }

    /// Opens a file for reading; follows links within the tree, as `followed` lists them.
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

    /// Path of `target` relative to `root`; nil where it lies elsewhere. Both are resolved.
    private static func path(of target: String, in root: String) -> String? {
        let folder = root == "/" ? root : root + "/"
        return target.utf8.starts(with: folder.utf8) ? String(target.utf8.dropFirst(folder.utf8.count)) : nil
    }

    // MARK: Writing

    package func writer() -> any OutputWriter { DiskWriter(tree: self) }

    /// Names of temporary files begin so; 16 hexadecimal digits follow.
    static let temporaryPrefix = ".sitegen-"

    package func isDraft(_ path: String) -> Bool {
        let digits = path.utf8.dropFirst(Self.temporaryPrefix.utf8.count)
        return path.utf8.starts(with: Self.temporaryPrefix.utf8) && digits.count == 16
            && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Makes the folder and those above it that are missing.
    func create() throws(Diagnostic) {
        var path = root.utf8.first == UInt8(ascii: "/") ? "/" : ""
        for part in root.split(separator: "/") {
            path += part + "/"
            if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure("", errno) }
        }
    }

    /// Path for the system.
    func full(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

    /// The error of a call that the system refused.
    ///
    /// - Parameter code: the call's `errno`.
    func failure(_ path: String, _ code: Int32) -> Diagnostic { failure(path, Message(errno: code)) }

    private func failure(_ path: String, _ reason: Message) -> Diagnostic {
        let shown = path.isEmpty ? root : name.isEmpty ? path : name + "/" + path
        return Diagnostic(
            id: FileRule.disk, reason, at: Location(path: shown.hasPrefix("./") ? String(shown.dropFirst(2)) : shown))
    }

    /// Absolute path without links (realpath); nil with the reason in `errno`.
    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
