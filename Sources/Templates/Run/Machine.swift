import Base

/// Runs a program: the inner loop of a build.
///
/// The program's arrays are reached through pointers, which `Template.run` keeps valid while the machine runs, so that
/// values on their way to the output are neither copied nor retained.
struct Machine: ~Copyable {
    let code: UnsafePointer<Instruction>
    let constants: UnsafePointer<Value>
    let text: UnsafePointer<UInt8>
    let path: UnsafePointer<Int32>
    let callees: UnsafePointer<Program.Callee>
    let slots: UnsafeMutablePointer<Value>
    let slotCount: Int
    var output: ByteBuffer
    var captures: [Int] = []

    /// What stopped the program, and at which instruction. A checked template goes on instead, with undefined.
    struct Failure: Error {
        let instruction: Int
        let message: Message
    }

    deinit {
        (slots + Program.borrowingSlots).deinitialize(count: slotCount - Program.borrowingSlots)
        slots.deallocate()
    }

    /// From the first instruction to behind the last.
    mutating func run(count: Int, checked: Bool) throws(Failure) {
        var index = 0
        while index < count {
            let step = code[index]
            index += 1
            switch step.operation {
            case .text: output.append(text + Int(step.a), Int(step.b))
            case .print: output.print(at: value(step.a, step.b, step.c))
            case .write:
                let arguments = Arguments(start: slots + Int(step.c), count: Int(step.d))
                _ = callees[Int(step.b)].write?(arguments, &output)
            case .load: slots[Int(step.a)] = value(step.b, step.c, step.d).pointee
            case .borrow:
                // A copy of the bytes, not retained: slots that lend are never released, and the value lives on where
                // it was copied from until the next step has used it. It saves 0.6 % of a clean build's instructions.
                UnsafeMutableRawPointer(slots + Int(step.a)).copyMemory(
                    from: value(step.b, step.c, step.d), byteCount: MemoryLayout<Value>.size)
            case .jump: index = Int(step.a)
            case .jumpIfTrue: if value(step.b, step.c, step.d).pointee.isTrue { index = Int(step.a) }
            case .jumpIfFalse: if !value(step.b, step.c, step.d).pointee.isTrue { index = Int(step.a) }
            case .next:
                if !next(slots + Int(step.a), borrows: checked) { index = Int(step.b) }
            default:
                do throws(Message) {
                    try perform(step)
                } catch {
                    if !checked { throw Failure(instruction: index - 1, message: error) }
                    let failed = step.operation == .unpack ? Int(step.c) : 1
                    for slot in 0..<failed { slots[Int(step.a) + slot] = .undefined }
                    if step.operation == .items { slots[Int(step.a)] = .list([]) }
                }
            }
        }
    }

    /// The operand `x` down a path of fields; undefined where the path breaks off.
    @inline(__always)
    private func value(_ x: Int32, _ start: Int32, _ count: Int32) -> UnsafePointer<Value> {
        var pointer = operand(x)
        var next = Int(start)
        let end = next + Int(count)
        while next < end {
            let field = Int(path[next])
            next += 1
            // The array is owned by the slot that the path begins at, which no step overwrites before this one ends.
            guard case .record(let fields) = pointer.pointee, field < fields.count,
                let base = fields.withUnsafeBufferPointer({ $0.baseAddress })
            else { return constants }
            pointer = base + field
        }
        return pointer
    }

    /// The first constant is undefined.
    @inline(__always)
    private func operand(_ x: Int32) -> UnsafePointer<Value> {
        x >= 0 ? UnsafePointer(slots + Int(x)) : constants + Int(~x)
    }

    /// Goes on to the next item of the loop at `base`; false behind the last.
    ///
    /// - Parameter borrows: whether the item's bytes are copied into its slot without being retained, because all workers
    ///   print the same cards and would write to the same reference counts. The list in slot `base` owns the item
    ///   meanwhile, and behind the last item the slot is undefined again. Only checked programs may: another may stop in
    ///   the middle of the loop, and the slot would be released once too often.
    @inline(__always)
    private func next(_ base: UnsafeMutablePointer<Value>, borrows: Bool) -> Bool {
        guard case .int(let last) = base[1], case .list(let items) = base[0] else { return false }
        base[1] = .int(last + 1)
        let item = UnsafeMutableRawPointer(base + 2)
        guard last + 1 < items.count else {
            if borrows { (base + 2).initialize(to: .undefined) } else { base[2] = .undefined }
            return false
        }
        if borrows {
            items.withUnsafeBufferPointer {
                guard let first = $0.baseAddress else { return }
                item.copyMemory(from: first + (last + 1), byteCount: MemoryLayout<Value>.size)
            }
        } else {
            base[2] = items[last + 1]
        }
        return true
    }

