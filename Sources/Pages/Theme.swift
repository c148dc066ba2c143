package import Base
package import Content
import Templates

/// The outlet's look: the files of `Templates/`, its assets under fingerprinted names.
package struct Theme: Sendable {
    package struct Asset: Sendable {
        /// `style.css`
        package let name: String
        package let url: URLPath
        package let bytes: [UInt8]
    }

    let sources: [Source]
    package let assets: [Asset]

    /// Whether pages may fetch the breaking-news bar by itself.
    var hasBreakingBar: Bool { sources.contains { $0.name == Page.Kind.breaking.template } }

    package static func read(_ tree: some FileTree) -> (theme: Theme, diagnostics: [Diagnostic]) {
        var sources: [Source] = []
        var files: [(name: String, bytes: [UInt8])] = []
        var diagnostics: [Diagnostic] = []
        do throws(Diagnostic) {
            for entry in try tree.entries(under: "Templates")
            where !entry.path.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasSuffix("~") }) {
                guard entry.kind == .file else {
                    diagnostics.append(
                        Diagnostic(
                            id: "stray-link",
                            Message(
                                en: "a symbolic link points to a file inside the site's folder; put the file itself here",
                                ar: "يشير الرابط الرمزي إلى ملف داخل مجلد الموقع؛ ضع الملف نفسه هنا"), at: Location(path: entry.path)))
                    continue
                }
                let name = String(entry.path.dropFirst("Templates/".count))
                let bytes = try tree.read(entry.path)
                if name.hasPrefix("assets/") {
                    files.append((String(name.dropFirst("assets/".count)), bytes))
                } else {
                    sources.append(Source(name: name, path: entry.path, bytes: bytes))
                }
            }
        } catch {
            diagnostics.append(error)
        }
        return (Theme(sources: sources, assets: fingerprinted(files)), diagnostics)
    }

    /// `style.css` → `assets/style.3f2a9c01.css`. A style sheet that names another asset gets that one's new name, so its
    /// own fingerprint changes with it.
    private static func fingerprinted(_ files: [(name: String, bytes: [UInt8])]) -> [Asset] {
        func asset(_ name: String, _ bytes: [UInt8]) -> Asset {
            let mark = Digest(of: bytes).hex.prefix(8)
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            return Asset(name: name, url: URLPath("assets/\(name[..<dot]).\(mark)\(name[dot...])"), bytes: bytes)
        }
        let plain = files.filter { !$0.name.hasSuffix(".css") }.map { asset($0.name, $0.bytes) }
        let sheets = files.filter { $0.name.hasSuffix(".css") }.map { file in
            var text = String(decoding: file.bytes, as: UTF8.self)
            for other in plain {
                let url = other.url.text.dropFirst("assets/".count)
                for quote in ["", "\"", "'"] {
                    text = text.replacing("url(\(quote)\(other.name)\(quote))", with: "url(\(quote)\(url)\(quote))")
                }
            }
            return asset(file.name, Array(text.utf8))
        }
        return plain + sheets
    }
}

/// The theme's templates, compiled against the pages' values. A class of page that has no template is an error here, never
/// when a page is rendered.
struct CompiledTheme: Sendable {
    private var templates: [Page.Kind: Template]
    private let library: Library

    static func compile(_ theme: Theme, for edition: Edition, _ values: PageValues) -> (CompiledTheme?, [Diagnostic]) {
        let library = Library(
            sources: theme.sources,
            environment: newsEnvironment(theme, edition, dates: values.dates))
        var templates: [Page.Kind: Template] = [:]
        var compiled: [String: Template] = [:]
        var diagnostics: [Diagnostic] = []
        for kind in Page.Kind.allCases {
            let name = library.template(for: kind)
            if let template = compiled[name] {
                templates[kind] = template
                continue
            }
            guard library.has(name) else {
                if kind == .breaking { continue }
                diagnostics.append(missing(kind, name))
                continue
            }
            let (template, problems) = library.compile(name, globals: values.globals(for: kind), checked: true)
            diagnostics += problems
            compiled[name] = template
            templates[kind] = template
        }
        // A base that ten templates extend has each of its mistakes ten times, by ten ways to get there.
        var seen: Set<[String]> = []
        diagnostics = diagnostics.filter { problem in
            let place = problem.location
            return seen.insert(
                [problem.id, problem.message.english, place?.path ?? "", "\(place?.line ?? 0)", "\(place?.column ?? 0)"]
            ).inserted
        }
        return (diagnostics.contains { $0.severity == .error } ? nil : CompiledTheme(templates: templates, library: library), diagnostics)
    }

    /// The same theme for the many pages of one site: what they share is printed into it beforehand.
    func knowing(_ values: PageValues, workers: Workers) -> CompiledTheme {
        var theme = self
        let kinds = Page.Kind.allCases.filter { templates[$0] != nil }
        let names = kinds.map(library.template)
        let first = kinds.indices.filter { names.firstIndex(of: names[$0]) == $0 }
        let compiled = workers.map(first) { place in
            library.compile(names[place], globals: values.globals(for: kinds[place]), knowing: values.shared, checked: true).template
        }
        for (kind, name) in zip(kinds, names) {
            guard let place = first.firstIndex(where: { names[$0] == name }), let template = compiled[place] else { continue }
            theme.templates[kind] = template
        }
        return theme
    }

    private static func missing(_ kind: Page.Kind, _ name: String) -> Diagnostic {
        Diagnostic(
            id: "missing-template",
            Message(
                en: "pages of the kind “\(kind.rawValue)” are rendered by Templates/\(name)"
                    + (kind.isList ? " or Templates/\(kind.template)" : "") + "; add it",
                ar: "صفحات النوع «\(kind.rawValue)» يعرضها القالب Templates/\(name)" + (kind.isList ? " أو Templates/\(kind.template)" : "")
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
