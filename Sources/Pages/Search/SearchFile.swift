import Base
package import Content
import Search

/// A file of the search index.
package struct SearchFile: Sendable {
    /// Place of its era in the plan.
    package let era: Int
    package let part: Part
    package let url: URLPath

    package enum Part: Sendable, Hashable {
        /// Terms of all articles but the newest, by the number of the file.
        case base(Int)
        /// Terms of the newest articles.
        case tail(Int)
        /// What results show, of eight articles.
        case cards(Int)
        /// Which eras there are.
        case map

        /// Whether it is made together with the others of its era.
        package var isOfTerms: Bool {
            switch self {
            case .base, .tail: true
            case .cards, .map: false
            }
        }
    }

    init(era: Int, part: Part, name: String) {
        (self.era, self.part) = (era, part)
        url = URLPath(FixedPaths.search.text + name)
    }
}
