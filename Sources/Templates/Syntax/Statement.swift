/// What `for` and `set` give names to.
indirect enum Target: Sendable {
    case name(String)
    case tuple([Target])

    var names: [String] {
        switch self {
        case .name(let name): [name]
        case .tuple(let targets): targets.flatMap(\.names)
        }
    }
}

/// A piece of a template and where it begins, in bytes.
struct Statement: Sendable {
    indirect enum Node: Sendable {
        case text(Range<Int>)
        case output(Expression)
        case conditional([(condition: Expression, body: [Statement])], otherwise: [Statement])
        case loop(Loop)
        case set(Target, Expression)
        /// Block set: `filters` wraps the placeholder that stands for the body.
        case capture(String, body: [Statement], filters: Expression?)
        case filtered(body: [Statement], filters: Expression)
        case with([(Target, Expression)], body: [Statement])
        case macro(Macro)
        case include(names: [String], ignoreMissing: Bool, withContext: Bool)
        case importModule(String, alias: String, withContext: Bool)
        case importNames(String, names: [(name: String, alias: String)], withContext: Bool)
        case extends(String)
        case block(Block)
    }

    let node: Node
    let offset: Int

    init(_ node: Node, at offset: Int) {
        self.node = node
        self.offset = offset
    }

    /// Stands for the captured body in the filters of `{% set x | f %}` and `{% filter f %}`; no template can write it.
    static let placeholder = " body"
}

struct Loop: Sendable {
    let target: Target
    let iterable: Expression
    let filter: Expression?
    let body: [Statement]
    let otherwise: [Statement]
}

struct Macro: Sendable {
    let name: String
    let parameters: [(name: String, fallback: Expression?)]
    let body: [Statement]
    let offset: Int
}

struct Block: Sendable {
    let name: String
    let body: [Statement]
    let offset: Int
    /// Sees the variables of the loop around it.
    let scoped: Bool
    /// A child must override it.
    let required: Bool
}
