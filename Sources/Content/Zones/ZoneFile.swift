import Base

/// The contents of a TZif file (RFC 9636), every count and index checked before it is used.
///
/// What is older than the format's second version, of 2005, is read by its 32-bit times.
struct ZoneFile {
    /// The largest file of the database takes 4 KB.
    static let largest = 64 * 1024

    private var rest: ArraySlice<UInt8>

    static func table(in bytes: [UInt8]) throws(ZoneFileDamage) -> ZoneTable {
        guard bytes.count <= largest else { throw .tooLarge }
        var file = ZoneFile(rest: bytes[...])
        var header = try file.header()
        var width = 4
        if header.version >= UInt8(ascii: "2") {
            // The same in fewer bits.
            _ = try file.take(header.size(width: width))
            header = try file.header()
            width = 8
        }
        guard header.isSound else { throw .counts }
        var block = ZoneFile(rest: try file.take(header.size(width: width)))
        let (first, changes) = try block.changes(header, width: width)
        return ZoneTable(first: first, changes, rule: width == 8 ? try file.rule() : nil)
    }

    private struct Header {
        let version: UInt8
        let universalFlags, standardFlags, leapSeconds, times, types, characters: Int

        var isSound: Bool {
            (1...256).contains(types) && characters > 0 && [0, types].contains(universalFlags)
                && [0, types].contains(standardFlags)
        }

        /// Bytes of the block behind it.
        func size(width: Int) -> Int {
            times * (width + 1) + types * 6 + characters + leapSeconds * (width + 4) + standardFlags + universalFlags
        }
    }

    private mutating func header() throws(ZoneFileDamage) -> Header {
        guard rest.starts(with: "TZif".utf8) else { throw .otherFormat }
        _ = try take(4)
        let version = try take(16).first ?? 0
        return Header(
            version: version, universalFlags: try count(), standardFlags: try count(), leapSeconds: try count(),
            times: try count(), types: try count(), characters: try count())
    }

    /// The offset before all changes, and the changes.
    private mutating func changes(_ header: Header, width: Int) throws(ZoneFileDamage) -> (Int, [ZoneTable.Change]) {
        guard header.leapSeconds == 0 else { throw .leapSeconds }
        var times: [Int] = []
        for _ in 0..<header.times {
            let time = try number(width)
            guard times.last.map({ $0 < time }) ?? true else { throw .order }
            times.append(time)
        }
        let indexes = try take(header.times)
        var offsets: [Int] = []
        for _ in 0..<header.types {
            let offset = try number(4)
            // A day and an hour or two, as the format asks.
            guard (-89_999...93_599).contains(offset) else { throw .offsets }
            let flags = try take(2)
            guard let isSummer = flags.first, let name = flags.last, isSummer <= 1, name < header.characters else {
                throw .indexes
            }
            offsets.append(offset)
        }
        var changes: [ZoneTable.Change] = []
        for (time, index) in zip(times, indexes) {
            guard index < offsets.count else { throw .indexes }
            changes.append(ZoneTable.Change(from: time, offset: offsets[Int(index)]))
        }
        return (offsets[0], changes)
    }

    /// The rule between line breaks at the end; nil where nothing stands there.
    private mutating func rule() throws(ZoneFileDamage) -> ZoneRule? {
        guard try take(1).first == UInt8(ascii: "\n"), let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
            throw .cutShort
        }
        let text = rest[..<end]
        guard !text.isEmpty else { return nil }
        guard let rule = ZoneRule(text) else { throw .rule }
        return rule
    }

    private mutating func take(_ count: Int) throws(ZoneFileDamage) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .cutShort }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private mutating func count() throws(ZoneFileDamage) -> Int { try number(4) & 0xFFFF_FFFF }

    /// A number in two's complement, the highest byte first.
    private mutating func number(_ width: Int) throws(ZoneFileDamage) -> Int {
        let bits = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return width == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
    }
}
