#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Keeps two runs of the program from one place at once: `.sitegen/NAME` in the site's folder, locked as long as this
/// lives.
///
/// The kernel lets go of it when the process ends, however it ends. A class because it owns descriptors.
package final class SiteLock {
    private var descriptors: [Int32] = []

    private init() {}

    deinit { for descriptor in descriptors { close(descriptor) } }

    /// Who may not write in the site's folder locks a folder of it, which those who may have locked together: no run is
    /// ever without a lock.
    ///
    /// - Parameters:
    ///   - name: a file name, of the place that one run at a time may have.
    ///   - folder: of the site, to be locked where there can be no file of that name.
    ///   - work: the command, for who comes second and asks.
    package static func take(
        _ name: String, or folder: String, in site: DiskTree, for work: String
    ) throws(Diagnostic) -> SiteLock {
        mkdir(site.root + "/.sitegen", 0o777)
        let path = site.root + "/.sitegen/" + name
        var file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        if file < 0, errno == EACCES || errno == EPERM || errno == EROFS {
            // Another user's, who may be at work.
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
    ///   - path: of what is locked, in the site's folder.
    ///   - holder: tells who has it, where that is noted.
    private static func take(
        _ descriptor: Int32, _ kind: Int32, _ path: String, _ site: DiskTree,
        holder: () -> (work: String, process: Int)?
    ) throws(Diagnostic) {
        while flock(descriptor, kind | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            throw errno == EWOULDBLOCK ? taken(by: holder()) : site.failure(path, errno)
        }
    }

    /// `build 4711`, as the holder wrote it.
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
            id: "locked",
            Message(
                en: "one run at a time works here; \(english) is at it; wait until it is done, or end it",
                ar: "لا يعمل هنا إلا تشغيل واحد في الوقت نفسه؛ \(arabic) يعمل الآن؛ انتظر حتى يفرغ أو أوقفه"),
            at: nil)
    }
}
