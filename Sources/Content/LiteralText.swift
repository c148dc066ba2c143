import Base

/// Lets editors write headlines as they write them.
///
/// `title: الرئيس: لا تراجع`, `title: "القاهرة" تحتضن القمة`, `title: [فيديو] لحظة` and `title: خبر # وسم` are no YAML. So the
/// value of a text key, unless it is wholly quoted or a block scalar, is put between quotes before the parser sees it. Lines
/// stay where they are, so that places in messages hold.
enum LiteralText {
    static func quoted(_ yaml: ArraySlice<UInt8>, keys: TextKeys) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(yaml.count + 64)
        var lines = Array(Lines(yaml))[...]
        while let line = lines.popFirst() {
            guard let entry = Entry(line) else {
                output += line
                continue
            }
            if entry.opensBlockScalar {
                output += line
                while let next = lines.first, isBlank(next) || indentation(next) > entry.indent { output += lines.removeFirst() }
            } else if entry.isLiteral, keys.take(entry.value, of: entry.key) {
                let rest = continuation(of: entry, in: &lines)
                output += line[..<entry.value.startIndex]
                quote([entry.value] + rest, into: &output)
                output += line[entry.value.endIndex...]
                output += rest.map { _ in UInt8(ascii: "\n") }
            } else {
                output += line
            }
        }
        return output
    }

    /// A plain value may go on over lines that are indented more; YAML joins them with a space, and so do we.
    private static func continuation(of entry: Entry, in lines: inout ArraySlice<ArraySlice<UInt8>>) -> [ArraySlice<UInt8>] {
        var rest: [ArraySlice<UInt8>] = []
        while let next = lines.first, !isBlank(next), indentation(next) > entry.indent {
            rest.append(trimmed(lines.removeFirst()))
        }
        return rest
    }

    private static func quote(_ parts: [ArraySlice<UInt8>], into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for (index, part) in parts.enumerated() {
            if index > 0 { output.append(UInt8(ascii: " ")) }
            for byte in part {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append(UInt8(ascii: "\\")) }
                output.append(byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// `key: value` on a line of its own, perhaps behind `- `.
    private struct Entry {
        let indent: Int
        let key: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>

        init?(_ line: ArraySlice<UInt8>) {
            var start = line.startIndex + indentation(line)
            while line[start...].starts(with: "- ".utf8) {
                start += 2
                while start < line.endIndex, line[start] == UInt8(ascii: " ") { start += 1 }
            }
            guard start < line.endIndex, let first = line[start...].first, !Self.startsNoKey.contains(first),
                let colon = line[start...].firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.endIndex,
                line[colon + 1] <= 0x20
            else { return nil }
            indent = start - line.startIndex
            key = trimmed(line[start..<colon])
            value = trimmed(line[(colon + 1)...])
        }

        private static let startsNoKey = Array("\"'[{#&*!|>".utf8)

        var opensBlockScalar: Bool {
            guard let first = value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else { return false }
            return value.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        }

        /// Neither empty nor wholly quoted.
        var isLiteral: Bool {
            guard let quote = value.first else { return false }
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return true }
            var index = value.startIndex + 1
            while index < value.endIndex {
                if value[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                    index += 1
                } else if value[index] == quote {
                    if quote == UInt8(ascii: "'"), index + 1 < value.endIndex, value[index + 1] == quote {
                        index += 1
                    } else {
                        let rest = trimmed(value[(index + 1)...])
                        return !(rest.isEmpty || rest.first == UInt8(ascii: "#"))
                    }
                }
                index += 1
            }
            return true
        }
    }

    private static func indentation(_ line: ArraySlice<UInt8>) -> Int {
        line.prefix { $0 == UInt8(ascii: " ") }.count
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 <= 0x20 }
    }
}

/// The keys whose one-line values are text, by their folded names in both languages.
struct TextKeys: Sendable {
    let shapes: [String: Vocabulary.Key.Shape]

    /// Nil for a key that nobody knows.
    func shape(of key: String) -> Vocabulary.Key.Shape? { shapes[key] ?? shapes[Vocabulary.folded(key)] }

    fileprivate func take(_ value: ArraySlice<UInt8>, of key: ArraySlice<UInt8>) -> Bool {
        switch shape(of: String(decoding: key, as: UTF8.self)) {
        case .text: return true
        // Text that splits at commas; between brackets it is a YAML list all the same.
        case .list: return value.first != UInt8(ascii: "[") && value.first != UInt8(ascii: "{")
        case .other, nil: return false
        }
    }
}

/// Without the white space and control characters at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
}
