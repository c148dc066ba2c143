package import Base

/// A compiled template.
package struct Template: Sendable {
    /// Digest of every source that it was made from and of the results of calls that were made when it was compiled:
    /// templates of equal digest print the same.
    package let digest: Digest
    /// Fields that it reads of the records that it is given; the others may be left undefined (`Record.reading`).
    package let reads: ReadFields
    let program: Program
    let checked: Bool
    let origins: [Origin]

    /// Appends the page.
    ///
    /// - Parameter values: those of the globals that it was compiled for, in their order and of their types.
    package func render(_ values: [Value], into output: inout ByteBuffer) {
        // A checked template has no failing step; an unchecked one ends at it.
        try? run(values, into: &output)
    }

    /// As `render`, for templates compiled without checks: throws where Jinja would, such as for a field of an
    /// undefined value. Nothing is appended then.
    package func renderUnchecked(_ values: [Value], into output: inout ByteBuffer) throws(Diagnostic) {
        do throws(Machine.Failure) {
            try run(values, into: &output)
        } catch {
            let place = program.places[error.instruction]
            throw Diagnostic(
                id: TemplateRule.render, error.message, at: origins.location(Int(place.origin), Int(place.offset)))
        }
    }

    private func run(_ values: [Value], into output: inout ByteBuffer) throws(Machine.Failure) {
        let start = output.count
        let result: Result<Void, Machine.Failure> = program.instructions.withUnsafeBufferPointer { code in
            program.constants.withUnsafeBufferPointer { constants in
                program.text.withUnsafeBufferPointer { text in
                    program.path.withUnsafeBufferPointer { path in
                        program.callees.withUnsafeBufferPointer { callees in
                            guard let code = code.baseAddress, let constants = constants.baseAddress,
                                let text = text.baseAddress, let path = path.baseAddress,
                                let callees = callees.baseAddress
                            else { return .success(()) }
                            var machine = Machine(
                                code: code, constants: constants, text: text, path: path, callees: callees,
                                slots: slots(values), slotCount: program.slots, output: ByteBuffer(capacity: 0))
                            swap(&machine.output, &output)
                            defer { swap(&machine.output, &output) }
                            do throws(Machine.Failure) {
                                try machine.run(count: program.instructions.count, checked: checked)
                            } catch {
                                machine.output.remove(from: start)
                                return .failure(error)
                            }
                            return .success(())
                        }
                    }
                }
            }
        }
        try result.get()
    }

    /// The machine's memory: the slots that do not own their values (`Program.borrowingSlots`), the globals, then room
    /// for what the program computes.
    private func slots(_ values: [Value]) -> UnsafeMutablePointer<Value> {
        let slots = UnsafeMutablePointer<Value>.allocate(capacity: program.slots)
        let start = Program.borrowingSlots
        slots.initialize(repeating: .undefined, count: start)
        let given = min(values.count, program.slots - start)
        for index in 0..<given { (slots + start + index).initialize(to: values[index]) }
        (slots + start + given).initialize(repeating: .undefined, count: program.slots - start - given)
        return slots
    }
}
