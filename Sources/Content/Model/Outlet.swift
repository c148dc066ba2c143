package import Base
package import ArabicText

/// The newsroom's settings: `Content/site.yaml`, checked.
package struct Outlet: Sendable {
    /// One of the sections that site.yaml lists.
    package struct Section: Sendable, Hashable {
        /// Name as readers see it.
        package let name: String
        /// Its part of the URL.
        package var slug: String
        /// What it covers.
        package var description: String?
        /// Whether its articles are found by the search.
        package var isSearched = true
        /// Whether its pages may have advertisements and scripts of others.
        package var carriesAds = true
        /// Paths at which it was once published.
        package var aliases: [Article.Alias] = []
        /// Place in `Outlet.sections` of the section that it lies beneath; nil at the top.
        package var parent: Int?
        /// Whether it has a feed; nil where the key `feeds` decides.
        package var hasFeed: Bool?
        /// Colour as CSS writes it; nil where it has that of the section above.
        package var color: String?
        /// Who is in charge of it, by slug or name.
        var editor: Manuscript.Word?
        /// Where site.yaml has it.
        package var location: Location?
        /// The theme's template that prints its list.
        package var template: OwnTemplate?
        /// The theme's template that prints its articles, where they name none.
        package var storyTemplate: OwnTemplate?
    }

    /// What site.yaml settles about a tag.
    package struct Tag: Sendable {
        /// Name as readers see it.
        package let name: String
        /// Its part of the URL; nil where the name gives it.
        package let slug: String?
        /// Paths at which it was once published.
        package let aliases: [Article.Alias]
        /// Other spellings and names of the same.
        package let also: [String]
        /// What it is about.
        package let description: String?
        let image: Manuscript.Image?
        /// Where site.yaml has it.
        package let location: Location
    }

    /// A link of the menu, of a profile or of the bar.
    package struct Link: Sendable, Hashable {
        /// Text of the link.
        package let title: String
        /// Where it leads.
        package let target: Target

        /// Where its address is written; nil for a link that no file names.
        package let location: Location?

        /// Link to a page of the site or to another site.
        package init(title: String, target: Target, at location: Location? = nil) {
            (self.title, self.target, self.location) = (title, target, location)
        }

        /// A page of this site, or an address elsewhere.
        package enum Target: Sendable, Hashable {
            case page(URLPath)
            case web(WebURL)
        }
    }

    /// The type of a field of the outlet's own, declared under `extra`.
    package enum ExtraType: String, Sendable, Hashable, CaseIterable {
        case text, number, flag
    }

    /// What straight quotation marks become.
    package enum Quotes: String, Sendable, Hashable, CaseIterable {
        case preserve, guillemets, curly
    }

    /// How dates are shown.
    package enum DateForm: String, Sendable, Hashable, CaseIterable {
        case long, numeric, full
    }

    /// A comment form: any endpoint that takes a plain HTML form.
    package struct CommentForm: Sendable, Hashable {
        /// A field that the form sends along unseen.
        package struct Hidden: Sendable, Hashable {
            /// Name of the field.
            package let name: String
            /// Value of the field.
            package let value: String
        }

        /// Address that takes the form.
        package var action: WebURL
        /// Endpoint's name for the text.
        package var comment = "comment"
        /// Endpoint's name for the reader's name.
        package var name = "author"
        /// Endpoint's name for the reader's mail address.
        package var email = "email"
        /// Endpoint's name for the reader's website.
        package var website = "url"
        /// Endpoint's name for the article's address.
        package var page = "page"
        /// Endpoint's name for the comment that this one answers.
        package var parent = "parent"
        /// Name of a field that only robots fill in.
        package var honeypot = "phone"
        /// Fields to send along.
        package var hidden: [Hidden] = []
        /// Whether readers are asked for a mail address.
        package var asksEmail = Asking.optional

        /// A form that leads nowhere, with the names that fields have where site.yaml gives none.
        package static var usual: CommentForm { CommentForm(action: WebURL(checked: "")) }

        /// Whether a field is there, and must be filled in.
        package enum Asking: String, Sendable, Hashable, CaseIterable {
            case none, optional, required
        }
    }

    /// Name as readers know it.
    package var name: String
    /// Address of the whole site.
    package var address: SiteAddress
    /// Where the values of keys stand, by their English names; those of `words` as `words.home`.
    var places: [String: Location] = [:]
    /// Whether site.yaml has its keys in Arabic.
    var hasArabicKeys = false

    /// Where the value of the key stands; the file as a whole where it has none.
    package func place(of key: String) -> Location { places[key] ?? Location(path: "Content/site.yaml") }
    /// What the outlet is, in a sentence.
    package var description: String?
    /// BCP 47, `ar` where site.yaml says nothing.
    package var language = "ar"
    /// BCP 47 tag of passages in Latin letters; nil where nothing is known of them.
    package var latinLanguage: String?
    /// Zone of the outlet's clock.
    package var zone = Zone.utc
    /// How dates and times are written.
    package var dates = DateStyle()
    /// How much of a date is shown.
    package var dateForm = DateForm.long
    /// What straight quotation marks become.
    package var quotes = Quotes.preserve
    /// How headlines become parts of URLs.
    package var slugStyle = SlugStyle.arabic
    /// Whether HTML in articles stays.
    package var allowsHTML = false
    /// Whether the lines of paragraphs end where they do in the file.
    package var keepsLines = false
    /// Items a page of a list holds.
    package var pageSize = Self.standardPageSize
    package static let standardPageSize = 20
    /// Sections in order, each before those that lie beneath it; empty where the articles name them.
    package var sections: [Section] = [] { didSet { sectionNames = SectionNames(sections) } }
    /// What `sections` are found by.
    package private(set) var sectionNames = SectionNames([])
    /// Whether the address of a section begins with those of the sections above it.
    package var nestsSections = false
    /// What is settled about tags; all others are as articles have them.
    package var tags: [Tag] = []
    /// Entries of the menu; nil where the sections are the menu.
    var navigation: [MenuPlan]?
    /// Accounts of the outlet.
    package var social: [Link] = []
    /// File in `Content/assets`.
    package var logo: String?
    /// Who holds the rights, where it is not the outlet under its own name.
    package var copyright: String?
    /// Comment form; nil where there are no comments.
    package var comments: CommentForm?
    /// Which documents are published.
    package var documents = DocumentSettings()
    /// Sites whose players a reader may open on the page.
    package var embeds: [EmbedSite] = []
    /// What is made of pictures.
    package var pictures = PictureSettings()
    /// Fields of the outlet's own, in the order of site.yaml.
    package var extra: [(name: String, type: ExtraType)] = []
    /// Where each kind of page lives.
    package var patterns = URLPatterns()
    /// What the search finds, and how.
    package var search = SearchSettings()
    /// What is settled about the formats that machines read.
    package var services = Services()
    /// Whether the program speaks Arabic.
    package var arabicMessages: Bool
    /// Words of the catalogue that the outlet prefers otherwise; plurals by `key.form`, those of another language than
    /// the outlet's behind its tag: `fr.share`.
    package var words: [String: String] = [:]

    /// Whether it prefers words of this language, which is not its own.
    package func hasWords(in language: Language) -> Bool {
        words.contains { $0.key.hasPrefix(language.rawValue + ".") }
    }

    /// Direction of the outlet's language.
    package var isRightToLeft: Bool { Self.isRightToLeft(language) }

    /// Whether words are cut by the rules of Arabic; all other languages share one set of rules.
    package var isSearchedInArabic: Bool { Language(tag: language) == .arabic }

    /// Whether a language's script runs from right to left.
    ///
    /// - Parameter language: BCP 47 tag.
    package static func isRightToLeft(_ language: String) -> Bool {
        // As nearly all that are asked for.
        if language == "ar" { return true }
        let parts = language.lowercased().split(separator: "-")
        // A script that is named decides: `ku-Arab`, `az-Latn`.
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x39 } }) {
            return rightToLeftScripts.contains(String(script))
        }
        return parts.first.map { rightToLeft.contains(String($0)) } ?? false
    }

    private static let rightToLeftScripts: Set<String> = ["arab", "aran", "hebr", "syrc", "thaa", "nkoo"]

    private static let rightToLeft: Set<String> = [
        "ar", "fa", "ur", "he", "iw", "ps", "ckb", "ug", "sd", "yi", "dv", "syr", "arc", "pnb", "prs", "arz", "apc",
        "nqo",
    ]
}
