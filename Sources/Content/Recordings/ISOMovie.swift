/// A film or a recording in the ISO base media format or QuickTime's (ISO 14496-12, 8; MP4, M4A, MOV).
///
/// Offsets into the file stand in it, so that nothing may move: what is not published is overwritten in its place. Those
/// are all boxes but the listed ones (`udta`, `meta`, `uuid`, `©xyz`, `loci` among them), the days on which it was made,
/// the names of what wrote it, and tracks that are neither picture, sound nor words, with their data: cameras note
/// places there.
struct ISOMovie {
    private var file: [UInt8]
    private var milliseconds = 0
    private var (width, height) = (0, 0)
    private var isHEVC = false
    private var hasTracks = false
    /// The data of tracks that are not published.
    private var unshown: [Range<Int>] = []
    private var hidesTracks = false
    private var isReadable = true

    static func read(_ file: [UInt8]) -> RecordingFile? {
        var movie = ISOMovie(file: file)
        movie.run()
        guard movie.hasTracks, movie.isReadable else { return nil }
        return RecordingFile(
            bytes: movie.file, milliseconds: movie.milliseconds, width: movie.width, height: movie.height,
            isHEVC: movie.isHEVC)
    }

    private init(file: [UInt8]) { self.file = file }

    /// The boxes that stay, by the box that they lie in; what is in one that is not named stays as it is.
    private static let kept: [String: Set<String>] = [
        "": ["ftyp", "moov", "mdat", "moof", "mfra", "sidx", "styp", "pdin"],
        "moov": ["mvhd", "trak", "mvex", "iods"],
        "trak": ["tkhd", "tref", "edts", "mdia", "tapt"],
        "mdia": ["mdhd", "hdlr", "minf", "elng"],
        "minf": ["vmhd", "smhd", "nmhd", "sthd", "gmhd", "hdlr", "dinf", "stbl"],
        "stbl": [
            "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stps", "sdtp", "sgpd",
            "sbgp", "subs", "saiz", "saio",
        ],
        "moof": ["mfhd", "traf"],
        "traf": ["tfhd", "tfdt", "trun", "sdtp", "sgpd", "sbgp", "subs", "saiz", "saio", "senc"],
    ]

    /// Handlers of pictures, sound and words.
    private static let shown: Set<String> = ["vide", "soun", "text", "sbtl", "subt", "clcp", "tmcd", "auxv"]

    private func boxes(in range: Range<Int>) -> (boxes: [ISOBox], end: Int) { ISOBox.all(in: range, of: file) }

