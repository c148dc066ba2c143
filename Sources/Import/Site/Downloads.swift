import Base

/// Files that are not at hand: `Import/downloads.tsv`, each address once, in the order of the texts.
struct Downloads {
    private let log: LineLog?
    private var seen: Set<UInt64> = []

    /// - Parameter folder: the site; nil where they are only counted.
    init(_ folder: ImportFolder?) throws(Diagnostic) { log = try folder?.lines(at: "Import/downloads.tsv") }

    var count: Int { seen.count }

    mutating func add(_ use: FileUse) throws(Diagnostic) {
        guard case .missing(let address, let path) = use, seen.insert(ExportIndex.key(address)).inserted else { return }
        try log?.add("\(address)\t\(path)\n".utf8)
    }

    func finish() throws(Diagnostic) { try log?.flush() }
}
