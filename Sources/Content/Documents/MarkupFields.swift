import Base

/// Elements and attributes of small XML files (XMP, `docProps/core.xml`, `meta.xml`), found by name: nothing is entered,
/// nothing is resolved, and what is malformed is passed over.
struct MarkupFields {
    struct Field {
        /// With its prefix, as `dc:creator`.
        let name: String
        let value: String
    }

    /// All that hold text, without the elements in them, in their order.
    private(set) var all: [Field] = []

    private let file: [UInt8]

    /// - Parameter isWanted: asked for names with their prefix.
    init(_ file: [UInt8], isWanted: (String) -> Bool) {
        self.file = file
        var place = 0
        while let open = file.place(of: [UInt8(ascii: "<")], from: place), open + 1 < file.count {
            place = open + 1
            guard Self.isName(file[place]) else { continue }
            let name = name(from: place)
            place += name.utf8.count
            let end = endOfTag(from: place)
            readAttributes(place..<end, isWanted)
            let isEmpty = end > place && file[end - 1] == UInt8(ascii: "/")
            place = min(end + 1, file.count)
            if !isEmpty, isWanted(name), let close = file.place(of: "</\(name)".utf8, from: place) {
                add(name, text(in: place..<close))
            }
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "_-.:".utf8.contains(byte)
    }

    private func name(from start: Int) -> String {
        let end = file[start...].firstIndex { !Self.isName($0) } ?? file.count
        return String(decoding: file[start..<end], as: UTF8.self)
    }

    /// Where the `>` of a tag stands, outside of its values; the file's end where there is none.
    private func endOfTag(from start: Int) -> Int {
        var quote: UInt8?
        for place in start..<file.count {
            let byte = file[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
        }
        return file.count
    }

    private mutating func readAttributes(_ range: Range<Int>, _ isWanted: (String) -> Bool) {
        var place = range.lowerBound
        while place < range.upperBound {
            guard Self.isName(file[place]) else {
                place += 1
                continue
            }
            let name = name(from: place)
            place += name.utf8.count
            guard let open = file[place..<range.upperBound].firstIndex(where: { !"= \t\r\n".utf8.contains($0) }),
                file[open] == UInt8(ascii: "\"") || file[open] == UInt8(ascii: "'"),
                let close = file[(open + 1)..<range.upperBound].firstIndex(of: file[open])
            else { continue }
            if isWanted(name) { add(name, String(decoding: file[(open + 1)..<close], as: UTF8.self)) }
            place = close + 1
        }
    }

    private func text(in range: Range<Int>) -> String {
        var text: [UInt8] = []
        var isInTag = false
        for byte in file[range] {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"):
                isInTag = false
                text.append(0x20)
            default: if !isInTag { text.append(byte) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func add(_ name: String, _ value: String) {
        let words = value.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        if !words.isEmpty { all.append(Field(name: name, value: words)) }
    }
}
