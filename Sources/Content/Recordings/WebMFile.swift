/// A WebM (RFC 8794, and RFC 9559 for its elements). Places in the file stand in many of them, so that nothing may move:
/// what is not published becomes a void element in its place.
struct WebMFile {
    private var file: [UInt8]
    /// Nanoseconds a tick.
    private var scale = 1_000_000
    private var duration = 0.0
    private var lastTick = 0
    private var clusterTick = 0
    private var (width, height) = (0, 0)
    private var hasTracks = false

    static func read(_ file: [UInt8]) -> RecordingFile? {
        var webM = WebMFile(file: file)
        guard webM.clean() else { return nil }
        let ticks = webM.duration > 0 ? webM.duration : Double(webM.lastTick)
        let milliseconds = ticks * Double(webM.scale) / 1_000_000
        return RecordingFile(
            bytes: webM.file, milliseconds: milliseconds.isFinite && milliseconds < 1e9 ? Int(milliseconds) : 0,
            width: webM.width, height: webM.height)
    }

    private init(file: [UInt8]) { self.file = file }

    private struct Element {
        let id: Int
        let start: Int
        let content: Range<Int>
        let isUnbounded: Bool
    }

    // Identifiers of RFC 9559, section 5.1.
    private enum ID {
        static let (header, segment, cluster, info, tracks) = (
            0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B
        )
        static let (seekHead, cues, void) = (0x114D9B74, 0x1C53BB6B, 0xEC)
        static let (timestampScale, duration, muxingApp, writingApp) = (0x2AD7B1, 0x4489, 0x4D80, 0x5741)
        static let (entry, name, video) = (0xAE, 0x536E, 0xE0)
        static let (pixelWidth, pixelHeight) = (0xB0, 0xBA)
        static let (timestamp, simpleBlock, group, block) = (0xE7, 0xA3, 0xA0, 0xA1)
    }

    /// The element at a place; nil where none can be there.
    private func element(at start: Int, end limit: Int) -> Element? {
        guard start < limit, file[start] != 0 else { return nil }
        let idWidth = file[start].leadingZeroBitCount + 1
        guard idWidth <= 4, start + idWidth < limit, let id = file.big(start, idWidth) else { return nil }
        let sizeStart = start + idWidth
        let sizeWidth = file[sizeStart].leadingZeroBitCount + 1
        guard sizeWidth <= 8, sizeStart + sizeWidth <= limit, let coded = file.big(sizeStart, sizeWidth) else {
            return nil
        }
        let mask = (1 << (7 * sizeWidth)) - 1
        let (size, content) = (coded & mask, sizeStart + sizeWidth)
        if size == mask { return Element(id: id, start: start, content: content..<limit, isUnbounded: true) }
        guard size <= limit - content else {
            // The last one of a file that was cut off.
            return id == ID.cluster || id == ID.segment
                ? Element(id: id, start: start, content: content..<limit, isUnbounded: false) : nil
        }
        return Element(id: id, start: start, content: content..<(content + size), isUnbounded: false)
    }

    /// False for what has no header, or no tracks.
    private mutating func clean() -> Bool {
        guard let head = element(at: 0, end: file.count), head.id == ID.header, !head.isUnbounded else { return false }
        var place = head.content.upperBound
        while let found = element(at: place, end: file.count) {
            // What is within a segment follows its head, whatever its length says.
            guard found.id != ID.segment else {
                place = found.content.lowerBound
                continue
            }
            place = found.content.upperBound
            switch found.id {
            case ID.cluster:
                place = found.content.lowerBound
                clusterTick = 0
            case ID.info: cleanInfo(found)
            case ID.tracks: cleanTracks(found)
            case ID.seekHead, ID.cues, 0xA7, 0xAB: break
            case ID.timestamp: clusterTick = file.big(found.content.lowerBound, min(8, found.content.count)) ?? 0
            case ID.simpleBlock: noteBlock(found.content)
            case ID.group:
                for part in elements(in: found.content) where part.id == ID.block { noteBlock(part.content) }
            default: void(found)
            }
        }
        // What is no element belongs to nothing.
        for rest in min(place, file.count)..<file.count { file[rest] = 0 }
        return hasTracks
    }

    private func elements(in range: Range<Int>) -> [Element] {
        var found: [Element] = []
        var place = range.lowerBound
        while let next = element(at: place, end: range.upperBound) {
            found.append(next)
            place = next.content.upperBound
        }
        return found
    }

    /// A block's own time counts from its cluster's (10.1).
    private mutating func noteBlock(_ content: Range<Int>) {
        guard let first = file.big(content.lowerBound, 1) else { return }
        let width = UInt8(first).leadingZeroBitCount + 1
        guard content.count > width + 2, let ticks = file.big(content.lowerBound + width, 2) else { return }
        lastTick = max(lastTick, clusterTick + Int(Int16(truncatingIfNeeded: ticks)))
    }

    private mutating func cleanInfo(_ info: Element) {
        for part in elements(in: info.content) {
            switch part.id {
            case ID.timestampScale: scale = file.big(part.content.lowerBound, min(8, part.content.count)) ?? scale
            case ID.duration: duration = float(part.content)
            case ID.muxingApp, ID.writingApp:
                // Which must be there, and may be empty.
                for place in part.content { file[place] = 0 }
            default: void(part)
            }
        }
    }

    private func float(_ content: Range<Int>) -> Double {
        let bits = file[content].prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return content.count == 4
            ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
    }

    private mutating func cleanTracks(_ tracks: Element) {
        for entry in elements(in: tracks.content) {
            guard entry.id == ID.entry else {
                void(entry)
                continue
            }
            hasTracks = true
            for part in elements(in: entry.content) {
                if part.id == ID.name { void(part) }
                if part.id == ID.video { readSize(part.content) }
            }
        }
    }

    private mutating func readSize(_ video: Range<Int>) {
        for part in elements(in: video) {
            let number = file.big(part.content.lowerBound, min(8, part.content.count)) ?? 0
            guard number < 1 << 16 else { continue }
            switch part.id {
            case ID.pixelWidth: width = number
            case ID.pixelHeight: height = number
            default: break
            }
        }
    }

    /// Makes an element one that says nothing, of the same length.
    private mutating func void(_ element: Element) {
        let range = element.start..<element.content.upperBound
        guard range.count >= 2 else { return }
        for place in range { file[place] = 0 }
        file[range.lowerBound] = UInt8(ID.void)
        if range.count - 2 < 0x7F {
            file[range.lowerBound + 1] = 0x80 | UInt8(range.count - 2)
        } else {
            // Eight bytes of length fit behind whatever name stood there.
            let size = range.count - 9
            file[range.lowerBound + 1] = 1
            for index in 0..<7 { file[range.lowerBound + 8 - index] = UInt8(truncatingIfNeeded: size >> (8 * index)) }
        }
    }
}
