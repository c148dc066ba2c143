import Base
import Content
import Testing
import Typesetting

/// `sitegen live add`: an update where it belongs, and no other byte changed.
@Suite struct AddedUpdateTests {
    private static let matter = "---\ntitle: The flood\ndate: 2024-01-24 09:00\nkind: live\n---\n"

    private static func added(
        _ body: String, _ text: String, at clock: String = "2024-01-24T12:05:00Z", to name: String = "live",
        matter: String = Self.matter, author: String? = nil
    ) throws -> (before: String, after: String, id: String) {
        let site = ExampleSite()
        let file = matter + body
        site.files["Content/articles/live.md"] = Array(file.utf8)
        guard let now = Stamp(utc: clock)?.instant, let loaded = loadSite(site.files, ExampleSite.load).site else {
            throw Failure()
        }
        let update = try AddedUpdate(
            .init(text: text, author: author), to: name, in: loaded, from: site.files, now: now)
        return (file, String(decoding: update.file, as: UTF8.self), update.id)
    }

    private struct Failure: Error {}

    private static func refusal(_ body: String, _ text: String, to name: String = "live", matter: String = Self.matter)
        -> String?
    {
        do {
            _ = try added(body, text, to: name, matter: matter)
            return nil
        } catch {
            return (error as? Diagnostic)?.id
        }
    }

    @Test func theNewestStandsInFrontWhereTheNewestComeFirst() throws {
        let update = try Self.added(
            "Intro.\n\n## 13:00 Rain\n\nText.\n\n## 12:00 Wind\n", "The dam holds\nWater *rises*.", author: "Salma")
        let block = "## 14:05 The dam holds | Salma {#u0124-1405}\n\nWater *rises*.\n\n"
        #expect(update.after == update.before.replacing("## 13:00", with: block + "## 13:00"))
    }

    @Test func theNewestStandsLastWhereTheFileGoesOn() throws {
        let update = try Self.added("## 12:00 Wind\n\n## 13:00 Rain\n\nText.\n\n*المصدر: وكالة\n", "The dam holds")
        #expect(update.after.contains("Text.\n\n## 14:05 The dam holds {#u0124-1405}\n\n*المصدر: وكالة\n"))
        #expect(update.after.count == update.before.count + "## 14:05 The dam holds {#u0124-1405}\n\n".count)
    }

    @Test func theFirstUpdateStandsAtTheEnd() throws {
        let update = try Self.added("Intro.", "The dam holds")
        #expect(update.after == update.before + "\n\n## 14:05 The dam holds {#u0124-1405}\n")
    }

    @Test func afterMidnightTheDayIsRightHoweverTheFileIsOrdered() throws {
        for body in ["## 23:50 Rain\n", "## 23:50 Rain\n\n## 23:00 Wind\n", "## 23:00 Wind\n\n## 23:50 Rain\n"] {
            let update = try Self.added(body, "Dry", at: "2024-01-24T22:10:00Z")
            #expect(update.after.contains("## 00:10 Dry {#u0125-0010}"))
        }
        // After two days without an update the hour alone would not tell the day.
        let late = try Self.added("## 23:00 Wind\n\n## 23:50 Rain\n", "Dry", at: "2024-01-27T06:00:00Z")
        #expect(late.after.contains("## 2024-01-27 08:00 Dry {#u0127-0800}"))
    }

    @Test func twoUpdatesOfAMinuteHaveTwoAnchors() throws {
        let update = try Self.added("## 14:05 Rain {#u0124-1405}\n", "Dry")
        #expect(update.id == "u0124-1405-2")
    }

    @Test func linesEndAsTheFileHasThem() throws {
        let body = "## 13:00 Rain\r\n"
        let update = try Self.added(body, "Dry\nText", matter: Self.matter.replacing("\n", with: "\r\n"))
        #expect(!update.after.replacing("\r\n", with: "").contains("\n"))
    }

    @Test func whatWouldChangeOtherUpdatesIsRefused() {
        let body = "## 13:00 Rain\n\n## 12:00 Wind\n"
        #expect(Self.refusal(body, "Dry") == nil)
        for text in ["", "  \n ", "Dry\n\n## 14:06 Wet\n\nx", "Dry\n\n```\nx", "Dry\n\n::: aside\nx"] {
            #expect(Self.refusal(body, text) == "update-refused")
        }
        #expect(Self.refusal("## 15:00 Rain\n", "Dry") == "update-refused")
        #expect(Self.refusal(body, "Dry", to: "nowhere") == "update-refused")
        #expect(
            Self.refusal(body, "Dry", matter: Self.matter.replacing("kind: live", with: "kind: news"))
                == "update-refused")
        #expect(
            Self.refusal(body, "Dry", matter: Self.matter.replacing("kind: live", with: "kind: live\nended: true"))
                == "update-refused")
    }
}
