/// The segments of a JPEG (ITU T.81, Annex B) of which its picture is made.
///
/// Kept are the tables, frames and scans, of the application's segments JFIF's without its small picture, the ICC
/// profile (ICC.1, B.4) and Adobe's, which tells how colours are coded. Nothing behind the end of the picture is:
/// phones put films and further pictures there.
struct JPEGSegments {
    private let file: [UInt8]
    private var output: [UInt8] = [0xFF, 0xD8]
    private var markers: JPEGMarkers
    /// Whether how the camera was held is known, or not to be known any more: the first Exif in front of the picture
    /// decides.
    private var hasOrientation = false

    static func shown(of file: [UInt8]) -> [UInt8] {
        var segments = JPEGSegments(file)
        segments.run()
        return segments.output
    }

    private init(_ file: [UInt8]) {
        self.file = file
        markers = JPEGMarkers(file)
        output.reserveCapacity(file.count)
    }

    private mutating func run() {
        while let (start, marker) = markers.next() {
            switch marker {
            case 0x01, 0xD0...0xD7: output += file[start..<markers.offset]
            case 0xD9:
                output += file[start..<markers.offset]
                return
            case 0xC0...0xD7, 0xDA...0xFE:
                // A file that was cut off within a segment shows nothing of it.
                guard let length = file.big(markers.offset, 2), length >= 2, length <= file.count - markers.offset
                else { return }
                let content = (markers.offset + 2)..<(markers.offset + length)
                markers.offset = content.upperBound
                add(marker, from: start, content)
                if marker == 0xDA { addScan() }
            default: return
            }
        }
    }

    private mutating func add(_ marker: UInt8, from start: Int, _ content: Range<Int>) {
        switch marker {
        case 0xC0...0xDF: output += file[start..<content.upperBound]
        case 0xE0 where file.has("JFIF\0", at: content.lowerBound) && content.count >= 14:
            // The last two numbers are the sides of the small picture behind them.
            add(marker, file[content].prefix(12) + [0, 0])
        case 0xE1: addOrientation(file[content])
        case 0xE2 where file.has("ICC_PROFILE\0", at: content.lowerBound): output += file[start..<content.upperBound]
        case 0xEE where file.has("Adobe", at: content.lowerBound) && content.count >= 12:
            add(marker, file[content].prefix(12))
        default: break
        }
    }

    private mutating func add(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
        output += [0xFF, marker]
        output.append(big: content.count + 2, 2)
        output += content
    }

    private mutating func addOrientation(_ segment: ArraySlice<UInt8>) {
        guard !hasOrientation, PictureOrientation.isExif(segment) else { return }
        hasOrientation = true
        if let exif = PictureOrientation.exif(PictureOrientation.value(inExif: segment)) {
            add(0xE1, (PictureOrientation.mark + exif)[...])
        }
    }

    /// The picture's own data up to the next marker. Within them a byte FF is followed by 0, or by a restart marker.
    private mutating func addScan() {
        hasOrientation = true
        var end = markers.offset
        while let found = file[end...].firstIndex(of: 0xFF) {
            end = found
            guard end + 1 < file.count else { break }
            let next = file[end + 1]
            if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) {
                output += file[markers.offset..<end]
                markers.offset = end
                return
            }
            end += next == 0xFF ? 1 : 2
        }
        // The file was cut off: browsers show what there is.
        output += file[markers.offset...]
        markers.offset = file.count
    }
}
