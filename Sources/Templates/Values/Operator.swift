/// Arithmetic between two values, by its sign.
enum Operator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floor = "//"
    case modulo = "%"
    case power = "**"
}

/// A comparison of two values, by its sign.
enum Comparator: String, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case `in`
    case notIn = "not in"
}

/// Operators stand in instructions by their numbers.
extension CaseIterable where Self: Equatable, AllCases == [Self] {
    static func numbered(_ number: Int32) -> Self { allCases[Int(number)] }
    var number: Int32 { Int32(Self.allCases.firstIndex(of: self) ?? 0) }
}
