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
    let environment: Environment
    private let sources: [String: Source]

    package init(sources: [Source], environment: Environment = Environment()) {
        self.environment = environment
        self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func has(_ name: String) -> Bool { sources[name] != nil }

    /// The template with all that it reaches, and everything that is wrong in them. `checked` is for a site's pages:
    /// types are held, the HTML around each output is known, absent values are chainable and rendering cannot fail.
    /// The template is nil when there is an error.
    package func compile(
        _ name: String, globals: [(name: String, type: ValueType)], checked: Bool
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        (nil, [])
    }
}
