import Base
import Testing

@testable import Markdown

@Suite struct LiveCoverageTests {
    private func live(_ body: String) -> Document {
        let clock = LiveClock(day: CivilDate(daysSince1970: 19746)) { date, time in
            "\(date.iso)T\(time.hour):\(time.minute)"
        } words: { date, time, showsDay in
            (showsDay ? "\(date.iso) " : "") + "\(time.hour):\(time.minute)"
        }
        return Renderer().render(Array(body.utf8), live: clock)
    }

    private func updates(_ body: String) -> [String] {
        live(body).updates.map { "\($0.date.iso) \($0.time.hour):\($0.time.minute) \($0.title)" }
    }

    @Test(arguments: [
        "14:05 مطر", "١٤:٠٥ مطر", "٢:٠٥ م مطر", "2.05 ظهرًا – مطر", "14h05: مطر", "الساعة 14:05 مطر",
        "2:05 بعد الظهر مطر",
    ]) func headingsBeginWithATime(_ heading: String) {
        #expect(updates("## \(heading)\n\nنص") == ["2024-01-24 14:5 مطر"])
    }

    @Test(arguments: ["ماذا نعرف", "2024 عام", "14 قتيلًا", "3.5 ملايين"]) func otherHeadingsAreNone(_ heading: String) {
        #expect(updates("## \(heading)\n\nنص").isEmpty)
    }

    @Test func newestIsFirstWhateverTheOrderOfTheFile() {
        let expected = ["2024-01-25 0:10 ج", "2024-01-24 23:50 ب", "2024-01-24 14:5 أ"]
        #expect(updates("## 14:05 أ\n\n## 23:50 ب\n\n## 00:10 ج") == expected)
        #expect(updates("## 00:10 ج\n\n## 23:50 ب\n\n## 14:05 أ") == expected)
    }

    @Test func headingWithADaySetsIt() {
        #expect(
            updates("## 14:05 أ\n\n## 26 يناير 2024\n\n## 9:00 ب\n\n## 27/1/2024 8:00 ج")
                == ["2024-01-27 8:0 ج", "2024-01-26 9:0 ب", "2024-01-24 14:5 أ"])
    }

    @Test func timeALittleBeforeTheLastIsRemarkedOnAndPutInItsPlace() {
        let found = live("## 14:05 أ\n\n## 13:50 ب\n\n## 15:00 ج")
        #expect(found.updates.map(\.title) == ["ج", "أ", "ب"])
        #expect(found.remarks.map(\.id) == ["update-out-of-order"])
        #expect(live("## 14:05 أ\n\n## عنوان\n\nنص").remarks.map(\.id) == ["update-without-time"])
    }

    @Test func sameTimeTwiceHasTwoAnchors() {
        #expect(live("## 14:05 أ\n\n## 14:05 ب").updates.map(\.id) == ["u1405-2", "u1405"])
        #expect(live("## 14:05 أ {#a}\n\n## 14:06 ب {#b}").updates.map(\.id) == ["b", "a"])
    }

    @Test func pinnedUpdatesAreKeyPointsAndAuthorsAreNamed() {
        let found = live("تمهيد\n\n## 14:05 انهار السد | سلمى {#dam مثبت}\n\nنص **قوي**\n\n## 15:00 ب")
        let html = String(decoding: found.html, as: UTF8.self)
        #expect(
            html.hasPrefix(
                "<p>تمهيد</p>\n<aside class=\"box key-points\">\n<p class=\"box-title\">أبرز النقاط</p>\n<ul>\n"
                    + "<li><a href=\"#dam\">انهار السد</a></li>\n</ul>\n</aside>\n<div class=\"updates\">\n"
                    + "<article class=\"update\" id=\"u1500\">"))
        #expect(
            html.hasSuffix(
                "<article class=\"update pinned\" id=\"dam\">\n<h2><a href=\"#dam\"><time datetime=\"2024-01-24T14:5\">14:5</time></a> "
                    + "انهار السد</h2>\n<p class=\"update-by\"><bdi>سلمى</bdi></p>\n<p>نص <strong>قوي</strong></p>\n"
                    + "</article>\n</div>\n"))
        #expect(found.updates.map(\.author) == [nil, "سلمى"])
        #expect(found.updates.last?.text == "نص قوي\n")
    }

    @Test func notesListsAndBoxesStayWhole() {
        let html = String(
            decoding: live("## 14:05 أ[^1]\n\n- بند\n\n## 15:00 ب\n\n::: إطار\nنص\n:::\n\n[^1]: شرح").html,
            as: UTF8.self)
        #expect(html.contains("</aside>\n</article>\n<article"))
        #expect(html.contains("<li>بند</li>\n</ul>\n</article>\n</div>\n<section class=\"footnotes\""))
    }

    @Test func otherArticlesKnowNoUpdates() {
        #expect(document("## 14:05 أ").updates.isEmpty && html("## 14:05 أ").contains("14:05 أ</h2>"))
    }
}
