/// An expression and where it begins, in bytes.
struct Expression: Sendable {
    indirect enum Node: Sendable {
        case literal(Value)
        case name(String)
        case list([Expression])
        case tuple([Expression])
        case map([(key: Expression, value: Expression)])
        case field(Expression, String)
        case item(Expression, Expression)
        case slice(Expression, [Expression?])
        case call(Expression, [Argument])
        case filter(Expression, String, [Argument])
        case test(Expression, String, [Argument])
        case not(Expression)
        case negative(Expression)
        case positive(Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case arithmetic(Operator, Expression, Expression)
        case concatenation([Expression])
        /// `a < b <= c`: true where each neighbouring pair is.
        case comparison(Expression, [(Comparator, Expression)])
        case conditional(then: Expression, condition: Expression, otherwise: Expression?)
    }

    let node: Node
    let offset: Int

    init(_ node: Node, at offset: Int) {
        self.node = node
        self.offset = offset
    }
}

extension Expression {
    /// Whether Jinja’s optimiser computes this when it compiles a template. Where it joins such values with `~`, it
    /// forgets that one was markup, and so do we.
    var isLiteral: Bool {
        func all(_ expressions: [Expression?]) -> Bool { expressions.allSatisfy { $0?.isLiteral ?? true } }
        switch node {
        case .literal: return true
        case .name, .call: return false
        case .list(let items), .tuple(let items), .concatenation(let items): return all(items)
        case .map(let items): return all(items.flatMap { [$0.key, $0.value] })
        case .field(let base, _), .not(let base), .negative(let base), .positive(let base): return base.isLiteral
        case .item(let a, let b), .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b):
            return all([a, b])
        case .slice(let base, let parts): return all([base] + parts)
        case .filter(let base, let name, let arguments):
            return Builtin.applyingFilters.allSatisfy { $0.name != name } && all([base] + arguments.map(\.value))
        case .test(let base, _, let arguments): return all([base] + arguments.map(\.value))
        case .comparison(let first, let others): return all([first] + others.map(\.1))
        case .conditional(let then, let condition, let otherwise): return all([then, condition, otherwise])
        }
    }
}

struct Argument: Sendable {
    let name: String?
    let value: Expression
}

enum Operator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floor = "//"
    case modulo = "%"
    case power = "**"
}

enum Comparator: String, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case `in`
    case notIn = "not in"
}

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

/// A parsed template.
struct Syntax: Sendable {
    let source: Source
    let statements: [Statement]
    /// All blocks of the file, nested ones too.
    let blocks: [Block]
    let parent: (name: String, offset: Int)?
    let faults: [Fault]
}

/// Operators stand in instructions by their numbers.
extension CaseIterable where Self: Equatable, AllCases == [Self] {
    static func numbered(_ number: Int32) -> Self { allCases[Int(number)] }
    var number: Int32 { Int32(Self.allCases.firstIndex(of: self) ?? 0) }
}
