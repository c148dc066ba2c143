import Libc

extension DiskTree {
    /// Absolute path of the folder as it is named: without `.` and `..`, links not followed. The folder need not be there.
    package var standardPath: String {
        var parts: [Substring] = []
        let start = root.utf8.first == UInt8(ascii: "/") ? "" : Self.workingFolder + "/"
        for part in (start + root).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }
}
