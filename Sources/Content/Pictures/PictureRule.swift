import Base

/// What files of pictures may be.
package enum PictureRule: String, Rule {
    case picture
    case svg
    case pictureFormat = "picture-format"
    case missingPicture = "missing-picture"
    case brokenPicture = "broken-picture"
}
