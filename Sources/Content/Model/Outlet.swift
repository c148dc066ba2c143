package import Base
package import ArabicText

/// The newsroom's settings: `Content/site.yaml`, checked.
package struct Outlet: Sendable {
    package struct Section: Sendable, Hashable {
        package let name: String
        package let slug: String
        package let description: String?
    }

    package struct Link: Sendable, Hashable {
        package let title: String
        package let target: Target

        /// Where its address is written; nil for a link that no file names.
        package let location: Location?

        package init(title: String, target: Target, at location: Location? = nil) {
            (self.title, self.target, self.location) = (title, target, location)
        }

        package enum Target: Sendable, Hashable {
            case page(URLPath)
            case web(WebURL)
        }
    }

    /// The type of a field of the outlet's own, declared under `extra`.
    package enum ExtraType: String, Sendable, Hashable, CaseIterable {
        case text, number, flag
    }

    package enum Quotes: String, Sendable, Hashable, CaseIterable {
        case preserve, guillemets, curly
    }

    package enum DateForm: String, Sendable, Hashable, CaseIterable {
        case long, numeric, full
    }

    /// A comment form: any endpoint that takes a plain HTML form.
    package struct CommentForm: Sendable, Hashable {
        package struct Hidden: Sendable, Hashable {
            package let name: String
            package let value: String
        }

        package var action: WebURL
        package var comment = "comment"
        package var name = "author"
        package var email = "email"
        package var website = "url"
        package var page = "page"
        package var honeypot = "phone"
        package var hidden: [Hidden] = []
    }

    package var name: String
    package var address: SiteAddress
    /// Where the values of keys stand, by their English names; those of `words` as `words.home`.
    var places: [String: Location] = [:]
    /// Whether site.yaml has its keys in Arabic.
    var hasArabicKeys = false

    /// A key as site.yaml has it, or would have it.
    package func spelled(_ key: String) -> String { Vocabulary.site.spelled(key, arabic: hasArabicKeys) }

    /// Where the value of the key stands; the file as a whole where it has none.
    package func place(of key: String) -> Location { places[key] ?? Location(path: "Content/site.yaml") }
    package var description: String?
    /// BCP 47, `ar` where site.yaml says nothing.
    package var language = "ar"
    package var latinLanguage: String?
    package var zone = Zone.utc
    package var dates = DateStyle()
    package var dateForm = DateForm.long
    package var quotes = Quotes.preserve
    package var slugStyle = SlugStyle.arabic
    package var allowsHTML = false
    package var pageSize = 20
    /// In order; empty where the articles name them.
    package var sections: [Section] = []
    package var navigation: [Link] = []
    package var social: [Link] = []
    package var logo: String?
    /// Who holds the rights, where it is not the outlet under its own name.
    package var copyright: String?
    package var comments: CommentForm?
    package var extra: [(name: String, type: ExtraType)] = []
    package var patterns = URLPatterns()
    package var services = Services()
    package var arabicMessages: Bool
    /// Words of the catalogue that the outlet prefers otherwise; plurals by `key.form`.
    package var words: [String: String] = [:]

    package var isRightToLeft: Bool { Self.isRightToLeft(language) }

    /// By the language's script; `language` is a BCP 47 tag.
    package static func isRightToLeft(_ language: String) -> Bool {
        rightToLeft.contains(String(language.prefix { $0 != "-" }).lowercased())
    }

    private static let rightToLeft: Set<String> = ["ar", "fa", "ur", "he", "ps", "ckb", "ug", "sd", "yi", "dv"]
}
