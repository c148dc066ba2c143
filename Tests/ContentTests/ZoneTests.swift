import Base
import Content
import Testing

@Suite struct ZoneTests {
    @Test func offsetsFollowTheSeasons() throws {
        let cairo = try Zone("Africa/Cairo", in: ZoneDatabase())
        #expect(cairo.offset(at: Instant(seconds: 1_706_086_800)) == 7200)
        #expect(cairo.offset(at: Instant(seconds: 1_720_000_000)) == 10800)
    }

    @Test(arguments: [
        ("UTC", "2024-01-24T06:00:00Z"), ("Africa/Cairo", "2024-01-24T08:00:00+02:00"),
        ("-04:30", "2024-01-24T01:30:00-04:30"),
    ])
    func instantsAreWrittenWithTheOffset(_ name: String, _ expected: String) throws {
        let zone = try Zone(name, in: ZoneDatabase())
        #expect(zone.iso(Instant(seconds: 1_706_076_000)) == expected)
    }

    @Test(arguments: ["Africa/Cairo", "Asia/Riyadh", "Africa/Casablanca", "UTC", "+03:00", "-04:30"])
    func wallClockSurvivesTheRoundTrip(_ name: String) throws {
        let zone = try Zone(name, in: ZoneDatabase())
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
        #expect(throws: ZoneProblem.self) { try Zone(name, in: ZoneDatabase()) }
    }

    @Test(arguments: [
        ("Africa/Cario", "Africa/Cairo"), ("africa/cairo", "Africa/Cairo"), ("القاهرة", "Africa/Cairo"),
        ("New York", "America/New_York"), ("Asia/Riyad", "Asia/Riyadh"),
    ]) func nearestNameIsSuggested(_ name: String, _ expected: String) {
        #expect(throws: ZoneProblem.unknown(suggestion: expected)) { try Zone(name, in: ZoneDatabase()) }
    }

    @Test(arguments: [
        "../../etc/passwd", "Africa/../Africa/Cairo", "/usr/share/zoneinfo/Africa/Cairo", "Africa//Cairo",
        "Africa/Cairo/",
        "posix/Africa/Cairo", "right/Africa/Cairo", "Africa", "Africa/Cairo\0", "Africa/ Cairo", "./Africa/Cairo",
    ]) func nameIsNoPath(_ name: String) throws {
        let files = ["Africa/Cairo", "posix/Africa/Cairo", "right/Africa/Cairo", "etc/passwd"]
        let database = ZoneDatabase(of: Dictionary(uniqueKeysWithValues: files.map { ($0, RecordedZone.cairo) }))
        _ = try Zone("Africa/Cairo", in: database)
        #expect(throws: ZoneProblem.self) { try Zone(name, in: database) }
    }

    /// What site.yaml gives with these settings and these zones.
    private func load(_ settings: String, _ zones: ZoneDatabase, date: String = "2024-06-01T09:00") -> (
        hour: Int?, diagnostics: [Diagnostic]
    ) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += settings
        fixture.add("2024-06-01-rain", "title: أ\ndate: \(date)")
        fixture.zones = zones
        let (site, diagnostics) = fixture.load()
        return (site?.articles.first.map { $0.date.instant.seconds / 3600 % 24 }, diagnostics)
    }

    @Test func machineWithoutZonesIsToldOfThePackage() {
        let (_, problems) = load("time_zone: Africa/Cairo\n", ZoneDatabase(of: [:]))
        #expect(problems.map(\.id) == ["no-time-zones"])
        #expect(problems.first?.location == Location(path: "Content/site.yaml", line: 3, column: 12))
        #expect(problems.first?.message.english.contains("install the package tzdata") == true)
        #expect(problems.first?.message.arabic.contains("tzdata") == true)
    }

    @Test(arguments: [("", 9), ("time_zone: UTC\n", 9), ("time_zone: \"+03:00\"\n", 6)])
    func offsetsNeedNoZones(_ settings: String, _ hour: Int) {
        let read = load(settings, ZoneDatabase(of: [:]))
        #expect(read.hour == hour && read.diagnostics == [])
    }

    @Test func dateThatNamesAPlaceIsToldOfThePackageToo() {
        let (_, problems) = load("", ZoneDatabase(of: [:]), date: "1 يونيو 2024، 9:00 ص بتوقيت القاهرة")
        #expect(problems.map(\.id) == ["date"])
        #expect(problems.first?.message.english.contains("install the package tzdata") == true)
    }

    @Test func damagedZoneIsNamedWithItsFile() {
        let (_, problems) = load("time_zone: Africa/Cairo\n", ZoneDatabase(of: ["Africa/Cairo": Array("TZif2".utf8)]))
        #expect(problems.map(\.id) == ["time-zone-file"])
        #expect(problems.first?.message.english.contains("/zones/Africa/Cairo") == true)
    }

    @Test func zoneIsKnownByItsTableAndItsRelease() throws {
        let other = RecordedZone.all.first { $0.name == "Asia/Riyadh" }?.file ?? []
        let digests = try [
            ["Africa/Cairo": RecordedZone.cairo], ["Africa/Cairo": other],
            ["Africa/Cairo": RecordedZone.cairo, "tzdata.zi": Array("# version 2025b\n".utf8)],
            ["Africa/Cairo": RecordedZone.cairo, "tzdata.zi": Array("# version 2026a\n".utf8)],
        ].map { files in
            let database = ZoneDatabase(of: files)
            let zone = try Zone("Africa/Cairo", in: database)
            #expect(zone.digest == database.digest(of: zone.name))
            return zone.digest
        }
        #expect(Set(digests).count == digests.count)
    }
}
