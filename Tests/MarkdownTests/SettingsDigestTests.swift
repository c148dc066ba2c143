import ArabicText
import Base
import Markdown
import Testing

@Suite("The digest of Markdown's settings")
struct SettingsDigestTests {
    @Test("tells apart every setting, so that no text is kept that another setting would set otherwise")
    func tellsApart() {
        let changes: [(inout MarkdownSettings) -> Void] = [
            { $0.language = "fa" }, { $0.direction = .ltr }, { $0.latinLanguage = "en" }, { $0.arabicLanguage = "ar" },
            { $0.quotes = .curly },
            { $0.html = .allow },
            { $0.numerals = .arab }, { $0.isPlain = true }, { $0.words.footnotes = "1" }, { $0.words.backToText = "1" },
            { $0.takenIDs = ["1"] }, { $0.words.table = "1" }, { $0.words.details = "1" },
            { $0.words.metre = "1" }, { $0.words.keyPoints = "1" }, { $0.keepsLines = true },
            { $0.words.comma = "1" }, { $0.words.transcript = "1" }, { $0.words.embed = "1" }, { $0.embeds = ["x"] },
            { $0.readsEmbedCodes = false }, { $0.notesParagraphs = true },
        ]
        let settings = MarkdownSettings()
        let digests = changes.map { change in
            var changed = settings
            change(&changed)
            return changed.digest
        }
        #expect(Set(digests + [settings.digest]).count == changes.count + 1)
        // One that is added is to be added to the digest, and here.
        let fields = Mirror(reflecting: settings).children.count + Mirror(reflecting: settings.words).children.count
        #expect(changes.count == fields - 1)
    }
}
