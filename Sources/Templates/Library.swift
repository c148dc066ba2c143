import Base

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
}
