import Base

/// What a template may say.
package enum TemplateRule: String, Rule {
    case invalidUTF8 = "invalid-utf8"
    case templateSyntax = "template-syntax"
    case unclosedTag = "unclosed-tag"
    case unclosedBlock = "unclosed-block"
    case unclosedString = "unclosed-string"
    case unknownTag = "unknown-tag"
    case strayTag = "stray-tag"
    case tooDeep = "too-deep"
    case leftOut = "left-out"
    case unknownTemplate = "unknown-template"
    case unknownBlock = "unknown-block"
    case unknownVariable = "unknown-variable"
    case unknownName = "unknown-name"
    case unknownField = "unknown-field"
    case unknownFilter = "unknown-filter"
    case unknownTest = "unknown-test"
    case unknownFunction = "unknown-function"
    case unknownMacro = "unknown-macro"
    case wrongArguments = "wrong-arguments"
    case wrongType = "wrong-type"
    case wrongValue = "wrong-value"
    case requiredBlock = "required-block"
    case definedInIf = "defined-in-if"
    case templateCycle = "template-cycle"
    case blockCycle = "block-cycle"
    case macroCycle = "macro-cycle"
    case templateTooLarge = "template-too-large"
    case htmlContext = "html-context"
    case render
    case json
}
