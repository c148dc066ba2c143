/// The boxes of a picture in the ISO base media format: AVIF and HEIC (ISO 23008-12 and 14496-12).
///
/// Offsets into the file stand in many of them, so that nothing may move: what is not published is overwritten in its
/// place. Films in the same format are no pictures and stay as they are.
struct ISOMediaBoxes {
    private var file: [UInt8]

    static func shown(of file: [UInt8]) -> [UInt8] {
        var boxes = ISOMediaBoxes(file: file)
        boxes.run()
        return boxes.file
    }

    static func isPicture(_ start: [UInt8]) -> Bool {
        start.has("ftyp", at: 4) && start.name(at: 8).map(pictures.contains) ?? false
    }

    private init(file: [UInt8]) { self.file = file }

    /// The major brands of pictures and of sequences of them.
    private static let pictures: Set<String> = [
        "avif", "avis", "avio", "mif1", "mif2", "msf1", "miaf", "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
        "hevs", "jpeg",
        "jpgs", "avci", "avcs", "MA1A", "MA1B", "MiHE", "MiPr",
    ]
    /// The types of items that are pictures, or put together of some.
    private static let pictureItems: Set<String> = [
        "av01", "hvc1", "hev1", "lhv1", "avc1", "vvc1", "jpeg", "j2k1", "grid", "iovl", "iden", "tmap", "sato", "mski",
    ]
    /// The boxes that a picture is made of, by the box that they lie in; all else there is overwritten.
    private static let kept: [String: Set<String>] = [
        "": ["ftyp", "meta", "moov", "mdat"],
        "meta": ["hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "grpl", "dinf"],
        "iprp": ["ipco", "ipma"],
        "moov": ["mvhd", "trak", "mvex"],
        "trak": ["tkhd", "tref", "edts", "mdia"],
        "mdia": ["mdhd", "hdlr", "minf", "elng"],
    ]
    /// Properties of a picture that say something about it. They keep their places, by whose numbers others are named.
    private static let sayings: Set<String> = ["udes", "crtt", "mdft", "altt", "uuid"]

    private mutating func run() {
        let all = clean(0..<file.count, in: "")
        if let meta = all.first(where: { $0.name == "meta" }) {
            cleanItems(meta, data: all.filter { $0.name == "mdat" }.map(\.content))
        }
    }

    private func boxes(in range: Range<Int>) -> (boxes: [ISOBox], end: Int) { ISOBox.all(in: range, of: file) }

    /// Overwrites what the picture needs not, to the depth that `kept` knows.
    ///
    /// - Returns: the boxes that stay.
    @discardableResult
    private mutating func clean(_ range: Range<Int>, in parent: String) -> [ISOBox] {
        guard let names = Self.kept[parent] else { return [] }
        let (boxes, end) = boxes(in: range)
        file.blank(end..<range.upperBound)
        for box in boxes {
            guard names.contains(box.name) else {
                file.blank(box)
                continue
            }
            switch box.name {
            case "meta": clean(box.content.dropFirst(4), in: box.name)
            case "mvhd", "tkhd", "mdhd":
                file.blankDates(box.content)
            case "ipco":
                for property in self.boxes(in: box.content).boxes where Self.sayings.contains(property.name) {
                    file.blank(property)
                }
            default: clean(box.content, in: box.name)
            }
        }
        return boxes.filter { names.contains($0.name) }
    }

    // MARK: Items

    /// Exif, XMP and small pictures lie among the picture's own data, as items of which other boxes tell the places.
    private mutating func cleanItems(_ meta: ISOBox, data: [Range<Int>]) {
        let boxes = boxes(in: meta.content.dropFirst(4)).boxes
        func content(_ name: String) -> Range<Int>? { boxes.first { $0.name == name }?.content }
        guard let types = content("iinf").map({ types(in: $0) }) else { return }
        let small = content("iref").map { smallPictures(in: $0) } ?? []
        let unshown = Set(types.filter { !Self.pictureItems.contains($0.value) || small.contains($0.key) }.keys)
        guard !unshown.isEmpty else { return }
        let own = content("idat")
        guard let extents = content("iloc").flatMap({ extents(of: unshown, in: $0, own) }) else {
            // Where they lie nobody knows: no picture is better than one that tells.
            for range in data + [own].compactMap({ $0 }) { file.blank(range) }
            return
        }
        // Each byte once, and of the picture's data alone.
        var end = 0
        for extent in extents.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let range = max(end, extent.range.lowerBound)..<max(end, extent.range.upperBound)
            for place in data + [own].compactMap({ $0 }) { file.blank(range.clamped(to: place)) }
            // An Exif item begins with the place of a TIFF structure in it: an empty one stays one.
            let empty: [UInt8] = [0, 0, 0, 0, 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]
            if types[extent.item] == "Exif", range.count >= empty.count,
                data.contains(where: { $0.clamped(to: range) == range })
            {
                file.replaceSubrange(range.prefix(empty.count), with: empty)
            }
            end = range.upperBound
        }
    }

