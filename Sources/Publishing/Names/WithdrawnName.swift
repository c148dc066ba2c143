package import Base
package import Content

/// The withdrawal of a person's name, tried in memory before a file is touched: with it the whole site is built, and
/// searched for the name.
package struct WithdrawnName: Sendable {
    /// In the order of the paths.
    package private(set) var edits: [NameWithdrawal.Edit]
    /// Where the name stays in `Content/` or `Templates/`, for somebody to decide.
    package let kept: [Diagnostic]
    /// Errors that the site would have and has not now.
    package let newErrors: [Diagnostic]
    /// Files of the new site that hold the name, or bear it.
    package let leaks: [String]

    /// - Parameters:
    ///   - desk: name that takes its place.
    ///   - load: with the clock; drafts are edited whatever it says.
    package init(_ name: String, as desk: String, in tree: some FileTree, _ load: LoadOptions) throws(Diagnostic) {
        var all = load
        all.showsUnpublished = true
        let before = loadSite(tree, all)
        guard let site = before.site else { throw before.diagnostics.first ?? .missingFile("Content/site.yaml") }
        let withdrawal = try NameWithdrawal(of: name, as: desk, in: tree, site)
        (edits, kept) = (withdrawal.edits, withdrawal.kept)
        try Self.check(edits, tree)
        if let ledger = try Self.ledger(edits, tree, site, loadSite(EditedTree(tree, edits), all).site) {
            edits.removeAll { $0.path == ledger.path }
            edits.append(ledger)
            edits.sort { bytesPrecede($0.path, $1.path) }
        }
        let old = Set(Proof.pull(from: tree, load).diagnostics.filter { $0.severity == .error }.map(\.message))
        let output = MemoryTree()
        let outcome = Build(load).run(from: EditedTree(tree, edits), to: output, named: "Public")
        newErrors = outcome.diagnostics.filter { $0.severity == .error && !old.contains($0.message) }
        let search = NameSearch(name)
        leaks = output.paths.filter { search.isIn($0) || !search.matches(in: output[$0] ?? []).isEmpty }
    }

    /// No file takes the place of another.
    private static func check(_ edits: [NameWithdrawal.Edit], _ tree: some FileTree) throws(Diagnostic) {
        var taken = Set(edits.compactMap(\.newPath))
        guard taken.count == edits.count(where: { $0.newPath != nil }) else {
            throw .takenName(edits.compactMap(\.newPath).first ?? "")
        }
        for folder in ["Content", "Templates"] where !taken.isEmpty {
            taken.formIntersection(try tree.entries(under: folder).map(\.path))
            if let path = taken.sorted(by: bytesPrecede).first { throw .takenName(path) }
            taken = Set(edits.compactMap(\.newPath))
        }
    }

    /// The ledger with the new digests of the texts in which the name stood: to say that they have changed would point
    /// at it.
    private static func ledger(
        _ edits: [NameWithdrawal.Edit], _ tree: some FileTree, _ before: Site, _ after: Site?
    ) throws(Diagnostic) -> NameWithdrawal.Edit? {
        let own = edits.first { $0.path == Ledger.path }
        guard let after, let old = own?.bytes ?? (try? tree.read(Ledger.path)) else { return nil }
        let new = Dictionary((after.articles + after.tombstones).map { ($0.path, $0.readDigest.hex) }) { first, _ in
            first
        }
        var digests: [Substring: String] = [:]
        for article in before.articles + before.tombstones {
            guard let digest = new[article.path], digest != article.readDigest.hex else { continue }
            digests[Substring(article.readDigest.hex)] = digest
        }
        guard !digests.isEmpty else { return nil }
        var changed: [Int] = []
        let lines = String(decoding: old, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.enumerated().map { number, line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count > 1, let digest = digests[columns[1]] else { return String(line) }
            changed.append(number + 1)
            return ([String(columns[0]), digest] + columns.dropFirst(2).map(String.init)).joined(separator: "\t")
        }
        guard !changed.isEmpty else { return nil }
        return .init(
            path: Ledger.path, bytes: Array(text.joined(separator: "\n").utf8), newPath: nil,
            lines: Set((own?.lines ?? []) + changed).sorted())
    }

    /// Writes all edits. Where one fails, what was written before it is put back.
    package func write(to folder: some OutputTree) throws(Diagnostic) {
        let writer = folder.writer()
        var undo: [(path: String, bytes: [UInt8]?)] = []
        do throws(Diagnostic) {
            for edit in edits {
                guard let bytes = edit.bytes else { continue }
                let path = edit.newPath ?? edit.path
                undo.append((path, edit.newPath == nil ? try folder.read(path) : nil))
                try writer.write(bytes, to: path)
            }
            for edit in edits where edit.bytes == nil || edit.newPath != nil {
                undo.append((edit.path, try folder.read(edit.path)))
                try writer.remove(edit.path)
            }
        } catch {
            for (path, bytes) in undo.reversed() {
                if let bytes { _ = try? writer.write(bytes, to: path) } else { try? writer.remove(path) }
            }
            throw error
        }
    }
}

extension Diagnostic {
    fileprivate static func takenName(_ path: String) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.withdrawFile,
            Message(
                en:
                    "a file whose name holds the withdrawn one takes the desk's, and “\(path)” is there already; rename one",
                ar: "يأخذ الملف الذي في اسمه الاسم المسحوب اسم المكتب، و«\(path)» موجود من قبل؛ غيّر اسم أحدهما"),
            at: Location(path: path))
    }
}
