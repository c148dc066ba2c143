/// A box of the ISO base media format (ISO 14496-12, 4.2).
struct ISOBox {
    let name: String
    /// Where the four letters of the name stand.
    let nameStart: Int
    let content: Range<Int>

    /// The boxes in a range, and where what is no box begins.
    static func all(in range: Range<Int>, of file: [UInt8]) -> (boxes: [ISOBox], end: Int) {
        var found: [ISOBox] = []
        var offset = range.lowerBound
        while offset <= range.upperBound - 8, let short = file.big(offset, 4), let name = file.name(at: offset + 4) {
            var (size, header) = (short, 8)
            if short == 1 { (size, header) = (file.big(offset + 8, 8) ?? 0, 16) }
            if short == 0 { size = range.upperBound - offset }
            guard size >= header, size <= range.upperBound - offset else { break }
            found.append(ISOBox(name: name, nameStart: offset + 4, content: (offset + header)..<(offset + size)))
            offset += size
        }
        return (found, min(offset, range.upperBound))
    }
}

/// What of a file is cut: its length stays, so that what tells places in it stays true.
extension [UInt8] {
    mutating func blank(_ range: Range<Int>) {
        for place in range { self[place] = 0 }
    }

    /// Makes a box free space.
    mutating func blank(_ box: ISOBox) {
        replaceSubrange(box.nameStart..<(box.nameStart + 4), with: "free".utf8)
        blank(box.content)
    }

    /// When something was made and changed, in the head of a film, a track or its media: numbers of eight bytes in
    /// version 1, of four before (14496-12, 8.2.2, 8.3.2, 8.4.2).
    mutating func blankDates(_ content: Range<Int>) {
        blank(content.dropFirst(4).prefix(big(content.lowerBound, 1) == 1 ? 16 : 8))
    }
}
