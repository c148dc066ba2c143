/// Templates compiled once more for values that are the same on every page: what follows from them is computed now
/// and not on each page, so that most of the navigation, the head and the footer is one text.
///
/// It saves a clean build of many pages what those parts cost on each, and costs one compilation a template.
extension Library {
    /// The template as `compile` gives it with checks, for these values of globals; it prints the same. Nil where it
    /// does not compile: what the values lead to may fail now that failed on each page before.
    ///
    /// - Parameter values: by the names of globals. What they hide is not checked, as templates were found sound
    ///   without.
    package func specialised(
        _ name: String, globals: [(name: String, type: ValueType)], values: [String: Value]
    ) -> Template? {
        guard let syntax = syntax(name) else { return nil }
        let compiler = Compiler(self, checked: true)
        compiler.specialisation = Specialisation()
        return compiler.compile(syntax, globals: globals, known: values).template
    }
}

/// What a compiler remembers where values of globals are known.
struct Specialisation {
    /// How many items of loops one template writes out, so that it does not grow without end.
    private static let mostItems = 500
    private var items = 0

    /// Whether a loop through these items is to be written out, item by item; counts them.
    mutating func writesOut(_ loop: Loop, _ count: Int) -> Bool {
        guard loop.filter == nil, items + count <= Self.mostItems else { return false }
        items += count
        return true
    }
}

extension Compiler {
    /// Writes out the body of a loop for each of its items, which are known: most of what it prints is text then.
    func unrolled(_ loop: Loop, through items: [Value], of element: ValueType, at offset: Int) {
        if items.isEmpty { return scoped(body: loop.otherwise, in: Scope(parent: scope)) }
        let start = html
        for (index, item) in items.enumerated() {
            let inner = Scope(parent: scope)
            scoped(inner) {
                bind(loop.target, to: Typed(place: .constant(item), type: element), at: offset)
                inner.names["loop"] = .loop(.known(index: index, items: items, element: element))
                scoped(body: loop.body, in: Scope(parent: inner))
            }
            html = start
        }
    }
}
