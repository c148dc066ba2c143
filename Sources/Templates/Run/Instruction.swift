import Base

/// One step of a compiled template: an operation and up to four numbers, so that a program is a plain array of words.
///
/// An operand `x` is a slot of the machine, or where it is negative the constant `~x`.
struct Instruction: Sendable {
    enum Operation: UInt8, Sendable {
        /// text[a ..< a+b]
        case text
        /// Print the operand a, from there down the path[b ..< b+c] of fields.
        case print
        /// What callee b writes of the slots c ..< c+d.
        case write
        /// slot a = the operand b down the path[c ..< c+d]
        case load
        /// The same into one of the first slots, which do not own their values: nothing is retained. Valid until the
        /// step that takes it has run.
        case borrow
        /// Go to a.
        case jump
        /// Go to a where the operand b down the path[c ..< c+d] is true, or false.
        case jumpIfTrue, jumpIfFalse
        /// Begin and end to collect output; then slot a = the collected markup.
        case beginCapture, endCapture
        /// slot a = the items of the operand b, slot a+1 = -1
        case items
        /// slot a+1 += 1; slot a+2 = that item of slot a; go to b behind the last.
        case next
        /// slot a = what `loop` tells (number c) of the loop whose slots begin at b.
        case loop
        /// slots a ..< a+c = the items of the operand b
        case unpack
        /// Append the operand b to the list in slot a.
        case append
        /// slot a = b operator(d) c
        case arithmetic, compare
        case not, negative, positive
        /// slot a = field (constant c) of the operand b
        case field
        /// slot a = b[c]
        case item
        /// slot a = the operand b [slot c : c+1 : c+2]
        case slice
        /// slot a = slots b ..< b+c as a list, a tuple, a map (keys and values in turn), one string
        case list, tuple, map, concatenate
        /// slot a = body b of the slots c ..< c+d
        case call
    }

    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var d: Int32 = 0
}

/// What `loop` can tell.
enum LoopField: Int32, CaseIterable {
    case index, index0, revindex, revindex0, first, last, length, previtem, nextitem

    /// All of them by the names that templates write.
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

    static func named(_ name: String) -> LoopField? { byName[name] }

    func value(at index: Int, of items: [Value]) -> Value {
        switch self {
        case .index: .int(index + 1)
        case .index0: .int(index)
        case .revindex: .int(items.count - index)
        case .revindex0: .int(items.count - index - 1)
        case .first: .bool(index == 0)
        case .last: .bool(index == items.count - 1)
        case .length: .int(items.count)
        case .previtem: index > 0 ? items[index - 1] : .undefined
        case .nextitem: index + 1 < items.count ? items[index + 1] : .undefined
        }
    }
}

/// A template's steps and what they refer to.
struct Program: Sendable {
    /// What a call runs. Throws where Python raises.
    typealias Body = @Sendable (Arguments) throws(Message) -> Value

    var instructions: [Instruction] = []
    var constants: [Value] = []
    var text: [UInt8] = []
    /// Numbers of fields, for the operations that walk down a path.
    var path: [Int32] = []
    var callees: [Callee] = []
    var slots = 0
    /// Where each instruction comes from; empty in a checked template, whose steps cannot fail.
    var places: [Place] = []

    /// Number of slots at the beginning that do not own their values (`Instruction.Operation.borrow`): as many as calls
    /// take arguments.
    static let borrowingSlots = 16

    struct Place: Sendable {
        let origin: Int32
        let offset: Int32
    }

    /// What a call runs, in an object, because only a reference to an object can be called without being retained
    /// (`Machine.withUncounted`).
    struct Callee: Sendable {
        let body: Body
        /// What prints the result; nil for one that must be made first.
        let write: Function.Writer?

        init(_ body: @escaping Body, write: Function.Writer? = nil) { (self.body, self.write) = (body, write) }
    }
}
