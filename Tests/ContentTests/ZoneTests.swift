import Base
import Content
import Testing

@Suite struct ZoneTests {
    @Test func offsetsFollowTheSeasons() throws {
        let cairo = try #require(Zone(name: "Africa/Cairo"))
        #expect(cairo.offset(at: Instant(seconds: 1_706_086_800)) == 7200)
        #expect(cairo.offset(at: Instant(seconds: 1_720_000_000)) == 10800)
    }

    @Test(arguments: [
        ("UTC", "2024-01-24T06:00:00Z"), ("Africa/Cairo", "2024-01-24T08:00:00+02:00"),
        ("-04:30", "2024-01-24T01:30:00-04:30"),
    ])
    func instantsAreWrittenWithTheOffset(_ name: String, _ expected: String) throws {
        let zone = try #require(Zone(name: name))
        #expect(zone.iso(Instant(seconds: 1_706_076_000)) == expected)
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

    /// The hour in UTC of nine o'clock on the first of June.
    private func hour(_ place: String, settings: String = "time_zone: Asia/Riyadh\n") -> Int? {
        let made = SiteFixture.article("title: أ\ndate: 1 يونيو 2024، 9:00 ص \(place)", settings: settings)
        return made.article.map { $0.date.instant.seconds / 3600 % 24 }
    }

    @Test(arguments: [
        ("", 6), ("بتوقيت الرياض", 6), ("بتوقيت نيويورك", 13), ("بتوقيت أبو ظبي", 5), ("بتوقيت القاهرة", 6),
        ("بتوقيت غرينتش", 9),
        ("بتوقيت مكة المكرمة", 6), ("بالتوقيت المحلي", 6), ("New York time", 13), ("heure de Tunis", 8),
        ("+02:00 بتوقيت الرياض", 7),
    ])
    func theClockOfThePlaceThatADateNamesCounts(_ place: String, _ expected: Int) {
        #expect(hour(place) == expected)
    }

    @Test func theOutletsOwnCityHasItsZone() {
        #expect(hour("بتوقيت عمّان", settings: "time_zone: Asia/Amman\ncity: عمان\n") == 6)
        #expect(hour("بتوقيت الواحة", settings: "time_zone: Africa/Cairo\ncity: الواحة\n") == 6)
    }

    @Test(arguments: ["بتوقيت الواحة", "بتوقيت عمان", "بتوقيت طرابلس", "any words at all time"])
    func aClockThatNobodyKnowsIsAnError(_ place: String) {
        let made = SiteFixture.article(
            "title: أ\ndate: 1 يونيو 2024، 9:00 ص \(place)", settings: "time_zone: Asia/Riyadh\n")
        #expect(made.diagnostics.map(\.id) == ["date"])
    }

    @Test(arguments: ["Cairo", "Africa/Nowhere", "+3", "+25:00", "", "EST5EDT4"]) func unknownNamesAreRefused(
        _ name: String
    ) {
        #expect(Zone(name: name) == nil)
    }
}
