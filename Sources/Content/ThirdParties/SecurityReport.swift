/// What browsers are to report of what the site's security policy blocks (CSP level 3, section 3.2).
package struct SecurityReport: Sendable, Hashable {
    /// Address that takes the reports.
    package let address: WebURL
    /// What a policy that is only reported allows in place of what `csp` adds; nil where none is tried.
    package let trial: [Services.Allowance]?
}
