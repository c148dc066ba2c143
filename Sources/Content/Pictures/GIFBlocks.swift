/// The blocks of a GIF (GIF89a, sections 15 to 27) of which its picture is made: images with what controls them, and of
/// the applications' how often an animation runs and the colour profile.
struct GIFBlocks {
    private let file: [UInt8]
    private var output: [UInt8]
    private var offset: Int

    static func shown(of file: [UInt8]) -> [UInt8] {
        guard var blocks = GIFBlocks(file) else { return file }
        blocks.run()
        return blocks.output
    }

    /// Behind the header, the screen's description and its colours; nil where the file ends before.
    private init?(_ file: [UInt8]) {
        guard file.count >= 13 else { return nil }
        self.file = file
        offset = min(13 + Self.colours(file[10]), file.count)
        output = Array(file[..<offset])
        output.reserveCapacity(file.count)
    }

    /// The size in bytes of the table of colours that these flags announce.
    private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

    private mutating func run() {
        while offset < file.count {
            let start = offset
            switch file[offset] {
            case 0x2C:
                guard start + 9 < file.count else { return }
                offset = min(start + 10 + Self.colours(file[start + 9]) + 1, file.count)
                skipParts()
                output += file[start..<offset]
            case 0x21:
                guard start + 1 < file.count else { return }
                offset = start + 2
                skipParts()
                addExtension(start)
            case 0x3B:
                output.append(0x3B)
                return
            default: return
            }
        }
    }

    /// Passes over a block's parts, each behind its length, up to the empty one; to the end of a file that was cut off.
    private mutating func skipParts() {
        while offset < file.count {
            let length = Int(file[offset])
            offset = min(offset + 1 + length, file.count)
            if length == 0 { return }
        }
    }

    /// Adds the extension at `start` where it is the graphic control, or an application's that browsers heed.
    private mutating func addExtension(_ start: Int) {
        switch file[start + 1] {
        case 0xF9: output += file[start..<offset]
        case 0xFF where file.has("ICCRGBG1012", at: start + 3): output += file[start..<offset]
        case 0xFF where ["NETSCAPE2.0", "ANIMEXTS1.0"].contains { file.has($0, at: start + 3) }:
            // The part that says how often, and no other.
            var part = start + 14
            while part < offset, file[part] != 0, file.big(part, 2) != 0x0301 { part += 1 + Int(file[part]) }
            if part + 4 < offset, file[part] != 0 {
                output += file[start..<(start + 14)] + file[part..<(part + 4)] + [0]
            }
        default: break
        }
    }
}
