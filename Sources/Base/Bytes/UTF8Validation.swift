/// The offset, in bytes, of the first sequence that is not well-formed UTF-8 (Unicode 16, table 3-7); nil where all
/// are.
package func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
        var position = 0
        while position < bytes.count {
            guard let (_, length) = scalar(at: position, in: bytes) else { return position }
            position = endOfShortSequences(in: bytes, from: position + length)
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
