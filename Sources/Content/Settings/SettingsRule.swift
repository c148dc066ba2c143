import Base

/// What site.yaml and the front page's plan state.
package enum SettingsRule: String, Rule {
    case noSite = "no-site"
    case siteURL = "site-url"
    case timeZone = "time-zone"
    case urlPattern = "url-pattern"
    case duplicateSection = "duplicate-section"
    case emptySlot = "empty-slot"
    case elsewhereAll = "elsewhere-all"
    case guidHost = "guid-host"
    case crawlerName = "crawler-name"
    case adsLine = "ads-line"
}
