/// How a camera was held, as it notes it in Exif (Exif 2.32, 4.6.4, tag 0x0112): browsers turn a picture by it before they show it.
struct PictureOrientation {
    /// The TIFF structure, in which all offsets count.
    private let tiff: ArraySlice<UInt8>
    private let isLittle: Bool

    /// Whether what the file calls its width is the height that readers see.
    ///
    /// - Parameter segment: the content of a JPEG's APP1 segment, of whatever kind; nil where it says nothing of this.
    static func turnsSides(_ segment: ArraySlice<UInt8>) -> Bool? {
        let mark = Array("Exif\0\0".utf8)
        guard segment.starts(with: mark) else { return nil }
        return PictureOrientation(segment.dropFirst(mark.count))?.value.map { (5...8).contains($0) }
    }

    private init?(_ tiff: ArraySlice<UInt8>) {
        if tiff.starts(with: [0x49, 0x49, 42, 0]) {
            isLittle = true
        } else if tiff.starts(with: [0x4D, 0x4D, 0, 42]) {
            isLittle = false
        } else {
            return nil
        }
        self.tiff = tiff
    }

    private var value: Int? {
        guard let directory = number(at: 4, 4), let count = number(at: directory, 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number(at: place, 2) else { return nil }
            // One number of the type SHORT, as the standard has it: browsers heed no other.
            if tag == 0x0112 { return number(at: place + 2, 2) == 3 && number(at: place + 4, 4) == 1 ? number(at: place + 8, 2) : nil }
        }
        return nil
    }

    /// Nil where the structure ends before.
    private func number(at offset: Int, _ count: Int) -> Int? {
        guard offset + count <= tiff.count else { return nil }
        let bytes = tiff.dropFirst(offset).prefix(count)
        return isLittle ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
