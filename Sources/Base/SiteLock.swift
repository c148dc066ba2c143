#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Keeps two runs of the program from one place at once: `.sitegen/NAME` in the site's folder, locked as long as this lives.
///
/// The kernel lets go of it when the process ends, however it ends. A class because it owns a descriptor.
package final class SiteLock {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Where nothing may be written in the site's folder, the folder itself is locked: no run is ever without a lock.
    ///
    /// - Parameters:
    ///   - name: a file name, of the place that one run at a time may have.
    ///   - work: the command, for who comes second and asks.
    package static func take(_ name: String, in site: DiskTree, for work: String) throws(Diagnostic) -> SiteLock {
        let folder = site.root + "/.sitegen"
        mkdir(folder, 0o777)
        let path = folder + "/" + name
        var descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        if descriptor < 0, errno == EACCES || errno == EPERM || errno == EROFS {
            // Another user's, who may be at work.
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        }
        let isFile = descriptor >= 0
        if !isFile {
            guard errno == ENOENT else { throw site.failure(".sitegen/\(name)", errno) }
            descriptor = open(site.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { throw site.failure("", errno) }
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let code = errno
            let holder = isFile ? read(descriptor) : nil
            close(descriptor)
            throw code == EWOULDBLOCK ? taken(by: holder) : site.failure(isFile ? ".sitegen/\(name)" : "", code)
        }
        if isFile {
            let line = Array("\(work) \(getpid())\n".utf8)
            ftruncate(descriptor, 0)
            line.withUnsafeBytes { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
        return SiteLock(descriptor)
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
