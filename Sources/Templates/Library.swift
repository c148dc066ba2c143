package import Base

/// A template file: `name` as templates call it (`article.html`), `path` as diagnostics show it.
package struct Source: Sendable {
    package let name: String
    package let path: String
    package let bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}

/// The templates of a site, parsed.
package struct Library: Sendable {
    let functions: [String: Builtin]
    let filters: [String: Builtin]
    private let parsed: [String: Syntax]

    package init(sources: [Source], environment: Environment = Environment()) {
        functions = Self.table(environment.functions)
        filters = Self.table(environment.filters)
        parsed = Dictionary(
            sources.map { ($0.name, Parser.syntax(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func table(_ functions: [Function]) -> [String: Builtin] {
        Dictionary(functions.map { ($0.name, Builtin($0)) }, uniquingKeysWith: { first, _ in first })
    }

    package func has(_ name: String) -> Bool { parsed[name] != nil }

    func syntax(_ name: String) -> Syntax? { parsed[name] }

    var names: [String] { parsed.keys.sorted() }

    /// The template with all that it reaches, and everything that is wrong in them. `checked` is for a site's pages:
    /// types are held, the HTML around each output is known, absent values are chainable and rendering cannot fail.
    /// The template is nil when there is an error.
    ///
    /// - Parameters:
    ///   - known: the values of globals that are the same on every page. What follows from them is computed now, and
    ///     what they
    ///     hide is not looked at: for templates that were found sound without.
    ///   - modules: the templates whose macros were checked for templates before; those that are checked now are added.
    package func compile(
        _ name: String, globals: [(name: String, type: ValueType)], knowing known: [String: Value] = [:], checked: Bool,
        sparing modules: inout Set<String>
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        guard let syntax = parsed[name] else {
            let near = suggestion(for: name, among: names)
            let message = Message(
                en: "unknown template “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "قالب مجهول «\(name)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
            return (nil, [Diagnostic(id: "unknown-template", message, at: nil)])
        }
        let compiler = Compiler(self, checked: checked)
        compiler.knowsGlobals = !known.isEmpty
        compiler.checkedModules = modules
        defer { modules = compiler.checkedModules }
        for (name, type) in globals {
            let slot = compiler.reserve()
            let place = known[name].map(Place.constant) ?? .slot(slot, path: [])
            compiler.scope.names[name] = .variable(Variable(place, type))
        }
        compiler.reach(syntax)
        compiler.origins.append(Origin(source: syntax.source, parent: nil))
        compiler.origin = compiler.origins.count - 1
        compiler.write(template: syntax, outer: compiler.scope, at: 0)
        _ = compiler.here()
        let diagnostics = compiler.diagnostics.sorted()
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        let template = Template(
            digest: compiler.fingerprint.digest, reads: compiler.reads.fields, program: compiler.program,
            checked: checked,
            origins: checked ? [] : compiler.origins)
        return (template, [])
    }

    /// As above, for one template by itself.
    package func compile(
        _ name: String, globals: [(name: String, type: ValueType)], knowing known: [String: Value] = [:], checked: Bool
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        var modules: Set<String> = []
        return compile(name, globals: globals, knowing: known, checked: checked, sparing: &modules)
    }
}
