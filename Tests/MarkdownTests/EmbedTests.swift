import Markdown
import Testing

/// Films and posts of other sites: cards that ask nothing of those sites, and players that a click opens.
@Suite struct EmbedTests {
    private static func html(_ body: String, embeds: [String] = [], reads: Bool = true) -> String {
        let settings = MarkdownSettings(embeds: embeds, readsEmbedCodes: reads)
        return String(decoding: Renderer(settings).render(Array(body.utf8)).html, as: UTF8.self)
    }

    @Test func aCardHasNoPlayerUnlessTheOutletListsItsSite() {
        let card = "[السد](https://youtu.be/abc)"
        #expect(!Self.html(card).contains("data-embed"))
        #expect(!Self.html(card, embeds: ["x"]).contains("data-embed"))
        #expect(
            Self.html(card, embeds: ["youtube"]).contains("data-embed=\"https://www.youtube-nocookie.com/embed/abc"))
        #expect(!Self.html(card, embeds: ["youtube"]).contains("<iframe"))
    }

    @Test(arguments: [
        (
            "https://www.youtube.com/watch?v=a_1-b&t=3", "youtube",
            "https://www.youtube-nocookie.com/embed/a_1-b?autoplay=1"
        ),
        ("https://m.youtube.com/shorts/a1", "youtube", "https://www.youtube-nocookie.com/embed/a1?autoplay=1"),
        ("https://twitter.com/u/status/9", "x", "https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id=9"),
        (
            "https://www.facebook.com/p/videos/1/", "facebook",
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fp%2Fvideos%2F1%2F"
        ),
        ("https://www.tiktok.com/@u/video/7", "tiktok", "https://www.tiktok.com/player/v1/7"),
        ("https://www.instagram.com/reel/Ab-1/", "instagram", "https://www.instagram.com/p/Ab-1/embed/"),
        ("https://t.me/chan/5", "telegram", "https://t.me/chan/5?embed=1"),
        (
            "https://soundcloud.com/u/s", "soundcloud",
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fu%2Fs"
        ),
    ]) func eachSiteHasItsPlayer(_ address: String, _ site: String, _ player: String) {
        #expect(Self.html("[السد](\(address))", embeds: [site]).contains("data-embed=\"\(player)\""))
    }

    @Test(arguments: [
        "https://www.youtube.com/@channel", "https://t.me/channel", "https://www.youtube.com/watch?v=\"><script>",
    ])
    func whatHasNoPlayerStaysALink(_ address: String) {
        #expect(!Self.html("[السد](<\(address)>)", embeds: ["youtube", "telegram"]).contains("data-embed"))
    }

    private static let quote =
        "<blockquote class=\"twitter-tweet\"><p lang=\"ar\" dir=\"rtl\">انهار السد &amp; الجسر</p>&mdash; Salma "
        + "<a href=\"https://twitter.com/s/status/987?ref_src=x\">May 1</a></blockquote> "
        + "<script async src=\"https://platform.twitter.com/widgets.js\"></script>"

    @Test(arguments: [
        (quote, "https://twitter.com/s/status/987", "انهار السد &amp; الجسر"),
        (
            "<iframe src=\"https://www.youtube.com/embed/dQ4?si=1\" title=\"السد\"></iframe>",
            "https://www.youtube.com/watch?v=dQ4", "السد"
        ),
        (
            "<div id=\"fb-root\"></div>\n<script src=\"https://connect.facebook.net/sdk.js\"></script>\n"
                + "<div class=\"fb-post\" data-href=\"https://www.facebook.com/page/posts/1\"></div>",
            "https://www.facebook.com/page/posts/1", ""
        ),
        (
            "<blockquote class=\"instagram-media\" data-instgrm-permalink=\"https://www.instagram.com/p/A1/?utm=x\"><a>x</a></blockquote>",
            "https://www.instagram.com/p/A1/", ""
        ),
        (
            "<script async src=\"https://telegram.org/js/telegram-widget.js?22\" data-telegram-post=\"chan/5\"></script>",
            "https://t.me/chan/5", ""
        ),
        (
            "<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@u/video/7\"><section></section></blockquote>",
            "https://www.tiktok.com/@u/video/7", ""
        ),
    ]) func pastedCodesBecomeCards(_ code: String, _ address: String, _ title: String) {
        let html = Self.html("نص.\n\n" + code + "\n\nنص.")
        #expect(html.contains("<a href=\"\(address)\"><span class=\"card-site\">"))
        #expect(html.contains("<span class=\"card-title\">\(title)"))
        for word in ["iframe", "script", "blockquote", "&lt;"] { #expect(!html.contains(word)) }
    }

    @Test func aCodeWithOtherTextInItIsNotSwallowed() {
        let html = Self.html("<div>خبر مهم <iframe src=\"https://www.youtube.com/embed/a\"></iframe></div>")
        #expect(html.contains("خبر مهم"))
        #expect(!html.contains("class=\"card"))
        #expect(Self.html("<iframe src=\"https://evil.example/\"></iframe>").contains("&lt;iframe"))
        #expect(Self.html(Self.quote, reads: false).contains("&lt;blockquote"))
    }

    @Test func aCardWithoutATitleIsAdvisedOf() {
        func advice(_ body: String) -> Int {
            Renderer().render(Array(body.utf8)).remarks.filter { $0.id == "card-without-title" }.count
        }
        #expect(advice("https://youtu.be/abc") == 1)
        #expect(advice("[السد](https://youtu.be/abc)") == 0)
        #expect(advice(Self.quote) == 0)
        #expect(
            advice("<iframe src=\"https://www.youtube.com/embed/dQ4\" title=\"YouTube video player\"></iframe>") == 1)
    }

    @Test func aPictureMayStandForAPlayer() {
        let html = Self.html("[![السد](dam.jpg)](https://youtu.be/abc)", embeds: ["youtube"])
        #expect(
            html.hasPrefix("<figure class=\"card-picture\" data-embed=\"https://www.youtube-nocookie.com/embed/abc"))
    }
}
