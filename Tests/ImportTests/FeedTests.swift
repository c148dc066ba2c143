import ArabicText
import Base
import Foundation
import Testing

@testable import Import

@Suite struct FeedTests {
    private func entries(_ text: String) throws -> (entries: [FeedEntry], channel: FeedChannel, end: ExportEnd?) {
        let path = NSTemporaryDirectory() + "feed-\(UUID().uuidString).xml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var entries: [FeedEntry] = []
        let (channel, _, end) = try FeedReader.read(path) { entry, _ in entries.append(entry) }
        return (entries, channel, end)
    }

    @Test func anAddressOfMailIsNoAuthor() throws {
        let item =
            "<item><title>a</title><author>x@private.example (هند)</author></item><item><author>y@private.example</author></item>"
        let found = try entries("<rss><channel><title>t</title>\(item)</channel></rss>").entries
        #expect(found.map(\.authors) == [["هند"], []])
    }

    @Test func aFeedThatIsCutOffGivesItsWholeEntries() throws {
        let found = try entries("<rss><channel><item><title>a</title></item><item><title>b</title>")
        #expect(found.entries.map(\.title) == ["a"])
        #expect(found.end?.kind == .cutOff)
    }

    @Test func aDocumentTypeEndsTheReading() throws {
        #expect(try entries("<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>").end?.kind == .broken)
    }

    @Test func atomKeepsItsMarkupAndItsOwnTitle() throws {
        let text = """
            <feed><title>t</title><entry><title type="html">أ &amp;amp; ب</title><author><name>هند</name></author>
            <source><title>x</title><id>y</id></source><content type="xhtml"><div>1 &lt; 2<br/><b>ج</b></div></content></entry></feed>
            """
        let found = try entries(text).entries
        #expect(found.first?.title == "أ &amp; ب")
        #expect(found.first?.guid == "")
        #expect(found.first?.content == "<div>1 &lt; 2<br><b>ج</b></div>")
    }

    @Test(arguments: [
        ("https://b.googleusercontent.com/img/a/x=s320", "https://b.googleusercontent.com/img/a/x=s1600"),
        ("https://1.bp.blogspot.com/-a/b/c/s320-c/d.jpg", "https://1.bp.blogspot.com/-a/b/c/s1600/d.jpg"),
        ("https://1.bp.blogspot.com/-a/b/c/w400-h300/d.jpg", "https://1.bp.blogspot.com/-a/b/c/s1600/d.jpg"),
        ("https://a.example/s320/d.jpg", "https://a.example/s320/d.jpg"),
    ])
    func picturesOfBloggerComeInFullSize(_ written: String, _ full: String) {
        #expect(FeedPicture.fullSize(written) == full)
    }

    @Test(arguments: [
        ("Wed, 24 Jan 2024 06:05:00 +0300", "2024-01-24", 10800), ("24 Jan 2024 06:05 GMT", "2024-01-24", 0),
        ("2024-01-24T09:05:00.001-05:00", "2024-01-24", -18000),
    ])
    func datesOfFeedsKeepTheirOffset(_ written: String, _ day: String, _ offset: Int) {
        let date = FeedText.date(written)
        #expect(date?.date.iso == day)
        #expect(date?.offsetSeconds == offset)
    }

    @Test func whatCountsVisitorsIsNoAddress() {
        #expect(FeedText.untracked("https://a.example/b/?utm_source=rss&amp;utm_medium=x") == "https://a.example/b/")
        #expect(FeedText.untracked("https://a.example/?p=3&utm_source=rss") == "https://a.example/?p=3")
    }

    @Test func whatAPluginAddsIsNoText() {
        #expect(FeedText.summary("<p>أ <b>ب</b></p><p>The post x appeared first on y.</p>") == "أ ب")
        #expect(!FeedText.isPlugged("The post office"))
    }
}
