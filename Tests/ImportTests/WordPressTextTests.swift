import Content
import Testing

@testable import Import

@Suite struct WordPressTextTests {
    @Test(arguments: [
        ("أ\nب\n\nج", "<p>أ<br />\nب</p>\n<p>ج</p>\n"), ("<pre>أ\n\nب</pre>ج", "<pre>أ\n\nب</pre><p>ج</p>\n"),
        ("<h3>ع</h3>\nنص", "<h3>ع</h3><p>نص</p>\n"), ("أ<br>\nب", "<p>أ<br>\nب</p>\n"), (" \n\n ", ""),
    ])
    func lineEndsOfTheClassicEditorAreParagraphsAndBreaks(_ text: String, _ html: String) {
        #expect(Autop.paragraphs(text) == html)
    }

    @Test(arguments: [
        ("قبل [ads id=\"3\"] بعد", "قبل  بعد"),
        ("[vc_row][vc_column a='1']نص[/vc_column][/vc_row]", "\n\n\n\nنص\n\n\n\n"),
        ("[[gallery]] و[فيديو] و[sic]", "[gallery] و[فيديو] و[sic]"),
        ("<a title=\"[ads id=1]\">نص</a>", "<a title=\"[ads id=1]\">نص</a>"),
        ("[highlight c=1]نص[/highlight]", "نص"), ("<code>[ads id=1]</code>", "<code>[ads id=1]</code>"), ("[", "["),
    ])
    func shortcodesGoAndBracketsStay(_ text: String, _ html: String) {
        #expect(Shortcodes.expanded(text).html == html)
    }

    @Test func aCaptionIsAFigure() {
        let html = Shortcodes.expanded("[caption id=\"a\"]<a href=\"b\"><img src=\"c.png\"></a> وصف[/caption]").html
        #expect(html == "<figure><a href=\"b\"><img src=\"c.png\"></a><figcaption>وصف</figcaption></figure>")
    }

    @Test func aPatternThatHoldsItselfEnds() {
        let found = BlockMarkup.resolved(
            "<!-- wp:block {\"ref\":1} /-->", patterns: [1: "أ<!-- wp:block {\"ref\":1} /-->"])
        #expect(found.html.contains("أ"))
        #expect(found.rows.map(\.kind) == [.block])
    }

    @Test(arguments: [
        ("%d9%85%d8%b5%d8%b1", "مصر", false), ("%d9%85%d8%b5%d8", "مص", true), ("%d9%85%d", "م", true),
        ("50%25", "50%", false),
        ("%25d9%2585", "م", false), ("abc", "abc", false), ("100%", "100", true),
    ])
    func namesAreDecodedOnceAndTwiceWhereTheyWereEncodedTwice(_ written: String, _ text: String, _ isCut: Bool) {
        let found = WordPressName.decoded(written)
        #expect(found.text == text)
        #expect(found.isCut == isCut)
    }

    @Test(arguments: [
        ("أ &amp; ب", "أ & ب"), ("<b>أ</b>&nbsp;ب", "أ ب"), ("5 < 7", "5 < 7"), ("&amp;nbsp;", "&nbsp;"),
    ])
    func titlesAreTextWithReferencesResolvedOnce(_ html: String, _ text: String) {
        #expect(WordPressName.plain(html) == text)
    }

    @Test func theOffsetComesFromTheTwoTimes() {
        #expect(
            WordPressDate(local: "2024-01-24 09:05:00", gmt: "2024-01-24 06:05:00")?.iso(in: .utc)
                == "2024-01-24T09:05:00+03:00")
        #expect(WordPressDate(local: "2024-01-24 09:05:00", gmt: "0000-00-00 00:00:00")?.offset == nil)
        #expect(WordPressDate(local: "2024-01-24 09:05:00", gmt: "2024-01-01 01:23:45")?.isContradictory == true)
        #expect(WordPressDate(local: "0000-00-00 00:00:00", gmt: "") == nil)
        #expect(WordPressDate(mail: "Wed, 24 Jan 2024 06:05:00 +0000")?.iso(in: .utc) == "2024-01-24T06:05:00+00:00")
    }
}