    private func gathered(_ start: Int32, _ count: Int32) -> [Value] {
        Array(UnsafeBufferPointer(start: slots + Int(start), count: Int(count)))
    }

    // MARK: The rarer steps

    @inline(never)
    private mutating func perform(_ step: Instruction) throws(Message) {
        let a = Int(step.a)
        switch step.operation {
        case .beginCapture: captures.append(output.count)
        case .endCapture:
            let start = captures.removeLast()
            slots[a] = .markup(output.bytes(from: start))
            output.remove(from: start)
        case .items:
            slots[a + 1] = .int(-1)
            slots[a + 2] = .undefined
            slots[a] = .list(try operand(step.b).pointee.items())
        case .loop: slots[a] = loop(step.c, slots + Int(step.b))
        case .unpack:
            let items = try operand(step.b).pointee.items()
            guard items.count == Int(step.c) else {
                throw Message(
                    en: "\(items.count) items do not fit \(step.c) names",
                    ar: "\(items.count) من العناصر لا تناسب \(step.c) من الأسماء")
            }
            for (offset, item) in items.enumerated() { slots[a + offset] = item }
        case .append: append(operand(step.b).pointee, to: slots + a)
        case .arithmetic:
            slots[a] = try operand(step.b).pointee.applying(Operator.numbered(step.d), operand(step.c).pointee)
        case .compare:
            slots[a] = .bool(try operand(step.b).pointee.compare(Comparator.numbered(step.d), operand(step.c).pointee))
        case .not: slots[a] = .bool(!operand(step.b).pointee.isTrue)
        case .negative: slots[a] = try operand(step.b).pointee.negated()
        case .positive: slots[a] = try Value.int(0).applying(.add, operand(step.b).pointee)
        case .field: slots[a] = try operand(step.b).pointee.field(operand(step.c).pointee.string)
        case .item: slots[a] = try operand(step.b).pointee.item(operand(step.c).pointee)
        case .slice:
            let bounds = gathered(step.c, 3)
            slots[a] = try operand(step.b).pointee.slice(bounds[0], bounds[1], bounds[2])
        case .list: slots[a] = .list(gathered(step.b, step.c))
        case .tuple: slots[a] = .record(gathered(step.b, step.c))
        case .map: slots[a] = .map(Map(alternating: gathered(step.b, step.c)))
        case .concatenate: slots[a] = Value.concatenated(gathered(step.b, step.c))
        case .call:
            let arguments = Arguments(start: slots + Int(step.c), count: Int(step.d))
            slots[a] = try callees[Int(step.b)].body(arguments)
        case .text, .print, .write, .load, .borrow, .jump, .jumpIfTrue, .jumpIfFalse, .next: break
        }
    }

    private func append(_ item: Value, to slot: UnsafeMutablePointer<Value>) {
        guard case .list(var items) = slot.pointee else { return }
        // Otherwise the slot's own reference would make the array be copied at each item.
        slot.pointee = .undefined
        items.append(item)
        slot.pointee = .list(items)
    }

    private func loop(_ field: Int32, _ base: UnsafeMutablePointer<Value>) -> Value {
        guard case .list(let items) = base[0], case .int(let index) = base[1] else { return .undefined }
        return LoopField(rawValue: field)?.value(at: index, of: items) ?? .undefined
    }
}

extension Map {
    init(alternating parts: [Value]) {
        self.init()
        for index in stride(from: 0, to: parts.count - 1, by: 2) { self[parts[index]] = parts[index + 1] }
    }
}

extension Value {
    /// What `~` gives: markup where a part is, the others escaped then.
    static func concatenated(_ parts: [Value]) -> Value {
        parts.contains(where: \.isMarkup)
            ? .markup(parts.flatMap(\.escapedBytes)) : .string(parts.map(\.string).joined())
    }
}
