import Base

/// Where a picture was taken, as cameras write it into its file: Exif 2.32, 4.6.6, the GPS directory that tag 0x8825
/// leads to.
enum PictureOrigin {
    /// Whether a latitude or a longitude stands in the file. JPEG, PNG, WebP and AVIF alike hold a TIFF structure.
    ///
    /// - Parameter start: the first part of the file; Exif stands near the front.
    static func isLocated(_ start: [UInt8]) -> Bool {
        signatures.contains { signature in
            var place = 0
            while let found = start.place(of: signature, from: place) {
                place = found + signature.count
                // WebP puts a chunk's size, AVIF an offset, some files nothing between the signature and the TIFF
                // header.
                for skip in 0...8 where hasCoordinates(start[...].dropFirst(place + skip)) { return true }
            }
            return false
        }
    }

    private static let signatures = ["Exif\0\0", "eXIf", "EXIF"].map { Array($0.utf8) }

    private static func hasCoordinates(_ tiff: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(tiff.prefix(64 * 1024))
        guard bytes.count > 8 else { return false }
        let isLittle: Bool
        switch (bytes[0], bytes[1]) {
        case (0x49, 0x49): isLittle = true
        case (0x4D, 0x4D): isLittle = false
        default: return false
        }
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            let part = bytes[offset..<(offset + count)]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        /// The value of each entry of a directory, by tag.
        func directory(_ offset: Int) -> [Int: Int] {
            guard let count = number(offset, 2), count < 512 else { return [:] }
            var entries: [Int: Int] = [:]
            for index in 0..<count {
                let entry = offset + 2 + 12 * index
                if let tag = number(entry, 2), let value = number(entry + 8, 4) { entries[tag] = value }
            }
            return entries
        }
        guard number(2, 2) == 42, let first = number(4, 4), let gps = directory(first)[0x8825] else { return false }
        let entries = directory(gps)
        return entries[2] != nil || entries[4] != nil
    }
}
