import Base

/// Passages of right-to-left letters in a piece of plain text that runs from left to right, in bytes: each from its first
/// such letter to its last, with the words, digits and signs between them.
///
/// What follows an Arabic word would be drawn on its far side if it began with a digit or a sign: «by هند 1990» reads
/// as if the year came first. In an isolate the passage keeps to itself. A text without such letters allocates nothing.
package func arabicPassages(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    // The lead bytes of Hebrew, Arabic, Syriac, Thaana and N'Ko, and of Arabic's presentation forms.
    func mayBeArabic(_ byte: UInt8) -> Bool { (0xD6...0xDF).contains(byte) || byte == 0xE0 || byte == 0xEF }
    var passages: [Range<Int>] = []
    var open: Range<Int>?
    var i = bytes.firstIndex(where: mayBeArabic) ?? bytes.count
    while i < bytes.count {
        guard let (value, length) = scalar(at: i, in: bytes) else {
            i += 1
            continue
        }
        if isRightToLeft(value), value != 0x200F {
            open = (open?.lowerBound ?? i)..<i + length
        } else if let passage = open {
            if isArabicMark(value), passage.upperBound == i {
                open = passage.lowerBound..<i + length
            } else if Unicode.Scalar(value)?.properties.isAlphabetic ?? false {
                passages.append(passage)
                open = nil
            }
        }
        i += length
    }
    if let open { passages.append(open) }
    return passages
}

/// The same of an array.
package func arabicPassages(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { arabicPassages(in: $0) }
}
