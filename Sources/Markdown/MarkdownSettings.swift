package import ArabicText
package import Base

/// What an outlet decides about its articles' Markdown, once for all of them.
package struct MarkdownSettings: Sendable, Hashable {
    /// Whether HTML in an article is shown as text or passed through.
    package enum RawHTML: String, Sendable, Hashable { case escape, allow }

    /// A BCP 47 tag, such as `ar`.
    package var language: String
    /// The direction of the page: blocks that run the other way say so.
    package var direction: Direction
    /// The `lang` of a block that is mainly Latin, such as `en` or `fr`; none is written when nil.
    package var latinLanguage: String?
    /// The `lang` of what is in Arabic letters in a text that runs from left to right; none is written when nil.
    package var arabicLanguage: String?
    /// What becomes of straight quotes (`"`); curled ones are never touched.
    package var quotes: QuotePolicy
    package var html: RawHTML
    /// The digits of footnotes' numbers; never of author text.
    package var numerals: Numerals
    /// Whether the lines of a paragraph end where the author ended them; else only where they plainly should.
    package var keepsLines: Bool
    /// Sites whose cards a reader may turn into players: `youtube`, `x` and so on.
    package var embeds: [String]
    /// Whether codes that other sites give for their films and posts become cards.
    package var readsEmbedCodes: Bool
    /// Whether the places between paragraphs are noted, for what pages put there.
    package var notesParagraphs = false
    package var words: MarkdownWords
    /// The ids that the page around the text has: no heading gets one of them.
    package var takenIDs: [String]
    /// CommonMark and nothing else: no extension, no repair, no isolation, raw HTML as `html` says. Serves the
    /// comparison with libcmark's own output.
    package var isPlain: Bool

    package init(
        language: String = "ar", direction: Direction = .rtl, latinLanguage: String? = nil,
        arabicLanguage: String? = nil, quotes: QuotePolicy = .preserve, html: RawHTML = .escape,
        numerals: Numerals = .latn,
        keepsLines: Bool = false, embeds: [String] = [], readsEmbedCodes: Bool = true,
        words: MarkdownWords = MarkdownWords(), takenIDs: [String] = []
    ) {
        self.language = language
        self.direction = direction
        self.latinLanguage = latinLanguage
        self.arabicLanguage = arabicLanguage
        self.quotes = quotes
        self.html = html
        self.numerals = numerals
        self.keepsLines = keepsLines
        self.embeds = embeds
        self.readsEmbedCodes = readsEmbedCodes
        self.words = words
        self.takenIDs = takenIDs
        isPlain = false
    }

    /// Digest of all settings: bodies rendered with equal ones are equal.
    package var digest: Digest {
        var parts = Fingerprint()
        parts.add(language)
        parts.add(direction.rawValue)
        parts.add(latinLanguage)
        parts.add(arabicLanguage)
        parts.add(quotes.rawValue)
        parts.add(html.rawValue)
        parts.add(numerals.rawValue)
        parts.add(keepsLines)
        parts.add(embeds.joined(separator: " "))
        parts.add(readsEmbedCodes)
        parts.add(notesParagraphs)
        for word in [
            words.footnotes, words.backToText, words.table, words.details, words.metre, words.keyPoints, words.comma,
            words.transcript, words.embed,
        ] {
            parts.add(word)
        }
        parts.add(takenIDs.count)
        for id in takenIDs { parts.add(id) }
        parts.add(isPlain)
        return parts.digest
    }

    /// As libcmark with all its options off, but for HTML, which passes through.
    package static var plain: Self {
        var settings = Self(language: "en", direction: .ltr, html: .allow)
        settings.isPlain = true
        return settings
    }
}

/// The words that rendering puts on the page itself.
package struct MarkdownWords: Sendable, Hashable {
    /// The name of the list of footnotes.
    package var footnotes: String
    /// The name of the link from a footnote back to its place, for screen readers.
    package var backToText: String
    /// The name of a table's scrolling region, for screen readers.
    package var table: String
    /// What a reader opens when a details box has no title.
    package var details: String
    /// What stands before the name of a poem's metre.
    package var metre: String
    /// What stands above the key points of live coverage.
    package var keyPoints: String
    /// What stands between a file's type and its size.
    package var comma: String
    /// What a reader opens to read what is said in a recording.
    package var transcript: String
    /// What a click on a card of another site does.
    package var embed: String

    package init(
        footnotes: String = "هوامش", backToText: String = "العودة إلى النص", table: String = "جدول",
        details: String = "تفاصيل", metre: String = "البحر", keyPoints: String = "أبرز النقاط",
        comma: String = "، ", transcript: String = "نص التسجيل",
        embed: String = "يُشغَّل هنا عند النقر ويتصل حينها بذلك الموقع"
    ) {
        self.footnotes = footnotes
        self.backToText = backToText
        self.table = table
        self.details = details
        self.metre = metre
        self.keyPoints = keyPoints
        self.comma = comma
        self.transcript = transcript
        self.embed = embed
    }
}
