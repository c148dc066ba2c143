import Base

/// What may lie in the folder of the articles.
package enum FolderRule: String, Rule {
    case unusedFile = "unused-file"
    case strayLink = "stray-link"
}
