import Base

/// Which paths the site's pages, copies and redirects may have.
package enum PageRule: String, Rule {
    case duplicateURL = "duplicate-url"
    case twinURL = "twin-url"
    case longPath = "long-path"
    case aliasIsPage = "alias-is-page"
    case duplicateAlias = "duplicate-alias"
}
