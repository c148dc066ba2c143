private import Synchronization

/// What was made of files that have not changed since, so that a build makes one article again and 9,999 not.
///
/// A value is right as long as its mark is equal: the mark names all that the value was made from. Between builds values lie in
/// files as bytes; what was read or made once in this process is held as it is.
///
/// A class because the workers of one build fill one shelf. What is generic looks each of its types up when it runs: the table is
/// not.
package final class Shelf<Mark: Packable & Sendable, Value: Packable & Sendable>: Sendable {
    private final class Held: Sendable {
        let mark: Mark
        let value: Value

        init(_ mark: Mark, _ value: Value) { (self.mark, self.value) = (mark, value) }
    }

    private let files: ShelfFiles
    /// By the digests of the paths.
    private let slots: Mutex<[Digest: Slot]>

    /// - Parameter files: what earlier shelves gave to store; a damaged one counts for nothing.
    package init(_ files: ShelfFiles = ShelfFiles()) {
        self.files = files
        slots = Mutex(files.places.mapValues { Slot(stored: $0) })
    }

    /// What a look at a mark may find.
    package enum Verdict {
        case right(Mark)
        case wrong
        /// The value holds, under a mark that is quicker to check the next time.
        case renewed(Mark)
    }

    /// The value kept for `path` where `judge` says that its mark is right, and `fits` the same of both, or what `make` gives,
    /// which is then kept.
    package func value(
        for path: String, judge: (Mark) -> Verdict, fits: (Value, Mark) -> Verdict = { .right($1) }, make: () -> (Mark, Value)
    ) -> Value {
        let path = Digest(of: path)
        let slot = slots.withLock { slots in
            guard let place = slots.index(forKey: path) else { return Slot?.none }
            slots.values[place].isUsed = true
            return slots.values[place]
        }
        if let slot, let (value, mark, renewed) = read(slot, judge) {
            switch fits(value, mark) {
            case .wrong: break
            case .right(let mark):
                if renewed { put(mark, value, for: path) }
                return value
            case .renewed(let mark):
                put(mark, value, for: path)
                return value
            }
        }
        let (mark, value) = make()
        put(mark, value, for: path)
        return value
    }

    private func put(_ mark: Mark, _ value: Value, for path: Digest) {
        let slot = Slot(held: Held(mark, value), isUsed: true)
        slots.withLock { $0[path] = slot }
    }

    /// `put` alone fills a slot of this shelf.
    private func held(in slot: Slot) -> Held? { slot.held.map { unsafeDowncast($0, to: Held.self) } }

    private func read(_ slot: Slot, _ judge: (Mark) -> Verdict) -> (Value, Mark, renewed: Bool)? {
        if let held = held(in: slot) {
            switch judge(held.mark) {
            case .wrong: return nil
            case .right(let mark): return (held.value, mark, false)
            case .renewed(let mark): return (held.value, mark, true)
            }
        }
        guard let place = slot.stored else { return nil }
        return files.withBytes(at: place) { bytes in
            var unpacker = Unpacker(bytes)
            guard let mark = try? Mark(from: &unpacker) else { return nil }
            switch judge(mark) {
            case .wrong: return nil
            case .right(let mark): return (try? Value(from: &unpacker)).map { ($0, mark, false) }
            case .renewed(let mark): return (try? Value(from: &unpacker)).map { ($0, mark, true) }
            }
        }
    }

    /// What was made or asked for in this process; nil where that was not, or was forgotten.
    package func held(for path: String) -> Value? { slots.withLock { $0[Digest(of: path)] }.flatMap(held)?.value }

    package func forget(_ path: String) { slots.withLock { $0[Digest(of: path)] = nil } }

    package func forgetAll() { slots.withLock { $0 = [:] } }

    /// Everything that this build asked for, for the next one; nil where that is what the files hold already.
    package func stored(by workers: Workers) -> ShelfFiles.Change? {
        let slots = slots.withLock { $0 }
        var used = 0
        var hasNew = false
        var late: [Digest] = []
        for (path, slot) in slots where slot.isUsed {
            used += 1
            if slot.stored == nil { hasNew = true }
            if slot.stored?.isLate ?? true { late.append(path) }
        }
        let isCrowded = used * 4 < slots.count * 3
        guard files.base.isEmpty || isCrowded || hasNew else { return nil }
        // A few are written beside the many, which are not written again until the few have become more.
        if !files.base.isEmpty, !isCrowded, late.count * 8 < used { return .later(bytes(of: late, in: slots, workers)) }
        return .base(bytes(of: slots.compactMap { $0.value.isUsed ? $0.key : nil }, in: slots, workers))
    }

    private func bytes(of paths: [Digest], in slots: [Digest: Slot], _ workers: Workers) -> [UInt8] {
        let paths = inOrder(paths)
        let parts = workers.map(Workers.slices(of: paths.count, by: 256)) { slice in
            var packer = Packer()
            for path in paths[slice] {
                guard let slot = slots[path] else { continue }
                packer.add(path)
                if let place = slot.stored {
                    files.withBytes(at: place) { bytes in
                        packer.add(count: bytes.count)
                        packer.append(raw: bytes)
                    }
                } else if let held = held(in: slot) {
                    packer.addBehindLength {
                        $0.add(held.mark)
                        $0.add(held.value)
                    }
                }
            }
            return packer.bytes
        }
        var packer = Packer()
        packer.add(paths.count)
        packer.reserve(parts.reduce(0) { $0 + $1.count })
        for part in parts { packer.append(raw: part) }
        return packer.bytes
    }
}

