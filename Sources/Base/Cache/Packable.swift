/// A value that a cache stores as bytes. What `pack` writes, `init(from:)` reads; the order of the parts is the whole
/// format, and a cache that another build of the program wrote is never read.
@usableFromInline package protocol Packable {
    func pack(into packer: inout Packer)
    init(from unpacker: inout Unpacker) throws(Damaged)
}

/// Bytes that no `Packer` of this program wrote, or that the disk changed since.
@usableFromInline package struct Damaged: Error {
    @inlinable package init() {}
}

extension Instant: Packable {
    package func pack(into packer: inout Packer) { packer.add(seconds) }
    package init(from unpacker: inout Unpacker) throws(Damaged) { self.init(seconds: try unpacker.int()) }
}

extension Message: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(english)
        packer.add(arabic)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let english = try unpacker.text()
        self.init(en: english, ar: try unpacker.text())
    }
}

extension Location: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(path)
        packer.add(line)
        packer.add(column)
        packer.add(via) { $0.add($1) }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let path = try unpacker.text()
        let line = try unpacker.int()
        let column = try unpacker.int()
        self.init(
            path: path, line: line, column: column,
            via: try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.text() })
    }
}

extension Diagnostic: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(severity.rawValue)
        packer.add(id)
        packer.add(message)
        packer.add(location)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        guard let severity = Severity(rawValue: try unpacker.text()) else { throw Damaged() }
        let id = try unpacker.text()
        let message: Message = try unpacker.value()
        self.init(severity, id, message, try unpacker.optionalValue())
    }
}
