/// The two files of a cache, whole: the many values of an earlier build, and the few that were made since.
package struct CacheFiles: Sendable {
    /// Empty where no build has stored any.
    package let base: [UInt8]
    /// Values that take the place of those in `base`.
    package let later: [UInt8]

    /// Files as `Change` gave them; damaged ones count as empty.
    package init(base: [UInt8] = [], later: [UInt8] = []) { (self.base, self.later) = (base, later) }

    /// One of the two files, to be written as a whole.
    package enum Change: Sendable {
        /// All values, those of `later` too.
        case base([UInt8])
        /// The few that are not in `base` as they are.
        case later([UInt8])
    }

    /// Where key and value lie, in bytes of one of the files.
    struct Place: Sendable {
        let isLate: Bool
        let range: Range<Int>
    }

    /// The places of all values.
    var places: [TextKey: Place] {
        let many = Self.places(in: base, isLate: false)
        guard !many.isEmpty else { return [:] }
        return many.merging(Self.places(in: later, isLate: true)) { $1 }
    }

    /// Empty for a file that is damaged.
    private static func places(in file: [UInt8], isLate: Bool) -> [TextKey: Place] {
        (file.isEmpty ? nil : file.withUnsafeBytes { try? places(in: $0, isLate: isLate) }) ?? [:]
    }

    private static func places(in file: UnsafeRawBufferPointer, isLate: Bool) throws(Damaged) -> [TextKey: Place] {
        var unpacker = Unpacker(file)
        let count = try unpacker.int()
        guard count >= 0, count <= file.count else { throw Damaged() }
        var places: [TextKey: Place] = [:]
        places.reserveCapacity(count)
        for _ in 0..<count {
            let path = TextKey(digest: try unpacker.digest())
            places[path] = Place(isLate: isLate, range: try unpacker.skip(try unpacker.count()))
        }
        guard unpacker.isAtEnd else { throw Damaged() }
        return places
    }

    func withBytes<Result>(at place: Place, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        (place.isLate ? later : base).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[place.range])) }
    }
}
