import Base
import Content
import Libc

/// Waits for changes in folders of a site: inotify tells of them on Linux; elsewhere every file's stamp is compared
/// four times a second.
///
/// A class because it owns a descriptor; one thread uses it.
final class Watcher {
    enum Change: Equatable {
        /// Paths relative to the site's folder.
        case files(Set<String>)
        /// The kernel's queue ran over: any file may have changed.
        case everything
    }

    /// Milliseconds without an event that end a burst: an editor's save is a handful of events.
    private static let quiet = 8
    /// Milliseconds after which a burst is reported although it goes on, as when thousands of files are copied.
    private static let longestBurst = 100

    private let site: DiskTree
    private let folders: [String]

    #if os(Linux)
        private let descriptor: Int32
        /// Folder of each watch, relative to the site's.
        private var watches: [Int32: String] = [:]

        init(_ site: DiskTree, folders: [String]) {
            (self.site, self.folders) = (site, folders)
            descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
            let mask = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)
            let watch = inotify_add_watch(descriptor, site.root, mask)
            if watch >= 0 { watches[watch] = Self.top }
            for folder in folders { self.watch(folder) }
        }

        /// The site's folder itself, of which only the creation and removal of the watched folders is reported.
        private static let top = ""

        deinit { if descriptor >= 0 { close(descriptor) } }

        /// Returns after a change, or with nil after `limit` milliseconds without one.
        func next(limit: Int) -> Change? {
            var found: Change?
            var waited = 0
            var wait = limit
            while isReadable(within: wait) {
                if let change = readEvents() { found = Self.joined(found, change) }
                guard found != nil else { continue }
                waited += Self.quiet
                if waited > Self.longestBurst { break }
                wait = Self.quiet
            }
            return found
        }

        private func isReadable(within milliseconds: Int) -> Bool {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&request, 1, Int32(milliseconds)) > 0
        }

        /// Watches a folder and all beneath it, without following links.
        private func watch(_ folder: String) {
            let path = site.root + "/" + folder
            let mask = UInt32(
                IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_ATTRIB
                    | IN_ONLYDIR)
            let watch = inotify_add_watch(descriptor, path, mask)
            guard watch >= 0 else { return }
            watches[watch] = folder
            guard let stream = opendir(path) else { return }
            defer { closedir(stream) }
            while let record = readdir(stream) {
                guard record.pointee.d_type == UInt8(DT_DIR) else { continue }
                let name = withUnsafePointer(to: &record.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
                }
                if !name.hasPrefix(".") { self.watch(folder + "/" + name) }
            }
        }

        /// Ends the watches of a folder that was moved away: they would report its files under their old paths.
        private func unwatch(_ folder: String) {
            for (watch, path) in watches where path == folder || path.hasPrefix(folder + "/") {
                inotify_rm_watch(descriptor, watch)
                watches[watch] = nil
            }
        }

        private func readEvents() -> Change? {
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            var files: Set<String> = []
            var offset = 0
            let header = MemoryLayout<inotify_event>.size
            while offset + header <= count {
                let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
                let name = String(
                    decoding: buffer[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 },
                    as: UTF8.self)
                offset += header + Int(event.len)
                if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .everything }
                guard let folder = watches[event.wd] else { continue }
                if event.mask & UInt32(IN_IGNORED) != 0 {
                    watches[event.wd] = nil
                    continue
                }
                let isTop = folder == Self.top
                if isTop, !folders.contains(name) { continue }
                let path = isTop || name.isEmpty ? folder + name : folder + "/" + name
                if isEditorsTemporary(path) { continue }
                if event.mask & UInt32(IN_ISDIR) != 0 {
                    if event.mask & UInt32(IN_MOVED_FROM) != 0 { unwatch(path) }
                    if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 { watch(path) }
                    files.insert(path)
                    continue
                }
                // A file that was only made is not written yet; its end of writing comes.
                if event.mask & UInt32(IN_CREATE) == 0 { files.insert(path) }
            }
            return files.isEmpty ? nil : .files(files)
        }

        private static func joined(_ one: Change?, _ other: Change) -> Change {
            guard case .files(let a)? = one, case .files(let b) = other else { return one == nil ? other : .everything }
            return .files(a.union(b))
        }
    #else
        private var seen: [String: FileEntry]

        init(_ site: DiskTree, folders: [String]) {
            (self.site, self.folders) = (site, folders)
            seen = Self.entries(site, folders)
        }

        /// Returns after a change, or with nil after `limit` milliseconds without one.
        func next(limit: Int) -> Change? {
            for _ in 0..<max(1, limit / 250) {
                usleep(250_000)
                let now = Self.entries(site, folders)
                let changed = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] && !isEditorsTemporary($0) }
                seen = now
                if !changed.isEmpty { return .files(changed) }
            }
            return nil
        }

        private static func entries(_ site: DiskTree, _ folders: [String]) -> [String: FileEntry] {
            let all = folders.flatMap { (try? site.entries(under: $0)) ?? [] }
            return Dictionary(all.map { ($0.path, $0) }) { $1 }
        }
    #endif
}
