import Base

/// A filter, test or function of Jinja's, or one from outside: all calls go through this.
package struct Builtin: Sendable {
    package let name: String
    /// As a filter or a test, the first takes the value before `|` or `is`.
    package let parameters: [Parameter]
    /// A sentence that says what it gives.
    package let documentation: String
    /// A piece of a template, where it is short with ` → ` and what it prints.
    package let example: String
    /// Looks at the types and the literals of a call; gives the type of its result and what to run.
    private let rule: Rule
    /// Names that Jinja has for it too.
    package let aliases: [String]

    /// A call as it stands in a template: what is known of it when the template is compiled.
    struct Call {
        /// One entry a parameter, then the further arguments.
        let types: [ValueType]
        /// The arguments that are known when the template is compiled.
        let literals: [Value?]
        /// The filters from outside, by name.
        let filters: [String: Builtin]
        let checked: Bool
        /// Where the call notes what it reads of records.
        let reads: ReadCollector
    }

    /// Throws what is wrong with the call's arguments.
    typealias Rule = @Sendable (Call) throws(Message) -> Prepared

    /// A call, ready to run.
    struct Prepared {
        /// The type of its result.
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

    /// A function or a filter from outside, which is not called where an argument that must be there is undefined.
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
            // Most take one argument.
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

    /// Jinja's filters by their names and aliases (Jinja 3.1, List of Builtin Filters).
    package static let filters: [String: Builtin] = table(
        textFilters + markupFilters + numberFilters + listFilters + applyingFilters)
    /// Jinja's tests by their names and aliases (Jinja 3.1, List of Builtin Tests).
    package static let tests: [String: Builtin] = table(valueTests + comparingTests)
    /// Jinja's functions (Jinja 3.1, List of Global Functions).
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
