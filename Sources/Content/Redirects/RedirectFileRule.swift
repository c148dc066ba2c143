import Base

/// What a line of redirects.tsv is.
package enum RedirectFileRule: String, Rule {
    case line = "redirect-line"
    case status = "redirect-status"
    case host = "redirect-host"
    case star = "redirect-star"
    case query = "redirect-query"
    case path = "redirect-path"
}
