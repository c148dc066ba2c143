/// The parts of an Office file or an OpenDocument: a ZIP (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), without
/// parts beyond 4 GB, without encryption.
struct ZipArchive {
    private struct Entry {
        let method: Int
        let packedSize: Int
        let headerStart: Int
    }

    private let file: [UInt8]
    private var entries: [String: Entry] = [:]

    /// The names of its parts.
    var names: [String] { entries.keys.sorted() }

    /// Nil where the file has no list of its parts, or one that lies.
    init?(_ file: [UInt8]) {
        self.file = file
        // A comment of at most 64 KB may follow.
        let first = max(0, file.count - 22 - 0xFFFF)
        guard file.count >= 22,
            let end = (first...(file.count - 22)).last(where: { file.little($0, 4) == 0x0605_4B50 }),
            let count = file.little(end + 10, 2), var place = file.little(end + 16, 4)
        else { return nil }
        for _ in 0..<count {
            guard file.little(place, 4) == 0x0201_4B50, let method = file.little(place + 10, 2),
                let packed = file.little(place + 20, 4), let name = file.little(place + 28, 2),
                let extra = file.little(place + 30, 2), let comment = file.little(place + 32, 2),
                let header = file.little(place + 42, 4), place + 46 + name <= file.count
            else { return nil }
            let path = String(decoding: file[(place + 46)..<(place + 46 + name)], as: UTF8.self)
            entries[path] = Entry(method: method, packedSize: packed, headerStart: header)
            place += 46 + name + extra + comment
        }
    }

    /// A part's bytes; nil where there is none of this name, or none that can be unpacked.
    func part(_ name: String) -> [UInt8]? {
        guard let entry = entries[name], file.little(entry.headerStart, 4) == 0x0403_4B50,
            let nameSize = file.little(entry.headerStart + 26, 2), let extra = file.little(entry.headerStart + 28, 2)
        else { return nil }
        let start = entry.headerStart + 30 + nameSize + extra
        guard start <= file.count, entry.packedSize <= file.count - start else { return nil }
        let data = file[start..<(start + entry.packedSize)]
        switch entry.method {
        case 0: return Array(data)
        case 8: return Inflate.unpacked(data, .none)
        default: return nil
        }
    }

    func has(_ name: String) -> Bool { entries[name] != nil }
}
