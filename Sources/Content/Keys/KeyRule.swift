import Base

/// What the values of keys may be, in front matter and settings alike.
package enum KeyRule: String, Rule {
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case language
    case date
    case slugEncoding = "slug-encoding"
    case pathOutside = "path-outside"
    case urlScheme = "url-scheme"
    case draftAlone = "draft-alone"
}
