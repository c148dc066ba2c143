import Libc

/// What the program asks the machine for, besides files and the clock.
package enum Machine {
    /// How many cores this process may use, 1 at least: those of its set where the system keeps one, else all.
    package static var cores: Int {
        max(1, cores(allowedIn: status) ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// What Linux states of this process; empty elsewhere. A file of the system's own has no size to ask for.
    private static var status: [UInt8] {
        let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    /// The number that Linux states of a process as a mask in hexadecimal digits: `Cpus_allowed:\tff,ffffffff`
    /// (proc_pid_status(5)).
    static func cores(allowedIn status: [UInt8]) -> Int? {
        let name = Array("Cpus_allowed:".utf8)
        guard let line = status.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: name) }) else {
            return nil
        }
        let bits = line.dropFirst(name.count).compactMap {
            Character(Unicode.Scalar($0)).hexDigitValue?.nonzeroBitCount
        }
        return bits.isEmpty ? nil : bits.reduce(0, +)
    }

    /// The value of an environment variable; nil where it is not set, or set to nothing.
    package static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
