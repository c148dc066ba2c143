import Base

/// Where old addresses may begin and end.
package enum RedirectTableRule: String, Rule {
    case isPage = "redirect-is-page"
    case tells = "redirect-tells"
    case duplicate = "duplicate-redirect"
    case itself = "redirect-self"
    case circle = "redirect-circle"
    case nowhere = "redirect-nowhere"
    case chain = "redirect-chain"
    case limit = "redirect-limit"
}
