import Base

/// A frame of MPEG audio (ISO 11172-3, 2.4.2.3, and 13818-3), layers II and III.
struct MP3Frame {
    /// In bytes, the header included.
    let size: Int
    let samples: Int
    let rate: Int

    /// Nil where none begins; the whole of it need not be there.
    init?(_ file: [UInt8], at place: Int) {
        guard let header = file.big(place, 4), header >> 21 == 0x7FF else { return nil }
        let (version, layer) = (header >> 19 & 3, header >> 17 & 3)
        let (bitRate, rate) = (header >> 12 & 15, header >> 10 & 3)
        guard version != 1, layer == 1 || layer == 2, bitRate > 0, bitRate < 15, rate < 3, header & 3 != 2 else {
            return nil
        }
        let isFirst = version == 3
        let rates =
            layer == 2
            ? (isFirst ? Self.secondLayer : Self.laterVersions)
            : (isFirst ? Self.thirdLayer : Self.laterVersions)
        self.rate = [44100, 48000, 32000][rate] >> (isFirst ? 0 : version == 2 ? 1 : 2)
        samples = layer == 1 && !isFirst ? 576 : 1152
        size = samples / 8 * rates[bitRate] * 1000 / self.rate + (header >> 9 & 1)
    }

    /// Kilobits a second.
    private static let secondLayer = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
    private static let thirdLayer = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    private static let laterVersions = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
}

/// An MP3: its frames, one after the other. What stands between, in front and behind (ID3, APE, Lyrics3) is left out,
/// since what is kept is listed and not what is cut.
enum MP3File {
    static func read(_ file: [UInt8]) -> RecordingFile? {
        var output: [UInt8] = []
        output.reserveCapacity(file.count)
        var place = behindTag(in: file)
        var (samples, rate) = (0, 0)
        while place + 4 <= file.count {
            guard let frame = MP3Frame(file, at: place), isFollowed(place + frame.size, in: file, rate) else {
                // To the next byte that may begin a frame.
                place = file[(place + 1)...].firstIndex(of: 0xFF) ?? file.count
                continue
            }
            let end = min(file.count, place + frame.size)
            if rate == 0 { rate = frame.rate }
            // The first may hold a table of the others in place of sound.
            if !output.isEmpty || !isTable(file[place..<end]) { samples += frame.samples }
            output += file[place..<end]
            place = end
        }
        guard rate > 0, samples > 0 else { return nil }
        return RecordingFile(bytes: output, milliseconds: samples * 1000 / rate)
    }

    /// Behind ID3v2 (id3.org, ID3v2.4, 3.1), whose length is of seven bits a byte.
    private static func behindTag(in file: [UInt8]) -> Int {
        var place = 0
        while file.has("ID3", at: place), place + 10 <= file.count {
            let size = file[(place + 6)..<(place + 10)].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
            place = min(file.count, place + 10 + size + (file[place + 5] & 0x10 == 0 ? 0 : 10))
        }
        return place
    }

    /// Two frames in a row tell sound from bytes that look so; the last has none behind it but a tag.
    private static func isFollowed(_ next: Int, in file: [UInt8], _ rate: Int) -> Bool {
        if let frame = MP3Frame(file, at: next) { return rate == 0 || frame.rate == rate }
        return rate > 0
            && (next + 4 > file.count || file.has("TAG", at: next) || file.has("APETAGEX", at: next)
                || file.has("LYRICSBEGIN", at: next))
    }

    private static func isTable(_ frame: ArraySlice<UInt8>) -> Bool {
        let start = frame.prefix(64)
        return start.place(of: "Xing".utf8) != nil || start.place(of: "Info".utf8) != nil
            || start.place(of: "VBRI".utf8) != nil
    }
}
