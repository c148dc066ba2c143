import Libc

extension FileStamp {
    /// The machine's clock in nanoseconds since 1970, as the disk writes it beside files.
    package static var clock: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// Stamp of the executable that runs, which tells one build of the program from another; nil where the system does
    /// not say.
    package static var program: FileStamp? {
        #if os(Linux)
            var status = stat()
            return stat("/proc/self/exe", &status) == 0 ? FileStamp(status) : nil
        #else
            return nil
        #endif
    }

    init(_ status: stat) {
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
