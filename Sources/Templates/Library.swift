import Base

/// The templates of a site, parsed, with the functions and filters that they may use.
///
/// The language is Jinja's as its documentation has it (Template Designer Documentation, Jinja 3.1), but for what
/// `LeftOut` lists.
package struct Library: Sendable {
    /// Functions and filters from outside, by name; they come before Jinja's own.
    let functions: [String: Builtin]
    let filters: [String: Builtin]
    private let parsed: [String: Syntax]

    /// Parses each source. Of two with one name the first counts. What is wrong with a file is reported when a template
    /// that reaches it is compiled.
    package init(sources: [Source], environment: Environment = Environment()) {
        functions = Self.table(environment.functions)
        filters = Self.table(environment.filters)
        parsed = Dictionary(
            sources.map { ($0.name, Parser.syntax(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func table(_ functions: [Function]) -> [String: Builtin] {
        Dictionary(functions.map { ($0.name, Builtin($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether there is a template called `name`.
    package func has(_ name: String) -> Bool { parsed[name] != nil }

    func syntax(_ name: String) -> Syntax? { parsed[name] }

    var names: [String] { parsed.keys.sorted() }
}
