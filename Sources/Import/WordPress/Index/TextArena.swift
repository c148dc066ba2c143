/// Many short texts in few blocks of memory: each costs eight bytes and its own.
struct TextArena: Sendable {
    /// Where a text lies.
    struct Place: Sendable, Hashable {
        fileprivate let start: UInt32
        fileprivate let length: UInt32

        static let empty = Place(start: 0, length: 0)
        var isEmpty: Bool { length == 0 }
    }

    private static let blockSize = 1 << 20
    private var blocks: [[UInt8]] = []

    mutating func add(_ text: String) -> Place {
        let count = text.utf8.count
        guard count > 0, count < Self.blockSize else { return .empty }
        if blocks.isEmpty || blocks[blocks.count - 1].count + count > Self.blockSize {
            var block: [UInt8] = []
            block.reserveCapacity(Self.blockSize)
            blocks.append(block)
        }
        let last = blocks.count - 1
        let start = last * Self.blockSize + blocks[last].count
        blocks[last].append(contentsOf: text.utf8)
        return Place(start: UInt32(start), length: UInt32(count))
    }

    subscript(place: Place) -> String {
        guard place.length > 0 else { return "" }
        let start = Int(place.start) % Self.blockSize
        return String(
            decoding: blocks[Int(place.start) / Self.blockSize][start..<(start + Int(place.length))], as: UTF8.self)
    }
}
