import Base
import Content
import Testing

/// What stands in files of time zones, and what must not.
@Suite struct ZoneFileTests {
    @Test(arguments: RecordedZone.all) func offsetsAreThoseOfTheTable(_ recorded: RecordedZone) throws {
        let zone = try Zone(recorded.name, in: ZoneDatabase(of: [recorded.name: recorded.file]))
        #expect(recorded.offsets.count > 10)
        for (seconds, offset) in recorded.offsets {
            #expect(zone.offset(at: Instant(seconds: seconds)) == offset, "at \(seconds)")
        }
    }

    @Test(arguments: RecordedZone.all) func skippedAndRepeatedHoursHaveOneInstant(_ recorded: RecordedZone) throws {
        let zone = try Zone(recorded.name, in: ZoneDatabase(of: [recorded.name: recorded.file]))
        for (date, time, seconds) in recorded.instants {
            #expect(zone.instant(date, time).seconds == seconds, "\(date.iso) \(time.hour):\(time.minute)")
        }
    }

    @Test func tableOfTheFirstVersionIsRead() throws {
        // One change of 32 bits, from an hour to two at the epoch.
        let file = Self.file(version: 0, times: [0], indexes: [1], offsets: [3600, 7200], width: 4)
        let zone = try Zone("A/B", in: ZoneDatabase(of: ["A/B": file]))
        #expect(zone.offset(at: Instant(seconds: -1)) == 3600)
        #expect(zone.offset(at: Instant(seconds: 4_000_000_000)) == 7200)
    }

    /// Python counts these days from one; the instants are glibc's.
    @Test(arguments: [1_677_646_800, 1_689_825_600, 1_709_182_800, 1_721_361_600, 1_772_341_200, 1_784_520_000])
    func daysOfARuleMayBeCountedFromZero(_ change: Int) throws {
        let file = Self.file(times: [], indexes: [], offsets: [-10800], rule: "AAA3BBB,59/2,200/2")
        let zone = try Zone("A/B", in: ZoneDatabase(of: ["A/B": file]))
        #expect(zone.offset(at: Instant(seconds: change - 1)) != zone.offset(at: Instant(seconds: change)))
        #expect(zone.offset(at: Instant(seconds: change - 1)) == zone.offset(at: Instant(seconds: change - 86400)))
    }

