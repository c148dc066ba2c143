import Base

/// What an article states about itself.
package enum ArticleRule: String, Rule {
    case fileName = "file-name"
    case duplicateID = "duplicate-id"
    case dateDiffers = "date-differs"
    case unusualDate = "unusual-date"
    case updatedBeforeDate = "updated-before-date"
    case expiresBeforeDate = "expires-before-date"
    case changeInFuture = "change-in-future"
    case silentStatus = "silent-status"
    case missingReason = "missing-reason"
    case characterReference = "character-reference"
    case undeclaredExtra = "undeclared-extra"
    case newTitle = "new-title"
}
