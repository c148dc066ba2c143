import ArabicText
import Base
import Content
import Templates

/// The templates that articles, pages and sections ask for by their names, and those of the theme that nothing asks for.
struct OwnTemplates {
    /// Each once.
    private(set) var choices: [TemplateChoice] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a landing page is printed with the template of all of them.
    private(set) var usesLanding = false
    private let theme: Theme

    init(_ site: Site, _ theme: Theme) {
        self.theme = theme
        for article in site.articles {
            if let template = article.template { add(TemplateChoice(.article, template), template.location) }
        }
        for page in site.pages {
            let kind = page.list == nil ? Page.Kind.page : .landing
            if let template = page.template {
                add(TemplateChoice(kind, template), template.location)
            } else if kind == .landing {
                usesLanding = true
            }
        }
        for section in site.outlet.sections {
            if let template = section.template { add(TemplateChoice(.section, template), template.location) }
            if let template = section.storyTemplate {
                add(TemplateChoice(.article, template, seesData: false), template.location)
            }
        }
        diagnostics += unused
    }

    private mutating func add(_ choice: TemplateChoice, _ place: Location) {
        guard !choices.contains(choice) else { return }
        let isStandard = Theme.standardNames.contains(choice.file)
        let fits = !isStandard || choice.file == choice.kind.template || choice.kind.isList && choice.name == "list"
        if fits, !choice.name.contains("/"), theme.has(choice.file) {
            choices.append(choice)
        } else {
            diagnostics.append(missing(choice, isOfOthers: !fits, at: place))
        }
    }

    /// Names that may be asked for: those of the templates that are neither a kind's nor a part of another.
    private var names: [String] {
        theme.sources.filter { source in
            source.name.hasSuffix(".html") && !source.name.contains("/")
                && !Theme.standardNames.contains(source.name) && !theme.isNamed(source)
        }.map { String($0.name.dropLast(".html".count)) }
    }

    private func missing(_ choice: TemplateChoice, isOfOthers: Bool, at place: Location) -> Diagnostic {
        if isOfOthers {
            return Diagnostic(
                id: ThemeRule.missingTemplate,
                Message(
                    en: "“\(choice.name)” prints another kind of page; name a template of your own",
                    ar: "يطبع «\(choice.name)» نوعًا آخر من الصفحات؛ اذكر قالبًا خاصًا"),
                at: place)
        }
        let names = names
        guard !choice.name.contains("/") else {
            return Diagnostic(
                id: ThemeRule.missingTemplate,
                Message(
                    en: "a template is named without a folder: “longread” is Templates/longread.html"
                        + Self.list(names, "; there are: ", ", "),
                    ar: "يُذكر القالب بلا مجلد: «longread» هو Templates/longread.html"
                        + Self.list(names, "؛ الموجود: ", "، ")),
                at: place)
        }
        let hint = suggestion(for: choice.name, among: names)
        return Diagnostic(
            id: ThemeRule.missingTemplate,
            Message(
                en: "there is no template Templates/\(choice.file)"
                    + (hint.map { "; did you mean “\($0)”?" } ?? Self.list(names, "; there are: ", ", ", "; add it")),
                ar: "لا قالب باسم Templates/\(choice.file)"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? Self.list(names, "؛ الموجود: ", "، ", "؛ أضفه"))),
            at: place)
    }

    private static func list(_ names: [String], _ lead: String, _ comma: String, _ none: String = "") -> String {
        names.isEmpty ? none : lead + names.joined(separator: comma)
    }

    private var unused: [Diagnostic] {
        let used = Set(choices.map(\.file) + theme.fragments + theme.looks.values)
        return theme.sources.filter { source in
            source.name.hasSuffix(".html")
                && !Theme.standardNames.contains(source.name) && !used.contains(source.name) && !theme.isNamed(source)
        }.map { source in
            let name = source.name.dropLast(".html".count)
            return Diagnostic(
                .advice, id: ThemeRule.unusedTemplate,
                Message(
                    en:
                        "no public page is printed with this template, and no other names it; write “template: \(name)” "
                        + "where it is wanted, or delete it",
                    ar: "لا صفحة منشورة تُطبع بهذا القالب ولا يذكره غيره؛ اكتب «القالب: \(name)» حيث تريده، أو احذفه"),
                at: Location(path: source.path))
        }
    }
}
