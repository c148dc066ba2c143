package import Base

/// A file of `Content/data/`: a table, or what JSON or YAML holds.
package struct DataFile: Sendable {
    /// What templates call it: `data.most_read` for `most-read.csv`.
    package let name: String
    package let path: String
    package internal(set) var value: DataValue
    /// The names in a table's head.
    package let columns: [String]
    /// Digest of its bytes.
    package let digest: Digest

    /// Whether an editor means this file by `name`: `most-read`, `most_read` or `most-read.csv`.
    func isCalled(_ name: String) -> Bool {
        path == Self.folder + name || self.name == name || Self.name(of: Self.folder + name + ".csv") == self.name
    }

    /// Its records, one a block of a front shows after the other; none of what is no list.
    package var rows: [DataValue] { if case .list(let rows) = value { rows } else { [] } }

    static let folder = "Content/data/"
    /// More is no table for a page, and would be read by every build. In bytes.
    static let mostBytes = 4 << 20

    enum Format: String {
        case csv, tsv, json, yaml, yml
    }

    /// The format that a path's ending names; nil for another one, and for what lies in a folder beneath.
    static func format(of path: String) -> Format? {
        let name = path.dropFirst(folder.count)
        guard path.hasPrefix(folder), !name.contains("/"), let dot = name.lastIndex(of: ".") else { return nil }
        return Format(rawValue: name[name.index(after: dot)...].lowercased())
    }

    /// The name of the file at a path as an expression can have it; nil where no expression can.
    static func name(of path: String) -> String? {
        let name = path.dropFirst(folder.count)
        let word = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)).map { character in
            character == "-" || character == " " || character == "." ? "_" : character
        }
        guard let first = word.first, first.isLetter || first == "_",
            word.allSatisfy({ $0.isLetter || $0 == "_" || $0.isASCII && $0.isNumber })
        else { return nil }
        return String(word)
    }

    /// Throws what is wrong with it, placed in it.
    init(_ entry: FileEntry, _ format: Format, named name: String, in tree: some FileTree) throws(Diagnostic) {
        guard entry.size <= Self.mostBytes else { throw .dataTooLarge(entry.path, entry.size) }
        let bytes = try tree.read(entry.path)
        let text = try SourceText(bytes, path: entry.path).settings(path: entry.path)
        (self.name, path, digest) = (name, entry.path, Digest(of: bytes))
        switch format {
        case .csv, .tsv:
            (value, columns) = try TableReader.table(in: text, path: entry.path, isTabbed: format == .tsv)
        case .json:
            columns = []
            do throws(JSONText.Fault) {
                value = DataValue(try JSONText(whole: text), in: text, path: entry.path)
            } catch {
                throw .dataNotJSON(at: Location(path: entry.path, offset: error.offset, in: text))
            }
        case .yaml, .yml:
            columns = []
            value = try Yaml.parse(text, path: entry.path).map { DataValue($0) } ?? .nothing
        }
    }
}

extension DataValue {
    init(_ yaml: Yaml) {
        switch yaml.content {
        case .scalar(let text, plain: true): self = DataValue(plain: text)
        case .scalar(let text, plain: false): self = .text(text)
        case .list(let items): self = .list(items.map { DataValue($0) })
        case .map(let entries):
            self = .record(
                entries.map { entry in
                    guard case .list(let items) = entry.value.content else {
                        return .of(entry.key, DataValue(entry.value), at: entry.value.location)
                    }
                    return .of(entry.key, items, { DataValue($0) }, at: \.location)
                })
        }
    }

    /// - Parameter bytes: the file, in which the words of a reference are looked for: JSON is read without places.
    init(_ json: JSONText, in bytes: [UInt8], path: String) {
        switch json {
        case .bare(let word): self = DataValue(plain: word)
        case .text(let text): self = .text(text)
        case .list(let items): self = .list(items.map { DataValue($0, in: bytes, path: path) })
        case .object(let pairs):
            self = .record(
                pairs.map { pair in
                    func value(_ json: JSONText) -> DataValue { DataValue(json, in: bytes, path: path) }
                    func place(_ json: JSONText) -> Location { Self.place(of: value(json), in: bytes, path: path) }
                    guard case .list(let items) = pair.value else {
                        return .of(pair.name, value(pair.value), at: place(pair.value))
                    }
                    return .of(pair.name, items, value, at: place)
                })
        }
    }

    private static func place(of value: DataValue, in bytes: [UInt8], path: String) -> Location {
        guard case .text(let words) = value, let offset = bytes.place(of: "\"\(words)\"".utf8, from: 0) else {
            return Location(path: path)
        }
        return Location(path: path, offset: offset, in: bytes)
    }
}
