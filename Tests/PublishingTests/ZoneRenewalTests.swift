import Base
import Content
import Publishing
import Testing

/// A new release of the time zone database makes pages anew that show its times.
@Suite struct ZoneRenewalTests {
    /// A zone of one offset, as TZif has it (RFC 9636).
    private func zone(_ hours: UInt8) -> [UInt8] {
        func block() -> [UInt8] {
            let counts: [UInt8] = [0, 0, 0, 0, 0, 1, 4].dropFirst().flatMap { [0, 0, 0, $0] }
            let seconds = Int(hours) * 3600
            return Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts
                + [0, 0, UInt8(seconds >> 8), UInt8(seconds & 0xFF), 0, 0] + Array("AAA\0".utf8)
        }
        return block() + block() + Array("\n<+0\(hours)>-\(hours)\n".utf8)
    }

    private func database(cairo: UInt8 = 2, newYork: UInt8 = 5, release: String = "2025b") -> ZoneDatabase {
        let tree = MemoryTree()
        tree["Africa/Cairo"] = zone(cairo)
        tree["America/New_York"] = zone(newYork)
        tree["tzdata.zi"] = Array("# version \(release)\n".utf8)
        return ZoneDatabase(tree, folder: "/zones")
    }

    @Test func anotherTableOfTheOutletsZoneRenewsTheSite() {
        var site = CachedSite()
        site.newsroom.settings.zone = "Africa/Cairo"
        site.newsroom.save(into: site.memory)
        site.build(zones: database())
        #expect(site.build(zones: database()).tally.written == 0)
        #expect(site.build(zones: database(cairo: 3)).tally.written > 10)
        let fresh = MemoryTree()
        var build = Build(LoadOptions(now: Instant(seconds: site.newsroom.now), workers: Workers(jobs: 2)))
        build.load.zones = database(cairo: 3)
        #expect(build.run(from: site.memory, to: fresh, named: "Public").diagnostics == [])
        #expect(differences(site.output.files, fresh.files) == [])
    }

    @Test func anotherReleaseRenewsWhatNamesAPlace() {
        let site = CachedSite()
        site.memory["Content/articles/2024-06-01-place.md"] = Array(
            "---\ntitle: خبر من بعيد\ndate: 1 يونيو 2024، 9:00 ص بتوقيت نيويورك\n---\n\nنص.\n".utf8)
        site.build(zones: database())
        #expect(site.build(zones: database()).tally.written == 0)
        #expect(site.build(zones: database(newYork: 4, release: "2026a")).tally.written > 0)
    }
}
