import Base

/// Puts the arguments of a call in the order of the parameters, as Python does (The Python Language Reference, 6.3.4),
/// and checks their types. What does not fit is reported as `wrong-arguments`.
struct ArgumentBinding {
    /// An argument as a template has it: by its place, or by its name.
    struct Given {
        let name: String?
        let value: Typed
        let offset: Int
    }

    private let compiler: Compiler
    private let builtin: Builtin
    private let isPiped: Bool
    /// The parameters but for the one that takes any further arguments.
    private let fixed: [Parameter]
    private var slots: [Typed?]
    private var rest: [Typed] = []
    private var isRight = true

    /// One value a parameter, then the further ones; nil where the call is wrong.
    ///
    /// - Parameter piped: the value before `|` or `is`, which is the first argument.
    static func bound(
        _ builtin: Builtin, _ piped: Typed?, _ arguments: [Given], at offset: Int, by compiler: Compiler
    ) -> [Typed]? {
        var binding = ArgumentBinding(builtin, isPiped: piped != nil, compiler)
        if let piped { binding.place(piped, 0, at: offset) }
        binding.match(arguments)
        binding.fill(at: offset)
        return binding.isRight ? binding.slots.compactMap(\.self) + binding.rest : nil
    }

    private init(_ builtin: Builtin, isPiped: Bool, _ compiler: Compiler) {
        self.compiler = compiler
        self.builtin = builtin
        self.isPiped = isPiped
        fixed = builtin.parameters.filter { !$0.rest }
        slots = [Typed?](repeating: nil, count: fixed.count)
    }

    /// Gives each argument its parameter.
    private mutating func match(_ arguments: [Given]) {
        var next = isPiped ? 1 : 0
        for argument in arguments {
            if let name = argument.name {
                place(argument, named: name)
            } else if next < fixed.count, !fixed[next].isNamed {
                place(argument.value, next, at: argument.offset)
                next += 1
            } else if builtin.parameters.last?.rest == true {
                place(argument.value, builtin.parameters.count - 1, at: argument.offset)
            } else {
                let count = fixed.count - (isPiped ? 1 : 0)
                return refuse(at: argument.offset, "it takes \(count) arguments", "عدد وسائطه \(count)")
            }
        }
    }

    private mutating func place(_ argument: Given, named name: String) {
        guard let index = fixed.firstIndex(where: { $0.name == name }) else {
            let near = suggestion(for: name, among: fixed.map(\.name))
            return refuse(
                at: argument.offset,
                "there is no argument “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ""),
                "لا وسيط باسم «\(name)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
        }
        if slots[index] != nil {
            return refuse(at: argument.offset, "“\(name)” is given twice", "«\(name)» معطى مرتين")
        }
        place(argument.value, index, at: argument.offset)
    }

    /// Puts a value where the parameter number `index` has its own, and checks it.
    private mutating func place(_ value: Typed, _ index: Int, at offset: Int) {
        let parameter = builtin.parameters[index]
        if compiler.checked, !compiler.isSpeculative, !value.type.fits(parameter.type) {
            refuse(at: offset, parameter.misfit(value.type))
        }
        if compiler.checked, parameter.isText, let record = value.type.unprintable {
            refuse(at: offset, value.type.unprintableMessage(record))
        }
        if parameter.literal, value.constant == nil {
            refuse(at: offset, "“\(parameter.name)” is written out", "يُكتب «\(parameter.name)» صراحة")
        }
        if parameter.rest { rest.append(value) } else { slots[index] = value }
    }

    /// Gives each parameter without an argument its default.
    private mutating func fill(at offset: Int) {
        for (index, parameter) in fixed.enumerated() where slots[index] == nil {
            if let fallback = parameter.fallback {
                slots[index] = Typed(place: .constant(fallback), type: fallback.type)
            } else if parameter.type.isOptional {
                slots[index] = .undefined
            } else {
                refuse(at: offset, "“\(parameter.name)” must be given", "«\(parameter.name)» لازم")
            }
        }
    }

    private mutating func refuse(at offset: Int, _ english: String, _ arabic: String) {
        refuse(at: offset, Message(en: english, ar: arabic))
    }

    private mutating func refuse(at offset: Int, _ message: Message) {
        compiler.report(.wrongArguments, at: offset, Compiler.message(message, in: builtin.name))
        isRight = false
    }
}
