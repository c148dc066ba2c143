import ArabicText
package import Base
import Content
import Markdown
import Pages
import Search
import Templates
import Typesetting

/// Every rule that a diagnostic may name.
package enum RuleBook {
    /// The enums of rules, in the order of the documentation: what editors write first, what machines do last.
    package static let themes: [any Rule.Type] = [
        YamlRule.self, KeyRule.self, ArticleRule.self, ReferenceRule.self, StoryListRule.self, MarkdownRule.self,
        LiveRule.self,
        LinkRule.self, PictureRule.self, PictureDeskRule.self, AttachmentRule.self, CheckRule.self, CommentRule.self,
        DataRule.self, Advice.Kind.self,
        Hygiene.Finding.Kind.self,
        MarkupRule.self, TypesettingRule.self, FolderRule.self, SettingsRule.self, ThirdPartyRule.self, PageRule.self,
        RedirectFileRule.self,
        RedirectTableRule.self, ThemeRule.self, TemplateRule.self, PublishingRule.self, SearchRule.self, NameRule.self,
        FileRule.self,
    ]

    package static var rules: [any Rule] { themes.flatMap { $0.all } }

    /// The rules with this id: one, or two where templates and front matter say the same of their values.
    package static func rules(named id: String) -> [any Rule] { rules.filter { $0.rawValue == id } }
}

extension Rule {
    /// The enum's rules in the order of their cases.
    package static var all: [any Rule] { allCases.map { $0 } }

    /// Heading of the rules of its enum.
    package var theme: (english: String, arabic: String) { Self.theme }
}
