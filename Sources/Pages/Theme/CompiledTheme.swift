import Base
import Content
import Templates
import Typesetting

/// The theme's templates, compiled against the pages' values. A class of page that has no template is an error here,
/// never when a page is rendered.
struct CompiledTheme: Sendable {
    private let templates: [Page.Kind: Template]
    /// Those of what pages fetch, by their names.
    private let fragments: [String: Template]
    /// Those that pages ask for by their names.
    private let own: [TemplateChoice: Template]
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
        var fragments: [String: Template] = [:]
        for name in theme.fragments {
            let (template, problems) = library.compile(
                name, globals: values.globals(for: .fragment), checked: true, skipping: &modules)
            diagnostics += problems
            fragments[name] = template
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
                ? nil : CompiledTheme(templates: templates, fragments: fragments, own: own, reads: reads), diagnostics
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
}

extension Library {
    fileprivate func template(for kind: Page.Kind) -> String {
        // A landing page has a text as well, which a list would not show.
        kind.isList && kind != .landing && !has(kind.template) ? "list.html" : kind.template
    }
}
