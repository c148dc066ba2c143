import Base

/// What is looked at once the whole site is known: links, pictures, what formats need and what editors are advised.
package enum CheckRule: String, Rule {
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case pictureBlocked = "picture-blocked"
    case pictureWithoutCredit = "picture-without-credit"
    case pictureHeavy = "picture-heavy"
    case pictureLarge = "picture-large"
    case pictureGPS = "picture-gps"
    case headingOrder = "heading-order"
    case linkText = "link-text"
    case logoMissing = "logo-missing"
    case logoSmall = "logo-small"
    case iconSmall = "icon-small"
    case shareImageMissing = "share-image-missing"
    case shareImageType = "share-image-type"
    case shareImageSmall = "share-image-small"
    case shareImageLarge = "share-image-large"
    case descriptionMissing = "description-missing"
    case securityExpired = "security-expired"
}
