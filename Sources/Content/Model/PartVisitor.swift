import Base

/// One direction of packing, so that a type lists its parts once for both: a `Packer` writes each part that it visits,
/// a `PartUnpacker` replaces it by what it reads.
protocol PartVisitor {
    associatedtype Failure: Error

    mutating func visit(_ number: inout Int) throws(Failure)
    mutating func visit(_ flag: inout Bool) throws(Failure)
    mutating func visit(_ text: inout String) throws(Failure)
    mutating func visit(_ text: inout String?) throws(Failure)
    mutating func visit(_ digest: inout Digest) throws(Failure)
    mutating func visit<Name: RawRepresentable<String>>(_ name: inout Name) throws(Failure)
    mutating func visit<Value: Packable>(_ value: inout Value) throws(Failure)
    mutating func visit<Value: Packable>(_ value: inout Value?) throws(Failure)
    mutating func visit<Value: Packable>(_ values: inout [Value]) throws(Failure)
    mutating func visit<Value: Packable>(_ values: inout [Value?]) throws(Failure)
    mutating func visit<Value: FilePart>(_ part: inout Value?) throws(Failure)
    mutating func visit<Value: FilePart>(_ parts: inout [Value]) throws(Failure)
    /// Line and column of a place whose file is known.
    mutating func visit(place: inout Location) throws(Failure)
    mutating func visit(place: inout Location?) throws(Failure)
}

/// A value with places that are all in one file, whose path is packed once for all of them.
protocol FilePart {
    /// Without a value as yet.
    init(in path: String)
    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure)
}

extension Packer: PartVisitor {
    typealias Failure = Never

    mutating func visit(_ number: inout Int) { add(number) }
    mutating func visit(_ flag: inout Bool) { add(flag) }
    mutating func visit(_ text: inout String) { add(text) }
    mutating func visit(_ text: inout String?) { add(text) }
    mutating func visit(_ digest: inout Digest) { add(digest) }
    mutating func visit<Name: RawRepresentable<String>>(_ name: inout Name) { add(name.rawValue) }
    mutating func visit<Value: Packable>(_ value: inout Value) { add(value) }
    mutating func visit<Value: Packable>(_ value: inout Value?) { add(value) }
    mutating func visit<Value: Packable>(_ values: inout [Value]) { add(values) }
    mutating func visit<Value: Packable>(_ values: inout [Value?]) { add(values) { $0.add($1) } }

    mutating func visit<Value: FilePart>(_ part: inout Value?) { add(part) { packer, part in packer.write(part) } }
    mutating func visit<Value: FilePart>(_ parts: inout [Value]) { add(parts) { packer, part in packer.write(part) } }

    /// Visits a copy: a visit through the array would copy the array, which the manuscript still holds.
    private mutating func write(_ part: some FilePart) {
        var part = part
        part.visitParts(&self)
    }

    mutating func visit(place: inout Location) {
        add(narrow: place.line)
        add(narrow: place.column)
    }

    mutating func visit(place: inout Location?) {
        add(place) { packer, place in
            packer.add(narrow: place.line)
            packer.add(narrow: place.column)
        }
    }
}

/// Reads what a `Packer` wrote of one file.
struct PartUnpacker: PartVisitor {
    typealias Failure = Damaged

    private(set) var unpacker: Unpacker
    /// The file in which all places are.
    private let path: String

    init(_ unpacker: Unpacker, path: String) { (self.unpacker, self.path) = (unpacker, path) }

    mutating func visit(_ number: inout Int) throws(Damaged) { number = try unpacker.int() }
    mutating func visit(_ flag: inout Bool) throws(Damaged) { flag = try unpacker.flag() }
    mutating func visit(_ text: inout String) throws(Damaged) { text = try unpacker.text() }
    mutating func visit(_ text: inout String?) throws(Damaged) { text = try unpacker.optionalText() }
    mutating func visit(_ digest: inout Digest) throws(Damaged) { digest = try unpacker.digest() }

    mutating func visit<Name: RawRepresentable<String>>(_ name: inout Name) throws(Damaged) {
        guard let value = Name(rawValue: try unpacker.text()) else { throw Damaged() }
        name = value
    }

    mutating func visit<Value: Packable>(_ value: inout Value) throws(Damaged) { value = try unpacker.value() }
    mutating func visit<Value: Packable>(_ value: inout Value?) throws(Damaged) { value = try unpacker.optionalValue() }
    mutating func visit<Value: Packable>(_ values: inout [Value]) throws(Damaged) { values = try unpacker.values() }

    mutating func visit<Value: Packable>(_ values: inout [Value?]) throws(Damaged) {
        values = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.optionalValue() }
    }

    mutating func visit<Value: FilePart>(_ part: inout Value?) throws(Damaged) {
        part = try unpacker.flag() ? try self.part() : nil
    }

    mutating func visit<Value: FilePart>(_ parts: inout [Value]) throws(Damaged) {
        parts = []
        for _ in 0..<(try unpacker.count()) { parts.append(try part()) }
    }

    private mutating func part<Value: FilePart>() throws(Damaged) -> Value {
        var part = Value(in: path)
        try part.visitParts(&self)
        return part
    }

    mutating func visit(place: inout Location) throws(Damaged) {
        let line = try unpacker.narrow()
        place = Location(path: path, line: line, column: try unpacker.narrow())
    }

    mutating func visit(place: inout Location?) throws(Damaged) {
        guard try unpacker.flag() else { return place = nil }
        var found = Location(path: path)
        try visit(place: &found)
        place = found
    }
}
