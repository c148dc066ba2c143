import Base

/// Turns a template with all that it reaches into one program, and checks it on the way.
///
/// One walk over the trees: names become slots, fields become numbers, includes, macros and blocks are written out
/// where they are used, so that each is checked with the types it gets there. What is known now is computed now.
final class Compiler {
    private struct Report: Hashable {
        let rule: TemplateRule
        let message: Message
        let path: String
        let offset: Int
    }

    let library: Library
    let checked: Bool
    var program = Program()
    var diagnostics: [Diagnostic] = []
    private var reported: Set<Report> = []

    /// The uses of files so far.
    var origins: [Origin] = []
    /// The use that is being compiled, as an index into `origins`, and the byte in its file.
    var origin = 0
    var offset = 0
    var scope: Scope
    var family: Family
    /// The block that is being compiled, how many definitions stand before it, and the scope that it stands in.
    var block: (name: String, level: Int, outer: Scope)?
    /// What a block sees that is not `scoped`.
    var scopeOfBlocks: Scope { block?.outer ?? family.root }
    /// What is being written out: `template name`, `macro name`. Nothing may stand there twice.
    var active: [Activity] = []
    /// Whether output is dropped: in a child outside its blocks, in an imported template.
    var isSilent = false
    /// Whether a macro is compiled that nobody calls, so that nothing is known of its arguments.
    var isSpeculative = false
    /// Names of the modules without context whose macros were checked, which is once enough: no importing template
    /// changes what they see.
    var checkedModules: Set<String> = []
    /// Whether one of `checkedModules` is compiled.
    var isCheckedModule = false
    var html = HTMLContext()
    var fingerprint = Fingerprint()
    let reads = ReadCollector()

    private var pending: [UInt8] = []
    private(set) var nextSlot = Program.borrowingSlots

    /// Number of includes, macros and blocks that one template may write out: ten of each, ten levels deep, would never
    /// end.
    static let mostExpansions = 20_000
    var expansions = 0
    static let mostDiagnostics = 100

    init(_ library: Library, checked: Bool) {
        self.library = library
        self.checked = checked
        scope = Scope(parent: nil)
        family = Family(root: scope)
        // The machine takes the first constant for undefined, and no table may be empty.
        program.constants = [.undefined]
        program.text = [0]
        program.path = [0]
        program.callees = [Program.Callee { _ in .undefined }]
        program.slots = nextSlot
    }

    // MARK: Diagnostics

    func report(_ rule: TemplateRule, at offset: Int, en english: String, ar arabic: String) {
        report(rule, at: offset, Message(en: english, ar: arabic))
    }

    func report(_ rule: TemplateRule, at offset: Int, _ message: Message) {
        guard diagnostics.count < Self.mostDiagnostics else { return }
        // A partial included twice is wrong once, and its lines need not be counted twice to know it.
        let once = Report(rule: rule, message: message, path: origins[origin].source.path, offset: offset)
        guard reported.insert(once).inserted else { return }
        diagnostics.append(Diagnostic(id: rule, message, at: origins.location(origin, offset)))
    }

    /// `unknown thing “name”`, with what was probably meant.
    func reportUnknown(
        _ rule: TemplateRule, _ name: String, _ english: String, _ arabic: String, among candidates: [String],
        at offset: Int,
        hint: Message? = nil
    ) {
        let near = suggestion(for: name, among: candidates)
        let en = near.map { "; did you mean “\($0)”?" } ?? hint.map { "; \($0.english)" } ?? ""
        let ar = near.map { "؛ أتقصد «\($0)»؟" } ?? hint.map { "؛ \($0.arabic)" } ?? ""
        report(rule, at: offset, en: "unknown \(english) “\(name)”\(en)", ar: "\(arabic) «\(name)»\(ar)")
    }

    // MARK: Slots

    func reserve(_ count: Int = 1) -> Int {
        nextSlot += count
        program.slots = max(program.slots, nextSlot)
        return nextSlot - count
    }

    /// Gives back the slots that `body` reserved.
    func releasing<Result>(_ body: () -> Result) -> Result {
        let mark = nextSlot
        defer { nextSlot = mark }
        return body()
    }

    func scoped<Result>(_ inner: Scope, _ body: () -> Result) -> Result {
        let outer = scope
        scope = inner
        defer { scope = outer }
        return releasing(body)
    }

    // MARK: Instructions

