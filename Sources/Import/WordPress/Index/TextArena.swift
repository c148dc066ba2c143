import Base

/// Many short texts in few blocks: each costs eight bytes and its own, and beyond the first megabytes those alone, since
/// full blocks lie in a nameless file then.
struct TextArena: Sendable {
    /// Where a text lies.
    struct Place: Sendable, Hashable {
        fileprivate let start: UInt32
        fileprivate let length: UInt32

        static let empty = Place(start: 0, length: 0)
        var isEmpty: Bool { length == 0 }
    }

    private static let blockSize = 1 << 18
    private let spill: SpillFile
    /// Those that are full.
    private var blocks: [SpillFile.Place] = []
    private var last: [UInt8] = []

    /// - Parameter folder: where the file is made; what cannot lie there stays in memory.
    init(in folder: String) {
        spill = SpillFile(in: folder, holding: 4 << 20)
        last.reserveCapacity(Self.blockSize)
    }

    /// Whether the disk gives all of them back; what it does not is empty.
    var isWhole: Bool { blocks.allSatisfy { spill.bytes(at: $0) != nil } }

    mutating func add(_ text: String) -> Place {
        let count = text.utf8.count
        guard count > 0, count < Self.blockSize else { return .empty }
        if last.count + count > Self.blockSize {
            blocks.append(spill.put(last))
            last.removeAll(keepingCapacity: true)
        }
        let start = blocks.count * Self.blockSize + last.count
        last.append(contentsOf: text.utf8)
        return Place(start: UInt32(start), length: UInt32(count))
    }

    /// Place of a text that mostly stands in another one, where it costs nothing more: the last time that it does.
    mutating func add(_ text: String, within other: Place) -> Place {
        guard let start = start(of: Array(text.utf8), in: bytes(of: other)) else { return add(text) }
        return Place(start: other.start + UInt32(start), length: UInt32(text.utf8.count))
    }

    private func start(of part: [UInt8], in whole: ArraySlice<UInt8>) -> Int? {
        guard !part.isEmpty, part.count <= whole.count else { return nil }
        return (0...(whole.count - part.count)).last { whole.dropFirst($0).starts(with: part) }
    }

    subscript(place: Place) -> String { String(decoding: bytes(of: place), as: UTF8.self) }

    private func bytes(of place: Place) -> ArraySlice<UInt8> {
        guard place.length > 0 else { return [] }
        let (block, start) = Int(place.start).quotientAndRemainder(dividingBy: Self.blockSize)
        let range = start..<(start + Int(place.length))
        guard block < blocks.count else { return last[range] }
        switch blocks[block] {
        case .memory(let bytes): return bytes[range]
        case .file(let place):
            let start = place.lowerBound + range.lowerBound
            return spill.bytes(at: .file(start..<(start + range.count)))?[...] ?? []
        }
    }
}
