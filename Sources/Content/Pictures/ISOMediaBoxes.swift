/// The boxes of a picture or a film in the ISO base media format (ISO 14496-12; HEIF and AVIF: ISO 23008-12).
///
/// Offsets into the file stand in many of them, so that nothing may move: what is not published is overwritten in its place.
struct ISOMediaBoxes {
    private var file: [UInt8]

    static func shown(of file: [UInt8]) -> [UInt8] {
        var boxes = ISOMediaBoxes(file: file)
        boxes.clean(0..<file.count, keeping: topLevel)
        return boxes.file
    }

    private init(file: [UInt8]) { self.file = file }

    private static let topLevel: Set<String> = [
        "ftyp", "styp", "meta", "moov", "moof", "mdat", "sidx", "ssix", "mfra", "pdin", "prft", "emsg", "free", "skip", "wide",
    ]

    private struct Box {
        let name: String
        /// Where the four letters of the name stand.
        let nameStart: Int
        let content: Range<Int>
    }

    private func boxes(in range: Range<Int>) -> [Box] {
        var found: [Box] = []
        var offset = range.lowerBound
        while offset <= range.upperBound - 8, let short = file.big(offset, 4), let name = file.name(at: offset + 4) {
            var (size, header) = (short, 8)
            if short == 1, let long = file.big(offset + 8, 8) { (size, header) = (long, 16) }
            if short == 0 { size = range.upperBound - offset }
            guard size >= header, size <= range.upperBound - offset else { break }
            found.append(Box(name: name, nameStart: offset + 4, content: (offset + header)..<(offset + size)))
            offset += size
        }
        return found
    }

    /// - Parameter names: the boxes that stay; nil for all but those that hold notes.
    private mutating func clean(_ range: Range<Int>, keeping names: Set<String>?) {
        for box in boxes(in: range) {
            switch box.name {
            case let name where names.map({ !$0.contains(name) }) ?? ["udta", "meta", "uuid"].contains(name): blank(box)
            case "meta": cleanItems(box.content.dropFirst(4))
            case "moov", "trak", "mdia", "minf", "moof", "traf": clean(box.content, keeping: nil)
            default: break
            }
        }
    }

    /// Makes a box free space.
    private mutating func blank(_ box: Box) {
        file.replaceSubrange(box.nameStart..<(box.nameStart + 4), with: "free".utf8)
        fill(box.content)
    }

    private mutating func fill(_ range: Range<Int>) {
        for place in range { file[place] = 0 }
    }

    /// A picture's items: those that hold Exif, XMP and the like lie among the picture's own data.
    private mutating func cleanItems(_ range: Range<Int>) {
        let boxes = boxes(in: range)
        for box in boxes where ["udta", "uuid", "xml ", "bxml"].contains(box.name) { blank(box) }
        let items = boxes.first { $0.name == "iinf" }.map { notes(in: $0.content) } ?? []
        guard !items.isEmpty, let places = boxes.first(where: { $0.name == "iloc" })?.content else { return }
        let data = boxes.first { $0.name == "idat" }?.content
        for extent in extents(of: items, in: places, data) {
            fill(extent)
            // An Exif item begins with the place of a TIFF structure in it; an empty one stays one.
            let empty: [UInt8] = [0, 0, 0, 0, 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
            if extent.count >= empty.count { file.replaceSubrange(extent.prefix(empty.count), with: empty) }
        }
    }

    /// The numbers of the items that are no picture (section 8.11.6).
    private func notes(in content: Range<Int>) -> Set<Int> {
        guard let version = file.big(content.lowerBound, 1) else { return [] }
        var found: Set<Int> = []
        for entry in boxes(in: content.dropFirst(version == 0 ? 6 : 8)) where entry.name == "infe" {
            let start = entry.content.lowerBound
            let width = file.big(start, 1) == 2 ? 2 : 4
            guard let number = file.big(start + 4, width), let type = file.name(at: start + 6 + width) else { continue }
            if ["Exif", "mime", "uri "].contains(type) { found.insert(number) }
        }
        return found
    }

    /// Where the items lie in the file (section 8.11.3).
    private func extents(of items: Set<Int>, in content: Range<Int>, _ data: Range<Int>?) -> [Range<Int>] {
        let start = content.lowerBound
        guard let version = file.big(start, 1), let sizes = file.big(start + 4, 2) else { return [] }
        let (offsetSize, lengthSize, baseSize) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15)
        let indexSize = version == 0 ? 0 : sizes & 15
        let numberSize = version < 2 ? 2 : 4
        guard [offsetSize, lengthSize, baseSize, indexSize].allSatisfy({ $0 <= 8 }) else { return [] }
        var place = start + 6
        /// Reads on; nil at the end.
        func next(_ count: Int) -> Int? {
            defer { place += count }
            return place + count <= content.upperBound ? file.big(place, count) : nil
        }
        var found: [Range<Int>] = []
        guard let count = next(numberSize) else { return [] }
        for _ in 0..<count {
            guard let number = next(numberSize), let method = version == 0 ? 0 : next(2), next(2) != nil, let base = next(baseSize),
                let extents = next(2)
            else { break }
            for _ in 0..<extents {
                guard next(indexSize) != nil, let offset = next(offsetSize), let length = next(lengthSize) else { return found }
                let origin = method & 15 == 1 ? data?.lowerBound : 0
                guard items.contains(number), method & 15 < 2, let origin, base <= file.count, offset <= file.count else { continue }
                let first = origin + base + offset
                // A length of 0 is the whole rest.
                let end = method & 15 == 1 ? data?.upperBound ?? 0 : file.count
                guard first <= end else { continue }
                found.append(first..<(length == 0 ? end : first + min(length, end - first)))
            }
        }
        return found
    }
}
