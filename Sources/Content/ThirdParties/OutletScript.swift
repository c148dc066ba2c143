package import Base

/// A script that the outlet has on its pages besides the theme's: analytics, advertisements.
package struct OutletScript: Sendable, Hashable {
    /// Where it comes from.
    package enum Source: Sendable, Hashable {
        /// An https address of another host.
        case web(WebURL)
        /// A file, by its name beneath `Content/assets/`.
        case file(String)
    }

    /// An attribute of an element that site.yaml gives, its name checked, its value any text without control characters.
    package struct Attribute: Sendable, Hashable {
        /// In small letters.
        package let name: String
        /// As readers of HTML get it, not escaped.
        package let value: String
    }

    /// Where it comes from.
    package let source: Source
    /// Digests of which the file has one, as the attribute `integrity` has them; empty where any file will do.
    package let integrity: [String]
    /// Whether it runs as soon as it is there, and not once the page is read.
    package let isAsync: Bool
    /// What the element has besides, in the order of site.yaml.
    package let attributes: [Attribute]
    /// The pages that it stands on.
    package let pages: [PageGroup]
    /// The consent that it waits for; nil where it waits for none.
    package let consent: String?
    /// What it loads, sends and shows besides.
    package let needs: [Services.Allowance]
    /// Where its source is written.
    package let location: Location
}

/// What readers are asked before a script of others comes to their page.
package struct Consent: Sendable, Hashable {
    /// Name that scripts and places wait for.
    package let name: String
    /// What readers are asked, in a sentence.
    package let text: String
    /// Where it is written.
    package let location: Location
}

/// Kinds of page as site.yaml tells scripts and advertisements apart.
package enum PageGroup: String, Sendable, Hashable, CaseIterable {
    case home, articles, lists, pages, search

    static let words: [(PageGroup, [String])] = [
        (.home, ["home", "front", "الصفحة الأولى", "الأولى", "الرئيسية"]),
        (.articles, ["articles", "article", "المقالات"]),
        (.lists, ["lists", "list", "القوائم"]), (.pages, ["pages", "page", "الصفحات"]),
        (.search, ["search", "البحث"]),
    ]
}
