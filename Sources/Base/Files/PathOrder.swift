import Libc

/// Whether the bytes of `a` come before those of `b`. Unlike `<` on strings it tells canonically equal texts apart.
package func bytesPrecede(_ a: String, _ b: String) -> Bool {
    let quick = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in
            bytesPrecede(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
        }
    }
    return (quick ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// Whether the bytes of `a` come before those of `b`.
package func bytesPrecede(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard let one = a.baseAddress, let other = b.baseAddress else { return a.count < b.count }
    let order = memcmp(one, other, min(a.count, b.count))
    return order == 0 ? a.count < b.count : order < 0
}
