import Base

/// What earlier runs brought, from `Import/state.tsv`: where each item lies, what it was made from, what was written.
struct ImportState {
    struct Entry: Sendable, Equatable {
        /// Relative to the site's folder.
        let path: String
        /// Of what the source said.
        let item: UInt64
        /// Of the file as it was written.
        let file: UInt64
    }

    static let path = "Import/state.tsv"

    private(set) var entries: [String: Entry] = [:]

    init() {}

    /// The last line about a key holds: lines are added while an import runs.
    init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 4, let item = UInt64(fields[2], radix: 16), let file = UInt64(fields[3], radix: 16)
            else { continue }
            self[fields[0]] = Entry(path: fields[1], item: item, file: file)
        }
    }

    subscript(key: String) -> Entry? {
        get { entries[key] }
        set { entries[key] = newValue }
    }

    static func line(_ key: String, _ entry: Entry) -> String {
        "\(key)\t\(entry.path)\t\(Digest.hexDigits(entry.item))\t\(Digest.hexDigits(entry.file))\n"
    }

    /// All lines, sorted by their keys.
    var bytes: [UInt8] {
        var text: [UInt8] = []
        for (key, entry) in entries.sorted(by: { bytesPrecede($0.key, $1.key) }) { text += Self.line(key, entry).utf8 }
        return text
    }
}
