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

    /// Nil where the site's folder cannot be written to: then no other run can do any harm there either.
    ///
    /// - Parameters:
    ///   - name: a file name, of the place that one run at a time may have.
    ///   - work: the command, for who comes second and asks.
    package static func take(_ name: String, in site: DiskTree, for work: String) throws(Diagnostic) -> SiteLock? {
        let folder = site.root + "/.sitegen"
        mkdir(folder, 0o777)
        let descriptor = open(folder + "/" + name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = read(descriptor)
            close(descriptor)
            throw taken(by: holder)
        }
        let line = Array("\(work) \(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        line.withUnsafeBytes { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
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
