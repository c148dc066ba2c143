/// The editors' choice for the front page: `Content/frontpage.yaml`, what is past already left out.
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

    /// Indexes into `Site.articles`, each once.
    package let slots: [Int]
    /// The bar; nil where there is none, or its time is over.
    package let breaking: Breaking?

    /// Front page without an editor's choice.
    package static let empty = FrontPage(slots: [], breaking: nil)
}
