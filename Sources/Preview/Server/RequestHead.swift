/// Why a request is not answered with what it asks for.
package struct Refusal: Error {
    package let answer: Answer
}

extension Request {
    /// Reads a head (RFC 9112, 3 and 5) by the grammar alone: what two servers might read in two ways is refused.
    ///
    /// - Parameter head: the lines, as `HeadScan` has found them whole.
    init(_ head: ArraySlice<UInt8>) throws(Refusal) {
        let lines = head.split(separator: .lineFeed).map { $0.dropLast() }.filter { !$0.isEmpty }
        guard let first = lines.first else { throw Refusal(answer: .malformed) }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, isToken(parts[0]), !parts[1].isEmpty, !parts[1].contains(.tab),
            let target = String(validating: parts[1], as: UTF8.self)
        else { throw Refusal(answer: .malformed) }
        self.init(method: String(decoding: parts[0], as: UTF8.self), target: target, headers: [:])
        let isOld = try Self.isOld(parts[2])
        for line in lines.dropFirst() { try addField(line) }
        let connection = headers["connection"]?.lowercased().split { $0 == "," || $0 == " " } ?? []
        isLast = isOld || connection.contains("close")
        if isOld, headers["transfer-encoding"] != nil { throw Refusal(answer: .malformed) }
        splitTarget()
    }

    /// Whether the version is HTTP/1.0 and not 1.1.
    private static func isOld(_ version: ArraySlice<UInt8>) throws(Refusal) -> Bool {
        if version.elementsEqual("HTTP/1.1".utf8) { return false }
        if version.elementsEqual("HTTP/1.0".utf8) { return true }
        let digits = version.dropFirst(5)
        guard version.starts(with: "HTTP/".utf8), digits.count == 3, digits[digits.startIndex + 1] == UInt8(ascii: "."),
            isDigit(digits[digits.startIndex]), isDigit(digits[digits.startIndex + 2])
        else { throw Refusal(answer: .malformed) }
        throw Refusal(answer: Answer(505, saying: "a preview speaks HTTP/1.1"))
    }

    /// A line that begins with a space, as folded values do, has no name and is refused with the others.
    private mutating func addField(_ line: ArraySlice<UInt8>) throws(Refusal) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
            throw Refusal(answer: .malformed)
        }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == .tab }
        let end = line[colon...].dropFirst().lastIndex { !isSpace($0) } ?? colon
        let value = String(decoding: line[(colon + 1)..<(end + 1)].drop(while: isSpace), as: UTF8.self)
        if let known = headers[name] {
            guard !Self.single.contains(name) else { throw Refusal(answer: .malformed) }
            headers[name] = known + ", " + value
        } else {
            headers[name] = value
        }
    }

    /// Fields that say where a request goes or where it ends. One that comes twice is how requests are smuggled.
    private static let single: Set<String> = ["host", "content-length", "transfer-encoding"]

    /// Of a whole address only the path and the query stay the target (RFC 9112, 3.2.2).
    private mutating func splitTarget() {
        let scheme = "http://"
        guard target.lowercased().hasPrefix(scheme) else { return }
        let rest = target.dropFirst(scheme.count)
        let name = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        authority = String(name)
        let path = rest.dropFirst(name.count)
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }
}

/// A token (RFC 9110, 5.6.2): what names of methods and fields are made of.
private func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
        && bytes.allSatisfy { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
