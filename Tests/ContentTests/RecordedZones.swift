import Base
import Content
import Testing

/// Files of time zones, with what another reader of them says: `Zones/record.py` writes them.
struct RecordedZone: Sendable, CustomTestStringConvertible {
    let name: String
    var file: [UInt8] = []
    var offsets: [(seconds: Int, offset: Int)] = []
    var instants: [(date: CivilDate, time: CivilTime, seconds: Int)] = []

    var testDescription: String { name }

    static let all: [RecordedZone] = {
        let folder = String(#filePath).replacing("RecordedZones.swift", with: "Zones")
        let text = (try? DiskTree(root: folder).read("zones.txt")) ?? []
        var zones: [RecordedZone] = []
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "zone" {
                zones.append(RecordedZone(name: words[1]))
            } else {
                zones[zones.count - 1].add(words)
            }
        }
        return zones
    }()

    static let cairo = all.first { $0.name == "Africa/Cairo" }?.file ?? []

    private mutating func add(_ words: [String]) {
        switch words[0] {
        case "file": file = bytes(words[1])
        case "offset": offsets.append((Int(words[1]) ?? 0, Int(words[2]) ?? 0))
        default:
            let parts = words[1].split { "-T:".contains($0) }.compactMap { Int($0) }
            guard let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]),
                let time = CivilTime(hour: parts[3], minute: parts[4], second: parts[5])
            else { return }
            instants.append((date, time, Int(words[2]) ?? 0))
        }
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}

extension ZoneDatabase {
    /// A database with these files and nothing else.
    convenience init(of files: [String: [UInt8]]) {
        let tree = MemoryTree()
        for (name, bytes) in files { tree[name] = bytes }
        self.init(tree, folder: "/zones")
    }
}
