import Base

/// How front matter and settings are written, before their keys are read.
package enum YamlRule: String, Rule {
    case utf8 = "utf-8"
    case frontMatterMissing = "front-matter-missing"
    case frontMatterOpen = "front-matter-open"
    case frontMatterSize = "front-matter-size"
    case yaml
    case yamlReference = "yaml-reference"
    case yamlDepth = "yaml-depth"
    case duplicateKey = "duplicate-key"
    case openQuotes = "open-quotes"
    case spaceBehindKey = "space-behind-key"
    case indentedKey = "indented-key"
    case commentInText = "comment-in-text"
}