private struct Slot: Sendable {
    /// Its bytes in the file that the shelf was read from; nil for what was made since.
    var stored: ShelfFiles.Place?
    /// A `Held` of the shelf's.
    var held: (any AnyObject & Sendable)?
    /// What this build never asked for is not stored again.
    var isUsed = false
}

/// A function of its own, since what is generic compares by calls that are looked up.
private func inOrder(_ paths: [Digest]) -> [Digest] {
    paths.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
}

/// The files of a shelf: the many values that lie there for long, and the few that were made since.
package struct ShelfFiles: Sendable {
    package let base: [UInt8]
    /// Its values take the place of those in `base`.
    package let later: [UInt8]

    package init(base: [UInt8] = [], later: [UInt8] = []) { (self.base, self.later) = (base, later) }

    /// What is to be written: one of the two files, whole.
    package enum Change: Sendable {
        /// Holds all; what was later is part of it.
        case base([UInt8])
        case later([UInt8])
    }

    struct Place: Sendable {
        let isLate: Bool
        let range: Range<Int>
    }

    /// By the digests of the paths.
    fileprivate var places: [Digest: Place] {
        let many = Self.places(in: base, isLate: false)
        guard !many.isEmpty else { return [:] }
        return many.merging(Self.places(in: later, isLate: true)) { $1 }
    }

    /// None for a file that is damaged.
    private static func places(in file: [UInt8], isLate: Bool) -> [Digest: Place] {
        (file.isEmpty ? nil : file.withUnsafeBytes { try? places(in: $0, isLate: isLate) }) ?? [:]
    }

    private static func places(in file: UnsafeRawBufferPointer, isLate: Bool) throws(Damaged) -> [Digest: Place] {
        var unpacker = Unpacker(file)
        let count = try unpacker.int()
        guard count >= 0, count <= file.count else { throw Damaged() }
        var places: [Digest: Place] = [:]
        places.reserveCapacity(count)
        for _ in 0..<count {
            let path = try unpacker.digest()
            places[path] = Place(isLate: isLate, range: try unpacker.skip(try unpacker.count()))
        }
        guard unpacker.isAtEnd else { throw Damaged() }
        return places
    }

    fileprivate func withBytes<Result>(at place: Place, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        (place.isLate ? later : base).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[place.range])) }
    }
}
