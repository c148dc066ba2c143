import Content

/// Writes JSON as bytes, field by field; commas come by themselves.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Where something ended, so that what comes behind it can be taken back.
    struct End {
        fileprivate let count: Int
        fileprivate let needsComma: Bool
    }

    var end: End { End(count: bytes.count, needsComma: needsComma) }

    mutating func cut(to end: End) {
        bytes.removeSubrange(end.count...)
        needsComma = end.needsComma
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func object(_ key: StaticString? = nil, _ fill: (inout JSONWriter) -> Void) {
        nest(key, open: "{", close: "}", fill)
    }

    mutating func array(_ key: StaticString? = nil, _ fill: (inout JSONWriter) -> Void) {
        nest(key, open: "[", close: "]", fill)
    }

    private mutating func nest(
        _ key: StaticString?, open: Unicode.Scalar, close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void
    ) {
        start(key)
        bytes.append(UInt8(ascii: open))
        needsComma = false
        fill(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    /// An item of a list.
    mutating func text(_ text: String) {
        quoted(nil) { $0.append(jsonEscaping: text) }
    }

    /// Nothing where there is no text.
    mutating func text(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        quoted(key) { $0.append(jsonEscaping: text) }
    }

    mutating func text(_ key: StaticString, _ text: [UInt8]) {
        quoted(key) { $0.append(jsonEscaping: text) }
    }

    /// Under a key that is no word of the program's.
    mutating func text(under key: String, _ text: String) {
        start(nil)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(jsonEscaping: key)
        bytes.append("\":\"")
        bytes.append(jsonEscaping: text)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func date(_ key: StaticString, _ stamp: Stamp) {
        quoted(key) { $0.append(written: stamp) }
    }

    /// With a time, as JSON Feed wants it.
    mutating func instant(_ key: StaticString, _ stamp: Stamp) {
        quoted(key) { $0.append(zoned: stamp) }
    }

    mutating func address(
        _ key: StaticString? = nil, _ path: URLPath, at address: SiteAddress, fragment: StaticString = ""
    ) {
        quoted(key) {
            $0.append(path, at: address)
            $0.append(fragment)
        }
    }

    /// An address that is whole and encoded already.
    mutating func address(_ key: StaticString, _ address: [UInt8], fragment: StaticString = "") {
        quoted(key) {
            $0 += address
            $0.append(fragment)
        }
    }

    mutating func number(_ key: StaticString, _ number: Int) {
        start(key)
        bytes.append(decimal: number)
    }

    mutating func flag(_ key: StaticString, _ flag: Bool) {
        start(key)
        bytes.append(flag ? "true" : "false")
    }

    /// A value that was written before.
    mutating func ready(_ key: StaticString?, _ json: [UInt8]) {
        start(key)
        bytes += json
    }

    /// `write` must put nothing there that needs an escape.
    private mutating func quoted(_ key: StaticString?, _ write: (inout [UInt8]) -> Void) {
        start(key)
        bytes.append(UInt8(ascii: "\""))
        write(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func start(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(key)
        bytes.append("\":")
    }
}
