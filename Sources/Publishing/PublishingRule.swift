import Base

/// What may happen to the output folder, to what was published before and to a preview.
package enum PublishingRule: String, Rule {
    case folderNotEmpty = "folder-not-empty"
    case publishedURLLost = "published-url-lost"
    case silentChange = "silent-change"
    case ledger
    case differs
    case manyRemovals = "many-removals"
    case removalWaits = "removal-waits"
    case heldBack = "held-back"
    case manifest
    case outputNotOurs = "output-not-ours"
    case outputForeignFile = "output-foreign-file"
    case nothingBuilt = "nothing-built"
    case deployed
    case withdrawFile = "withdraw-file"
    case clock
    case port
}
