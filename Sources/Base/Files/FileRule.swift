/// What files and folders on the disk may not be, whatever is in them.
package enum FileRule: String, Rule {
    case disk
    case missingFile = "missing-file"
    case locked
    case outputLink = "output-link"
}
