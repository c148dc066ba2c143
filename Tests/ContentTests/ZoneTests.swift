import Base
import Content
import Testing

@Suite struct ZoneTests {
    @Test func offsetsFollowTheSeasons() throws {
        let cairo = try #require(Zone(name: "Africa/Cairo"))
        #expect(cairo.offset(at: Instant(seconds: 1_706_086_800)) == 7200)
        #expect(cairo.offset(at: Instant(seconds: 1_720_000_000)) == 10800)
    }

    @Test(arguments: ["Africa/Cairo", "Asia/Riyadh", "Africa/Casablanca", "UTC", "+03:00", "-04:30"])
    func wallClockSurvivesTheRoundTrip(_ name: String) throws {
        let zone = try #require(Zone(name: name))
        for seconds in stride(from: 1_600_000_000, to: 1_800_000_000, by: 3_333_333) {
            let instant = Instant(seconds: seconds)
            let (date, time) = zone.civil(instant)
            let back = zone.instant(date, time)
            // The hour that a change of clocks repeats means its first pass.
            #expect(back == instant || back.seconds == seconds - 3600)
        }
    }

    @Test(arguments: ["Cairo", "Africa/Nowhere", "+3", "+25:00", "", "EST5EDT4"]) func unknownNamesAreRefused(_ name: String) {
        #expect(Zone(name: name) == nil)
    }
}
