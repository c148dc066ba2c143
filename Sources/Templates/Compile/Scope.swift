/// What the names in a part of a template stand for.
final class Scope {
    let parent: Scope?
    var names: [String: Binding] = [:]
    /// What is set here. A macro or a module may have the name until then.
    var variables: [String: Variable] = [:]
    /// Whether it is another template's: that sees the values around it, but not `loop`, which is the loop's own, as in
    /// Jinja.
    private let hidesLoop: Bool

    init(parent: Scope?, hidesLoop: Bool = false) { (self.parent, self.hidesLoop) = (parent, hidesLoop) }

    func find(_ name: String) -> Binding? {
        var scope: Scope? = self
        var seesLoop = true
        while let current = scope {
            if let binding = current.names[name] {
                if seesLoop { return binding }
                guard case .loop = binding else { return binding }
            }
            if current.hidesLoop { seesLoop = false }
            scope = current.parent
        }
        return nil
    }

    /// All names that can be used here, for suggestions, in a fixed order.
    var visible: [String] {
        (names.keys + (parent?.visible ?? [])).sorted()
    }
}

enum Binding {
    case variable(Variable)
    case macro(MacroDefinition)
    case module(Scope)
    case loop(LoopBinding)
    /// A macro, a module or a variable, as an `if` decides that only a page can.
    case unsettled

    func isSame(as other: Binding) -> Bool {
        switch (self, other) {
        case (.variable(let a), .variable(let b)): a === b
        case (.module(let a), .module(let b)): a === b
        case (.macro(let a), .macro(let b)):
            a.scope === b.scope && a.origin == b.origin && a.macro.offset == b.macro.offset
        case (.unsettled, .unsettled): true
        default: false
        }
    }
}

/// A name with a value. Its place stays, its type follows the flow of the template.
final class Variable {
    let place: Place
    /// Nil as long as nothing was set.
    var type: ValueType?

    init(_ place: Place, _ type: ValueType?) {
        self.place = place
        self.type = type
    }
}

/// Where a value is to be found when the template runs.
enum Place {
    case constant(Value)
    /// A slot of the machine and the fields to go down from it.
    case slot(Int, path: [Int])
}

/// A compiled expression.
struct Typed {
    let place: Place
    let type: ValueType

    static let undefined = Typed(place: .constant(.undefined), type: .nothing)

    static func slot(_ slot: Int, _ type: ValueType) -> Typed { Typed(place: .slot(slot, path: []), type: type) }

    var constant: Value? {
        if case .constant(let value) = place { value } else { nil }
    }

    /// Whether it is a number, a text, a truth value or nothing: no record, and none in it.
    var isScalar: Bool {
        switch constant {
        case .undefined?, .none?: return true
        default: break
        }
        switch type.unwrapped {
        case .string, .markup, .int, .double, .bool: return true
        case .list, .record, .optional, .any, .mixed: return false
        }
    }
}

/// A macro, with the scope and the file it was defined in. Each call compiles its body anew, for the types of the
/// arguments.
struct MacroDefinition {
    let macro: Macro
    let scope: Scope
    let origin: Int
}

/// Where `loop` finds what it tells: in the slots from `base` on stand the list, the index and the item.
struct LoopBinding {
    let base: Int
    let element: ValueType
}

/// The templates from a child up to its last parent, whose blocks share one scope.
final class Family {
    /// The definitions of each block, the child's first.
    var blocks: [String: [(block: Block, origin: Int)]] = [:]
    let root: Scope

    init(root: Scope) { self.root = root }
}

extension Statement {
    /// The names that these statements bind in their own scope: those that they set, macros and imports.
    static func bound(in statements: [Statement]) -> [String] {
        assigned(in: statements)
            + statements.flatMap { statement -> [String] in
                switch statement.node {
                case .macro(let macro): [macro.name]
                case .importModule(_, let alias, _): [alias]
                case .importNames(_, let names, _): names.map(\.alias)
                case .conditional(let branches, let otherwise): bound(in: branches.flatMap(\.body) + otherwise)
                default: []
                }
            }
    }

    /// The names that these statements set in their own scope, `if` included, loops and the like not.
    static func assigned(in statements: [Statement]) -> [String] {
        var names: [String] = []
        for statement in statements {
            switch statement.node {
            case .set(let target, _): names += target.names
            case .capture(let name, _, _): names.append(name)
            case .conditional(let branches, let otherwise):
                for branch in branches { names += assigned(in: branch.body) }
                names += assigned(in: otherwise)
            default: break
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
