/// Small recordings and documents, made part by part, so that a test says what is in them.
package enum SampleFiles {
    /// What no published file may hold.
    package static let canary = "CANARY +33.5138+036.2765/ 2024-05-01"

    package static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

    // MARK: MP3

    /// Silence: MPEG 1, layer III, 128 kbit/s, 44.1 kHz; 38 frames are a second less a hair.
    package static func sound(frames: Int) -> [UInt8] {
        (0..<frames).flatMap { _ in [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0, count: 413) }
    }

    /// The same between an ID3v2 and an ID3v1 tag.
    package static func taggedSound(frames: Int) -> [UInt8] {
        let text = Array(canary.utf8)
        let frame = Array("TIT2".utf8) + big(text.count + 1, 4) + [0, 0, 3] + text
        let tag = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, UInt8(frame.count)] + frame
        let old = Array("TAG".utf8) + text + [UInt8](repeating: 0, count: 125 - text.count)
        return tag + sound(frames: frames) + old
    }

    // MARK: MP4

    package static func box(_ name: String, _ content: [UInt8]...) -> [UInt8] {
        let content = content.flatMap { $0 }
        return big(content.count + 8, 4) + Array(name.utf8) + content
    }

    private static func head(dates: Int, _ rest: [UInt8]) -> [UInt8] {
        big(0, 4) + big(dates, 4) + big(dates, 4) + rest
    }

    private static func track(_ handler: String, chunkAt offset: Int, size: Int, codec: String) -> [UInt8] {
        let geometry = big(0x10000, 4) + big(0, 12) + big(0x10000, 4) + big(0, 12) + big(0x4000_0000, 4)
        let header = head(
            dates: 0xCAFE,
            big(1, 4) + big(0, 4) + big(900, 4) + big(0, 16) + geometry + big(320 << 16, 4) + big(180 << 16, 4))
        let name = Array((canary + "\0").utf8)
        let entry =
            big(0, 6) + big(1, 2) + big(0, 16) + big(320, 2) + big(180, 2) + big(0, 14) + [32]
            + Array(canary.utf8.prefix(31)) + big(0, 4)
        let table = box(
            "stbl", box("stsd", big(0, 4) + big(1, 4), box(codec, entry)),
            box("stsc", big(0, 4) + big(1, 4) + big(1, 4) + big(1, 4) + big(1, 4)),
            box("stsz", big(0, 4) + big(size, 4) + big(1, 4)), box("stco", big(0, 4) + big(1, 4) + big(offset, 4)))
        return box(
            "trak", box("tkhd", header), box("udta", box("name", Array(canary.utf8))),
            box(
                "mdia", box("mdhd", head(dates: 0xCAFE, big(600, 4) + big(900, 4) + big(0, 4))),
                box("hdlr", big(0, 8) + Array(handler.utf8) + big(0, 12) + name), box("minf", table)))
    }

    /// A film of a second and a half with all that phones note: places, names and dates, and a track of places.
    package static func film(codec: String = "avc1") -> [UInt8] {
        let start = box("ftyp", Array("mp42".utf8) + big(0, 4) + Array("isom".utf8))
        let picture = [UInt8](repeating: 0x7A, count: 64)
        let places = Array((canary + String(repeating: " ", count: 64)).utf8.prefix(64))
        let data = box("mdat", picture + places)
        let movie = box(
            "moov", box("mvhd", head(dates: 0xCAFE, big(600, 4) + big(900, 4) + big(0, 80))),
            track("vide", chunkAt: start.count + 8, size: 64, codec: codec),
            track("meta", chunkAt: start.count + 72, size: 64, codec: "mebx"),
            box("udta", box("\u{A9}xyz".latin, Array(canary.utf8)), box("loci", Array(canary.utf8))),
            box("meta", Array(canary.utf8)))
        return start + data + movie + box("uuid", Array(canary.utf8))
    }

    // MARK: WebM

    private static func element(_ id: Int, _ content: [UInt8]...) -> [UInt8] {
        let content = content.flatMap { $0 }
        let width = id > 0xFFFFFF ? 4 : id > 0xFFFF ? 3 : id > 0xFF ? 2 : 1
        return big(id, width) + big(0x1000_0000 | content.count, 4) + content
    }

    /// Two seconds of film with tags, an attachment and a date.
    package static func webM() -> [UInt8] {
        let text = Array(canary.utf8)
        let info = element(
            0x1549A966, element(0x2AD7B1, big(1_000_000, 3)), element(0x4489, big(Int(Double(2000).bitPattern), 8)),
            element(0x4D80, text), element(0x5741, text), element(0x7BA9, text), element(0x4461, big(0xCAFE, 8)))
        let entry = element(
            0xAE, element(0xD7, [1]), element(0x83, [1]), element(0x536E, text),
            element(0xE0, element(0xB0, big(320, 2)), element(0xBA, big(180, 2))))
        let cluster = element(
            0x1F43B675, element(0xE7, [0]), element(0xA3, [0x81, 0, 0, 0] + [UInt8](repeating: 0x7A, count: 40)))
        return element(0x1A45DFA3, element(0x4282, Array("webm".utf8)))
            + element(
                0x18538067, info, element(0x1654AE6B, entry), cluster, element(0x1254C367, text),
                element(0x1941A469, text + [UInt8](repeating: 1, count: 300)))
    }

    // MARK: Documents

    /// A PDF whose information is these entries.
    package static func pdf(_ information: String, revisions: Int = 1, packed: [UInt8]? = nil) -> [UInt8] {
        var file =
            "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
        for _ in 0..<revisions {
            if packed == nil { file += "4 0 obj\n<<\(information)>>\nendobj\n" }
            file += "trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n0\n%%EOF\n"
        }
        guard let packed else { return Array(file.utf8) }
        let stream = "5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length \(packed.count)>>\nstream\n"
        return Array(("%PDF-1.5\n" + stream).utf8) + packed + Array("\nendstream\nendobj\n".utf8)
            + Array(file.dropFirst(9).utf8)
    }

    /// DEFLATE without packing, in zlib's wrapping (RFC 1950 and 1951, 3.2.4).
    package static func deflated(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        return [0x78, 0x01, 1] + little(bytes.count, 2) + little(bytes.count ^ 0xFFFF, 2) + bytes + big(b << 16 | a, 4)
    }

    /// A ZIP of these parts, stored as they are.
    package static func zip(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
        var (file, list): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in parts {
            let (name, text) = (Array(name.utf8), Array(text.utf8))
            let sizes =
                little(0, 4) + little(text.count, 4) + little(text.count, 4) + little(name.count, 2) + little(0, 2)
            list += [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + little(0, 8) + sizes + little(0, 10)
            list += little(file.count, 4) + name
            file += [0x50, 0x4B, 3, 4] + little(20, 2) + little(0, 8) + sizes + name + text
        }
        let start = file.count
        file += list
        return file + [0x50, 0x4B, 5, 6] + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
            + little(list.count, 4) + little(start, 4) + little(0, 2)
    }
}

extension String {
    /// Names of boxes have a byte a letter; here the sign of copyright is left out.
    fileprivate var latin: String { unicodeScalars.first?.value == 0xA9 ? "@" + dropFirst() : self }
}
