/// Whether the bytes of `a` come before those of `b`. Unlike `<` on strings it tells canonically equal texts apart.
package func bytesPrecede(_ a: String, _ b: String) -> Bool {
    let quick = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in
            bytesPrecede(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
        }
    }
    return (quick ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// Indices of `paths` in the order of the paths' bytes. They are copied into one block first, so that a comparison
/// retains and releases no string.
package func placesByPath(_ paths: [String]) -> [Int] {
    var block: [UInt8] = []
    block.reserveCapacity(paths.count * 120)
    var ends: [Int] = []
    ends.reserveCapacity(paths.count)
    for path in paths {
        block += path.utf8
        ends.append(block.count)
    }
    return block.withUnsafeBytes { bytes in
        ends.withUnsafeBufferPointer { ends in
            func path(_ place: Int) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(rebasing: bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
            }
            return ends.indices.sorted { bytesPrecede(path($0), path($1)) }
        }
    }
}

/// Whether the bytes of `a` come before those of `b`, compared eight at a time: lists of a hundred thousand paths are
/// sorted by this.
package func bytesPrecede(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let shorter = min(a.count, b.count)
    var index = 0
    while index + 8 <= shorter {
        let (x, y) = (
            a.loadUnaligned(fromByteOffset: index, as: UInt64.self),
            b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        )
        if x != y { return UInt64(bigEndian: x) < UInt64(bigEndian: y) }
        index += 8
    }
    while index < shorter {
        if a[index] != b[index] { return a[index] < b[index] }
        index += 1
    }
    return a.count < b.count
}