    @Test func everyFileThatIsCutShortIsDamaged() {
        for count in 0..<RecordedZone.cairo.count {
            #expect(damage(in: Array(RecordedZone.cairo.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test(arguments: [UInt8(0), 1, 0x0A, 0x2D, 0x39, 0x7F, 0x80, 0xFF]) func noByteBreaksTheReader(_ byte: UInt8) {
        for place in RecordedZone.cairo.indices {
            var file = RecordedZone.cairo
            file[place] = byte
            guard let zone = try? Zone("A/B", in: ZoneDatabase(of: ["A/B": file])) else { continue }
            for seconds in [-100_000_000_000, -1, 0, 1_720_000_000, 5_000_000_000, 250_000_000_000] {
                let instant = Instant(seconds: seconds)
                let (date, time) = zone.civil(instant)
                #expect(abs(zone.instant(date, time).seconds - seconds) < 4 * 86400)
            }
        }
    }

    @Test func eachDamageIsTold() {
        let lying = { (place: Int, bytes: [UInt8]) in
            var file = Self.file(times: [0, 10], indexes: [1, 0], offsets: [3600, 7200])
            file.replaceSubrange(44 + 6 + 4 + place..<44 + 6 + 4 + place + bytes.count, with: bytes)
            return self.damage(in: file)
        }
        #expect(damage(in: Self.file(times: [0], indexes: [0], offsets: [0])) == nil)
        #expect(damage(in: Array("TZif".utf8)) == .cutShort)
        #expect(damage(in: Array("no zone at all, but text".utf8)) == .otherFormat)
        #expect(damage(in: Array(repeating: 0, count: 100_000)) == .tooLarge)
        // Counts of the second header: flags, leap seconds, times, types.
        #expect(lying(20, [0xFF, 0xFF, 0xFF, 0xFF]) == .counts)
        #expect(lying(32, [0x7F, 0xFF, 0xFF, 0xFF]) == .cutShort)
        #expect(lying(32, [0xFF, 0xFF, 0xFF, 0xFF]) == .cutShort)
        #expect(lying(36, [0, 0, 0, 0]) == .counts)
        #expect(lying(40, [0, 0, 0, 0]) == .counts)
        #expect(damage(in: Self.file(times: [0], indexes: [2], offsets: [0])) == .indexes)
        #expect(damage(in: Self.file(times: [0], indexes: [0], offsets: [0], name: 9)) == .indexes)
        #expect(damage(in: Self.file(times: [10, 10], indexes: [0, 0], offsets: [0])) == .order)
        #expect(damage(in: Self.file(times: [10, 9], indexes: [0, 0], offsets: [0])) == .order)
        #expect(damage(in: Self.file(times: [], indexes: [], offsets: [200_000])) == .offsets)
        #expect(damage(in: Self.file(times: [], indexes: [], offsets: [Int(Int32.min)])) == .offsets)
        #expect(damage(in: Self.file(times: [], indexes: [], offsets: [0], leapSeconds: 1)) == .leapSeconds)
    }

    @Test(arguments: [
        "EET", "EET-25", "E-2", "EET-2EEST", "EET-2EEST,M4.5.5/0", "EET-2EEST,M13.5.5,M10.5.4",
        "EET-2EEST,M4.6.5,M10.5.4",
        "EET-2EEST,M4.5.7,M10.5.4", "EET-2EEST,J0,J5", "EET-2EEST,J366,J5", "EET-2EEST,366,5",
        "EET-2EEST,M4.5.5/168,M10.5.4",
        "EET-2:60", "<+03-3", "<+0>-3", "EET-2 ", "EET-9999999999999999999", "-2", "EET-2EEST,M4.5.5/0,M10.5.4/24x",
        "أأأ-2",
    ]) func ruleThatIsNoneIsDamage(_ rule: String) {
        #expect(damage(in: Self.file(times: [], indexes: [], offsets: [0], rule: rule)) == .rule)
    }

    private func damage(in file: [UInt8]) -> ZoneFileDamage? {
        do throws(ZoneProblem) {
            _ = try Zone("A/B", in: ZoneDatabase(of: ["A/B": file]))
            return nil
        } catch {
            guard case .damaged("/zones/A/B", let damage) = error else {
                Issue.record("\(error)")
                return nil
            }
            return damage
        }
    }

    /// A file as RFC 9636 lays it out; from the second version on behind a first block with one offset.
    private static func file(
        version: UInt8 = UInt8(ascii: "2"), times: [Int], indexes: [UInt8], offsets: [Int], width: Int = 8,
        name: UInt8 = 0,
        leapSeconds: Int = 0, rule: String = ""
    ) -> [UInt8] {
        let own = block(version, times, indexes, offsets, width, name, leapSeconds)
        guard width == 8 else { return own }
        return block(version, [], [], [0], 4, 0, 0) + own + Array("\n\(rule)\n".utf8)
    }

    private static func block(
        _ version: UInt8, _ times: [Int], _ indexes: [UInt8], _ offsets: [Int], _ width: Int, _ name: UInt8,
        _ leapSeconds: Int
    ) -> [UInt8] {
        var bytes = Array("TZif".utf8)
        func add(_ number: Int, _ width: Int) {
            for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> (place * 8))) }
        }
        bytes.append(version)
        bytes += [UInt8](repeating: 0, count: 15)
        for count in [0, 0, leapSeconds, times.count, offsets.count, 4] { add(count, 4) }
        for time in times { add(time, width) }
        bytes += indexes
        for offset in offsets {
            add(offset, 4)
            bytes += [0, name]
        }
        bytes += Array("AAA\0".utf8)
        bytes += [UInt8](repeating: 0, count: leapSeconds * (width + 4))
        return bytes
    }
}
