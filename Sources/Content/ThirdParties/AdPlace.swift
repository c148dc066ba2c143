package import Base

/// A place for advertisements that site.yaml names, with the room that pages keep for it.
package struct AdPlace: Sendable, Hashable {
    /// In CSS pixels.
    package struct Size: Sendable, Hashable {
        package let width: Int
        package let height: Int

        /// Sides that a place may have.
        static let sides = 1...4000
    }

    /// What the network fills.
    package enum Element: Sendable, Hashable {
        case ins, div
        /// A frame of another site.
        case frame(WebURL)
    }

    /// Name by which templates ask for it, such as `top`.
    package let name: String
    /// Room on windows that are narrower than `Self.desktopWidth`; nil where it is shown on none of these.
    package let phone: Size?
    /// Room on all others; nil where it is shown on none of these.
    package let desktop: Size?
    /// What the network fills.
    package let element: Element
    /// What the element has besides, in the order of site.yaml.
    package let attributes: [OutletScript.Attribute]
    /// The pages that it stands on.
    package let pages: [PageGroup]
    /// The consent that a frame waits for; nil where it waits for none.
    package let consent: String?
    /// The paragraph of an article's text that it stands behind, from 1; nil for one that templates place.
    package let afterParagraph: Int?
    /// How many paragraphs a text has at least that it stands in.
    package let leastParagraphs: Int
    /// Where it is written.
    package let location: Location

    /// Width of windows from which on a page is no phone's, in em: where the theme's lists take a second column.
    package static let desktopWidth = 48

    /// Places that the theme asks for, whether site.yaml has them or not.
    package static let usual = ["top", "side", "end"]
}
