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
