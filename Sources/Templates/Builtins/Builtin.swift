import Base

/// A filter, test or function of Jinja's, or one from outside: all calls go through this.
package struct Builtin: Sendable {
    package let name: String
    package let parameters: [Parameter]
    package let documentation: String
    package let example: String
    /// Looks at the types and the literals of a call; gives the type of its result and what to run.
    private let rule: Rule
    /// Names that Jinja has for it too.
    package let aliases: [String]

    /// A call as it stands in a template.
    struct Call {
        /// One entry a parameter, then the further arguments.
        let types: [ValueType]
        /// The arguments that are known when the template is compiled.
        let literals: [Value?]
        let library: Library
        let checked: Bool
        /// Where the call notes what it reads of records.
        let reads: ReadCollector
    }

    typealias Rule = @Sendable (Call) throws(Message) -> Prepared

    struct Prepared {
        let type: ValueType
        let body: Program.Body
        /// Prints the result without making it first.
        var write: Function.Writer?

        func result(of arguments: [Value]) throws(Message) -> Value {
            try arguments.withUnsafeBufferPointer { (arguments) throws(Message) in try body(arguments) }
        }
    }

    init(
        _ name: String, aliases: [String] = [], _ parameters: [Parameter], _ documentation: String, example: String,
        prepare rule: @escaping Rule
    ) {
        self.name = name
        self.aliases = aliases
        self.parameters = parameters
        self.documentation = documentation
        self.example = example
        self.rule = rule
    }

    /// What `call` gives and what it runs. Notes what it reads of the records among its arguments: all, but for what
    /// the parameter hands on.
    func prepare(_ call: Call) throws(Message) -> Prepared {
        for (index, type) in call.types.enumerated() {
            let isHandedOn = (index < parameters.count ? parameters[index] : parameters.last)?.isHandedOn ?? false
            if !isHandedOn { call.reads.note(whole: type) }
        }
        let prepared = try rule(call)
        call.reads.note(lostFrom: call.types, in: prepared.type)
        return prepared
    }

    /// One whose result has always the same type.
    init(
        _ name: String, aliases: [String] = [], _ parameters: [Parameter], _ type: ValueType, _ documentation: String,
        example: String, body: @escaping Program.Body
    ) {
        self.init(name, aliases: aliases, parameters, documentation, example: example) { _ in
            Prepared(type: type, body: body)
        }
    }

    /// A filter of text: markup stays markup, numbers become text, lists are refused.
    init(
        text name: String, aliases: [String] = [], _ parameters: [Parameter] = [], _ documentation: String,
        example: String, body: @escaping @Sendable (String, Arguments) throws(Message) -> String
    ) {
        self.init(name, aliases: aliases, [.text] + parameters, documentation, example: example) {
            call throws(Message) in
            Prepared(type: try call.textType()) { arguments throws(Message) in
                arguments[0].text(try body(arguments[0].string, arguments))
            }
        }
    }

    init(_ function: Function) {
        let required = function.parameters.indices.filter {
            !function.parameters[$0].type.isOptional && !function.parameters[$0].rest
        }
        let doubles = function.parameters.indices.filter { function.parameters[$0].type == .double }
        var parameters = function.parameters
        if function.fieldsRead != nil { parameters[0].isHandedOn = true }
        self.init(
            function.name, parameters, function.documentation, example: function.example
        ) { call throws(Message) in
            let body = try function.prepare(call.literals)
            if let fields = function.fieldsRead?(call.literals) { call.note(fields, ofArgument: 0) }
            // As most are: text becomes text.
            if required == [0], doubles.isEmpty {
                return Prepared(
                    type: function.result,
                    body: { arguments in
                        if case .undefined = arguments[0] { .undefined } else { body(arguments) }
                    }, write: function.write.map(Self.ofSomething))
            }
            return Prepared(type: function.result) { arguments in
                for index in required where arguments[index].isUndefined { return .undefined }
                guard !doubles.isEmpty else { return body(arguments) }
                var converted = Array(arguments)
                for index in doubles {
                    converted[index] = converted[index].number.map(Value.double) ?? converted[index]
                }
                return converted.withUnsafeBufferPointer { body($0) }
            }
        }
    }

    private static func ofSomething(_ write: @escaping Function.Writer) -> Function.Writer {
        { arguments, output in
            if case .undefined = arguments[0] { return false }
            return write(arguments, &output)
        }
    }

    package static let filters: [String: Builtin] = table(
        textFilters + markupFilters + numberFilters + listFilters + applyingFilters)
    package static let tests: [String: Builtin] = table(valueTests + comparingTests)
    package static let functions: [String: Builtin] = table([range])

    private static func table(_ builtins: [Builtin]) -> [String: Builtin] {
        var table: [String: Builtin] = [:]
        for builtin in builtins {
            table[builtin.name] = builtin
            for alias in builtin.aliases { table[alias] = builtin }
        }
        return table
    }
}

