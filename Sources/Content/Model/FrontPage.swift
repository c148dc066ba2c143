package import Base

/// The editors' choice for the front page, or for the front of a section: `Content/frontpage.yaml`, what is past already
/// left out.
package struct FrontPage: Sendable {
    /// The bar above the front page.
    package struct Breaking: Sendable, Hashable {
        /// What the bar says.
        package let text: String
        /// Where it leads, under the bar's own text.
        package let link: Outlet.Link?

        /// Target of `link`.
        package var target: Outlet.Link.Target? { link?.target }
    }

    /// Stories that stand together under a title of their own.
    package struct Block: Sendable {
        /// Where its stories come from.
        package enum Source: Sendable, Hashable {
            /// Places in `Site.sections`, `Site.tags`, `Site.authors`, `Site.data`.
            case section(Int)
            case tag(Int)
            case author(Int)
            case data(Int)
            /// Chosen by hand, as indexes into `Site.articles`, each once on the page.
            case stories([Int])
        }

        /// Where its stories come from.
        package let source: Source
        /// How many are shown at most.
        package let limit: Int
        /// The template of `Templates/blocks/` that shows it.
        package let look: String
        /// Where `look` stands; the block where it has none.
        package let place: Location
        /// What stands above it, where that is not the name of its source.
        package let title: String?
        /// Where the title leads, where that is not the page of its source.
        package let link: Outlet.Link?

        /// Those chosen by hand.
        package var stories: [Int] { if case .stories(let stories) = source { stories } else { [] } }
    }

    /// Indexes into `Site.articles`, each once.
    package let slots: [Int]
    /// In the editors' order; nil where they gave none, and each section has one.
    package let blocks: [Block]?
    /// The bar; nil where there is none, or its time is over.
    package let breaking: Breaking?
    /// Fronts of sections, by the places of these.
    package let sections: [Int: FrontPage]

    /// Front page without an editor's choice.
    package static let empty = FrontPage(slots: [], blocks: nil, breaking: nil, sections: [:])

    /// All blocks, those of sections' fronts too, in the order of the sections.
    package var allBlocks: [Block] {
        (blocks ?? [])
            + sections.keys.sorted().flatMap { sections[$0]?.blocks ?? [] }
    }
}
