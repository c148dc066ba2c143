/// The direction of a page, a block or a run.
package enum Direction: String, Sendable, Hashable { case rtl, ltr }

/// Strong right to left: Hebrew, Arabic and their neighbours. Digits and signs of these scripts are not.
func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x5D0...0x5F2, 0x608, 0x60B, 0x60D, 0x61B...0x64A, 0x66D...0x66F, 0x671...0x6D5, 0x6E5...0x6E6, 0x6EE...0x6EF,
        0x6FA...0x8BD, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
        true
    default: false
    }
}

/// The direction in which a block of plain text is to be read; right to left where it has no letters.
package func blockDirection(of bytes: UnsafeBufferPointer<UInt8>) -> Direction {
    var count = DirectionCount()
    count.add(bytes)
    return count.direction ?? .rtl
}

/// The same of an array.
package func blockDirection(of bytes: [UInt8]) -> Direction {
    bytes.withUnsafeBufferPointer { blockDirection(of: $0) }
}