    private mutating func run() {
        let all = clean(0..<file.count, in: "")
        let data = all.filter { $0.name == "mdat" }.map(\.content)
        // In fragments, whose data is whose cannot be told from the tables alone.
        if hidesTracks, all.contains(where: { $0.name == "moof" }) { isReadable = false }
        for range in unshown {
            for place in data { file.blank(range.clamped(to: place)) }
        }
    }

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
            case "mvhd":
                milliseconds = duration(box.content)
                file.blankDates(box.content)
            case "tkhd", "mdhd": file.blankDates(box.content)
            case "trak": cleanTrack(box)
            case "hdlr": blankName(box.content)
            case "stsd": cleanDescriptions(box.content)
            case "mdat": break
            default: clean(box.content, in: box.name)
            }
        }
        return boxes.filter { names.contains($0.name) }
    }

    /// The length of all in milliseconds (8.2.2); of a film in fragments, nothing.
    private func duration(_ content: Range<Int>) -> Int {
        let start = content.lowerBound
        let isLong = file.big(start, 1) == 1
        guard let scale = file.big(start + (isLong ? 20 : 12), 4), scale > 0,
            let ticks = file.big(start + (isLong ? 24 : 16), isLong ? 8 : 4), ticks < 1 << 40
        else { return 0 }
        return ticks * 1000 / scale
    }

    /// What wrote the track: its maker and flags in QuickTime, and its name (8.4.3).
    private mutating func blankName(_ content: Range<Int>) { file.blank(content.dropFirst(12)) }

    // MARK: Tracks

    private mutating func cleanTrack(_ track: ISOBox) {
        let media = boxes(in: track.content).boxes.first { $0.name == "mdia" }
        let handler = media.flatMap { media in
            boxes(in: media.content).boxes.first { $0.name == "hdlr" }.flatMap {
                file.name(at: $0.content.lowerBound + 8)
            }
        }
        guard media != nil, let handler, Self.shown.contains(handler) else {
            hidesTracks = true
            if let media { unshown += samples(of: media) }
            return file.blank(track)
        }
        hasTracks = hasTracks || handler == "vide" || handler == "soun"
        if handler == "vide", let head = boxes(in: track.content).boxes.first(where: { $0.name == "tkhd" }) {
            readSize(head.content)
        }
        clean(track.content, in: "trak")
    }

    /// As it is shown (8.3.2): whole pixels, turned where the film was held upright.
    private mutating func readSize(_ head: Range<Int>) {
        let start = head.upperBound - 44
        guard width == 0, start > head.lowerBound, let first = file.big(start, 4), let second = file.big(start + 4, 4),
            let wide = file.big(head.upperBound - 8, 2), let high = file.big(head.upperBound - 4, 2)
        else { return }
        let isTurned = first == 0 && second != 0
        (width, height) = isTurned ? (high, wide) : (wide, high)
    }

    /// Descriptions of how the track is packed (8.5.2, 12.1.3): pictures have the name of what packed them.
    private mutating func cleanDescriptions(_ content: Range<Int>) {
        for entry in boxes(in: content.dropFirst(8)).boxes {
            if ["hvc1", "hev1", "dvh1", "dvhe"].contains(entry.name) { isHEVC = true }
            // Sound has none; pictures have as many bytes in front of their boxes.
            let isPicture = ["avc1", "avc3", "hvc1", "hev1", "dvh1", "dvhe", "mp4v", "vp08", "vp09", "av01"]
            guard isPicture.contains(entry.name), entry.content.count >= 78 else { continue }
            file.blank(entry.content.dropFirst(8).prefix(8))
            file.blank(entry.content.dropFirst(42).prefix(32))
        }
    }

    /// Where a track's data lie (8.7): in chunks, of which each has so many samples of such sizes. What the tables do not
    /// tell makes the file one that cannot be read.
    private mutating func samples(of media: ISOBox) -> [Range<Int>] {
        func child(_ name: String, _ parent: Range<Int>) -> Range<Int>? {
            boxes(in: parent).boxes.first { $0.name == name }?.content
        }
        guard let table = child("minf", media.content).flatMap({ child("stbl", $0) }),
            let runs = child("stsc", table), let sizes = child("stsz", table)
        else { return [] }
        let (short, long) = (child("stco", table), child("co64", table))
        guard let offsets = short ?? long, let chunks = file.big(offsets.lowerBound + 4, 4),
            let runCount = file.big(runs.lowerBound + 4, 4), let same = file.big(sizes.lowerBound + 4, 4),
            let count = file.big(sizes.lowerBound + 8, 4)
        else {
            isReadable = false
            return []
        }
        let width = short == nil ? 8 : 4
        var found: [Range<Int>] = []
        var (sample, run) = (0, 0)
        for chunk in 0..<chunks {
            guard let start = file.big(offsets.lowerBound + 8 + chunk * width, width), start <= file.count else {
                break
            }
            while run + 1 < runCount, let next = file.big(runs.lowerBound + 8 + (run + 1) * 12, 4), next <= chunk + 1 {
                run += 1
            }
            guard let inChunk = file.big(runs.lowerBound + 8 + run * 12 + 4, 4), inChunk <= count else { break }
            var length = same * inChunk
            if same == 0 {
                for index in sample..<min(count, sample + inChunk) {
                    length += file.big(sizes.lowerBound + 12 + index * 4, 4) ?? 0
                }
            }
            sample += inChunk
            found.append(start..<min(file.count, start + max(0, length)))
            if sample >= count { break }
        }
        return found
    }
}
