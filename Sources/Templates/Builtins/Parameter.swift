import Base

/// A parameter of a function or a filter.
package struct Parameter: Sendable {
    /// The name by which an argument may be given.
    package let name: String
    package let type: ValueType
    /// Must be written out in the template, such as the name of a file.
    package let literal: Bool
    /// Taken when the argument is left out; nil for one that must be given.
    package let fallback: Value?
    /// Takes any further arguments; only the last parameter may.
    package let rest: Bool
    /// Given by its name alone.
    var isNamed = false
    /// Read as text.
    var isText = false
    /// Handed on as it is, or taken apart by its type: what the call reads of records in it, its rule notes. Other
    /// arguments are read as a whole.
    var isHandedOn = false

    /// See the properties; by default one that must be given, by an expression of any kind.
    package init(
        _ name: String, _ type: ValueType, literal: Bool = false, fallback: Value? = nil, rest: Bool = false
    ) {
        self.name = name
        self.type = type
        self.literal = literal
        self.fallback = fallback
        self.rest = rest
    }
}

extension Parameter {
    /// What to say where an argument of this type does not fit.
    func misfit(_ argument: ValueType) -> Message {
        Message(
            en: "“\(name)” is \(type.unwrapped), not \(argument)",
            ar: "«\(name)» من نوع \(type.unwrapped) لا \(argument)")
    }

    static let value = Parameter("value", .any)
    /// One of which only the kind or the length is asked, or which may be the result.
    static let handedOn = Parameter.value.asHandedOn
    /// One that is read as text, which a record is not.
    static let text = Parameter("text", .any).asText
    static let printed = Parameter.value.asText
    /// One whose items may be in the result.
    static let list = Parameter("list", .any).asHandedOn

    /// One that may be left out and then is undefined.
    static func maybe(_ name: String, _ type: ValueType = .any, literal: Bool = false) -> Parameter {
        Parameter(name, .optional(type), literal: literal, fallback: .undefined)
    }

    /// One that is only given by its name.
    static func named(_ name: String, literal: Bool = false) -> Parameter {
        var parameter = Parameter.maybe(name, literal: literal)
        parameter.isNamed = true
        return parameter
    }

    var asHandedOn: Parameter {
        var parameter = self
        parameter.isHandedOn = true
        return parameter
    }

    private var asText: Parameter {
        var parameter = self
        parameter.isText = true
        return parameter
    }

    static let further = Parameter("arguments", .any, rest: true)

    static func flag(_ name: String, _ fallback: Bool = false) -> Parameter {
        Parameter(name, .any, fallback: .bool(fallback))
    }

    static func number(_ name: String, _ fallback: Int? = nil) -> Parameter {
        Parameter(name, .int, fallback: fallback.map(Value.int))
    }

    static func string(_ name: String, _ fallback: String? = nil, literal: Bool = false) -> Parameter {
        Parameter(name, .any, literal: literal, fallback: fallback.map(Value.string)).asText
    }
}
