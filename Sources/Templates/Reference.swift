/// Filters, tests, functions and values as the documentation of the templates lists them (docs/templates.md).
package enum Reference {
    /// A filter, a test or a function.
    package struct Entry: Sendable {
        /// The name by which templates call it.
        package let name: String
        /// The other names that Jinja has for it.
        package let aliases: [String]
        /// How it is written: `truncate(length=255, killwords=False)`.
        package let usage: String
        /// A sentence that says what it gives.
        package let documentation: String
        /// A piece of a template, where it is short with ` → ` and what it prints.
        package let example: String
    }

    /// A value that a page sees, such as `article.section.name`; `[]` stands behind a list.
    package struct ValueEntry: Sendable {
        /// The way to it from a global.
        package let path: String
        package let type: ValueType
        /// A sentence that says what it is.
        package let documentation: String
        /// A value that it may have.
        package let example: String?
    }

    /// All filters, sorted by name: Jinja's and those of `environment`, which come first where both have one.
    package static func filters(_ environment: Environment) -> [Entry] {
        entries(Array(Builtin.filters.values), environment.filters, isPiped: true)
    }

    /// All functions, sorted by name: Jinja's and those of `environment`.
    package static func functions(_ environment: Environment) -> [Entry] {
        entries(Array(Builtin.functions.values), environment.functions, isPiped: false)
    }

    /// All tests (`is …`), sorted by name.
    package static var tests: [Entry] {
        entries(Array(Builtin.tests.values), [], isPiped: true)
    }

    /// The fields that can be reached from a global, down to where a record comes again.
    package static func values(_ name: String, _ type: ValueType) -> [ValueEntry] {
        values(name, type, within: [])
    }

    private static func entries(_ builtins: [Builtin], _ functions: [Function], isPiped: Bool) -> [Entry] {
        var seen: Set<String> = []
        let all = functions.map(Builtin.init) + builtins
        return all.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }.map { builtin in
            let parameters = builtin.parameters.dropFirst(isPiped ? 1 : 0).map { parameter -> String in
                if parameter.rest { return "…" }
                guard let fallback = parameter.fallback else { return parameter.name }
                return fallback.isUndefined ? "\(parameter.name)=" : "\(parameter.name)=\(fallback.python)"
            }
            let brackets = parameters.isEmpty && isPiped ? "" : "(\(parameters.joined(separator: ", ")))"
            return Entry(
                name: builtin.name, aliases: builtin.aliases, usage: builtin.name + brackets,
                documentation: builtin.documentation, example: builtin.example)
        }
    }

    private static func values(_ path: String, _ type: ValueType, within outer: Set<String>) -> [ValueEntry] {
        var prefix = path
        var type = type
        while true {
            if case .optional(let inner) = type {
                type = inner
            } else if case .list(let element) = type {
                type = element
                prefix += "[]"
            } else {
                break
            }
        }
        guard case .record(let record) = type, !outer.contains(record.name) else { return [] }
        return record.fields.flatMap { field in
            let own = "\(prefix).\(field.name)"
            let entry = ValueEntry(
                path: own, type: field.type, documentation: field.documentation, example: field.example)
            return [entry] + values(own, field.type, within: outer.union([record.name]))
        }
    }
}
