/// The editors' choice for the front page: `Content/frontpage.yaml`, what is past already left out.
package struct FrontPage: Sendable {
    package struct Breaking: Sendable, Hashable {
        package let text: String
        package let link: Outlet.Link?

        package var target: Outlet.Link.Target? { link?.target }
    }

    /// Indexes into `Site.articles`, each once.
    package let slots: [Int]
    package let breaking: Breaking?

    package static let empty = FrontPage(slots: [], breaking: nil)
}
