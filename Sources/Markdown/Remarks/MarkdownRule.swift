import Base

/// How the rest of a body is written.
package enum MarkdownRule: String, Rule {
    case htmlEscaped = "html-escaped"
    case htmlNotClosed = "html-not-closed"
    case htmlNotOpen = "html-not-open"
    case commentNotClosed = "comment-not-closed"
    case boldNotClosed = "bold-not-closed"
    case unknownBox = "unknown-box"
    case boxNotClosed = "box-not-closed"
    case boxNotOpen = "box-not-open"
    case footnoteMissing = "footnote-missing"
    case footnoteUnused = "footnote-unused"
    case footnoteTwice = "footnote-twice"
    case headingIDTwice = "heading-id-twice"
    case headingWithoutWords = "heading-without-words"
    case tableRowTooLong = "table-row-too-long"
    case tableTooWide = "table-too-wide"
    case bodyTooLarge = "body-too-large"
    case nestingTooDeep = "nesting-too-deep"
    case emphasisTooDeep = "emphasis-too-deep"
    case bracketsTooDeep = "brackets-too-deep"
}
