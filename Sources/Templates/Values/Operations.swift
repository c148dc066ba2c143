import Base
import Libc

/// What Python does with values: truth, equality, order, arithmetic. Where Python raises, these throw.
extension Value {
    var isUndefined: Bool { if case .undefined = self { true } else { false } }
    var isMarkup: Bool { if case .markup = self { true } else { false } }

    var isText: Bool {
        switch self {
        case .string, .markup: true
        default: false
        }
    }

    var isTrue: Bool {
        switch self {
        case .undefined, .none: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .double(let number): number != 0
        case .string(let text): !text.utf8.isEmpty
        case .markup(let bytes): !bytes.isEmpty
        case .list(let items), .record(let items): !items.isEmpty
        case .map(let map): !map.keys.isEmpty
        }
    }

    /// The kind of thing it is, for messages.
    var kind: String {
        switch self {
        case .undefined: "undefined"
        case .none: "none"
        case .bool: "bool"
        case .int: "int"
        case .double: "double"
        case .string: "string"
        case .markup: "markup"
        case .list: "list"
        case .record: "record"
        case .map: "map"
        }
    }

    // MARK: Equality and order

    /// Strings by their bytes: to Swift, other spellings of a letter are equal, to Python they are not.
    func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): true
        case (.string(let a), .string(let b)): Self.sameBytes(a, b)
        case (.markup(let a), .markup(let b)): a == b
        case (.string(let a), .markup(let b)), (.markup(let b), .string(let a)): a.utf8.elementsEqual(b)
        case (.list(let a), .list(let b)), (.record(let a), .record(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
        case (.map(let a), .map(let b)):
            a.keys.count == b.keys.count && zip(a.keys, a.values).allSatisfy { b[$0]?.equals($1) ?? false }
        default:
            switch (integer, other.integer) {
            case (let a?, let b?): a == b
            default: number.map { a in other.number.map { a == $0 } ?? false } ?? false
            }
        }
    }

    private static func sameBytes(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        let quick = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in
                guard let start = a.baseAddress, let other = b.baseAddress else { return true }
                return memcmp(start, other, a.count) == 0
            }
        }
        return (quick ?? nil) ?? a.utf8.elementsEqual(b.utf8)
    }

    /// Negative where `self` comes first, 0 for equal.
    func order(_ other: Value) throws(Message) -> Int {
        switch (self, other) {
        case (.string, .string), (.string, .markup), (.markup, .string), (.markup, .markup):
            let (a, b) = (bytes, other.bytes)
            return a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
        case (.list(let a), .list(let b)), (.record(let a), .record(let b)):
            for (x, y) in zip(a, b) where !x.equals(y) { return try x.order(y) }
            return a.count - b.count
        default:
            if let a = integer, let b = other.integer { return a < b ? -1 : a == b ? 0 : 1 }
            guard let a = number, let b = other.number else { throw Self.mismatch("<", self, other) }
            return a < b ? -1 : a == b ? 0 : 1
        }
    }

    func compare(_ comparator: Comparator, _ other: Value) throws(Message) -> Bool {
        switch comparator {
        case .equal: equals(other)
        case .unequal: !equals(other)
        case .less: try order(other) < 0
        case .lessEqual: try order(other) <= 0
        case .greater: try other.order(self) < 0
        case .greaterEqual: try other.order(self) <= 0
        case .in: try other.contains(self)
        case .notIn: try !other.contains(self)
        }
    }

    func contains(_ item: Value) throws(Message) -> Bool {
        switch self {
        case .list(let items), .record(let items): return items.contains { $0.equals(item) }
        case .map(let map): return map[item] != nil
        case .undefined: return false
        case .string, .markup:
            switch item {
            case .string, .markup: return bytes.place(of: item.bytes) != nil
            default: throw Self.mismatch("in", item, self)
            }
        default: throw Self.mismatch("in", item, self)
        }
    }

    // MARK: Numbers

    /// What an int or a bool counts.
    var integer: Int? {
        switch self {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }

    var number: Double? {
        if case .double(let number) = self { return number }
        return integer.map(Double.init)
    }

    func negated() throws(Message) -> Value {
        if case .double(let number) = self { return .double(-number) }
        return try Value.int(0).applying(.subtract, self)
    }

    /// No value may grow longer than this by `*`, `range` and the like.
    static let longest = 1_000_000

    func applying(_ op: Operator, _ other: Value) throws(Message) -> Value {
        if let a = integer, let b = other.integer { return try Self.integers(op, a, b) }
        if let a = number, let b = other.number { return try Self.doubles(op, a, b) }
        switch (op, self, other) {
        case (.add, .string(let a), .string(let b)): return .string(a + b)
        case (.add, .string, .markup), (.add, .markup, .string), (.add, .markup, .markup):
            return .markup(escapedBytes + other.escapedBytes)
        case (.add, .list(let a), .list(let b)): return .list(a + b)
        case (.add, .record(let a), .record(let b)): return .record(a + b)
        case (.multiply, _, _):
            if let count = other.integer { return try repeated(count) }
            if let count = integer { return try other.repeated(count) }
        default: break
        }
        throw Self.mismatch(op.rawValue, self, other)
    }

    private func repeated(_ count: Int) throws(Message) -> Value {
        let count = max(0, count)
        func fits(_ length: Int) throws(Message) {
            if count.multipliedReportingOverflow(by: max(length, 1)).partialValue > Self.longest || count > Self.longest
            {
                throw Message(en: "a value may not grow this long", ar: "لا تطول القيمة إلى هذا الحد")
            }
        }
        switch self {
        case .string(let text):
            try fits(text.utf8.count)
            return .string(String(repeating: text, count: count))
        case .markup(let bytes):
            try fits(bytes.count)
            return .markup(Array(repeatElement(bytes, count: count).joined()))
        case .list(let items):
            try fits(items.count)
            return .list(Array(repeatElement(items, count: count).joined()))
        default: throw Self.mismatch("*", self, .int(count))
        }
    }

    private static func integers(_ op: Operator, _ a: Int, _ b: Int) throws(Message) -> Value {
        func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Message) -> Value {
            if result.overflow { throw tooLarge }
            return .int(result.partialValue)
        }
        switch op {
        case .add: return try checked(a.addingReportingOverflow(b))
        case .subtract: return try checked(a.subtractingReportingOverflow(b))
        case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
        case .divide: return try doubles(op, Double(a), Double(b))
        case .floor, .modulo:
            if b == 0 { throw divisionByZero }
            if b == -1 { return op == .modulo ? .int(0) : try checked(0.subtractingReportingOverflow(a)) }
            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
            let adjust = remainder != 0 && (remainder < 0) != (b < 0)
            return .int(op == .floor ? quotient - (adjust ? 1 : 0) : remainder + (adjust ? b : 0))
        case .power:
            if b < 0 { return try doubles(op, Double(a), Double(b)) }
            if b > 64, a.magnitude > 1 { throw tooLarge }
            var result = Value.int(1)
            for _ in 0..<(a.magnitude > 1 ? b : a == -1 ? b % 2 : min(b, 1)) {
                result = try result.applying(.multiply, .int(a))
            }
            return result
        }
    }

    private static func doubles(_ op: Operator, _ a: Double, _ b: Double) throws(Message) -> Value {
        switch op {
        case .add: return .double(a + b)
        case .subtract: return .double(a - b)
        case .multiply: return .double(a * b)
        case .power:
            if a == 0, b < 0 { throw divisionByZero }
            let result = pow(a, b)
            if a.isFinite, b.isFinite, !result.isFinite { throw result.isNaN ? evenRoot : tooLarge }
            return .double(result)
        case .divide, .floor, .modulo:
            if b == 0 { throw divisionByZero }
            if op == .divide { return .double(a / b) }
            var remainder = fmod(a, b)
            if remainder != 0, (remainder < 0) != (b < 0) { remainder += b }
            return .double(op == .modulo ? remainder : ((a - remainder) / b).rounded())
        }
    }

    private static let divisionByZero = Message(en: "a division by zero", ar: "قسمة على صفر")
    private static let evenRoot = Message(en: "a root of a number below 0", ar: "جذر عدد تحت الصفر")
    static let tooLarge = Message(en: "a number is too large", ar: "العدد أكبر من المسموح")

    static func mismatch(_ sign: String, _ a: Value, _ b: Value) -> Message {
        Message(
            en: "“\(sign)” does not work between \(a.kind) and \(b.kind)",
            ar: "لا تعمل «\(sign)» بين \(a.kind) و\(b.kind)")
    }
}
