/// Files that are not at hand: `Import/downloads.tsv`, each address once, in the order of the texts.
struct Downloads {
    private var seen: Set<UInt64> = []
    private(set) var bytes: [UInt8] = []

    var count: Int { seen.count }

    mutating func add(_ use: FileUse) {
        guard case .missing(let address, let path) = use, seen.insert(ExportIndex.key(address)).inserted else { return }
        bytes += "\(address)\t\(path)\n".utf8
    }
}
