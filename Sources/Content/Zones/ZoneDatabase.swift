import ArabicText
package import Base
private import Synchronization

/// The time zones of the system: a folder of TZif files that are named as their zones are.
package final class ZoneDatabase: Sendable {
    private let tree: any FileTree
    /// Path of the folder, for messages.
    private let folder: String
    private let listedPlaces = Mutex<ZoneNames?>(nil)

    /// - Parameters:
    ///   - tree: the folder.
    ///   - folder: its path, as messages name it.
    package init(_ tree: some FileTree, folder: String) { (self.tree, self.folder) = (tree, folder) }

    /// The folder that the variable TZDIR names, else the first that there is of those where systems keep it.
    package convenience init() {
        let usual = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/etc/zoneinfo"]
        let folder =
            Machine.variable("TZDIR") ?? usual.first { (try? DiskTree(root: $0).exists()) ?? false } ?? usual[0]
        self.init(DiskTree(root: folder), folder: folder)
    }

    /// The table of the zone, and its digest as `digest(of:)` gives it.
    func table(of name: String) throws(ZoneProblem) -> (table: ZoneTable, digest: Digest) {
        guard Self.isName(name), let bytes = try? tree.readStart(of: name, count: ZoneFile.largest + 1) else {
            throw missing(name)
        }
        do throws(ZoneFileDamage) {
            return (try ZoneFile.table(in: bytes), digest(of: name, file: bytes))
        } catch {
            throw .damaged(file: folder + "/" + name, error)
        }
    }

    private func missing(_ name: String) -> ZoneProblem {
        let names = ((try? tree.entries(under: "")) ?? []).map(\.path).filter(Self.isName)
        if names.isEmpty { return .noDatabase(folder: folder) }
        if names.contains(name) { return .unreadable(file: folder + "/" + name) }
        return .unknown(suggestion: places.identifier(of: folded(name)) ?? suggestion(for: name, among: names))
    }

    /// Stands for the zone's file and for the release of the database, by which places that dates name have their zones.
    package func digest(of name: String) -> Digest {
        let file = Self.isName(name) ? try? tree.readStart(of: name, count: ZoneFile.largest + 1) : nil
        return digest(of: name, file: file ?? [])
    }

    private func digest(of name: String, file: [UInt8]) -> Digest {
        var parts = Fingerprint()
        parts.add(name)
        parts.add(file)
        // The rules of all zones, and the release's name; systems have the one, the other or both.
        for name in ["tzdata.zi", "+VERSION"] { parts.add((try? tree.read(name)) ?? []) }
        return parts.digest
    }

    /// `Africa/Cairo`, and no path that leads elsewhere. Zones without an area, such as `EST`, and those that count leap
    /// seconds are none of ours.
    private static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let areas = ["posix", "right"]
        return parts.count > 1 && !areas.contains { parts[0].elementsEqual($0.utf8) }
            && parts.allSatisfy { part in
                part.first.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) } ?? false
                    && part.allSatisfy { byte in
                        switch byte {
                        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
                        default: false
                        }
                    }
            }
    }

    /// Read when the first date names a place.
    var places: ZoneNames {
        listedPlaces.withLock { places in
            if let places { return places }
            let names = ZoneNames(listedIn: (try? tree.read("zone.tab")) ?? [])
            places = names
            return names
        }
    }
}
