package import Base

extension Library {
    /// The template with all that it reaches, and everything that is wrong in them; nil where there is an error.
    ///
    /// - Parameters:
    ///   - globals: the values that it sees, in the order in which `Template.render` is given them.
    ///   - checked: for a site's pages: types are held, the HTML around each output is known, what is asked of absent
    ///     values is absent, and rendering cannot fail. Otherwise for values that are known only when rendered.
    ///   - modules: the templates whose macros were checked for templates before; those that are checked now are added.
    package func compile(
        _ name: String, globals: [(name: String, type: ValueType)], checked: Bool, skipping modules: inout Set<String>
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        guard let syntax = syntax(name) else {
            let near = suggestion(for: name, among: names)
            let message = Message(
                en: "unknown template “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "قالب مجهول «\(name)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
            return (nil, [Diagnostic(id: TemplateRule.unknownTemplate, message, at: nil)])
        }
        let compiler = Compiler(self, checked: checked)
        compiler.checkedModules = modules
        defer { modules = compiler.checkedModules }
        return compiler.compile(syntax, globals: globals)
    }

    /// As above, for one template by itself.
    package func compile(
        _ name: String, globals: [(name: String, type: ValueType)], checked: Bool
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        var modules: Set<String> = []
        return compile(name, globals: globals, checked: checked, skipping: &modules)
    }
}

extension Compiler {
    func compile(
        _ syntax: Syntax, globals: [(name: String, type: ValueType)]
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        for (name, type) in globals {
            scope.names[name] = .variable(Variable(.slot(reserve(), path: []), type))
        }
        reach(syntax)
        origins.append(Origin(source: syntax.source, parent: nil))
        origin = origins.count - 1
        write(template: syntax, outer: scope, at: 0)
        _ = here()
        guard diagnostics.isEmpty else { return (nil, diagnostics.sorted()) }
        let template = Template(
            digest: fingerprint.digest, reads: reads.fields, program: program, checked: checked,
            origins: checked ? [] : origins)
        return (template, [])
    }
}
