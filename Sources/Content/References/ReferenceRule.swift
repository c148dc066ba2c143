import Base

/// What articles and settings name: sections, tags, authors, other articles.
package enum ReferenceRule: String, Rule {
    case unknownSection = "unknown-section"
    case unknownArticle = "unknown-article"
    case ambiguousArticle = "ambiguous-article"
    case heldArticle = "held-article"
    case goneArticle = "gone-article"
    case unknownSlotSection = "unknown-slot-section"
    case unknownSlotTag = "unknown-slot-tag"
    case duplicateAuthor = "duplicate-author"
    case twinTags = "twin-tags"
    case joinedNames = "joined-names"
}
