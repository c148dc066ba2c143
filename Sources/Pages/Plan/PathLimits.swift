import Base
import Content

/// The paths that no disk takes, found before anything is written.
struct PathLimits {
    /// Bytes in the name of a file or a folder: the least of what the disks in use take.
    private static let longestName = 255
    /// Bytes in a whole path: macOS takes 1,024 with the output folder's own (`PATH_MAX`).
    private static let longestPath = 900

    private(set) var diagnostics: [Diagnostic] = []

    init(of outputs: [Output]) {
        for output in outputs {
            let path = output.url
            // Most paths are shorter than a single name may be.
            guard path.text.utf8.count + "index.html".utf8.count > Self.longestName else { continue }
            let longest = path.file.utf8.split(separator: UInt8(ascii: "/")).map(\.count).max() ?? 0
            let isName = longest > Self.longestName
            let (size, limit) = isName ? (longest, Self.longestName) : (path.file.utf8.count, Self.longestPath)
            guard size > limit else { continue }
            let start = path.text.prefix(40)
            diagnostics.append(
                Diagnostic(
                    id: PageRule.longPath,
                    Message(
                        en:
                            "a \(isName ? "part of a path" : "path") has \(limit) bytes at most; “/\(start)…” has "
                            + "\(size); shorten it",
                        ar:
                            "لا \(isName ? "يزيد جزء من مسار" : "يزيد المسار") على \(limit) بايت؛ «‎/\(start)…» "
                            + "فيه \(size)؛ قصّره"
                    ),
                    at: output.origin))
        }
    }
}
