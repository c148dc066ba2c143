import Base
import Content

/// A file of another system: what it states, and its text.
struct MatterFile: Sendable {
    /// A map; empty where nothing is stated.
    var matter = MatterValue.map([])
    /// UTF-8 with plain line ends.
    private(set) var body = ""
    /// The line of the file on which the text begins, from 1.
    private(set) var bodyLine = 1
    /// Whether anything stands in front of the text, as systems ask of what is to be a page.
    private(set) var hasMatter = false
    /// Why not all that is stated could be read.
    private(set) var problem: MatterProblem?

    /// The largest front matter, in bytes.
    private static let largest = 256 << 10

    init(_ file: [UInt8], path: String) {
        let text = Self.plain(file)
        guard let (format, matter, bodyStart) = Self.parts(text) else {
            body = String(decoding: text, as: UTF8.self)
            return
        }
        hasMatter = true
        body = String(decoding: text[bodyStart...], as: UTF8.self)
        bodyLine = text[..<bodyStart].count { $0 == UInt8(ascii: "\n") } + 1
        guard matter.count <= Self.largest else {
            problem = MatterProblem(Location(path: path, line: 1))
            return
        }
        (self.matter, problem) = Self.read(matter, format, path: path, firstLine: format == .json ? 1 : 2)
    }

    /// A text without anything before it, which begins on `line` of its source.
    init(body: String, line: Int) { (self.body, bodyLine) = (body, line) }

    /// What is stated alone.
    var withoutBody: MatterFile {
        var file = self
        file.body = ""
        return file
    }

    enum Format: Sendable { case yaml, toml, json }

    /// A file of settings.
    static func settings(_ file: [UInt8], _ format: Format, path: String) -> (MatterValue, MatterProblem?) {
        read(plain(file), format, path: path, firstLine: 1)
    }

    private static func read(
        _ text: [UInt8], _ format: Format, path: String, firstLine: Int
    ) -> (MatterValue, MatterProblem?) {
        switch format {
        case .yaml:
            do throws(Diagnostic) {
                let yaml = try Yaml.parse(text, path: path, firstLine: firstLine)
                return (MatterValue(yaml).asMap, nil)
            } catch {
                return (LooseMatter.read(text), MatterProblem(error.location ?? Location(path: path)))
            }
        case .toml:
            do throws(TOMLReader.Fault) {
                return (try TOMLReader.read(text), nil)
            } catch {
                let place = Location(path: path, offset: error.offset, in: text)
                return (
                    LooseMatter.read(text),
                    MatterProblem(Location(path: path, line: place.line + firstLine - 1, column: place.column))
                )
            }
        case .json:
            do throws(JSONText.Fault) {
                return (MatterValue(try JSONText(whole: text)).asMap, nil)
            } catch {
                return (.map([]), MatterProblem(Location(path: path, offset: error.offset, in: text)))
            }
        }
    }

    /// Valid UTF-8 without a byte order mark, with `\n` alone.
    private static func plain(_ file: [UInt8]) -> [UInt8] {
        let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
        let valid =
            firstInvalidUTF8(Array(text)) == nil ? Array(text) : Array(String(decoding: text, as: UTF8.self).utf8)
        guard valid.contains(0x0D) else { return valid }
        var plain: [UInt8] = []
        plain.reserveCapacity(valid.count)
        for (place, byte) in valid.enumerated() {
            if byte != 0x0D {
                plain.append(byte)
            } else if place + 1 == valid.count || valid[place + 1] != 0x0A {
                plain.append(0x0A)
            }
        }
        return plain
    }

    /// What is stated, between its fences, and where the text begins.
    private static func parts(_ text: [UInt8]) -> (format: Format, matter: [UInt8], bodyStart: Int)? {
        if text.first == UInt8(ascii: "{") { return jsonParts(text) }
        var lines = LineEnds(text)
        guard let first = lines.next() else { return nil }
        let fence = String(decoding: text[first], as: UTF8.self).trimmed(ends: [.end])
        guard fence == "---" || fence == "+++" || fence == ";;;" else { return nil }
        let start = lines.place
        while let line = lines.next() {
            let words = String(decoding: text[line], as: UTF8.self).trimmed(ends: [.end])
            guard words == fence || fence == "---" && words == "..." else { continue }
            let format: Format = fence == "---" ? .yaml : fence == "+++" ? .toml : .json
            return (format, Array(text[start..<line.lowerBound]), lines.place)
        }
        return nil
    }

    private static func jsonParts(_ text: [UInt8]) -> (format: Format, matter: [UInt8], bodyStart: Int)? {
        var (depth, place, isText) = (0, 0, false)
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\\") where isText: place += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText:
                depth -= 1
                if depth == 0 {
                    let end = place + 1
                    let line = text[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
                    return (.json, Array(text[..<end]), line)
                }
            default: break
            }
            place += 1
        }
        return nil
    }
}

/// Where a file's statements could not be read: they were taken line by line instead.
struct MatterProblem: Sendable {
    let line: Int
    /// Path, line and column.
    let place: String

    init(_ location: Location) {
        line = location.line
        place = "\(location.path):\(location.line):\(location.column)"
    }
}

/// Lines of a text, one after the other, without their ends.
private struct LineEnds {
    private let text: [UInt8]
    /// Where the next line begins.
    private(set) var place = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func next() -> Range<Int>? {
        guard place < text.count else { return nil }
        let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        defer { place = min(end + 1, text.count) }
        return place..<end
    }
}

extension MatterValue {
    /// A map; anything else states nothing.
    fileprivate var asMap: MatterValue { if case .map = self { self } else { .map([]) } }
}
