import Base
import Content
import Templates
import Typesetting

/// The theme's templates, compiled against the pages' values. A class of page that has no template is an error here,
/// never when a page is rendered.
struct CompiledTheme: Sendable {
    private var templates: [Page.Kind: Template]
    private let library: Library
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
        for kind in Page.Kind.allCases {
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
                ? nil : CompiledTheme(templates: templates, library: library, reads: reads), diagnostics
        )
    }

    /// Number of pages from which on specialising a template costs less than it saves.
    private static let fewestSpecialisedPages = 24

    /// The same theme for so many pages of each kind: templates of many pages are compiled once more for the values
    /// that all pages share (`Library.specialised`).
    func specialised(_ values: PageValues, for pages: [Page.Kind: Int], workers: Workers) -> CompiledTheme {
        var users: [String: [Page.Kind]] = [:]
        for kind in Page.Kind.allCases where templates[kind] != nil {
            users[library.template(for: kind), default: []].append(kind)
        }
        let worth = users.filter { $0.value.reduce(0) { $0 + pages[$1, default: 0] } >= Self.fewestSpecialisedPages }
            .sorted {
                $0.key < $1.key
            }
        let compiled = workers.map(worth) { name, kinds in
            library.specialised(name, globals: values.globals(for: kinds[0]), values: values.shared)
        }
        var theme = self
        for ((_, kinds), template) in zip(worth, compiled) {
            guard let template else { continue }
            for kind in kinds { theme.templates[kind] = template }
        }
        return theme
    }

    private static func missing(_ kind: Page.Kind, _ name: String) -> Diagnostic {
        Diagnostic(
            id: "missing-template",
            Message(
                en: "pages of the kind “\(kind.rawValue)” are rendered by Templates/\(name)"
                    + (kind.isList ? " or Templates/\(kind.template)" : "") + "; add it",
                ar: "صفحات النوع «\(kind.rawValue)» يعرضها القالب Templates/\(name)"
                    + (kind.isList ? " أو Templates/\(kind.template)" : "")
                    + "؛ أضفه"),
            at: Location(path: "Templates/\(name)"))
    }

    subscript(kind: Page.Kind) -> Template? { templates[kind] }
}

extension Library {
    fileprivate func template(for kind: Page.Kind) -> String {
        kind.isList && !has(kind.template) ? "list.html" : kind.template
    }
}
