private import Synchronization

/// What was made of files that have not changed since, so that a build makes one article again and 9,999 not.
///
/// A value is right as long as its mark is equal: the mark names all that the value was made from. Values lie on the shelf as
/// bytes, in memory for a preview and in a file between builds.
///
/// A class because the workers of one build fill one shelf.
package final class Shelf<Mark: Packable & Sendable, Value: Packable>: Sendable {
    private enum Slot: Sendable {
        /// In the file that the shelf was read from.
        case stored(Range<Int>)
        case fresh([UInt8])
    }

    private struct State: Sendable {
        /// By the digests of the paths.
        var slots: [Digest: Slot] = [:]
        /// What this build asked for: the rest is not stored again.
        var used: Set<Digest> = []
    }

    private let file: [UInt8]
    private let state: Mutex<State>

    package init() {
        file = []
        state = Mutex(State())
    }

    /// - Parameter file: what `stored()` gave; one that is damaged makes an empty shelf.
    package init(_ file: [UInt8]) {
        self.file = file
        let slots = file.withUnsafeBytes { Self.slots(in: $0) } ?? [:]
        state = Mutex(State(slots: slots))
    }

    private static func slots(in file: UnsafeRawBufferPointer) -> [Digest: Slot]? {
        var unpacker = Unpacker(file)
        do throws(Damaged) {
            let count = try unpacker.int()
            guard count >= 0, count <= file.count else { return nil }
            /// By the digests of the paths.
            var slots: [Digest: Slot] = [:]
            slots.reserveCapacity(count)
            for _ in 0..<count {
                let path = try unpacker.digest()
                slots[path] = .stored(try unpacker.skip(try unpacker.count()))
            }
            return unpacker.isAtEnd ? slots : nil
        } catch {
            return nil
        }
    }

    /// What a look at a mark may find.
    package enum Verdict {
        case right(Mark)
        case wrong
        /// The value holds, under a mark that is quicker to check the next time.
        case renewed(Mark)
    }

    /// The value kept for `path` where `judge` says that its mark is right, and `holds` that it fits it, or what `make` gives,
    /// which is then kept.
    package func value(
        for path: String, judge: (Mark) -> Verdict, holds: (Value, Mark) -> Bool = { _, _ in true }, make: () -> (Mark, Value)
    ) -> Value {
        let path = Digest(of: path)
        let slot = state.withLock { state in
            state.used.insert(path)
            return state.slots[path]
        }
        if let slot, let (value, mark, renewed) = read(slot, judge), holds(value, mark) {
            if renewed { put(mark, value, for: path) }
            return value
        }
        let (mark, value) = make()
        put(mark, value, for: path)
        return value
    }

    private func put(_ mark: Mark, _ value: Value, for path: Digest) {
        var packer = Packer()
        packer.add(mark)
        packer.add(value)
        let bytes = packer.bytes
        state.withLock { $0.slots[path] = .fresh(bytes) }
    }

    private func read(_ slot: Slot, _ judge: (Mark) -> Verdict) -> (Value, Mark, renewed: Bool)? {
        switch slot {
        case .fresh(let bytes): bytes.withUnsafeBytes { Self.read($0, judge) }
        case .stored(let range): file.withUnsafeBytes { Self.read(UnsafeRawBufferPointer(rebasing: $0[range]), judge) }
        }
    }

    private static func read(_ bytes: UnsafeRawBufferPointer, _ judge: (Mark) -> Verdict) -> (Value, Mark, renewed: Bool)? {
        var unpacker = Unpacker(bytes)
        guard let mark = try? Mark(from: &unpacker) else { return nil }
        switch judge(mark) {
        case .wrong: return nil
        case .right(let mark): return (try? Value(from: &unpacker)).map { ($0, mark, false) }
        case .renewed(let mark): return (try? Value(from: &unpacker)).map { ($0, mark, true) }
        }
    }

    package func forget(_ path: String) { state.withLock { $0.slots[Digest(of: path)] = nil } }

    package func forgetAll() { state.withLock { $0.slots = [:] } }

    /// Everything that this build asked for, for the next one; nil where that is what the file holds already.
    package func stored() -> [UInt8]? {
        state.withLock { state in
            let isAsBefore =
                state.used.count == state.slots.count
                && state.slots.values.allSatisfy { if case .stored = $0 { true } else { false } }
            guard !isAsBefore || file.isEmpty else { return nil }
            var packer = Packer()
            let paths = state.used.filter { state.slots[$0] != nil }.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
            packer.add(paths.count)
            for path in paths {
                packer.add(path)
                switch state.slots[path] {
                case .fresh(let bytes):
                    packer.add(count: bytes.count)
                    packer.append(raw: bytes)
                case .stored(let range):
                    packer.add(count: range.count)
                    packer.append(raw: file[range])
                case nil: break
                }
            }
            return packer.bytes
        }
    }
}
