import Base

/// The site that an import writes into: new files and its own unedited ones, and what it tells in `Import/`.
///
/// A class because it owns what is open on the disk.
final class ImportFolder {
    let tree: DiskTree
    private let writer: any OutputWriter
    let state: ImportState
    private let writes: Bool
    private let rowLog: LineLog?

    /// Rows by kind: how many, and the first of them.
    private(set) var rows: [ReportRow.Kind: (count: Int, first: [ReportRow])] = [:]
    /// How many files were written, were as they are, and were left to their editors.
    private(set) var tally = (written: 0, unchanged: 0, kept: 0)

    /// - Parameter writes: whether anything may be written.
    init(_ tree: DiskTree, writes: Bool) throws(Diagnostic) {
        (self.tree, self.writes) = (tree, writes)
        writer = tree.writer()
        guard writes else {
            let isThere = writer.stamp(of: ImportState.path) != nil
            state = try ImportState(isThere ? LineLog(ImportState.path, in: tree, .reading) : nil)
            rowLog = nil
            return
        }
        let ignored = Array("*\n!.gitignore\n!state.tsv\n".utf8)
        if try writer.existing("Import/.gitignore") != ignored { try writer.write(ignored, to: "Import/.gitignore") }
        state = try ImportState(LineLog(ImportState.path, in: tree, .appending))
        rowLog = try LineLog("Import/report.tsv", in: tree, .anew)
    }

    /// A file of lines that is written anew; nil in a run that writes nothing.
    func lines(at path: String) throws(Diagnostic) -> LineLog? { writes ? try LineLog(path, in: tree, .anew) : nil }

    /// The lines of a file, an empty one where there is none; nil in a run that writes nothing.
    func existingLines(at path: String) throws(Diagnostic) -> LineLog? {
        guard writes else { return nil }
        if writer.stamp(of: path) == nil, try writer.existing(path) == nil { try writer.write([], to: path) }
        return try LineLog(path, in: tree, .reading)
    }

    /// Where nameless files of the run lie; nothing can in a run that writes nothing.
    var spillFolder: String { tree.root + "/Import" }

    /// Most rows of a kind that the report for people shows.
    static let mostShown = 200

    func report(_ row: ReportRow) throws(Diagnostic) {
        var known = rows[row.kind] ?? (0, [])
        known.count += 1
        if known.first.count < Self.mostShown { known.first.append(row) }
        rows[row.kind] = known
        try rowLog?.add(row.tsv.utf8)
    }

    func existing(_ path: String) throws(Diagnostic) -> [UInt8]? { try writer.existing(path) }

    /// Whether a file is as the import wrote that keeps it under `key`.
    func isOwn(_ bytes: [UInt8]?, key: String) throws(Diagnostic) -> Bool {
        guard let bytes else { return false }
        return try state[key]?.file == Digest(of: bytes).high
    }

    /// Whether something lies at `path`.
    func isThere(_ path: String) -> Bool { writer.stamp(of: path) != nil }

    /// Writes a file where it differs.
    func put(_ bytes: [UInt8], at path: String) throws(Diagnostic) {
        guard writes, try writer.existing(path) != bytes else { return }
        try writer.write(bytes, to: path)
    }

    /// What became of a file that an import wants to write.
    enum Outcome: Equatable {
        case written, unchanged
        /// An editor changed or deleted it.
        case edited, deleted
    }

    /// Writes the file of an item: a new one, or one that nobody edited since it was written. Where an editor did, the
    /// newer text lies in `Import/newer/`.
    ///
    /// - Parameters:
    ///   - key: names the item in the state.
    ///   - item: digest of what the source says.
    ///   - wanted: where a new file goes; another one there is never touched.
    func place(
        _ bytes: [UInt8], key: String, item: Digest, at wanted: String
    ) throws(Diagnostic) -> (path: String, outcome: Outcome) {
        let digest = Digest(of: bytes)
        guard let known = try state[key] else {
            try add(bytes, to: wanted)
            try note(key, .init(path: wanted, item: item.high, file: digest.high))
            tally.written += 1
            return (wanted, .written)
        }
        guard let there = try writer.existing(known.path) else {
            tally.kept += 1
            return (known.path, .deleted)
        }
        if Digest(of: there).high != known.file, there != bytes {
            tally.kept += 1
            guard item.high != known.item else { return (known.path, .unchanged) }
            try put(bytes, at: "Import/newer/" + (known.path.split(separator: "/").last ?? ""))
            return (known.path, .edited)
        }
        if there == bytes {
            tally.unchanged += 1
            try note(key, .init(path: known.path, item: item.high, file: digest.high))
            return (known.path, .unchanged)
        }
        try add(bytes, to: known.path)
        try note(key, .init(path: known.path, item: item.high, file: digest.high))
        tally.written += 1
        return (known.path, .written)
    }

    /// Writes site.yaml where there is none, an own one, or this very one, which a run wrote that was killed before it
    /// noted it. It is noted on the disk at once: what is not would be an editor's for all later runs.
    ///
    /// - Returns: what an editor's file may lack; empty where the file was written.
    func placeSettings(_ bytes: [UInt8], existing: [UInt8]?, isOwn: Bool) throws(Diagnostic) -> String {
        guard existing == nil || isOwn || existing == bytes else {
            try report(ReportRow(.settings, SiteSettings.path))
            return String(decoding: bytes, as: UTF8.self)
        }
        _ = try place(bytes, key: "site", item: Digest(of: bytes), at: SiteSettings.path)
        if writes { try state.save() }
        return ""
    }

    private func add(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
        if writes { try writer.write(bytes, to: path) }
    }

    private func note(_ key: String, _ entry: ImportState.Entry) throws(Diagnostic) {
        if writes { try state.note(key, entry) }
    }

    /// Ends the logs; the state is sorted.
    func finish() throws(Diagnostic) {
        try rowLog?.flush()
        if writes { try state.finish(in: tree) }
    }
}

extension Diagnostic {
    /// What the system wrote it cannot read back.
    static func unreadable(_ path: String) -> Diagnostic {
        let message = Message(en: "the system cannot read back what it wrote", ar: "لا يستطيع النظام قراءة ما كتبه")
        return Diagnostic(id: FileRule.disk, message, at: Location(path: path))
    }
}
