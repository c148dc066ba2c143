import Base

/// `if`, as a tag and inline.
extension Compiler {
    /// A condition: known now, or jumps that are taken where it is false.
    func condition(_ expression: Expression) -> (known: Bool?, taken: [Int]) {
        releasing { jumps(where: expression, is: false) }
    }

    /// Jumps that are taken where `expression` comes to `outcome`; where it is known now they are none. What `and` and
    /// `or` give is nowhere kept: each of their parts jumps by itself.
    private func jumps(where expression: Expression, is outcome: Bool) -> (known: Bool?, taken: [Int]) {
        switch expression.node {
        case .not(let inner):
            let (known, taken) = jumps(where: inner, is: !outcome)
            return (known.map(!), taken)
        case .and(let a, let b): return jumps(where: a, b, decidedBy: false, is: outcome)
        case .or(let a, let b): return jumps(where: a, b, decidedBy: true, is: outcome)
        default:
            let test = value(expression)
            if let constant = test.constant { return (constant.isTrue, []) }
            return (nil, [jump(outcome ? .jumpIfTrue : .jumpIfFalse, if: test)])
        }
    }

    /// - Parameter decisive: what one part alone decides: false for `and`, true for `or`.
    private func jumps(
        where a: Expression, _ b: Expression, decidedBy decisive: Bool, is outcome: Bool
    ) -> (known: Bool?, taken: [Int]) {
        let first = jumps(where: a, is: decisive)
        if let known = first.known { return known == decisive ? (known, []) : jumps(where: b, is: outcome) }
        let second = jumps(where: b, is: outcome)
        let last = second.known == outcome ? [jump()] : second.taken
        if decisive == outcome { return (nil, first.taken + last) }
        first.taken.forEach(land)
        return (nil, last)
    }

    /// `if` with its `elif`s and `else`: each way is compiled from the same names, types and place in the HTML; behind
    /// it a variable has the types of all ways together. A way that is known never to be taken is not compiled.
    func conditional(_ branches: [(condition: Expression, body: [Statement])], _ otherwise: [Statement]) {
        let bodies = branches.flatMap(\.body) + otherwise
        let variables = Statement.assigned(in: bodies).compactMap { scope.variables[$0] }
        let names = Statement.bound(in: bodies)
        let bindings = names.map { scope.names[$0] }
        var outcomes: [[Binding?]] = []
        let (before, start) = (variables.map(\.type), html)
        var after: [ValueType?]?
        var ends: [Int] = []
        var end: HTMLContext?
        func startAgain() {
            for (variable, type) in zip(variables, before) { variable.type = type }
            for (name, binding) in zip(names, bindings) { scope.names[name] = binding }
            html = start
        }
        func way(_ body: [Statement], at offset: Int) {
            startAgain()
            statements(body)
            outcomes.append(names.map { scope.names[$0] })
            let types = variables.map(\.type)
            after = after.map { zip($0, types).map(Self.merged) } ?? types
            if let end { agree(end, html, at: offset) }
            end = end ?? html
        }
        var isDecided = false
        for (index, branch) in branches.enumerated() where !isDecided {
            startAgain()
            let (known, toElse) = condition(branch.condition)
            if known == false { continue }
            way(branch.body, at: branch.condition.offset)
            isDecided = known == true
            if isDecided { break }
            if index < branches.count - 1 || !otherwise.isEmpty { ends.append(jump()) }
            toElse.forEach(land)
        }
        if !isDecided { way(otherwise, at: branches[0].condition.offset) }
        for end in ends { land(end) }
        if let end { html = end }
        if let after { for (variable, type) in zip(variables, after) { variable.type = type } }
        settle(names, outcomes)
    }

    /// Gives each name what all ways of an `if` gave it.
    private func settle(_ names: [String], _ ways: [[Binding?]]) {
        for (index, name) in names.enumerated() {
            let bindings = ways.compactMap { $0[index] }
            guard let first = bindings.first else { continue }
            let agree = bindings.count == ways.count && bindings.allSatisfy(first.isSame(as:))
            scope.names[name] = agree ? first : .unsettled
        }
    }

    private static func merged(_ a: ValueType?, _ b: ValueType?) -> ValueType? {
        switch (a, b) {
        case (let a?, let b?): a.joined(with: b)
        case (let one?, nil), (nil, let one?): .optional(one.present)
        case (nil, nil): nil
        }
    }

    private func agree(_ a: HTMLContext, _ b: HTMLContext, at offset: Int) {
        guard checked, !a.agrees(with: b) else { return }
        report(
            .htmlContext, at: offset, en: "both ways of an “if” end at the same place in the HTML",
            ar: "ينتهي طرفا «if» عند موضع واحد من HTML")
    }

    /// An inline `if` that is printed: whichever value is taken is printed where it stands.
    func output(_ then: Expression, if test: Expression, else otherwise: Expression?) {
        let (known, toElse) = condition(test)
        if let known {
            if known { output(then) } else if let otherwise { output(otherwise) }
            return
        }
        let start = html
        output(then)
        guard let otherwise else { return toElse.forEach(land) }
        let end = html
        html = start
        let toEnd = jump()
        toElse.forEach(land)
        output(otherwise)
        land(toEnd)
        agree(end, html, at: test.offset)
    }
}
