import Content

/// Writes JSON as bytes, field by field; commas come by themselves.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ key: String? = nil, _ fill: (inout JSONWriter) -> Void) {
        nest(key, open: "{", close: "}", fill)
    }

    mutating func array(_ key: String? = nil, _ fill: (inout JSONWriter) -> Void) {
        nest(key, open: "[", close: "]", fill)
    }

    private mutating func nest(
        _ key: String?, open: Unicode.Scalar, close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void
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
    mutating func text(_ key: String, _ text: String?) {
        guard let text else { return }
        quoted(key) { $0.append(jsonEscaping: text) }
    }

    mutating func text(_ key: String, _ text: [UInt8]) {
        quoted(key) { $0.append(jsonEscaping: text) }
    }

    mutating func date(_ key: String, _ stamp: Stamp) {
        quoted(key) { $0.append(zoned: stamp) }
    }

    mutating func address(_ key: String? = nil, _ path: URLPath, at address: SiteAddress, fragment: String = "") {
        quoted(key) {
            $0.append(path, at: address)
            $0 += fragment.utf8
        }
    }

    mutating func number(_ key: String, _ number: Int) {
        start(key)
        bytes.append(decimal: number)
    }

    mutating func flag(_ key: String, _ flag: Bool) {
        start(key)
        bytes += (flag ? "true" : "false").utf8
    }

    /// A value that was written before.
    mutating func ready(_ key: String?, _ json: [UInt8]) {
        start(key)
        bytes += json
    }

    /// `write` must put nothing there that needs an escape.
    private mutating func quoted(_ key: String?, _ write: (inout [UInt8]) -> Void) {
        start(key)
        bytes.append(UInt8(ascii: "\""))
        write(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func start(_ key: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        bytes += key.utf8
        bytes += "\":".utf8
    }
}