    /// The items' types by their numbers (14496-12, 8.11.6); of one that states none, nothing.
    private func types(in content: Range<Int>) -> [Int: String] {
        guard let version = file.big(content.lowerBound, 1) else { return [:] }
        var types: [Int: String] = [:]
        for entry in boxes(in: content.dropFirst(version == 0 ? 6 : 8)).boxes where entry.name == "infe" {
            let start = entry.content.lowerBound
            let version = file.big(start, 1) ?? 0
            let width = version < 3 ? 2 : 4
            guard let number = file.big(start + 4, width) else { continue }
            types[number] = version < 2 ? "" : file.name(at: start + 6 + width) ?? ""
        }
        return types
    }

    /// The items that are another one's small picture (8.11.12, and 23008-12, 6.4.3).
    private func smallPictures(in content: Range<Int>) -> Set<Int> {
        let width = file.big(content.lowerBound, 1) == 0 ? 2 : 4
        let references = boxes(in: content.dropFirst(4)).boxes.filter { $0.name == "thmb" }
        return Set(references.compactMap { file.big($0.content.lowerBound, width) })
    }

    /// Where the items lie in the file (8.11.3); nil where that cannot be told.
    private func extents(of items: Set<Int>, in content: Range<Int>, _ data: Range<Int>?) -> [(
        item: Int, range: Range<Int>
    )]? {
        let start = content.lowerBound
        guard let version = file.big(start, 1), version < 3, let sizes = file.big(start + 4, 2) else { return nil }
        let (offsetSize, lengthSize, baseSize) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15)
        let indexSize = version == 0 ? 0 : sizes & 15
        guard [offsetSize, lengthSize, baseSize, indexSize].allSatisfy({ $0 <= 8 }) else { return nil }
        var place = start + 6
        /// Reads on; nil at the end.
        func next(_ count: Int) -> Int? {
            defer { place += count }
            return count <= content.upperBound - place ? file.big(place, count) : nil
        }
        let numberSize = version < 2 ? 2 : 4
        var found: [(item: Int, range: Range<Int>)] = []
        guard let count = next(numberSize) else { return nil }
        for _ in 0..<count {
            guard let number = next(numberSize), let method = version == 0 ? 0 : next(2), next(2) != nil,
                let base = next(baseSize),
                let extents = next(2), extents < 2 || indexSize + offsetSize + lengthSize > 0
            else { return nil }
            for _ in 0..<extents {
                guard next(indexSize) != nil, let offset = next(offsetSize), let length = next(lengthSize) else {
                    return nil
                }
                guard items.contains(number) else { continue }
                let whole = method & 15 == 0 ? 0..<file.count : method & 15 == 1 ? data : nil
                guard let whole, base <= whole.count, offset <= whole.count - base else { return nil }
                let first = whole.lowerBound + base + offset
                // A length of 0 is the whole rest.
                let rest = whole.upperBound - first
                found.append((number, first..<(first + (length == 0 ? rest : min(length, rest)))))
            }
        }
        return found
    }
}
