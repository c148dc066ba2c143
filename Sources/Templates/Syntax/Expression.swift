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

struct Argument: Sendable {
    let name: String?
    let value: Expression
}
