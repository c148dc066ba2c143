/// The offset, in bytes, of the first sequence that is not well-formed UTF-8 (Unicode 16, table 3-7); nil where all
/// are.
package func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
        var position = 0
        while position < bytes.count {
            guard let width = widthOfSequence(in: bytes, at: position) else { return position }
            position = endOfShortSequences(in: bytes, from: position + width)
        }
        return nil
    }
}

/// The end of a run of sequences of one and two bytes, which are nearly all of an Arabic text: sixteen bytes are
/// checked at once, a part of the third that this saves of a clean build.
///
/// - Parameter start: where a sequence may start, behind at least one; so may another at what is returned.
private func endOfShortSequences(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start > 0 else { return start }
    let text = UnsafeRawPointer(base)
    var end = start
    while end + 16 <= bytes.count {
        let (here, before) = (SixteenBytes(text, at: end), SixteenBytes(text, at: end - 1))
        let (tails, tailsDue) = (here.among(0x80, 0x40), before.among(0xC2, 0x1E))
        let strange = (tails ^ tailsDue) | here.among(0xC0, 2) | here.from(0xE0)
        guard strange.isNone else {
            end += strange.first
            break
        }
        end += 16
    }
    // A pair whose second byte comes next, or is missing, is checked as a whole.
    return (0xC2...0xDF).contains(bytes[end - 1]) ? end - 1 : end
}

/// Bytes of the sequence at `start`; nil where none that is well-formed starts there.
private func widthOfSequence(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let (width, second): (Int, ClosedRange<UInt8>)
    switch bytes[start] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (width, second) = (3, 0x80...0xBF)
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + width <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
    for offset in 2..<max(2, width) where bytes[start + offset] & 0xC0 != 0x80 { return nil }
    return width
}
