import Libc

/// A lock against a second run of the program in the same place: the file `.sitegen/NAME` in the site's folder, locked
/// (flock) as long as this object lives.
///
/// The kernel releases it when the process ends, however it ends. A class because it owns descriptors.
package final class SiteLock {
    private var descriptors: [Int32] = []

    private init() {}

    deinit { for descriptor in descriptors { close(descriptor) } }

    /// Takes the lock, or throws who has it.
    ///
    /// A user who may not write in the site's folder locks a folder of it exclusively; all others lock that folder
    /// shared, besides their file. So no run is ever without a lock.
    ///
    /// - Parameters:
    ///   - name: name of the lock's file.
    ///   - folder: folder of the site to lock where that file cannot be made.
    ///   - work: name of the command, which a second run is told.
    package static func take(
        _ name: String, or folder: String, in site: DiskTree, for work: String
    ) throws(Diagnostic) -> SiteLock {
        mkdir(site.root + "/.sitegen", 0o777)
        let path = site.root + "/.sitegen/" + name
        var file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        if file < 0, errno == EACCES || errno == EPERM || errno == EROFS {
            // The file may be another user's, who runs the program.
            file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        }
        guard file >= 0 || errno == ENOENT else { throw site.failure(".sitegen/\(name)", errno) }
        let lock = SiteLock()
        if file >= 0 {
            lock.descriptors.append(file)
            try take(file, LOCK_EX, ".sitegen/\(name)", site) { read(file) }
        }
        let common = open(site.root + "/" + folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A site without content is told so later.
        guard common >= 0 || file >= 0 && errno == ENOENT else { throw site.failure(folder, errno) }
        if common >= 0 {
            lock.descriptors.append(common)
            try take(common, file >= 0 ? LOCK_SH : LOCK_EX, folder, site) { nil }
        }
        if file >= 0 {
            let line = Array("\(work) \(getpid())\n".utf8)
            ftruncate(file, 0)
            line.withUnsafeBytes { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
        }
        return lock
    }

    /// - Parameters:
    ///   - path: path of what is locked, in the site's folder.
    ///   - holder: reads who has the lock; nil where that is not written down.
    private static func take(
        _ descriptor: Int32, _ kind: Int32, _ path: String, _ site: DiskTree,
        holder: () -> (work: String, process: Int)?
    ) throws(Diagnostic) {
        while flock(descriptor, kind | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            throw errno == EWOULDBLOCK ? taken(by: holder()) : site.failure(path, errno)
        }
    }

    /// The command and the process that have the lock, as they wrote them: `build 4711`.
    private static func read(_ descriptor: Int32) -> (work: String, process: Int)? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let process = Int(words[1]), words[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        return (String(words[0]), process)
    }

    private static func taken(by holder: (work: String, process: Int)?) -> Diagnostic {
        let english = holder.map { "“sitegen \($0.work)” (process \($0.process))" } ?? "another run of sitegen"
        let arabic = holder.map { "«sitegen \($0.work)» (العملية \($0.process))" } ?? "تشغيل آخر لـ sitegen"
        return Diagnostic(
            id: FileRule.locked,
            Message(
                en: "one run at a time works here; \(english) is at it; wait until it is done, or end it",
                ar: "لا يعمل هنا إلا تشغيل واحد في الوقت نفسه؛ \(arabic) يعمل الآن؛ انتظر حتى يفرغ أو أوقفه"),
            at: nil)
    }
}
