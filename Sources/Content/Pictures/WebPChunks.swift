/// The chunks of a WebP (RFC 9649, section 2) of which its picture is made.
struct WebPChunks {
    private let file: [UInt8]
    private var output: [UInt8] = []
    /// Where `VP8X` lies in `output`, which says what the file holds; nil where there is none.
    private var extended: Int?
    private var hasOrientation = false

    static func shown(of file: [UInt8]) -> [UInt8] {
        var chunks = WebPChunks(file: file)
        return chunks.run()
    }

    private init(file: [UInt8]) { self.file = file }

    private mutating func run() -> [UInt8] {
        guard let size = file.little(4, 4) else { return file }
        output.reserveCapacity(file.count)
        output += file[..<12]
        let end = max(12, min(8 + size, file.count))
        add(12..<end, keeping: ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF"])
        if let extended {
            let (exif, xmp): (UInt8, UInt8) = (0x08, 0x04)
            output[extended + 8] = output[extended + 8] & ~(exif | xmp) | (hasOrientation ? exif : 0)
        }
        // What is missing of a file that was cut off is missing still.
        var header: [UInt8] = []
        header.append(little: output.count - 8 + max(0, 8 + size - file.count), 4)
        output.replaceSubrange(4..<8, with: header)
        return output
    }

    private mutating func add(_ range: Range<Int>, keeping names: Set<String>) {
        var offset = range.lowerBound
        while offset <= range.upperBound - 8, let name = file.name(at: offset), let size = file.little(offset + 4, 4) {
            let content = (offset + 8)..<min(offset + 8 + size, range.upperBound)
            offset = min(content.upperBound + size & 1, range.upperBound)
            guard names.contains(name) else { continue }
            switch name {
            case "VP8X" where content.count >= 10:
                if extended == nil { extended = output.count }
                add(name, file[content].prefix(10))
            case "EXIF": addOrientation(file[content])
            case "ANMF" where content.count >= 16:
                let start = output.count
                add(name, file[content].prefix(16))
                add((content.lowerBound + 16)..<content.upperBound, keeping: ["VP8 ", "VP8L", "ALPH"])
                var length: [UInt8] = []
                length.append(little: output.count - start - 8, 4)
                output.replaceSubrange((start + 4)..<(start + 8), with: length)
            default: output += file[(content.lowerBound - 8)..<offset]
            }
        }
    }

    private mutating func add(_ name: String, _ content: ArraySlice<UInt8>) {
        output += name.utf8
        output.append(little: content.count, 4)
        output += content
        if content.count % 2 == 1 { output.append(0) }
    }

    /// Browsers turn no WebP, other programs do. The chunk holds a TIFF structure; some programs put the mark of a
    /// JPEG's segment in front of it.
    private mutating func addOrientation(_ content: ArraySlice<UInt8>) {
        let mark = content.starts(with: PictureOrientation.mark) ? PictureOrientation.mark : []
        guard extended != nil, !hasOrientation,
            let exif = PictureOrientation.exif(PictureOrientation.value(inTIFF: content.dropFirst(mark.count)))
        else { return }
        hasOrientation = true
        add("EXIF", (mark + exif)[...])
    }
}