extension Parameter {
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

extension Builtin.Call {
    /// The type that a filter of text gives for its piped value.
    func textType() throws(Message) -> ValueType {
        let type = types[0].unwrapped
        switch type {
        case .markup, .any: return type
        case .list where checked, .record where checked:
            throw Message(en: "text is asked for, not \(types[0])", ar: "المطلوب نص لا \(types[0])")
        default: return .string
        }
    }

    /// Notes that the call reads these fields of the record that is argument number `index`.
    func note(_ names: [String], ofArgument index: Int) {
        guard case .record(let record) = types[index].unwrapped else { return reads.note(whole: types[index]) }
        for name in names {
            reads.note(name, of: record)
            if let slot = record.slot(of: name) { reads.note(whole: record.fields[slot].type) }
        }
    }

    /// The type of the items of the piped list.
    func itemType() throws(Message) -> ValueType {
        reads.note(itemsOf: types[0])
        switch types[0].unwrapped {
        case .list(let element): return element
        case .string, .markup: return .string
        case .record(let record) where record.isTuple:
            return record.fields.map(\.type).reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .any
        case .record(let record) where record.isMap: return .string
        case .any, .optional: return types[0].something
        default:
            if checked { throw Message(en: "a list is asked for, not \(types[0])", ar: "المطلوب قائمة لا \(types[0])") }
            return .any
        }
    }

    typealias Getter = @Sendable (Value) throws(Message) -> Value

    /// What gets `a.b` of an item, and the type of it. The path is the literal argument number `index`; without one the
    /// item itself is meant.
    func getter(_ index: Int, of type: ValueType) throws(Message) -> (type: ValueType, get: Getter) {
        switch literals[index] {
        case .string(let path)?: return try getter(path, of: type)
        case .int(let position)?:
            reads.note(whole: type)
            let get: Getter = { value throws(Message) in try value.item(.int(position)) }
            return (.any, get)
        case .undefined?, .some(.none):
            let get: Getter = { $0 }
            return (type, get)
        default: throw Message(en: "the field’s name is written out", ar: "يُكتب اسم الحقل صراحة")
        }
    }

    private func getter(_ path: String, of type: ValueType) throws(Message) -> (type: ValueType, get: Getter) {
        var type = type
        var steps: [Getter] = []
        for part in path.split(separator: ".").map(String.init) {
            if let position = Int(part) {
                reads.note(whole: type)
                type = .any
                let step: Getter = { value throws(Message) in try value.item(.int(position)) }
                steps.append(step)
            } else if case .record(let record) = type.unwrapped, !record.isMap {
                guard let slot = record.slot(of: part) else {
                    let near = suggestion(for: part, among: record.fields.map(\.name))
                    throw Message(
                        en: "unknown field of \(record.name) “\(part)”"
                            + (near.map { "; did you mean “\($0)”?" } ?? ""),
                        ar: "حقل مجهول في \(record.name) «\(part)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
                }
                let field = record.fields[slot].type
                reads.note(part, of: record)
                type = type.isOptional ? .optional(field.present) : field
                let step: Getter = { value in
                    if case .record(let fields) = value, slot < fields.count { fields[slot] } else { .undefined }
                }
                steps.append(step)
            } else {
                if checked, type.unwrapped != .any, !type.unwrapped.isMap {
                    throw Message(en: "\(type) has no field “\(part)”", ar: "ليس لـ\(type.arabicName) حقل «\(part)»")
                }
                reads.note(whole: type)
                type = .any
                let step: Getter = { value throws(Message) in try value.field(part) }
                steps.append(step)
            }
        }
        let all = steps
        let get: Getter = { value throws(Message) in
            var value = value
            for step in all { value = try step(value) }
            return value
        }
        return (type, get)
    }
}

extension ValueType {
    var isMap: Bool { if case .record(let record) = self { record.isMap } else { false } }
}
