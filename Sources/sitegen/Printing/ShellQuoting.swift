/// An argument as POSIX shells take it: between `'` where it holds more than letters, digits and harmless signs.
func shellQuoted(_ text: String) -> String {
    let plain = "-_./=:,+%@".utf8
    let isPlain = text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 > 0x7F || plain.contains($0)
    }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
}
