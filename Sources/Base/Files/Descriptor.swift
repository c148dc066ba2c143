import Libc

/// Opens a folder for reading; negative with the reason in `errno`.
func openFolder(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

/// At most `count` bytes of an open file from where it stands; nil with the reason in `errno`: `EISDIR` for what is no file,
/// `EAGAIN` for a file that was cut short meanwhile.
func contents(of descriptor: Int32, count: Int) -> [UInt8]? {
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
            let got = read(descriptor, start + filled, wanted - filled)
            if got < 0, errno == EINTR { continue }
            if got == 0 { errno = EAGAIN }
            guard got > 0 else {
                failed = true
                return
            }
            filled += got
        }
    }
    return failed ? nil : bytes
}

/// Writes all bytes at the descriptor's position; false with the reason in `errno`.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
        let put = write(descriptor, start + done, bytes.count - done)
        if put < 0, errno == EINTR { continue }
        guard put > 0 else { return false }
        done += put
    }
    return true
}
