import Base

/// Which files a theme has.
package enum ThemeRule: String, Rule {
    case missingTemplate = "missing-template"
    case templateName = "template-name"
    case styleAddress = "style-address"
}