    func emit(_ operation: Instruction.Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0) {
        flush()
        program.instructions.append(
            Instruction(operation: operation, a: Int32(a), b: Int32(b), c: Int32(c), d: Int32(d)))
        if !checked { program.places.append(.init(origin: Int32(origin), offset: Int32(offset))) }
    }

    /// Text that the template prints.
    func write(_ bytes: some Collection<UInt8>) { pending.append(contentsOf: bytes) }

    private func flush() {
        guard !pending.isEmpty else { return }
        let start = program.text.count
        program.text += pending
        let length = pending.count
        pending.removeAll(keepingCapacity: true)
        emit(.text, start, length)
    }

    /// Lets the call that came last and gave this value write it instead; false where it cannot. Nothing else may want
    /// the value.
    func writeDirectly(_ value: Typed) -> Bool {
        let last = program.instructions.count - 1
        guard case .slot(let slot, let path) = value.place, path.isEmpty, pending.isEmpty, last >= 0,
            program.instructions[last].operation == .call, program.instructions[last].a == Int32(slot),
            program.callees[Int(program.instructions[last].b)].write != nil
        else { return false }
        program.instructions[last].operation = .write
        return true
    }

    /// The number of the next instruction, to jump to.
    func here() -> Int {
        flush()
        return program.instructions.count
    }

    /// Emits a jump whose target `land` sets.
    func jump(_ operation: Instruction.Operation = .jump, if condition: Typed? = nil) -> Int {
        if let condition {
            let (operand, start, count) = path(condition)
            emit(operation, 0, operand, start, count)
        } else {
            emit(operation)
        }
        return program.instructions.count - 1
    }

    func land(_ jump: Int) { land(jump, at: here()) }

    func land(_ jump: Int, at place: Int) {
        let target = Int32(place)
        if program.instructions[jump].operation == .next {
            program.instructions[jump].b = target
        } else {
            program.instructions[jump].a = target
        }
    }

    // MARK: Operands

    func constant(_ value: Value) -> Int {
        if value.isUndefined { return ~0 }
        program.constants.append(value)
        return ~(program.constants.count - 1)
    }

    /// As operand and path.
    func path(_ value: Typed) -> (operand: Int, start: Int, count: Int) {
        switch value.place {
        case .constant(let value): return (constant(value), 0, 0)
        case .slot(let slot, let path):
            let start = program.path.count
            program.path += path.map(Int32.init)
            return (slot, start, path.count)
        }
    }

    /// As operand alone; what lies down a path is loaded.
    func operand(_ value: Typed) -> Int {
        switch value.place {
        case .constant(let value): return constant(value)
        case .slot(let slot, let path):
            if path.isEmpty { return slot }
            let loaded = reserve()
            load(value, into: loaded)
            return loaded
        }
    }

    func load(_ value: Typed, into slot: Int) {
        if case .slot(slot, let path) = value.place, path.isEmpty { return }
        let (operand, start, count) = path(value)
        emit(.load, slot, operand, start, count)
    }

    /// The values in neighbouring slots, not retained, for the call that comes next.
    func borrow(_ values: [Typed]) -> Int {
        guard values.count <= Program.borrowingSlots else { return gather(values) }
        for (slot, value) in values.enumerated() {
            let (operand, start, count) = path(value)
            emit(.borrow, slot, operand, start, count)
        }
        return 0
    }

    /// As operand of the step that comes next: what lies down a path is put into `slot`, not retained.
    func borrow(_ value: Typed, in slot: Int) -> Int {
        if case .slot(_, let path) = value.place, !path.isEmpty {
            let (operand, start, count) = self.path(value)
            emit(.borrow, slot, operand, start, count)
            return slot
        }
        return operand(value)
    }

    /// The values in neighbouring slots, as calls and lists take them.
    func gather(_ values: [Typed]) -> Int {
        let start = reserve(values.count)
        for (index, value) in values.enumerated() { load(value, into: start + index) }
        return start
    }

    // MARK: Collected output

    /// What `body` prints, as markup.
    func capture(_ body: () -> Void) -> Typed {
        let slot = reserve()
        let (outer, silent) = (html, isSilent)
        (html, isSilent) = (HTMLContext(), false)
        emit(.beginCapture)
        body()
        emit(.endCapture, slot)
        (html, isSilent) = (outer, silent)
        return .slot(slot, .markup)
    }
}

/// Something that is being written out, so that it cannot contain itself.
struct Activity: Equatable {
    let kind: String
    let name: String
    /// Tells apart macros of one name.
    let path: String
    let offset: Int
}
