/// The part of a file that a `Range` header asks for (RFC 9110, 14.1.2). Several ranges at once may be answered with
/// the whole file, and are.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    /// Nothing of the range is in the file.
    case outside

    /// - Parameter size: the file's, in bytes.
    init(_ header: String, of size: Int) {
        self = .whole
        guard header.lowercased().hasPrefix("bytes=") else { return }
        let parts = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, !header.contains(",") else { return }
        func number(_ text: Substring) -> Int? { text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil }
        switch (number(parts[0]), number(parts[1])) {
        case (let first?, let last?) where first <= last:
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .outside
        case (let first?, nil) where parts[1].isEmpty: self = first < size ? .part(first..<size) : .outside
        case (nil, let count?) where parts[0].isEmpty:
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
        default: break
        }
    }
}
