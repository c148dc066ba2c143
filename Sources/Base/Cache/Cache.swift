private import Synchronization

/// Values made from files, by the paths of the files, so that a build makes those anew whose files have changed.
///
/// A value is valid as long as its key is: the key states all that the value was made from. Between builds keys and
/// values lie in `CacheFiles` as bytes; those that this process made are in memory.
///
/// A class because the workers of one build fill one cache.
package final class Cache<Key: Packable & Sendable, Value: Packable & Sendable>: Sendable {
    private final class KeyedValue: Sendable {
        let key: Key
        let value: Value

        init(_ key: Key, _ value: Value) { (self.key, self.value) = (key, value) }
    }

    private let files: CacheFiles
    /// `Entry` is not generic: a generic value of a dictionary would cost a look-up of its metadata at each access.
    private let entries: Mutex<[TextKey: Entry]>

    /// - Parameter files: what an earlier cache stored; a damaged file counts as an empty one.
    package init(_ files: CacheFiles = CacheFiles()) {
        self.files = files
        entries = Mutex(files.places.mapValues { Entry(stored: $0) })
    }

    /// Whether a value that was found may be used.
    package enum Lookup {
        case valid(Key)
        case stale
        /// Valid, under another key, which is quicker to check the next time.
        case rekeyed(Key)
    }

    /// The value for `path`: the one in the cache, or what `make` returns, which takes its place.
    ///
    /// - Parameters:
    ///   - judge: whether the key in the cache is valid.
    ///   - fits: whether value and key are, asked where `judge` says so.
    ///   - make: a value and its key, where none in the cache is valid.
    package func value(
        for path: String, judge: (Key) -> Lookup, fits: (Value, Key) -> Lookup = { .valid($1) },
        make: () -> (Key, Value)
    ) -> Value {
        let path = TextKey(path)
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

    private func put(_ key: Key, _ value: Value, for path: TextKey) {
        let entry = Entry(inMemory: KeyedValue(key, value), isUsed: true)
        entries.withLock { $0[path] = entry }
    }

    /// The cast holds, since `put` alone puts anything into memory.
    private func inMemory(_ entry: Entry) -> KeyedValue? {
        entry.inMemory.map { unsafeDowncast($0, to: KeyedValue.self) }
    }

    private func read(_ entry: Entry, _ judge: (Key) -> Lookup) -> (Value, Key, isRekeyed: Bool)? {
        if let inMemory = inMemory(entry) {
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

    /// The value for `path` if this process made it and has not forgotten it.
    package func inMemory(for path: String) -> Value? {
        entries.withLock { $0[TextKey(path)] }.flatMap(inMemory)?.value
    }

    /// Drops the value for `path`: the next look-up makes it anew.
    package func forget(_ path: String) { entries.withLock { $0[TextKey(path)] = nil } }

    /// Drops all values.
    package func forgetAll() { entries.withLock { $0 = [:] } }

    /// The values that were asked for, as the file to write for the next build; nil where the files have them already.
    package func stored() -> CacheFiles.Change? {
        let entries = entries.withLock { $0 }
        var used = 0
        var hasNew = false
        var late: [TextKey] = []
        for (path, entry) in entries where entry.isUsed {
            used += 1
            if entry.stored == nil { hasNew = true }
            if entry.stored?.isLate ?? true { late.append(path) }
        }
        let isCrowded = used * 4 < entries.count * 3
        guard files.base.isEmpty || isCrowded || hasNew else { return nil }
        // A few values are written to a file of their own, and the many again only when the few have become more.
        if !files.base.isEmpty, !isCrowded, late.count * 8 < used {
            return .later(bytes(of: late, in: entries))
        }
        return .base(bytes(of: entries.compactMap { $0.value.isUsed ? $0.key : nil }, in: entries))
    }

    private func bytes(of paths: [TextKey], in entries: [TextKey: Entry]) -> [UInt8] {
        let paths = inOrder(paths)
        var packer = Packer()
        packer.add(paths.count)
        for path in paths {
            guard let entry = entries[path] else { continue }
            packer.add(path.digest)
            if let place = entry.stored {
                files.withBytes(at: place) { bytes in
                    packer.add(count: bytes.count)
                    packer.append(raw: bytes)
                }
            } else if let inMemory = inMemory(entry) {
                packer.addBehindLength {
                    $0.add(inMemory.key)
                    $0.add(inMemory.value)
                }
            }
        }
        return packer.bytes
    }
}

private struct Entry: Sendable {
    /// Where key and value lie in the files that the cache was read from; nil for those made since.
    var stored: CacheFiles.Place?
    /// The `KeyedValue` of a cache.
    var inMemory: (any AnyObject & Sendable)?
    /// Whether this build asked for it: what it did not ask for is not stored again.
    var isUsed = false
}

/// Outside of `Cache`, whose generic code would compare through witness tables.
private func inOrder(_ paths: [TextKey]) -> [TextKey] {
    paths.sorted { ($0.digest.high, $0.digest.low) < ($1.digest.high, $1.digest.low) }
}
