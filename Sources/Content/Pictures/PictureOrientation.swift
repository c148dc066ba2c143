/// How a camera was held, as it notes it in Exif (Exif 2.32, 4.6.4, tag 0x0112): browsers turn a picture by it before
/// they show it.
struct PictureOrientation {
    /// The TIFF structure, in which all offsets count.
    private let tiff: ArraySlice<UInt8>
    private let isLittle: Bool

    /// What stands in front of the structure in a JPEG's segment (4.7.2).
    static let mark = Array("Exif\0\0".utf8)

    /// Whether a JPEG's APP1 segment is one of Exif, of which the first in front of the picture decides, also one that
    /// says nothing.
    static func isExif(_ segment: ArraySlice<UInt8>) -> Bool {
        segment.starts(with: mark.dropLast()) && segment.count > mark.count
    }

    /// The tag's value in a JPEG's Exif segment; 1, which turns nothing, where it says nothing of this.
    static func value(inExif segment: ArraySlice<UInt8>) -> Int { value(inTIFF: segment.dropFirst(mark.count)) }

    /// The tag's value in a structure of its own, as PNG and WebP hold it; 1 where it says nothing of this.
    static func value(inTIFF tiff: ArraySlice<UInt8>) -> Int { PictureOrientation(tiff)?.value ?? 1 }

    /// Whether what the file calls its width is the height that readers see.
    static func turnsSides(_ value: Int) -> Bool { (5...8).contains(value) }

    /// A structure that says nothing but this; nil for a value that turns nothing.
    static func exif(_ value: Int) -> [UInt8]? {
        guard (2...8).contains(value) else { return nil }
        let header: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(value), 0, 0]
        return header + [0, 1] + entry + [0, 0, 0, 0]
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

    /// Orientation in the picture's own directory, else in the one that Exif adds to it.
    private var value: Int? {
        guard let directory = number(at: 4, 4) else { return nil }
        return value(in: directory)
            ?? entry(0x8769, in: directory).flatMap { number(at: $0 + 8, 4) }.flatMap { value(in: $0) }
    }

    /// One number of the type SHORT from 1 to 8, as the standard has it: browsers heed no other.
    private func value(in directory: Int) -> Int? {
        entry(0x0112, in: directory) {
            number(at: $0 + 2, 2) == 3 && number(at: $0 + 4, 4) == 1 && (1...8).contains(number(at: $0 + 8, 2) ?? 0)
        }
        .flatMap { number(at: $0 + 8, 2) }
    }

    /// Where the first entry of this tag stands that is as it must be.
    private func entry(_ tag: Int, in directory: Int, where isSound: (Int) -> Bool = { _ in true }) -> Int? {
        guard let count = number(at: directory, 2) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let found = number(at: place, 2) else { return nil }
            if found == tag, isSound(place) { return place }
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
