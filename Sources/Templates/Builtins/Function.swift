package import Base

/// A function or a filter that comes from outside. As a filter, its first parameter is the piped value.
///
/// An argument that is undefined where its parameter is not optional makes the result undefined; nothing is called
/// then.
package struct Function: Sendable {
    /// What runs when the template is rendered: the arguments in the order of the parameters, then the further ones.
    package typealias Body = @Sendable (Arguments) -> Value

    package let name: String
    package let parameters: [Parameter]
    /// The type of what it gives.
    package let result: ValueType
    /// A sentence that says what it gives.
    package let documentation: String
    /// A piece of a template that shows its use.
    package let example: String
    /// Called once when the template is compiled, with the literal arguments (nil where one is not literal, the
    /// fallback where one is left out). What it throws becomes an error at the call. It must depend on its arguments
    /// alone: a call with only literal arguments is made once, when the template is compiled.
    package let prepare: @Sendable ([Value?]) throws(Message) -> Body
    /// Names of the fields that a call reads of the record that is its first argument, for such literals; nil for a
    /// function that may look at all of its arguments.
    let fieldsRead: FieldsRead?
    /// Writes what is printed straight onto the page; nil for a function whose result is made first.
    let write: Writer?

    /// Gives names of fields for a call's literal arguments (nil where one is not literal).
    package typealias FieldsRead = @Sendable ([Value?]) -> [String]

    /// Writes markup that a call gives; false where it gives undefined, and then nothing is written.
    package typealias Writer = @Sendable (Arguments, inout ByteBuffer) -> Bool

    /// - Parameters:
    ///   - reads: see `fieldsRead`.
    ///   - prepare: see `prepare`.
    package init(
        _ name: String, _ parameters: [Parameter], _ result: ValueType, _ documentation: String, example: String,
        reads fieldsRead: FieldsRead? = nil,
        prepare: @escaping @Sendable ([Value?]) throws(Message) -> Body
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.documentation = documentation
        self.example = example
        self.fieldsRead = fieldsRead
        self.prepare = prepare
        write = nil
    }

    /// One that gives markup of its first argument, which it mostly writes where it stands.
    package init(
        _ name: String, _ parameter: Parameter, _ documentation: String, example: String, write: @escaping Writer
    ) {
        self.name = name
        self.parameters = [parameter]
        self.result = .markup
        self.documentation = documentation
        self.example = example
        self.write = write
        fieldsRead = nil
        prepare = { _ in
            { arguments in
                var buffer = ByteBuffer()
                return write(arguments, &buffer) ? .markup(buffer.bytes(from: 0)) : .undefined
            }
        }
    }
}

/// The functions and filters that templates may use besides the built-in ones.
package struct Environment: Sendable {
    /// Called by name: `asset("style.css")`.
    package let functions: [Function]
    /// Called behind a value: `date | date("long")`.
    package let filters: [Function]

    package init(functions: [Function] = [], filters: [Function] = []) {
        self.functions = functions
        self.filters = filters
    }
}

/// A function refuses its literal arguments with the message alone: the compiler knows the place.
extension Message: Error {}
