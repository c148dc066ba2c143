package import Base

/// Brings an outlet's `Templates/` to the theme of this program. A file that the outlet has edited stays as it is, and
/// the theme's comes beside it, ending in `.new`; one that the outlet has deleted stays deleted.
package struct ThemeUpgrade: Sendable {
    package enum Step: Sendable, Equatable {
        /// Not edited, and the theme's has changed: replaced.
        case update
        /// New in the theme.
        case add
        /// Edited, and the theme's has changed: that one goes into `PATH.new`.
        case offer
        /// As `offer`, but `PATH.new` was edited, too: nothing is written.
        case wait
        /// The theme's has changed, and the outlet has none.
        case staysDeleted
        /// The theme no longer has it; an edited template of the outlet may still use it.
        case leftTheme
    }

    /// What becomes of a file.
    package struct Change: Sendable, Equatable {
        package let path: String
        package let step: Step
        /// From the outlet's file to the theme's; nil where one of them is missing.
        package let difference: LineDifference?
    }

    /// In the order of the paths' bytes; files that need nothing are left out.
    package let changes: [Change]
    /// How many files of the theme need nothing: they are as they should be, or edited while the theme's is as it was.
    package let untouched: Int
    private let files: [String: [UInt8]]
    private let record: ThemeRecord
    private let isRecorded: Bool

    /// - Parameters:
    ///   - theme: path and bytes of every file.
    ///   - outlet: the site's folder.
    package init(
        to theme: [(path: String, bytes: [UInt8])] = StarterSite.theme, in outlet: some OutputTree
    ) throws(Diagnostic) {
        let writer = outlet.writer()
        let bytes = try writer.existing(ThemeRecord.path)
        let old = ThemeRecord(reading: bytes)
        var record = ThemeRecord(of: theme)
        var changes: [Change] = []
        for (path, fresh) in theme {
            let own = try writer.existing(path)
            let offered = try writer.existing(path + Self.ending)
            guard let step = Self.step(own, offered, to: fresh, last: old.digests[path]) else { continue }
            // What could not be offered is offered again the next time.
            if step == .wait { record.digests[path] = old.digests[path] }
            changes.append(
                Change(path: path, step: step, difference: own.map { LineDifference(from: $0, to: fresh) }))
        }
        for path in old.digests.keys where record.digests[path] == nil {
            guard try writer.existing(path) != nil else { continue }
            changes.append(Change(path: path, step: .leftTheme, difference: nil))
        }
        untouched = theme.count - changes.count { $0.step != .leftTheme }
        self.changes = changes.sorted { bytesPrecede($0.path, $1.path) }
        (files, isRecorded) = (Dictionary(theme) { $1 }, bytes == record.bytes)
        self.record = record
    }

    /// What a file of the theme that waits beside an edited one ends in; no build reads it.
    package static let ending = ".new"

    /// What becomes of a file; nil for nothing.
    ///
    /// - Parameters:
    ///   - own: the outlet's.
    ///   - offered: the file beside it that ends in `.new`.
    ///   - last: what the outlet last took, or was last offered.
    private static func step(
        _ own: [UInt8]?, _ offered: [UInt8]?, to fresh: [UInt8], last: Digest?
    ) -> Step? {
        let new = ThemeRecord.digest(of: fresh)
        guard let own else { return last == nil ? .add : last == new ? nil : .staysDeleted }
        let now = ThemeRecord.digest(of: own)
        if now == new || last == new { return nil }
        if now == last { return .update }
        let waiting = offered.map(ThemeRecord.digest)
        return waiting == nil || waiting == last || waiting == new ? .offer : .wait
    }

    /// Writes the files, and the record last: a run that was cut short is completed by the next.
    package func write(to outlet: some OutputTree) throws(Diagnostic) {
        let writer = outlet.writer()
        for change in changes {
            guard let bytes = files[change.path] else { continue }
            switch change.step {
            case .update, .add: try writer.write(bytes, to: change.path)
            case .offer: try writer.write(bytes, to: change.path + Self.ending)
            case .wait, .staysDeleted, .leftTheme: continue
            }
        }
        if !isRecorded { try writer.write(record.bytes, to: ThemeRecord.path) }
    }
}
