import Base

/// The path whose last part names the text: of `rain/index.md` and `rain/index.ar.md`, as systems with a folder for each
/// story have it, `rain.md`; else the path itself.
func namingPath(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
        path.utf8[slash...].starts(with: "/index".utf8), isLanguage(path.utf8[slash...].dropFirst(6).dropLast(3))
    else { return path }
    let folder = path[..<slash]
    // `Content/articles` itself names nothing.
    return folder.utf8.count { $0 == UInt8(ascii: "/") } > 1 ? folder + ".md" : path
}

/// Nothing, or `.ar`, `.en-GB`.
private func isLanguage(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first else { return true }
    return first == UInt8(ascii: ".") && (3...9).contains(text.count)
        && text.dropFirst().allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
}
