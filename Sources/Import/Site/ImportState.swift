import Base

/// What earlier runs brought, from `Import/state.tsv`: where each item lies, what it was made from, what was written.
///
/// The lines stay on the disk, since an archive has hundreds of thousands; held is where each begins.
///
/// A class because it owns the open file.
final class ImportState {
    struct Entry: Sendable, Equatable {
        /// Relative to the site's folder.
        let path: String
        /// Of what the source said.
        let item: UInt64
        /// Of the file as it was written.
        let file: UInt64
    }

    static let path = "Import/state.tsv"

    /// Nil where there is none and none may be made.
    private let log: LineLog?
    /// Offset of the last line about a key, by the key's digest.
    private var places: [UInt64: Int] = [:]
    /// Whether the file holds one line a key, sorted.
    private var isSorted = true
    private var unsaved = 0

    /// - Parameter log: the file; the last line about a key holds, since lines are added while an import runs.
    init(_ log: LineLog? = nil) throws(Diagnostic) {
        self.log = log
        var last: [UInt8] = []
        try log?.forEachLine { start, line in
            guard let (key, _) = Self.read(line) else { return isSorted = false }
            if !last.lexicographicallyPrecedes(key) { isSorted = false }
            places[Self.digest(key)] = start
            last = Array(key)
        }
    }

    func has(_ key: String) -> Bool { places[Self.digest(key.utf8)] != nil }

    subscript(key: String) -> Entry? {
        get throws(Diagnostic) {
            guard let log, let place = places[Self.digest(key.utf8)],
                let (known, entry) = try Self.read(log.line(at: place)[...]), known.elementsEqual(key.utf8)
            else { return nil }
            return entry
        }
    }

    /// Notes what became of an item; what is noted reaches the disk every 500 times.
    func note(_ key: String, _ entry: Entry) throws(Diagnostic) {
        guard let log, try self[key] != entry else { return }
        let line = "\(key)\t\(entry.path)\t\(Digest.hexDigits(entry.item))\t\(Digest.hexDigits(entry.file))\n"
        places[Self.digest(key.utf8)] = try log.add(line.utf8)
        isSorted = false
        unsaved += 1
        if unsaved >= 500 { try save() }
    }

    /// What was noted reaches the disk.
    func save() throws(Diagnostic) {
        unsaved = 0
        try log?.flush()
    }

    /// Paths of all items.
    func paths() throws(Diagnostic) -> [String] {
        var paths: [String] = []
        try log?.forEachLine { start, line in
            if let (key, entry) = Self.read(line), places[Self.digest(key)] == start { paths.append(entry.path) }
        }
        return paths
    }

    /// Ends the file: one line a key, sorted.
    func finish(in tree: DiskTree) throws(Diagnostic) {
        guard let log, !isSorted else { return }
        var lines: [(key: String, place: Int)] = []
        try log.forEachLine { start, line in
            guard let (key, _) = Self.read(line), places[Self.digest(key)] == start else { return }
            lines.append((String(decoding: key, as: UTF8.self), start))
        }
        lines.sort { bytesPrecede($0.key, $1.key) }
        let sorted = try LineLog(Self.path, in: tree, .replacing)
        for line in lines { try sorted.add(log.line(at: line.place) + [0x0A]) }
        try sorted.replace()
    }

    private static func digest(_ key: some Collection<UInt8>) -> UInt64 { Digest(of: Array(key)).high }

    private static func read(_ line: ArraySlice<UInt8>) -> (key: ArraySlice<UInt8>, entry: Entry)? {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard fields.count == 4, let item = hex(fields[2]), let file = hex(fields[3]) else { return nil }
        return (fields[0], Entry(path: String(decoding: fields[1], as: UTF8.self), item: item, file: file))
    }

    private static func hex(_ digits: ArraySlice<UInt8>) -> UInt64? {
        UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
