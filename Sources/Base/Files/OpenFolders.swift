import Libc
import Synchronization

/// The folders of a tree that were read from last, open; each was reached through no link.
///
/// A class because it owns descriptors, which all workers share.
final class OpenFolders: Sendable {
    private final class Folder: Sendable {
        let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }

    private struct State: Sendable {
        /// In the order of opening.
        var folders: [Folder] = []
        /// Index of each folder, by its path; the tree's own is empty.
        var places: [String: Int] = [:]

        subscript(path: String) -> Folder? { places[path].map { folders[$0] } }
    }

    private let state = Mutex(State())
    /// More than workers need at once, fewer than a process may have open.
    private let most = 64

    /// Closes all folders: one that was removed and made again is another folder.
    func forget() { state.withLock { $0 = State() } }

    /// Opens a file for reading; negative with the reason in `errno`: `ELOOP` or `ENOTDIR` where a link is in the way.
    func open(_ path: String, in root: String) -> Int32 {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[..<$0]) } ?? ""
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        if let known = state.withLock({ $0[folder] }) {
            // A pipe in the file's place would let the program wait for ever.
            let descriptor = openat(known.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor < 0, errno == ENOENT else { return descriptor }
            forget()
        }
        guard let opened = self.folder(folder, in: root) else { return -1 }
        return openat(opened.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }

    private func folder(_ path: String, in root: String) -> Folder? {
        if let known = state.withLock({ $0[path] }) { return known }
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let descriptor: Int32
        if path.isEmpty {
            descriptor = openFolder(root)
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
