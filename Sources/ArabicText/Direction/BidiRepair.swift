import Base

/// A place in a right-to-left block where the order of the characters would show wrong.
package struct BidiRepair: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The range belongs into `<bdi dir="ltr">`.
        case isolate
        /// U+200F belongs before the range, which is empty.
        case mark
    }

    package let kind: Kind
    /// In bytes of the text.
    package let range: Range<Int>
}

/// What a piece of plain text needs inside a right-to-left block, in order and without overlaps.
///
/// Isolated are: a bare URL; an ISO date; a phone number, and other digits in groups that would swap; a handle or
/// hashtag in Latin; a number with `%`; a Latin run that ends in one of `+ # ? ! . / %`, as a whole. Its full stop only
/// where it belongs to an abbreviation: at the end of an Arabic sentence it is the sentence's. With `startsBlock` (no
/// letter has come yet in the block) a range such as `10-12` gets a mark before its hyphen.
///
/// A text without ASCII letters and digits allocates nothing.
package func bidiRepairs(in bytes: UnsafeBufferPointer<UInt8>, startsBlock: Bool) -> [BidiRepair] {
    var scan = BidiScan(bytes, startsBlock: startsBlock)
    scan.run()
    return scan.repairs
}

/// The same of an array.
package func bidiRepairs(in bytes: [UInt8], startsBlock: Bool) -> [BidiRepair] {
    bytes.withUnsafeBufferPointer { bidiRepairs(in: $0, startsBlock: startsBlock) }
}
