import ArabicText
import Base
import Content
import Templates
import Typesetting

/// The theme's templates, compiled against the pages' values. A class of page that has no template is an error here,
/// never when a page is rendered.
struct CompiledTheme: Sendable {
    private let templates: [Page.Kind: Template]
    /// The same for pages whose words are in another language than the outlet's.
    private let others: [Language: [Page.Kind: Template]]
    /// Those of what pages fetch, by their names.
    private let fragments: [String: Template]
    /// Those that pages ask for by their names.
    private let own: [TemplateChoice: Template]
    /// The same for pages whose words are in another language than the outlet's.
    private let ownOthers: [Language: [TemplateChoice: Template]]
    /// Those of the looks that blocks of fronts have, by their names.
    private let looks: [String: Template]
    /// Fields that the templates read of the records that pages give them.
    let reads: ReadFields

    static func compile(_ theme: Theme, for edition: Edition, _ values: PageValues) -> (CompiledTheme?, [Diagnostic]) {
        let library = Library(
            sources: theme.sources,
            environment: newsEnvironment(theme, edition, dates: values.dates))
        var templates: [Page.Kind: Template] = [:]
        var compiled: [String: Template] = [:]
        var modules: Set<String> = []
        var reads = ReadFields()
        var diagnostics: [Diagnostic] = []
        let wanted = OwnTemplates(edition.site, theme)
        diagnostics += wanted.diagnostics
        for kind in Page.Kind.allCases where kind != .fragment && (kind != .landing || wanted.usesLanding) {
            let name = library.template(for: kind)
            if let template = compiled[name] {
                templates[kind] = template
                continue
            }
            guard library.has(name) else {
                if kind == .breaking || kind == .search { continue }
                diagnostics.append(missing(kind, name))
                continue
            }
            let (template, problems) = library.compile(
                name, globals: values.globals(for: kind), checked: true, skipping: &modules)
            diagnostics += problems
            compiled[name] = template
            templates[kind] = template
            if let template { reads.formUnion(template.reads) }
        }
        var own: [TemplateChoice: Template] = [:]
        for choice in wanted.choices {
            let (template, problems) = library.compile(
                choice.file, globals: values.globals(for: choice), checked: true, skipping: &modules)
            diagnostics += problems
            own[choice] = template
            if let template { reads.formUnion(template.reads) }
        }
        var others: [Language: [Page.Kind: Template]] = [:]
        var ownOthers: [Language: [TemplateChoice: Template]] = [:]
        for language in Language.allCases where edition.wordings.others[language] != nil {
            let library = Library(
                sources: theme.sources,
                environment: newsEnvironment(theme, edition.speaking(language), dates: values.dates))
            for kind in Page.Kind.allCases where kind.followsText {
                // A theme that writes the site's language on every page has its words on all of them, too.
                guard let template = templates[kind], template.reads.has(record: "page", field: "language") else {
                    continue
                }
                var known: Set<String> = []
                others[language, default: [:]][kind] =
                    library.compile(
                        library.template(for: kind), globals: values.globals(for: kind), checked: true, skipping: &known
                    ).0
            }
            for choice in wanted.choices where choice.kind.followsText {
                guard let template = own[choice], template.reads.has(record: "page", field: "language") else {
                    continue
                }
                var known: Set<String> = []
                ownOthers[language, default: [:]][choice] =
                    library.compile(
                        choice.file, globals: values.globals(for: choice), checked: true, skipping: &known
                    ).0
            }
        }
        if !edition.wordings.others.isEmpty, let template = templates[.article],
            !template.reads.has(record: "page", field: "language")
        {
            diagnostics.append(theme.silentLanguage)
        }
        var looks: [String: Template] = [:]
        for block in edition.site.frontPage.allBlocks where looks[block.look] == nil {
            guard let name = theme.looks[block.look] else {
                diagnostics.append(theme.unknownLook(of: block))
                continue
            }
            let (template, problems) = library.compile(
                name, globals: values.globalsOfLook, checked: true, skipping: &modules)
            diagnostics += problems
            looks[block.look] = template
            if let template { reads.formUnion(template.reads) }
        }
        for (kind, isUsed) in Self.fronts(of: edition.site) where isUsed {
            guard let template = templates[kind], !template.reads.has(record: "block", field: "html") else { continue }
            diagnostics.append(.blocksNotPrinted(by: library.template(for: kind)))
        }
        var fragments: [String: Template] = [:]
        for name in theme.fragments {
            let (template, problems) = library.compile(
                name, globals: values.globals(for: .fragment), checked: true, skipping: &modules)
            diagnostics += problems
            fragments[name] = template
            if let template { reads.formUnion(template.reads) }
        }
        // A base that ten templates extend has each of its mistakes ten times, by ten ways to get there.
        var seen: Set<[String]> = []
        diagnostics = diagnostics.filter { problem in
            let place = problem.location
            return seen.insert(
                [
                    problem.id, problem.message.english, place?.path ?? "", "\(place?.line ?? 0)",
                    "\(place?.column ?? 0)",
                ]
            ).inserted
        }
        return (
            diagnostics.contains { $0.severity == .error }
                ? nil
                : CompiledTheme(
                    templates: templates, others: others, fragments: fragments, own: own, ownOthers: ownOthers,
                    looks: looks, reads: reads),
            diagnostics
        )
    }

    private static func missing(_ kind: Page.Kind, _ name: String) -> Diagnostic {
        let other = kind.template == name ? nil : kind.template
        return Diagnostic(
            id: ThemeRule.missingTemplate,
            Message(
                en: "pages of the kind “\(kind.rawValue)” are rendered by Templates/\(name)"
                    + (other.map { " or Templates/\($0)" } ?? "") + "; add it",
                ar: "صفحات النوع «\(kind.rawValue)» يعرضها القالب Templates/\(name)"
                    + (other.map { " أو Templates/\($0)" } ?? "") + "؛ أضفه"),
            at: Location(path: "Templates/\(name)"))
    }

    subscript(page: Page) -> Template? {
        if case .fragment(let name) = page.content { return fragments[name] }
        return page.template.map { own[$0] } ?? templates[page.kind]
    }

    /// Which kinds of pages have blocks that editors ordered.
    private static func fronts(of site: Site) -> [(Page.Kind, Bool)] {
        [
            (.home, !(site.frontPage.blocks ?? []).isEmpty),
            (.section, site.frontPage.sections.values.contains { !($0.blocks ?? []).isEmpty }),
        ]
    }

    /// The template of a block's look.
    subscript(look name: String) -> Template? { looks[name] }

    /// The template of a page whose words are in this language; nil where the theme has them in the outlet's alone.
    subscript(page: Page, language: Language) -> Template? {
        page.template.map { ownOthers[language]?[$0] } ?? others[language]?[page.kind]
    }
}

extension Library {
    fileprivate func template(for kind: Page.Kind) -> String {
        // A landing page has a text as well, which a list would not show.
        kind.isList && kind != .landing && !has(kind.template) ? "list.html" : kind.template
    }
}
