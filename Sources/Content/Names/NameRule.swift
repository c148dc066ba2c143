import Base

/// What the withdrawal of a name needs, and what it leaves.
package enum NameRule: String, Rule {
    case desk = "withdraw-desk"
    case name = "withdraw-name"
    case kept = "withdraw-kept"
}
