import Base

/// What becomes of texts as they are set.
package enum TypesettingRule: String, Rule {
    case emptyArticle = "empty-article"
    case twoSources = "two-sources"
    case unknownWord = "unknown-word"
    case pluralForms = "plural-forms"
    case changedMeanwhile = "changed-meanwhile"
}
