import Base

/// How the links and pictures of a body are written.
package enum LinkRule: String, Rule {
    case linkScheme = "link-scheme"
    case halfAddress = "half-address"
    case emptyLink = "empty-link"
    case linkWithoutWords = "link-without-words"
    case linkInLink = "link-in-link"
    case linkNotClosed = "link-not-closed"
    case linkNotRead = "link-not-read"
    case undefinedReference = "undefined-reference"
    case definitionInParagraph = "definition-in-paragraph"
    case longLinkDefinition = "long-link-definition"
    case pictureWithoutAlt = "picture-without-alt"
}
