private import Synchronization

/// What was made of files that have not changed since, so that a build makes one article again and 9,999 not.
///
/// A value is right as long as its key is equal: the key names all that the value was made from. Between builds values
/// lie in files as bytes; what was read or made once in this process is in memory as it is.
///
/// A class because the workers of one build fill one cache. What is generic looks each of its types up when it runs:
/// the table is not.
package final class Cache<Key: Packable & Sendable, Value: Packable & Sendable>: Sendable {
    private final class InMemory: Sendable {
        let key: Key
        let value: Value

        init(_ key: Key, _ value: Value) { (self.key, self.value) = (key, value) }
    }

    private let files: CacheFiles
    /// By the digests of the paths.
    private let entries: Mutex<[Digest: Entry]>

    /// - Parameter files: what earlier caches gave to store; a damaged one counts for nothing.
    package init(_ files: CacheFiles = CacheFiles()) {
        self.files = files
        entries = Mutex(files.places.mapValues { Entry(stored: $0) })
    }

    /// What a look at a key may find.
    package enum Lookup {
        case valid(Key)
        case stale
        /// The value holds, under a key that is quicker to check the next time.
        case rekeyed(Key)
    }

    /// The value kept for `path` where `judge` says that its key is right, and `fits` the same of both, or what `make`
    /// gives, which is then kept.
    package func value(
        for path: String, judge: (Key) -> Lookup, fits: (Value, Key) -> Lookup = { .valid($1) },
        make: () -> (Key, Value)
    ) -> Value {
        let path = Digest(of: path)
        let entry = entries.withLock { entries in
            guard let place = entries.index(forKey: path) else { return Entry?.none }
            entries.values[place].isUsed = true
            return entries.values[place]
        }
        if let entry, let (value, key, isRekeyed) = read(entry, judge) {
            switch fits(value, key) {
            case .stale: break
            case .valid(let key):
                if isRekeyed { put(key, value, for: path) }
                return value
            case .rekeyed(let key):
                put(key, value, for: path)
                return value
            }
        }
        let (key, value) = make()
        put(key, value, for: path)
        return value
    }

    private func put(_ key: Key, _ value: Value, for path: Digest) {
        let entry = Entry(inMemory: InMemory(key, value), isUsed: true)
        entries.withLock { $0[path] = entry }
    }

    /// `put` alone fills an entry of this cache.
    private func inMemory(in entry: Entry) -> InMemory? { entry.inMemory.map { unsafeDowncast($0, to: InMemory.self) } }

    private func read(_ entry: Entry, _ judge: (Key) -> Lookup) -> (Value, Key, isRekeyed: Bool)? {
        if let inMemory = inMemory(in: entry) {
            switch judge(inMemory.key) {
            case .stale: return nil
            case .valid(let key): return (inMemory.value, key, false)
            case .rekeyed(let key): return (inMemory.value, key, true)
            }
        }
        guard let place = entry.stored else { return nil }
        return files.withBytes(at: place) { bytes in
            var unpacker = Unpacker(bytes)
            guard let key = try? Key(from: &unpacker) else { return nil }
            switch judge(key) {
            case .stale: return nil
            case .valid(let key): return (try? Value(from: &unpacker)).map { ($0, key, false) }
            case .rekeyed(let key): return (try? Value(from: &unpacker)).map { ($0, key, true) }
            }
        }
    }

    /// What was made or asked for in this process; nil where that was not, or was forgotten.
    package func inMemory(for path: String) -> Value? {
        entries.withLock { $0[Digest(of: path)] }.flatMap(inMemory)?.value
    }

    package func forget(_ path: String) { entries.withLock { $0[Digest(of: path)] = nil } }

    package func forgetAll() { entries.withLock { $0 = [:] } }

    /// Everything that this build asked for, for the next one; nil where that is what the files hold already.
    package func stored(by workers: Workers) -> CacheFiles.Change? {
        let entries = entries.withLock { $0 }
        var used = 0
        var hasNew = false
        var late: [Digest] = []
        for (path, entry) in entries where entry.isUsed {
            used += 1
            if entry.stored == nil { hasNew = true }
            if entry.stored?.isLate ?? true { late.append(path) }
        }
        let isCrowded = used * 4 < entries.count * 3
        guard files.base.isEmpty || isCrowded || hasNew else { return nil }
        // A few are written beside the many, which are not written again until the few have become more.
        if !files.base.isEmpty, !isCrowded, late.count * 8 < used {
            return .later(bytes(of: late, in: entries, workers))
        }
        return .base(bytes(of: entries.compactMap { $0.value.isUsed ? $0.key : nil }, in: entries, workers))
    }

    private func bytes(of paths: [Digest], in entries: [Digest: Entry], _ workers: Workers) -> [UInt8] {
        let paths = inOrder(paths)
        let parts = workers.map(Workers.slices(of: paths.count, by: 256)) { slice in
            var packer = Packer()
            for path in paths[slice] {
                guard let entry = entries[path] else { continue }
                packer.add(path)
                if let place = entry.stored {
                    files.withBytes(at: place) { bytes in
                        packer.add(count: bytes.count)
                        packer.append(raw: bytes)
                    }
                } else if let inMemory = inMemory(in: entry) {
                    packer.addBehindLength {
                        $0.add(inMemory.key)
                        $0.add(inMemory.value)
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

private struct Entry: Sendable {
    /// Its bytes in the file that the cache was read from; nil for what was made since.
    var stored: CacheFiles.Place?
    /// A `InMemory` of the cache's.
    var inMemory: (any AnyObject & Sendable)?
    /// What this build never asked for is not stored again.
    var isUsed = false
}

/// A function of its own, since what is generic compares by calls that are looked up.
private func inOrder(_ paths: [Digest]) -> [Digest] {
    paths.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
}

/// The files of a cache: the many values that lie there for long, and the few that were made since.
package struct CacheFiles: Sendable {
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
